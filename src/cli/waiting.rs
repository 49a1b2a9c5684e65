//! Waiting for a record file that another program is writing to.

use std::time::Duration;

use super::context::Context;
use super::output;
use crate::store::OnBusy;
use crate::texts::{Lang, answers};

impl Context<'_> {
    /// Waits for a busy file and says so. SQLite lets it carry nothing with it, so there is one for each language.
    pub fn on_busy(&self) -> OnBusy {
        self.lang.pick::<OnBusy>(|tries| wait(Lang::VI, tries), |tries| wait(Lang::EN, tries))
    }
}

/// Up to 30 seconds, saying so after 2.
fn wait(lang: Lang, tries: i32) -> bool {
    const PAUSE: Duration = Duration::from_millis(50);
    if tries == 40 {
        output::to_stderr(answers::waiting(lang));
    }
    std::thread::sleep(PAUSE);
    tries < 600
}

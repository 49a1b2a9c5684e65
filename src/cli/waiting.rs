//! Waiting for a record file that another program is writing to.

use std::time::Duration;

use super::context::Context;
use super::notices;
use super::options::ErrorFormat;
use crate::store::OnBusy;
use crate::texts::{Lang, answers};

impl Context<'_> {
    /// Waits for a busy file and says so. SQLite lets it carry nothing with it, so there is one for each way to say it.
    pub fn on_busy(&self) -> OnBusy {
        use ErrorFormat::{People, Programs};
        match self.error_format() {
            People => self
                .lang
                .pick(|tries| wait(People, Lang::VI, tries), |tries| wait(People, Lang::EN, tries)),
            Programs => self.lang.pick(
                |tries| wait(Programs, Lang::VI, tries),
                |tries| wait(Programs, Lang::EN, tries),
            ),
        }
    }
}

/// Up to 30 seconds, saying so after 2.
fn wait(format: ErrorFormat, lang: Lang, tries: i32) -> bool {
    const PAUSE: Duration = Duration::from_millis(50);
    if tries == 40 {
        notices::note(format, answers::waiting(lang));
    }
    std::thread::sleep(PAUSE);
    tries < 600
}

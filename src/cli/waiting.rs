//! Waiting for a record file that another program is writing to.

use std::sync::OnceLock;
use std::time::Duration;

use super::output;

/// The language for the message of the busy handler, which can carry nothing with it.
static WAITING: OnceLock<&'static str> = OnceLock::new();

/// Sets what is said while a file is busy.
pub fn say_when_busy(text: &'static str) {
    let _ = WAITING.set(text);
}

/// Waits for a busy file: up to 30 seconds, saying so after 2.
pub fn on_busy(tries: i32) -> bool {
    const PAUSE: Duration = Duration::from_millis(50);
    if tries == 40
        && let Some(text) = WAITING.get()
    {
        output::to_stderr(text);
    }
    std::thread::sleep(PAUSE);
    tries < 600
}

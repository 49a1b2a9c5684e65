//! A bar on a terminal for what takes longer than a second; nothing at all elsewhere.

use std::cell::Cell;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work under way. The bar goes away when this is dropped.
pub struct Progress {
    bar: ProgressBar,
    /// Steps that the bar was not told of yet.
    untold: Cell<u64>,
}

impl Progress {
    /// Of how many steps the bar is told at once.
    const TOLD: u64 = 64;

    /// Begins, with what is being done; the bar appears after a second, if standard error is a terminal.
    pub fn begin(label: &'static str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        set_style(&bar, "{spinner} {msg}");
        bar.set_message(label);
        let later = bar.clone();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(1));
            if !later.is_finished() {
                later.set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
                later.enable_steady_tick(Duration::from_millis(250));
            }
        });
        Self { bar, untold: Cell::new(0) }
    }

    /// What is being done now, in so many steps.
    pub fn steps(&self, label: &'static str, steps: usize) {
        self.bar.set_message(label);
        self.bar.set_length(steps as u64);
        self.bar.reset_eta();
        set_style(&self.bar, "{msg} {bar:30} {percent}% {eta}");
    }

    /// One more step is done.
    pub fn step(&self) {
        self.untold.set(self.untold.get() + 1);
        // The bar looks at the clock each time.
        if self.untold.get() == Self::TOLD {
            self.bar.inc(self.untold.take());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn set_style(bar: &ProgressBar, template: &str) {
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
}

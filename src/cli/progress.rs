//! A bar on a terminal for what takes longer than a second; nothing at all elsewhere.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work under way. The bar goes away when this is dropped.
pub struct Progress(ProgressBar);

impl Progress {
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
        Self(bar)
    }

    /// What is being done now, in so many steps.
    pub fn steps(&self, label: &'static str, steps: usize) {
        self.0.set_message(label);
        self.0.set_length(steps as u64);
        self.0.reset_eta();
        set_style(&self.0, "{msg} {bar:30} {percent}% {eta}");
    }

    /// One more step is done.
    pub fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn set_style(bar: &ProgressBar, template: &str) {
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
}

//! Every word a person reads, Vietnamese and English side by side.
//!
//! A sentence is written once with [`say!`], which takes both languages or does not compile. Fixed words
//! (statuses, reasons, kinds) are those of `records.md`, section 10. CSV keys, JSON keys and status codes
//! are not words and never come from here.

mod lang;
mod numbers;
mod words;

pub use lang::Lang;
pub(crate) use lang::say;
pub use numbers::{count, date, days, percent, period, period_span, share};
pub use words::{Labelled, read_word};

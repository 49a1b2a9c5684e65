//! Every word a person reads, Vietnamese and English side by side.
//!
//! A sentence is written once with `say!`, which takes both languages or does not compile. Fixed words
//! (statuses, reasons, kinds) are those of `records.md`, section 10. CSV keys, JSON keys and status codes
//! are not words and never come from here.

pub mod answers;
pub mod backup;
pub mod check;
pub mod closing;
pub mod codes;
mod columns;
pub mod coverage;
pub mod difference;
pub mod erasing;
mod explained;
pub mod explanation;
pub mod export;
pub mod failures;
pub mod faults;
pub mod help;
pub mod history;
mod lang;
pub mod lists;
mod numbers;
pub mod officials;
pub mod operation;
pub mod places;
mod program;
mod refusals;
pub mod reorganisation;
mod system;
pub mod undoing;
pub mod usage;
mod words;

pub use codes::ErrorCode;
pub use columns::column_label;
pub(crate) use explained::told;
pub use explained::{Explained, Hint, thing};
pub(crate) use lang::say;
pub use lang::{Lang, Language};
pub use numbers::{count, date, days, percent, period, period_span, share};
pub use program::{chibo_on, quoted, typed};
pub use refusals::{field, refusal};
pub use system::system;
pub use words::{Labelled, read_word};
use words::{joined, kind_word};

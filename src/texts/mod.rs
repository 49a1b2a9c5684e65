//! Every word a person reads, Vietnamese and English side by side.
//!
//! A sentence is written once with `say!`, which takes both languages or does not compile. Fixed words
//! (statuses, reasons, kinds) are those of `records.md`, section 10. Keys and status codes are not words; those of the
//! columns that only reports have stand beside their headings in `labels.rs`.

pub mod answers;
pub mod asking;
pub mod attendance;
pub mod backup;
pub mod brief;
pub mod check;
pub mod closing;
pub mod codes;
pub mod coverage;
pub mod difference;
pub mod duties;
pub mod effect;
pub mod environment;
pub mod erasing;
mod explained;
pub mod explanation;
pub mod export;
pub mod failures;
pub mod faults;
pub mod gaps;
pub mod help;
pub mod history;
pub mod inspections;
mod labels;
mod lang;
pub mod lists;
pub mod month;
pub mod month_sheet;
mod numbers;
pub mod officials;
pub mod page;
pub mod places;
mod program;
pub mod quality;
pub mod recommendations;
mod refusals;
pub mod reorganisation;
pub mod schedule;
pub mod sheets;
pub mod summary;
mod system;
mod telling;
pub mod topics;
mod typing;
pub mod undoing;
pub mod usage;
mod words;

pub use codes::ErrorCode;
pub use environment::Variable;
pub(crate) use explained::explain;
pub use explained::{Explained, Hint, thing};
use labels::word_label;
pub use labels::{Heading, column_label};
pub(crate) use lang::say;
pub use lang::{Lang, Language};
pub use numbers::{
    as_of, capital, count, date, date_with_weekday, day_of_month, day_with_weekday, days, end,
    hour, months, percent, period, period_span, share, share_said, small, unbroken,
};
pub use program::{chibo_on, quoted, typed};
pub use refusals::{field, refusal};
pub use system::system;
pub use telling::{coded, told};

pub use words::{Labelled, read_word};
use words::{inspection_word, joined, kind_word};

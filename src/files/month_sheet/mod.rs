//! The month sheet: a row for each due cell of a month, which ward offices fill in and `sheet read` takes back; the same
//! rows as `meetings.csv`.
//!
//! What stands on it is worked out once (`rows.rs`) and laid out as a workbook (`form.rs`) or as a file of the contract
//! (`template.rs`). It has the columns of `meetings.csv` and some that are only for people ([`super::meetings::BESIDE`]).
//! Nothing in it says who came before somebody has written it there: the assigned visitor is only offered.

mod form;
mod rows;
mod template;

/// The sheet of the lists from which is chosen. No code begins like this, so no committee's sheet has its name.
pub const LISTS: &str = "_chibo";

pub use rows::{CommitteeRows, MonthSheet, SheetRow};

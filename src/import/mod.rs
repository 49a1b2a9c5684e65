//! Files into records: file → sheet → drafts → plan, all faults of all files at once (`records.md`, section 9).
//!
//! [`read`] makes drafts out of files and never touches the record file. [`plan()`] compares them with what
//! stands in it and makes one change for [`crate::ops::import`], or tells every fault. Nothing is written here.

mod attendance;
mod below;
mod codes;
mod columns;
mod csv_sheet;
mod dates;
mod draft;
mod drafts;
mod encoding;
mod fault;
mod files;
mod header;
mod heading_row;
mod kinds;
mod ledger;
mod months;
mod old_encoding;
mod plan;
mod planning;
mod reading;
mod row;
mod sample;
mod shared;
mod sheet;
mod syllable;
mod taking;
mod typed;
mod workbook;

pub use columns::ColumnNames;
pub use drafts::Drafts;
pub use fault::{Aside, Fault, Faults, Problem, Source, Spot};
pub use files::{as_typed, read, read_builtin, read_month_sheets};
pub use plan::{AtOdds, Early, Plan, TwinFound, TwinsFound, plan};
pub use planning::Tally;
pub use reading::Reading;
pub use sample::SAMPLE_TOWN;
pub use taking::{Holds, Taking};

use crate::domain::Date;

/// How an import is to be made.
#[derive(Debug, Clone)]
pub struct Options {
    /// Other values of a record that is there already are added as a new version, not refused.
    pub amend: bool,
    /// How they are taken, if the files are month sheets that were filled in.
    pub sheet: Option<Taking>,
    /// The date that stands for today.
    pub today: Date,
}

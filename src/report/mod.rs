//! Reports and lists: facts in, numbers out, then laid out as a [`Table`](crate::table::Table).
//!
//! `build` makes the numbers and is tested on them; `lay_out` picks headings and order and decides nothing.

mod assignments;
mod check;
mod committees;
mod composition;
mod coverage;
mod difference;
mod history;
mod meetings;
mod officials;
mod operation;
mod operation_values;
mod register;
mod telling;

pub use assignments::assignment_list;
pub use check::findings;
pub use committees::committees_report;
pub use composition::CompositionReport;
pub use coverage::{CoverageReport, CoverageScope, explained};
pub use difference::DifferenceReport;
pub use history::{HistoryScope, history};
pub use meetings::{changed_values, meeting_list, meeting_show};
pub use officials::OfficialsReport;
pub use operation::OperationRecord;
pub use register::{
    OnDay, cell_list, cell_show, committee_list, committee_show, official_list, official_show,
};

use std::collections::HashSet;

use crate::domain::{Official, Register};
use crate::table::{Column, Medium, Shape, Value};
use crate::texts::lists::list_label;
use crate::texts::{Labelled, Lang};

/// A column of a list.
fn column(lang: Lang, key: &'static str, shape: Shape) -> Column {
    Column::new(key, list_label(lang, key), shape)
}

/// The language of what a table says: data is the same in every language, with dates, numbers and the few
/// words between them as in English.
fn of_data(lang: Lang, medium: Medium) -> Lang {
    match medium {
        Medium::Screen => lang,
        Medium::Data => Lang::EN,
    }
}

/// The first field of an entry: the label of the item for people, its key for programs.
fn item(lang: Lang, medium: Medium, key: &'static str) -> &'static str {
    match medium {
        Medium::Screen => list_label(lang, key),
        Medium::Data => key,
    }
}

/// A word of a fixed list: its label for people, its key for programs.
fn word(lang: Lang, medium: Medium, value: impl Labelled) -> &'static str {
    match medium {
        Medium::Screen => value.label(lang),
        Medium::Data => value.key(),
    }
}

/// A value of a fixed list: its key for programs, its label for people.
fn word_value(value: impl Labelled, lang: Lang) -> Value {
    Value::word(value.key(), value.label(lang))
}

/// Persons as a report names them. Who has the same name as another is found once a report.
#[derive(Debug)]
struct Persons<'a> {
    homonyms: HashSet<&'a str>,
}

impl<'a> Persons<'a> {
    fn of(register: &'a Register) -> Self {
        let mut seen = HashSet::new();
        let names = register.officials().iter().map(Official::name);
        Self { homonyms: names.filter(|name| !seen.insert(*name)).collect() }
    }

    /// The name of an official, with his code where others have the same name or it has been erased.
    fn name(&self, official: &Official) -> String {
        let name = official.name();
        match (name.is_empty(), self.homonyms.contains(name)) {
            (true, _) => official.code.to_string(),
            (false, true) => format!("{name} ({})", official.code),
            (false, false) => name.to_owned(),
        }
    }
}

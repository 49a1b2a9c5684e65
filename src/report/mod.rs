//! Reports and lists: facts in, numbers out, then laid out as a [`Table`](crate::table::Table).
//!
//! `build` makes the numbers and is tested on them; `lay_out` picks headings and order and decides nothing.

mod assignments;
mod attendance;
mod brief;
mod calendar;
mod check;
mod committees;
mod composition;
mod coverage;
mod difference;
mod duties;
mod effect;
mod entry;
mod gaps;
mod heading;
mod history;
mod inspections;
mod listing;
mod meetings;
mod officials;
mod operation;
mod operation_values;
mod page;
mod quality;
mod recommendations;
mod register;
mod schedule;
mod summary;
mod visits;

pub use assignments::assignment_list;
pub use attendance::{AttendanceReport, Members};
pub use brief::{Brief, BriefOf, BriefSources};
pub use calendar::calendar;
pub use check::findings;
pub use committees::committees_report;
pub use composition::CompositionReport;
pub use coverage::{CoverageReport, CoverageScope, explained};
pub use difference::DifferenceReport;
pub use duties::{DutiesReport, duty_list};
pub use effect::EffectReport;
pub use entry::{OnDay, cell_show, committee_show, official_show};
pub use gaps::{GapLine, GapsReport, Run, months_of_gaps};
pub use history::{HistoryScope, history};
pub use inspections::{bulletin_list, inspection_list};
pub use meetings::{meeting_list, meeting_show};
pub use officials::OfficialsReport;
pub use operation::OperationRecord;
pub use page::{PageParts, page};
pub use quality::{Grades, QualityReport, Scores, months_of_themes};
pub use recommendations::{
    Listed, MatterFigures, MatterLine, RaisedScope, RecommendationLine, RecommendationsReport,
    recommendation_lines, recommendation_list, recommendation_show,
};
pub use register::{cell_list, committee_list, official_list};
pub use schedule::{Schedule, ScheduleRow, TwoDates};

pub use summary::{SummaryReport, SummarySources, back as months_of_summary};

use std::collections::HashSet;

use crate::domain::{Official, Register};
use crate::table::{Column, Shape, Value};
use crate::texts::{Labelled, Lang};

/// A column under a heading.
fn column(lang: Lang, heading: impl Labelled, shape: Shape) -> Column {
    Column::new(heading.key(), heading.label(lang), shape)
}

/// What a line of an entry is about: the label for people, the key for programs.
fn heading_value(lang: Lang, heading: impl Labelled) -> Value<'static> {
    Value::key(heading.key(), heading.label(lang))
}

/// A value of a fixed list: its key for programs, its label for people.
fn word_value(value: impl Labelled, lang: Lang) -> Value<'static> {
    Value::word(value.key(), value.label(lang))
}

/// A text made in the language: data is the same in every language, with dates, numbers and the few words between
/// them as in English.
fn in_both(lang: Lang, text: impl Fn(Lang) -> String) -> Value<'static> {
    Value::key(text(Lang::EN), text(lang))
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

//! The kinds of records that files bring. Each is one file here, with what a row of it says and what becomes of it; one line
//! of the list below names it.

mod assignments;
mod bulletins;
mod categories;
mod cells;
mod closings;
mod committees;
mod duties;
mod filed;
mod gap_notes;
mod inspections;
mod meetings;
mod officials;
mod plans;
pub(super) mod recommendations;
mod settings;
mod successions;

pub use meetings::AtOdds;
pub(super) use meetings::News;

use assignments::AssignmentDraft;
use bulletins::BulletinDraft;
use categories::CategoryDraft;
use cells::CellDraft;
use closings::ClosingDraft;
use committees::CommitteeDraft;
use duties::DutyDraft;
use filed::FiledDraft;
use gap_notes::GapNoteDraft;
use inspections::InspectionDraft;
use meetings::MeetingDraft;
use officials::OfficialDraft;
use plans::PlanDraft;
use recommendations::{LinkDraft, RecommendationDraft, StepDraft};
use settings::SettingDraft;
use successions::SuccessionDraft;

use super::draft::Draft;
use super::planning::{Planning, register};
use super::row::Row;
use crate::domain::{Category, Committee, Official, Period, PeriodSpan};
use crate::files::FileKind;
use crate::ops::Months;

macro_rules! kinds {
    (
        fn plan($planning:ident, $news:ident):
        $($kind:ident: $rows:ident of $draft:ident $(=> $plan:expr)?;)+
    ) => {
        /// The drafts of each kind of file: one for every row without faults.
        #[derive(Debug, Default)]
        pub(super) struct Rows { $($rows: Vec<Draft<$draft>>),+ }

        impl Rows {
            /// Reads a row of a file of this kind, and keeps it if nothing is wrong with it.
            pub fn read(&mut self, kind: FileKind, row: &mut Row<'_>) {
                match kind { $(FileKind::$kind => keep(&mut self.$rows, $draft::read, row)),+ }
            }

            /// How many there are of a kind.
            pub fn count(&self, kind: FileKind) -> usize {
                match kind { $(FileKind::$kind => self.$rows.len()),+ }
            }

            /// Takes back what came after the first ones of a kind.
            pub fn shorten(&mut self, kind: FileKind, count: usize) {
                match kind { $(FileKind::$kind => self.$rows.truncate(count)),+ }
            }

            /// Plans one kind after the other.
            pub fn plan(self, $planning: &mut Planning, $news: &mut News) {
                let Self { $($rows),+ } = self;
                $($($plan;)?)+
            }
        }
    };
}

// In the order in which they are planned: what others speak of stands before them.
kinds! {
    fn plan(planning, news):
    Settings: settings of SettingDraft => settings::plan(planning, settings);
    Committees: committees of CommitteeDraft => register::plan::<Committee>(planning, committees);
    Categories: categories of CategoryDraft => register::plan::<Category>(planning, categories);
    Cells: cells of CellDraft => cells::plan(planning, cells);
    Officials: officials of OfficialDraft => register::plan::<Official>(planning, officials);
    Successions: successions of SuccessionDraft => successions::plan(planning, successions);
    Assignments: assignments of AssignmentDraft => assignments::plan(planning, assignments);
    Duties: duties of DutyDraft => duties::plan(planning, duties);
    Meetings: meetings of MeetingDraft => meetings::plan(planning, meetings, news);
    Recommendations: recommendations of RecommendationDraft
        => recommendations::plan(planning, recommendations, steps, links);
    // They are part of the recommendations.
    RecommendationSteps: steps of StepDraft;
    RecommendationLinks: links of LinkDraft;
    Plans: plans of PlanDraft => plans::plan(planning, plans);
    Inspections: inspections of InspectionDraft => inspections::plan(planning, inspections);
    Bulletins: bulletins of BulletinDraft => bulletins::plan(planning, bulletins);
    GapNotes: gap_notes of GapNoteDraft => gap_notes::plan(planning, gap_notes);
    Closings: closings of ClosingDraft => closings::plan(planning, closings, filed);
    // Part of the closing of their month.
    Filed: filed of FiledDraft;
}

fn keep<T>(
    drafts: &mut Vec<Draft<T>>,
    read: impl FnOnce(&mut Row<'_>) -> Option<T>,
    row: &mut Row<'_>,
) {
    let draft = read(row);
    if let Some(draft) = draft.filter(|_| !row.faulty) {
        drafts.push(Draft { place: row.place, row: draft });
    }
}

impl Rows {
    /// The months of the files whose records on record must be known, with those of rows left empty.
    pub fn months(&self, left_empty: impl Iterator<Item = Period> + Clone) -> Months {
        let meetings = self.meetings.iter().map(|draft| draft.row.period);
        Months {
            meetings: span(meetings.chain(left_empty)),
            closings: span(self.closings.iter().map(|draft| draft.row.period)),
        }
    }
}

/// From the first to the last of these months; none if there is none.
fn span(months: impl Iterator<Item = Period> + Clone) -> Option<PeriodSpan> {
    Some(PeriodSpan { from: months.clone().min()?, to: months.max()? })
}

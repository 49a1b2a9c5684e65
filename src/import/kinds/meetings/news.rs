//! What the files bring of meetings: there may be millions of new ones, of which each is made only when it is written.

use std::collections::BTreeMap;

use super::draft::MeetingDraft;
use super::outcome::{absences_of, said, visitors_of};
use crate::domain::{CellId, Meeting, MeetingId, MeetingKind, OfficialId, Outcome, Period, Thing};
use crate::import::draft::{Draft, LeftEmpty};
use crate::import::planning::known::Known;
use crate::import::taking::Holds;
use crate::ops::NewMeetings;

/// A value that a month sheet gives otherwise than it is on record, both as files have them, and which of them holds.
#[derive(Debug)]
pub struct AtOdds {
    pub cell: Thing,
    pub period: Period,
    /// The key of its column.
    pub column: &'static str,
    pub recorded: String,
    pub sheet: String,
    pub holds: Holds,
}

/// What is to be written of meetings that are new, and what is to be said of meetings. The new ones are drafts until they
/// are written.
#[derive(Default)]
pub(in crate::import) struct News {
    pub(super) drafts: Vec<Draft<MeetingDraft>>,
    /// The drafts of each period, by cell.
    pub(super) rows: BTreeMap<Period, Vec<u32>>,
    /// Meetings whose grade is above what their score allows, by key.
    pub grades_above: Vec<(CellId, Period)>,
    /// Meetings with reasons for absence that nobody assigned can have, by key.
    pub idle_reasons: Vec<(CellId, Period)>,
    /// Rows that are to be filled in still.
    pub left_empty: Vec<LeftEmpty>,
    /// Those of them of which nothing is known from elsewhere, in natural order of code.
    pub not_filled_in: Vec<(CellId, Period)>,
    pub at_odds: Vec<AtOdds>,
}

impl News {
    /// How many there are of each period.
    pub fn periods(&self) -> impl Iterator<Item = (Period, usize)> {
        self.rows.iter().map(|(period, rows)| (*period, rows.len()))
    }

    /// The regular ones by cell and period.
    pub fn regular(&self, cells: &Known<CellId>) -> impl Iterator<Item = (CellId, Period)> {
        let rows = self.rows.values().flatten().map(|at| &self.drafts[*at as usize].row);
        let regular = rows.filter(|row| row.kind == MeetingKind::Regular);
        regular.filter_map(|row| Some((cells.known(row.cell)?, row.period)))
    }

    /// The meetings, as they are written: from this identity on.
    pub fn meetings(
        self,
        first: MeetingId,
        cells: Known<CellId>,
        officials: Known<OfficialId>,
    ) -> NewMeetings {
        let Self { drafts, rows, .. } = self;
        NewMeetings::new(rows, first, move |at, id| {
            let row = &drafts[at as usize].row;
            let mut find = |_, official| officials.known(official);
            let outcome = match (row.not_held, row.held_on) {
                (Some(reason), _) => Outcome::NotHeld(reason),
                (None, Some(held_on)) => {
                    let mut held = said(row, held_on);
                    held.visitors = visitors_of(row.visitors().unwrap_or_default(), &mut find)?;
                    held.absences = absences_of(row.absences(), &mut find)?;
                    held.presence = row.counts().check().ok()?;
                    Outcome::Held(Box::new(held))
                }
                (None, None) => return None,
            };
            Some(new_meeting(row, id, cells.known(row.cell)?, outcome))
        })
    }
}

/// The meeting of a row whose cell and outcome are known.
pub(super) fn new_meeting(
    row: &MeetingDraft,
    id: MeetingId,
    cell: CellId,
    outcome: Outcome,
) -> Meeting {
    let note = row.note().cloned();
    Meeting { id, cell, period: row.period, kind: row.kind, outcome, note }
}

//! Rows of `closings.csv`, and of the files with the rows of a closed month as they were filed.

use super::super::codes::Symbol;
use super::super::fault::Problem;
use super::super::row::Row;
use super::meeting::{Came, reasons, visitors};
use crate::domain::{
    Absences, Counts, Date, DocumentNo, Field, Grade, NotHeldReason, Period, Presence, Status,
};
use crate::files::{Column, closings, filed};

/// The most recommendations of one cell and month.
const MOST_RAISED: u32 = 999_999;

/// A row of `closings.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct ClosingDraft {
    pub period: Period,
    pub closed_on: Date,
    pub document: Option<DocumentNo>,
}

impl ClosingDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use closings::{CLOSED_ON, DOCUMENT, PERIOD};
        let (period, closed_on) = (row.period(PERIOD), row.date(CLOSED_ON));
        let (period, closed_on) = (row.need(PERIOD, period), row.need(CLOSED_ON, closed_on));
        let document = row.short(DOCUMENT);
        Some(Self { period: period?, closed_on: closed_on?, document })
    }
}

/// A filed row; its month is that of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct FiledDraft {
    pub committee: Symbol,
    pub cell: Symbol,
    pub assigned: Box<[Symbol]>,
    pub predecessor: Option<Symbol>,
    pub status: Status,
    pub outcome: FiledOutcome,
    pub recommendations: u32,
}

/// What a filed row says of the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum FiledOutcome {
    Nothing,
    NotHeld(NotHeldReason),
    Held {
        held_on: Date,
        visitors: Box<[Symbol]>,
        absences: Absences<Symbol>,
        presence: Presence,
        grade: Option<Grade>,
    },
}

impl FiledDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use filed::*;
        let (committee, cell) = (row.reference(COMMITTEE), row.reference(CELL));
        let (committee, cell) = (row.need(COMMITTEE, committee), row.need(CELL, cell));
        let assigned = assigned(row);
        let predecessor = row.reference(PREDECESSOR);
        let status = row.word(STATUS);
        let status = row.need(STATUS, status);
        let outcome = if row.text(HELD_ON).is_empty() { not_held(row) } else { held(row) };
        if predecessor.is_some() && outcome == Some(FiledOutcome::Nothing) {
            row.refuse(PREDECESSOR, Problem::NeedsReport);
        }
        let raised = row.number(RECOMMENDATIONS, Field::Raised, 0, MOST_RAISED);
        let recommendations = row.need(RECOMMENDATIONS, raised);
        Some(Self {
            committee: committee?,
            cell: cell?,
            assigned,
            predecessor,
            status: status?,
            outcome: outcome?,
            recommendations: recommendations?,
        })
    }
}

fn assigned(row: &mut Row<'_>) -> Box<[Symbol]> {
    let codes = row.text(filed::ASSIGNED).split(';').filter(|code| !code.trim().is_empty());
    codes.filter_map(|code| row.symbol(filed::ASSIGNED, code)).collect()
}

/// What only a meeting that was held has.
const ONLY_HELD: [Column; 7] = {
    use filed::*;
    [VISITORS, TOTAL, EXEMPT, AWAY, PRESENT, EXCUSED, GRADE]
};

fn not_held(row: &mut Row<'_>) -> Option<FiledOutcome> {
    for column in ONLY_HELD {
        if !row.text(column).is_empty() {
            row.refuse(column, Problem::NeedsHeldOn);
        }
    }
    if row.text(filed::REASON).is_empty() {
        Some(FiledOutcome::Nothing)
    } else {
        row.word(filed::REASON).map(FiledOutcome::NotHeld)
    }
}

fn held(row: &mut Row<'_>) -> Option<FiledOutcome> {
    use filed::*;
    let held_on = row.date(HELD_ON);
    let visitors = match visitors(row, VISITORS) {
        Came::Unsaid => {
            row.refuse(VISITORS, Problem::VisitorsEmpty);
            Box::default()
        }
        came @ (Came::Nobody | Came::One(_) | Came::Several(_)) => came.symbols().into(),
    };
    let absences = reasons(row, REASON);
    let counts = Counts {
        total: row.count(TOTAL, Field::Total),
        exempt: row.count(EXEMPT, Field::Exempt),
        away: row.count(AWAY, Field::Away),
        present: row.count(PRESENT, Field::Present),
        excused: row.count(EXCUSED, Field::Excused),
    };
    let grade = row.word(GRADE);
    if row.faulty {
        return None;
    }
    let presence = counts.check().map_err(|refusal| row.refuse(TOTAL, refusal)).ok()?;
    Some(FiledOutcome::Held { held_on: held_on?, visitors, absences, presence, grade })
}

//! Rows of a closed month as they were filed, `filed/2018-07.csv`: what such a row says, what its codes mean, and
//! whether it agrees with itself. They become part of the closing of their month.

use crate::domain::{
    Absences, Cell, Code, Committee, Date, Field, FiledMeeting, FiledReport, FiledRow, Grade,
    Keyword, NotHeldReason, Official, Period, Presence, Refusal, Status, Thing, ThingKind,
    meeting_days, refusal,
};
use crate::files::{Column, filed as column};
use crate::import::attendance::{Came, counts, reasons, visitors};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::fault::Problem;
use crate::import::ledger::Place;
use crate::import::planning::Planning;
use crate::import::row::Row;

/// The most recommendations of one cell and month.
const MOST_RAISED: u32 = 999_999;

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
        use column::*;
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
    let codes = row.text(column::ASSIGNED).split(';').filter(|code| !code.trim().is_empty());
    codes.filter_map(|code| row.symbol(column::ASSIGNED, code)).collect()
}

/// What only a meeting that was held has.
const ONLY_HELD: [Column; 7] = {
    use column::*;
    [VISITORS, TOTAL, EXEMPT, AWAY, PRESENT, EXCUSED, GRADE]
};

fn not_held(row: &mut Row<'_>) -> Option<FiledOutcome> {
    for column in ONLY_HELD {
        if !row.text(column).is_empty() {
            row.refuse(column, Problem::NeedsHeldOn);
        }
    }
    if row.text(column::REASON).is_empty() {
        Some(FiledOutcome::Nothing)
    } else {
        row.word(column::REASON).map(FiledOutcome::NotHeld)
    }
}

fn held(row: &mut Row<'_>) -> Option<FiledOutcome> {
    use column::*;
    let held_on = row.date(HELD_ON);
    let visitors = match visitors(row, VISITORS) {
        Came::Unsaid => {
            row.refuse(VISITORS, Problem::VisitorsEmpty);
            Box::default()
        }
        came @ (Came::Nobody | Came::One(_) | Came::Several(_)) => came.symbols().into(),
    };
    let absences = reasons(row, REASON);
    let counts = counts(row, [TOTAL, EXEMPT, AWAY, PRESENT, EXCUSED]);
    let grade = row.word(GRADE);
    if row.faulty {
        return None;
    }
    let presence = counts.check().map_err(|refusal| row.refuse(TOTAL, refusal)).ok()?;
    Some(FiledOutcome::Held { held_on: held_on?, visitors, absences, presence, grade })
}

/// The row in the codes in force; none if one of them is unknown or stands twice.
pub(super) fn resolved(planning: &mut Planning, draft: &Draft<FiledDraft>) -> Option<FiledRow> {
    let (place, row) = (draft.place, &draft.row);
    let committee = planning.find::<Committee>(place, column::COMMITTEE, row.committee);
    let cell = cell(planning, place, column::CELL, row.cell);
    let assigned = officials(planning, place, column::ASSIGNED, &row.assigned);
    let predecessor = match row.predecessor {
        Some(symbol) => self::cell(planning, place, column::PREDECESSOR, symbol).map(Some),
        None => Some(None),
    };
    let report = report(planning, place, &row.outcome);
    Some(FiledRow {
        committee: planning.base.records.register.committee(committee?).code.clone(),
        cell: cell?,
        assigned: assigned?,
        predecessor: predecessor?,
        status: row.status,
        report: report?,
        recommendations: row.recommendations,
    })
}

fn cell(planning: &mut Planning, place: Place, column: Column, symbol: Symbol) -> Option<Code> {
    let id = planning.find::<Cell>(place, column, symbol)?;
    Some(planning.base.records.register.cell(id).code.clone())
}

fn official(planning: &mut Planning, place: Place, column: Column, symbol: Symbol) -> Option<Code> {
    let id = planning.find::<Official>(place, column, symbol)?;
    Some(planning.base.records.register.official(id).code.clone())
}

/// The codes of several officials, in natural order.
fn officials(
    planning: &mut Planning,
    place: Place,
    column: Column,
    symbols: &[Symbol],
) -> Option<Vec<Code>> {
    let codes: Vec<_> = symbols.iter().map(|who| official(planning, place, column, *who)).collect();
    let mut codes: Vec<Code> = codes.into_iter().collect::<Option<_>>()?;
    codes.sort();
    no_code_twice(planning, place, column, codes.iter())?;
    Some(codes)
}

fn no_code_twice<'a>(
    planning: &mut Planning,
    place: Place,
    column: Column,
    codes: impl Iterator<Item = &'a Code> + Clone,
) -> Option<()> {
    let twice = codes.clone().zip(codes.skip(1)).find(|(code, next)| code == next);
    let Some((code, _)) = twice else { return Some(()) };
    let code = code.to_string();
    planning.fault(place, column, &code, Problem::CodeTwice { code: code.clone() });
    None
}

fn report(planning: &mut Planning, place: Place, outcome: &FiledOutcome) -> Option<FiledReport> {
    let FiledOutcome::Held { held_on, visitors, absences, presence, grade } = outcome else {
        return Some(match outcome {
            FiledOutcome::NotHeld(reason) => FiledReport::NotHeld(*reason),
            FiledOutcome::Nothing | FiledOutcome::Held { .. } => FiledReport::Nothing,
        });
    };
    let visitors = officials(planning, place, column::VISITORS, visitors);
    let absences = self::absences(planning, place, absences);
    Some(FiledReport::Held(Box::new(FiledMeeting {
        held_on: *held_on,
        visitors: visitors?,
        absences: absences?,
        presence: *presence,
        grade: *grade,
    })))
}

fn absences(
    planning: &mut Planning,
    place: Place,
    absences: &Absences<Symbol>,
) -> Option<Absences<Code>> {
    let coded = absences.map(|who| official(planning, place, column::REASON, *who));
    let coded = coded.try_map(|who| who.clone().ok_or(())).ok()?.in_order();
    no_code_twice(planning, place, column::REASON, coded.named().iter().map(|(who, _)| who))?;
    Some(coded)
}

/// Whether the row could have been filed for the month, on that day if it is known. What differs from the
/// records is no fault: late records may have come since.
pub(super) fn check(
    planning: &mut Planning,
    place: Place,
    row: &FiledRow,
    period: Period,
    closed_on: Option<Date>,
) {
    if row.predecessor.as_ref() == Some(&row.cell) {
        let cell = Thing::new(ThingKind::Cell, &row.cell, "");
        let refusal = Refusal::Register(refusal::Register::SuccessionToItself { cell });
        planning.fault(place, column::PREDECESSOR, row.cell.as_str(), refusal);
    }
    if let FiledReport::Held(held) = &row.report {
        let (held_on, value) = (held.held_on, held.held_on.to_string());
        let (earliest, latest) = meeting_days(period);
        if held_on < earliest || latest < held_on {
            let refusal = Refusal::Meeting(refusal::Meeting::HeldOutsidePeriod {
                held_on,
                period,
                earliest,
                latest,
            });
            planning.fault(place, column::HELD_ON, &value, refusal);
        }
        if let Some(closed_on) = closed_on.filter(|closed_on| *closed_on < held_on) {
            planning.fault(place, column::HELD_ON, &value, Problem::HeldAfterClosing { closed_on });
        }
        let mut named = held.absences.named().iter();
        if let Some((who, _)) = named.find(|(who, _)| held.visitors.contains(who)) {
            let official = Thing::new(ThingKind::Official, who, "");
            let refusal = Refusal::Meeting(refusal::Meeting::ReasonForVisitor { official });
            planning.fault(place, column::REASON, who.as_str(), refusal);
        }
    }
    let status = row.judged();
    let by_duty = row.may_be_by_duty() && planning.any_duty_of(&row.cell, period);
    if status != row.status && !by_duty {
        let problem = Problem::StatusContradicts { status };
        planning.fault(place, column::STATUS, row.status.key(), problem);
    }
}

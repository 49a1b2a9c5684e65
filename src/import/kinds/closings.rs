//! Closed months: a row of `closings.csv`, and what becomes of it together with the rows as filed (`records.md`,
//! sections 7 and 9).

use std::collections::{BTreeMap, HashMap, HashSet};

use super::filed::{FiledDraft, check, resolved};
use crate::domain::{
    Closing, Code, Date, DocumentNo, FiledRow, Fingerprint, Period, Refusal, refusal,
};
use crate::files::{Column, FileKind, closings as column, filed};
use crate::import::draft::{Draft, FileRead};
use crate::import::fault::Problem;
use crate::import::ledger::Place;
use crate::import::planning::{Planning, shown};
use crate::import::row::Row;
use crate::ops::Filing;

/// A row of `closings.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct ClosingDraft {
    pub period: Period,
    pub closed_on: Date,
    pub document: Option<DocumentNo>,
    /// The one first printed; an empty cell says nothing of it.
    pub fingerprint: Option<Fingerprint>,
}

impl ClosingDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::{CLOSED_ON, DOCUMENT, FINGERPRINT, PERIOD};
        let (period, closed_on) = (row.period(PERIOD), row.date(CLOSED_ON));
        let (period, closed_on) = (row.need(PERIOD, period), row.need(CLOSED_ON, closed_on));
        let (document, fingerprint) = (row.short(DOCUMENT), row.fingerprint(FINGERPRINT));
        Some(Self { period: period?, closed_on: closed_on?, document, fingerprint })
    }
}

/// The rows of one month as far as they could be read.
#[derive(Default)]
struct Month {
    rows: Vec<(Place, FiledRow)>,
    /// Whether every row of its files is among them.
    whole: bool,
}

/// Plans every closed month.
pub(super) fn plan(
    planning: &mut Planning,
    closings: Vec<Draft<ClosingDraft>>,
    filed: Vec<Draft<FiledDraft>>,
) {
    let mut months = months(planning, filed);
    let recorded = std::mem::take(&mut planning.base.records.closings).into_iter();
    let recorded: HashMap<Period, Closing> = recorded.map(|c| (c.period, c)).collect();
    let mut planned: HashMap<Period, Draft<ClosingDraft>> = HashMap::new();
    for draft in closings {
        let period = draft.row.period;
        if let Some(first) = planned.get(&period) {
            if first.row != draft.row {
                planning.duplicate(draft.place, first.place, &period.to_string());
            }
            continue;
        }
        let month = months.remove(&period);
        if month.is_none() && !planning.unsure.kinds.contains(&FileKind::Filed) {
            let value = period.to_string();
            planning.fault(draft.place, column::PERIOD, &value, Problem::RowsMissing { period });
        }
        plan_one(planning, &draft, month.unwrap_or_default(), recorded.get(&period));
        planned.insert(period, draft);
    }
    for (period, month) in months {
        for (place, row) in &month.rows {
            check(planning, *place, row, period, None);
        }
        let unsure = &planning.unsure;
        let is_unsure =
            unsure.kinds.contains(&FileKind::Closings) || unsure.closings.contains(&period);
        if !is_unsure && let Some(file) = file_of(planning, period) {
            planning.ledger.enter(
                file,
                None,
                &period.to_string(),
                Problem::ClosingMissing { period },
            );
        }
    }
}

/// The rows of the files by month, each cell once. A month whose files have no rows is left out.
fn months(planning: &mut Planning, drafts: Vec<Draft<FiledDraft>>) -> BTreeMap<Period, Month> {
    let mut months: BTreeMap<Period, Month> = BTreeMap::new();
    let mut expected: BTreeMap<Period, usize> = BTreeMap::new();
    for file in planning.files.iter().flatten().filter(|file| file.rows > 0) {
        if let Some(period) = file.period {
            *expected.entry(period).or_default() += file.rows;
        }
    }
    let mut first: HashMap<(Period, Code), (Place, FiledRow)> = HashMap::new();
    for draft in drafts {
        let place = draft.place;
        let period = planning.files[place.file as usize].as_ref().and_then(|file| file.period);
        let (Some(period), Some(row)) = (period, resolved(planning, &draft)) else { continue };
        if let Some(left) = expected.get_mut(&period) {
            *left -= 1;
        }
        let key = (period, row.cell.clone());
        match first.get(&key) {
            Some((other, _)) if other.file == place.file => {
                let problem = Problem::CellTwice { line: other.line.into() };
                planning.fault(place, filed::CELL, row.cell.as_str(), problem);
            }
            Some((other, same)) => {
                if *same != row {
                    planning.duplicate(place, *other, row.cell.as_str());
                }
            }
            None => {
                first.insert(key, (place, row.clone()));
                months.entry(period).or_default().rows.push((place, row));
            }
        }
    }
    for (period, left) in expected {
        months.entry(period).or_default().whole = left == 0;
    }
    months
}

/// A file with the rows of a month.
fn file_of(planning: &Planning, period: Period) -> Option<Place> {
    let is_its = |file: &Option<FileRead>| file.as_ref().and_then(|f| f.period) == Some(period);
    planning.files.iter().position(is_its).map(|at| Place::file(at as u32))
}

fn plan_one(
    planning: &mut Planning,
    draft: &Draft<ClosingDraft>,
    month: Month,
    recorded: Option<&Closing>,
) {
    let (place, row) = (draft.place, &draft.row);
    let before = planning.ledger.marks();
    match recorded {
        Some(closing) => compare(planning, draft, &month, closing),
        None => {
            check_days(planning, draft);
            for (place, filed) in &month.rows {
                check(planning, *place, filed, row.period, Some(row.closed_on));
            }
        }
    }
    if planning.ledger.marks() != before || !month.whole {
        return;
    }
    planning.count(FileKind::Closings, recorded.is_none(), recorded.is_some());
    if recorded.is_none() {
        let mut rows: Vec<FiledRow> = month.rows.into_iter().map(|(_, row)| row).collect();
        FiledRow::put_in_order(&mut rows);
        let document = row.document.clone().filter(|_| planning.has(place, column::DOCUMENT));
        planning.change.closings.push(Filing {
            period: row.period,
            closed_on: row.closed_on,
            document,
            fingerprint: row.fingerprint,
            rows,
        });
    }
}

/// The month is over today, and was on the day on which it was closed, which is not after today.
fn check_days(planning: &mut Planning, draft: &Draft<ClosingDraft>) {
    let (place, ClosingDraft { period, closed_on, .. }) = (draft.place, &draft.row);
    let (last, today) = (period.last_day(), planning.options.today);
    let value = closed_on.to_string();
    if today <= last {
        let refusal = Refusal::Month(refusal::Month::NotOver { period: *period, today });
        planning.fault(place, column::PERIOD, &period.to_string(), refusal);
    } else if *closed_on > today {
        planning.fault(place, column::CLOSED_ON, &value, Problem::ClosedAfterToday { today });
    }
    if *closed_on <= last && today > last {
        planning.fault(place, column::CLOSED_ON, &value, Problem::ClosedTooEarly { last });
    }
}

/// Enters a fault for everything in which a month closed on record differs. No option changes what was filed.
fn compare(planning: &mut Planning, draft: &Draft<ClosingDraft>, month: &Month, closing: &Closing) {
    let (place, row) = (draft.place, &draft.row);
    let (old, new) = (closing.closed_on.to_string(), row.closed_on.to_string());
    differs(planning, place, column::CLOSED_ON, row.period, (old, new));
    if planning.has(place, column::DOCUMENT) {
        let values = (shown(&closing.document), shown(&row.document));
        differs(planning, place, column::DOCUMENT, row.period, values);
    }
    if let Some(new) = row.fingerprint {
        let values = (shown(&closing.printed.first()), new.to_string());
        differs(planning, place, column::FINGERPRINT, row.period, values);
    }
    let filed = closing.by_cell();
    let mut seen: HashSet<&Code> = HashSet::new();
    for (place, new) in &month.rows {
        seen.insert(&new.cell);
        match filed.get(&new.cell) {
            Some(old) => {
                let others = planning.other_values(FileKind::Filed, (*old, new), |it, _| it.told());
                // The cell is the same, be it written in another way.
                for other in others.into_iter().filter(|it| it.column != filed::CELL) {
                    let values = (other.old, other.new);
                    differs(planning, *place, other.column, row.period, values);
                }
            }
            None => {
                let values = (String::new(), new.cell.to_string());
                differs(planning, *place, filed::CELL, row.period, values);
            }
        }
    }
    let missing = closing.rows.iter().filter(|row| month.whole && !seen.contains(&row.cell));
    for old in missing {
        let problem = Problem::ClosedOtherwise {
            period: row.period,
            old: old.cell.to_string(),
            new: String::new(),
        };
        planning.ledger.enter(place, None, "", problem);
    }
}

fn differs(
    planning: &mut Planning,
    place: Place,
    column: Column,
    period: Period,
    (old, new): (String, String),
) {
    if old != new {
        let value = new.clone();
        planning.fault(place, column, &value, Problem::ClosedOtherwise { period, old, new });
    }
}

//! Dates that cells announced: a row of `plans.csv`, and what becomes of it. One of a cell that does not exist on the day
//! is taken: the cell ended after it was announced, and an export comes back as it was.

use std::collections::HashMap;

use crate::domain::{Cell, Date, Hour, Label, MeetingKind, Period, Plan, PlanKey};
use crate::files::{FileKind, plans as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::Planning;
use crate::import::row::Row;

/// A row of `plans.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct PlanDraft {
    pub cell: Symbol,
    pub period: Period,
    pub kind: MeetingKind,
    pub on: Date,
    pub hour: Option<Hour>,
    pub place: Option<Label>,
}

impl PlanDraft {
    /// Reads a row. Without a kind it is the regular meeting.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let (period, on) = (row.period(PERIOD), row.date(ON));
        row.day = on.or_else(|| period.map(Period::last_day)).unwrap_or(row.today);
        let cell = row.reference(CELL);
        let cell = row.need(CELL, cell);
        let (period, on) = (row.need(PERIOD, period), row.need(ON, on));
        let kind = row.word(KIND).unwrap_or(MeetingKind::Regular);
        let (hour, place) = (row.hour(HOUR), row.short(PLACE));
        Some(Self { cell: cell?, period: period?, kind, on: on?, hour, place })
    }
}

/// Plans every announced date.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<PlanDraft>>) {
    let recorded = std::mem::take(&mut planning.base.records.plans).into_iter();
    let recorded: HashMap<PlanKey, Plan> = recorded.map(|plan| (plan.key(), plan)).collect();
    let mut planned: HashMap<PlanKey, (Place, Plan)> = HashMap::new();
    for Draft { place, row } in drafts {
        let Some(cell) = planning.find::<Cell>(place, column::CELL, row.cell) else { continue };
        let PlanDraft { period, kind, on, hour, .. } = row;
        let mut new = Plan { cell, period, kind, on, hour, place: row.place };
        let old = recorded.get(&new.key());
        // A column that is not there leaves the value.
        if !planning.has(place, column::HOUR) {
            new.hour = old.and_then(|old| old.hour);
        }
        if !planning.has(place, column::PLACE) {
            new.place = old.and_then(|old| old.place.clone());
        }
        if let Some((first, other)) = planned.get(&new.key()) {
            if *other != new {
                planning.duplicate(place, *first, &new.on.to_string());
            }
            continue;
        }
        if let Err(refusal) = new.check() {
            planning.fault(place, column::ON, &on.to_string(), refusal);
        }
        if planning.weigh((FileKind::Plans, place), old, &new) {
            planning.change.plans.push(new.clone());
        }
        planned.insert(new.key(), (place, new));
    }
}

//! Recommendations: a row of `recommendations.csv`, and what becomes of it.

use std::collections::HashMap;

use super::planned::Planned;
use crate::domain::{Area, Cell, Code, Date, Period, Recommendation, Remark};
use crate::files::{FileKind, Need, recommendations as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::planning::dated::{needed, undated};
use crate::import::planning::{Planning, shown};
use crate::import::row::Row;

/// A row of `recommendations.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct RecommendationDraft {
    pub code: Code,
    pub symbol: Symbol,
    pub cell: Option<Symbol>,
    pub period: Option<Period>,
    pub raised_on: Option<Date>,
    pub area: Option<Area>,
    pub text: Option<Remark>,
}

impl RecommendationDraft {
    /// Reads a row. What stands in a column of the file must not be empty where a record needs it.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let own = row.own_code(ID);
        for column in COLUMNS.iter().filter(|column| column.need == Need::NewRecords) {
            if row.has(*column) {
                row.need(*column, Some(()));
            }
        }
        let (period, raised_on) = (row.period(PERIOD), row.date(RAISED_ON));
        row.day = raised_on.or_else(|| period.map(Period::last_day)).unwrap_or(row.today);
        let cell = row.reference(CELL);
        let (area, text) = (row.word(AREA), row.short(TEXT));
        let (code, symbol) = own?;
        Some(Self { code, symbol, cell, period, raised_on, area, text })
    }
}

/// Plans every recommendation as it was raised.
pub(super) fn plan(
    planning: &mut Planning,
    planned: &mut Planned,
    drafts: Vec<Draft<RecommendationDraft>>,
) {
    let mut first: HashMap<Symbol, Draft<RecommendationDraft>> = HashMap::new();
    for draft in drafts {
        let symbol = draft.row.symbol;
        if let Some(first) = first.get(&symbol) {
            if first.row != draft.row {
                planning.duplicate(draft.place, first.place, draft.row.code.as_str());
            }
            continue;
        }
        if !planned.is_unsure(symbol) && plan_one(planning, planned, &draft).is_none() {
            planned.give_up(symbol);
        }
        first.insert(symbol, draft);
    }
}

/// None if there is something wrong with it, or with what it refers to.
fn plan_one(
    planning: &mut Planning,
    planned: &mut Planned,
    draft: &Draft<RecommendationDraft>,
) -> Option<()> {
    let before = planning.ledger.marks();
    let (place, row) = (draft.place, &draft.row);
    let id = planning.base.recommendations_ever.identity(&row.code);
    let old = planned.recorded(id).cloned();
    let old = old.as_ref();
    let rows = std::slice::from_ref(draft);

    let cell = match row.cell {
        Some(symbol) => Some(planning.find::<Cell>(place, column::CELL, symbol)?),
        None => old.map(|o| o.cell),
    };
    if cell.is_none() {
        planning.lacks(place, column::CELL);
    }
    let period = (old.map(|o| o.period), true);
    let period = needed(planning, rows, column::PERIOD, period, |row| &row.period, shown);
    let day = (old.and_then(|o| o.raised_on), true);
    let raised_on = undated(planning, rows, column::RAISED_ON, day, |row| &row.raised_on, shown);
    let text = (old.map(|o| o.text.clone()), true);
    let text = needed(planning, rows, column::TEXT, text, |row| &row.text, shown);
    let area = match (row.area, planning.has(place, column::AREA), old) {
        (None, false, Some(old)) => old.area,
        (area, _, _) => area.unwrap_or(Area::Other),
    };
    let code = old.map_or(&row.code, |o| &o.code).clone();
    let (cell, period, text) = (cell?, period?, text?);
    let steps = old.map(|old| old.steps.clone()).unwrap_or_default();
    let new = Recommendation { id, code, cell, period, raised_on, area, text, steps };
    if let Some(old) = old {
        let kind = FileKind::Recommendations;
        planning.compare((kind, place), (old, &new));
    }
    if planning.ledger.marks() != before {
        return None;
    }
    planning.base.recommendations_ever.enter(&new.code);
    planning.count(FileKind::Recommendations, old.is_none(), old == Some(&new));
    planned.enter(new, place);
    Some(())
}

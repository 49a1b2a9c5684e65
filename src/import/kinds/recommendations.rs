//! Recommendations: a row of `recommendations.csv`, and what becomes of it.

use std::collections::{HashMap, HashSet};

use crate::domain::{Area, Cell, Code, Date, Period, Recommendation, RecommendationId, Remark};
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

/// Plans every recommendation.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<RecommendationDraft>>) {
    let recorded = std::mem::take(&mut planning.base.records.recommendations).into_iter();
    let recorded: HashMap<RecommendationId, Recommendation> = recorded.map(|r| (r.id, r)).collect();
    let unsure: HashSet<Symbol> = planning.unsure.of(FileKind::Recommendations).collect();
    let mut planned: HashMap<Symbol, Draft<RecommendationDraft>> = HashMap::new();
    for draft in drafts {
        let symbol = draft.row.symbol;
        if let Some(first) = planned.get(&symbol) {
            if first.row != draft.row {
                planning.duplicate(draft.place, first.place, draft.row.code.as_str());
            }
            continue;
        }
        if !unsure.contains(&symbol) {
            plan_one(planning, &draft, &recorded);
        }
        planned.insert(symbol, draft);
    }
}

/// None if there is something wrong with it, or with what it refers to.
fn plan_one(
    planning: &mut Planning,
    draft: &Draft<RecommendationDraft>,
    recorded: &HashMap<RecommendationId, Recommendation>,
) -> Option<()> {
    let before = planning.ledger.marks();
    let (place, row) = (draft.place, &draft.row);
    let id = planning.base.recommendations_ever.identity(&row.code);
    let old = recorded.get(&id);
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
    let new = Recommendation { id, code, cell, period, raised_on, area, text };
    if let Some(old) = old {
        let kind = FileKind::Recommendations;
        planning.compare((kind, place), (old, &new));
    }
    if planning.ledger.marks() != before {
        return None;
    }
    planning.base.recommendations_ever.enter(&new.code);
    planning.count(FileKind::Recommendations, old.is_none(), old == Some(&new));
    if old != Some(&new) {
        planning.change.recommendations.push(new);
    }
    Some(())
}

//! Recommendations of the files.

use std::collections::HashMap;

use super::super::codes::Symbol;
use super::super::drafts::{Draft, RecommendationDraft};
use super::dated::undated;
use super::planning::{Planning, key, shown};
use crate::domain::{Area, Recommendation, RecommendationId};
use crate::files::{FileKind, recommendations as column};

/// Plans every recommendation.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<RecommendationDraft>>) {
    let recorded = std::mem::take(&mut planning.base.recommendations).into_iter();
    let recorded: HashMap<RecommendationId, Recommendation> = recorded.map(|r| (r.id, r)).collect();
    let mut planned: HashMap<Symbol, Draft<RecommendationDraft>> = HashMap::new();
    for draft in drafts {
        let symbol = draft.row.symbol;
        if let Some(first) = planned.get(&symbol) {
            if first.row != draft.row {
                planning.duplicate(draft.place, first.place, draft.row.code.as_str());
            }
            continue;
        }
        if !planning.unsure_recommendations.contains(&symbol) {
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
    let ever = planning.base.recommendation_codes.get(&row.code).copied();
    let old = ever.and_then(|id| recorded.get(&id));
    let rows = std::slice::from_ref(draft);

    let cell = match row.cell {
        Some(symbol) => Some(planning.cell(place, column::CELL, symbol)?),
        None => old.map(|o| o.cell),
    };
    let in_force = old.map(|o| Some(o.period));
    let period = undated(planning, rows, column::PERIOD, in_force, true, |row| &row.period, shown);
    let in_force = old.map(|o| o.raised_on);
    let raised_on =
        undated(planning, rows, column::RAISED_ON, in_force, true, |row| &row.raised_on, shown);
    let in_force = old.map(|o| Some(o.text.clone()));
    let text = undated(planning, rows, column::TEXT, in_force, true, |row| &row.text, shown);
    let area = match (row.area, planning.has(place, column::AREA), old) {
        (None, false, Some(old)) => old.area,
        (area, _, _) => area.unwrap_or(Area::Other),
    };
    if let Some(old) = old {
        planning.compare(place, column::AREA, (&Some(old.area), &Some(area)), key);
        let code = |id: crate::domain::CellId| planning.base.register.cell(id).code.clone();
        let cells = (Some(code(old.cell)), cell.map(code));
        planning.compare(place, column::CELL, (&cells.0, &cells.1), shown);
    }
    for (column, lacks) in [
        (column::CELL, cell.is_none()),
        (column::PERIOD, period.is_none()),
        (column::TEXT, text.is_none()),
    ] {
        if lacks {
            planning.lacks(place, column);
        }
    }
    if planning.ledger.marks() != before {
        return None;
    }
    let id = ever.unwrap_or(RecommendationId(planning.base.next_recommendation));
    if ever.is_none() {
        planning.base.next_recommendation += 1;
    }
    let code = old.map_or(&row.code, |o| &o.code).clone();
    let (cell, period, text) = (cell?, period?, text?);
    let new = Recommendation { id, code, cell, period, raised_on, area, text };
    planning.count(FileKind::Recommendations, old.is_none(), old == Some(&new));
    if old != Some(&new) {
        planning.batch.recommendations.push(new);
    }
    Some(())
}

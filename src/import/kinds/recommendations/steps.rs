//! Steps of recommendations: a row of `recommendation_steps.csv`, and what becomes of it.

use std::collections::HashMap;

use super::planned::Planned;
use crate::domain::{Date, DocumentNo, Label, Remark, Since, Step, StepKind};
use crate::files::{Column, FileKind, recommendation_steps as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::{OtherValue, Planning, shown};
use crate::import::row::Row;

/// A row of `recommendation_steps.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct StepDraft {
    pub id: Symbol,
    pub step: Step,
}

impl StepDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let (id, kind, on) = (row.reference(ID), row.word::<StepKind>(STEP), row.date(ON));
        let (id, kind, on) = (row.need(ID, id), row.need(STEP, kind), row.need(ON, on));
        let to: Option<Label> = row.short(TO);
        if kind == Some(StepKind::Sent) {
            row.need(TO, Some(()));
        }
        let (document, text) = (row.short(DOCUMENT), row.short(TEXT));
        Some(Self { id: id?, step: Step { on: on?, kind: kind?, to, document, text } })
    }
}

/// A step of a row among others: of which recommendation, and by what it is told from its others.
type StepOfRow = (Symbol, Date, StepKind, Option<Label>);

/// Plans every step.
pub(super) fn plan(planning: &mut Planning, planned: &mut Planned, drafts: Vec<Draft<StepDraft>>) {
    let mut first: HashMap<StepOfRow, (Place, Step)> = HashMap::new();
    for Draft { place, row: StepDraft { id, step } } in drafts {
        let key = (id, step.on, step.kind, step.to.clone());
        match first.get(&key) {
            Some((_, other)) if *other == step => continue,
            Some((other, _)) => {
                let text = planning.codes.text(id).to_owned();
                planning.duplicate(place, *other, &text);
                continue;
            }
            None => first.insert(key, (place, step.clone())),
        };
        plan_one(planning, planned, (place, id), step);
    }
}

fn plan_one(
    planning: &mut Planning,
    planned: &mut Planned,
    (place, id): (Place, Symbol),
    mut step: Step,
) -> Option<()> {
    let mut new = planned.find(planning, (place, column::ID), id)?.clone();
    let old = new.steps.iter().position(|other| other.key() == step.key());
    let old = old.map(|at| new.steps.remove(at));
    if let Some(old) = &old {
        if !planning.has(place, column::DOCUMENT) {
            step.document.clone_from(&old.document);
        }
        if !planning.has(place, column::TEXT) {
            step.text.clone_from(&old.text);
        }
        compare(planning, place, old, &step);
    }
    let kind = FileKind::RecommendationSteps;
    planning.count(kind, old.is_none(), old.as_ref() == Some(&step));
    new.enter(step.clone());
    planned.put_steps(new, &step, place);
    Some(())
}

/// Every value of a step on record that is another one in the row is a fault, unless it is to be amended.
fn compare(planning: &mut Planning, place: Place, old: &Step, new: &Step) {
    let mut other = |column: Column, old: String, new: String| {
        if old != new {
            planning.would_change(place, OtherValue { column, since: Since::Always, old, new });
        }
    };
    let document = |step: &Step| shown::<DocumentNo>(&step.document);
    let text = |step: &Step| shown::<Remark>(&step.text);
    other(column::DOCUMENT, document(old), document(new));
    other(column::TEXT, text(old), text(new));
}

//! The end of a plan with faults: unknown codes get the nearest known ones.

use std::collections::HashMap;

use super::super::fault::{Fault, Faults, Problem, Source};
use super::super::planning::Planning;
use crate::domain::{Date, Keyword, Thing, ThingKind};

/// For how many unknown codes the nearest known ones are looked up.
const NEAREST_FOR: usize = 20;
/// How many categories are offered where none is near.
const CATEGORIES: usize = 12;
/// How many near codes are offered.
const NEAR: usize = 3;

/// Closes the ledger; the first unknown codes get the nearest known ones.
pub(super) fn told(planning: Planning, sources: &[Source]) -> Faults {
    let raised = planning.base.records.recommendations;
    let register = planning.base.records.register;
    let far = Date::first();
    let all = |kind: ThingKind| -> Vec<Thing> {
        match kind {
            ThingKind::Committee => register.committees().iter().map(|c| c.thing(far)).collect(),
            ThingKind::Cell => register.cells().iter().map(|c| c.latest_thing()).collect(),
            ThingKind::Category => register.categories().iter().map(|c| c.thing()).collect(),
            ThingKind::Official => register.officials().iter().map(|o| o.thing(far)).collect(),
            ThingKind::Recommendation => raised.iter().map(|one| one.thing()).collect(),
        }
    };
    let mut things: HashMap<&'static str, Vec<Thing>> = HashMap::new();
    let mut asked: HashMap<(&'static str, String), Vec<Thing>> = HashMap::new();
    let files = planning.files;
    let column = |file: u32, column| files[file as usize].as_ref()?.header.place(column);
    planning.ledger.close(sources, column, |fault: &mut Fault| {
        let Problem::UnknownCode { kind, near } = &mut fault.problem else { return };
        let key = (kind.key(), fault.value.to_ascii_uppercase());
        if asked.len() >= NEAREST_FOR && !asked.contains_key(&key) {
            return;
        }
        let things = things.entry(kind.key()).or_insert_with(|| all(*kind));
        let found = asked.entry(key.clone()).or_insert_with(|| {
            let near = nearest(&key.1, things);
            // There are few categories, and no list of them is at hand.
            let all = near.is_empty() && *kind == ThingKind::Category;
            if all { things.iter().take(CATEGORIES).cloned().collect() } else { near }
        });
        near.clone_from(found);
    })
}

fn nearest(code: &str, things: &[Thing]) -> Vec<Thing> {
    let mut near: Vec<(f64, &Thing)> = Vec::new();
    for thing in things {
        let other = thing.code.to_ascii_uppercase();
        let score = strsim::normalized_damerau_levenshtein(code, &other);
        if score >= 0.6 {
            near.push((score, thing));
        }
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.iter().take(NEAR).map(|(_, thing)| (*thing).clone()).collect()
}

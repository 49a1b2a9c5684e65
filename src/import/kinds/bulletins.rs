//! Bulletins: a row of `bulletins.csv`, and what becomes of it. One is told from others by its month, area and text: another
//! text is another bulletin.

use std::collections::HashMap;

use crate::domain::{Area, Bulletin, BulletinId, Label, Passage, Period};
use crate::files::{FileKind, bulletins as column};
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::Planning;
use crate::import::row::Row;

/// A row of `bulletins.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct BulletinDraft {
    pub period: Period,
    pub area: Area,
    pub text: Passage,
    pub source: Option<Label>,
}

impl BulletinDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let (period, area, text) = (row.period(PERIOD), row.word(AREA), row.short(TEXT));
        let (period, area) = (row.need(PERIOD, period), row.need(AREA, area));
        let (text, source) = (row.need(TEXT, text), row.short(SOURCE));
        Some(Self { period: period?, area: area?, text: text?, source })
    }
}

type Key = (Period, Area, Passage);

/// Plans every bulletin.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<BulletinDraft>>) {
    let recorded = std::mem::take(&mut planning.base.records.bulletins).into_iter();
    let key = |one: &Bulletin| (one.period, one.area, one.text.clone());
    let recorded: HashMap<Key, Bulletin> = recorded.map(|one| (key(&one), one)).collect();
    let mut planned: HashMap<Key, (Place, Option<Label>)> = HashMap::new();
    let mut next = planning.base.next_bulletin;
    for Draft { place, row: BulletinDraft { period, area, text, source } } in drafts {
        let known = (period, area, text.clone());
        let old = recorded.get(&known);
        // A column that is not there leaves the value.
        let source = match old {
            Some(old) if !planning.has(place, column::SOURCE) => old.source.clone(),
            Some(_) | None => source,
        };
        if let Some((first, other)) = planned.get(&known) {
            if *other != source {
                planning.duplicate(place, *first, text.as_str());
            }
            continue;
        }
        let id = old.map_or(BulletinId(next), |old| old.id);
        let new = Bulletin { id, period, area, text, source: source.clone() };
        if old.is_none() {
            next += 1;
        }
        if planning.weigh((FileKind::Bulletins, place), old, &new) {
            planning.change.bulletins.push(new);
        }
        planned.insert(known, (place, source));
    }
}

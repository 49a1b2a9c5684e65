//! Duties: a row of `duties.csv`, and what becomes of it.

use std::collections::HashMap;

use crate::domain::{
    Cell, Committee, Date, DocumentNo, Duty, DutySpan, Field, Official, OfficialId, Scope,
    check_duty, refusal,
};
use crate::files::{FileKind, duties as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::Planning;
use crate::import::planning::known::Found;
use crate::import::row::Row;

/// A row of `duties.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct DutyDraft {
    pub official: Symbol,
    pub scope: ScopeDraft,
    pub count: Option<u16>,
    pub span: Option<DutySpan>,
    pub each: Option<bool>,
    pub from: Date,
    pub until: Option<Date>,
    pub document: Option<DocumentNo>,
}

/// Where the duty is owed, as a file says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum ScopeDraft {
    All,
    Committee(Symbol),
    Cell(Symbol),
    /// A code or name that says not of what.
    Either {
        committee: Symbol,
        cell: Symbol,
    },
}

impl DutyDraft {
    /// Reads a row. What stands in a column of the file must not be empty where a record needs it.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let from = row.date(FROM);
        row.day = from.unwrap_or(row.today);
        let official = row.reference(OFFICIAL);
        let official = row.need(OFFICIAL, official);
        let scope = Self::scope(row);
        let scope = row.need(SCOPE, scope);
        for column in [COUNT, SPAN] {
            if row.has(column) {
                row.need(column, Some(()));
            }
        }
        let count = row.number(COUNT, Field::Count, 1, Duty::MOST).map(|count| count as u16);
        let (span, each) = (row.word(SPAN), row.yes_or_no(EACH));
        let (from, until) = (row.need(FROM, from), row.date(UNTIL));
        let document = row.short(DOCUMENT);
        let (official, scope, from) = (official?, scope?, from?);
        Some(Self { official, scope, count, span, each, from, until, document })
    }

    fn scope(row: &mut Row<'_>) -> Option<ScopeDraft> {
        let text = row.text(column::SCOPE);
        if text.is_empty() {
            return None;
        }
        if Scope::says_all(text) {
            return Some(ScopeDraft::All);
        }
        let named = |prefix: &str| {
            let (before, after) = text.split_once(':')?;
            before.trim().eq_ignore_ascii_case(prefix).then(|| after.trim())
        };
        Some(if let Some(committee) = named("committee") {
            ScopeDraft::Committee(row.mention::<Committee>(committee))
        } else if let Some(cell) = named("cell") {
            ScopeDraft::Cell(row.mention::<Cell>(cell))
        } else {
            let (committee, cell) = (row.mention::<Committee>(text), row.mention::<Cell>(text));
            ScopeDraft::Either { committee, cell }
        })
    }
}

type Key = (OfficialId, Scope, Date);

/// A duty as it will be.
struct Entry {
    new: Duty,
    old: Option<Box<Duty>>,
    /// Its row, if it stands in a file.
    place: Option<Place>,
}

/// Plans every duty. In the base stay those that are as they were.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<DutyDraft>>) {
    let recorded = std::mem::take(&mut planning.base.records.duties).into_iter();
    let mut entries: Vec<Entry> = recorded
        .map(|duty| Entry { new: duty.clone(), old: Some(Box::new(duty)), place: None })
        .collect();
    let key = |duty: &Duty| (duty.official, duty.scope, duty.from);
    let mut places: HashMap<Key, usize> =
        entries.iter().enumerate().map(|(at, entry)| (key(&entry.new), at)).collect();
    for draft in drafts {
        enter(planning, draft, &mut entries, &mut places);
    }
    entries.sort_by_key(|entry| key(&entry.new));
    for same in
        entries.chunk_by(|a, b| (a.new.official, a.new.scope) == (b.new.official, b.new.scope))
    {
        check(planning, same);
    }
    for Entry { new, old, place } in entries {
        let is_same = old.as_deref() == Some(&new);
        if place.is_some() {
            planning.count(FileKind::Duties, old.is_none(), is_same);
        }
        if is_same {
            planning.base.records.duties.push(new);
        } else {
            planning.change.duties.push(new);
        }
    }
}

fn enter(
    planning: &mut Planning,
    Draft { place, row }: Draft<DutyDraft>,
    entries: &mut Vec<Entry>,
    places: &mut HashMap<Key, usize>,
) {
    let official = planning.find::<Official>(place, column::OFFICIAL, row.official);
    let scope = scope(planning, place, &row);
    let Some((official, scope)) = official.zip(scope) else { return };
    let known = places.get(&(official, scope, row.from)).copied();
    let old = known.and_then(|at| entries[at].old.clone());
    let count = row.count.or(old.as_ref().map(|old| old.count));
    let span = row.span.or(old.as_ref().map(|old| old.span));
    for (is_there, column) in [(count.is_some(), column::COUNT), (span.is_some(), column::SPAN)] {
        if !is_there {
            planning.lacks(place, column);
        }
    }
    let Some((count, span)) = count.zip(span) else { return };
    // A column that is not there leaves the value.
    let kept = |column| old.as_ref().filter(|_| !planning.has(place, column));
    let each = kept(column::EACH).map_or(row.each.unwrap_or(false), |old| old.each);
    let until = kept(column::UNTIL).map_or(row.until, |old| old.until);
    let document = kept(column::DOCUMENT).map_or(row.document, |old| old.document.clone());
    let new = Duty { official, scope, count, span, each, from: row.from, until, document };
    if let Some((at, first)) = known.and_then(|at| Some((at, entries[at].place?))) {
        if entries[at].new != new {
            planning.duplicate(place, first, &new.from.to_string());
        }
        return;
    }
    if let Some(old) = &old {
        planning.compare((FileKind::Duties, place), (&**old, &new));
    }
    match known {
        Some(at) => entries[at] = Entry { new, old, place: Some(place) },
        None => {
            places.insert((official, scope, new.from), entries.len());
            entries.push(Entry { new, old, place: Some(place) });
        }
    }
}

/// What a row says of where; a code of both a committee and a cell says too little.
fn scope(planning: &mut Planning, place: Place, row: &DutyDraft) -> Option<Scope> {
    match row.scope {
        ScopeDraft::All => Some(Scope::All),
        ScopeDraft::Committee(symbol) => {
            planning.find::<Committee>(place, column::SCOPE, symbol).map(Scope::Committee)
        }
        ScopeDraft::Cell(symbol) => {
            planning.find::<Cell>(place, column::SCOPE, symbol).map(Scope::Cell)
        }
        ScopeDraft::Either { committee, cell } => {
            let (of_committee, of_cell) =
                (planning.meaning::<Committee>(committee), planning.meaning::<Cell>(cell));
            match (of_committee, of_cell) {
                (Found::Known(committee), Found::Known(cell)) => {
                    let register = &planning.base.records.register;
                    let committee = register.committee(committee).thing(row.from);
                    let cell = register.cell(cell).thing(row.from);
                    let value = cell.code.clone();
                    let refusal = refusal::Duty::ScopeAmbiguous { committee, cell };
                    planning.fault(place, column::SCOPE, &value, refusal);
                    None
                }
                (Found::Known(committee), _) => Some(Scope::Committee(committee)),
                (_, Found::Known(cell)) => Some(Scope::Cell(cell)),
                (Found::Unsure, _) => None,
                (Found::Unknown, _) => {
                    planning.find::<Cell>(place, column::SCOPE, cell).map(Scope::Cell)
                }
            }
        }
    }
}

/// Checks those of one official in one scope, by day.
fn check(planning: &mut Planning, same: &[Entry]) {
    for (at, entry) in same.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &same[at]);
        let register = &planning.base.records.register;
        let others = before.map(|before| &before.new).into_iter();
        let Err(refusal) = check_duty(&entry.new, register, others) else { continue };
        let lives = planning.parts.officials.lives.get(&entry.new.official).copied();
        match entry.place.or(before.and_then(|before| before.place)) {
            Some(place) => {
                let value = entry.new.from.to_string();
                planning.fault(place, column::FROM, &value, refusal);
            }
            None => lives
                .into_iter()
                .for_each(|place| planning.ledger.enter(place, None, "", refusal.clone())),
        }
    }
}

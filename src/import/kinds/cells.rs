//! Cells: a row of `cells.csv`, and what becomes of it.

use crate::domain::{
    Cell, CellId, CellKind, CellStanding, Code, Committee, Date, Dated, Field, Name, Refusal,
    RegularDay, refusal,
};
use crate::files::{Column, cells as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::ledger::Place;
use crate::import::planning::dated::{
    Before, dated, given, in_force_on, is_beginning, needed, undated,
};
use crate::import::planning::register::{self, Planned, blamed_day};
use crate::import::planning::{Planning, key, shown};
use crate::import::row::Row;

/// A row of `cells.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct CellDraft {
    pub code: Code,
    pub symbol: Symbol,
    pub name: Option<Name>,
    pub kind: Option<CellKind>,
    pub committee: Option<Symbol>,
    pub founded: Option<Date>,
    pub dissolved: Option<Date>,
    pub regular_day: Option<RegularDay>,
    pub from: Option<Date>,
}

impl CellDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let own = row.own_code(CODE);
        let (founded, dissolved) = (row.date(FOUNDED), row.date(DISSOLVED));
        let from = row.date(FROM);
        row.day = from.or(founded).unwrap_or(row.today);
        let (name, kind, committee) = (row.name(NAME), row.word(KIND), row.reference(COMMITTEE));
        let day = row.number(REGULAR_DAY, Field::RegularDay, 1, 31);
        let regular_day = day.and_then(|day| RegularDay::new(day as u8));
        let (code, symbol) = own?;
        Some(Self { code, symbol, name, kind, committee, founded, dissolved, regular_day, from })
    }
}

/// Plans every cell, then looks at those that are in no file.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<CellDraft>>) {
    register::plan::<Cell>(planning, drafts);
    check_others(planning);
}

impl Planned for Cell {
    type Row = CellDraft;

    fn own(row: &CellDraft) -> (&Code, Symbol) {
        (&row.code, row.symbol)
    }

    fn since(row: &CellDraft) -> Option<Date> {
        row.from
    }

    fn laid(
        planning: &mut Planning,
        rows: &[Draft<CellDraft>],
        old: Option<&Self>,
        (id, code): (CellId, Code),
    ) -> Option<Self> {
        let head = &rows[0].row;
        let begun = head.founded.or(old.and_then(|o| o.founded));
        let first = is_beginning(head.from, begun, old.map(|o| &o.standings));
        let kind = (old.map(|o| o.kind), first);
        let kind = needed(planning, rows, column::KIND, kind, |row| &row.kind, key);
        let founded = (old.and_then(|o| o.founded), first);
        let founded = undated(planning, rows, column::FOUNDED, founded, |row| &row.founded, shown);
        let dissolved = (old.and_then(|o| o.dissolved), first);
        let dissolved =
            undated(planning, rows, column::DISSOLVED, dissolved, |row| &row.dissolved, shown);
        let show = |day: &Option<RegularDay>| shown(&day.map(RegularDay::day));
        let day = (old.and_then(|o| o.regular_day), first);
        let regular_day =
            undated(planning, rows, column::REGULAR_DAY, day, |row| &row.regular_day, show);

        let in_force = old.map(|o| &o.standings);
        let before = Before { old: in_force, founded, unknown: None };
        let from = (column::FROM, Self::since);
        let standings = dated(planning, rows, from, before, |planning, place, row| {
            standing(planning, place, row, in_force)
        });
        let (code, standings) = match standings {
            Some(standings) => (code, standings),
            None => (old?.code.clone(), in_force?.clone()),
        };
        let begun = founded.or_else(|| with_committee(planning, &standings, old.is_none()));
        Some(Self { id, code, kind: kind?, founded: begun, dissolved, regular_day, standings })
    }

    fn blamed(&self, refusal: &Refusal) -> (Column, String) {
        match refusal {
            Refusal::Register(refusal::Register::CommitteeGone { .. }) => {
                (column::COMMITTEE, String::new())
            }
            _ => blamed_day(refusal, column::FROM, (column::DISSOLVED, self.dissolved)),
        }
    }
}

/// The day of its committee's founding: a cell of which no day is said began no earlier.
fn with_committee(
    planning: &mut Planning,
    standings: &Dated<CellStanding>,
    is_new: bool,
) -> Option<Date> {
    let committee = planning.base.records.register.committee(standings.first().committee);
    let founded = committee.founded?;
    planning.founded_with_committee += usize::from(is_new);
    Some(founded)
}

/// Name and committee as one row gives them; a column that is not there leaves what holds on its day.
fn standing(
    planning: &mut Planning,
    place: Place,
    row: &CellDraft,
    old: Option<&Dated<CellStanding>>,
) -> Option<CellStanding> {
    let held = in_force_on(old, row.from);
    let name = given(planning, place, column::NAME, (&row.name, held.map(|held| &held.name)));
    let committee = match (row.committee, planning.has(place, column::COMMITTEE), held) {
        (Some(symbol), _, _) => planning.find::<Committee>(place, column::COMMITTEE, symbol),
        (None, false, Some(held)) => Some(held.committee),
        (None, _, _) => {
            planning.lacks(place, column::COMMITTEE);
            None
        }
    };
    Some(CellStanding { name: name?, committee: committee? })
}

/// Cells that are not in the files may lose their committee through a change of its life.
fn check_others(planning: &mut Planning) {
    if planning.parts.committees.lives.is_empty() {
        return;
    }
    let mut lost: Vec<(Place, String, Refusal)> = Vec::new();
    for cell in planning
        .base
        .records
        .register
        .cells()
        .iter()
        .filter(|cell| planning.parts.cells.known.row(cell.id).is_none())
    {
        let mut committees = cell.standings.iter().map(|(_, standing)| standing.committee);
        let changed =
            committees.find_map(|committee| planning.parts.committees.lives.get(&committee));
        if let Some((place, refusal)) =
            changed.zip(cell.check(&planning.base.records.register).err())
        {
            lost.push((*place, cell.code.to_string(), refusal));
        }
    }
    for (place, code, refusal) in lost {
        planning.ledger.enter(place, None, &code, refusal);
    }
}

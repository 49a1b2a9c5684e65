//! Committees: a row of `committees.csv`, and what becomes of it.

use crate::domain::{Code, Committee, CommitteeId, CommitteeKind, Date, Name, Refusal};
use crate::files::{Column, committees as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::planning::dated::{
    Before, dated, given, in_force_on, is_beginning, needed, undated,
};
use crate::import::planning::register::{Planned, blamed_day};
use crate::import::planning::{Planning, key, shown};
use crate::import::row::Row;

/// A row of `committees.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct CommitteeDraft {
    pub code: Code,
    pub symbol: Symbol,
    pub name: Option<Name>,
    pub kind: Option<CommitteeKind>,
    pub founded: Option<Date>,
    pub dissolved: Option<Date>,
    pub from: Option<Date>,
}

impl CommitteeDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let own = row.own_code(CODE);
        let draft = (
            row.name(NAME),
            row.word(KIND),
            row.date(FOUNDED),
            row.date(DISSOLVED),
            row.date(FROM),
        );
        let ((code, symbol), (name, kind, founded, dissolved, from)) = (own?, draft);
        Some(Self { code, symbol, name, kind, founded, dissolved, from })
    }
}

impl Planned for Committee {
    type Row = CommitteeDraft;

    fn own(row: &CommitteeDraft) -> (&Code, Symbol) {
        (&row.code, row.symbol)
    }

    fn since(row: &CommitteeDraft) -> Option<Date> {
        row.from
    }

    fn laid(
        planning: &mut Planning,
        rows: &[Draft<CommitteeDraft>],
        old: Option<&Self>,
        (id, code): (CommitteeId, Code),
    ) -> Option<Self> {
        let head = &rows[0].row;
        let begun = head.founded.or(old.and_then(|o| o.founded));
        let first = is_beginning(head.from, begun, old.map(|o| &o.names));
        let kind = (old.map(|o| o.kind), first);
        let kind = needed(planning, rows, column::KIND, kind, |row| &row.kind, key);
        let founded = (old.and_then(|o| o.founded), first);
        let founded = undated(planning, rows, column::FOUNDED, founded, |row| &row.founded, shown);
        let dissolved = (old.and_then(|o| o.dissolved), first);
        let dissolved =
            undated(planning, rows, column::DISSOLVED, dissolved, |row| &row.dissolved, shown);

        let in_force = old.map(|o| &o.names);
        let before = Before { old: in_force, founded, unknown: None };
        let from = (column::FROM, Self::since);
        let names = dated(planning, rows, from, before, |planning, place, row| {
            let name = in_force_on(in_force, row.from);
            given(planning, place, column::NAME, (&row.name, name))
        });
        let (code, names) = match names {
            Some(names) => (code, names),
            None => (old?.code.clone(), in_force?.clone()),
        };
        Some(Self { id, code, kind: kind?, founded, dissolved, names })
    }

    fn blamed(&self, refusal: &Refusal) -> (Column, String) {
        blamed_day(refusal, column::FROM, (column::DISSOLVED, self.dissolved))
    }
}

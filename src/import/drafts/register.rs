//! Rows of the register: committees, cells, categories, officials.

use super::super::codes::Symbol;
use super::super::fault::Problem;
use super::super::row::Row;
use crate::domain::{CellKind, Code, CommitteeKind, Date, Field, Label, Name, RegularDay};
use crate::files::{Column, categories, cells, committees, officials};

/// The highest place in a list.
const MOST_ORDER: u32 = 999_999;

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
        use committees::*;
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
        use cells::*;
        let own = row.own_code(CODE);
        let (name, kind, committee) = (row.name(NAME), row.word(KIND), row.reference(COMMITTEE));
        let (founded, dissolved) = (row.date(FOUNDED), row.date(DISSOLVED));
        let day = row.number(REGULAR_DAY, Field::RegularDay, 1, 31);
        let regular_day = day.and_then(|day| RegularDay::new(day as u8));
        let from = row.date(FROM);
        let (code, symbol) = own?;
        Some(Self { code, symbol, name, kind, committee, founded, dissolved, regular_day, from })
    }
}

/// A row of `categories.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct CategoryDraft {
    pub code: Code,
    pub symbol: Symbol,
    pub label_vi: Option<Label>,
    pub label_en: Option<Label>,
    pub order: Option<u32>,
}

impl CategoryDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use categories::*;
        let own = row.own_code(CODE);
        let (label_vi, label_en) = (row.short(LABEL_VI), row.short(LABEL_EN));
        let order = position(row, ORDER);
        let (code, symbol) = own?;
        Some(Self { code, symbol, label_vi, label_en, order })
    }
}

/// A row of `officials.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct OfficialDraft {
    pub code: Code,
    pub symbol: Symbol,
    pub full_name: Option<Name>,
    pub title: Option<Label>,
    pub organisation: Option<Label>,
    pub category: Option<Symbol>,
    pub active_from: Option<Date>,
    pub active_until: Option<Date>,
    pub order: Option<u32>,
    pub from: Option<Date>,
    /// Whether the name was erased.
    pub erased: Option<bool>,
}

impl OfficialDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use officials::*;
        let own = row.own_code(CODE);
        let full_name = row.name(FULL_NAME);
        let (title, organisation) = (row.short(TITLE), row.short(ORGANISATION));
        let category = row.reference(CATEGORY);
        let (active_from, active_until) = (row.date(ACTIVE_FROM), row.date(ACTIVE_UNTIL));
        let (order, from) = (position(row, ORDER), row.date(FROM));
        let erased = row.yes_or_no(ERASED);
        if erased == Some(true) && !row.text(FULL_NAME).is_empty() {
            row.refuse(FULL_NAME, Problem::NameOfErased);
        }
        let (code, symbol) = own?;
        Some(Self {
            code,
            symbol,
            full_name,
            title,
            organisation,
            category,
            active_from,
            active_until,
            order,
            from,
            erased,
        })
    }
}

fn position(row: &mut Row<'_>, column: Column) -> Option<u32> {
    row.number(column, Field::Order, 0, MOST_ORDER)
}

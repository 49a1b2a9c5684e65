//! Categories of officials: a row of `categories.csv`, and what becomes of it.

use crate::domain::{Category, CategoryId, Code, Date, Label, Refusal};
use crate::files::{Column, categories as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::planning::dated::{needed, undated};
use crate::import::planning::register::Planned;
use crate::import::planning::{Planning, shown};
use crate::import::row::Row;

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
        use column::*;
        let own = row.own_code(CODE);
        let (label_vi, label_en) = (row.short(LABEL_VI), row.short(LABEL_EN));
        let order = row.order(ORDER);
        let (code, symbol) = own?;
        Some(Self { code, symbol, label_vi, label_en, order })
    }
}

impl Planned for Category {
    type Row = CategoryDraft;

    fn own(row: &CategoryDraft) -> (&Code, Symbol) {
        (&row.code, row.symbol)
    }

    fn since(_: &CategoryDraft) -> Option<Date> {
        None
    }

    fn laid(
        planning: &mut Planning,
        rows: &[Draft<CategoryDraft>],
        old: Option<&Self>,
        (id, code): (CategoryId, Code),
    ) -> Option<Self> {
        // A label that nobody gave is not taken away by saying nothing.
        let given = !old.is_some_and(Self::is_starting);
        let label = (old.map(|o| o.label_vi.clone()), given);
        let label_vi = needed(planning, rows, column::LABEL_VI, label, |row| &row.label_vi, shown);
        let label = (old.map(|o| o.label_en.clone()), given);
        let label_en = needed(planning, rows, column::LABEL_EN, label, |row| &row.label_en, shown);
        let order = (old.and_then(|o| o.order), true);
        let order = undated(planning, rows, column::ORDER, order, |row| &row.order, shown);
        Some(Self { id, code, label_vi: label_vi?, label_en: label_en?, order })
    }

    /// A category breaks no rule.
    fn blamed(&self, _: &Refusal) -> (Column, String) {
        (column::CODE, self.code.to_string())
    }

    /// As every new file has it: the office's own labels need no `--amend`.
    fn is_given(&self) -> bool {
        self.is_starting()
    }
}

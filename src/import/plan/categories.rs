//! Categories of the files.

use super::super::codes::Symbol;
use super::super::drafts::{CategoryDraft, Draft};
use super::dated::{needed, undated};
use super::planning::{Planning, shown};
use super::register::Planned;
use crate::domain::{Category, CategoryId, Code, Date, Refusal};
use crate::files::{Column, FileKind, categories as column};

impl Planned for Category {
    type Row = CategoryDraft;
    const FILE: FileKind = FileKind::Categories;

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

//! `gap_notes.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{GapNote, ThingKind};

columns! { COLUMNS:
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::Rows).also(&[
        "Mã chi bộ", "Tên chi bộ",
    ]),
    PERIOD = Column::value("period").needed_by(Need::Rows).also(&["Kỳ", "Tháng", "Tháng, năm"]),
    ON = Column::value("on").needed_by(Need::Rows).also(&["Ngày trả lời"]),
    TEXT = Column::value("text").needed_by(Need::NewRecords).also(&[
        "Nội dung trả lời", "Trả lời",
    ]),
}

/// By month, cell and day.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut notes: Vec<&GapNote> = exported.records.gap_notes.iter().collect();
    notes.sort_by_cached_key(|note| (note.period, register.cell(note.cell).code.clone(), note.on));
    vec![Content::of(COLUMNS, notes, register)]
}

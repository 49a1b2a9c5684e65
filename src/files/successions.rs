//! `successions.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Succession, ThingKind};

columns! { COLUMNS:
    FROM_CELL = Column::codes("from_cell", ThingKind::Cell).needed_by(Need::Rows).also(&[
        "Chi bộ cũ", "Former cell", "Mã chi bộ cũ", "Tên chi bộ cũ",
    ]),
    TO_CELL = Column::codes("to_cell", ThingKind::Cell).needed_by(Need::Rows).also(&[
        "Chi bộ mới", "New cell", "Mã chi bộ mới", "Tên chi bộ mới",
    ]),
    ON = Column::value("on").needed_by(Need::Rows).also(&[
        "Từ ngày", "Ngày sáp nhập", "Ngày chia tách",
    ]),
    DOCUMENT = Column::value("document").also(&[
        "Văn bản", "Số văn bản", "Số quyết định", "Quyết định số",
    ]),
}

/// By day, new cell and former cell.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let code = move |id| &register.cell(id).code;
    let mut successions: Vec<&Succession> = register.successions.iter().collect();
    successions.sort_by_key(|s| (s.on, code(s.to_cell), code(s.from_cell)));
    vec![Content::of(COLUMNS, successions, register)]
}

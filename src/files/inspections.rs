//! `inspections.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Inspection, ThingKind};

columns! { COLUMNS:
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::Rows).also(&[
        "Mã chi bộ", "Tên chi bộ", "Chi bộ được kiểm tra",
    ]),
    ON = Column::value("on").needed_by(Need::Rows).also(&["Ngày kiểm tra", "Ngày giám sát"]),
    KIND = Column::value("kind").needed_by(Need::Rows).also(&["Hình thức", "Kiểm tra, giám sát"]),
    DOCUMENT = Column::value("document").also(&[
        "Số quyết định", "Số thông báo", "Số văn bản", "Văn bản", "Số, ký hiệu văn bản",
    ]),
    OFFICIALS = Column::codes("officials", ThingKind::Official).also(&[
        "Cán bộ tham gia", "Thành phần", "Thành viên đoàn", "Đoàn kiểm tra",
    ]),
}

/// By day, cell and kind.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut all: Vec<&Inspection> = exported.records.inspections.iter().collect();
    all.sort_by_key(|one| (one.on, &register.cell(one.cell).code, one.kind));
    vec![Content::of(COLUMNS, all, register)]
}

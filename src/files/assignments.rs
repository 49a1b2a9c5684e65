//! `assignments.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Assignment, ThingKind};

columns! { COLUMNS:
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::Rows).also(&[
        "Mã chi bộ", "Tên chi bộ", "Chi bộ được phân công", "Chi bộ phụ trách",
        "Phân công dự chi bộ", "Dự sinh hoạt tại chi bộ", "Phân công dự sinh hoạt chi bộ",
    ]),
    OFFICIAL = Column::codes("official", ThingKind::Official).needed_by(Need::Rows).also(&[
        "Mã cán bộ", "Tên cán bộ", "Họ và tên", "Họ tên", "Họ và tên cán bộ", "Họ tên cán bộ",
        "Cán bộ được phân công", "Đồng chí", "Người được phân công", "Cán bộ phụ trách",
    ]),
    FROM = Column::value("from").needed_by(Need::Rows).also(&[
        "Ngày bắt đầu", "Ngày phân công", "Phân công từ ngày", "Bắt đầu từ ngày",
    ]),
    UNTIL = Column::value("until").also(&["Ngày thôi", "Thôi phân công từ ngày", "Ends on"]),
    DOCUMENT = Column::value("document").also(&[
        "Văn bản", "Số văn bản", "Số thông báo", "Thông báo số", "Số quyết định", "Quyết định số",
        "Số, ký hiệu văn bản", "Số, ký hiệu",
    ]),
    DOCUMENT_DATE = Column::value("document_date").also(&[
        "Ngày thông báo", "Ngày quyết định", "Ngày ban hành", "Ngày ký",
    ]),
    ISSUER = Column::value("issuer").also(&["Nơi ban hành", "Đơn vị ban hành"]),
    MODE = Column::value("mode").also(&["Hình thức phân công"]),
}

/// By cell, day and official.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let codes =
        move |a: &Assignment| (&register.cell(a.cell).code, &register.official(a.official).code);
    let mut assignments: Vec<&Assignment> = exported.records.assignments.iter().collect();
    assignments.sort_by_key(|a| {
        let (cell, official) = codes(a);
        (cell, a.from, official)
    });
    vec![Content::of(COLUMNS, assignments, register)]
}

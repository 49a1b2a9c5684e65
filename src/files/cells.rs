//! `cells.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Cell, ThingKind};

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Cell).also(&["Mã chi bộ", "Mã số", "Ký hiệu"]),
    NAME = Column::value("name").needed_by(Need::NewRecords).also(&[
        "Tên chi bộ", "Chi bộ", "Tên đơn vị", "Đơn vị",
    ]),
    KIND = Column::value("kind").needed_by(Need::NewRecords).also(&[
        "Loại hình", "Loại chi bộ", "Loại hình chi bộ", "Phân loại",
    ]),
    COMMITTEE = Column::codes("committee", ThingKind::Committee).needed_by(Need::NewRecords).also(&[
        "Mã đảng bộ", "Tên đảng bộ", "Đảng ủy", "Tên đảng ủy", "Đảng bộ cơ sở",
        "Đảng bộ trực thuộc", "Thuộc đảng bộ", "Trực thuộc", "Trực thuộc đảng bộ",
        "Đảng bộ phường, xã", "Đảng ủy phường, xã", "Phường, xã", "Xã, phường",
    ]),
    FOUNDED = Column::value("founded").also(&[
        "Thành lập", "Thành lập ngày", "Ngày, tháng, năm thành lập", "Ngày TL",
    ]),
    DISSOLVED = Column::value("dissolved").also(&[
        "Ngày giải thể", "Giải thể từ ngày", "Kết thúc hoạt động từ ngày",
    ]),
    REGULAR_DAY = Column::value("regular_day").also(&[
        "Ngày sinh hoạt", "Ngày sinh hoạt định kỳ", "Ngày sinh hoạt lệ", "Ngày họp",
        "Ngày họp định kỳ", "Ngày họp chi bộ",
    ]),
    FROM = Column::value("from"),
}

/// By code; one row for each name and committee, the earliest first.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut cells: Vec<&Cell> = register.cells().iter().collect();
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    vec![Content::of(COLUMNS, cells, register)]
}

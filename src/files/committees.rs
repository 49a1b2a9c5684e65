//! `committees.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Committee, ThingKind};

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Committee).also(&[
        "Mã đảng bộ", "Mã đảng ủy", "Mã số", "Ký hiệu",
    ]),
    NAME = Column::value("name").needed_by(Need::NewRecords).also(&[
        "Tên đảng bộ", "Đảng bộ", "Tên đảng ủy", "Đảng ủy", "Tên đơn vị", "Đơn vị",
        "Tên tổ chức đảng",
    ]),
    KIND = Column::value("kind").needed_by(Need::NewRecords).also(&[
        "Loại hình", "Loại đảng bộ", "Phân loại",
    ]),
    FOUNDED = Column::value("founded").also(&[
        "Thành lập", "Thành lập ngày", "Ngày, tháng, năm thành lập", "Ngày TL",
    ]),
    DISSOLVED = Column::value("dissolved").also(&[
        "Ngày giải thể", "Giải thể từ ngày", "Kết thúc hoạt động từ ngày",
    ]),
    FROM = Column::value("from"),
}

/// By code; one row for each name, the earliest first.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut committees: Vec<&Committee> = register.committees().iter().collect();
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    vec![Content::of(COLUMNS, committees, register)]
}

//! `duties.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Duty, ThingKind};

columns! { COLUMNS:
    OFFICIAL = Column::codes("official", ThingKind::Official).needed_by(Need::Rows).also(&[
        "Mã cán bộ", "Tên cán bộ", "Họ và tên", "Họ tên", "Họ và tên cán bộ", "Họ tên cán bộ",
        "Đồng chí",
    ]),
    SCOPE = Column::value("scope").needed_by(Need::Rows).also(&[
        "Phạm vi", "Nơi phải dự", "Địa bàn", "Địa bàn phụ trách",
    ]),
    COUNT = Column::value("count").needed_by(Need::NewRecords).also(&["Số lần", "Số buổi"]),
    SPAN = Column::value("span").needed_by(Need::NewRecords).also(&["Mỗi", "Trong"]),
    EACH = Column::value("each").also(&["Từng chi bộ"]),
    FROM = Column::value("from").needed_by(Need::Rows).also(&["Ngày bắt đầu"]),
    UNTIL = Column::value("until").also(&["Ngày thôi", "Ends on"]),
    DOCUMENT = Column::value("document").also(&[
        "Văn bản", "Số văn bản", "Số, ký hiệu văn bản", "Số, ký hiệu",
    ]),
}

/// By official, scope and day.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut duties: Vec<&Duty> = exported.records.duties.iter().collect();
    duties.sort_by_cached_key(|duty| {
        let official = register.official(duty.official).code.clone();
        (official, duty.scope.written(register), duty.from)
    });
    vec![Content::of(COLUMNS, duties, register)]
}

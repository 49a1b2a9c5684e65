//! `officials.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Official, ThingKind};

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Official).also(&["Mã cán bộ", "Mã số", "Ký hiệu"]),
    FULL_NAME = Column::value("full_name").needed_by(Need::NewRecords).also(&[
        "Họ tên", "Họ tên cán bộ", "Họ và tên cán bộ", "Tên cán bộ", "Họ và tên đồng chí",
        "Đồng chí", "Tên",
    ]),
    TITLE = Column::value("title").also(&["Chức danh", "Chức vụ hiện nay", "Chức vụ công tác"]),
    ORGANISATION = Column::value("organisation").also(&[
        "Đơn vị", "Đơn vị công tác", "Cơ quan công tác", "Cơ quan, đơn vị",
        "Cơ quan, đơn vị công tác", "Nơi công tác",
    ]),
    CATEGORY = Column::codes("category", ThingKind::Category).also(&[
        "Mã cơ cấu", "Tên cơ cấu", "Nhóm", "Thành phần", "Diện cán bộ",
    ]),
    ACTIVE_FROM = Column::value("active_from").also(&["Ngày bắt đầu công tác"]),
    ACTIVE_UNTIL = Column::value("active_until").also(&["Ngày thôi công tác", "Ends on"]),
    ORDER = Column::value("order").also(&["Thứ tự trong thông báo"]),
    FROM = Column::value("from"),
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::FewRecords).also(&[
        "Chi bộ nơi sinh hoạt", "Sinh hoạt tại chi bộ", "Chi bộ sinh hoạt",
    ]),
    ERASED = Column::value("erased").needed_by(Need::FewRecords),
}

/// In the order of the notice; one row for each post, the earliest first. The name of an erased official is empty, and
/// a column says so, lest it be taken for an oversight; it and that of the cell to which somebody belongs are written only
/// where they say anything.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let has_more =
        |official: &Official| official.full_name.is_none() || official.own_cell.is_some();
    let any = register.officials().iter().any(has_more);
    let columns = if any { COLUMNS } else { &COLUMNS[..CELL.at()] };
    let officials = register.officials_in_order().into_iter();
    vec![Content::of(columns, officials, register)]
}

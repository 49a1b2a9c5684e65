//! `plans.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Plan, ThingKind};

columns! { COLUMNS:
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::Rows).also(&[
        "Mã chi bộ", "Tên chi bộ",
    ]),
    PERIOD = Column::value("period").needed_by(Need::Rows).also(&[
        "Kỳ", "Tháng, năm", "Tháng sinh hoạt",
    ]),
    KIND = Column::value("kind").also(&["Loại sinh hoạt", "Hình thức"]),
    ON = Column::value("on").needed_by(Need::Rows).also(&[
        "Ngày dự kiến", "Ngày sinh hoạt dự kiến", "Ngày đăng ký", "Lịch sinh hoạt",
    ]),
    HOUR = Column::value("hour").also(&["Giờ sinh hoạt"]),
    PLACE = Column::value("place").also(&["Nơi sinh hoạt"]),
}

/// By month, cell and kind.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut plans: Vec<&Plan> = exported.records.plans.iter().collect();
    plans.sort_by_key(|plan| (plan.period, &register.cell(plan.cell).code, plan.kind));
    vec![Content::of(COLUMNS, plans, register)]
}

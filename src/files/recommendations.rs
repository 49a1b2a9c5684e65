//! `recommendations.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Recommendation, ThingKind};

columns! { COLUMNS:
    ID = Column::own_code("id", ThingKind::Recommendation).also(&["Mã"]),
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::NewRecords).also(&[
        "Mã chi bộ", "Tên chi bộ",
    ]),
    PERIOD = Column::value("period").needed_by(Need::NewRecords).also(&[
        "Kỳ", "Tháng", "Tháng, năm",
    ]),
    RAISED_ON = Column::value("raised_on").also(&["Ngày kiến nghị"]),
    AREA = Column::value("area"),
    TEXT = Column::value("text").needed_by(Need::NewRecords).also(&[
        "Nội dung kiến nghị", "Kiến nghị",
    ]),
}

/// By code.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut all: Vec<&Recommendation> = exported.records.recommendations.iter().collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    vec![Content::of(COLUMNS, all, register)]
}

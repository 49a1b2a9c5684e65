//! `bulletins.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::Bulletin;

columns! { COLUMNS:
    PERIOD = Column::value("period").needed_by(Need::Rows).also(&["Kỳ", "Tháng, năm"]),
    AREA = Column::value("area").needed_by(Need::Rows),
    TEXT = Column::value("text").needed_by(Need::Rows).also(&["Nội dung thông tin", "Thông tin"]),
    SOURCE = Column::value("source").also(&["Nguồn tin"]),
}

/// By month, area and text.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let mut all: Vec<&Bulletin> = exported.records.bulletins.iter().collect();
    all.sort_by(|a, b| a.key().cmp(&b.key()));
    vec![Content::of(COLUMNS, all, &exported.records.register)]
}

//! `cells.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Cell, ThingKind};

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Cell),
    NAME = Column::value("name").needed_by(Need::NewRecords),
    KIND = Column::value("kind").needed_by(Need::NewRecords),
    COMMITTEE = Column::codes("committee", ThingKind::Committee).needed_by(Need::NewRecords),
    FOUNDED = Column::value("founded"),
    DISSOLVED = Column::value("dissolved"),
    REGULAR_DAY = Column::value("regular_day"),
    FROM = Column::value("from"),
}

/// By code; one row for each name and committee, the earliest first.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut cells: Vec<&Cell> = register.cells().iter().collect();
    cells.sort_by(|a, b| a.code.cmp(&b.code));
    vec![Content::of(COLUMNS, cells, register)]
}

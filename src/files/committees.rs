//! `committees.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Committee, ThingKind};

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Committee),
    NAME = Column::value("name").needed_by(Need::NewRecords),
    KIND = Column::value("kind").needed_by(Need::NewRecords),
    FOUNDED = Column::value("founded"),
    DISSOLVED = Column::value("dissolved"),
    FROM = Column::value("from"),
}

/// By code; one row for each name, the earliest first.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut committees: Vec<&Committee> = register.committees().iter().collect();
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    vec![Content::of(COLUMNS, committees, register)]
}

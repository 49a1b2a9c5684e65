//! `successions.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Succession, ThingKind};

columns! { COLUMNS:
    FROM_CELL = Column::codes("from_cell", ThingKind::Cell).needed_by(Need::Rows),
    TO_CELL = Column::codes("to_cell", ThingKind::Cell).needed_by(Need::Rows),
    ON = Column::value("on").needed_by(Need::Rows),
    DOCUMENT = Column::value("document"),
}

/// By day, new cell and former cell.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let code = move |id| &register.cell(id).code;
    let mut successions: Vec<&Succession> = register.successions.iter().collect();
    successions.sort_by_key(|s| (s.on, code(s.to_cell), code(s.from_cell)));
    vec![Content::of(COLUMNS, successions, register)]
}

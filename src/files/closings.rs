//! `closings.csv`: the months closed.

use super::column::columns;
use super::content::{Content, Exported, rows};
use super::{Column, Need};

columns! { COLUMNS:
    PERIOD = Column::value("period").needed_by(Need::Rows),
    CLOSED_ON = Column::value("closed_on").needed_by(Need::Rows),
    DOCUMENT = Column::value("document"),
}

/// By period.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let closings = exported.records.closings.iter();
    vec![Content::new(COLUMNS, closings.flat_map(|closing| rows(COLUMNS, &closing.told())))]
}

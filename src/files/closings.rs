//! `closings.csv`: the months closed.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};

columns! { COLUMNS:
    PERIOD = Column::value("period").needed_by(Need::Rows),
    CLOSED_ON = Column::value("closed_on").needed_by(Need::Rows),
    DOCUMENT = Column::value("document"),
    FINGERPRINT = Column::value("fingerprint"),
}

/// By period.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let records = exported.records;
    vec![Content::of(COLUMNS, &records.closings, &records.register)]
}

//! `assignments.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Assignment, ThingKind};

columns! { COLUMNS:
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::Rows),
    OFFICIAL = Column::codes("official", ThingKind::Official).needed_by(Need::Rows),
    FROM = Column::value("from").needed_by(Need::Rows),
    UNTIL = Column::value("until"),
    DOCUMENT = Column::value("document"),
    DOCUMENT_DATE = Column::value("document_date"),
    ISSUER = Column::value("issuer"),
}

/// By cell, day and official.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let codes =
        move |a: &Assignment| (&register.cell(a.cell).code, &register.official(a.official).code);
    let mut assignments: Vec<&Assignment> = exported.records.assignments.iter().collect();
    assignments.sort_by_key(|a| {
        let (cell, official) = codes(a);
        (cell, a.from, official)
    });
    vec![Content::of(COLUMNS, assignments, register)]
}

//! `categories.csv`.

use super::column::columns;
use super::content::{Content, Exported, rows};
use super::{Column, Need};
use crate::domain::{Category, ThingKind};

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Category),
    LABEL_VI = Column::value("label_vi").needed_by(Need::NewRecords),
    LABEL_EN = Column::value("label_en").needed_by(Need::NewRecords),
    ORDER = Column::value("order"),
}

/// In their order in lists: by `order`, those without one last, then by code.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let mut categories: Vec<&Category> = exported.records.register.categories().iter().collect();
    categories.sort_by_key(|c| (c.order.is_none(), c.order, &c.code));
    let rows = categories.into_iter().flat_map(|category| rows(COLUMNS, &category.told()));
    vec![Content::new(COLUMNS, rows)]
}

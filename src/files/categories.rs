//! `categories.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::{Category, ThingKind};

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Category).also(&["Mã cơ cấu"]),
    LABEL_VI = Column::value("label_vi").needed_by(Need::NewRecords).also(&[
        "Tên cơ cấu", "Tên", "Cơ cấu",
    ]),
    LABEL_EN = Column::value("label_en").needed_by(Need::NewRecords),
    ORDER = Column::value("order").also(&["Thứ tự"]),
}

/// In their order in lists: by `order`, those without one last, then by code.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let mut categories: Vec<&Category> = register.categories().iter().collect();
    categories.sort_by_key(|c| (c.order.is_none(), c.order, &c.code));
    vec![Content::of(COLUMNS, categories, register)]
}

//! `officials.csv`.

use super::column::columns;
use super::content::{Content, Exported};
use super::{Column, Need};
use crate::domain::ThingKind;

columns! { COLUMNS:
    CODE = Column::own_code("code", ThingKind::Official),
    FULL_NAME = Column::value("full_name").needed_by(Need::NewRecords),
    TITLE = Column::value("title"),
    ORGANISATION = Column::value("organisation"),
    CATEGORY = Column::codes("category", ThingKind::Category),
    ACTIVE_FROM = Column::value("active_from"),
    ACTIVE_UNTIL = Column::value("active_until"),
    ORDER = Column::value("order"),
    FROM = Column::value("from"),
    ERASED = Column::value("erased").needed_by(Need::FewRecords),
}

/// In the order of the notice; one row for each post, the earliest first. The name of an erased official is empty, and
/// one column more says so, lest it be taken for an oversight.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let any_erased = register.officials().iter().any(|official| official.full_name.is_none());
    let columns = if any_erased { COLUMNS } else { &COLUMNS[..ERASED.at()] };
    let officials = register.officials_in_order().into_iter();
    vec![Content::of(columns, officials, register)]
}

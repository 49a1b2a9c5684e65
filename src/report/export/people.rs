//! Categories, officials and assignments as files.

use super::rows;
use crate::domain::{Assignment, Category, Records};
use crate::table::Field;

pub(super) const CATEGORIES: [&str; 4] = ["code", "label_vi", "label_en", "order"];

pub(super) const OFFICIALS: [&str; 9] = [
    "code",
    "full_name",
    "title",
    "organisation",
    "category",
    "active_from",
    "active_until",
    "order",
    "from",
];

/// The same where a name was erased.
pub(super) const OFFICIALS_ERASED: [&str; 10] = [
    "code",
    "full_name",
    "title",
    "organisation",
    "category",
    "active_from",
    "active_until",
    "order",
    "from",
    "erased",
];

pub(super) const ASSIGNMENTS: [&str; 7] =
    ["cell", "official", "from", "until", "document", "document_date", "issuer"];

/// In their order in lists: by `order`, those without one last, then by code.
pub(super) fn categories(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let mut categories: Vec<&Category> = records.register.categories().iter().collect();
    categories.sort_by_key(|c| (c.order.is_none(), c.order, &c.code));
    categories.into_iter().flat_map(|category| rows(&CATEGORIES, &category.told()))
}

/// The columns of `officials.csv`: one more where a name was erased, so that its place is not taken for an
/// oversight.
pub(super) fn columns(records: &Records) -> &'static [&'static str] {
    if any_erased(records) { &OFFICIALS_ERASED } else { &OFFICIALS }
}

fn any_erased(records: &Records) -> bool {
    records.register.officials().iter().any(|official| official.full_name.is_none())
}

/// In the order of the notice; one row for each post, the earliest first. The name of an erased official
/// is empty.
pub(super) fn officials(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let (register, columns) = (&records.register, columns(records));
    let officials = register.officials_in_order().into_iter();
    officials.flat_map(move |official| rows(columns, &official.told(register)))
}

/// By cell, day and official.
pub(super) fn assignments(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let register = &records.register;
    let codes =
        move |a: &Assignment| (&register.cell(a.cell).code, &register.official(a.official).code);
    let mut assignments: Vec<&Assignment> = records.assignments.iter().collect();
    assignments.sort_by_key(|a| {
        let (cell, official) = codes(a);
        (cell, a.from, official)
    });
    assignments.into_iter().flat_map(move |a| rows(&ASSIGNMENTS, &a.told(register)))
}

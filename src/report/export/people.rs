//! Categories, officials and assignments as files.

use super::{maybe, maybe_text, number, once, text};
use crate::domain::{Assignment, Category, Records};
use crate::table::{Field, Value};

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
    let row = |c: &Category| {
        vec![
            c.code.as_str().into(),
            text(c.label_vi.as_str()),
            text(c.label_en.as_str()),
            number(c.order),
        ]
    };
    categories.into_iter().map(row)
}

/// The columns of `officials.csv`: one more where a name was erased, so that its place is not taken for an
/// oversight.
pub(super) fn columns(records: &Records) -> &'static [&'static str] {
    match any_erased(records) {
        true => &OFFICIALS_ERASED,
        false => &OFFICIALS,
    }
}

fn any_erased(records: &Records) -> bool {
    records.register.officials().iter().any(|official| official.full_name.is_none())
}

/// In the order of the notice; one row for each post, the earliest first. The name of an erased official
/// is empty.
pub(super) fn officials(records: &Records) -> impl Iterator<Item = Vec<Field>> {
    let register = &records.register;
    let any_erased = any_erased(records);
    register.officials_in_order().into_iter().flat_map(move |official| {
        official.posts.iter().enumerate().map(move |(at, (from, post))| {
            let category = post.category.map(|id| register.category(id).code.as_str());
            let mut row: Vec<Field> = vec![
                official.code.as_str().into(),
                once(at, text(official.name())),
                maybe_text(post.title.as_ref()),
                maybe_text(post.organisation.as_ref()),
                category.map_or(Value::Empty, Value::from).into(),
                once(at, maybe(official.active_from)),
                once(at, maybe(official.active_until)),
                once(at, number(official.order)),
                maybe(from),
            ];
            if any_erased {
                let erased = official.full_name.is_none().then_some("yes");
                row.push(once(at, maybe(erased)));
            }
            row
        })
    })
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
    let row = move |a: &Assignment| {
        let (cell, official) = codes(a);
        vec![
            cell.as_str().into(),
            official.as_str().into(),
            a.from.into(),
            maybe(a.until),
            maybe_text(a.document.number.as_ref()),
            maybe(a.document.date),
            maybe_text(a.document.issuer.as_ref()),
        ]
    };
    assignments.into_iter().map(row)
}

//! `log-inspection --list` and `bulletin list`.

use super::listing::Listing;
use super::word_value;
use crate::domain::{Bulletin, Inspection, Key, Register, Told};
use crate::table::{Shape, Table, Value};
use crate::texts::{Heading, Lang, inspections as words};

/// Inspections by day, cell and kind.
pub fn inspection_list<'a>(
    register: &'a Register,
    inspections: &'a [Inspection],
    lang: Lang<'a>,
) -> Table<'a> {
    let mut sorted: Vec<&Inspection> = inspections.iter().collect();
    sorted.sort_by(|a, b| {
        let code = |one: &Inspection| &register.cell(one.cell).code;
        a.on.cmp(&b.on).then_with(|| code(a).cmp(code(b))).then(a.kind.cmp(&b.kind))
    });
    Listing::new(lang)
        .column(Key::On, Shape::Short, |one: &'a Inspection| one.on)
        .column(Key::Cell, Shape::Name, |one| Told::Cell(register.cell(one.cell), one.on))
        .column(Key::Kind, Shape::Text, move |one| word_value(one.kind, lang))
        .column(Key::Officials, Shape::Name, move |one| {
            if one.officials.is_empty() {
                Value::word("none", words::nobody_recorded(lang))
            } else {
                Told::People(one.officials_in_order(register)).into()
            }
        })
        .column(Key::Document, Shape::Text, |one| Some(one.document.as_ref()?.as_str()))
        .table("inspections", vec![words::heading(lang).to_owned()], sorted)
}

/// Bulletins by month and area, each with its number in the record file.
pub fn bulletin_list<'a>(bulletins: &'a [Bulletin], lang: Lang<'a>) -> Table<'a> {
    let mut sorted: Vec<&Bulletin> = bulletins.iter().collect();
    sorted.sort_by_key(|one| (one.period, one.area, one.id));
    Listing::new(lang)
        .column(Heading::BulletinNumber, Shape::Number, |one: &'a Bulletin| one.id.0.unsigned_abs())
        .column(Key::Period, Shape::Short, |one| one.period)
        .column(Key::Area, Shape::Text, move |one| word_value(one.area, lang))
        .column(Key::Text, Shape::Text, |one| one.text.as_str())
        .column(Key::Source, Shape::Text, |one| Some(one.source.as_ref()?.as_str()))
        .table("bulletins", vec![words::bulletins_heading(lang).to_owned()], sorted)
}

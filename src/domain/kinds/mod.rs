//! The kinds of records: where all of one kind are, what a record is called, and what it tells. Histories and files go
//! by it.

mod register;
mod rest;

pub use rest::told_settings;

use super::{Cell, Code, Date, Item, Keyword, Official, Period, Records, Register, Thing};

/// A kind of record.
pub trait Record: PartialEq + Sized {
    /// By what a record is known before and after a change; in its order they were recorded.
    type KnownBy: Ord;

    /// All that there are.
    fn all(records: &Records) -> &[Self];

    fn known_by(&self) -> Self::KnownBy;

    /// What it is called.
    fn called<'a>(&'a self, register: &'a Register) -> Called<'a>;

    /// Its values.
    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>>;
}

/// What a record is called.
#[derive(Debug, Clone, PartialEq)]
pub enum Called<'a> {
    /// By its code, and by its last name.
    Thing(Thing),
    /// The former cell, the new one, and the day.
    Succession(&'a Cell, &'a Cell, Date),
    /// The first day.
    Assignment(&'a Cell, &'a Official, Date),
    Meeting(&'a Cell, Period),
    Recommendation(&'a Code),
    Closing(Period),
    /// The settings of the office together.
    Settings,
}

impl Called<'_> {
    /// As programs read it: the kind, and the codes, days and months.
    pub fn written(&self) -> String {
        match self {
            Self::Thing(thing) => format!("{} {}", thing.kind.key(), thing.code),
            Self::Succession(from, to, on) => format!("succession {} {} {on}", from.code, to.code),
            Self::Assignment(cell, official, from) => {
                format!("assignment {} {} {from}", cell.code, official.code)
            }
            Self::Meeting(cell, period) => format!("meeting {} {period}", cell.code),
            Self::Recommendation(code) => format!("recommendation {code}"),
            Self::Closing(period) => format!("closing {period}"),
            Self::Settings => "settings".to_owned(),
        }
    }
}

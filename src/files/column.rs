//! A column of a file: what it is called, what stands in it, and who can do without it.

use crate::domain::{Code, Refusal, ThingKind};

/// A column of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub key: &'static str,
    at: u8,
    pub need: Need,
    pub holds: Holds,
    /// What offices call it in their lists, besides its key and its labels.
    pub also: &'static [&'static str],
}

/// Who needs a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Every row: without it none says which record it is about.
    Rows,
    /// New records; those that are there already keep what they have.
    NewRecords,
    /// Nobody.
    Nobody,
    /// Few records: unless one of them is among the rows, the file is written without it.
    FewRecords,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Value,
    /// The code of the row's own record.
    OwnCode(ThingKind),
    /// Codes of other records.
    Codes(ThingKind),
}

impl Column {
    /// A column of values.
    pub(super) const fn value(key: &'static str) -> Self {
        Self { key, at: 0, need: Need::Nobody, holds: Holds::Value, also: &[] }
    }

    /// The column of the codes of the file's own records.
    pub(super) const fn own_code(key: &'static str, kind: ThingKind) -> Self {
        Self { holds: Holds::OwnCode(kind), need: Need::Rows, ..Self::value(key) }
    }

    /// A column that refers to records of this kind.
    pub(super) const fn codes(key: &'static str, kind: ThingKind) -> Self {
        Self { holds: Holds::Codes(kind), ..Self::value(key) }
    }

    /// The same, needed.
    pub(super) const fn needed_by(self, need: Need) -> Self {
        Self { need, ..self }
    }

    /// The same, which offices call by these names too.
    pub(super) const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// The same, at this place.
    pub(super) const fn at_place(self, at: usize) -> Self {
        Self { at: at as u8, ..self }
    }

    /// Its place in the order of section 9.
    pub const fn at(self) -> usize {
        self.at as usize
    }

    /// The kind of the records that it refers to, if it refers to any.
    pub fn refers(self) -> Option<ThingKind> {
        match self.holds {
            Holds::Codes(kind) => Some(kind),
            Holds::Value | Holds::OwnCode(_) => None,
        }
    }

    /// Whether its codes are those of categories, which may be longer.
    pub fn of_categories(self) -> bool {
        matches!(
            self.holds,
            Holds::OwnCode(ThingKind::Category) | Holds::Codes(ThingKind::Category)
        )
    }

    /// Reads a code that stands in it.
    pub fn code(self, text: &str) -> Result<Code, Refusal> {
        if self.of_categories() { Code::category(text) } else { Code::new(text) }
    }
}

/// Declares the columns of a file, in order, each under a name of its own.
macro_rules! columns {
    ($all:ident: $($name:ident = $column:expr),+ $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($name),+ }

        $(pub const $name: $crate::files::Column = $column.at_place(Order::$name as usize);)+
        /// All of these, in order.
        pub const $all: &[$crate::files::Column] = &[$($name),+];
    };
}
pub(super) use columns;

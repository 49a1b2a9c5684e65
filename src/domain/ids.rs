//! Identities: the number under which a record is known in one record file, for ever.
//!
//! An identity outlives every version of its record (`records.md`, section 3). It never leaves the
//! file: what people and other programs see is the code.

/// An identity of one kind or another as the number that it is.
pub trait Identity {
    fn of(number: i64) -> Self;
    fn number(self) -> i64;
}

macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl $crate::domain::Identity for $name {
            fn of(number: i64) -> Self {
                Self(number)
            }

            fn number(self) -> i64 {
                self.0
            }
        }
    )+};
}
pub(super) use identities;

identities! {
    /// The number of an operation; 1 is the one that made the file.
    OperationNumber,
}

impl OperationNumber {
    /// The one before it. A number that only another program can have written is its own neighbour at the end.
    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The one after it.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

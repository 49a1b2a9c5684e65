//! Values out of a short fixed list, each with a stable English key (`records.md`, sections 2 and 10).

/// A closed list of values. The key is what stands in CSV, JSON and the record file; what a person
/// reads comes from `texts`.
pub trait Keyword: Copy + Eq + 'static {
    /// Every value, in the order in which it is listed to people.
    const ALL: &'static [Self];

    /// The stable English key.
    fn key(self) -> &'static str;

    /// The value with this key, without regard to ASCII case.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.key().eq_ignore_ascii_case(key))
    }
}

/// Declares an enum and its keys in one place, so that neither can be forgotten.
macro_rules! keyword {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $crate::domain::Keyword for $name {
            const ALL: &'static [Self] = &[$($name::$variant),+];
            fn key(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }
        }
    };
}
pub(crate) use keyword;

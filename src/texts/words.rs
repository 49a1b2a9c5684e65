//! How a label is asked for and read; the labels themselves stand in `labels.rs`.

use super::Lang;
use crate::domain::{Code, Keyword, MeetingKind, fold};

/// A value of a fixed list that people read.
pub trait Labelled: Keyword {
    /// What stands on the screen, Vietnamese and English.
    fn labels(self) -> (&'static str, &'static str);

    /// What stands on the screen.
    fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.labels();
        lang.pick(vi, en)
    }

    /// The label as it stands within a sentence.
    fn lower(self, lang: Lang) -> String {
        let label = self.label(lang);
        let mut chars = label.chars();
        let first = chars.next().map(char::to_lowercase);
        first.into_iter().flatten().chain(chars).collect()
    }
}

/// The value meant by a key or by a label in either language, without regard to case and accents.
pub fn read_word<T: Labelled>(text: &str) -> Option<T> {
    let text = text.trim();
    T::from_key(text).or_else(|| {
        let folded = fold(text);
        let mut fits = T::ALL.iter().copied().filter(|value| {
            let (vi, en) = value.labels();
            fold(vi) == folded || fold(en) == folded
        });
        let found = fits.next();
        if fits.next().is_some() { None } else { found }
    })
}

macro_rules! labels {
    ($name:ident { $($variant:ident = $vi:literal / $en:literal),+ $(,)? }) => {
        impl Labelled for $name {
            fn labels(self) -> (&'static str, &'static str) {
                match self { $(Self::$variant => ($vi, $en)),+ }
            }
        }
    };
}

pub(super) use labels;

/// The kind of a meeting before its noun or after it; the regular one needs no word.
pub fn kind_word(lang: Lang, kind: MeetingKind) -> String {
    match kind {
        MeetingKind::Regular => String::new(),
        MeetingKind::Thematic | MeetingKind::Extraordinary | MeetingKind::Congress => {
            format!("{} ", kind.lower(lang))
        }
    }
}

/// Codes in a row.
pub fn joined(codes: &[Code]) -> String {
    codes.iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        AbsenceReason, Area, CellKind, CommitteeKind, Grade, NotHeldReason, Status,
    };

    fn all_read_back<T: Labelled + std::fmt::Debug>() {
        for value in T::ALL {
            let (vi, en) = value.labels();
            for text in [value.key(), vi, en, &vi.to_uppercase(), &fold(vi)] {
                assert_eq!(read_word::<T>(text), Some(*value), "{text}");
            }
        }
    }

    #[test]
    fn every_value_is_read_by_its_key_and_by_its_label_in_either_language() {
        all_read_back::<Status>();
        all_read_back::<AbsenceReason>();
        all_read_back::<NotHeldReason>();
        all_read_back::<Grade>();
        all_read_back::<MeetingKind>();
        all_read_back::<CellKind>();
        all_read_back::<CommitteeKind>();
        all_read_back::<Area>();
    }
}

//! How a label is asked for and read; the labels themselves stand in `labels.rs`.

use super::{Lang, small};
use crate::domain::{Code, InspectionKind, Keyword, MeetingKind, fold};

/// A value of a fixed list that people read.
pub trait Labelled: Keyword {
    /// What stands on the screen, Vietnamese and English.
    fn labels(self) -> (&'static str, &'static str);

    /// Other words that offices write for it.
    fn synonyms(self) -> &'static [&'static str] {
        &[]
    }

    /// What stands on the screen.
    fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.labels();
        lang.pick(vi, en)
    }

    /// The label as it stands within a sentence.
    fn lower(self, lang: Lang) -> String {
        small(self.label(lang))
    }
}

/// The value meant by a key, by a label in either language, by another word for it, or by words of a label that stand in
/// no other's; without regard to case and accents.
pub fn read_word<T: Labelled>(text: &str) -> Option<T> {
    let text = text.trim();
    if let Some(value) = T::from_key(text) {
        return Some(value);
    }
    let asked = spaced(text);
    if asked.trim().is_empty() {
        return None;
    }
    let words = |value: T| {
        let (vi, en) = value.labels();
        [vi, en].into_iter().chain(value.synonyms().iter().copied()).map(spaced)
    };
    only(|value| words(value).any(|label| label == asked))
        .or_else(|| only(|value| words(value).any(|label| label.contains(&asked))))
}

/// The one value that fits.
fn only<T: Keyword>(fits: impl Fn(T) -> bool) -> Option<T> {
    let mut fitting = T::ALL.iter().copied().filter(|value| fits(*value));
    fitting.next().filter(|_| fitting.next().is_none())
}

/// The words of a text with one blank around each, so that words are found in words.
fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

macro_rules! labels {
    ($name:ident {
        $($variant:ident = $vi:literal / $en:literal $(also $($synonym:literal),+)?;)+
    }) => {
        impl Labelled for $name {
            fn labels(self) -> (&'static str, &'static str) {
                match self { $(Self::$variant => ($vi, $en)),+ }
            }

            fn synonyms(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($($synonym),+)?]),+ }
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

/// The kind of an inspection as its noun.
pub fn inspection_word(lang: Lang, kind: InspectionKind) -> &'static str {
    match kind {
        InspectionKind::Inspection => lang.pick("buổi kiểm tra chi bộ", "inspection"),
        InspectionKind::Supervision => lang.pick("buổi giám sát chi bộ", "supervision"),
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
    fn words_of_a_label_are_enough_where_no_other_has_them() {
        assert_eq!(read_word("công tác"), Some(AbsenceReason::Duty));
        assert_eq!(read_word("Khác"), Some(AbsenceReason::Other));
        assert_eq!(read_word("tết"), Some(NotHeldReason::Holiday));
        assert_eq!(read_word("ấp"), Some(CellKind::Village));
        assert_eq!(read_word("tổ dân phố"), Some(CellKind::Neighbourhood));
        assert_eq!(read_word("sinh hoạt lệ"), Some(MeetingKind::Regular));
        assert_eq!(read_word("định kỳ"), Some(MeetingKind::Regular));
        // Half a word is none, and what two labels have means neither.
        assert_eq!(read_word::<AbsenceReason>("công"), Some(AbsenceReason::Duty));
        assert_eq!(read_word::<AbsenceReason>("tá"), None);
        assert_eq!(read_word::<Status>("vắng"), None);
        assert_eq!(read_word::<Status>(","), None);
        assert_eq!(read_word::<Status>(""), None);
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

//! The plain values of a meeting that was held, each named once: what is kept, read, written, shown, changed and cleared
//! of them goes by this list. A new one is a line here, a column of the table, an option, and its words.

use std::fmt;

use super::keyword::keyword;
use super::{AnyText, Grade, Keyword, Label, Remark, Score};

macro_rules! details {
    ($($(#[$doc:meta])* $variant:ident = $key:literal: $kind:ident),+ $(,)?) => {
        keyword! {
            /// A plain value of a meeting that was held; its key is that of its column in files and tables.
            Detail { $($(#[$doc])* $variant = $key),+ }
        }

        impl Detail {
            /// The key of each, in order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// Of what kind its values are.
            pub const fn kind(self) -> DetailKind {
                match self { $(Self::$variant => DetailKind::$kind),+ }
            }
        }
    };
}

// In the order of files, tables and screens. Appended to, never reordered.
details! {
    /// How many remarks were made; never whose.
    Remarks = "remarks": Count,
    /// Whether the cell committee met beforehand.
    Prepared = "prepared": YesNo,
    /// What the meeting was about.
    Theme = "theme": Remark,
    /// The points that the cell gives itself.
    SelfScore = "self_score": Points,
    /// The points that the committee above gives.
    ConfirmedScore = "confirmed_score": Points,
    /// The grade of the meeting.
    Grade = "grade": Grade,
    /// The number of the minutes.
    MinutesNo = "minutes_no": Label,
}

/// Of what kind the values of a [`Detail`] are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetailKind {
    /// A number from 0 to 9999.
    Count,
    YesNo,
    /// A [`Score`].
    Points,
    /// A [`Grade`].
    Grade,
    /// A text as long as a [`Remark`].
    Remark,
    /// A text as long as a [`Label`].
    Label,
}

impl DetailKind {
    /// Whether it is a text that people write.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Remark | Self::Label)
    }
}

/// The value of a [`Detail`]. `Display` writes it as files have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DetailValue {
    Count(u16),
    YesNo(bool),
    Points(Score),
    Grade(Grade),
    Text(AnyText),
}

impl fmt::Display for DetailValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{count}"),
            Self::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Self::Points(score) => write!(f, "{score}"),
            Self::Grade(grade) => f.write_str(grade.key()),
            Self::Text(text) => f.write_str(text.as_str()),
        }
    }
}

impl From<u16> for DetailValue {
    fn from(count: u16) -> Self {
        Self::Count(count)
    }
}

impl From<bool> for DetailValue {
    fn from(yes: bool) -> Self {
        Self::YesNo(yes)
    }
}

impl From<Score> for DetailValue {
    fn from(score: Score) -> Self {
        Self::Points(score)
    }
}

impl From<Grade> for DetailValue {
    fn from(grade: Grade) -> Self {
        Self::Grade(grade)
    }
}

impl From<Remark> for DetailValue {
    fn from(text: Remark) -> Self {
        Self::Text(text.widen())
    }
}

impl From<Label> for DetailValue {
    fn from(text: Label) -> Self {
        Self::Text(text.widen())
    }
}

/// How many details are texts.
pub const TEXTS: usize = {
    let (mut at, mut texts) = (0, 0);
    while at < ALL.len() {
        texts += ALL[at].kind().is_text() as usize;
        at += 1;
    }
    texts
};

/// How many are not.
pub const PLAIN: usize = ALL.len() - TEXTS;

const ALL: &[Detail] = <Detail as Keyword>::ALL;

/// The place of each among those that are texts, or that are not.
const PLACES: [usize; ALL.len()] = {
    let mut places = [0; ALL.len()];
    let (mut at, mut texts) = (0, 0);
    while at < ALL.len() {
        let is_text = ALL[at].kind().is_text();
        places[at] = if is_text { texts } else { at - texts };
        texts += is_text as usize;
        at += 1;
    }
    places
};

/// The plain values of a meeting; of each there may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Those that are no texts, as [`DetailValue::plain`] gives them.
    plain: [u16; PLAIN],
    texts: [Option<AnyText>; TEXTS],
}

/// Stands for none in [`Details::plain`]: no value is that large.
const NONE: u16 = u16::MAX;

impl Default for Details {
    fn default() -> Self {
        Self { plain: [NONE; PLAIN], texts: Default::default() }
    }
}

impl DetailValue {
    /// As a number: a count, 0 or 1, tenths of a point, the place among the grades; none for a text.
    fn plain(&self) -> Option<u16> {
        match self {
            Self::Count(count) => Some(*count),
            Self::YesNo(yes) => Some(u16::from(*yes)),
            Self::Points(score) => Some(score.tenths()),
            Self::Grade(grade) => Some(*grade as u16),
            Self::Text(_) => None,
        }
    }

    /// Reads such a number; none where it is none of this kind.
    fn of_plain(kind: DetailKind, plain: u16) -> Option<Self> {
        match kind {
            DetailKind::Count => (plain <= 9999).then_some(Self::Count(plain)),
            DetailKind::YesNo => (plain <= 1).then_some(Self::YesNo(plain == 1)),
            DetailKind::Points => Score::from_tenths(plain).map(Self::Points),
            DetailKind::Grade => Grade::ALL.get(usize::from(plain)).copied().map(Self::Grade),
            DetailKind::Remark | DetailKind::Label => None,
        }
    }
}

impl Details {
    /// The value of a detail, if it has one.
    pub fn get(&self, detail: Detail) -> Option<DetailValue> {
        if detail.kind().is_text() {
            self.text(detail).cloned().map(DetailValue::Text)
        } else {
            self.plain(detail).and_then(|it| DetailValue::of_plain(detail.kind(), it))
        }
    }

    /// Those that have a value, in order.
    pub fn each(&self) -> impl Iterator<Item = (Detail, DetailValue)> {
        ALL.iter().filter_map(|detail| Some((*detail, self.get(*detail)?)))
    }

    /// Gives a detail a value of its kind, or none.
    pub fn set(&mut self, detail: Detail, value: Option<DetailValue>) {
        match value {
            Some(DetailValue::Text(text)) => _ = self.set_text(detail, Some(text)),
            Some(plain) => _ = self.set_plain(detail, plain.plain()),
            None if detail.kind().is_text() => _ = self.set_text(detail, None),
            None => _ = self.set_plain(detail, None),
        }
    }

    /// The same with a value of a detail.
    pub fn with(mut self, detail: Detail, value: Option<impl Into<DetailValue>>) -> Self {
        self.set(detail, value.map(Into::into));
        self
    }

    /// A value that is no text as the number by which it is kept.
    pub fn plain(&self, detail: Detail) -> Option<u16> {
        let plain = self.plain.get(PLACES[detail as usize]).filter(|_| !detail.kind().is_text());
        plain.copied().filter(|plain| *plain != NONE)
    }

    /// Gives a detail that is no text a value by the number by which it is kept; `false` if that is none.
    pub fn set_plain(&mut self, detail: Detail, plain: Option<u16>) -> bool {
        let fits = plain.is_none_or(|it| DetailValue::of_plain(detail.kind(), it).is_some());
        let fits = fits && !detail.kind().is_text();
        if fits {
            self.plain[PLACES[detail as usize]] = plain.unwrap_or(NONE);
        }
        fits
    }

    /// A text, if there is one.
    pub fn text(&self, detail: Detail) -> Option<&AnyText> {
        self.texts.get(PLACES[detail as usize]).filter(|_| detail.kind().is_text())?.as_ref()
    }

    /// Gives a detail that is a text one; `false` if it is too long.
    pub fn set_text(&mut self, detail: Detail, text: Option<AnyText>) -> bool {
        let fits = text.as_ref().is_none_or(|text| match detail.kind() {
            DetailKind::Remark => text.fit::<{ Remark::LONGEST }>().is_some(),
            DetailKind::Label => text.fit::<{ Label::LONGEST }>().is_some(),
            DetailKind::Count | DetailKind::YesNo | DetailKind::Points | DetailKind::Grade => false,
        });
        if fits && detail.kind().is_text() {
            self.texts[PLACES[detail as usize]] = text;
        }
        fits
    }

    /// The grade.
    pub fn grade(&self) -> Option<Grade> {
        match self.get(Detail::Grade) {
            Some(DetailValue::Grade(grade)) => Some(grade),
            _ => None,
        }
    }

    /// The score that counts: the confirmed one, or that which the cell gives itself.
    pub fn score(&self) -> Option<Score> {
        let score = |detail| match self.get(detail) {
            Some(DetailValue::Points(score)) => Some(score),
            _ => None,
        };
        score(Detail::ConfirmedScore).or_else(|| score(Detail::SelfScore))
    }

    /// Taken apart into those that are no texts and those that are, for whoever keeps millions.
    pub fn apart(self) -> ([u16; PLAIN], [Option<AnyText>; TEXTS]) {
        (self.plain, self.texts)
    }

    /// Put together again.
    pub fn together(plain: [u16; PLAIN], texts: [Option<AnyText>; TEXTS]) -> Self {
        Self { plain, texts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_detail_keeps_a_value_of_its_kind_and_no_other() {
        let text = |text: &str| AnyText::new(text).unwrap().unwrap();
        for detail in Detail::ALL.iter().copied() {
            let value: DetailValue = match detail.kind() {
                DetailKind::Count => 9999.into(),
                DetailKind::YesNo => false.into(),
                DetailKind::Points => Score::from_tenths(1000).unwrap().into(),
                DetailKind::Grade => Grade::ALL[3].into(),
                DetailKind::Remark | DetailKind::Label => DetailValue::Text(text("Chuyên đề")),
            };
            let details = Details::default().with(detail, Some(value.clone()));
            assert_eq!(details.each().collect::<Vec<_>>(), [(detail, value)]);
            let (plain, texts) = details.clone().apart();
            assert_eq!(Details::together(plain, texts), details);
            assert_eq!(details.with(detail, None::<u16>), Details::default());
            let mut none = Details::default();
            assert!(!none.set_plain(detail, Some(NONE - 1)));
            assert!(!none.set_text(detail, Some(text(&"x".repeat(201)))));
            assert_eq!(none, Details::default());
        }
    }
}

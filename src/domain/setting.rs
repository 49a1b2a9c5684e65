//! Settings that belong to the record file (`records.md`, section 4).

use super::{Date, Keyword, LetterheadLine, Name, Passage, Period, Refusal, refusal};

/// The settings there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SettingKey {
    /// The office's name, printed in headings.
    Office,
    /// The first period that reports speak of.
    RecordsFrom,
    /// `yes` in a file of sample figures.
    Sample,
    /// What stands around papers.
    Letterhead(LetterheadLine),
}

impl Keyword for SettingKey {
    const ALL: &'static [Self] = &[
        Self::Office,
        Self::RecordsFrom,
        Self::Sample,
        Self::Letterhead(LetterheadLine::UpperBody),
        Self::Letterhead(LetterheadLine::DocumentCode),
        Self::Letterhead(LetterheadLine::PlaceOfIssue),
        Self::Letterhead(LetterheadLine::OnBehalf),
        Self::Letterhead(LetterheadLine::SignerPost),
        Self::Letterhead(LetterheadLine::Recipients),
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::RecordsFrom => "records_from",
            Self::Sample => "sample",
            Self::Letterhead(line) => line.key(),
        }
    }
}

/// A setting and its value, already checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    Office(Name),
    RecordsFrom(Period),
    Sample,
    Letterhead(LetterheadLine, Passage),
}

impl Setting {
    /// Reads a value as the record file and `settings.csv` hold it.
    pub fn read(key: SettingKey, value: &str) -> Result<Self, Refusal> {
        match key {
            SettingKey::Office if value == Name::ERASED => Ok(Self::Office(Name::erased())),
            SettingKey::Office => Name::new(value).map(Self::Office),
            SettingKey::RecordsFrom => {
                Period::from_iso(value.trim()).map(Self::RecordsFrom).ok_or_else(|| {
                    Refusal::Calendar(refusal::Calendar::PeriodMisread {
                        text: value.trim().to_owned(),
                    })
                })
            }
            SettingKey::Sample if value.trim().eq_ignore_ascii_case("yes") => Ok(Self::Sample),
            SettingKey::Sample => {
                Err(refusal::Written::NotYes { text: value.trim().to_owned() }.into())
            }
            SettingKey::Letterhead(line) => {
                line.read(value).map(|text| Self::Letterhead(line, text))
            }
        }
    }

    /// Refuses reports that would begin with a month which has not begun today.
    pub fn check(&self, today: Date) -> Result<(), Refusal> {
        match self {
            Self::RecordsFrom(period) if today < period.first_day() => {
                Err(refusal::Asked::RecordsFromNotBegun { period: *period, today }.into())
            }
            Self::RecordsFrom(_) | Self::Office(_) | Self::Sample | Self::Letterhead(..) => Ok(()),
        }
    }

    /// The key.
    pub fn key(&self) -> SettingKey {
        match self {
            Self::Office(_) => SettingKey::Office,
            Self::RecordsFrom(_) => SettingKey::RecordsFrom,
            Self::Sample => SettingKey::Sample,
            Self::Letterhead(line, _) => SettingKey::Letterhead(*line),
        }
    }

    /// The value as the record file holds it.
    pub fn value(&self) -> String {
        match self {
            Self::Office(name) => name.to_string(),
            Self::RecordsFrom(period) => period.to_string(),
            Self::Sample => "yes".to_owned(),
            Self::Letterhead(_, text) => text.to_string(),
        }
    }
}

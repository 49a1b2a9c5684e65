//! Days and moments. Except for the clock itself (`cli/clock.rs`), this is the only user of `chrono`.

use std::fmt;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

use super::{Refusal, fold, refusal};

/// A day of the calendar between 1930 and 2100 (`records.md`, section 8). `Display` writes `2018-07-05`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The years that can be written.
    pub const YEARS: std::ops::RangeInclusive<i32> = 1930..=2100;

    /// The day, or none if the calendar has no such day or the year is outside 1930–2100.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if !Self::YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The first day that can be written; stands for "always" where a beginning is not known.
    pub fn first() -> Self {
        Self(NaiveDate::from_ymd_opt(1930, 1, 1).unwrap_or(NaiveDate::MIN))
    }

    /// The day of a date that comes from the clock.
    pub fn from_clock(day: NaiveDate) -> Self {
        Self(day)
    }

    /// Reads exactly `2018-07-05`, the form of the record file.
    pub fn from_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        if !shape {
            return None;
        }
        Self::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?)
    }

    /// The days since 1970-01-01, earlier ones negative: the form of the record file.
    pub fn number(self) -> i64 {
        i64::from(self.0.to_epoch_days())
    }

    /// The day of a number of days since 1970-01-01; none outside 1930–2100.
    pub fn from_number(number: i64) -> Option<Self> {
        let day = NaiveDate::from_epoch_days(i32::try_from(number).ok()?)?;
        Self::YEARS.contains(&day.year()).then_some(Self(day))
    }

    /// The day after.
    pub fn next(self) -> Self {
        self.plus_days(1)
    }

    /// The day before.
    pub fn previous(self) -> Self {
        self.plus_days(-1)
    }

    /// The day `days` later (earlier if negative).
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0 + TimeDelta::days(days))
    }

    /// `05/07/2018`, as offices write it.
    pub fn day_first(self) -> String {
        format!("{:02}/{:02}/{}", self.day(), self.month(), self.year())
    }

    /// Whether it is the last day of its month.
    pub fn is_last_of_month(self) -> bool {
        self.next().day() == 1
    }

    /// The year, 1930 to 2100.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the week: 0 is Monday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().num_days_from_monday() as u8
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A date as a person types it, before it is known what day today is (`records.md`, section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateInput {
    /// A written day.
    Day(Date),
    /// `today`, `hôm nay`.
    Today,
    /// `yesterday`, `hôm qua`.
    Yesterday,
}

impl DateInput {
    /// Reads `2018-07-05`, `5/7/2018`, `05-07-2018`, `today`, `yesterday`, `hôm nay`, `hôm qua`.
    /// Day first, always; a two-digit year is refused.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        match fold(text).as_str() {
            "today" | "hom nay" => return Ok(Self::Today),
            "yesterday" | "hom qua" => return Ok(Self::Yesterday),
            _ => {}
        }
        read_day(text).map(Self::Day)
    }

    /// The day meant, seen from `today`.
    pub fn resolve(self, today: Date) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Today => today,
            Self::Yesterday => today.previous(),
        }
    }
}

/// Reads a written day in any of the accepted forms.
fn read_day(text: &str) -> Result<Date, Refusal> {
    let misread = || Refusal::Calendar(refusal::Calendar::DateMisread { text: text.to_owned() });
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let separators: Vec<char> = text.chars().filter(|c| matches!(c, '-' | '/' | '.')).collect();
    let digits =
        |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() != 3 || separators[0] != separators[1] || !parts.iter().all(|p| digits(p)) {
        return Err(misread());
    }
    let number = |part: &str| part.parse::<u32>().map_err(|_| misread());
    let year_first = parts[0].len() == 4;
    let (year, month, day) = if year_first {
        (parts[0], number(parts[1])?, number(parts[2])?)
    } else {
        (parts[2], number(parts[1])?, number(parts[0])?)
    };
    if year.len() <= 2 {
        return Err(refusal::Calendar::DateTwoDigitYear { text: text.to_owned() }.into());
    }
    if year.len() != 4 || (year_first && separators[0] != '-') || separators[0] == '.' {
        return Err(misread());
    }
    let year = number(year)? as i32;
    if !Date::YEARS.contains(&year) {
        return Err(refusal::Calendar::DateOutOfRange { text: text.to_owned() }.into());
    }
    Date::new(year, month, day).ok_or(Refusal::Calendar(refusal::Calendar::DateImpossible {
        text: text.to_owned(),
        month_first: Date::new(year, day, month).filter(|_| !year_first),
    }))
}

/// A moment in UTC, to the millisecond, as operations carry it. `Display` writes `2026-11-23T07:30:00.000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(DateTime<Utc>);

impl Moment {
    /// The moment of a clock reading, cut to the millisecond.
    pub fn from_clock(now: DateTime<Utc>) -> Self {
        Self(DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now))
    }

    /// Reads exactly the form that `Display` writes.
    pub fn from_iso(text: &str) -> Option<Self> {
        let moment = Self(DateTime::parse_from_rfc3339(text).ok()?.to_utc());
        (moment.to_string() == text).then_some(moment)
    }

    /// Reads a moment with its time zone, `2026-11-23T14:30:00+07:00`.
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|moment| Self::from_clock(moment.to_utc()))
    }

    /// The moment for the clock's time zone to show.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Result<Date, Refusal> {
        DateInput::read(text).map(|input| input.resolve(Date::new(2018, 8, 8).unwrap()))
    }

    #[test]
    fn every_accepted_form_names_the_same_day() {
        for form in ["2018-07-05", "5/7/2018", "05-07-2018", " 05/07/2018 ", "5-7-2018"] {
            assert_eq!(day(form).unwrap().to_string(), "2018-07-05", "{form}");
        }
    }

    #[test]
    fn words_for_today_and_yesterday_are_read_in_both_languages_and_both_normal_forms() {
        for form in ["today", "hôm nay", "HÔM NAY", "ho\u{302}m nay", "hom nay"] {
            assert_eq!(day(form).unwrap().to_string(), "2018-08-08", "{form}");
        }
        for form in ["yesterday", "hôm qua"] {
            assert_eq!(day(form).unwrap().to_string(), "2018-08-07", "{form}");
        }
    }

    #[test]
    fn what_is_not_a_day_is_refused_with_its_own_reason() {
        let misread = [
            "",
            "2018",
            "5/7",
            "5/7-2018",
            "a/b/c",
            "2018/07/05",
            "5.7.2018",
            "٥/٧/2018",
            "05/07/20188",
        ];
        for form in misread {
            assert!(
                matches!(day(form), Err(Refusal::Calendar(refusal::Calendar::DateMisread { .. }))),
                "{form}"
            );
        }
        assert!(matches!(
            day("5/7/18"),
            Err(Refusal::Calendar(refusal::Calendar::DateTwoDigitYear { .. }))
        ));
        assert!(matches!(
            day("31/02/2018"),
            Err(Refusal::Calendar(refusal::Calendar::DateImpossible { month_first: None, .. }))
        ));
        assert!(matches!(
            day("07/25/2018"),
            Err(Refusal::Calendar(refusal::Calendar::DateImpossible { month_first: Some(_), .. }))
        ));
        assert!(matches!(
            day("1/1/1929"),
            Err(Refusal::Calendar(refusal::Calendar::DateOutOfRange { .. }))
        ));
        assert!(matches!(
            day("2101-01-01"),
            Err(Refusal::Calendar(refusal::Calendar::DateOutOfRange { .. }))
        ));
    }

    #[test]
    fn moments_are_written_and_read_back_alike() {
        let moment = Moment::from_iso("2026-11-23T07:30:00.125Z").unwrap();
        assert_eq!(moment.to_string(), "2026-11-23T07:30:00.125Z");
        assert_eq!(Moment::from_iso("2026-11-23 07:30"), None);
    }
}

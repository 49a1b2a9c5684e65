//! The month a meeting stands for (`records.md`, sections 2 and 8).

use std::fmt;

use super::{Date, Refusal, fold, refusal};

/// One month. `Display` writes `2018-07`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(i32);

impl Period {
    /// The month, or none if it is not 1 to 12 or the year is outside 1930–2100.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        (Date::YEARS.contains(&year) && (1..=12).contains(&month))
            .then(|| Self(year * 12 + month as i32 - 1))
    }

    /// The month in which a day lies.
    pub fn of(day: Date) -> Self {
        Self(day.year() * 12 + day.month() as i32 - 1)
    }

    /// Reads exactly `2018-07`, the form of the record file.
    pub fn from_iso(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4
            || month.len() != 2
            || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Year × 12 + month − 1: the form of the record file.
    pub fn number(self) -> i64 {
        self.0.into()
    }

    /// The month of such a number; none outside 1930–2100.
    pub fn from_number(number: i64) -> Option<Self> {
        let number = i32::try_from(number).ok()?;
        Date::YEARS.contains(&number.div_euclid(12)).then_some(Self(number))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// The month after.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The month before.
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// The first day of the month.
    pub fn first_day(self) -> Date {
        Date::new(self.year(), self.month(), 1).unwrap_or_else(Date::first)
    }

    /// The last day of the month.
    pub fn last_day(self) -> Date {
        let long = (28..=31).rev().find_map(|day| Date::new(self.year(), self.month(), day));
        long.unwrap_or_else(Date::first)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One or more months in a row, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodSpan {
    /// The first month.
    pub from: Period,
    /// The last month, not before the first.
    pub to: Period,
}

impl PeriodSpan {
    /// A span of one month.
    pub fn single(period: Period) -> Self {
        Self { from: period, to: period }
    }

    /// The months in order.
    pub fn months(self) -> impl Iterator<Item = Period> {
        (self.from.0..=self.to.0).map(Period)
    }

    /// Whether the month lies in the span.
    pub fn contains(self, period: Period) -> bool {
        self.from <= period && period <= self.to
    }

    /// The month, if the span has only one.
    pub fn only_month(self) -> Option<Period> {
        (self.from == self.to).then_some(self.from)
    }
}

impl fmt::Display for PeriodSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.only_month() {
            Some(month) => write!(f, "{month}"),
            None => write!(f, "{}..{}", self.from, self.to),
        }
    }
}

/// A period as a person types it, before it is known what day today is (`records.md`, section 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodInput {
    /// Written months.
    Months(PeriodSpan),
    /// `this`: the month of today.
    This,
    /// `last`: the last complete month.
    Last,
}

impl PeriodInput {
    /// Reads `2018-07`, `7/2018`, `T7/2018`, `this`, `last`, `2018-Q3`, `2018-H1`, `2018`, `2017-06..2018-07`.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let trimmed = text.trim();
        match fold(trimmed).as_str() {
            "this" | "thang nay" => return Ok(Self::This),
            "last" | "thang truoc" => return Ok(Self::Last),
            _ => {}
        }
        let misread =
            || Refusal::Calendar(refusal::Calendar::PeriodMisread { text: trimmed.to_owned() });
        let span = match trimmed.split_once("..") {
            None => written(trimmed).ok_or_else(misread)?,
            Some((from, to)) => {
                let from = written(from.trim()).ok_or_else(misread)?.from;
                let to = written(to.trim()).ok_or_else(misread)?.to;
                if to < from {
                    return Err(
                        refusal::Calendar::PeriodBackwards { text: trimmed.to_owned() }.into()
                    );
                }
                PeriodSpan { from, to }
            }
        };
        Ok(Self::Months(span))
    }

    /// The months meant, seen from `today`.
    pub fn resolve(self, today: Date) -> PeriodSpan {
        let this = Period::of(today);
        match self {
            Self::Months(span) => span,
            Self::This => PeriodSpan::single(this),
            Self::Last => PeriodSpan::single(Period::last_complete(today)),
        }
    }
}

impl Period {
    /// The last month that is over on this day: on the last day of a month that month is not yet over.
    pub fn last_complete(today: Date) -> Self {
        Self::of(today).previous()
    }
}

fn written(text: &str) -> Option<PeriodSpan> {
    let digits = |s: &str, long: std::ops::RangeInclusive<usize>| {
        long.contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit())
    };
    let year_of = |s: &str| digits(s, 4..=4).then(|| s.parse::<i32>().ok()).flatten();
    if let Some(year) = year_of(text) {
        return span(year, 1, 12);
    }
    if let Some((month, year)) = text.split_once('/') {
        let month = month.strip_prefix(['T', 't']).unwrap_or(month);
        let month = digits(month, 1..=2).then(|| month.parse().ok()).flatten()?;
        return span(year_of(year)?, month, month);
    }
    let (year, part) = text.split_once('-')?;
    let year = year_of(year)?;
    match part.to_ascii_uppercase().as_str() {
        "Q1" => span(year, 1, 3),
        "Q2" => span(year, 4, 6),
        "Q3" => span(year, 7, 9),
        "Q4" => span(year, 10, 12),
        "H1" => span(year, 1, 6),
        "H2" => span(year, 7, 12),
        month if digits(month, 1..=2) => {
            let month = month.parse().ok()?;
            span(year, month, month)
        }
        _ => None,
    }
}

fn span(year: i32, from: u32, to: u32) -> Option<PeriodSpan> {
    Some(PeriodSpan { from: Period::new(year, from)?, to: Period::new(year, to)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let today = Date::new(2018, 8, 8).unwrap();
        PeriodInput::read(text).map(|input| input.resolve(today).to_string()).unwrap_or_default()
    }

    #[test]
    fn every_form_of_section_8_is_read() {
        let forms = [
            ("2018-07", "2018-07"),
            ("7/2018", "2018-07"),
            ("T7/2018", "2018-07"),
            ("07/2018", "2018-07"),
            ("this", "2018-08"),
            ("last", "2018-07"),
            ("2018-Q3", "2018-07..2018-09"),
            ("2018-h1", "2018-01..2018-06"),
            ("2018", "2018-01..2018-12"),
            ("2017-06..2018-07", "2017-06..2018-07"),
            ("T6/2017..7/2018", "2017-06..2018-07"),
        ];
        for (typed, meant) in forms {
            assert_eq!(read(typed), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_not_a_period_is_refused() {
        for form in [
            "",
            "2018-13",
            "13/2018",
            "2018-Q5",
            "18-07",
            "7/18",
            "2018-07..2018-01",
            "1900-01",
            "..",
            "x",
        ] {
            assert_eq!(read(form), "", "{form}");
        }
    }

    #[test]
    fn a_month_ends_on_its_last_day_also_in_leap_years() {
        let ends = [(2018, 2, "2018-02-28"), (2020, 2, "2020-02-29"), (2018, 7, "2018-07-31")];
        for (year, month, end) in ends {
            assert_eq!(Period::new(year, month).unwrap().last_day().to_string(), end);
        }
    }

    #[test]
    fn a_month_is_complete_only_after_its_last_day() {
        assert_eq!(Period::last_complete(Date::new(2018, 7, 31).unwrap()).to_string(), "2018-06");
        assert_eq!(Period::last_complete(Date::new(2018, 8, 1).unwrap()).to_string(), "2018-07");
    }
}

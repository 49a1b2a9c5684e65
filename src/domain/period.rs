//! The month a meeting stands for (`records.md`, sections 2 and 8).

use std::fmt;

use super::{Date, Refusal, fold, refusal};

/// One month. `Display` writes `2018-07`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(i32);

/// The months as English calls them.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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

    /// The month so many months before.
    pub fn back(self, months: u32) -> Self {
        (0..months).fold(self, |month, _| month.previous())
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
    pub fn months(self) -> impl DoubleEndedIterator<Item = Period> {
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
    /// Reads `2018-07`, `7/2018`, `T7/2018`, `tháng 7/2018`, `this`, `last`, `2018-Q3`, `quý 3/2018`, `2018-H1`, `2018`,
    /// `2017-06..2018-07`.
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
    /// Refuses a month that begins after today: nothing can be told of it yet.
    pub fn must_have_begun(self, today: Date) -> Result<(), Refusal> {
        if self.first_day() > today {
            return Err(refusal::Asked::PeriodNotBegun { period: self, today }.into());
        }
        Ok(())
    }

    /// The last month that is over on this day: on the last day of a month that month is not yet over.
    pub fn last_complete(today: Date) -> Self {
        Self::of(today).previous()
    }
}

/// A year, a half of it, a quarter or a month: `2018`, `2018-H1`, `2018-Q3`, `Q3/2018`, `quý III/2018`, `năm 2018`,
/// `6 tháng đầu năm 2018`, `2018-07`, `7/2018`, `T7/2018`, `tháng 7 năm 2018`, `07.2018`.
fn written(text: &str) -> Option<PeriodSpan> {
    let folded = fold(text);
    let mut words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.retain(|word| *word != "nam");
    let year_of = |word: &str| {
        let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| word.parse::<i32>().ok()).flatten()
    };
    // The part of the year, however many words it is.
    let (year, part) = match words[..] {
        [year] => (year, String::new()),
        [first, ref rest @ ..] if year_of(first).is_some() => (first, rest.join(" ")),
        [ref rest @ .., last] => (last, rest.join(" ")),
        [] => return None,
    };
    let (year, (from, to)) = (year_of(year)?, part_of_year(&part)?);
    span(year, from, to)
}

/// From which month to which.
fn part_of_year(part: &str) -> Option<(u32, u32)> {
    let digits = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let whole = match part {
        "" => Some((1, 12)),
        "h1" | "6 thang dau" => Some((1, 6)),
        "h2" | "6 thang cuoi" => Some((7, 12)),
        _ => None,
    };
    if whole.is_some() {
        return whole;
    }
    if let Some(quarter) = part.strip_prefix("quy").or(part.strip_prefix('q')) {
        let names = [["1", "i"], ["2", "ii"], ["3", "iii"], ["4", "iv"]];
        let at = names.iter().position(|names| names.contains(&quarter.trim_start()))? as u32;
        return Some((3 * at + 1, 3 * at + 3));
    }
    let month =
        ["thang", "thg", "t"].iter().find_map(|word| part.strip_prefix(word)).unwrap_or(part);
    let month = month.trim_start();
    let month = digits(month).then(|| month.parse().ok()).flatten()?;
    Some((month, month))
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
    fn every_form_of_section_8_and_of_offices_is_read() {
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
            ("Q3/2018", "2018-07..2018-09"),
            ("quý 3/2018", "2018-07..2018-09"),
            ("Quý III năm 2018", "2018-07..2018-09"),
            ("năm 2018", "2018-01..2018-12"),
            ("6 tháng đầu năm 2018", "2018-01..2018-06"),
            ("tháng 9/2018", "2018-09"),
            ("THÁNG 9 NĂM 2018", "2018-09"),
            ("09-2018", "2018-09"),
            ("12.2018", "2018-12"),
            ("T9 / 2018", "2018-09"),
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
            "tháng 9",
            "9",
            "5/7/2018",
            "1/2/2018",
            "quý V/2018",
            "2018-2019",
            "7 tháng đầu năm 2018",
            "Q3",
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

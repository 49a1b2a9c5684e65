//! Days without their year, as the short form of `log-meeting` and questions take them (`records.md`, section 8).

use super::{Date, DateInput, Refusal, refusal};

/// A day as a person types it where the year may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayTyped {
    /// A day with its year, or a word for one.
    Whole(DateInput),
    /// `5/10`: a day that comes every year, or every fourth.
    OfYear { day: u32, month: u32 },
}

impl DayTyped {
    /// Reads what [`DateInput`] reads, and `5/10` or `5-10`, day first.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        match day_and_month(text) {
            None => Ok(Self::Whole(DateInput::read(text)?)),
            Some((day, month)) if in_some_year(day, month) => Ok(Self::OfYear { day, month }),
            Some(_) => {
                Err(refusal::Calendar::DateImpossible { text: text.to_owned(), month_first: None }
                    .into())
            }
        }
    }

    /// The day meant: without a year the latest such day not after today, nor after `latest`.
    pub fn resolve(self, today: Date, latest: Option<Date>) -> Result<Date, Refusal> {
        let (day, month) = match self {
            Self::Whole(input) => return Ok(input.resolve(today)),
            Self::OfYear { day, month } => (day, month),
        };
        let latest = latest.map_or(today, |latest| latest.min(today));
        // The 29th of February comes every fourth year, and not in 2100.
        let years = (0..=8).map(|back| latest.year() - back);
        let found = years.filter_map(|year| Date::new(year, month, day)).find(|day| *day <= latest);
        found.ok_or_else(|| {
            refusal::Calendar::DateOutOfRange { text: format!("{day}/{month}") }.into()
        })
    }
}

/// Two numbers of one or two digits, with one sign between them.
pub fn day_and_month(text: &str) -> Option<(u32, u32)> {
    let (day, month) = text.split_once(['/', '-'])?;
    let digits =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(day) || !digits(month) {
        return None;
    }
    Some((day.parse().ok()?, month.parse().ok()?))
}

fn in_some_year(day: u32, month: u32) -> bool {
    Date::new(2000, month, day).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, today: &str, latest: Option<&str>) -> String {
        let date = |text: &str| Date::from_iso(text).unwrap();
        let typed = DayTyped::read(text).and_then(|d| d.resolve(date(today), latest.map(date)));
        typed.map(|day| day.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_day_without_a_year_is_the_latest_such_day_not_after_today() {
        assert_eq!(day("5/10", "2026-11-27", None), "2026-10-05");
        assert_eq!(day("27/11", "2026-11-27", None), "2026-11-27");
        assert_eq!(day("28/11", "2026-11-27", None), "2025-11-28");
        assert_eq!(day("05-10", "2026-01-03", None), "2025-10-05");
        assert_eq!(day("29/2", "2027-03-01", None), "2024-02-29");
    }

    #[test]
    fn a_day_of_a_month_that_is_asked_for_is_not_taken_from_a_later_year() {
        assert_eq!(day("5/10", "2026-11-27", Some("2025-11-15")), "2025-10-05");
        assert_eq!(day("5/10", "2026-11-27", Some("2027-11-15")), "2026-10-05");
    }

    #[test]
    fn a_whole_day_and_words_are_read_as_elsewhere() {
        for text in ["5/10/2026", "2026-10-05", "05-10-2026"] {
            assert_eq!(day(text, "2026-11-27", None), "2026-10-05", "{text}");
        }
        assert_eq!(day("hôm qua", "2026-11-27", None), "2026-11-26");
    }

    #[test]
    fn what_no_year_has_is_refused() {
        for text in ["31/2", "20/25", "0/5", "5/0", "5/", "/5", "5", "a/b", "5/10/26", "", "5//1"] {
            assert_eq!(day(text, "2026-11-27", None), "", "{text}");
        }
    }
}

//! The one line in which a walk through the cells of a month takes a meeting: `5 20/25`, `5/10 20 Lê Thị Ví Dụ`.

use crate::cli::failure::Failure;
use crate::domain::{Counts, Date, DayTyped, Period, Refusal, latest_day, refusal};
use crate::texts::asking;

/// What such a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineRead {
    /// Nothing yet.
    Later,
    NotHeld,
    Held {
        on: Date,
        /// What was counted; nothing if that is not known.
        counts: Counts,
        /// Who came, if that is said.
        visitors: Option<String>,
    },
}

/// Reads a line. `begun` is what stood there before anything was typed, `total` how many members there were last.
pub fn read(
    typed: &str,
    begun: &str,
    period: Period,
    today: Date,
    total: Option<u16>,
) -> Result<LineRead, Failure> {
    let typed = typed.trim();
    if typed.is_empty() || typed == begun.trim() || typed == "-" {
        return Ok(LineRead::Later);
    }
    // What was typed behind the day that stood there may leave that day out of account.
    let behind = typed.strip_prefix(begun).filter(|_| !begun.is_empty());
    if asking::means_not_held(behind.unwrap_or(typed)) {
        return Ok(LineRead::NotHeld);
    }
    if let Some(Ok(read)) = behind.map(|behind| held(behind, period, today, total)) {
        return Ok(read);
    }
    held(typed, period, today, total)
}

fn held(typed: &str, period: Period, today: Date, total: Option<u16>) -> Result<LineRead, Failure> {
    let mut words = typed.split_whitespace();
    let on = day(words.next().unwrap_or_default(), period, today)?;
    let counted = words
        .next()
        .ok_or_else(|| refusal::Written::PresentOfTotalMisread { text: String::new() })?;
    let visitors = words.collect::<Vec<_>>().join(" ");
    Ok(LineRead::Held {
        on,
        counts: counts(counted, total)?,
        visitors: Some(visitors).filter(|text| !text.is_empty()),
    })
}

/// A day as it is typed for a month: `5` is the fifth of it.
pub fn day(typed: &str, period: Period, today: Date) -> Result<Date, Refusal> {
    let alone = (1..=2).contains(&typed.len()) && typed.bytes().all(|b| b.is_ascii_digit());
    let text = if alone {
        format!("{typed}/{}/{}", period.month(), period.year())
    } else {
        typed.to_owned()
    };
    DayTyped::read(&text)?.resolve(today, Some(latest_day(period)))
}

/// What was counted, as it is typed; nothing where that is not known.
pub fn counts(typed: &str, total: Option<u16>) -> Result<Counts, Refusal> {
    if asking::means_unknown(typed) {
        return Ok(Counts::default());
    }
    Counts::present_of(typed, total)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The day or a word, members present, all of them, and who came.
    type Read = (String, Option<u16>, Option<u16>, Option<String>);

    fn held(typed: &str) -> Option<Read> {
        let (period, today) = (Period::from_iso("2026-10")?, Date::from_iso("2026-11-03")?);
        match read(typed, "5/10 ", period, today, Some(25)).ok()? {
            LineRead::Held { on, counts, visitors } => {
                Some((on.to_string(), counts.present, counts.total, visitors))
            }
            LineRead::Later => Some(("later".to_owned(), None, None, None)),
            LineRead::NotHeld => Some(("not held".to_owned(), None, None, None)),
        }
    }

    fn plain(day: &str, present: u16, total: u16) -> Option<Read> {
        Some((day.to_owned(), Some(present), Some(total), None))
    }

    #[test]
    fn a_day_and_numbers_are_read_in_every_length() {
        assert_eq!(held("5 20"), plain("2026-10-05", 20, 25));
        assert_eq!(held("5/10 20/26"), plain("2026-10-05", 20, 26));
        assert_eq!(held("2/11 20"), plain("2026-11-02", 20, 25));
        assert_eq!(held("2026-10-05 20/25"), plain("2026-10-05", 20, 25));
        assert_eq!(held("5/10 6 20"), plain("2026-10-06", 20, 25));
        assert_eq!(held("5/10 6/10 20/24"), plain("2026-10-06", 20, 24));
        assert_eq!(held("5 -"), Some(("2026-10-05".to_owned(), None, None, None)));
        let with = held("5 20 Lê Thị Ví Dụ; TUV-02").unwrap();
        assert_eq!(with.3.as_deref(), Some("Lê Thị Ví Dụ; TUV-02"));
    }

    #[test]
    fn what_was_not_touched_says_nothing() {
        for typed in ["", "  ", "5/10", "5/10 ", "-"] {
            assert_eq!(held(typed).unwrap().0, "later", "{typed}");
        }
        assert_eq!(held("x").unwrap().0, "not held");
        assert_eq!(held("5/10 x").unwrap().0, "not held");
        assert_eq!(held("không sinh hoạt").unwrap().0, "not held");
    }

    #[test]
    fn a_line_that_says_half_of_it_is_refused() {
        for typed in ["6", "6/10", "20/25", "5 26", "5 25/20", "31/11 20", "5 hai", "0 20"] {
            assert_eq!(held(typed), None, "{typed}");
        }
    }
}

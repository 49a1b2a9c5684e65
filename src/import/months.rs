//! Months of files: as section 8 has them, and what spreadsheets make of them (`records.md`, section 9).

use super::dates::{plain, serial};
use super::fault::Problem;
use crate::domain::{DateInput, ENGLISH_MONTHS, Period, PeriodInput, Refusal, fold, refusal};

/// One month.
pub(super) fn month(text: &str) -> Result<Period, Problem> {
    if let Some(period) = Period::from_iso(text) {
        return Ok(period);
    }
    if let Some(day) = serial(text) {
        return Err(Problem::DateSerial { day });
    }
    if let Some(period) = first_of_month(text).or_else(|| short(text)) {
        return Ok(period);
    }
    match PeriodInput::read(text)? {
        PeriodInput::This | PeriodInput::Last => Err(Problem::DependsOnDay),
        PeriodInput::Months(span) => span.only_month().ok_or_else(|| {
            Refusal::Calendar(refusal::Calendar::PeriodNotOneMonth { text: text.to_owned() }).into()
        }),
    }
}

/// The first of a month, as a spreadsheet keeps `7/2018`: no other day can stand for a month, so that `7/1/2018`, which
/// may be July or January, is refused.
fn first_of_month(text: &str) -> Option<Period> {
    match DateInput::read(&plain(text)) {
        Ok(DateInput::Day(day)) if day.day() == 1 => Some(Period::of(day)),
        Ok(DateInput::Day(_) | DateInput::Today | DateInput::Yesterday) | Err(_) => None,
    }
}

/// `Jul-18`, `Thg7-18`, as spreadsheets show a month. Their years are those of this century.
fn short(text: &str) -> Option<Period> {
    let folded = fold(text);
    let (month, year) = folded.rsplit_once(['-', ' ', '/'])?;
    let month = month.trim_end_matches([' ', '-', ',']);
    let month = match month.strip_prefix("thg") {
        Some(number) => number.trim_start().parse().ok()?,
        None => {
            ENGLISH_MONTHS.iter().position(|name| name[..3].eq_ignore_ascii_case(month))? as u32 + 1
        }
    };
    let digits = year.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = year.parse().ok().filter(|_| digits && matches!(year.len(), 2 | 4))?;
    Period::new(if year < 100 { 2000 + year } else { year }, month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_people_and_spreadsheets_write_them() {
        for text in [
            "2018-07",
            "7/2018",
            "T7/2018",
            "01/07/2018",
            "2018-07-01",
            "Jul-18",
            "Thg7-18",
            "thg 7-18",
            "Jul 2018",
            "Tháng 7/2018",
            "07.2018",
            "07-2018",
            "tháng 7 năm 2018",
            "1/7/2018 0:00",
        ] {
            assert_eq!(month(text).map(|it| it.to_string()).as_deref(), Ok("2018-07"), "{text}");
        }
    }

    #[test]
    fn what_may_be_another_month_is_refused() {
        for text in [
            "7/1/2018",
            "5/7/2018",
            "this",
            "tháng trước",
            "43282",
            "7",
            "2018",
            "Q3/2018",
            "7/18",
            "xyz-18",
        ] {
            assert!(month(text).is_err(), "{text}");
        }
        assert_eq!(month("last"), Err(Problem::DependsOnDay));
    }
}

//! What the dates of one file show together: the earliest and latest of each column, and whether the
//! file was written month first (`records.md`, section 9).

use super::fault::Problem;
use super::ledger::{Ledger, Place};
use crate::domain::{Date, DateInput, Refusal, refusal};
use crate::files::{Column, FileKind};

/// A date as it stands in a file.
#[derive(Debug, Clone)]
struct Written {
    place: Place,
    column: Column,
    text: String,
}

/// The dates of one file.
#[derive(Debug, Clone, Default)]
pub(super) struct Dates {
    pub ranges: [Option<(Date, Date)>; FileKind::MOST_COLUMNS],
    /// The first one that is written day first.
    slash: Option<Written>,
    /// The first one that can only be month first.
    proof: Option<(u32, String)>,
}

impl Dates {
    /// Reads a date.
    pub fn read(&mut self, place: Place, column: Column, text: &str) -> Result<Date, Problem> {
        if let Some(day) = Date::from_iso(text) {
            self.note(column, day);
            return Ok(day);
        }
        if let Some(day) = serial(text) {
            return Err(Problem::DateSerial { day });
        }
        let plain = plain(text);
        match DateInput::read(&plain) {
            Ok(DateInput::Day(day)) => {
                let iso = plain.bytes().take_while(u8::is_ascii_digit).count() == 4;
                if !iso && self.slash.is_none() {
                    self.slash = Some(Written { place, column, text: text.to_owned() });
                }
                self.note(column, day);
                Ok(day)
            }
            Ok(DateInput::Today | DateInput::Yesterday) => Err(Problem::DependsOnDay),
            Err(refusal) => {
                if matches!(
                    refusal,
                    Refusal::Calendar(refusal::Calendar::DateImpossible {
                        month_first: Some(_),
                        ..
                    })
                ) {
                    self.proof.get_or_insert_with(|| (place.line, text.to_owned()));
                }
                Err(refusal.into())
            }
        }
    }

    fn note(&mut self, column: Column, day: Date) {
        let range = self.ranges[column.at()].get_or_insert((day, day));
        *range = (range.0.min(day), range.1.max(day));
    }

    /// Enters one fault for all slash dates of the file if one of them proves that they are month first.
    /// Says whether the file is suspect.
    pub fn judge(&self, ledger: &mut Ledger) -> bool {
        let Some((line, text)) = &self.proof else { return false };
        if let Some(Written { place, column, text: value }) = &self.slash {
            let problem = Problem::SlashDatesSuspect { line: u64::from(*line), text: text.clone() };
            ledger.enter(*place, Some(*column), value, problem);
        }
        true
    }
}

/// A date as section 8 has it: without the midnight that a spreadsheet adds, `5.7.2018` with strokes, `2018/07/05` with
/// hyphens.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let midnight =
        ["00:00:00.000", "00:00:00", "0:00:00", "00:00", "0:00", "12:00:00 AM", "12:00 AM"];
    let day = midnight.iter().find_map(|time| text.strip_suffix(time)).unwrap_or(text);
    let day = day.trim_end_matches([' ', 'T']);
    let dots = day.matches('.').count() == 2 && !day.contains(['/', '-']);
    let day = if dots { day.replace('.', "/") } else { day.to_owned() };
    let year_first = day.bytes().take_while(u8::is_ascii_digit).count() == 4;
    if year_first { day.replace('/', "-") } else { day }
}

/// The day that a spreadsheet means by a number, from 1927 to 2100.
pub(super) fn serial(text: &str) -> Option<Date> {
    let number = text.strip_suffix(".0").or(text.strip_suffix(",0")).unwrap_or(text);
    let digits = number.len() == 5 && number.bytes().all(|byte| byte.is_ascii_digit());
    day_numbered(digits.then(|| number.parse().ok()).flatten()?)
}

/// The day of a number as spreadsheets count: 1 is the first of 1900.
pub(super) fn day_numbered(number: i64) -> Option<Date> {
    /// 1970-01-01.
    const UNIX: i64 = 25_569;
    Date::from_number(number - UNIX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::meetings::HELD_ON;

    fn read(text: &str) -> Result<String, Problem> {
        let day = Dates::default().read(Place { file: 0, line: 2 }, HELD_ON, text);
        day.map(|day| day.to_string())
    }

    #[test]
    fn dates_are_read_as_people_and_spreadsheets_write_them() {
        for text in [
            "2018-07-05",
            "5/7/2018",
            "05-07-2018",
            "5.7.2018",
            "2018/07/05",
            "5/7/2018 0:00",
            "2018-07-05 00:00:00",
            "2018-07-05T00:00:00",
            "05/07/2018 12:00:00 AM",
        ] {
            assert_eq!(read(text).as_deref(), Ok("2018-07-05"), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_for_ever_is_refused() {
        let day = Date::new(2018, 7, 5).unwrap();
        assert_eq!(read("43286"), Err(Problem::DateSerial { day }));
        for text in ["today", "hôm qua"] {
            assert_eq!(read(text), Err(Problem::DependsOnDay), "{text}");
        }
        for text in ["5/7/18", "5/7", "5/7/2018 19:30", "5.7/2018", "2018.7", "31/2/2018"] {
            assert!(matches!(read(text), Err(Problem::Refused(_))), "{text}");
        }
    }
}

//! A cell of a workbook as a person sees it: days, numbers and texts.

use calamine::{DataRef, ExcelDateTime, Style};

use crate::domain::Date;
use crate::import::dates::day_numbered;

/// What the format of a cell changes in what is seen of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Plain,
    /// 0,9 is seen as 90%.
    Percent,
    /// 7 is seen as 007.
    Digits(usize),
    /// Of a day only the month is seen.
    Month,
}

impl Shown {
    /// By the number format of a style.
    pub fn of(style: &Style) -> Self {
        let Some(format) = &style.number_format else { return Self::Plain };
        let code = bare(&format.format_code);
        if code.contains('%') {
            Self::Percent
        } else if code.len() > 1 && code.bytes().all(|byte| byte == b'0') {
            Self::Digits(code.len())
        } else if code.contains('y') && code.contains('m') && !code.contains(['d', 'h']) {
            Self::Month
        } else {
            Self::Plain
        }
    }
}

/// The first part of a number format, in lower case and without what is printed as it stands.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for c in code.chars() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if bracketed => {}
            '\\' | '_' | '*' => escaped = true,
            ';' => break,
            ' ' => {}
            c => bare.push(c.to_ascii_lowercase()),
        }
    }
    bare
}

/// What a person sees in the cell; nothing if it is empty.
pub(super) fn seen<'a>(value: &'a DataRef<'a>, shown: Shown, text: &'a mut String) -> &'a str {
    text.clear();
    match value {
        DataRef::Empty => {}
        DataRef::String(written) => return written,
        DataRef::SharedString(written) => return written,
        DataRef::Int(number) => *text = number.to_string(),
        DataRef::Float(number) => *text = numeral(*number, shown),
        DataRef::Bool(true) => text.push_str("TRUE"),
        DataRef::Bool(false) => text.push_str("FALSE"),
        DataRef::Error(error) => *text = error.to_string(),
        DataRef::DateTime(moment) => *text = moment_text(*moment, shown),
        DataRef::DateTimeIso(written) => *text = iso_text(written),
        DataRef::DurationIso(written) => return written,
    }
    text
}

fn numeral(number: f64, shown: Shown) -> String {
    match shown {
        Shown::Percent => format!("{}%", rounded(number * 100.0)),
        Shown::Digits(digits) if number >= 0.0 && number.fract() == 0.0 => {
            format!("{:0>digits$}", rounded(number))
        }
        Shown::Plain | Shown::Digits(_) | Shown::Month => rounded(number),
    }
}

/// A number of fifteen digits, which is all that a spreadsheet shows: 0.1 + 0.2 is 0.3.
fn rounded(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // No number that is meant has so many digits.
    if rounded.abs() < 1e15 { format!("{rounded}") } else { format!("{rounded:e}") }
}

/// Day first, as a day is typed, so that it is no code where a code should stand. A time of 0:00 is none.
fn moment_text(moment: ExcelDateTime, shown: Shown) -> String {
    let serial = moment.as_f64();
    let seconds = (serial.fract() * 86_400.0).round();
    let time = format!("{}:{:02}", seconds as u64 / 3600, seconds as u64 / 60 % 60);
    if moment.is_duration() || (0.0..1.0).contains(&serial) {
        return time;
    }
    let is_1904 = calamine_counts_from_1904(&moment);
    match day(serial, is_1904) {
        // A number before or after all days that can be written.
        None => rounded(serial),
        Some(day) if shown == Shown::Month => format!("{:02}/{}", day.month(), day.year()),
        Some(day) if seconds == 0.0 => day.day_first(),
        Some(day) => format!("{} {time}", day.day_first()),
    }
}

/// The day of a number: in one system the first is 1 January 1900, and 29 February of that year is a day; in the other
/// 1 January 1904 is day 0.
fn day(serial: f64, is_1904: bool) -> Option<Date> {
    /// By which the two systems differ.
    const TO_1904: i64 = 1462;
    if !(0.0..3_000_000.0).contains(&serial) {
        return None;
    }
    // Before March 1900 the days are one less; none of these can be written.
    let days = serial.floor() as i64 + if is_1904 { TO_1904 } else { 0 };
    day_numbered(days)
}

/// Whether the workbook counts days from 1904, which a moment knows and does not say.
fn calamine_counts_from_1904(moment: &ExcelDateTime) -> bool {
    use calamine::ExcelDateTimeType;
    *moment == ExcelDateTime::new(moment.as_f64(), ExcelDateTimeType::DateTime, true)
}

/// A moment that stands in the file as a text, `2018-07-05T00:00:00`.
fn iso_text(written: &str) -> String {
    let (day, time) = written.split_once('T').unwrap_or((written, ""));
    let midnight = time.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'));
    match Date::from_iso(day) {
        Some(day) if midnight => day.day_first(),
        Some(day) => format!("{} {time}", day.day_first()),
        None => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn as_seen(value: DataRef<'_>, shown: Shown) -> String {
        let mut text = String::new();
        seen(&value, shown, &mut text).to_owned()
    }

    fn moment(serial: f64, is_1904: bool) -> DataRef<'static> {
        DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904))
    }

    #[test]
    fn numbers_are_read_as_they_are_seen() {
        for (number, shown, text) in [
            (25.0, Shown::Plain, "25"),
            (92.5, Shown::Plain, "92.5"),
            (0.1 + 0.2, Shown::Plain, "0.3"),
            (-3.0, Shown::Plain, "-3"),
            (5e3, Shown::Plain, "5000"),
            (1e300, Shown::Plain, "1e300"),
            (f64::NAN, Shown::Plain, "NaN"),
            (1.0, Shown::Percent, "100%"),
            (0.925, Shown::Percent, "92.5%"),
            (0.07, Shown::Percent, "7%"),
            (7.0, Shown::Digits(3), "007"),
        ] {
            assert_eq!(as_seen(DataRef::Float(number), shown), text);
        }
    }

    #[test]
    fn days_are_counted_from_1900_or_1904() {
        assert_eq!(as_seen(moment(43286.0, false), Shown::Plain), "05/07/2018");
        assert_eq!(as_seen(moment(41824.0, true), Shown::Plain), "05/07/2018");
        assert_eq!(as_seen(moment(43286.0, false), Shown::Month), "07/2018");
        assert_eq!(as_seen(moment(43_286.604_166_67, false), Shown::Plain), "05/07/2018 14:30");
        assert_eq!(as_seen(moment(0.5, false), Shown::Plain), "12:00");
        for far in [60.0, -1.0, 2_958_465.0, 1e18, f64::NAN] {
            as_seen(moment(far, false), Shown::Plain);
        }
        let iso = |text: &str| as_seen(DataRef::DateTimeIso(text.to_owned()), Shown::Plain);
        assert_eq!(iso("2018-07-05T00:00:00"), "05/07/2018");
        assert_eq!(iso("2018-07-05"), "05/07/2018");
    }

    #[test]
    fn a_format_is_told_from_what_it_prints_as_it_stands() {
        assert_eq!(bare("[$-42A]\"ngày\" mm/yyyy;@"), "mm/yyyy");
        assert_eq!(bare("0.0%"), "0.0%");
        assert_eq!(bare("0\\%"), "0");
    }
}

//! `--known-at`: the moment, or the operation, as of which the record file is read (`records.md`, section 3).

use super::clock;
use super::values::{Misread, Read};
use crate::domain::{DateInput, Moment, OperationNumber, Refusal, refusal};

/// A moment as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownAt {
    /// The number of an operation: right after it.
    Operation(OperationNumber),
    /// A day: its end, local time.
    Day(DateInput),
    /// A moment of the machine's clock.
    Moment(Moment),
}

impl KnownAt {
    /// Reads `12`, a date, or a date and a time of day: `8/8/2018 14:30`, `2018-08-08T14:30:00.125Z`.
    pub fn read(text: &str) -> Read<Self> {
        let text = text.trim();
        if !text.is_empty() && text.len() < 10 && text.bytes().all(|b| b.is_ascii_digit()) {
            let number = text.parse().map_err(|_| misread(text))?;
            return Ok(Self::Operation(OperationNumber(number)));
        }
        if let Some(moment) = Moment::from_rfc3339(text) {
            return Ok(Self::Moment(moment));
        }
        let (day, time) = match text.split_once([' ', 'T']) {
            // `hôm qua` has a blank too.
            Some((day, time)) if time.contains(':') => (day, Some(time)),
            _ => (text, None),
        };
        let day = DateInput::read(day).map_err(|refusal| match refusal {
            Refusal::Calendar(refusal::Calendar::DateMisread { .. }) => misread(text),
            other => other.into(),
        })?;
        match time {
            None => Ok(Self::Day(day)),
            Some(time) => {
                let day = day.resolve(clock::today());
                let parts = time.split(':').map(|part| part.parse::<u32>().ok());
                let parts: Option<Vec<u32>> = parts.collect();
                let moment = match parts.as_deref() {
                    // To the end of what was said, as `history` shows moments to the second.
                    Some([hour, minute]) => clock::at(day, *hour, *minute, 59),
                    Some([hour, minute, second]) => clock::at(day, *hour, *minute, *second),
                    _ => None,
                };
                moment.map(Self::Moment).ok_or_else(|| misread(text))
            }
        }
    }
}

fn misread(text: &str) -> Misread {
    refusal::Calendar::MomentMisread { text: text.to_owned() }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_days_and_moments_are_told_apart() {
        assert_eq!(KnownAt::read(" 12 ").unwrap(), KnownAt::Operation(OperationNumber(12)));
        for day in ["8/8/2018", "2018-08-08", "hôm qua", "today"] {
            assert!(matches!(KnownAt::read(day), Ok(KnownAt::Day(_))), "{day}");
        }
        for moment in ["8/8/2018 14:30", "2018-08-08 14:30:05", "2018-08-08T14:30:05.125Z"] {
            assert!(matches!(KnownAt::read(moment), Ok(KnownAt::Moment(_))), "{moment}");
        }
        for wrong in ["", "8/8", "8/8/2018 25:00", "8/8/2018 14:30:05:06", "8/8/2018 14:", "x"] {
            assert!(KnownAt::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_time_to_the_second_or_minute_reaches_to_its_end() {
        let read = |text: &str| match KnownAt::read(text).unwrap() {
            KnownAt::Moment(moment) => clock::local(crate::texts::Lang::EN, moment),
            other => panic!("{other:?}"),
        };
        assert_eq!(read("8/8/2018 14:30"), "2018-08-08 14:30:59");
        assert_eq!(read("8/8/2018 14:30:05"), "2018-08-08 14:30:05");
    }
}

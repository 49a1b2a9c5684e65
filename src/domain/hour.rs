//! The hour at which something begins, as people type it: `19:30`, `19h30`, `19h`, `19 giờ 30` (`records.md`, section 4).

use std::fmt;

use super::{Refusal, fold, refusal};

/// An hour of the day, to the minute. In files it is `19:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hour(u16);

/// What may stand between the hour and the minutes, folded; without minutes all but the colon.
const MARKS: [&str; 4] = [":", "h", "g", "gio"];

impl Hour {
    /// Reads an hour of the 24; seconds of 0, which spreadsheets write behind it, are none.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let misread = || refusal::Calendar::HourMisread { text: text.trim().to_owned() };
        Ok(Self::of(&fold(text)).ok_or_else(misread)?)
    }

    fn of(folded: &str) -> Option<Self> {
        let packed: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = packed.bytes().take_while(u8::is_ascii_digit).count();
        let (hour, behind) = packed.split_at(digits);
        let mark_ends = behind.bytes().position(|byte| byte.is_ascii_digit());
        let (mark, minutes) = behind.split_at(mark_ends.unwrap_or(behind.len()));
        let minutes = minutes.strip_suffix(":00").unwrap_or(minutes);
        if !MARKS.contains(&mark) || mark == ":" && minutes.is_empty() {
            return None;
        }
        let number = |text: &str, most: u16| -> Option<u16> {
            let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            text.parse().ok().filter(|number| plain && *number <= most)
        };
        let minute = match minutes.len() {
            0 => 0,
            2 => number(minutes, 59)?,
            _ => return None,
        };
        Some(Self(number(hour, 23)? * 60 + minute))
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u16 {
        self.0 % 60
    }
}

impl fmt::Display for Hour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}:{:02}", self.hour(), self.minute()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Hour::read(text).ok().map(|hour| hour.to_string())
    }

    #[test]
    fn an_hour_is_read_as_people_and_spreadsheets_write_it() {
        for text in ["19:30", "19h30", "19H30", "19 giờ 30", "19g30", "19:30:00", " 19 : 30 "] {
            assert_eq!(read(text).as_deref(), Some("19:30"), "{text}");
        }
        assert_eq!(read("19h").as_deref(), Some("19:00"));
        assert_eq!(read("7 giờ").as_deref(), Some("07:00"));
        assert_eq!(read("0:00").as_deref(), Some("00:00"));
    }

    #[test]
    fn what_is_no_hour_of_the_day_is_refused() {
        for text in [
            "", "19", "24:00", "19:60", "19:3", "19h3", "tối", "19:", ":30", "19:30:15", "119h",
            "-1h",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

//! An [`Agenda`] as iCalendar (RFC 5545). The same agenda gives the same bytes.

use crate::domain::{Date, Hour, Moment};
use crate::table::{Agenda, Appointment};

/// How long an appointment is that has an hour: nobody announces when a meeting ends.
const MINUTES: u16 = 90;

/// The zone of every hour. Vietnam has one, and no summer time.
const ZONE: &str = "Asia/Ho_Chi_Minh";

/// The most bytes of a line; what is longer goes on in the next, behind a blank.
const LINE: usize = 75;

/// A calendar.
pub fn ics(agenda: &Agenda) -> String {
    let mut lines = Lines(String::new());
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//chibo//chibo//VI");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    lines.put("X-WR-CALNAME", &escaped(&agenda.name));
    lines.put("X-WR-TIMEZONE", ZONE);
    lines.zone();
    agenda.appointments.iter().for_each(|one| lines.appointment(one));
    lines.put("END", "VCALENDAR");
    lines.0
}

/// The lines of a calendar so far.
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        for piece in folded(&format!("{name}:{value}")) {
            self.0.push_str(&piece);
            self.0.push_str("\r\n");
        }
    }

    fn zone(&mut self) {
        self.put("BEGIN", "VTIMEZONE");
        self.put("TZID", ZONE);
        self.put("BEGIN", "STANDARD");
        self.put("DTSTART", "19700101T000000");
        self.put("TZOFFSETFROM", "+0700");
        self.put("TZOFFSETTO", "+0700");
        self.put("TZNAME", "+07");
        self.put("END", "STANDARD");
        self.put("END", "VTIMEZONE");
    }

    fn appointment(&mut self, one: &Appointment) {
        self.put("BEGIN", "VEVENT");
        self.put("UID", &escaped(&one.uid));
        self.put("DTSTAMP", &in_utc(one.recorded_at));
        self.put("SEQUENCE", &one.sequence.to_string());
        match one.at {
            None => {
                self.put("DTSTART;VALUE=DATE", &day(one.on));
                self.put("DTEND;VALUE=DATE", &day(one.on.next()));
            }
            Some(at) => {
                let name = |what: &str| format!("{what};TZID={ZONE}");
                self.put(&name("DTSTART"), &moment(one.on, at, 0));
                self.put(&name("DTEND"), &moment(one.on, at, MINUTES));
            }
        }
        self.put("SUMMARY", &escaped(&one.title));
        if let Some(place) = &one.place {
            self.put("LOCATION", &escaped(place));
        }
        self.put("DESCRIPTION", &escaped(&one.lines.join("\n")));
        self.put("END", "VEVENT");
    }
}

/// `20180705`.
fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// `20180705T193000`, some minutes later.
fn moment(on: Date, at: Hour, later: u16) -> String {
    let minutes = at.hour() * 60 + at.minute() + later;
    let on = on.plus_days(i64::from(minutes / (24 * 60)));
    format!("{}T{:02}{:02}00", day(on), minutes / 60 % 24, minutes % 60)
}

/// `20180705T123000Z`, to the second.
fn in_utc(moment: Moment) -> String {
    let written = moment.to_string();
    let seconds = written.split('.').next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

/// A text with what has a meaning in it marked as letters.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            // No other control character may stand there; none is recorded.
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line in pieces that are short enough, no letter broken.
fn folded(line: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for c in line.chars() {
        let last = pieces.last_mut().filter(|piece| piece.len() + c.len_utf8() <= LINE);
        match last {
            Some(piece) => piece.push(c),
            None => pieces.push(format!(" {c}")),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters_and_come_back_whole() {
        let line = format!("SUMMARY:{}", "Đảng bộ Phường Quảng Trị ".repeat(9));
        let pieces = folded(&line);
        assert!(pieces.len() > 3 && pieces.iter().all(|piece| piece.len() <= LINE));
        assert!(pieces[1..].iter().all(|piece| piece.starts_with(' ')));
        let whole: String =
            pieces.iter().enumerate().map(|(at, it)| if at == 0 { it } else { &it[1..] }).collect();
        assert_eq!(whole, line);
    }

    #[test]
    fn what_has_a_meaning_in_a_calendar_is_marked() {
        assert_eq!(
            escaped("Nhà văn hóa; tầng 2, phòng \\1\nA"),
            "Nhà văn hóa\\; tầng 2\\, phòng \\\\1\\nA"
        );
    }

    #[test]
    fn a_late_meeting_ends_on_the_next_day() {
        let (on, at) = (Date::from_iso("2018-12-31").unwrap(), Hour::read("23:00").unwrap());
        assert_eq!(moment(on, at, 0), "20181231T230000");
        assert_eq!(moment(on, at, MINUTES), "20190101T003000");
    }
}

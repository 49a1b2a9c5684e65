//! The machine's clock and time zone: the only place below `main` that asks what time it is.

use chrono::{Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

use crate::domain::{Date, Moment};
use crate::texts::{self, Lang};

/// Now.
pub fn now() -> Moment {
    Moment::from_clock(Utc::now())
}

/// The local date.
pub fn today() -> Date {
    Date::from_clock(Local::now().date_naive())
}

/// A moment in local time, to the second, as people read it: `23/11/2026 14:30:00`, `2026-11-23 14:30:00` in English.
pub fn local(lang: Lang, moment: Moment) -> String {
    let time = moment.utc().with_timezone(&Local);
    let day = Date::from_clock(time.date_naive());
    format!("{} {}", texts::date(lang, day), time.format("%H:%M:%S"))
}

/// The local date of a moment.
pub fn date_of(moment: Moment) -> Date {
    Date::from_clock(moment.utc().with_timezone(&Local).date_naive())
}

/// The last millisecond of a second of a local day; none if there is no such time of day.
pub fn at(day: Date, hour: u32, minute: u32, second: u32) -> Option<Moment> {
    let time = NaiveTime::from_hms_milli_opt(hour, minute, second, 999)?;
    Some(of_local(NaiveDate::from(day).and_time(time)))
}

/// The last millisecond of a local day.
pub fn end_of(day: Date) -> Moment {
    let time = NaiveTime::from_hms_milli_opt(23, 59, 59, 999).unwrap_or(NaiveTime::MIN);
    of_local(NaiveDate::from(day).and_time(time))
}

/// Where a change of the clock makes a local time stand for two moments, the later is meant.
fn of_local(time: NaiveDateTime) -> Moment {
    let moment = Local.from_local_datetime(&time).latest();
    Moment::from_clock(moment.map_or_else(|| time.and_utc(), |moment| moment.to_utc()))
}

/// A moment in local time as part of a file's name: `20181108-101500`.
pub fn in_file_name(moment: Moment) -> String {
    moment.utc().with_timezone(&Local).format("%Y%m%d-%H%M%S").to_string()
}

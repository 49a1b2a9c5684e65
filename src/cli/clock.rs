//! The machine's clock and time zone: the only place below `main` that asks what time it is.

use chrono::{Local, Utc};

use crate::domain::{Date, Moment};

/// Now.
pub fn now() -> Moment {
    Moment::from_clock(Utc::now())
}

/// The local date.
pub fn today() -> Date {
    Date::from_clock(Local::now().date_naive())
}

/// A moment in local time, to the second: `2026-11-23 14:30:00`.
pub fn local(moment: Moment) -> String {
    moment.utc().with_timezone(&Local).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// The local date of a moment.
pub fn local_day(moment: Moment) -> Date {
    Date::from_clock(moment.utc().with_timezone(&Local).date_naive())
}

/// A moment in local time as part of a file's name: `20181108-101500`.
pub fn in_file_name(moment: Moment) -> String {
    moment.utc().with_timezone(&Local).format("%Y%m%d-%H%M%S").to_string()
}

//! Appointments for programs that keep calendars, such as that of a phone.

use crate::domain::{Date, Hour, Moment};

/// A calendar: its name, and what is to come.
#[derive(Debug, Clone)]
pub struct Agenda {
    pub name: String,
    pub appointments: Vec<Appointment>,
}

/// One appointment.
#[derive(Debug, Clone)]
pub struct Appointment {
    /// What names it for ever, the world over: a program that knows it already puts this one in its place.
    pub uid: String,
    /// When it was recorded as it is.
    pub recorded_at: Moment,
    /// How often it was recorded otherwise before.
    pub sequence: u64,
    pub on: Date,
    /// The whole day, where no hour is known.
    pub at: Option<Hour>,
    pub title: String,
    pub place: Option<String>,
    /// What else is said of it.
    pub lines: Vec<String>,
}

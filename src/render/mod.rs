//! A [`Table`](crate::table::Table) as bytes: one file a format.

mod csv;
mod ics;
mod json;
mod terminal;
mod words;
mod xlsx;

pub use csv::{Dialect, csv, csv_on};
pub use ics::ics;
pub use json::json;
pub use terminal::{Screen, terminal};
pub use xlsx::{MOST_ROWS, form, xlsx};

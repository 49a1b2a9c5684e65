//! A [`Table`](crate::table::Table) as bytes: one file a format.

mod csv;
mod json;
mod terminal;

pub use csv::{Dialect, csv, csv_on};
pub use json::json;
pub use terminal::{Screen, terminal};

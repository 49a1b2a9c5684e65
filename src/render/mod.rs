//! A [`Table`](crate::table::Table) as bytes: one file a format.

mod csv;
mod form;
mod json;
mod terminal;
mod xlsx;

pub use csv::{Dialect, csv, csv_on};
pub use form::form;
pub use json::json;
pub use terminal::{Screen, terminal};
pub use xlsx::{MOST_ROWS, xlsx};

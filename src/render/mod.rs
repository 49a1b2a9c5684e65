//! A [`Table`](crate::table::Table) as bytes: one file a format.

mod csv;
mod html;
mod ics;
mod json;
mod markdown;
mod message;
mod terminal;
mod words;
mod xlsx;

pub use csv::{Dialect, csv, csv_on};
pub use html::html;
pub use ics::ics;
pub use json::json;
pub use markdown::markdown;
pub use message::message;
pub use terminal::{Screen, terminal};
pub use xlsx::{MOST_ROWS, form, xlsx};

//! The record file: one SQLite database of versioned rows (`records.md`, section 3).
//!
//! This layer alone knows SQL. It opens and creates files, reads values as of an operation, writes
//! versions under an operation, and seals the operation into the chain. It decides nothing: what may be
//! written is for `ops` and the rules of `domain` to say; the schema's triggers and checks only stand guard.

mod assignments;
mod backup;
mod beside;
mod broken_page;
mod bulk;
mod bulletins;
mod categories;
mod cells;
mod chain;
mod closings;
mod codes;
mod committees;
mod connection;
mod create;
mod duties;
mod erasing;
mod error;
mod examine;
mod exclusive;
mod gap_notes;
mod history;
mod inspections;
mod known;
mod meetings;
mod officials;
mod open;
mod operations;
mod pages;
mod peek;
mod place;
mod plans;
mod reader;
mod recoding;
mod recommendations;
mod references;
mod row;
mod row_history;
mod schema;
mod settings;
mod successions;
mod surroundings;
mod tables;
mod tally;
mod temporary;
mod texts;
mod touched;
mod undo;
mod upgrade;
mod writer;

pub use backup::{Content, Standing, copy, is_earlier, take_in};
pub use connection::OnBusy;
pub use erasing::Erasing;
pub use error::StoreError;
pub use exclusive::Exclusive;
pub use history::HistoryFilter;
pub use meetings::MeetingFilter;
pub use open::{OnUpgrade, Store};
pub use pages::by_hand;
pub use peek::peek;
pub use place::{
    Room, SIDECARS, beside, folder_of, is_room, new_file, put_where_free, real, rooms, sweep, sync,
};
pub use reader::Reader;
pub use row_history::RowsTouched;
pub use temporary::{temporary_failed, temporary_room};
pub use touched::Touched;
pub use undo::TakingBack;
pub use writer::{Grounds, Stamp, Writer};

use crate::domain::{Closing, Records, Register};

/// What a query that cannot fail on its rows gives back.
pub type Result<T> = std::result::Result<T, StoreError>;

impl Reader<'_> {
    /// The records of every kind but meetings, with closings that were read already.
    pub fn records_without_months(
        &self,
        register: Register,
        closings: Vec<Closing>,
    ) -> Result<Records> {
        let (records, errors) = self.records_as_far_as_read(register, closings);
        errors.into_iter().next().map_or(Ok(records), Err)
    }

    /// The same as far as they can be read, and why others cannot.
    pub fn records_as_far_as_read(
        &self,
        register: Register,
        closings: Vec<Closing>,
    ) -> (Records, Vec<StoreError>) {
        let mut errors = Vec::new();
        let records = Records {
            register,
            settings: read(self.settings(), &mut errors),
            assignments: read(self.assignments(), &mut errors),
            duties: read(self.duties(), &mut errors),
            meetings: Vec::new(),
            recommendations: read(self.recommendations(), &mut errors),
            recommendation_links: read(self.recommendation_links(), &mut errors),
            closings,
            gap_notes: read(self.gap_notes(), &mut errors),
            plans: read(self.plans(), &mut errors),
            inspections: read(self.inspections(), &mut errors),
            bulletins: read(self.bulletins(), &mut errors),
        };
        (records, errors)
    }
}

/// What was read, or else the error is noted.
fn read<T>(result: Result<Vec<T>>, errors: &mut Vec<StoreError>) -> Vec<T> {
    result.map_err(|error| errors.push(error)).unwrap_or_default()
}

/// Numbers as a list in SQL.
fn listed(numbers: &[i64]) -> String {
    numbers.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

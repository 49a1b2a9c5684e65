//! Meetings: a row of `meetings.csv`, and what becomes of it.

mod draft;
mod left_empty;
mod news;
mod order;
mod outcome;
mod plan;

pub(super) use draft::MeetingDraft;
pub use news::AtOdds;
pub(in crate::import) use news::News;
pub(super) use plan::plan;

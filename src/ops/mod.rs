//! What the office does with its records: a request in, an outcome out, all refusals before the first write.
//!
//! An op knows neither the command line nor a language. The caller owns the transaction, so that one
//! command is one operation; the rules themselves are in `domain`.

mod amend_meeting;
mod assign;
mod beginning;
mod bulletin;
mod change;
mod check;
mod close;
mod codes;
mod dependants;
mod differences;
mod dissolve;
mod duty;
mod erase;
mod existence;
mod filed_rows;
mod gap_note;
mod import;
mod inspection;
mod log_meeting;
mod matters;
mod merge;
mod move_cell;
mod new_meetings;
mod plan_meeting;
mod post;
mod recommend;
mod recommendation_steps;
mod register;
mod register_change;
mod rename;
mod reorganise;
mod retire;
mod rows_at;
mod rows_changed;
mod settings;
mod split;
mod unassign;
mod undo;
mod visit_remarks;

pub use amend_meeting::{
    AmendMeeting, Amendment, MeetingAmended, MeetingRemoved, Which, amend_meeting, find_meeting,
    remove_meeting,
};
pub use assign::{Assign, Assigned, Takeover, assign};
pub use beginning::Beginning;
pub use bulletin::{AddBulletin, BulletinDone, add_bulletin, remove_bulletin};
pub use change::{Change, Removed};
pub use check::{check, check_clock};
pub use close::{Close, MonthClosed, MonthReopened, close, filed_month, reopen};
pub use codes::{
    Recode, cell_ever, official_ever, recode_cell, recode_committee, recode_official, recoded,
};
pub use dependants::register_dependants;
pub use differences::{Since, differences};
pub use dissolve::{DissolveCell, DissolveCommittee, dissolve_cell, dissolve_committee};
pub use duty::{AddDuty, DutyAdded, DutyEnded, EndDuty, ScopeAsked, add_duty, end_duty};
pub use erase::{EraseName, NameErased, erase_name};
pub use filed_rows::Filing;
pub use gap_note::{GapNoteAsked, GapNoted, note_gap, remove_gap_note};
pub use import::{Base, Ever, Months, base, import, results};
pub use inspection::{
    InspectionDone, InspectionMeant, LogInspection, amend_inspection, log_inspection,
    remove_inspection,
};
pub use log_meeting::{
    HeldEntry, LogMeeting, MeetingLogged, OutcomeEntry, VisitorsGiven, log_meeting,
};
pub use matters::find_recommendation;
pub use merge::{Merge, merge};
pub use move_cell::{MoveCell, move_cell};
pub use new_meetings::NewMeetings;
pub use plan_meeting::{
    Collision, MeetingPlanned, PlanMeant, PlanMeeting, PlanRemoved, plan_meeting, planned_day,
    remove_plan,
};
pub use post::{ChangePost, change_post};
pub use recommend::{
    Raise, RecommendationAmended, RecommendationAmendment, Recommended, Tied, amend_recommendation,
    raise, remove_recommendation, tie, untie,
};
pub use recommendation_steps::{
    StepAmendment, StepTaken, TakeStep, amend_step, remove_step, take_step,
};
pub use register::{
    AddCell, AddCommittee, AddOfficial, Added, add_cell, add_committee, add_official,
};
pub use register_change::{Corrected, Effects};
pub use rename::{Rename, rename_cell, rename_committee};
pub use reorganise::{IntoCell, Reorganised};
pub use retire::{Retire, retire};
pub use rows_changed::{Late, RowsChanged, StatusChange, Telling, rows_changed};
pub use settings::{SettingChanged, change_setting, init};
pub use split::{Split, split};
pub use unassign::{Unassign, Unassigned, unassign};
pub use undo::{Redone, Undone, redo, undo};
pub use visit_remarks::VisitRemark;

use crate::domain::Refusal;
use crate::store::StoreError;

/// Why an op did nothing.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum OpError {
    /// A rule refuses it.
    Refused(Refusal),
    /// The record file cannot be used.
    Store(#[from] StoreError),
}

/// A rule of any area refuses it.
impl<R: Into<Refusal>> From<R> for OpError {
    fn from(refused: R) -> Self {
        Self::Refused(refused.into())
    }
}

/// What every op gives back.
pub type Result<T> = std::result::Result<T, OpError>;

//! The records of the office and the rules of coverage, as plain values.
//!
//! Nothing here knows a file, a clock, a language or a command line: `today` is always an argument.
//! The words and rules are those of `records.md`; each item names its section.

mod absences;
mod assignment;
mod beside;
mod brief;
mod bulletin;
mod category;
mod cell;
mod changed;
mod changes;
mod closing;
mod code;
mod committee;
mod coverage;
mod criteria;
mod date;
mod dated;
mod day_typed;
mod details;
mod difference;
mod document;
mod duty;
mod duty_figures;
mod ending;
mod facts;
mod far_month;
mod filing;
mod finding;
mod flaw;
mod fold;
mod follow_up;
mod gap_note;
mod grade;
mod hour;
mod ids;
mod inspection;
mod judge;
mod key;
mod keyword;
mod kinds;
mod letterhead;
mod matter;
mod meeting;
mod name;
mod official;
mod official_figures;
mod old_encoding;
mod operation;
mod period;
mod person_name;
mod plan;
mod presence;
mod recommendation;
pub mod refusal;
mod register;
mod registered;
mod review;
mod roster;
mod rules;
mod setting;
mod share;
mod span;
mod spreadsheet;
mod succession;
mod telling;
mod text_place;
mod twin;
mod undoing;
mod unseen;
mod verb;

pub use absences::Absences;
pub use assignment::{Assignment, AssignmentMode};
pub use beside::Missed;
pub use brief::BriefPart;
pub use bulletin::{Bulletin, BulletinId};
pub use category::{Category, CategoryId};
pub use cell::{Cell, CellId, CellKind, CellStanding, RegularDay};
pub use changed::{Changed, Shown};
pub use changes::{ValueChange, changes};
pub use closing::{
    Closing, ClosingId, FiledMeeting, FiledMonth, FiledReport, FiledRow, Fingerprint, Printed,
};
pub use code::Code;
pub use committee::{Committee, CommitteeId, CommitteeKind};
pub use coverage::{
    Counted, CoverageRow, Figures, MonthCoverage, NotCounted, coverage_row, month_coverage,
};
pub use criteria::{Criteria, Verdict};
pub use date::{Date, DateInput, Moment};
pub use dated::Dated;
pub use day_typed::{DayTyped, day_and_month};
pub use details::{Detail, DetailKind, DetailValue, Details, PLAIN, TEXTS};
pub use difference::{Difference, Differences, PrintedRow};
pub use document::Document;
pub use duty::{Duty, DutySpan, Scope, check_duty, check_duty_entered};
pub use duty_figures::{DutyFigures, DutyStatus, duty_figures, months_of_duties};
pub use ending::{EndedAssignment, MeetingMeant, ended_assignments, meeting_unlawful};
pub use facts::{Facts, RecommendationCount};
pub use far_month::FarMonth;
pub use filing::Recoding;
pub use finding::{
    Findable, Names, find_category, find_cell, find_committee, find_official, nearest,
};
pub use flaw::{ChainFlaw, Flaw, FlawKind, NameFlaw, SchemaFlaw};
pub use fold::{fold, fold_name};
pub use follow_up::FollowUp;
pub use gap_note::GapNote;
pub use grade::{Grade, GradeAbove, Score};
pub use hour::Hour;
pub use ids::{Identity, OperationNumber};
pub use inspection::{Inspection, InspectionKey, InspectionKind};
pub use judge::{Ask, Case, Seen, Status, judge};
pub use key::Key;
pub use keyword::Keyword;
pub(crate) use keyword::keyword;
// A new kind is entered there alone.
pub use kinds::*;
pub use letterhead::{Letterhead, LetterheadLine};
pub use matter::{Matter, Stage, Standing, Unlawful, tied};
pub use meeting::{
    AbsenceReason, Held, Meeting, MeetingId, MeetingKey, MeetingKind, NotHeldReason, Outcome,
    check_day, check_of_month, check_there, latest_day, meeting_days,
};
pub use name::{AnyText, DocumentNo, Label, Name, Passage, Remark, Text};
pub use official::{Official, OfficialId, Post, is_above};
pub use official_figures::{DueVisit, OfficialFigures, official_figures};
pub use old_encoding::OldEncoding;
pub use operation::Operation;
pub use period::{ENGLISH_MONTHS, Period, PeriodInput, PeriodSpan};
pub use person_name::PersonName;
pub use plan::{Plan, PlanKey, PlanStatus};
pub use presence::{Counts, Presence};
pub use recommendation::{
    Area, Recommendation, RecommendationId, RecommendationLink, Step, StepKind,
    recommendations_near,
};
pub use refusal::{Field, Refusal, Thing, ThingKind};
pub use register::Register;
pub use registered::{Coded, Registered};
pub use review::{Said, Section, Statement};
pub use roster::{Roster, check_assignment, check_mode};
use rules::refers_to_nothing;
pub use rules::{Recorded, RuleBroken, meetings_broken, rules_broken};
pub use setting::{Setting, SettingKey};
pub use share::Share;
pub use span::Span;
pub use spreadsheet::{for_file, for_spreadsheet, from_spreadsheet};
pub use succession::Succession;
pub use telling::{Item, Kept, Since, Told};
pub use text_place::{TextOwner, TextPlace};
pub use twin::{Likeness, Twin, twins};
pub use undoing::Undoing;
pub use unseen::{is_unseen, seen};
pub use verb::Verb;

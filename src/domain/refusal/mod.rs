//! Why something is refused: one value for each rule, with all that a message needs, and no sentence. The rules are
//! grouped by area, one file each.

mod asked;
mod assignment;
mod calendar;
mod counts;
mod duty;
mod ending;
mod erasing;
mod found;
mod gap_note;
mod inspection;
mod meeting;
mod month;
mod recommendation;
mod register;
mod reorganisation;
mod undo;
mod written;

pub use asked::{Asked, MoreCells};
pub use assignment::Assignment;
pub use calendar::Calendar;
pub use counts::Counts;
pub use duty::Duty;
pub use ending::Ending;
pub use erasing::Erasing;
pub use found::Found;
pub use gap_note::GapNote;
pub use inspection::Inspection;
pub use meeting::Meeting;
pub use month::Month;
pub use recommendation::Recommendation;
pub use register::Register;
pub use reorganisation::{Placed, Reorganisation};
pub use undo::Undo;
pub use written::Written;

use super::keyword::keyword;
use super::{Code, Detail};

keyword! {
    /// What a message speaks of.
    ThingKind {
        Committee = "committee",
        Cell = "cell",
        Category = "category",
        Official = "official",
        Recommendation = "recommendation",
    }
}

/// A record as a message names it: code and name, `P1-02 Khu phố 2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    pub kind: ThingKind,
    pub code: String,
    pub name: String,
    /// What tells it from others of the same name, such as a title.
    pub detail: Option<String>,
}

impl Thing {
    /// A record with its code and name.
    pub fn new(kind: ThingKind, code: &Code, name: &str) -> Self {
        Self { kind, code: code.to_string(), name: name.to_owned(), detail: None }
    }

    /// The same with what tells it from others of its name.
    pub fn with_detail(self, detail: &str) -> Self {
        Self { detail: Some(detail.to_owned()), ..self }
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.name.is_empty() {
            write!(f, "{}", self.code)
        } else {
            write!(f, "{} {}", self.code, self.name)
        }
    }
}

/// A number that a message names by its option or column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Total,
    Exempt,
    Away,
    Present,
    Excused,
    Detail(Detail),
    Order,
    RegularDay,
    Count,
    Raised,
    Operation,
    Step,
    Bulletin,
}

/// A rule that was broken, or something that cannot be read or found, by its area. The words are in
/// `texts::refusals`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum Refusal {
    Calendar(Calendar),
    Written(Written),
    Found(Found),
    Register(Register),
    Ending(Ending),
    Reorganisation(Reorganisation),
    Assignment(Assignment),
    Duty(Duty),
    GapNote(GapNote),
    Counts(Counts),
    Meeting(Meeting),
    Inspection(Inspection),
    Month(Month),
    Recommendation(Recommendation),
    Undo(Undo),
    Erasing(Erasing),
    Asked(Asked),
}

/// A rule of an area is a refusal.
macro_rules! areas {
    ($($area:ident),+) => {
        $(impl From<$area> for Refusal {
            fn from(refused: $area) -> Self {
                Self::$area(refused)
            }
        })+
    };
}

areas!(
    Calendar,
    Written,
    Found,
    Register,
    Ending,
    Reorganisation,
    Assignment,
    Duty,
    GapNote,
    Counts,
    Meeting,
    Inspection,
    Month,
    Recommendation,
    Undo,
    Erasing,
    Asked
);

//! Rules of recommendations and of the steps by which they are followed up (`records.md`, section 4).

use super::Thing;
use crate::domain::{Code, Date, StepKind};

/// A recommendation, a step of one, or what ties two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recommendation {
    RaisedAfterToday {
        code: Code,
        raised_on: Date,
        today: Date,
    },
    StepBeforeRaised {
        code: Code,
        kind: StepKind,
        on: Date,
        earliest: Date,
    },
    StepAfterToday {
        code: Code,
        kind: StepKind,
        on: Date,
        today: Date,
    },
    /// The same step stands there already.
    StepTwice {
        code: Code,
        kind: StepKind,
        on: Date,
    },
    /// It was settled before that, by a step of this recommendation or of one that is the same matter.
    StepAfterSettled {
        code: Code,
        kind: StepKind,
        on: Date,
        settled: StepKind,
        since: Date,
        by: Code,
    },
    /// There is no answer yet that the cell could be told of.
    NothingToReport {
        code: Code,
        on: Date,
    },
    SentToNobody {
        code: Code,
        on: Date,
    },
    /// Only what was sent went to somebody.
    ToSuperfluous {
        code: Code,
        kind: StepKind,
        on: Date,
    },
    NoSuchStep {
        code: Code,
        number: usize,
        steps: usize,
    },
    SameAsItself {
        code: Code,
    },
    SameAlready {
        code: Code,
        other: Code,
    },
    /// It is the same matter as no other.
    NotTied {
        code: Code,
    },
    /// Another cell raised it than the one whose meeting is recorded.
    OfOtherCell {
        code: Code,
        cell: Thing,
        meeting_of: Thing,
    },
    /// A meeting that was not held tells nobody anything.
    ReportedNowhere {
        code: Code,
    },
}

//! What stands in the record file at one moment: for files (`records.md`, section 9), and to be laid beside what
//! stood there at another.

use super::{Assignment, Closing, Meeting, Recommendation, Register, Setting};

/// All records, without history and actors. They refer to each other by identity: the register has every
/// cell and official that the rest names.
#[derive(Debug, Clone, Default)]
pub struct Records {
    pub register: Register,
    pub assignments: Vec<Assignment>,
    /// Of every kind; there may be a part only.
    pub meetings: Vec<Meeting>,
    pub recommendations: Vec<Recommendation>,
    pub settings: Vec<Setting>,
    /// The months closed at that moment, by period, with their rows in the codes of the register.
    pub closings: Vec<Closing>,
}

//! What stood in the record file at one moment, to be laid beside another.

use super::{Assignment, Closing, Meeting, Recommendation, Register, Setting};

/// Records as they stood at one moment; of the meetings there may be a part only.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    pub register: Register,
    pub assignments: Vec<Assignment>,
    pub meetings: Vec<Meeting>,
    pub recommendations: Vec<Recommendation>,
    pub settings: Vec<Setting>,
    pub closings: Vec<Closing>,
}

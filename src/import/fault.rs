//! Where something is wrong with a file. What it can be stands beside its words, in `texts::faults`.

pub use crate::texts::faults::{Aside, Problem, Source, Spot};

/// One fault of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub at: Spot,
    /// The key of the column.
    pub column: Option<&'static str>,
    /// What stands there, shortened if it is long.
    pub value: String,
    pub problem: Problem,
}

/// The faults of all files: the first ones by file and line, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults {
    pub faults: Vec<Fault>,
    pub total: usize,
    /// What was left aside.
    pub aside: Vec<Aside>,
}

//! What the office puts around a table that it signs and sends. How a paper looks is for the format to say.

use crate::domain::{Letterhead, Name};

/// A paper of the office, but for the table.
#[derive(Debug, Clone)]
pub struct Paper {
    pub office: Option<Name>,
    pub letterhead: Letterhead,
    /// The year of its date; day and month are entered by hand.
    pub year: i32,
    /// What stands at the foot of every page.
    pub foot: Vec<String>,
}

//! The new meetings of files, of which there may be millions.

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};

use crate::domain::{Meeting, MeetingId, Period};

/// The new meetings of files: each is made of its row whenever it is asked for, and none is kept.
pub struct NewMeetings {
    /// The rows of the meetings of each period in the order in which months are read, so that those of a month lie
    /// together in the record file.
    rows: BTreeMap<Period, Vec<u32>>,
    /// The identity of the first one; the others follow.
    first: MeetingId,
    make: Box<MakeMeeting>,
}

/// Makes the new meeting of a row.
type MakeMeeting = dyn Fn(u32, MeetingId) -> Option<Meeting>;

impl NewMeetings {
    /// Those of these rows, each period's by cell. `make` knows every one of them.
    pub fn new(
        rows: BTreeMap<Period, Vec<u32>>,
        first: MeetingId,
        make: impl Fn(u32, MeetingId) -> Option<Meeting> + 'static,
    ) -> Self {
        Self { rows, first, make: Box::new(make) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.values().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Their periods in order, and how many there are of each.
    pub fn periods(&self) -> impl Iterator<Item = (Period, usize)> {
        self.rows.iter().map(|(period, rows)| (*period, rows.len()))
    }

    /// All of them, in the order of their identities.
    pub fn iter(&self) -> impl Iterator<Item = Meeting> {
        let rows = self.rows.values().flatten();
        rows.zip(self.first.0..).filter_map(|(row, id)| (self.make)(*row, MeetingId(id)))
    }
}

impl Default for NewMeetings {
    fn default() -> Self {
        Self::new(BTreeMap::new(), MeetingId(0), |_, _| None)
    }
}

impl Debug for NewMeetings {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

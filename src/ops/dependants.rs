//! Recorded meetings that hang on cells and officials, for whoever changes the lives of these.

use std::collections::HashSet;

use super::Result;
use crate::domain::{CellId, Meeting, MeetingId, OfficialId};
use crate::store::{MeetingFilter, Reader};

/// Above this many cells and officials, all meetings are read at once.
const MANY: usize = 500;

/// The recorded meetings that hang on these cells and officials, for checking them against changed lives: each
/// once, by period and cell.
pub fn register_dependants(
    db: &Reader<'_>,
    cells: &HashSet<CellId>,
    officials: &HashSet<OfficialId>,
) -> Result<Vec<Meeting>> {
    if cells.len() + officials.len() > MANY {
        let visits = |m: &Meeting| {
            m.outcome.held().is_some_and(|held| held.visitors.iter().any(|v| officials.contains(v)))
        };
        let mut meetings = db.meetings(MeetingFilter::default())?;
        meetings.retain(|m| cells.contains(&m.cell) || visits(m));
        return Ok(meetings);
    }
    let mut meetings = Vec::new();
    for cell in cells {
        let filter = MeetingFilter { cell: Some(*cell), ..MeetingFilter::default() };
        meetings.extend(db.meetings(filter)?);
    }
    for official in officials {
        meetings.extend(db.meetings_visited(*official)?);
    }
    let mut known: HashSet<MeetingId> = HashSet::new();
    meetings.retain(|meeting| known.insert(meeting.id));
    meetings.sort_by_key(|meeting| (meeting.period, meeting.cell));
    Ok(meetings)
}

//! What is worth a remark of who came to a meeting, and never refused: somebody who was at two cells on one day, and a leader
//! who came in the place of the assigned visitor.

use super::Result;
use crate::domain::{Meeting, MeetingKind, Register, Roster, Thing, is_above};
use crate::store::Reader;

/// Something to remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitRemark {
    /// The official was at another cell on the same day.
    SameDay { official: Thing, cell: Thing },
    /// The official stands above everyone assigned in the notice, none of whom came.
    Above { official: Thing },
}

/// What is to be remarked of a meeting, held or not.
pub(super) fn visit_remarks(
    db: &Reader<'_>,
    register: &Register,
    roster: &Roster,
    meeting: &Meeting,
) -> Result<Vec<VisitRemark>> {
    let Some(held) = meeting.outcome.held() else { return Ok(Vec::new()) };
    let day = held.held_on;
    let mut found = Vec::new();
    for visitor in &held.visitors {
        let official = register.official(*visitor);
        let mut elsewhere = db.meetings_visited_on(*visitor, day)?;
        elsewhere.retain(|other| other.cell != meeting.cell);
        let cells = elsewhere.iter().map(|other| other.cell);
        let others = db.register_around(cells, [])?;
        found.extend(elsewhere.iter().map(|other| VisitRemark::SameDay {
            official: official.thing(day),
            cell: others.cell(other.cell).thing(day),
        }));
    }
    if meeting.kind == MeetingKind::Regular {
        let assigned = roster.assigned(register, meeting.cell, day);
        let assigned: Vec<_> = assigned.iter().map(|who| register.official(*who)).collect();
        let visitors = register.in_notice_order(&held.visitors);
        let above = visitors.into_iter().filter(|one| is_above(one, &assigned, &held.visitors));
        found.extend(above.map(|official| VisitRemark::Above { official: official.thing(day) }));
    }
    Ok(found)
}

//! Recorded meetings that are in no file but hang on cells and officials whose lives the files change.

use std::collections::HashSet;

use super::planning::Planning;
use crate::domain::{Meeting, MeetingId, Refusal, ThingKind, meeting_unlawful};

/// Checks them against the new lives. The fault is told of the row that changes the life.
pub(super) fn check(p: &mut Planning, dependants: Vec<Meeting>) {
    let planned: HashSet<MeetingId> = p.batch.meetings.iter().map(|item| item.new.id).collect();
    for meeting in dependants.iter().filter(|meeting| !planned.contains(&meeting.id)) {
        let Some(refusal) = meeting_unlawful(meeting, &p.base.register) else { continue };
        let visitors = meeting.outcome.held().map(|held| held.visitors.as_slice());
        let official = visitors.unwrap_or_default().iter().find_map(|id| p.official_lives.get(id));
        let of_official = matches!(&refusal, Refusal::NotThere { thing, .. } if thing.kind == ThingKind::Official);
        let cell = p.cell_lives.get(&meeting.cell);
        let place = if of_official { official.or(cell) } else { cell.or(official) };
        if let Some(place) = place.copied() {
            p.ledger.enter(place, None, &meeting.period.to_string(), refusal);
        }
    }
}

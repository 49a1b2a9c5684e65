//! Recorded meetings that are in no file but hang on cells and officials whose lives the files change.

use std::collections::{BTreeMap, HashSet};

use super::super::ledger::Place;
use super::super::planning::Planning;
use crate::domain::{
    Date, Meeting, MeetingId, MeetingMeant, Refusal, Thing, ThingKind, meeting_unlawful, refusal,
};

/// What ends too early, and the meetings that stand in the way of it.
struct Ending {
    thing: Thing,
    on: Date,
    meetings: Vec<MeetingMeant>,
}

/// Checks them against the new lives. The fault is told of the row that changes the life; meetings that
/// stand in the way of one end are told together.
pub(super) fn check(planning: &mut Planning, dependants: Vec<Meeting>) {
    let planned: HashSet<MeetingId> =
        planning.change.meetings.iter().map(|meeting| meeting.id).collect();
    let mut endings: BTreeMap<(Place, String), Ending> = BTreeMap::new();
    for meeting in dependants.iter().filter(|meeting| !planned.contains(&meeting.id)) {
        let register = &planning.base.records.register;
        let Some(refusal) = meeting_unlawful(meeting, register) else { continue };
        let visitors = meeting.outcome.held().map(|held| held.visitors.as_slice());
        let official = visitors
            .unwrap_or_default()
            .iter()
            .find_map(|id| planning.parts.officials.lives.get(id));
        let of_official = matches!(&refusal, Refusal::Register(refusal::Register::NotThere { thing, .. }) if thing.kind == ThingKind::Official);
        let cell = planning.parts.cells.lives.get(&meeting.cell);
        let place = if of_official { official.or(cell) } else { cell.or(official) };
        let Some(place) = place.copied() else { continue };
        let meant = MeetingMeant::of(meeting, register);
        match ended(&refusal) {
            Some((thing, on)) => {
                let key = (place, thing.code.clone());
                let ending = endings.entry(key);
                let begin = || Ending { thing, on, meetings: Vec::new() };
                ending.or_insert_with(begin).meetings.push(meant);
            }
            None => {
                let value = format!("{} {}", meant.cell.code, meeting.period);
                planning.ledger.enter(place, None, &value, refusal);
            }
        }
    }
    for ((place, code), Ending { thing, on, meetings }) in endings {
        planning.ledger.enter(
            place,
            None,
            &code,
            Refusal::Ending(refusal::Ending::MeetingsInTheWay { thing, on, meetings }),
        );
    }
}

/// What a meeting came too late for, and on which day that ends.
fn ended(refusal: &Refusal) -> Option<(Thing, Date)> {
    match refusal {
        Refusal::Register(refusal::Register::NotThere { thing, day, life }) => {
            life.until.filter(|until| until <= day).map(|until| (thing.clone(), until))
        }
        Refusal::Meeting(refusal::Meeting::CellNotInPeriod { cell, period, life }) => {
            let until = life.until.filter(|until| *until <= period.first_day());
            until.map(|until| (cell.clone(), until))
        }
        _ => None,
    }
}

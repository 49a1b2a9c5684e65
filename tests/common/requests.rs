//! Requests to the operations, the plainest of each kind: only what a test is about is asked for.
//!
//! The benches take this file in too, so it needs no other of its folder.

use chibo::domain::{
    Absences, Area, CellKind, Code, CommitteeKind, Date, Details, Document, MeetingKind, Name,
    NotHeldReason, Period,
};
use chibo::ops::{
    AddCell, AddCommittee, AddOfficial, Assign, HeldEntry, LogMeeting, OutcomeEntry, Takeover,
    VisitorsGiven, Which,
};

pub fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

pub fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// A ward.
pub fn committee(of: &str) -> AddCommittee {
    let (kind, name) = (CommitteeKind::Ward, name("Phường 1"));
    AddCommittee { code: code(of), name, kind, founded: None }
}

/// A village.
pub fn cell(of: &str, committee: &str) -> AddCell {
    AddCell {
        code: code(of),
        name: name("Thôn"),
        kind: CellKind::Village,
        committee: committee.to_owned(),
        founded: None,
        regular_day: None,
    }
}

pub fn official(of: &str) -> AddOfficial {
    AddOfficial {
        code: code(of),
        full_name: name("Lê Thị Ví Dụ"),
        title: None,
        organisation: None,
        category: None,
        active_from: None,
        order: None,
        own_cell: None,
    }
}

/// An assignment beside those that are there.
pub fn assignment(cell: &str, official: &str, from: Date, until: Option<Date>) -> Assign {
    Assign {
        cell: cell.to_owned(),
        official: official.to_owned(),
        from,
        until,
        mode: None,
        document: Document::default(),
        takeover: Takeover::Also,
    }
}

/// A meeting that these officials visited.
pub fn held(cell: &str, kind: MeetingKind, on: Date, by: &[&str]) -> LogMeeting {
    let entry = HeldEntry {
        on,
        visitors: visitors(by),
        reasons: Absences::Unexplained,
        counts: Default::default(),
        details: Details::default(),
    };
    meeting(cell, kind, OutcomeEntry::Held(Box::new(entry)))
}

/// A regular meeting that did not take place.
pub fn not_held(cell: &str, period: Period) -> LogMeeting {
    let outcome = OutcomeEntry::NotHeld { period, reason: NotHeldReason::Holiday };
    meeting(cell, MeetingKind::Regular, outcome)
}

fn meeting(cell: &str, kind: MeetingKind, outcome: OutcomeEntry) -> LogMeeting {
    LogMeeting {
        cell: cell.to_owned(),
        kind,
        period: None,
        outcome,
        note: None,
        recommend: Vec::new(),
        report_back: Vec::new(),
        area: Area::Other,
    }
}

pub fn visitors(officials: &[&str]) -> VisitorsGiven {
    VisitorsGiven::Officials(officials.iter().map(|one| (*one).to_owned()).collect())
}

/// The regular meeting of a cell in a month.
pub fn regular(cell: &str, period: Period) -> Which {
    let (period, kind) = (Some(period), Some(MeetingKind::Regular));
    Which { cell: cell.to_owned(), period, kind, held: None, today: chibo::domain::Date::first() }
}

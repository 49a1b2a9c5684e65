//! Visits ("lượt dự"): pairs of a meeting held and a visitor, meetings of every kind (`records.md`, section 2).

use std::collections::HashMap;

use super::coverage::CoverageReport;
use crate::domain::{CommitteeId, OfficialId};

/// The visits of the months of a report, within what it is limited to.
#[derive(Debug, Clone, Default)]
pub struct Visits {
    pub by_official: HashMap<OfficialId, u64>,
    pub by_committee: HashMap<CommitteeId, u64>,
    pub all: u64,
}

impl Visits {
    /// Counts them; the facts of the report must have the meetings of every kind. A cell belongs to the committee of the
    /// last day of the month, or of its own.
    pub fn of(report: &CoverageReport<'_>) -> Self {
        let mut visits = Self::default();
        let begins = report.facts.records_from;
        for (meeting, held) in report.facts.held_by(report.today) {
            let is_early = begins.is_some_and(|from| meeting.period < from);
            if is_early || !report.span.contains(meeting.period) {
                continue;
            }
            let cell = report.facts.register.cell(meeting.cell);
            let end = meeting.period.last_day();
            let day = cell.life().last_day().map_or(end, |last| last.min(end));
            let committee = cell.standings.at(day).committee;
            if !report.scope.holds_place(committee, cell.id) {
                continue;
            }
            for visitor in &held.visitors {
                *visits.by_official.entry(*visitor).or_default() += 1;
                *visits.by_committee.entry(committee).or_default() += 1;
                visits.all += 1;
            }
        }
        visits
    }
}

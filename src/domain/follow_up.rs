//! Everything that reports on recommendations are made of, and the days by which they are judged.

use std::collections::HashMap;

use super::{
    CellId, Date, Letterhead, Matter, Meeting, MeetingKind, Name, Period, Recommendation,
    RecommendationLink, Register, Standing,
};

/// The recommendations with what ties them, and when their cells met.
#[derive(Debug, Clone, Default)]
pub struct FollowUp {
    pub office: Option<Name>,
    pub sample: bool,
    pub letterhead: Letterhead,
    pub register: Register,
    pub recommendations: Vec<Recommendation>,
    pub links: Vec<RecommendationLink>,
    /// For each cell its meetings that were held: the month, whether it was the regular one, the day.
    held: HashMap<CellId, Vec<(Period, bool, Date)>>,
}

impl FollowUp {
    /// Enters when cells met.
    pub fn met(&mut self, meetings: &[Meeting]) {
        for meeting in meetings {
            let Some(held) = meeting.outcome.held() else { continue };
            let regular = meeting.kind == MeetingKind::Regular;
            let days = self.held.entry(meeting.cell).or_default();
            days.push((meeting.period, regular, held.held_on));
        }
    }

    /// The matters that were raised by a day. A recommendation that was raised later is none yet.
    pub fn matters(&self, today: Date) -> Vec<Matter<'_>> {
        let raised = self.recommendations.iter().filter(|one| one.earliest() <= today);
        Matter::all(raised, &self.links)
    }

    /// Where a matter stands on a day.
    pub fn standing<'a>(&self, matter: &Matter<'a>, today: Date) -> Standing<'a> {
        matter
            .standing(today, |cell, period| self.met_for(cell, period).filter(|day| *day <= today))
    }

    /// The day of the regular meeting of a cell for a month.
    fn met_for(&self, cell: CellId, period: Period) -> Option<Date> {
        let days = self.held.get(&cell)?.iter();
        let mut days = days.filter(|(month, regular, _)| *regular && *month == period);
        days.next().map(|(.., day)| *day)
    }

    /// The first day after this one, and by `today`, on which a cell met.
    pub fn met_after(&self, cell: CellId, day: Date, today: Date) -> Option<Date> {
        let days = self.held.get(&cell)?.iter().map(|(.., held)| *held);
        days.filter(|held| day < *held && *held <= today).min()
    }
}

//! `report recommendations`: what became of what the cells raised (`records.md`, section 4). Here are the numbers; the
//! rooms within lay them out.

mod layout;
mod list;

pub use list::{
    Listed, RecommendationLine, recommendation_lines, recommendation_list, recommendation_show,
};

use std::collections::BTreeMap;

use crate::domain::{
    CellId, Committee, CommitteeId, Date, FollowUp, Matter, PeriodSpan, Recommendation, Share,
    Stage, Standing,
};

/// To which recommendations a report is limited.
#[derive(Debug, Clone, Copy, Default)]
pub struct RaisedScope {
    /// Those of these months.
    pub span: Option<PeriodSpan>,
    pub committee: Option<CommitteeId>,
    pub cell: Option<CellId>,
}

impl RaisedScope {
    /// Whether it lets a recommendation through.
    pub fn holds(self, facts: &FollowUp, one: &Recommendation) -> bool {
        self.span.is_none_or(|span| span.contains(one.period))
            && self.cell.is_none_or(|only| only == one.cell)
            && self.committee.is_none_or(|only| only == committee(facts, one).id)
    }
}

/// The committee of a recommendation: that of its cell at the end of its month.
fn committee<'a>(facts: &'a FollowUp, one: &Recommendation) -> &'a Committee {
    let standings = &facts.register.cell(one.cell).standings;
    facts.register.committee(standings.at(one.period.last_day()).committee)
}

/// A matter, counted once with all its cells, and where it stands.
#[derive(Debug)]
pub struct MatterLine<'a> {
    pub matter: Matter<'a>,
    pub standing: Standing<'a>,
    /// The first day on which a cell met since the news and was not told.
    pub missed: Option<Date>,
}

impl<'a> MatterLine<'a> {
    fn of(facts: &FollowUp, matter: Matter<'a>, today: Date) -> Self {
        let standing = facts.standing(&matter, today);
        let missed = standing.news.and_then(|news| {
            // A cell that raised it after the answer is told of it at a later meeting than that.
            let raised = |cell| {
                let own = matter.members.iter().filter(|one| one.cell == cell);
                own.map(|one| one.earliest()).min()
            };
            let met = |cell| {
                let since = raised(cell).map_or(news.on, |raised| raised.max(news.on));
                facts.met_after(cell, since, today)
            };
            standing.untold().filter_map(met).min()
        });
        Self { matter, standing, missed }
    }

    /// The recommendation by whose text it is read: the one raised first.
    pub fn first(&self) -> Option<&'a Recommendation> {
        self.matter.members.iter().copied().min_by_key(|one| (one.period, one.earliest()))
    }

    /// Whether somebody has forgotten it: a cell met and was not told, or nobody was given it.
    pub fn is_overdue(&self) -> bool {
        self.missed.is_some() || self.standing.stage == Stage::Raised
    }
}

/// How many matters were settled, answered and reported back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MatterFigures {
    /// Resolved, of all raised.
    pub resolved: Share,
    /// Declined, of all raised.
    pub declined: Share,
    /// Resolved or declined, of all raised.
    pub settled: Share,
    /// Answered or settled, of all raised.
    pub answered: Share,
    /// Of those answered or settled those of which every cell was told.
    pub reported_back: Share,
}

impl MatterFigures {
    fn count(&mut self, standing: &Standing<'_>) {
        let stage = standing.stage;
        self.resolved.count(stage == Stage::Resolved);
        self.declined.count(stage == Stage::Declined);
        self.settled.count(stage.is_settled());
        self.answered.count(standing.news.is_some());
        if standing.news.is_some() {
            self.reported_back.count(standing.reported_back().is_some());
        }
    }

    /// How many were raised.
    pub fn raised(&self) -> u64 {
        self.settled.n
    }

    /// The figures of these.
    pub fn of<'l, 'a: 'l>(lines: impl IntoIterator<Item = &'l MatterLine<'a>>) -> Self {
        let mut figures = Self::default();
        lines.into_iter().for_each(|line| figures.count(&line.standing));
        figures
    }
}

/// Days from the first to the last; open if there is no last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    pub from: u64,
    pub to: Option<u64>,
}

impl Age {
    fn contains(self, days: u64) -> bool {
        days >= self.from && self.to.is_none_or(|to| days <= to)
    }
}

/// By which ages open matters are counted: a month, a quarter, half a year, longer.
const AGES: [Age; 4] = [
    Age { from: 0, to: Some(30) },
    Age { from: 31, to: Some(90) },
    Age { from: 91, to: Some(180) },
    Age { from: 181, to: None },
];

/// What became of the recommendations by a day.
#[derive(Debug)]
pub struct RecommendationsReport<'a> {
    facts: &'a FollowUp,
    today: Date,
    scope: RaisedScope,
    /// Not settled, the one raised first before others.
    pub open: Vec<MatterLine<'a>>,
    /// Resolved or declined, the one settled first before others.
    pub settled: Vec<MatterLine<'a>>,
}

impl<'a> RecommendationsReport<'a> {
    /// The open matters by how many days ago they were raised.
    pub fn by_age(&self) -> Vec<(Age, Share)> {
        let of = |age: Age| {
            let mut share = Share::default();
            self.open.iter().for_each(|line| share.count(age.contains(line.standing.age)));
            (age, share)
        };
        AGES.map(of).into()
    }

    /// Judges every matter of which a recommendation is within the scope.
    pub fn build(facts: &'a FollowUp, today: Date, scope: RaisedScope) -> Self {
        let matters = facts.matters(today).into_iter();
        let within =
            matters.filter(|matter| matter.members.iter().any(|one| scope.holds(facts, one)));
        let lines = within.map(|matter| MatterLine::of(facts, matter, today));
        let (mut settled, mut open): (Vec<_>, Vec<_>) =
            lines.partition(|line| line.standing.stage.is_settled());
        let code = |line: &MatterLine<'a>| line.matter.members[0].code.clone();
        open.sort_by_cached_key(|line| (line.standing.raised, code(line)));
        settled.sort_by_cached_key(|line| (line.standing.since, code(line)));
        Self { facts, today, scope, open, settled }
    }

    /// Every matter, the open ones first.
    pub fn lines(&self) -> impl Iterator<Item = &MatterLine<'a>> {
        self.open.iter().chain(&self.settled)
    }

    /// The figures of all of them.
    pub fn figures(&self) -> MatterFigures {
        MatterFigures::of(self.lines())
    }

    /// The figures of each committee, in natural order of code. A matter of two of them is counted at both.
    pub fn committees(&self) -> Vec<(&'a Committee, MatterFigures)> {
        let mut groups: BTreeMap<_, (&'a Committee, MatterFigures)> = BTreeMap::new();
        for line in self.lines() {
            let within = line.matter.members.iter();
            let within = within.filter(|one| self.scope.holds(self.facts, one));
            let mut own: Vec<&'a Committee> =
                within.map(|one| committee(self.facts, one)).collect();
            own.sort_by(|a, b| a.code.cmp(&b.code));
            own.dedup_by_key(|committee| committee.id);
            for committee in own {
                let group = groups.entry(committee.code.clone());
                let group = group.or_insert((committee, MatterFigures::default()));
                group.1.count(&line.standing);
            }
        }
        groups.into_values().collect()
    }

    /// Whether any matter was forgotten.
    pub fn has_overdue(&self) -> bool {
        self.overdue() > 0
    }

    /// How many matters were forgotten.
    pub fn overdue(&self) -> usize {
        self.lines().filter(|line| line.is_overdue()).count()
    }
}

//! Cells: chi bộ khu phố, thôn and the others (`records.md`, sections 2 and 4).

use super::committee::{check_changes, check_life};
use super::ids::identities;
use super::keyword::keyword;
use super::{
    Code, CommitteeId, Date, Dated, Name, Period, Refusal, Register, Span, Thing, ThingKind,
    refusal,
};

identities! {
    /// A cell.
    CellId,
}

keyword! {
    /// What the cell is the cell of. Neighbourhood and village cells are due every month
    /// (`records.md`, section 6), the others only when somebody is assigned to them.
    CellKind {
        /// A neighbourhood, khu phố.
        Neighbourhood = "neighbourhood",
        /// A village, thôn.
        Village = "village",
        /// An agency, cơ quan.
        Agency = "agency",
        /// A school, trường học.
        School = "school",
        /// Any other.
        Other = "other",
    }
}

impl CellKind {
    /// Whether such a cell is due in every month at whose end it exists.
    pub fn always_due(self) -> bool {
        matches!(self, Self::Neighbourhood | Self::Village)
    }
}

/// The day of the month on which a cell usually meets, 1 to 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegularDay(u8);

impl RegularDay {
    /// The day, or none if it is not 1 to 31.
    pub fn new(day: u8) -> Option<Self> {
        (1..=31).contains(&day).then_some(Self(day))
    }

    /// The day of the month.
    pub fn day(self) -> u8 {
        self.0
    }
}

/// What changes in a cell from a day on: its name and the committee it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellStanding {
    pub name: Name,
    pub committee: CommitteeId,
}

/// The unit that meets monthly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub id: CellId,
    pub code: Code,
    pub kind: CellKind,
    /// The first day of its life; none if that is not recorded.
    pub founded: Option<Date>,
    /// The first day on which it no longer exists.
    pub dissolved: Option<Date>,
    pub regular_day: Option<RegularDay>,
    pub standings: Dated<CellStanding>,
}

impl Cell {
    /// The days on which it exists.
    pub fn life(&self) -> Span {
        Span { from: self.founded, until: self.dissolved }
    }

    /// How it is printed, under the name of that day.
    pub fn thing(&self, day: Date) -> Thing {
        Thing::new(ThingKind::Cell, &self.code, self.standings.at(day).name.as_str())
    }

    /// How it is printed under its last name.
    pub fn latest_thing(&self) -> Thing {
        Thing::new(ThingKind::Cell, &self.code, self.standings.latest().name.as_str())
    }

    /// The day on which it usually meets in a month, if it exists on it; the last one of a month that is too short.
    pub fn usual_day(&self, period: Period) -> Option<Date> {
        let day = u32::from(self.regular_day?.day());
        let last = period.last_day();
        let day = Date::new(period.year(), period.month(), day).unwrap_or(last);
        self.life().contains(day).then_some(day)
    }

    /// Its rules: a life that is not empty, changes within it, and on each of its days a committee that exists.
    pub fn check(&self, register: &Register) -> Result<(), Refusal> {
        check_life(self.life(), || self.latest_thing())?;
        check_changes(self.life(), self.standings.change_days(), || self.latest_thing())?;
        let mut standings = self.standings.iter().peekable();
        while let Some((from, standing)) = standings.next() {
            let until = standings.peek().and_then(|(next, _)| *next);
            let days = Span { from, until }.meet(self.life());
            let committee = register.committee(standing.committee);
            if !days.is_empty() && !committee.life().covers(days) {
                return Err(refusal::Register::CommitteeGone {
                    cell: self.latest_thing(),
                    committee: committee.thing(days.from.unwrap_or_else(Date::first)),
                    days,
                    life: committee.life(),
                }
                .into());
            }
        }
        Ok(())
    }
}

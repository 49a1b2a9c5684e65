//! Duties: how often an official owes visits, and where (`records.md`, sections 4 and 6a). An assignment without a duty is:
//! this cell, once a month.

use super::keyword::keyword;
use super::{
    Cell, CellId, CommitteeId, Date, DocumentNo, Official, OfficialId, Period, PeriodSpan, Refusal,
    Register, Span, Thing, fold, refusal,
};

keyword! {
    /// The calendar span for which a duty counts its visits.
    DutySpan {
        Month = "month",
        Quarter = "quarter",
        Half = "half",
        Year = "year",
    }
}

impl DutySpan {
    /// How many months it has.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }

    /// The one in which a month lies.
    pub fn around(self, month: Period) -> PeriodSpan {
        let back = (month.month() - 1) % self.months();
        let from = month.back(back);
        let to = (1..self.months()).fold(from, |month, _| month.next());
        PeriodSpan { from, to }
    }
}

/// Where a duty is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Every cell.
    All,
    Committee(CommitteeId),
    Cell(CellId),
}

impl Scope {
    /// Whether a text of a file says that every cell is meant; a code that reads so is written with what it names.
    pub fn says_all(text: &str) -> bool {
        ["all", "tat ca", "tat ca chi bo", "all cells"].contains(&fold(text).as_str())
    }

    /// Whether a cell lies in it on a day.
    pub fn holds(self, cell: &Cell, day: Date) -> bool {
        match self {
            Self::All => true,
            Self::Committee(committee) => cell.standings.at(day).committee == committee,
            Self::Cell(id) => id == cell.id,
        }
    }

    /// What it is, in a message that is about a day; none for every cell, or where it is not on record.
    pub fn thing(self, register: &Register, day: Date) -> Option<Thing> {
        match self {
            Self::All => None,
            Self::Committee(id) => register.find_committee(id).map(|it| it.thing(day)),
            Self::Cell(id) => register.find_cell(id).map(|it| it.thing(day)),
        }
    }

    /// As files have it.
    pub fn written(self, register: &Register) -> String {
        self.told(register, Date::first()).written()
    }

    /// The days on which it exists; none if it is not on record.
    fn life(self, register: &Register) -> Option<Span> {
        match self {
            Self::All => Some(Span { from: None, until: None }),
            Self::Committee(id) => register.find_committee(id).map(|it| it.life()),
            Self::Cell(id) => register.find_cell(id).map(Cell::life),
        }
    }
}

/// What an official owes: so many visits in a span of months, within a scope, or to each cell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    pub official: OfficialId,
    pub scope: Scope,
    /// How many visits, at least 1.
    pub count: u16,
    pub span: DutySpan,
    /// Whether so many are owed to every neighbourhood and village cell of the scope.
    pub each: bool,
    pub from: Date,
    /// The first day that no longer holds; none if open.
    pub until: Option<Date>,
    pub document: Option<DocumentNo>,
}

impl Duty {
    /// The most visits that can be owed.
    pub const MOST: u32 = 366;

    /// The days written in the duty itself.
    pub fn days(&self) -> Span {
        Span { from: Some(self.from), until: self.until }
    }

    /// The days on which it is in force: an open one ends with the official and with the scope. None if one of them is
    /// not on record.
    pub fn in_force(&self, register: &Register) -> Option<Span> {
        let official = register.find_official(self.official)?;
        Some(self.days().meet(official.life()).meet(self.scope.life(register)?))
    }

    /// Whether it is in force on a day and a cell lies in its scope.
    pub fn holds(&self, register: &Register, cell: &Cell, day: Date) -> bool {
        let in_force = self.in_force(register).is_some_and(|days| days.contains(day));
        in_force && self.scope.holds(cell, day)
    }

    /// Whether it is to visit each cell of the scope every month.
    pub fn is_each_month(&self) -> bool {
        self.span == DutySpan::Month && (self.each || matches!(self.scope, Scope::Cell(_)))
    }

    /// Whether both are the duty of one official in one scope from one day on, whatever else they say.
    pub fn is_same(&self, other: &Self) -> bool {
        (self.official, self.scope, self.from) == (other.official, other.scope, other.from)
    }
}

/// The rules of one duty: its days are not empty, it begins no earlier than official and scope, and the same official has
/// no other duty in the same scope on any of its days. It ends with the official and the scope by itself.
pub fn check_duty<'a>(
    duty: &Duty,
    register: &Register,
    others: impl Iterator<Item = &'a Duty>,
) -> Result<(), Refusal> {
    let from = duty.from;
    if let Some(until) = duty.until.filter(|until| *until <= from) {
        return Err(refusal::Duty::Empty { from, until }.into());
    }
    let official: &Official = register.official(duty.official);
    let lives = [
        Some((official.life(), official.thing(from))),
        duty.scope.life(register).zip(duty.scope.thing(register, from)),
    ];
    for (life, thing) in lives.into_iter().flatten() {
        if life.from.is_some_and(|beginning| from < beginning) {
            return Err(refusal::Register::NotThere { thing, day: from, life }.into());
        }
    }
    let same = |o: &&Duty| (o.official, o.scope) == (duty.official, duty.scope);
    match others.filter(same).find(|other| other.days().overlaps(duty.days())) {
        None => Ok(()),
        Some(other) => Err(refusal::Duty::Overlaps {
            official: official.thing(from),
            scope: duty.scope.thing(register, from),
            days: other.days(),
        }
        .into()),
    }
}

/// The rules of a duty that is entered: official and scope exist on its first day, and until the end that is written.
pub fn check_duty_entered(duty: &Duty, register: &Register) -> Result<(), Refusal> {
    let (from, official) = (duty.from, register.official(duty.official));
    let lives = [
        Some((official.life(), official.thing(from))),
        duty.scope.life(register).zip(duty.scope.thing(register, from)),
    ];
    for (life, thing) in lives.into_iter().flatten() {
        if !life.contains(from) {
            return Err(refusal::Register::NotThere { thing, day: from, life }.into());
        }
        if let Some((until, end)) = duty.until.zip(life.until).filter(|(until, end)| until > end) {
            return Err(refusal::Duty::Beyond { thing, until, end }.into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_lies_in_the_calendar_span_of_its_year() {
        let around = |span: DutySpan, month: &str| {
            let PeriodSpan { from, to } = span.around(Period::from_iso(month).unwrap());
            format!("{from}..{to}")
        };
        for (span, month, expected) in [
            (DutySpan::Month, "2018-07", "2018-07..2018-07"),
            (DutySpan::Quarter, "2018-01", "2018-01..2018-03"),
            (DutySpan::Quarter, "2018-12", "2018-10..2018-12"),
            (DutySpan::Half, "2018-06", "2018-01..2018-06"),
            (DutySpan::Half, "2018-07", "2018-07..2018-12"),
            (DutySpan::Year, "2018-05", "2018-01..2018-12"),
        ] {
            assert_eq!(around(span, month), expected);
        }
    }
}

//! Meetings of cells: held or not held, who came, what was counted (`records.md`, section 4).

use super::ids::identities;
use super::keyword::keyword;
use super::{
    Absences, Cell, CellId, Criteria, Date, Details, GradeAbove, Official, OfficialId, Period,
    Presence, Refusal, Register, Remark, Roster, refusal,
};

identities! {
    /// A meeting, regular or not.
    MeetingId,
}

keyword! {
    /// Why the meeting is called.
    MeetingKind {
        /// Sinh hoạt định kỳ: one per cell and period, the one coverage is judged by.
        Regular = "regular",
        /// Sinh hoạt chuyên đề.
        Thematic = "thematic",
        /// Bất thường.
        Extraordinary = "extraordinary",
        /// Đại hội.
        Congress = "congress",
    }
}

keyword! {
    /// Why a meeting was not held.
    NotHeldReason {
        /// Held together with the next one.
        MergedWithNext = "merged-with-next",
        /// The cell held its congress instead.
        Congress = "congress",
        /// A public holiday, such as Tết.
        Holiday = "holiday",
        /// Storm, flood, epidemic.
        Disaster = "disaster",
        /// Any other.
        Other = "other",
    }
}

keyword! {
    /// Why an assigned visitor did not come. There is no reason for illness, and there will be none.
    AbsenceReason {
        /// Other duty at the same time.
        Duty = "duty",
        /// On leave.
        Leave = "leave",
        /// He was not told of the meeting.
        NotNotified = "not-notified",
        /// The cell moved the meeting.
        Moved = "moved",
        /// Any other.
        Other = "other",
    }
}

/// A meeting that took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub held_on: Date,
    /// Officials who came under the notice, in order of identity, none twice.
    pub visitors: Vec<OfficialId>,
    pub absences: Absences,
    pub presence: Presence,
    pub details: Details,
}

impl Held {
    /// A meeting of which nothing but its day is known, with nobody visiting.
    pub fn bare(held_on: Date) -> Self {
        Self {
            held_on,
            visitors: Vec::new(),
            absences: Absences::Unexplained,
            presence: Presence::Unknown,
            details: Details::default(),
        }
    }

    /// Those who came, in natural order of codes.
    pub fn visitors_in_order<'a>(&self, register: &'a Register) -> Vec<&'a Official> {
        let visitors = self.visitors.iter().map(|who| register.official(*who));
        let mut visitors: Vec<&Official> = visitors.collect();
        visitors.sort_by(|a, b| a.code.cmp(&b.code));
        visitors
    }

    /// Refuses reasons for absence where nobody assigned was absent, and those of officials not assigned. Files may hold
    /// them all the same: assignments are taken back later, and an export comes back as it was.
    pub fn check_reasons(
        &self,
        kind: MeetingKind,
        cell: &Cell,
        register: &Register,
        roster: &Roster,
    ) -> Result<(), Refusal> {
        if self.absences == Absences::Unexplained {
            return Ok(());
        }
        let day = self.held_on;
        let assigned = roster.assigned(register, cell.id, day);
        if kind == MeetingKind::Regular {
            if assigned.is_empty() {
                return Err(refusal::Meeting::NobodyAssigned { cell: cell.thing(day), day }.into());
            }
            if assigned.iter().all(|official| self.visitors.contains(official)) {
                return Err(refusal::Meeting::EverybodyCame { cell: cell.thing(day) }.into());
            }
        }
        let mut named = self.absences.named().iter();
        match named.find(|(who, _)| !assigned.contains(who)) {
            None => Ok(()),
            Some((stranger, _)) => {
                let official = Some(register.official(*stranger).thing(day));
                Err(refusal::Assignment::NotAssigned { cell: cell.thing(day), official, day }
                    .into())
            }
        }
    }

    /// Its grade, where the rule set in force on its day does not allow it for its score.
    pub fn grade_above(&self) -> Option<GradeAbove> {
        let rules = Criteria::on(self.held_on)?;
        let (score, given) = (self.details.score()?, self.details.grade()?);
        let (highest, document) = (rules.highest(score), rules.guidance);
        (given < highest).then_some(GradeAbove { given, highest, score, document })
    }
}

/// What became of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Held(Box<Held>),
    NotHeld(NotHeldReason),
}

impl Outcome {
    /// The meeting, if it was held.
    pub fn held(&self) -> Option<&Held> {
        match self {
            Self::Held(held) => Some(held),
            Self::NotHeld(_) => None,
        }
    }
}

/// A meeting of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub id: MeetingId,
    pub cell: CellId,
    pub period: Period,
    pub kind: MeetingKind,
    pub outcome: Outcome,
    pub note: Option<Remark>,
}

/// What makes two records the same meeting (`records.md`, section 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MeetingKey {
    /// The regular meeting of a cell for a period.
    Regular(CellId, Period),
    /// Any other, by the day on which it was held.
    HeldOn(CellId, MeetingKind, Date),
    /// Any other that was not held, by its period.
    NotHeld(CellId, MeetingKind, Period),
}

impl MeetingKey {
    /// The cell that meets.
    pub fn cell(self) -> CellId {
        match self {
            Self::Regular(cell, _) | Self::HeldOn(cell, _, _) | Self::NotHeld(cell, _, _) => cell,
        }
    }
}

/// How far from its month a meeting may be held, in days.
const DAYS_ASIDE: i64 = 15;

impl Meeting {
    /// The key of this meeting.
    pub fn key(&self) -> MeetingKey {
        match (self.kind, self.outcome.held()) {
            (MeetingKind::Regular, _) => MeetingKey::Regular(self.cell, self.period),
            (kind, Some(held)) => MeetingKey::HeldOn(self.cell, kind, held.held_on),
            (kind, None) => MeetingKey::NotHeld(self.cell, kind, self.period),
        }
    }

    /// Everyone it names: visitors, and those for whose absence a reason was given.
    pub fn officials(&self) -> impl Iterator<Item = OfficialId> {
        let held = self.outcome.held();
        let visitors = held.map(|held| held.visitors.as_slice()).unwrap_or_default();
        let absent = held.map(|held| held.absences.named()).unwrap_or_default();
        visitors.iter().copied().chain(absent.iter().map(|(who, _)| *who))
    }

    /// The day it was held, or the last day of its month.
    pub fn day(&self) -> Date {
        self.outcome.held().map_or(self.period.last_day(), |held| held.held_on)
    }

    /// Whether it was held by a day; one that was not held, whether its month had begun by then.
    pub fn was_by(&self, day: Date) -> bool {
        self.outcome.held().map_or(self.period.first_day(), |held| held.held_on) <= day
    }

    /// That there is this meeting already, where another of the same key would be recorded.
    pub fn taken(&self, cell: &Cell) -> Refusal {
        Refusal::Meeting(refusal::Meeting::Taken {
            cell: cell.thing(self.period.last_day()),
            period: self.period,
            kind: self.kind,
            held_on: self.outcome.held().map(|held| held.held_on),
        })
    }

    /// Every rule of section 4 that ties a meeting to its month, its cell, its visitors and today.
    /// Looks up nothing but the cell and the officials named.
    pub fn check(&self, register: &Register, today: Date) -> Result<(), Refusal> {
        let cell = register.cell(self.cell);
        match &self.outcome {
            Outcome::NotHeld(_) => self.check_not_held(cell),
            Outcome::Held(held) => {
                check_day(self.period, held.held_on, cell, today)?;
                check_visitors(held, register)
            }
        }
    }

    fn check_not_held(&self, cell: &Cell) -> Result<(), Refusal> {
        if cell.life().overlaps(self.period.into()) {
            Ok(())
        } else {
            Err(refusal::Meeting::CellNotInPeriod {
                cell: cell.latest_thing(),
                period: self.period,
                life: cell.life(),
            }
            .into())
        }
    }
}

/// The days on which a meeting that stands for a month may be held, both included.
pub fn meeting_days(period: Period) -> (Date, Date) {
    (period.first_day().plus_days(-DAYS_ASIDE), latest_day(period))
}

/// The last of them.
pub fn latest_day(period: Period) -> Date {
    period.last_day().plus_days(DAYS_ASIDE)
}

/// The rules of section 4 that tie the day of a meeting to its month, to today and to the life of its cell.
pub fn check_day(period: Period, held_on: Date, cell: &Cell, today: Date) -> Result<(), Refusal> {
    check_of_month(period, held_on)?;
    if held_on > today {
        return Err(refusal::Meeting::HeldAfterToday { held_on, today }.into());
    }
    check_there(cell, held_on)
}

/// Refuses a day that is too far from the month for which a meeting stands.
pub fn check_of_month(period: Period, held_on: Date) -> Result<(), Refusal> {
    let (earliest, latest) = meeting_days(period);
    if held_on < earliest || latest < held_on {
        Err(refusal::Meeting::HeldOutsidePeriod { held_on, period, earliest, latest }.into())
    } else {
        Ok(())
    }
}

/// Refuses a day on which the cell does not exist.
pub fn check_there(cell: &Cell, day: Date) -> Result<(), Refusal> {
    let (thing, life) = (cell.latest_thing(), cell.life());
    if life.contains(day) {
        Ok(())
    } else {
        Err(refusal::Register::NotThere { thing, day, life }.into())
    }
}

fn check_visitors(held: &Held, register: &Register) -> Result<(), Refusal> {
    for (at, visitor) in held.visitors.iter().enumerate() {
        let official = register.official(*visitor);
        if !official.life().contains(held.held_on) {
            return Err(refusal::Register::NotThere {
                thing: official.thing(held.held_on),
                day: held.held_on,
                life: official.life(),
            }
            .into());
        }
        if held.visitors[..at].contains(visitor) {
            return Err(
                refusal::Meeting::VisitorTwice { official: official.thing(held.held_on) }.into()
            );
        }
    }
    if let Absences::Each(reasons) = &held.absences {
        for (at, (official, _)) in reasons.iter().enumerate() {
            let thing = || register.official(*official).thing(held.held_on);
            if held.visitors.contains(official) {
                return Err(refusal::Meeting::ReasonForVisitor { official: thing() }.into());
            }
            if reasons[..at].iter().any(|(other, _)| other == official) {
                return Err(refusal::Meeting::ReasonTwice { official: thing() }.into());
            }
        }
    }
    Ok(())
}

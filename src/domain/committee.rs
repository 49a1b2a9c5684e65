//! Committees: đảng ủy phường, xã (`records.md`, sections 2 and 4).

use super::ids::identities;
use super::keyword::keyword;
use super::{Code, Date, Dated, Name, Refusal, Span, Thing, ThingKind, refusal};

identities! {
    /// A committee.
    CommitteeId,
}

keyword! {
    /// What the committee is the committee of.
    CommitteeKind {
        /// A ward, phường.
        Ward = "ward",
        /// A commune, xã.
        Commune = "commune",
        /// A township, thị trấn.
        Township = "township",
        /// A special zone, đặc khu.
        SpecialZone = "special-zone",
        /// An agency, cơ quan.
        Agency = "agency",
        /// Police or military, lực lượng vũ trang.
        ArmedForces = "armed-forces",
        /// A sectional committee, đảng bộ bộ phận.
        Sectional = "sectional",
        /// Any other.
        Other = "other",
    }
}

/// The Party committee that cells belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committee {
    pub id: CommitteeId,
    pub code: Code,
    pub kind: CommitteeKind,
    /// The first day of its life; none if that is not recorded.
    pub founded: Option<Date>,
    /// The first day on which it no longer exists.
    pub dissolved: Option<Date>,
    pub names: Dated<Name>,
}

impl Committee {
    /// The days on which it exists.
    pub fn life(&self) -> Span {
        Span { from: self.founded, until: self.dissolved }
    }

    /// How it is printed, under the name of that day.
    pub fn thing(&self, day: Date) -> Thing {
        Thing::new(ThingKind::Committee, &self.code, self.names.at(day).as_str())
    }

    /// How it is printed under its last name.
    pub fn latest_thing(&self) -> Thing {
        Thing::new(ThingKind::Committee, &self.code, self.names.latest().as_str())
    }

    /// Its own rules: a life that is not empty, changes of name within it.
    pub fn check(&self) -> Result<(), Refusal> {
        check_life(self.life(), || self.latest_thing())?;
        check_changes(self.life(), self.names.change_days(), || self.latest_thing())
    }
}

/// Refuses a life that ends before it begins.
pub(super) fn check_life(life: Span, thing: impl Fn() -> Thing) -> Result<(), Refusal> {
    match (life.from, life.until) {
        (Some(from), Some(until)) if until <= from => {
            Err(refusal::Register::LifeBackwards { thing: thing(), from, until }.into())
        }
        _ => Ok(()),
    }
}

/// Refuses a dated value that begins on a day on which its record does not exist.
pub(super) fn check_changes(
    life: Span,
    mut days: impl Iterator<Item = Date>,
    thing: impl Fn() -> Thing,
) -> Result<(), Refusal> {
    match days.find(|day| !life.contains(*day)) {
        Some(day) => Err(refusal::Register::ChangeOutsideLife { thing: thing(), day, life }.into()),
        None => Ok(()),
    }
}

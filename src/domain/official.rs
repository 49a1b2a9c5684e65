//! Officials: cán bộ who can be assigned (`records.md`, sections 2 and 4).

use std::cmp::Ordering;

use super::committee::{check_changes, check_life};
use super::ids::identities;
use super::{CategoryId, CellId, Code, Date, Dated, Label, Name, Refusal, Span, Thing, ThingKind};

identities! {
    /// An official.
    OfficialId,
}

/// A post, dated; each part may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Post {
    pub title: Option<Label>,
    pub organisation: Option<Label>,
    pub category: Option<CategoryId>,
}

/// A person who can be assigned to a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub id: OfficialId,
    pub code: Code,
    /// The name as now known; none once it has been erased.
    pub full_name: Option<Name>,
    /// The first day on which he can be assigned; none if that is not recorded.
    pub active_from: Option<Date>,
    /// The first day on which he no longer can.
    pub active_until: Option<Date>,
    /// Position in the notice; those without one come last.
    pub order: Option<u32>,
    /// The cell that he belongs to himself, where the office keeps it: he is not sent to visit it.
    pub own_cell: Option<CellId>,
    pub posts: Dated<Post>,
}

impl Official {
    /// The days on which he can be assigned and can visit.
    pub fn life(&self) -> Span {
        Span { from: self.active_from, until: self.active_until }
    }

    /// The name, or an empty text once it has been erased.
    pub fn name(&self) -> &str {
        self.full_name.as_ref().map_or("", Name::as_str)
    }

    /// The name, or the code once it has been erased.
    pub fn shown(&self) -> &str {
        self.full_name.as_ref().map_or(self.code.as_str(), Name::as_str)
    }

    /// How he is named in a message that is about no day.
    pub fn latest_thing(&self) -> Thing {
        Thing::new(ThingKind::Official, &self.code, self.name())
    }

    /// How he is named in a message, with the title of that day: names may be shared by several.
    pub fn thing(&self, day: Date) -> Thing {
        let thing = self.latest_thing();
        match &self.posts.at(day).title {
            Some(title) => thing.with_detail(title.as_str()),
            None => thing,
        }
    }

    /// The order of the notice: by `order`, those without one last, then by code.
    pub fn by_notice(&self, other: &Self) -> Ordering {
        let rank = |one: &Self| (one.order.is_none(), one.order);
        rank(self).cmp(&rank(other)).then_with(|| self.code.cmp(&other.code))
    }

    /// His own rules: an active time that is not empty, changes of post within it.
    pub fn check(&self) -> Result<(), Refusal> {
        let thing = || self.latest_thing();
        check_life(self.life(), thing)?;
        check_changes(self.life(), self.posts.change_days(), thing)
    }
}

/// Whether a visitor stands above everyone assigned in the order of the notice, and none of these came: a leader who
/// dropped in is no substitute, though the row says so.
pub fn is_above(visitor: &Official, assigned: &[&Official], visitors: &[OfficialId]) -> bool {
    let came = |one: &&Official| visitors.contains(&one.id);
    let below = |one: &&Official| match (visitor.order, one.order) {
        (Some(own), Some(theirs)) => own < theirs,
        (Some(_), None) => true,
        (None, _) => false,
    };
    !assigned.is_empty() && !assigned.iter().any(came) && assigned.iter().all(below)
}

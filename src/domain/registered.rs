//! What the records of the register have in common: a code, a life, a name on each day, and rules of their own.
//!
//! Whoever knows which kind he has before him asks the record itself; this is for whoever goes through all kinds.

use std::fmt::Debug;
use std::hash::Hash;

use super::ids::Identity;
use super::register::Shelved;
use super::{
    Category, CategoryId, Cell, CellId, Code, Committee, CommitteeId, Date, Official, OfficialId,
    Recommendation, RecommendationId, Record, Refusal, Register, Span, Thing, ThingKind,
};

/// A record that is called by a code, which names one identity for ever (`records.md`, section 4).
pub trait Coded: Clone + PartialEq + Debug {
    type Id: Identity + Copy + Eq + Ord + Hash + Debug;
    /// What it is called in messages.
    const KIND: ThingKind;

    fn id(&self) -> Self::Id;
    fn code(&self) -> &Code;
    /// The same under another code.
    fn with_code(self, code: Code) -> Self;
}

macro_rules! coded {
    ($($record:ident: $id:ident),+ $(,)?) => {$(
        impl Coded for $record {
            type Id = $id;
            const KIND: ThingKind = ThingKind::$record;

            fn id(&self) -> $id {
                self.id
            }

            fn code(&self) -> &Code {
                &self.code
            }

            fn with_code(self, code: Code) -> Self {
                Self { code, ..self }
            }
        }
    )+};
}

coded! {
    Committee: CommitteeId,
    Cell: CellId,
    Category: CategoryId,
    Official: OfficialId,
    Recommendation: RecommendationId,
}

/// A record of the register.
pub trait Registered: Coded + Shelved + Record {
    /// The days on which it exists.
    fn life(&self) -> Span;

    /// How it is named in a message, under the name of that day.
    fn thing(&self, day: Date) -> Thing;

    /// How it is named in a message that is about no day.
    fn latest_thing(&self) -> Thing;

    /// Its rules; what it refers to is on record.
    fn check(&self, register: &Register) -> Result<(), Refusal>;

    /// Of which kind something is that it refers to and that is not on record.
    fn missing(&self, _: &Register) -> Option<ThingKind> {
        None
    }
}

/// Life and names of a record that says them itself.
macro_rules! as_it_says {
    () => {
        fn life(&self) -> Span {
            self.life()
        }

        fn thing(&self, day: Date) -> Thing {
            self.thing(day)
        }

        fn latest_thing(&self) -> Thing {
            self.latest_thing()
        }
    };
}

impl Registered for Committee {
    as_it_says!();

    fn check(&self, _: &Register) -> Result<(), Refusal> {
        self.check()
    }
}

impl Registered for Cell {
    as_it_says!();

    fn check(&self, register: &Register) -> Result<(), Refusal> {
        self.check(register)
    }

    fn missing(&self, register: &Register) -> Option<ThingKind> {
        let mut committees = self.standings.iter().map(|(_, standing)| standing.committee);
        let stands = committees.all(|committee| register.find_committee(committee).is_some());
        (!stands).then_some(ThingKind::Committee)
    }
}

impl Registered for Category {
    fn life(&self) -> Span {
        Span { from: None, until: None }
    }

    fn thing(&self, _: Date) -> Thing {
        self.thing()
    }

    fn latest_thing(&self) -> Thing {
        self.thing()
    }

    fn check(&self, _: &Register) -> Result<(), Refusal> {
        Ok(())
    }
}

impl Registered for Official {
    as_it_says!();

    fn check(&self, _: &Register) -> Result<(), Refusal> {
        self.check()
    }

    fn missing(&self, register: &Register) -> Option<ThingKind> {
        let mut categories = self.posts.iter().filter_map(|(_, post)| post.category);
        let stands = categories.all(|category| register.find_category(category).is_some());
        (!stands).then_some(ThingKind::Category)
    }
}

//! The kinds of records: which there are, where all of one kind are, what a record is called, and what it tells.
//! Histories and files go by it.

mod register;
mod rest;

pub use rest::told_settings;

use super::{
    Area, Assignment, AssignmentMode, Bulletin, BulletinId, Category, Cell, CellKind, Closing,
    Code, Committee, CommitteeKind, Date, Duty, DutySpan, GapNote, Grade, Inspection,
    InspectionKind, Item, Keyword, Meeting, MeetingKind, NotHeldReason, Official, Period, Plan,
    Recommendation, RecommendationLink, Register, RuleBroken, Setting, StepKind, Succession,
    TextOwner, Thing,
};

macro_rules! records {
    ($($(#[$doc:meta])* $all:ident: $record:ident),+ $(,)?) => {
        /// What stands in the record file at one moment: for files (`records.md`, section 9), and to be laid beside what
        /// stood there at another. All records, without history and actors. They refer to each other by identity: the
        /// register has every cell and official that the rest names.
        #[derive(Debug, Clone, Default)]
        pub struct Records {
            pub register: Register,
            pub settings: Vec<Setting>,
            $($(#[$doc])* pub $all: Vec<$record>,)+
        }

        $(impl Among for $record {
            fn all(records: &Records) -> &[Self] {
                &records.$all
            }
        })+

        impl Records {
            /// Shows every kind but settings, those of the register first.
            pub fn each_kind(visit: &mut impl EachKind) {
                visit.kind::<Category>();
                visit.kind::<Committee>();
                visit.kind::<Cell>();
                visit.kind::<Official>();
                visit.kind::<Succession>();
                $(visit.kind::<$record>();)+
            }
        }
    };
}

records! {
    assignments: Assignment,
    duties: Duty,
    /// Of every kind; there may be a part only.
    meetings: Meeting,
    recommendations: Recommendation,
    recommendation_links: RecommendationLink,
    /// The months closed at that moment, by period, with their rows in the codes of the register.
    closings: Closing,
    gap_notes: GapNote,
    /// Of every month.
    plans: Plan,
    inspections: Inspection,
    bulletins: Bulletin,
}

/// What is done with each kind of record.
pub trait EachKind {
    fn kind<R: Record + 'static>(&mut self);
}

/// A kind of record that stands among others.
pub trait Among: Sized {
    /// All that there are.
    fn all(records: &Records) -> &[Self];
}

/// A kind of record.
pub trait Record: Among + PartialEq {
    /// By what a record is known before and after a change; in its order they were recorded.
    type KnownBy: Ord;

    fn known_by(&self) -> Self::KnownBy;

    /// What it is called.
    fn called<'a>(&'a self, register: &'a Register) -> Called<'a>;

    /// Its values.
    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>>;

    /// The rule of its own that it does not keep, where no other record has a say in it ([`super::rules_broken`]).
    fn broken(&self, _: &Register) -> Option<RuleBroken> {
        None
    }

    /// Whose its free texts are, where they must be changed.
    fn text_owner(&self, register: &Register, today: Date) -> TextOwner;
}

/// What a record is called.
#[derive(Debug, Clone, PartialEq)]
pub enum Called<'a> {
    /// By its code, and by its last name if it has one.
    Thing(Thing),
    /// The former cell, the new one, and the day.
    Succession(&'a Cell, &'a Cell, Date),
    /// The first day.
    Assignment(&'a Cell, &'a Official, Date),
    /// The official, where (none for every cell), and the first day.
    Duty(&'a Official, Option<Thing>, Date),
    Meeting(&'a Cell, Period),
    /// Two recommendations that are the same matter.
    Same(&'a Code, &'a Code),
    Closing(Period),
    /// The cell and the month that were asked about, and the day of the answer.
    GapNote(&'a Cell, Period, Date),
    Plan(&'a Cell, Period, MeetingKind),
    Inspection(&'a Cell, Date, InspectionKind),
    /// By its number in the record file.
    Bulletin(BulletinId, Period, Area),
    /// The settings of the office together.
    Settings,
}

impl Called<'_> {
    /// As programs read it: the kind, and the codes, days and months.
    pub fn written(&self) -> String {
        match self {
            Self::Thing(thing) => format!("{} {}", thing.kind.key(), thing.code),
            Self::Succession(from, to, on) => format!("succession {} {} {on}", from.code, to.code),
            Self::Assignment(cell, official, from) => {
                format!("assignment {} {} {from}", cell.code, official.code)
            }
            Self::Duty(official, scope, from) => {
                let scope = scope.as_ref().map_or("all", |scope| &scope.code);
                format!("duty {} {scope} {from}", official.code)
            }
            Self::Meeting(cell, period) => format!("meeting {} {period}", cell.code),
            Self::Same(code, other) => format!("same {code} {other}"),
            Self::Closing(period) => format!("closing {period}"),
            Self::GapNote(cell, period, on) => format!("gap-note {} {period} {on}", cell.code),
            Self::Plan(cell, period, kind) => {
                format!("plan {} {period} {}", cell.code, kind.key())
            }
            Self::Inspection(cell, on, kind) => format!("{} {} {on}", kind.key(), cell.code),
            Self::Bulletin(id, period, area) => {
                format!("bulletin {} {period} {}", id.0, area.key())
            }
            Self::Settings => "settings".to_owned(),
        }
    }
}

macro_rules! words {
    ($($list:ident: $word:ident),+ $(,)?) => {
        /// A value of a fixed list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word { $($list($word)),+ }

        impl Word {
            /// The key of the value.
            pub fn key(self) -> &'static str {
                match self { $(Self::$list(word) => word.key()),+ }
            }
        }
    };
}

words! {
    CommitteeKind: CommitteeKind,
    CellKind: CellKind,
    MeetingKind: MeetingKind,
    NotHeld: NotHeldReason,
    Grade: Grade,
    Area: Area,
    Mode: AssignmentMode,
    Span: DutySpan,
    Step: StepKind,
    InspectionKind: InspectionKind,
}

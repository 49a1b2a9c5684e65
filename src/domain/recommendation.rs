//! Recommendations: what a cell raises and somebody must answer, and the steps by which it is followed up
//! (`records.md`, section 4).

use super::ids::identities;
use super::keyword::{Keyword, keyword};
use super::{
    CellId, Code, Date, DocumentNo, Key, Label, Period, Remark, Thing, ThingKind, fold, nearest,
};

identities! {
    /// A recommendation raised by a cell.
    RecommendationId,
}

keyword! {
    /// The field a recommendation belongs to.
    Area {
        /// Kinh tế - xã hội.
        EconomySociety = "economy-society",
        /// Quốc phòng - an ninh.
        DefenceSecurity = "defence-security",
        /// Xây dựng Đảng.
        PartyBuilding = "party-building",
        /// Dân vận.
        MassMobilisation = "mass-mobilisation",
        /// Hành chính.
        Administration = "administration",
        /// Any other.
        Other = "other",
    }
}

keyword! {
    /// What was done about a recommendation. On one day they follow each other in this order.
    StepKind {
        /// It went to whoever can settle it.
        Sent = "sent",
        /// An answer came.
        Answered = "answered",
        /// What was asked for is done.
        Resolved = "resolved",
        /// It will not be done.
        Declined = "declined",
        /// The cell was told, at a meeting of its own.
        ReportedBack = "reported-back",
    }
}

impl StepKind {
    /// Under which key a recommendation tells its steps of this kind.
    pub fn told_as(self) -> Key {
        match self {
            Self::Sent => Key::Sent,
            Self::Answered => Key::Answered,
            Self::Resolved => Key::Resolved,
            Self::Declined => Key::Declined,
            Self::ReportedBack => Key::ReportedBack,
        }
    }

    /// All these keys.
    pub fn all_told_as() -> impl Iterator<Item = Key> {
        Self::ALL.iter().map(|kind| kind.told_as())
    }
}

/// A step: in the order of a recommendation's steps, by day, kind and to whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    pub on: Date,
    pub kind: StepKind,
    /// To whom it was sent.
    pub to: Option<Label>,
    pub document: Option<DocumentNo>,
    pub text: Option<Remark>,
}

impl Step {
    /// By what it is told from the other steps of its recommendation.
    pub fn key(&self) -> (Date, StepKind, Option<&Label>) {
        (self.on, self.kind, self.to.as_ref())
    }

    /// What people wrote in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let to = self.to.as_ref().map(Label::as_str);
        let document = self.document.as_ref().map(DocumentNo::as_str);
        [to, document, self.text.as_ref().map(Remark::as_str)].into_iter().flatten()
    }

    /// Its day and its texts, without its kind.
    pub fn written(&self) -> String {
        std::iter::once(self.on.to_string())
            .chain(self.texts().map(str::to_owned))
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// A recommendation: as it was raised, and what was done about it. It belongs to the cell, never to a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    pub id: RecommendationId,
    pub code: Code,
    pub cell: CellId,
    pub period: Period,
    pub raised_on: Option<Date>,
    pub area: Area,
    pub text: Remark,
    /// In order.
    pub steps: Vec<Step>,
}

impl Recommendation {
    /// How it is named in a message.
    pub fn thing(&self) -> Thing {
        Thing::new(ThingKind::Recommendation, &self.code, self.text.as_str())
    }

    /// The first day on which anything can have been done about it.
    pub fn earliest(&self) -> Date {
        self.raised_on.unwrap_or_else(|| self.period.first_day())
    }

    /// Enters a step at its place.
    pub fn enter(&mut self, step: Step) {
        let at = self.steps.partition_point(|other| *other <= step);
        self.steps.insert(at, step);
    }
}

/// The recommendations that may have been meant by a text that is the code of none: those with a code near it, or with all
/// its words.
pub fn recommendations_near(all: &[Recommendation], text: &str) -> Vec<Thing> {
    let codes: Vec<String> = all.iter().map(|one| fold(one.code.as_str())).collect();
    let near = nearest(text, &codes);
    let wanted = fold(text);
    let has_words = |one: &&Recommendation| {
        let own = fold(one.text.as_str());
        words(&wanted).all(|word| words(&own).any(|other| other == word))
    };
    let of_code = |code: &String| all.iter().find(|one| fold(one.code.as_str()) == *code);
    let by_words = all.iter().filter(has_words);
    let found = near.iter().filter_map(of_code).chain(by_words);
    found.take(NEAR).map(Recommendation::thing).collect()
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// How many are offered.
const NEAR: usize = 3;

/// That two recommendations are the same matter, raised twice. Their codes name them for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationLink {
    pub id: Code,
    pub same_as: Code,
}

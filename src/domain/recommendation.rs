//! Recommendations: what a cell raises and somebody must answer (`records.md`, section 4).

use super::ids::identities;
use super::keyword::keyword;
use super::{CellId, Code, Date, Period, Remark, Thing, ThingKind};

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

/// A recommendation as it was raised. It belongs to the cell, never to a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    pub id: RecommendationId,
    pub code: Code,
    pub cell: CellId,
    pub period: Period,
    pub raised_on: Option<Date>,
    pub area: Area,
    pub text: Remark,
}

impl Recommendation {
    /// How it is named in a message.
    pub fn thing(&self) -> Thing {
        Thing::new(ThingKind::Recommendation, &self.code, self.text.as_str())
    }
}

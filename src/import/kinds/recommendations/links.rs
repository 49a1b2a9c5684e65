//! Which recommendations are the same matter: a row of `recommendation_links.csv`, and what becomes of it.

use super::planned::Planned;
use crate::domain::{RecommendationLink, refusal};
use crate::files::{FileKind, recommendation_links as column};
use crate::import::codes::Symbol;
use crate::import::draft::Draft;
use crate::import::planning::Planning;
use crate::import::row::Row;

/// A row of `recommendation_links.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct LinkDraft {
    pub id: Symbol,
    pub same_as: Symbol,
}

impl LinkDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use column::*;
        let (id, same_as) = (row.reference(ID), row.reference(SAME_AS));
        let (id, same_as) = (row.need(ID, id), row.need(SAME_AS, same_as));
        Some(Self { id: id?, same_as: same_as? })
    }
}

/// Plans every link. One that says what others say already changes nothing.
pub(super) fn plan(planning: &mut Planning, planned: &mut Planned, drafts: Vec<Draft<LinkDraft>>) {
    let kind = FileKind::RecommendationLinks;
    for Draft { place, row: LinkDraft { id, same_as } } in drafts {
        let one = planned.find(planning, (place, column::ID), id).map(|one| one.code.clone());
        let other = planned.find(planning, (place, column::SAME_AS), same_as);
        let Some((id, same_as)) = one.zip(other.map(|other| other.code.clone())) else { continue };
        let link = RecommendationLink { id, same_as };
        match link.check(&planned.links) {
            Ok(()) => {
                planning.count(kind, true, false);
                planned.tie(link, place);
            }
            Err(refusal::Recommendation::SameAlready { .. }) => planning.count(kind, false, true),
            Err(refused) => {
                planning.fault(place, column::SAME_AS, link.same_as.as_str(), refused);
            }
        }
    }
}

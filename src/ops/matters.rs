//! Recommendations with what is the same matter: looked up by code, held against their rules as they are to be, and under
//! which codes new ones come (`records.md`, section 4).

use std::collections::BTreeSet;

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    CellId, Code, Coded, Date, Matter, Period, Recommendation, RecommendationId,
    RecommendationLink, ThingKind, Unlawful, recommendations_near, refusal, tied,
};
use crate::store::Reader;

/// Some recommendations, all that are the same matters, and what ties them.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    pub recommendations: Vec<Recommendation>,
    /// Every link on record.
    pub links: Vec<RecommendationLink>,
}

impl Around {
    /// Reads what is the same matter as one of these.
    pub fn of(db: &Reader<'_>, some: Vec<Recommendation>) -> Result<Self> {
        let links = db.recommendation_links()?;
        let mut recommendations = some;
        let codes: Vec<Code> = recommendations.iter().map(|one| one.code.clone()).collect();
        let all: BTreeSet<Code> = codes.iter().flat_map(|code| tied(code, &links)).collect();
        for code in all.iter().filter(|code| !codes.contains(code)) {
            recommendations.extend(db.recommendation(code)?);
        }
        Ok(Self { recommendations, links })
    }

    /// Puts a recommendation as it is to be.
    pub fn put(&mut self, new: Recommendation) {
        match self.recommendations.iter_mut().find(|one| one.id == new.id) {
            Some(old) => *old = new,
            None => self.recommendations.push(new),
        }
    }

    /// Takes a recommendation out of its matter; what it alone tied stays one. Gives what changes with that.
    pub fn untie(&mut self, code: &Code) -> (Vec<Removed>, Vec<RecommendationLink>) {
        let (its, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.links)
            .into_iter()
            .partition(|link| link.id == *code || link.same_as == *code);
        self.links = others;
        let other = |link: &RecommendationLink| {
            if link.id == *code { link.same_as.clone() } else { link.id.clone() }
        };
        let left: Vec<Code> = its.iter().map(other).collect();
        let mut new = Vec::new();
        for pair in left.windows(2) {
            let link = RecommendationLink { id: pair[1].clone(), same_as: pair[0].clone() };
            if link.check(&self.links).is_ok() {
                self.links.push(link.clone());
                new.push(link);
            }
        }
        (its.into_iter().map(Removed::RecommendationLink).collect(), new)
    }

    /// Takes a recommendation away, with what ties it.
    pub fn remove(&mut self, id: RecommendationId, change: &mut Change) {
        let Some(at) = self.recommendations.iter().position(|one| one.id == id) else { return };
        let (removed, new) = self.untie(&self.recommendations[at].code.clone());
        self.recommendations.remove(at);
        change.removed.extend(removed);
        change.recommendation_links.retain(|link| self.links.contains(link));
        change.recommendation_links.extend(new);
        change.removed.push(Removed::Recommendation(id));
    }

    /// The matters as they are.
    pub fn matters(&self) -> Vec<Matter<'_>> {
        Matter::all(&self.recommendations, &self.links)
    }

    /// The matter of a recommendation.
    pub fn matter(&self, id: RecommendationId) -> Matter<'_> {
        let of = |matter: &Matter<'_>| matter.members.iter().any(|one| one.id == id);
        self.matters().into_iter().find(of).unwrap_or(Matter { members: Vec::new() })
    }

    /// Refuses what breaks a rule.
    pub fn check(&self, today: Date) -> Result<()> {
        let broken = self.matters().iter().find_map(|matter| matter.check(Some(today)).err());
        broken.map_or(Ok(()), |Unlawful { refusal, .. }| Err(refusal.into()))
    }
}

/// The recommendation of a code as typed; without one, those that are near.
pub fn find_recommendation(db: &Reader<'_>, text: &str) -> Result<Recommendation> {
    let found = match Code::new(text) {
        Ok(code) => db.recommendation(&code)?,
        Err(_) => None,
    };
    let Some(found) = found else {
        let near = recommendations_near(&db.recommendations()?, text);
        let (kind, text) = (ThingKind::Recommendation, text.trim().to_owned());
        return Err(refusal::Found::NotFound { kind, text, near, recoded: None }.into());
    };
    Ok(found)
}

/// So many new identities, each with the next free code of the year, `KN-2018-001`.
pub(super) fn new_codes(
    db: &Reader<'_>,
    period: Period,
    count: usize,
) -> Result<Vec<(RecommendationId, Code)>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let used = db.codes_ever::<Recommendation>()?;
    let first = db.next::<Recommendation>()?;
    let year = period.year();
    let free = (1..).filter_map(|n| Code::new(&format!("KN-{year}-{n:03}")).ok());
    let free = free.filter(|code| !used.contains_key(code)).take(count);
    let id = |at: usize| RecommendationId(first.0 + at as i64);
    Ok(free.enumerate().map(|(at, code)| (id(at), code)).collect())
}

/// The identity of a code that was given: that of one that was taken out, or a new one.
pub(super) fn identity_of(db: &Reader<'_>, code: &Code) -> Result<RecommendationId> {
    if let Some(other) = db.recommendation(code)? {
        return Err(refusal::Register::CodeTaken { thing: other.thing() }.into());
    }
    match db.codes_ever::<Recommendation>()?.get(code) {
        Some(id) => Ok(*id),
        None => Ok(db.next::<Recommendation>()?),
    }
}

/// The recommendations of a cell that have an answer of which it has not been told by a day.
pub(super) fn to_report_back(db: &Reader<'_>, cell: CellId, today: Date) -> Result<Vec<Code>> {
    let own = db.recommendations_of_cell(cell)?;
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let around = Around::of(db, own)?;
    let mut codes = Vec::new();
    for matter in around.matters() {
        let standing = matter.standing(today, |_, _| None);
        if standing.untold().any(|untold| untold == cell) {
            let own = matter.members.iter().find(|one| one.cell == cell);
            codes.extend(own.map(|one| one.code().clone()));
        }
    }
    Ok(codes)
}

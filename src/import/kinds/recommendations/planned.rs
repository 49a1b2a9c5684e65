//! The recommendations as the files leave them, and on which rows what is new of them stands.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::domain::{
    Code, Date, Keyword, Label, Matter, Recommendation, RecommendationId, RecommendationLink,
    Refusal, Step, StepKind, ThingKind, Unlawful, refusal,
};
use crate::files::{Column, FileKind, recommendation_steps as column, recommendations};
use crate::import::codes::{Called, Symbol};
use crate::import::fault::Problem;
use crate::import::ledger::Place;
use crate::import::planning::Planning;

/// By what a step is told from all others.
type StepKey = (RecommendationId, Date, StepKind, Option<Label>);

/// The recommendations under way.
pub(super) struct Planned {
    recorded: HashMap<RecommendationId, Recommendation>,
    /// Those of the files, and those to which the files bring steps.
    now: BTreeMap<RecommendationId, Recommendation>,
    pub links: Vec<RecommendationLink>,
    new_links: Vec<(RecommendationLink, Place)>,
    rows: HashMap<RecommendationId, Place>,
    step_rows: HashMap<StepKey, Place>,
    unsure: HashSet<Symbol>,
    /// The file of recommendations could not be read.
    all_unsure: bool,
}

impl Planned {
    /// Those on record.
    pub fn new(planning: &Planning) -> Self {
        let records = &planning.base.records;
        let kind = FileKind::Recommendations;
        Self {
            recorded: records.recommendations.iter().map(|one| (one.id, one.clone())).collect(),
            now: BTreeMap::new(),
            links: records.recommendation_links.clone(),
            new_links: Vec::new(),
            rows: HashMap::new(),
            step_rows: HashMap::new(),
            unsure: planning.unsure.of(kind).collect(),
            all_unsure: planning.unsure.kinds.contains(&kind),
        }
    }

    /// One on record.
    pub fn recorded(&self, id: RecommendationId) -> Option<&Recommendation> {
        self.recorded.get(&id)
    }

    /// Whether nothing can be said about a code because of its own row.
    pub fn is_unsure(&self, symbol: Symbol) -> bool {
        self.unsure.contains(&symbol)
    }

    /// From now on nothing more is said about this code.
    pub fn give_up(&mut self, symbol: Symbol) {
        self.unsure.insert(symbol);
    }

    /// Enters one as a row has it.
    pub fn enter(&mut self, new: Recommendation, place: Place) {
        self.rows.insert(new.id, place);
        self.now.insert(new.id, new);
    }

    /// The recommendation that a code means, as the files leave it so far; an unknown one is a fault.
    pub fn find(
        &self,
        planning: &mut Planning,
        (place, column): (Place, Column),
        symbol: Symbol,
    ) -> Option<&Recommendation> {
        let id = look_up(planning, place, column, symbol)?;
        let found = self.now.get(&id).or_else(|| self.recorded.get(&id));
        if found.is_none() && !self.is_unsure(symbol) && !self.all_unsure {
            unknown(planning, place, column, symbol);
        }
        found
    }

    /// Puts the steps of one as the files have them; one of them stands on this row.
    pub fn put_steps(&mut self, new: Recommendation, step: &Step, place: Place) {
        self.step_rows.insert((new.id, step.on, step.kind, step.to.clone()), place);
        self.now.insert(new.id, new);
    }

    /// Ties two as a row says.
    pub fn tie(&mut self, link: RecommendationLink, place: Place) {
        self.links.push(link.clone());
        self.new_links.push((link, place));
    }

    /// Holds every matter of which the files say something against the rules.
    pub fn check(&self, planning: &mut Planning) {
        let today = Some(planning.options.today);
        let is_recorded = |one: &&Recommendation| !self.now.contains_key(&one.id);
        let all = self.now.values().chain(self.recorded.values().filter(is_recorded));
        let tied: BTreeSet<&Code> =
            self.new_links.iter().flat_map(|(link, _)| [&link.id, &link.same_as]).collect();
        let is_said = |one: &&Recommendation| {
            tied.contains(&one.code)
                || (self.now.contains_key(&one.id)
                    && self.recorded.get(&one.id) != self.now.get(&one.id))
        };
        for matter in Matter::all(all, &self.links) {
            if !matter.members.iter().any(&is_said) {
                continue;
            }
            if let Err(Unlawful { recommendation, step, refusal }) = matter.check(today) {
                self.tell(planning, &matter, (recommendation, step), refusal);
            }
        }
    }

    /// Enters a broken rule at the row that broke it.
    fn tell(
        &self,
        planning: &mut Planning,
        matter: &Matter<'_>,
        (one, step): (&Recommendation, Option<&Step>),
        refused: Refusal,
    ) {
        let of_step = step.and_then(|step| {
            let key = (one.id, step.on, step.kind, step.to.clone());
            self.step_rows.get(&key).map(|place| (*place, step))
        });
        if let Some((place, step)) = of_step {
            let (column, value) = at_fault(step, &refused);
            return planning.fault(place, column, &value, refused);
        }
        if let Refusal::Recommendation(refusal::Recommendation::RaisedAfterToday {
            raised_on,
            ..
        }) = &refused
        {
            let (value, place) = (raised_on.to_string(), self.rows.get(&one.id));
            if let Some(place) = place {
                return planning.fault(*place, recommendations::RAISED_ON, &value, refused);
            }
        }
        // A step on record breaks a rule because of another row: that of a step, of a recommendation or of a link.
        let members = || matter.members.iter();
        let of_steps = self.step_rows.iter().filter(|(key, _)| members().any(|it| it.id == key.0));
        let of_steps = of_steps.map(|(_, place)| *place).min();
        let own = self.rows.get(&one.id).copied();
        let ties = |link: &RecommendationLink| members().any(|it| it.code == link.id);
        let link = self.new_links.iter().find(|(link, _)| ties(link)).map(|(_, place)| *place);
        if let Some(place) = own.or(of_steps).or(link) {
            planning.ledger.enter(place, None, one.code.as_str(), refused);
        }
    }

    /// Lays out what is to be written.
    pub fn lay_out(self, planning: &mut Planning) {
        let recorded = self.recorded;
        let new = self.now.into_values().filter(|new| recorded.get(&new.id) != Some(new));
        planning.change.recommendations.extend(new);
        planning.change.recommendation_links.extend(self.new_links.into_iter().map(|it| it.0));
    }
}

/// The cell of a step's row of which a broken rule speaks.
fn at_fault(step: &Step, refused: &Refusal) -> (Column, String) {
    use refusal::Recommendation::{SentToNobody, StepAfterToday, StepBeforeRaised, ToSuperfluous};
    if let Refusal::Recommendation(StepAfterToday { .. } | StepBeforeRaised { .. }) = refused {
        (column::ON, step.on.to_string())
    } else if let Refusal::Recommendation(SentToNobody { .. } | ToSuperfluous { .. }) = refused {
        (column::TO, step.to.as_ref().map(Label::to_string).unwrap_or_default())
    } else {
        (column::STEP, step.kind.key().to_owned())
    }
}

/// The identity that a code of a row means; one that was never in use is a fault.
pub(in crate::import) fn look_up(
    planning: &mut Planning,
    place: Place,
    column: Column,
    symbol: Symbol,
) -> Option<RecommendationId> {
    let id = match planning.codes.called(symbol) {
        Called::Code(code) => planning.base.recommendations_ever.codes.get(code).copied(),
        Called::Name { .. } => None,
    };
    let kind = FileKind::Recommendations;
    let unsure = planning.unsure.kinds.contains(&kind);
    if id.is_none() && !unsure && planning.unsure.of(kind).all(|other| other != symbol) {
        unknown(planning, place, column, symbol);
    }
    id
}

fn unknown(planning: &mut Planning, place: Place, column: Column, symbol: Symbol) {
    let problem = Problem::UnknownCode { kind: ThingKind::Recommendation, near: Vec::new() };
    let text = planning.codes.text(symbol).to_owned();
    planning.fault(place, column, &text, problem);
}

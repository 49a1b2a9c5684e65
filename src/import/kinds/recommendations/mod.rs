//! Recommendations: as they were raised, what was done about them, and which are the same matter. Three files, one record
//! each: the rows of all of them are laid together before the rules are asked.

mod links;
mod planned;
mod raised;
mod steps;

pub(in crate::import) use links::LinkDraft;
pub(in crate::import) use planned::look_up;
pub(in crate::import) use raised::RecommendationDraft;
pub(in crate::import) use steps::StepDraft;

use planned::Planned;

use crate::import::draft::Draft;
use crate::import::planning::Planning;

/// Plans the rows of all three files.
pub(super) fn plan(
    planning: &mut Planning,
    recommendations: Vec<Draft<RecommendationDraft>>,
    of_steps: Vec<Draft<StepDraft>>,
    of_links: Vec<Draft<LinkDraft>>,
) {
    let mut planned = Planned::new(planning);
    raised::plan(planning, &mut planned, recommendations);
    steps::plan(planning, &mut planned, of_steps);
    links::plan(planning, &mut planned, of_links);
    planned.check(planning);
    planned.lay_out(planning);
}

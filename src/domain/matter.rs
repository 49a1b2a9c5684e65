//! What becomes of a recommendation: which step may follow which, and where a matter stands that one cell raised, or
//! several did (`records.md`, section 4).
//!
//! Recommendations tied to each other are one matter. A step recorded on one of them holds for all, so that where the
//! matter stands follows from the steps of all together; only that a cell has been told is each cell's own.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::keyword::keyword;
use super::{
    CellId, Code, Date, Period, Recommendation, RecommendationLink, Refusal, Step, StepKind,
    refusal,
};

keyword! {
    /// How far a matter has come.
    Stage {
        /// Nothing was done yet.
        Raised = "raised",
        /// Somebody has it.
        Sent = "sent",
        /// There is an answer, and what was asked for is not done.
        Answered = "answered",
        /// It is done.
        Resolved = "resolved",
        /// It will not be done.
        Declined = "declined",
    }
}

impl Stage {
    /// Whether nothing more is to be done but to tell the cells.
    pub fn is_settled(self) -> bool {
        match self {
            Self::Raised | Self::Sent | Self::Answered => false,
            Self::Resolved | Self::Declined => true,
        }
    }

    /// How far it has come with one more step; none where that step may not follow. `answered` is whether there ever
    /// was an answer.
    pub fn after(self, step: StepKind, answered: bool) -> Option<Self> {
        match (self, step) {
            (Self::Raised | Self::Sent | Self::Answered, StepKind::Sent) => Some(Self::Sent),
            (Self::Raised | Self::Sent | Self::Answered, StepKind::Answered) => {
                Some(Self::Answered)
            }
            (Self::Raised | Self::Sent | Self::Answered, StepKind::Resolved) => {
                Some(Self::Resolved)
            }
            (Self::Raised | Self::Sent | Self::Answered, StepKind::Declined) => {
                Some(Self::Declined)
            }
            (Self::Raised | Self::Sent, StepKind::ReportedBack) => answered.then_some(self),
            (Self::Answered | Self::Resolved | Self::Declined, StepKind::ReportedBack) => {
                Some(self)
            }
            (
                Self::Resolved | Self::Declined,
                StepKind::Sent | StepKind::Answered | StepKind::Resolved | StepKind::Declined,
            ) => None,
        }
    }
}

/// A recommendation, or several that are the same matter, in order of code.
#[derive(Debug, Clone)]
pub struct Matter<'a> {
    pub members: Vec<&'a Recommendation>,
}

/// A step that breaks a rule, by its recommendation; no step where it is the recommendation itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlawful<'a> {
    pub recommendation: &'a Recommendation,
    pub step: Option<&'a Step>,
    pub refusal: Refusal,
}

/// Where a matter stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<'a> {
    pub stage: Stage,
    /// Since when.
    pub since: Date,
    /// The last steps by which it was sent: several where it went to several on one day.
    pub sent: Vec<&'a Step>,
    /// The latest answer or settlement, of which every cell is to be told.
    pub news: Option<&'a Step>,
    /// Each cell that raised it, with the day on which it was told of the latest news.
    pub told: Vec<(CellId, Option<Date>)>,
    /// The day on which it was raised first.
    pub raised: Date,
    /// For how many days it has been open, or was.
    pub age: u64,
}

impl Standing<'_> {
    /// Who has it: to whom it was sent last.
    pub fn holders(&self) -> Vec<&str> {
        self.sent.iter().filter_map(|step| Some(step.to.as_ref()?.as_str())).collect()
    }

    /// The cells that are to be told of something still.
    pub fn untold(&self) -> impl Iterator<Item = CellId> {
        let told = self.told.iter().filter(|_| self.news.is_some());
        told.filter(|(_, on)| on.is_none()).map(|(cell, _)| *cell)
    }

    /// Since when every cell has been told; none while one has not, or while there is nothing to tell.
    pub fn reported_back(&self) -> Option<Date> {
        self.news?;
        let days: Option<Vec<Date>> = self.told.iter().map(|(_, on)| *on).collect();
        days?.into_iter().max()
    }
}

impl<'a> Matter<'a> {
    /// The matters of these recommendations, in order of their first code.
    pub fn all(
        recommendations: impl IntoIterator<Item = &'a Recommendation>,
        links: &[RecommendationLink],
    ) -> Vec<Self> {
        let mut members: Vec<&Recommendation> = recommendations.into_iter().collect();
        members.sort_by(|a, b| a.code.cmp(&b.code));
        let mut matters: Vec<Self> = Vec::new();
        let mut places: HashMap<Code, usize> = HashMap::new();
        let next = neighbours(links);
        for member in members {
            let at = *places.entry(member.code.clone()).or_insert(matters.len());
            if at == matters.len() {
                reach(&member.code, &next).into_iter().for_each(|code| {
                    places.insert(code, at);
                });
                matters.push(Self { members: Vec::new() });
            }
            matters[at].members.push(member);
        }
        matters
    }

    /// The steps of all, in order, each with its recommendation.
    pub fn steps(&self) -> Vec<(&'a Recommendation, &'a Step)> {
        let of = |one: &'a Recommendation| one.steps.iter().map(move |step| (one, step));
        let mut steps: Vec<_> = self.members.iter().copied().flat_map(of).collect();
        steps.sort_by_key(|(_, step)| *step);
        steps
    }

    /// The cells that raised it, in the order of its members.
    pub fn cells(&self) -> Vec<CellId> {
        let mut cells = Vec::new();
        for member in &self.members {
            if !cells.contains(&member.cell) {
                cells.push(member.cell);
            }
        }
        cells
    }

    /// Every rule of recommendations and steps. `today` is left out where it is not known what day it was.
    pub fn check(&self, today: Option<Date>) -> Result<(), Unlawful<'a>> {
        for recommendation in &self.members {
            check_raised(recommendation, today).map_err(|refused| Unlawful {
                recommendation,
                step: None,
                refusal: refused.into(),
            })?;
        }
        let (mut stage, mut answered) = (Stage::Raised, false);
        let mut last: Option<(&Recommendation, &Step)> = None;
        for (recommendation, step) in self.steps() {
            let broken = |refused: refusal::Recommendation| Unlawful {
                recommendation,
                step: Some(step),
                refusal: refused.into(),
            };
            check_step(recommendation, step, today).map_err(broken)?;
            match stage.after(step.kind, answered) {
                Some(next) => stage = next,
                None => return Err(broken(not_in_order(recommendation, step, last))),
            }
            match step.kind {
                StepKind::Sent | StepKind::ReportedBack => {}
                StepKind::Answered | StepKind::Resolved | StepKind::Declined => {
                    answered = true;
                    last = Some((recommendation, step));
                }
            }
        }
        Ok(())
    }

    /// Where it stands on a day: later steps do not count. `held` gives the day on which a cell met for a month.
    pub fn standing(
        &self,
        today: Date,
        held: impl Fn(CellId, Period) -> Option<Date>,
    ) -> Standing<'a> {
        let on = |one: &&Recommendation| {
            let met = || held(one.cell, one.period);
            one.raised_on.or_else(met).unwrap_or_else(|| one.period.last_day())
        };
        let raised = self.members.iter().map(on).min().unwrap_or(today);
        let mut standing = Standing {
            stage: Stage::Raised,
            since: raised,
            sent: Vec::new(),
            news: None,
            told: Vec::new(),
            raised,
            age: 0,
        };
        let mut told: BTreeMap<CellId, Date> = BTreeMap::new();
        for (recommendation, step) in self.steps().into_iter().filter(|(_, it)| it.on <= today) {
            let next = standing.stage.after(step.kind, standing.news.is_some());
            match step.kind {
                StepKind::Sent => {
                    standing.sent.retain(|other| other.on == step.on);
                    standing.sent.push(step);
                }
                StepKind::Answered | StepKind::Resolved | StepKind::Declined => {
                    standing.news = Some(step);
                    told.clear();
                }
                StepKind::ReportedBack => {
                    told.insert(recommendation.cell, step.on);
                    continue;
                }
            }
            standing.stage = next.unwrap_or(standing.stage);
            standing.since = step.on;
        }
        let told_on = |cell: CellId| (cell, told.get(&cell).copied());
        standing.told = self.cells().into_iter().map(told_on).collect();
        let end = if standing.stage.is_settled() { standing.since } else { today };
        standing.age = u64::try_from(end.number() - raised.number()).unwrap_or(0);
        standing
    }
}

fn check_raised(one: &Recommendation, today: Option<Date>) -> Result<(), refusal::Recommendation> {
    match (one.raised_on, today) {
        (Some(raised_on), Some(today)) if raised_on > today => {
            let code = one.code.clone();
            Err(refusal::Recommendation::RaisedAfterToday { code, raised_on, today })
        }
        (Some(_) | None, _) => Ok(()),
    }
}

/// The rules of a step on its own, and beside those of its recommendation.
fn check_step(
    of: &Recommendation,
    step: &Step,
    today: Option<Date>,
) -> Result<(), refusal::Recommendation> {
    let (code, kind, on, earliest) = (of.code.clone(), step.kind, step.on, of.earliest());
    match (kind, &step.to) {
        (StepKind::Sent, None) => {
            return Err(refusal::Recommendation::SentToNobody { code, on });
        }
        (
            StepKind::Answered | StepKind::Resolved | StepKind::Declined | StepKind::ReportedBack,
            Some(_),
        ) => return Err(refusal::Recommendation::ToSuperfluous { code, kind, on }),
        (StepKind::Sent, Some(_)) => {}
        (
            StepKind::Answered | StepKind::Resolved | StepKind::Declined | StepKind::ReportedBack,
            None,
        ) => {}
    }
    if on < earliest {
        return Err(refusal::Recommendation::StepBeforeRaised { code, kind, on, earliest });
    }
    if let Some(today) = today.filter(|today| on > *today) {
        return Err(refusal::Recommendation::StepAfterToday { code, kind, on, today });
    }
    if of.steps.iter().filter(|other| other.key() == step.key()).count() > 1 {
        return Err(refusal::Recommendation::StepTwice { code, kind, on });
    }
    Ok(())
}

/// Why a step may not stand where it does. `settled` is the last answer or settlement before it.
fn not_in_order(
    of: &Recommendation,
    step: &Step,
    settled: Option<(&Recommendation, &Step)>,
) -> refusal::Recommendation {
    let (code, kind, on) = (of.code.clone(), step.kind, step.on);
    match settled {
        None => refusal::Recommendation::NothingToReport { code, on },
        Some((by, settled)) => refusal::Recommendation::StepAfterSettled {
            code,
            kind,
            on,
            settled: settled.kind,
            since: settled.on,
            by: by.code.clone(),
        },
    }
}

impl RecommendationLink {
    /// Its rules: it ties two, which are not the same matter by these others already.
    pub fn check(&self, others: &[Self]) -> Result<(), refusal::Recommendation> {
        let (code, other) = (self.id.clone(), self.same_as.clone());
        if code == other {
            Err(refusal::Recommendation::SameAsItself { code })
        } else if tied(&code, others).contains(&other) {
            Err(refusal::Recommendation::SameAlready { code, other })
        } else {
            Ok(())
        }
    }
}

/// Who is tied to whom at once.
type Neighbours<'l> = HashMap<&'l Code, Vec<&'l Code>>;

fn neighbours(links: &[RecommendationLink]) -> Neighbours<'_> {
    let mut next: Neighbours<'_> = HashMap::new();
    for RecommendationLink { id, same_as } in links {
        next.entry(id).or_default().push(same_as);
        next.entry(same_as).or_default().push(id);
    }
    next
}

fn reach(from: &Code, next: &Neighbours<'_>) -> BTreeSet<Code> {
    let mut reached = BTreeSet::from([from.clone()]);
    let mut open = vec![from];
    while let Some(code) = open.pop() {
        for other in next.get(code).into_iter().flatten() {
            if reached.insert((*other).clone()) {
                open.push(other);
            }
        }
    }
    reached
}

/// The codes of everything that is the same matter as this, itself among them.
pub fn tied(code: &Code, links: &[RecommendationLink]) -> BTreeSet<Code> {
    reach(code, &neighbours(links))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Area, Keyword, Label, RecommendationId, Remark};

    fn day(text: &str) -> Date {
        Date::from_iso(&format!("2018-{text}")).unwrap()
    }

    fn code(number: i64) -> Code {
        Code::new(&format!("K{number}")).unwrap()
    }

    /// A step in short: `sent 07-05 UBND`.
    fn step(text: &str) -> Step {
        let mut words = text.split(' ');
        let kind = StepKind::from_key(words.next().unwrap()).unwrap();
        let on = day(words.next().unwrap());
        let to = words.next().map(|to| Label::new(to).unwrap().unwrap());
        Step { on, kind, to, document: None, text: None }
    }

    /// Raised by a cell on 5 July.
    fn raised(number: i64, cell: i64, steps: &[&str]) -> Recommendation {
        let mut one = Recommendation {
            id: RecommendationId(number),
            code: code(number),
            cell: CellId(cell),
            period: Period::new(2018, 7).unwrap(),
            raised_on: Some(day("07-05")),
            area: Area::Other,
            text: Remark::new("x").unwrap().unwrap(),
            steps: Vec::new(),
        };
        steps.iter().for_each(|text| one.enter(step(text)));
        one
    }

    fn links(pairs: &[(i64, i64)]) -> Vec<RecommendationLink> {
        let link = |(a, b): &(i64, i64)| RecommendationLink { id: code(*a), same_as: code(*b) };
        pairs.iter().map(link).collect()
    }

    /// The rule that a matter of these breaks, in short.
    fn broken(members: &[Recommendation]) -> Option<String> {
        let members = members.iter().collect();
        let refusal = Matter { members }.check(Some(day("08-08"))).err()?.refusal;
        let rule = format!("{refusal:?}");
        let rule = rule.trim_start_matches("Recommendation(").split(" {").next().unwrap();
        Some(rule.to_owned())
    }

    fn rule(steps: &[&str]) -> String {
        broken(&[raised(1, 1, steps)]).unwrap_or_default()
    }

    #[test]
    fn which_step_may_follow_which_is_one_table() {
        use Stage::*;
        let after = |stage: Stage, answered: bool| -> Vec<Option<Stage>> {
            StepKind::ALL.iter().map(|step| stage.after(*step, answered)).collect()
        };
        let open = [Some(Sent), Some(Answered), Some(Resolved), Some(Declined)];
        let with = |last: Option<Stage>| [&open[..], &[last]].concat();
        assert_eq!(after(Raised, false), with(None));
        assert_eq!(after(Sent, false), with(None));
        // Sent on after an answer: the cell can be told of that.
        assert_eq!(after(Sent, true), with(Some(Sent)));
        assert_eq!(after(Answered, true), with(Some(Answered)));
        for settled in [Resolved, Declined] {
            assert!(settled.is_settled());
            assert_eq!(after(settled, true), [None, None, None, None, Some(settled)]);
        }
    }

    #[test]
    fn steps_that_are_lawful_stand_in_any_number() {
        for steps in [
            &[][..],
            &["sent 07-05 UBND", "sent 07-05 HĐND", "sent 07-20 UBND"],
            &["answered 07-06", "reported-back 07-06"],
            &["resolved 07-06"],
            &["declined 07-06", "reported-back 07-20"],
            &["answered 07-06", "reported-back 07-10", "sent 07-12 UBND", "resolved 07-30"],
            // Told at two meetings, or about two answers.
            &["answered 07-06", "reported-back 07-10", "answered 07-11", "reported-back 07-12"],
        ] {
            assert_eq!(rule(steps), "", "{steps:?}");
        }
    }

    #[test]
    fn each_rule_of_a_step_is_held() {
        assert_eq!(rule(&["sent 07-04 UBND"]), "StepBeforeRaised");
        assert_eq!(rule(&["sent 08-09 UBND"]), "StepAfterToday");
        assert_eq!(rule(&["sent 07-06"]), "SentToNobody");
        assert_eq!(rule(&["answered 07-06 UBND"]), "ToSuperfluous");
        assert_eq!(rule(&["answered 07-06", "answered 07-06"]), "StepTwice");
        assert_eq!(rule(&["reported-back 07-06"]), "NothingToReport");
        assert_eq!(rule(&["sent 07-06 UBND", "reported-back 07-07"]), "NothingToReport");
        assert_eq!(rule(&["resolved 07-06", "sent 07-07 UBND"]), "StepAfterSettled");
        assert_eq!(rule(&["declined 07-06", "resolved 07-07"]), "StepAfterSettled");
        // Without the day it was raised, the first of its month.
        let mut one = raised(1, 1, &["sent 06-30 UBND"]);
        one.raised_on = None;
        assert_eq!(broken(&[one]).unwrap(), "StepBeforeRaised");
        let late = Recommendation { raised_on: Some(day("08-09")), ..raised(1, 1, &[]) };
        assert_eq!(broken(&[late]).unwrap(), "RaisedAfterToday");
    }

    #[test]
    fn on_one_day_steps_follow_each_other_in_the_order_of_their_kinds() {
        let one = raised(1, 1, &["reported-back 07-09", "resolved 07-09", "sent 07-09 UBND"]);
        let kinds: Vec<&str> = one.steps.iter().map(|step| step.kind.key()).collect();
        assert_eq!(kinds, ["sent", "resolved", "reported-back"]);
        assert_eq!(broken(&[one]), None);
    }

    #[test]
    fn a_step_of_one_holds_for_all_that_are_the_same_matter() {
        let (one, other) =
            (raised(1, 1, &["resolved 07-10"]), raised(2, 2, &["reported-back 07-20"]));
        assert_eq!(broken(std::slice::from_ref(&other)).unwrap(), "NothingToReport");
        assert_eq!(broken(&[one.clone(), other]), None);
        let sent = raised(2, 2, &["sent 07-20 UBND"]);
        assert_eq!(broken(&[one, sent]).unwrap(), "StepAfterSettled");
    }

    #[test]
    fn what_is_tied_is_one_matter_whatever_way_round() {
        let all: Vec<Recommendation> = (1..=5).map(|n| raised(n, n, &[])).collect();
        let ties = links(&[(4, 2), (2, 5)]);
        let matters = Matter::all(&all, &ties);
        let codes = |matter: &Matter<'_>| -> Vec<String> {
            matter.members.iter().map(|one| one.code.to_string()).collect()
        };
        let matters: Vec<Vec<String>> = matters.iter().map(codes).collect();
        assert_eq!(matters, [vec!["K1"], vec!["K2", "K4", "K5"], vec!["K3"]]);
        assert!(matches!(ties[0].check(&ties[1..]), Ok(())));
        let said = |a, b| links(&[(a, b)])[0].check(&ties).err().map(|it| format!("{it:?}"));
        assert!(said(5, 4).unwrap().starts_with("SameAlready"));
        assert!(said(3, 3).unwrap().starts_with("SameAsItself"));
        assert_eq!(said(1, 5), None);
    }

    fn standing<'a>(members: &'a [Recommendation], today: &str) -> Standing<'a> {
        let members = members.iter().collect();
        Matter { members }.standing(day(today), |cell, _| (cell.0 == 9).then(|| day("07-09")))
    }

    #[test]
    fn where_a_matter_stands_follows_from_its_steps_by_that_day() {
        let one = [raised(
            1,
            1,
            &["sent 07-06 A", "sent 07-06 B", "answered 07-10", "sent 07-12 C", "declined 07-20"],
        )];
        let at = |today: &str| {
            let standing = standing(&one, today);
            let sent: Vec<&str> =
                standing.sent.iter().map(|step| step.to.as_ref().unwrap().as_str()).collect();
            (standing.stage, standing.since, sent.join(" "), standing.age)
        };
        assert_eq!(at("07-05"), (Stage::Raised, day("07-05"), String::new(), 0));
        assert_eq!(at("07-08"), (Stage::Sent, day("07-06"), "A B".to_owned(), 3));
        assert_eq!(at("07-11"), (Stage::Answered, day("07-10"), "A B".to_owned(), 6));
        assert_eq!(at("07-12"), (Stage::Sent, day("07-12"), "C".to_owned(), 7));
        // What is settled is as old as it was then.
        assert_eq!(at("08-08"), (Stage::Declined, day("07-20"), "C".to_owned(), 15));
    }

    #[test]
    fn a_cell_is_told_by_a_step_of_its_own_after_the_latest_answer() {
        let members = [
            raised(1, 1, &["answered 07-10", "reported-back 07-11", "resolved 07-20"]),
            raised(2, 2, &["reported-back 07-25"]),
        ];
        let at = |today: &str| {
            let standing = standing(&members, today);
            let untold: Vec<i64> = standing.untold().map(|cell| cell.0).collect();
            (untold, standing.reported_back())
        };
        assert_eq!(at("07-09"), (vec![], None), "there is nothing to tell");
        assert_eq!(at("07-10"), (vec![1, 2], None));
        assert_eq!(at("07-11"), (vec![2], None));
        assert_eq!(at("07-20"), (vec![1, 2], None), "there is news again");
        assert_eq!(at("07-25"), (vec![1], None));
        let mut members = members;
        members[0].enter(step("reported-back 07-22"));
        let standing = standing(&members, "08-08");
        assert_eq!((standing.untold().count(), standing.reported_back()), (0, Some(day("07-25"))));
    }

    #[test]
    fn the_age_begins_with_the_day_it_was_raised_or_else_the_meeting_or_the_end_of_the_month() {
        let on = |cell: i64, raised_on: Option<&str>| {
            let one = Recommendation { raised_on: raised_on.map(day), ..raised(1, cell, &[]) };
            let all = [one];
            (standing(&all, "08-08").raised, standing(&all, "08-08").age)
        };
        assert_eq!(on(1, Some("07-05")), (day("07-05"), 34));
        assert_eq!(on(9, None), (day("07-09"), 30));
        assert_eq!(on(1, None), (day("07-31"), 8));
        let (first, second) = (raised(1, 1, &[]), raised(2, 2, &[]));
        let first = Recommendation { raised_on: Some(day("07-20")), ..first };
        assert_eq!(standing(&[first, second], "08-08").raised, day("07-05"), "the earliest counts");
    }
}

//! Every rule of `records.md`, section 4, over records as they stand together.
//!
//! No rule is written here: each has its place beside the record it is about. What is here is the walk
//! through all of them, for `check`, which looks at the whole file, and for commands whose result no single
//! rule can vouch for, such as `undo N`. Settings and texts have no rule besides those of their types.

use std::collections::HashMap;
use std::hash::Hash;

use super::{
    Assignment, Category, Cell, Code, Committee, Date, Duty, EachKind, GapNote, Matter, Meeting,
    MeetingKey, Official, Period, Recommendation, RecommendationLink, Record, Records, Refusal,
    Register, Registered, Roster, Scope, Succession, Thing, ThingKind, Unlawful, check_assignment,
    check_duty, check_mode, refusal,
};

/// Records that stand beside each other at one moment. The register is whole; of the others there may be
/// a part only, which is then all that is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Recorded<'a> {
    pub register: &'a Register,
    pub assignments: &'a [Assignment],
    pub meetings: &'a [Meeting],
    /// For the kinds that no other refers to.
    pub others: &'a Records,
}

/// A rule that does not hold, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleBroken {
    /// The record; for an assignment or a meeting its cell. None if that is itself not on record.
    pub thing: Option<Thing>,
    /// The month, where it is about a meeting, a recommendation or what was answered about a gap.
    pub period: Option<Period>,
    pub refusal: Refusal,
}

/// Goes through every rule. Each record is told of once, for the first rule that it breaks. A meeting
/// held after `today` breaks one too; with none given that is not asked.
pub fn rules_broken(recorded: Recorded<'_>, today: Option<Date>) -> Vec<RuleBroken> {
    let Recorded { register, assignments, meetings, others } = recorded;
    let mut walk = Walk { register, broken: Vec::new() };
    walk.codes::<Committee>();
    walk.codes::<Cell>();
    walk.codes::<Category>();
    walk.codes::<Official>();
    walk.registered::<Committee>();
    walk.registered::<Cell>();
    walk.registered::<Official>();
    walk.successions();
    walk.assignments(assignments);
    walk.duties(&others.duties);
    walk.meetings(meetings, today);
    walk.recommendations(others, today);
    walk.gap_notes(&others.gap_notes, today);
    Records::each_kind(&mut OfItsOwn { walk: &mut walk, others });
    walk.broken
}

/// The same of meetings alone, of which there may be millions: regular ones a month at a time, all others together.
pub fn meetings_broken(
    register: &Register,
    meetings: &[Meeting],
    today: Option<Date>,
) -> Vec<RuleBroken> {
    let mut walk = Walk { register, broken: Vec::new() };
    walk.meetings(meetings, today);
    walk.broken
}

struct Walk<'a> {
    register: &'a Register,
    broken: Vec<RuleBroken>,
}

impl<'a> Walk<'a> {
    fn enter(&mut self, thing: Option<Thing>, period: Option<Period>, result: Result<(), Refusal>) {
        if let Err(refusal) = result {
            self.broken.push(RuleBroken { thing, period, refusal });
        }
    }

    /// Codes of one kind are unique without regard to case.
    fn codes<T: Registered>(&mut self) {
        let mut first: HashMap<&Code, &T> = HashMap::new();
        for record in self.register.all::<T>() {
            if let Some(other) = second(&mut first, record.code(), record) {
                let refusal =
                    Refusal::Register(refusal::Register::CodeTaken { thing: other.latest_thing() });
                self.enter(Some(record.latest_thing()), None, Err(refusal));
            }
        }
    }

    /// The rules of one kind of record of the register.
    fn registered<T: Registered>(&mut self) {
        for record in self.register.all::<T>() {
            let thing = record.latest_thing();
            let result = match record.missing(self.register) {
                Some(kind) => Err(refers_to_nothing(Some(thing.clone()), kind)),
                None => record.check(self.register),
            };
            self.enter(Some(thing), None, result);
        }
    }

    fn successions(&mut self) {
        for succession in &self.register.successions {
            let Succession { from_cell, to_cell, .. } = succession;
            let register = self.register;
            let (from, to) = (register.find_cell(*from_cell), register.find_cell(*to_cell));
            let result = if from.is_some() && to.is_some() {
                succession.check(self.register)
            } else {
                Err(refers_to_nothing(thing_of(to.or(from)), ThingKind::Cell))
            };
            self.enter(thing_of(to.or(from)), None, result);
        }
    }

    /// Each is held against those of the same cell before it, so that a pair is told of once.
    fn assignments(&mut self, assignments: &[Assignment]) {
        let roster = Roster::new(assignments.to_vec());
        for of_cell in roster.all().chunk_by(|a, b| a.cell == b.cell) {
            for (at, assignment) in of_cell.iter().enumerate() {
                self.assignment(assignment, &of_cell[..at]);
            }
        }
    }

    fn assignment(&mut self, assignment: &Assignment, earlier: &[Assignment]) {
        let cell = self.register.find_cell(assignment.cell);
        let result = match (cell, self.register.find_official(assignment.official)) {
            (Some(cell), Some(official)) => {
                check_assignment(assignment, cell, official, earlier.iter())
                    .and_then(|()| check_mode(assignment, self.register, earlier.iter()))
            }
            (None, official) => Err(refers_to_nothing(thing_of(official), ThingKind::Cell)),
            (cell, None) => Err(refers_to_nothing(thing_of(cell), ThingKind::Official)),
        };
        self.enter(thing_of(cell), None, result);
    }

    /// Each is held against those of the same official in the same scope before it.
    fn duties(&mut self, duties: &[Duty]) {
        let mut duties: Vec<&Duty> = duties.iter().collect();
        duties.sort_by_key(|duty| duty.known_by());
        for same in duties.chunk_by(|a, b| (a.official, a.scope) == (b.official, b.scope)) {
            for (at, duty) in same.iter().enumerate() {
                let official = self.register.find_official(duty.official);
                let missing = match duty.scope {
                    Scope::Cell(id) if self.register.find_cell(id).is_none() => {
                        Some(ThingKind::Cell)
                    }
                    Scope::Committee(id) if self.register.find_committee(id).is_none() => {
                        Some(ThingKind::Committee)
                    }
                    Scope::All | Scope::Cell(_) | Scope::Committee(_) => None,
                };
                let result = match (official, missing) {
                    (None, _) => Err(refers_to_nothing(None, ThingKind::Official)),
                    (_, Some(kind)) => Err(refers_to_nothing(thing_of(official), kind)),
                    (Some(_), None) => check_duty(duty, self.register, same[..at].iter().copied()),
                };
                self.enter(thing_of(official), None, result);
            }
        }
    }

    fn meetings(&mut self, meetings: &[Meeting], today: Option<Date>) {
        let mut first: HashMap<MeetingKey, &Meeting> = HashMap::new();
        for meeting in meetings {
            let cell = self.register.find_cell(meeting.cell);
            let held_on = meeting.outcome.held().map(|held| held.held_on);
            let today = today.or(held_on).unwrap_or_else(Date::first);
            let result = match (cell, self.knows_all(meeting)) {
                (None, _) => Err(refers_to_nothing(None, ThingKind::Cell)),
                (_, false) => Err(refers_to_nothing(thing_of(cell), ThingKind::Official)),
                (Some(cell), true) => match second(&mut first, meeting.key(), meeting) {
                    Some(other) => Err(other.taken(cell)),
                    None => meeting.check(self.register, today),
                },
            };
            let thing = cell.map(|cell| cell.thing(meeting.period.last_day()));
            self.enter(thing, Some(meeting.period), result);
        }
    }

    /// Whether everybody that a meeting names is on record.
    fn knows_all(&self, meeting: &Meeting) -> bool {
        meeting.officials().all(|official| self.register.find_official(official).is_some())
    }

    /// Codes of recommendations are unique too. One that breaks a rule of its own is told of for that.
    fn recommendations(&mut self, all: &Records, today: Option<Date>) {
        let mut first: HashMap<&Code, Thing> = HashMap::new();
        let whole = |one: &&Recommendation| one.broken(self.register).is_none();
        for one in all.recommendations.iter().filter(whole) {
            if let Some(thing) = second(&mut first, &one.code, one.thing()) {
                let refusal = refusal::Register::CodeTaken { thing }.into();
                let (thing, period) = (Some(one.thing()), Some(one.period));
                self.broken.push(RuleBroken { thing, period, refusal });
            }
        }
        self.links(all);
        for matter in Matter::all(&all.recommendations, &all.recommendation_links) {
            if let Err(Unlawful { recommendation, refusal, .. }) = matter.check(today) {
                let (thing, period) = (Some(recommendation.thing()), Some(recommendation.period));
                self.broken.push(RuleBroken { thing, period, refusal });
            }
        }
    }

    fn gap_notes(&mut self, notes: &[GapNote], today: Option<Date>) {
        for note in notes {
            let cell = self.register.find_cell(note.cell);
            let result = match cell {
                None => Err(refers_to_nothing(None, ThingKind::Cell)),
                Some(_) => note.check(today),
            };
            self.enter(thing_of(cell), Some(note.period), result);
        }
    }

    /// What is tied is there, and is tied once.
    fn links(&mut self, all: &Records) {
        let links = &all.recommendation_links;
        let of = |code: &Code| all.recommendations.iter().find(|one| one.code == *code);
        for (at, link) in links.iter().enumerate() {
            let RecommendationLink { id, same_as } = link;
            let thing = of(id).or_else(|| of(same_as)).map(Recommendation::thing);
            let refusal = if of(id).is_none() || of(same_as).is_none() {
                refers_to_nothing(thing.clone(), ThingKind::Recommendation)
            } else if let Err(refused) = link.check(&links[..at]) {
                refused.into()
            } else {
                continue;
            };
            self.broken.push(RuleBroken { thing, period: None, refusal });
        }
    }
}

/// The rules of each record on its own.
struct OfItsOwn<'w, 'a> {
    walk: &'w mut Walk<'a>,
    others: &'a Records,
}

impl EachKind for OfItsOwn<'_, '_> {
    fn kind<R: Record + 'static>(&mut self) {
        let register = self.walk.register;
        let broken = R::all(self.others).iter().filter_map(|record| record.broken(register));
        self.walk.broken.extend(broken);
    }
}

/// What stood under this key before, if anything did; the first stays there.
fn second<K: Hash + Eq, V: Clone>(first: &mut HashMap<K, V>, key: K, value: V) -> Option<V> {
    match first.get(&key) {
        Some(other) => Some(other.clone()),
        None => {
            first.insert(key, value);
            None
        }
    }
}

pub(super) fn refers_to_nothing(thing: Option<Thing>, kind: ThingKind) -> Refusal {
    Refusal::Register(refusal::Register::RefersToNothing { thing, kind })
}

fn thing_of<T: Registered>(record: Option<&T>) -> Option<Thing> {
    record.map(T::latest_thing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Area, AssignmentMode, CategoryId, CellId, CellKind, CellStanding, CommitteeId,
        CommitteeKind, Dated, Document, Held, MeetingId, MeetingKind, Name, OfficialId, Outcome,
        Post, RecommendationId, Remark,
    };

    fn day(m: u32, d: u32) -> Date {
        Date::new(2018, m, d).unwrap()
    }

    fn code(text: &str) -> Code {
        Code::new(text).unwrap()
    }

    /// One committee, two cells, two officials.
    fn register() -> Register {
        let mut register = Register::default();
        register.put(Committee {
            id: CommitteeId(1),
            code: code("P1"),
            kind: CommitteeKind::Ward,
            founded: None,
            dissolved: None,
            names: Dated::new(Name::new("Phường 1").unwrap()),
        });
        for id in [1, 2] {
            register.put(cell(id, &format!("C{id}")));
            register.put(official(id, &format!("O{id}")));
        }
        register
    }

    fn cell(id: i64, text: &str) -> Cell {
        let name = Name::new("Khu phố").unwrap();
        Cell {
            id: CellId(id),
            code: code(text),
            kind: CellKind::Village,
            founded: None,
            dissolved: None,
            regular_day: None,
            standings: Dated::new(CellStanding { name, committee: CommitteeId(1) }),
        }
    }

    fn official(id: i64, text: &str) -> Official {
        Official {
            id: OfficialId(id),
            code: code(text),
            full_name: None,
            active_from: None,
            active_until: None,
            order: None,
            own_cell: None,
            posts: Dated::new(Post::default()),
        }
    }

    fn assignment(cell: i64, official: i64, from: Date, until: Option<Date>) -> Assignment {
        let (cell, official) = (CellId(cell), OfficialId(official));
        let (mode, document) = (AssignmentMode::Each, Document::default());
        Assignment { cell, official, from, until, mode, document }
    }

    fn meeting(id: i64, cell: i64, on: Date, visitors: &[i64]) -> Meeting {
        let visitors = visitors.iter().map(|id| OfficialId(*id)).collect();
        Meeting {
            id: MeetingId(id),
            cell: CellId(cell),
            period: Period::of(on),
            kind: MeetingKind::Regular,
            outcome: Outcome::Held(Box::new(Held { visitors, ..Held::bare(on) })),
            note: None,
        }
    }

    fn recommendation(id: i64, text: &str, cell: i64) -> Recommendation {
        Recommendation {
            id: RecommendationId(id),
            code: code(text),
            cell: CellId(cell),
            period: Period::new(2018, 7).unwrap(),
            raised_on: None,
            area: Area::Other,
            text: Remark::new("x").unwrap().unwrap(),
            steps: Vec::new(),
        }
    }

    /// Which record breaks which rule, in short.
    fn broken(
        register: &Register,
        assignments: &[Assignment],
        meetings: &[Meeting],
        recommendations: &[Recommendation],
    ) -> Vec<String> {
        let recommendations = recommendations.to_vec();
        let others = &Records { recommendations, ..Records::default() };
        let recorded = Recorded { register, assignments, meetings, others };
        let short = |broken: RuleBroken| {
            let rule = format!("{:?}", broken.refusal);
            let rule = rule.split(" {").next().unwrap_or_default().replace('(', " ");
            format!("{} {rule}", broken.thing.map_or("?".to_owned(), |thing| thing.code))
        };
        rules_broken(recorded, Some(day(8, 8))).into_iter().map(short).collect()
    }

    #[test]
    fn lawful_records_break_no_rule() {
        let assignments = [
            assignment(1, 1, day(1, 1), Some(day(3, 1))),
            assignment(1, 1, day(3, 1), None),
            assignment(1, 2, day(1, 1), None),
            assignment(2, 1, day(1, 1), None),
        ];
        let meetings = [meeting(1, 1, day(7, 5), &[1, 2]), meeting(2, 2, day(7, 5), &[])];
        let recommendations = [recommendation(1, "K1", 1), recommendation(2, "K2", 1)];
        let mut register = register();
        let (from_cell, to_cell, on) = (CellId(1), CellId(2), day(2, 1));
        register.successions = vec![Succession { from_cell, to_cell, on, document: None }];
        assert_eq!(
            broken(&register, &assignments, &meetings, &recommendations),
            Vec::<String>::new()
        );
    }

    #[test]
    fn every_kind_of_record_is_held_against_its_rules() {
        let mut register = register();
        register.put(Cell { dissolved: Some(day(6, 1)), ..cell(2, "c1") });
        register.put(Official { active_until: Some(day(6, 1)), ..official(2, "o1") });
        register.put(Committee {
            dissolved: Some(day(5, 1)),
            ..register.committee(CommitteeId(1)).clone()
        });
        let (from_cell, to_cell, on) = (CellId(1), CellId(1), day(2, 1));
        register.successions = vec![Succession { from_cell, to_cell, on, document: None }];
        let assignments = [
            assignment(1, 1, day(1, 1), None),
            assignment(1, 1, day(3, 1), None),
            assignment(1, 2, day(7, 1), None),
        ];
        let meetings = [
            meeting(1, 1, day(7, 5), &[]),
            meeting(2, 1, day(7, 6), &[]),
            meeting(3, 1, day(6, 6), &[2]),
            meeting(4, 2, day(7, 5), &[]),
            meeting(5, 1, day(8, 9), &[]),
        ];
        let recommendations = [recommendation(1, "K1", 1), recommendation(2, "k1", 1)];
        assert_eq!(
            broken(&register, &assignments, &meetings, &recommendations),
            [
                "c1 Register CodeTaken",
                "o1 Register CodeTaken",
                "C1 Register CommitteeGone",
                "c1 Register CommitteeGone",
                "C1 Register SuccessionToItself",
                "C1 Assignment Overlaps",
                "C1 Register NotThere",
                "C1 Meeting Taken",
                "C1 Register NotThere",
                "c1 Register NotThere",
                "C1 Meeting HeldAfterToday",
                "k1 Register CodeTaken",
            ]
        );
    }

    #[test]
    fn what_refers_to_nothing_is_told_and_never_looked_up() {
        let mut register = register();
        let mut astray = cell(1, "C1");
        astray.standings = Dated::new(CellStanding {
            name: Name::new("Thôn").unwrap(),
            committee: CommitteeId(9),
        });
        register.put(astray);
        let post = Post { category: Some(CategoryId(9)), ..Post::default() };
        register.put(Official { posts: Dated::new(post), ..official(1, "O1") });
        let (from_cell, to_cell, on) = (CellId(9), CellId(2), day(2, 1));
        register.successions = vec![Succession { from_cell, to_cell, on, document: None }];
        let assignments = [
            assignment(2, 9, day(1, 1), None),
            assignment(9, 2, day(1, 1), None),
            assignment(9, 9, day(1, 1), None),
        ];
        let meetings = [meeting(1, 9, day(7, 5), &[]), meeting(2, 2, day(7, 5), &[9])];
        let recommendations = [recommendation(1, "K1", 9)];
        assert_eq!(
            broken(&register, &assignments, &meetings, &recommendations),
            [
                "C1 Register RefersToNothing",
                "O1 Register RefersToNothing",
                "C2 Register RefersToNothing",
                "C2 Register RefersToNothing",
                "? Register RefersToNothing",
                "? Register RefersToNothing",
                "? Register RefersToNothing",
                "C2 Register RefersToNothing",
                "K1 Register RefersToNothing",
            ]
        );
    }

    #[test]
    fn without_a_today_no_meeting_is_too_late() {
        let register = register();
        let meetings = [meeting(1, 1, day(8, 9), &[])];
        let recorded = Recorded {
            register: &register,
            assignments: &[],
            meetings: &meetings,
            others: &Records::default(),
        };
        assert_eq!(rules_broken(recorded, None), []);
        assert_eq!(rules_broken(recorded, Some(day(8, 8))).len(), 1);
    }
}

//! Undo and redo against a model: whatever was done, undone and redone, the record file holds what the
//! operations in force, and they alone, would have left behind.

use chibo::domain::{
    Assignment, Committee, Date, Meeting, MeetingKind, Official, OperationNumber, Outcome, Period,
    Recorded, Records, Refusal, Register, Remark, Setting, SettingKey, find_cell, find_official,
    refusal, rules_broken,
};
use chibo::ops::{self, AmendMeeting, Amendment, OpError, Unassign};
use chibo::store::{MeetingFilter, Reader, StoreError, Writer};
use proptest::prelude::*;

mod common;

use common::book::{Book, create, stamp};
use common::changes::apply;
use common::requests::{self, name, regular, visitors};

/// A change whose effect does not depend on what others have left behind, but for what it names.
#[derive(Debug, Clone)]
enum Change {
    Committee,
    Cell(&'static str),
    Official(&'static str),
    Assign {
        cell: &'static str,
        official: &'static str,
        from: Date,
        until: Option<Date>,
    },
    Unassign {
        cell: &'static str,
        official: &'static str,
        on: Date,
    },
    Log {
        cell: &'static str,
        on: Date,
        kind: MeetingKind,
        visitors: Vec<&'static str>,
    },
    NotHeld {
        cell: &'static str,
        period: Period,
    },
    Visitors {
        cell: &'static str,
        period: Period,
        visitors: Vec<&'static str>,
    },
    Note {
        cell: &'static str,
        period: Period,
        note: &'static str,
    },
    Remove {
        cell: &'static str,
        period: Period,
    },
    Office(Option<&'static str>),
    /// As an import would.
    Dissolve {
        cell: &'static str,
        on: Option<Date>,
    },
    Retire {
        official: &'static str,
        on: Option<Date>,
    },
    Rename {
        official: &'static str,
        name: &'static str,
    },
}

/// What is done with the record file.
#[derive(Debug, Clone)]
enum Act {
    Do(Change),
    Undo,
    /// One of the changes so far.
    UndoOne(usize),
    Redo,
}

/// Those that are there from the beginning, and one that comes and goes.
const CELLS: [&str; 4] = ["C1", "C2", "C1", "N0"];
const OFFICIALS: [&str; 3] = ["O1", "O2", "M0"];

fn day(month: u32, day: u32) -> Date {
    Date::new(2018, month, day).unwrap()
}

fn change() -> impl Strategy<Value = Change> {
    let cell = || prop::sample::select(CELLS.to_vec());
    let official = || prop::sample::select(OFFICIALS.to_vec());
    let on = || (1..=4_u32, prop::sample::select(vec![1, 15])).prop_map(|(m, d)| day(m, d));
    let month = || (1..=3_u32).prop_map(|m| Period::new(2018, m).unwrap());
    let visitors = || prop::sample::subsequence(OFFICIALS.to_vec(), 0..=2);
    let kind = prop_oneof![3 => Just(MeetingKind::Regular), 1 => Just(MeetingKind::Thematic)];
    prop_oneof![
        1 => Just(Change::Cell("N0")),
        1 => Just(Change::Official("M0")),
        4 => (cell(), official(), on(), prop::option::weighted(0.3, on()))
            .prop_map(|(cell, official, from, until)| Change::Assign { cell, official, from, until }),
        3 => (cell(), official(), on())
            .prop_map(|(cell, official, on)| Change::Unassign { cell, official, on }),
        4 => (cell(), on(), kind, visitors())
            .prop_map(|(cell, on, kind, visitors)| Change::Log { cell, on, kind, visitors }),
        1 => (cell(), month()).prop_map(|(cell, period)| Change::NotHeld { cell, period }),
        2 => (cell(), month(), visitors())
            .prop_map(|(cell, period, visitors)| Change::Visitors { cell, period, visitors }),
        2 => (cell(), month(), prop::sample::select(vec!["x", "y"]))
            .prop_map(|(cell, period, note)| Change::Note { cell, period, note }),
        2 => (cell(), month()).prop_map(|(cell, period)| Change::Remove { cell, period }),
        2 => prop::sample::select(vec![Some("A"), Some("B"), None]).prop_map(Change::Office),
        2 => (cell(), prop::option::of(on())).prop_map(|(cell, on)| Change::Dissolve { cell, on }),
        2 => (official(), prop::option::of(on()))
            .prop_map(|(official, on)| Change::Retire { official, on }),
        1 => (official(), prop::sample::select(vec!["Lê Văn Bình", "Trần Thị Cúc"]))
            .prop_map(|(official, name)| Change::Rename { official, name }),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => change().prop_map(Act::Do),
        1 => Just(Act::Undo),
        3 => (0..100_usize).prop_map(Act::UndoOne),
        3 => Just(Act::Redo),
    ]
}

/// What every sequence begins with.
fn beginning() -> Vec<Change> {
    let cells = ["C1", "C2"].map(Change::Cell);
    let officials = ["O1", "O2"].map(Change::Official);
    let lines = [
        Change::Assign { cell: "C1", official: "O1", from: day(1, 1), until: None },
        Change::Log { cell: "C1", on: day(2, 1), kind: MeetingKind::Regular, visitors: vec!["O1"] },
    ];
    [Change::Committee].into_iter().chain(cells).chain(officials).chain(lines).collect()
}

fn today() -> Date {
    day(8, 31)
}

/// Makes a change; a refusal leaves the file as it was.
fn make(db: &Writer<'_>, change: &Change) -> Result<OperationNumber, OpError> {
    match change {
        Change::Committee => Ok(ops::add_committee(db, requests::committee("P1"))?.number),
        Change::Cell(cell) => Ok(ops::add_cell(db, requests::cell(cell, "P1"))?.number),
        Change::Official(official) => {
            Ok(ops::add_official(db, requests::official(official))?.number)
        }
        Change::Assign { cell, official, from, until } => {
            let request = requests::assignment(cell, official, *from, *until);
            Ok(ops::assign(db, request)?.number)
        }
        Change::Unassign { cell, official, on } => {
            let (cell, official) = ((*cell).to_owned(), Some((*official).to_owned()));
            Ok(ops::unassign(db, Unassign { cell, official, on: *on })?.number)
        }
        Change::Log { cell, on, kind, visitors } => {
            Ok(ops::log_meeting(db, requests::held(cell, *kind, *on, visitors))?.number)
        }
        Change::NotHeld { cell, period } => {
            Ok(ops::log_meeting(db, requests::not_held(cell, *period))?.number)
        }
        Change::Visitors { cell, period, visitors: who } => {
            let changes = Amendment { visitors: Some(visitors(who)), ..Amendment::default() };
            let request = AmendMeeting { which: regular(cell, *period), changes };
            Ok(ops::amend_meeting(db, request)?.number)
        }
        Change::Note { cell, period, note } => {
            let changes =
                Amendment { note: Some(Remark::new(note).unwrap()), ..Amendment::default() };
            let request = AmendMeeting { which: regular(cell, *period), changes };
            Ok(ops::amend_meeting(db, request)?.number)
        }
        Change::Remove { cell, period } => {
            let reason = Remark::new("x").unwrap().unwrap();
            Ok(ops::remove_meeting(db, &regular(cell, *period), &reason)?.number)
        }
        Change::Office(office) => {
            let office = office.map(|office| Setting::Office(name(office)));
            Ok(ops::change_setting(db, SettingKey::Office, office.as_ref())?.number)
        }
        Change::Dissolve { cell, on } => {
            let register = db.register()?;
            let old = register.cell(find_cell(&register, cell, day(1, 1))?).clone();
            let mut new = old.clone();
            new.dissolved = *on;
            if new == old {
                return Err(refusal::Asked::NothingChanges.into());
            }
            import(db, ops::Change { cells: vec![new], ..ops::Change::default() })
        }
        Change::Retire { official, on } => end_official(db, official, |o| o.active_until = *on),
        Change::Rename { official, name: to } => {
            end_official(db, official, |o| o.full_name = Some(name(to)))
        }
    }
}

fn end_official(
    db: &Writer<'_>,
    official: &str,
    change: impl FnOnce(&mut Official),
) -> Result<OperationNumber, OpError> {
    let register = db.register()?;
    let old = register.official(find_official(&register, official, day(1, 1))?).clone();
    let mut new = old.clone();
    change(&mut new);
    if new == old {
        return Err(refusal::Asked::NothingChanges.into());
    }
    import(db, ops::Change { officials: vec![new], ..ops::Change::default() })
}

fn import(db: &Writer<'_>, change: ops::Change) -> Result<OperationNumber, OpError> {
    let number = apply(db, &change)?;
    match lawful(db)?.pop() {
        Some(refusal) => Err(refusal.into()),
        None => Ok(number),
    }
}

/// Every rule that does not hold.
fn lawful(db: &Reader<'_>) -> Result<Vec<Refusal>, StoreError> {
    let recorded = Recorded {
        register: &db.register()?,
        assignments: &db.assignments()?,
        meetings: &db.meetings(MeetingFilter::default())?,
        others: &Records {
            recommendations: db.recommendations()?,
            recommendation_links: db.recommendation_links()?,
            gap_notes: db.gap_notes()?,
            ..Records::default()
        },
    };
    Ok(rules_broken(recorded, Some(today())).into_iter().map(|broken| broken.refusal).collect())
}

/// Everything that stands in the record file, by codes, in an order that does not depend on identities.
fn told(db: &Reader<'_>) -> Result<Vec<String>, StoreError> {
    let register = db.register()?;
    let mut lines = Vec::new();
    let committee = |c: &Committee| format!("{} {:?} {:?}", c.code, c.names, c.life());
    lines.extend(register.committees().iter().map(committee));
    for cell in register.cells() {
        let under = register.committee(cell.standings.first().committee);
        lines.push(format!("{} {:?} {}", cell.code, cell.life(), under.code));
    }
    let official = |o: &Official| format!("{} {} {:?}", o.code, o.name(), o.life());
    lines.extend(register.officials().iter().map(official));
    let assignment = |a: &Assignment| {
        let (cell, official) = (register.cell(a.cell), register.official(a.official));
        format!("{} {} {:?}", cell.code, official.code, a.span())
    };
    lines.extend(db.assignments()?.iter().map(assignment));
    let meetings = db.meetings(MeetingFilter::default())?;
    lines.extend(meetings.iter().map(|meeting| one_meeting(&register, meeting)));
    lines.extend(db.settings()?.iter().map(|setting| format!("{setting:?}")));
    lines.sort();
    Ok(lines)
}

fn one_meeting(register: &Register, meeting: &Meeting) -> String {
    let (cell, note) = (&register.cell(meeting.cell).code, &meeting.note);
    let what = match &meeting.outcome {
        Outcome::NotHeld(reason) => format!("{reason:?}"),
        Outcome::Held(held) => {
            let codes = held.visitors.iter().map(|v| register.official(*v).code.to_string());
            let mut codes: Vec<String> = codes.collect();
            codes.sort();
            format!("{} {codes:?}", held.held_on)
        }
    };
    format!("{cell} {} {:?} {what} {note:?}", meeting.period, meeting.kind)
}

/// What is told of the first period of reports, and all else.
fn beginning_apart(told: Vec<String>) -> (Vec<String>, Vec<String>) {
    told.into_iter().partition(|line| line.starts_with("RecordsFrom"))
}

/// A record file with the model beside it.
struct Desk {
    book: Book,
    /// Every change made, and whether it is in force.
    changes: Vec<(OperationNumber, Change, bool)>,
    /// The changes that set the first period of reports besides, with what the file told of it.
    beginnings: Vec<(OperationNumber, String)>,
    /// What stood in the file after each operation.
    states: Vec<(OperationNumber, Vec<String>)>,
}

impl Desk {
    fn new() -> Self {
        let book = Book::new(today());
        Self { book, changes: Vec::new(), beginnings: Vec::new(), states: Vec::new() }
    }

    fn told(&mut self) -> Vec<String> {
        self.book.store.read(None, told).unwrap()
    }

    /// Does what is asked for, and holds the answer against the model; why it was refused, if it was.
    fn run(&mut self, act: &Act) -> Option<Refusal> {
        let bytes = self.book.bytes();
        let done = match act {
            Act::Do(change) => self.make(change),
            Act::Undo => {
                let newest = self.changes.iter().rev().find(|(_, _, in_force)| *in_force);
                let newest = newest.map(|(number, _, _)| *number);
                let done = self.undo(None);
                // Nothing can depend on the newest operation.
                assert_eq!(done.as_ref().ok().map(|(_, undone)| *undone), newest, "{done:?}");
                done.map(|(number, _)| number)
            }
            Act::UndoOne(index) => {
                let number = self.changes[index % self.changes.len()].0;
                self.undo(Some(number)).map(|(number, _)| number)
            }
            Act::Redo => self.redo(),
        };
        match done {
            Ok(number) => {
                let state = self.told();
                self.states.push((number, state));
                assert_eq!(self.book.store.read(None, lawful).unwrap(), [], "{act:?}");
                None
            }
            Err(OpError::Refused(refusal)) => {
                let same = bytes == self.book.bytes();
                assert!(same, "{act:?} was refused, but the file was changed");
                Some(refusal)
            }
            Err(OpError::Store(error)) => panic!("{act:?}: {error}"),
        }
    }

    fn make(&mut self, change: &Change) -> Result<OperationNumber, OpError> {
        let (before, _) = beginning_apart(self.told());
        let number = self.book.write(|db| make(db, change))?;
        self.changes.push((number, change.clone(), true));
        let (after, _) = beginning_apart(self.told());
        let set = after.into_iter().filter(|line| !before.contains(line));
        self.beginnings.extend(set.map(|line| (number, line)));
        Ok(number)
    }

    fn undo(
        &mut self,
        which: Option<OperationNumber>,
    ) -> Result<(OperationNumber, OperationNumber), OpError> {
        let undone = self.book.write(|db| ops::undo(db, which))?;
        self.set(undone.operation.number, false);
        Ok((undone.number, undone.operation.number))
    }

    fn redo(&mut self) -> Result<OperationNumber, OpError> {
        let redone = self.book.write(ops::redo)?;
        self.set(redone.operation.number, true);
        Ok(redone.number)
    }

    /// Sets whether a change is in force, and looks whether the file is what those in force leave behind.
    fn set(&mut self, number: OperationNumber, in_force: bool) {
        let change = self.changes.iter_mut().find(|(of, _, _)| *of == number).unwrap();
        assert_eq!(change.2, !in_force, "{number:?}");
        change.2 = in_force;
        // Whether a meeting sets the first period of reports depends on whether one was set before it, also if
        // what set it is undone since: it comes and goes with the change that set it, and no other.
        let in_force = self.changes.iter().filter(|(_, _, in_force)| *in_force);
        let in_force: Vec<OperationNumber> = in_force.map(|(number, _, _)| *number).collect();
        let set = self.beginnings.iter().filter(|(number, _)| in_force.contains(number));
        let set: Vec<String> = set.map(|(_, line)| line.clone()).collect();
        let (beginning, told) = beginning_apart(self.told());
        assert_eq!(beginning, set);
        assert_eq!(told, beginning_apart(self.replayed()).1);
    }

    /// What the changes in force leave behind in a new file.
    fn replayed(&self) -> Vec<String> {
        let path = self.book.path("replayed.db");
        let _ = std::fs::remove_file(&path);
        let mut store = create(&path, today());
        for (number, change, _) in self.changes.iter().filter(|(_, _, in_force)| *in_force) {
            let made = store.write(stamp(today()), |db| make(db, change));
            assert!(made.is_ok(), "{number:?} {change:?} depends on what was undone: {made:?}");
        }
        store.read(None, told).unwrap()
    }

    /// What every earlier operation left behind is still known, and which operations are in force.
    fn look_back(&mut self) {
        for (number, state) in &self.states {
            // A person's name is the one now known.
            let then = |db: &Reader<'_>| told(&db.as_printed_at(*number));
            assert_eq!(&self.book.store.read(None, then).unwrap(), state, "{number:?}");
        }
        let operations = self.book.store.read(None, |db| db.operations()).unwrap();
        for (number, _, in_force) in &self.changes {
            let operation = operations.iter().find(|operation| operation.number == *number);
            assert_eq!(operation.unwrap().undone, !in_force, "{number:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_file_holds_what_the_operations_in_force_leave_behind(acts in prop::collection::vec(act(), 1..36)) {
        let mut desk = Desk::new();
        let new = desk.told();
        for change in beginning() {
            desk.run(&Act::Do(change));
        }
        for act in &acts {
            desk.run(act);
        }
        desk.look_back();
        while desk.changes.iter().any(|(_, _, in_force)| *in_force) {
            desk.run(&Act::Undo);
        }
        prop_assert_eq!(desk.told(), new.clone());
        let refused = desk.undo(None);
        prop_assert!(matches!(refused, Err(OpError::Refused(Refusal::Undo(refusal::Undo::NothingToUndo)))), "{refused:?}");
        // And all the way back.
        let undone = desk.states.len();
        while desk.redo().is_ok() {
            prop_assert!(desk.states.len() <= undone);
        }
        desk.look_back();
        prop_assert!(desk.told() != new);
    }
}

/// A town with its beginning, then these changes.
fn town(changes: &[Change]) -> Desk {
    let mut desk = Desk::new();
    for change in beginning().iter().chain(changes) {
        assert_eq!(desk.run(&Act::Do(change.clone())), None, "{change:?}");
    }
    desk
}

/// What comes of undoing the n-th of the changes made after the beginning, counted from 1: the changes it
/// hangs by, or the rule that it would break.
fn undone(desk: &mut Desk, nth: usize) -> String {
    let first = beginning().len();
    match desk.run(&Act::UndoOne(first + nth - 1)) {
        None => "done".to_owned(),
        Some(Refusal::Undo(refusal::Undo::DependedOn { later, .. })) => {
            let place = |number| desk.changes.iter().position(|(of, _, _)| *of == number).unwrap();
            let later: Vec<usize> = later.iter().map(|o| place(o.number) + 1 - first).collect();
            format!("{later:?}")
        }
        Some(Refusal::Undo(refusal::Undo::UndoBreaksRule { broken, .. })) => {
            let rule = format!("{:?}", broken.refusal);
            rule.split(" {").next().unwrap_or_default().replace('(', " ")
        }
        Some(other) => panic!("{other:?}"),
    }
}

fn log(month: u32, visitors: &[&'static str]) -> Change {
    let (kind, visitors) = (MeetingKind::Regular, visitors.to_vec());
    Change::Log { cell: "C1", on: day(month, 5), kind, visitors }
}

fn remove(month: u32) -> Change {
    Change::Remove { cell: "C1", period: Period::new(2018, month).unwrap() }
}

fn note(month: u32, note: &'static str) -> Change {
    Change::Note { cell: "C1", period: Period::new(2018, month).unwrap(), note }
}

#[test]
fn an_operation_whose_row_was_removed_since_is_not_undone_while_that_removal_holds() {
    let mut desk = town(&[log(3, &["O1"]), note(3, "x"), note(3, "y")]);
    assert_eq!(undone(&mut desk, 1), "[2]");
    assert_eq!(undone(&mut desk, 2), "[3]");
    assert_eq!(undone(&mut desk, 3), "done");
    assert_eq!(undone(&mut desk, 2), "done");
    assert_eq!(undone(&mut desk, 1), "done");
}

#[test]
fn an_operation_that_made_room_for_a_later_one_is_not_undone_before_that() {
    let mut desk = town(&[log(3, &[]), remove(3), log(3, &["O2"]), remove(3)]);
    // Also where what was put into the room is gone again.
    assert_eq!(undone(&mut desk, 2), "[3]");
    assert_eq!(undone(&mut desk, 4), "done");
    assert_eq!(undone(&mut desk, 2), "[3]");
    assert_eq!(undone(&mut desk, 3), "done");
    assert_eq!(undone(&mut desk, 2), "done");

    let offices = ["A", "B"].map(|office| Change::Office(Some(office)));
    let [a, b] = offices;
    let mut desk = town(&[a, Change::Office(None), b]);
    assert_eq!(undone(&mut desk, 2), "[3]");
    assert_eq!(undone(&mut desk, 1), "[2]");
}

/// The meeting logged first sets the first period of reports; taken back, it takes that along, though others stay.
#[test]
fn what_a_change_sets_besides_comes_and_goes_with_it_alone() {
    let mut desk = town(&[log(3, &[])]);
    let first = beginning().len() - 1;
    let set = |desk: &mut Desk| beginning_apart(desk.told()).0;
    assert_eq!(set(&mut desk), ["RecordsFrom(2018-02)"]);
    assert_eq!(desk.run(&Act::UndoOne(first)), None);
    assert_eq!(set(&mut desk), [""; 0]);
    assert_eq!(desk.run(&Act::Redo), None);
    assert_eq!(set(&mut desk), ["RecordsFrom(2018-02)"]);
    assert_eq!(desk.run(&Act::UndoOne(first + 1)), None);
    assert_eq!(set(&mut desk), ["RecordsFrom(2018-02)"]);
}

#[test]
fn an_operation_that_added_what_others_refer_to_is_not_undone_before_them() {
    let assign = Change::Assign { cell: "N0", official: "M0", from: day(1, 1), until: None };
    let unassign = Change::Unassign { cell: "N0", official: "M0", on: day(1, 1) };
    let mut desk = town(&[Change::Cell("N0"), Change::Official("M0"), assign, unassign]);
    // The assignment was taken out again, but both operations stand.
    assert_eq!([1, 2, 3].map(|nth| undone(&mut desk, nth)), ["[3]", "[3]", "[4]"]);
    assert_eq!([4, 3, 1, 2].map(|nth| undone(&mut desk, nth)), ["done"; 4]);
    for _ in 0..4 {
        assert_eq!(desk.run(&Act::Redo), None);
    }
    assert_eq!([1, 2, 3].map(|nth| undone(&mut desk, nth)), ["[3]", "[3]", "[4]"]);
}

#[test]
fn an_undo_after_which_a_rule_would_not_hold_is_refused() {
    // The open assignment would overlap the later one.
    let unassign = Change::Unassign { cell: "C1", official: "O1", on: day(3, 1) };
    let assign = Change::Assign { cell: "C1", official: "O1", from: day(4, 1), until: None };
    let mut desk = town(&[unassign, assign]);
    assert_eq!(undone(&mut desk, 1), "Assignment Overlaps");
    assert_eq!(undone(&mut desk, 2), "done");
    assert_eq!(undone(&mut desk, 1), "done");

    // The meeting would be one of a cell that is no more, or of a visitor who is no longer active.
    for end in [
        Change::Dissolve { cell: "C1", on: Some(day(3, 1)) },
        Change::Retire { official: "O2", on: Some(day(3, 1)) },
    ] {
        let mut desk = town(&[log(3, &["O2"]), remove(3), end]);
        assert_eq!(undone(&mut desk, 2), "Register NotThere");
        assert_eq!(undone(&mut desk, 3), "done");
        assert_eq!(undone(&mut desk, 2), "done");
    }

    // The end of the cell would come back over a meeting after it.
    let dissolve = |on| Change::Dissolve { cell: "C1", on };
    let mut desk = town(&[dissolve(Some(day(3, 1))), dissolve(None), log(3, &[])]);
    assert_eq!(undone(&mut desk, 2), "Register NotThere");
}

#[test]
fn what_was_redone_is_undone_and_redone_any_number_of_times() {
    let mut desk = town(&[log(3, &["O1"]), note(3, "x"), note(3, "y")]);
    let full = desk.told();
    for _ in 0..4 {
        for _ in 0..3 {
            assert_eq!(desk.run(&Act::Undo), None);
        }
        for _ in 0..3 {
            assert_eq!(desk.run(&Act::Redo), None);
        }
        assert_eq!(desk.told(), full);
        assert_eq!(desk.run(&Act::Redo), Some(Refusal::Undo(refusal::Undo::NothingToRedo)));
    }
    desk.look_back();
}

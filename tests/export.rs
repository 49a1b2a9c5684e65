//! What is exported can be taken back: any lawful town → files → a new record file → the same bytes.

use std::collections::HashSet;

use chibo::domain::*;
use chibo::files::{FileKind, export_files, export_headings};
use chibo::import::Plan;
use chibo::ops::{self, Change, Close, OpError};
use chibo::render::Dialect;
use chibo::store::{self, Reader, Writer};
use proptest::prelude::*;

mod common;

use common::book::{Book, stamp};
use common::changes::apply;
use common::csv::{csv_of, fields, written};
use common::town::Town;

/// Numbers out of which a town is made; 0 when there are no more, which makes the plainest one.
struct Dice<'n> {
    numbers: &'n [u32],
    at: usize,
}

impl Dice<'_> {
    fn below(&mut self, n: usize) -> usize {
        let number = self.numbers.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        number as usize % n
    }

    fn often(&mut self) -> bool {
        self.below(3) > 0
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.often().then(|| make(self))
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// A day of the years from `from` on.
    fn day(&mut self, from: i32, years: usize) -> Date {
        let year = from + self.below(years) as i32;
        Date::new(year, self.below(12) as u32 + 1, self.below(28) as u32 + 1).unwrap()
    }

    fn code(&mut self, prefix: &str, number: usize) -> Code {
        let prefix = if self.often() { prefix.to_owned() } else { prefix.to_lowercase() };
        // Numbers run against the order in which records are made, some with a zero before them.
        let zero = if self.often() { "0" } else { "" };
        Code::new(&format!("{prefix}-{zero}{}", 20 - number)).unwrap()
    }

    fn name(&mut self) -> Name {
        let text = self.one(TEXTS);
        // A name has a letter or a digit.
        Name::new(text).or_else(|_| Name::new(&format!("{text} 1"))).unwrap()
    }

    fn text<const N: usize>(&mut self) -> Text<N> {
        let texts = [TEXTS, &["Nạo vét mương; sửa điện", ";", "'=1;2", "Ý kiến: \"đồng ý\", 5/7"]];
        let texts = texts.concat();
        Text::new(self.one(&texts)).unwrap().unwrap()
    }

    fn maybe_text<const N: usize>(&mut self) -> Option<Text<N>> {
        self.maybe(Self::text)
    }
}

/// Texts that a file could spoil.
const TEXTS: &[&str] = &[
    "Khu phố 2",
    "=1+1",
    "'=1+1",
    "''-x",
    "'t",
    "'",
    "\"",
    "\"a\", \"b\"",
    "-",
    "@a",
    "+84",
    "a,b",
    "a\u{a0}b  c",
    "Nguye\u{302}\u{303}n Thi\u{323} Đo\u{309}",
    "none",
    "không có",
    "không",
    "yes",
    "2018-07-05",
    "12345678 và 12345678",
    "–…’“”",
    "#x",
    "🙂 ß",
    "NULL",
];

fn today() -> Date {
    Date::new(2020, 1, 1).unwrap()
}

/// A town of records that chibo would take; what breaks a rule is left out while it is made.
struct Diced {
    register: Register,
    change: Change,
}

fn diced(numbers: &[u32], starting: &[Category]) -> Diced {
    let dice = &mut Dice { numbers, at: 0 };
    let mut town = Diced { register: Register::default(), change: Change::default() };
    town.settings(dice);
    town.categories(dice, starting);
    town.committees(dice);
    town.cells(dice);
    town.officials(dice);
    town.successions(dice);
    town.assignments(dice);
    town.duties(dice);
    town.gap_notes(dice);
    town.meetings(dice);
    town.heirs(dice);
    town.recommendations(dice);
    town.plans(dice);
    town.inspections(dice);
    town.bulletins(dice);
    town
}

impl Diced {
    fn settings(&mut self, dice: &mut Dice<'_>) {
        let office = dice.maybe(|dice| Setting::Office(dice.name()));
        let from = dice.maybe(|dice| Setting::RecordsFrom(Period::of(dice.day(2017, 2))));
        let sample = dice.maybe(|_| Setting::Sample);
        let line = |line: LetterheadLine, text: Label| {
            Setting::read(SettingKey::Letterhead(line), text.as_str()).unwrap()
        };
        let place = dice.maybe(|dice| line(LetterheadLine::PlaceOfIssue, dice.text()));
        let two = dice.maybe(|dice| line(LetterheadLine::Recipients, dice.text()));
        let settings = [office, from, sample, place, two];
        self.change.settings = settings.into_iter().flatten().collect();
    }

    fn categories(&mut self, dice: &mut Dice<'_>, starting: &[Category]) {
        for old in starting {
            let mut new = old.clone();
            if dice.often() {
                new.label_vi = dice.text();
                new.order = dice.maybe(|dice| dice.below(5) as u32);
                if new != *old {
                    self.change.categories.push(new.clone());
                }
            }
            self.register.put(new);
        }
        for number in 0..dice.below(3) {
            let new = Category {
                id: CategoryId(starting.len() as i64 + 1 + number as i64),
                code: dice.code("NHOM", number),
                label_vi: dice.text(),
                label_en: dice.text(),
                order: dice.maybe(|dice| dice.below(5) as u32),
            };
            self.register.put(new.clone());
            self.change.categories.push(new);
        }
    }

    fn committees(&mut self, dice: &mut Dice<'_>) {
        for number in 0..dice.below(3) + 1 {
            let mut new = Committee {
                id: CommitteeId(number as i64 + 1),
                code: dice.code("P", number),
                kind: dice.one(CommitteeKind::ALL),
                founded: dice.maybe(|dice| dice.day(2000, 2)),
                dissolved: dice.maybe(|dice| dice.day(2019, 1)),
                names: Dated::new(dice.name()),
            };
            for _ in 0..dice.below(3) {
                let day = new.founded.filter(|_| dice.often()).unwrap_or(dice.day(2010, 8));
                new.names.set(Some(day), dice.name());
            }
            new.check().unwrap();
            self.register.put(new.clone());
            self.change.committees.push(new);
        }
    }

    fn cells(&mut self, dice: &mut Dice<'_>) {
        for number in 0..dice.below(4) + 1 {
            let committees = self.register.committees();
            let standing = |dice: &mut Dice<'_>| CellStanding {
                name: dice.name(),
                committee: committees[dice.below(committees.len())].id,
            };
            let mut new = Cell {
                id: CellId(number as i64 + 1),
                code: dice.code("C", number),
                kind: dice.one(CellKind::ALL),
                founded: dice.maybe(|dice| dice.day(2003, 2)),
                dissolved: dice.maybe(|dice| dice.day(2018, 1)),
                regular_day: dice.maybe(|dice| RegularDay::new(dice.below(31) as u8 + 1).unwrap()),
                standings: Dated::new(standing(dice)),
            };
            for _ in 0..dice.below(3) {
                let day = new.founded.filter(|_| dice.often()).unwrap_or(dice.day(2010, 8));
                new.standings.set(Some(day), standing(dice));
            }
            if new.check(&self.register).is_ok() {
                self.register.put(new.clone());
                self.change.cells.push(new);
            }
        }
    }

    fn officials(&mut self, dice: &mut Dice<'_>) {
        for number in 0..dice.below(4) + 1 {
            let categories = self.register.categories();
            let post = |dice: &mut Dice<'_>| Post {
                title: dice.maybe_text(),
                organisation: dice.maybe_text(),
                category: dice.maybe(|dice| categories[dice.below(categories.len())].id),
            };
            let cells = self.register.cells();
            let mut new = Official {
                own_cell: (!cells.is_empty() && dice.below(4) == 0)
                    .then(|| cells[dice.below(cells.len())].id),
                id: OfficialId(number as i64 + 1),
                code: dice.code("TUV", number),
                full_name: (dice.below(8) > 0).then(|| dice.name()),
                active_from: dice.maybe(|dice| dice.day(2005, 2)),
                active_until: dice.maybe(|dice| dice.day(2018, 2)),
                order: dice.maybe(|dice| dice.below(3) as u32),
                posts: Dated::new(post(dice)),
            };
            for _ in 0..dice.below(3) {
                let day = new.active_from.filter(|_| dice.often()).unwrap_or(dice.day(2010, 8));
                new.posts.set(Some(day), post(dice));
            }
            new.check().unwrap();
            self.register.put(new.clone());
            self.change.officials.push(new);
        }
    }

    fn successions(&mut self, dice: &mut Dice<'_>) {
        let mut seen = HashSet::new();
        for _ in 0..dice.below(4) {
            let cells = self.register.cells();
            if cells.is_empty() {
                return;
            }
            let (from, to) = (&cells[dice.below(cells.len())], &cells[dice.below(cells.len())]);
            let on = to.founded.unwrap_or(dice.day(2010, 3));
            let earlier = from.founded.is_none_or(|founded| founded < on);
            if from.id != to.id
                && to.life().contains(on)
                && earlier
                && seen.insert((from.id, to.id, on))
            {
                let document = dice.maybe_text();
                let new = Succession { from_cell: from.id, to_cell: to.id, on, document };
                self.change.successions.push(new);
            }
        }
    }

    fn assignments(&mut self, dice: &mut Dice<'_>) {
        let mut all: Vec<Assignment> = Vec::new();
        for _ in 0..dice.below(8) {
            let (cells, officials) = (self.register.cells(), self.register.officials());
            if cells.is_empty() {
                return;
            }
            let (cell, official) = (dice.below(cells.len()), dice.below(officials.len()));
            let new = Assignment {
                mode: if dice.below(2) == 1 { AssignmentMode::Any } else { AssignmentMode::Each },
                cell: cells[cell].id,
                official: officials[official].id,
                from: dice.day(2016, 3),
                until: dice.maybe(|dice| dice.day(2017, 2)),
                document: Document {
                    number: dice.maybe_text(),
                    date: dice.maybe(|dice| dice.day(2016, 2)),
                    issuer: dice.maybe_text(),
                },
            };
            let alone = check_assignment(&new, &cells[cell], &officials[official], all.iter());
            if alone.and_then(|()| check_mode(&new, &self.register, all.iter())).is_ok() {
                all.push(new.clone());
                self.change.assignments.push(new);
            }
        }
    }

    fn duties(&mut self, dice: &mut Dice<'_>) {
        for _ in 0..dice.below(6) {
            let (cells, officials) = (self.register.cells(), self.register.officials());
            if cells.is_empty() {
                return;
            }
            let committees = self.register.committees();
            let scope = match dice.below(3) {
                0 => Scope::All,
                1 => Scope::Committee(committees[dice.below(committees.len())].id),
                _ => Scope::Cell(cells[dice.below(cells.len())].id),
            };
            let new = Duty {
                official: officials[dice.below(officials.len())].id,
                scope,
                count: dice.below(6) as u16 + 1,
                span: dice.one(DutySpan::ALL),
                each: dice.below(2) == 1,
                from: dice.day(2016, 3),
                until: dice.maybe(|dice| dice.day(2017, 2)),
                document: dice.maybe_text(),
            };
            if check_duty(&new, &self.register, self.change.duties.iter()).is_ok() {
                self.change.duties.push(new);
            }
        }
    }

    fn meetings(&mut self, dice: &mut Dice<'_>) {
        let mut seen: HashSet<MeetingKey> = HashSet::new();
        for number in 0..dice.below(12) {
            let cells = self.register.cells();
            if cells.is_empty() {
                return;
            }
            let period = Period::new(2018, dice.below(3) as u32 + 1).unwrap();
            let new = Meeting {
                id: MeetingId(number as i64 + 1),
                cell: cells[dice.below(cells.len())].id,
                period,
                kind: if dice.often() { MeetingKind::Regular } else { dice.one(MeetingKind::ALL) },
                outcome: if dice.often() {
                    Outcome::Held(Box::new(self.held(dice, period)))
                } else {
                    Outcome::NotHeld(dice.one(NotHeldReason::ALL))
                },
                note: dice.maybe_text(),
            };
            if new.check(&self.register, today()).is_ok() && seen.insert(new.key()) {
                self.change.meetings.push(new);
            }
        }
    }

    fn held(&self, dice: &mut Dice<'_>, period: Period) -> Held {
        let mut held = Held::bare(period.first_day().plus_days(dice.below(40) as i64 - 10));
        let mut reasons = Vec::new();
        for official in self.register.officials() {
            match dice.below(3) {
                0 => held.visitors.push(official.id),
                1 => reasons.push((official.id, dice.one(AbsenceReason::ALL))),
                _ => {}
            }
        }
        held.absences = match dice.below(3) {
            0 => Absences::Unexplained,
            1 => Absences::All(dice.one(AbsenceReason::ALL)),
            _ => Absences::each(reasons),
        };
        held.presence = match dice.below(3) {
            0 => Presence::Unknown,
            1 => Presence::Short { total: 25, present: dice.below(26) as u16 },
            _ => Presence::Full { total: 25, exempt: 3, away: 0, present: 20, excused: 1 },
        };
        for detail in Detail::ALL.iter().copied() {
            let value = dice.maybe(|dice| match detail.kind() {
                DetailKind::Count => DetailValue::Count(dice.below(10_000) as u16),
                DetailKind::YesNo => dice.often().into(),
                DetailKind::Points => Score::from_tenths(dice.below(1001) as u16).unwrap().into(),
                DetailKind::Grade => dice.one(Grade::ALL).into(),
                DetailKind::Remark | DetailKind::Label => DetailValue::Text(dice.text()),
            });
            held.details.set(detail, value);
        }
        held
    }

    /// Cells founded out of others that have met that month, so that this meeting stands for theirs.
    fn heirs(&mut self, dice: &mut Dice<'_>) {
        let regular = self.change.meetings.iter().filter(|m| m.kind == MeetingKind::Regular);
        let places: Vec<(CellId, Period)> = regular.map(|m| (m.cell, m.period)).collect();
        for (from_cell, period) in places.into_iter().take(dice.below(3)) {
            let on = period.last_day();
            let id = CellId(self.register.cells().iter().map(|c| c.id.0).max().unwrap() + 1);
            let from = self.register.cell(from_cell);
            let new = Cell {
                id,
                code: Code::new(&format!("H-{}", id.0)).unwrap(),
                founded: Some(on),
                dissolved: None,
                standings: Dated::new(from.standings.at(on).clone()),
                ..from.clone()
            };
            if from.founded.is_none_or(|founded| founded < on) && new.check(&self.register).is_ok()
            {
                self.register.put(new.clone());
                self.change.cells.push(new);
                let document = dice.maybe_text();
                let line = Succession { from_cell, to_cell: id, on, document };
                self.change.successions.push(line);
            }
        }
    }

    /// Meetings that come in late: regular ones where there is none.
    fn late(&self, dice: &mut Dice<'_>) -> Change {
        let mut change = Change::default();
        let known = self.change.meetings.iter().map(Meeting::key);
        let mut seen: HashSet<MeetingKey> = known.collect();
        for (number, cell) in self.register.cells().iter().enumerate() {
            let period = Period::new(2018, dice.below(3) as u32 + 1).unwrap();
            let new = Meeting {
                id: MeetingId(number as i64 + 100),
                cell: cell.id,
                period,
                kind: MeetingKind::Regular,
                outcome: Outcome::Held(Box::new(self.held(dice, period))),
                note: None,
            };
            if dice.often() && new.check(&self.register, today()).is_ok() && seen.insert(new.key())
            {
                change.meetings.push(new);
            }
        }
        change
    }

    /// Records under new codes: what was filed before has the old ones.
    fn recoded(&self, dice: &mut Dice<'_>) -> Change {
        let mut change = Change::default();
        for old in self.register.officials() {
            if dice.below(3) > 0 {
                continue;
            }
            let new = Official { code: dice.code("MOI", old.id.0 as usize), ..old.clone() };
            change.officials.push(new);
        }
        for old in self.register.cells() {
            if dice.below(3) > 0 {
                continue;
            }
            let new = Cell { code: dice.code("A", old.id.0 as usize), ..old.clone() };
            change.cells.push(new);
        }
        for old in self.register.committees() {
            if dice.below(3) > 0 {
                continue;
            }
            let new = Committee { code: dice.code("Z", old.id.0 as usize), ..old.clone() };
            change.committees.push(new);
        }
        change
    }

    fn gap_notes(&mut self, dice: &mut Dice<'_>) {
        let cells = self.register.cells();
        for _ in 0..dice.below(5) {
            if cells.is_empty() {
                return;
            }
            let new = GapNote {
                cell: cells[dice.below(cells.len())].id,
                period: Period::new(2018, dice.below(12) as u32 + 1).unwrap(),
                on: dice.day(2018, 2),
                text: dice.text(),
            };
            let known = |other: &GapNote| other.known_by() == new.known_by();
            if new.check(Some(today())).is_ok() && !self.change.gap_notes.iter().any(known) {
                self.change.gap_notes.push(new);
            }
        }
    }

    fn recommendations(&mut self, dice: &mut Dice<'_>) {
        for number in 0..dice.below(4) {
            let cells = self.register.cells();
            if cells.is_empty() {
                return;
            }
            let new = Recommendation {
                id: RecommendationId(number as i64 + 1),
                code: dice.code("KN", number),
                cell: cells[dice.below(cells.len())].id,
                period: Period::new(2018, dice.below(12) as u32 + 1).unwrap(),
                raised_on: dice.maybe(|dice| dice.day(2018, 1)),
                area: dice.one(Area::ALL),
                text: dice.text(),
                steps: Vec::new(),
            };
            self.follow_up(dice, new);
        }
    }

    /// Gives a recommendation steps as far as they are lawful, and makes it the same matter as the one before it where
    /// that is.
    fn follow_up(&mut self, dice: &mut Dice<'_>, mut new: Recommendation) {
        let lawful = |matter: &Matter<'_>| matter.check(Some(today())).is_ok();
        for kind in StepKind::ALL.iter().copied() {
            let on = new.steps.last().map_or(new.earliest(), |last| last.on);
            let on = on.plus_days(dice.below(40) as i64);
            let to = (kind == StepKind::Sent).then(|| dice.text());
            let (document, text) = (dice.maybe_text(), dice.maybe_text());
            let before = new.steps.clone();
            new.enter(Step { on, kind, to, document, text });
            if !dice.often() || !lawful(&Matter { members: vec![&new] }) {
                new.steps = before;
            }
        }
        let before = self.change.recommendations.last().map(|last| last.code.clone());
        let link = before.map(|same_as| RecommendationLink { id: new.code.clone(), same_as });
        self.change.recommendations.push(new);
        let Some(link) = link.filter(|_| dice.often()) else { return };
        let links = [&self.change.recommendation_links[..], &[link]].concat();
        if Matter::all(&self.change.recommendations, &links).iter().all(lawful) {
            self.change.recommendation_links = links;
        }
    }

    fn inspections(&mut self, dice: &mut Dice<'_>) {
        for _ in 0..dice.below(6) {
            let (cells, officials) = (self.register.cells(), self.register.officials());
            if cells.is_empty() || officials.is_empty() {
                return;
            }
            let cell = cells[dice.below(cells.len())].id;
            let mut with: Vec<OfficialId> = Vec::new();
            for _ in 0..dice.below(3) {
                with.push(officials[dice.below(officials.len())].id);
            }
            with.sort_unstable();
            with.dedup();
            let (on, kind) = (dice.day(2018, 1), dice.one(InspectionKind::ALL));
            let new = Inspection { cell, on, kind, document: dice.maybe_text(), officials: with };
            let is_new = self.change.inspections.iter().all(|other| other.key() != new.key());
            if is_new && new.check_new(&self.register, today()).is_ok() {
                self.change.inspections.push(new);
            }
        }
    }

    fn bulletins(&mut self, dice: &mut Dice<'_>) {
        for number in 1..=dice.below(5) {
            let period = Period::new(2018, dice.below(12) as u32 + 1).unwrap();
            let (area, text, source) = (dice.one(Area::ALL), dice.text(), dice.maybe_text());
            let new = Bulletin { id: BulletinId(number as i64), period, area, text, source };
            if self.change.bulletins.iter().any(|other| other.key() == new.key()) {
                return;
            }
            self.change.bulletins.push(new);
        }
    }

    /// Also of cells that do not exist on the day: they ended after it was announced.
    fn plans(&mut self, dice: &mut Dice<'_>) {
        for _ in 0..dice.below(6) {
            let cells = self.register.cells();
            if cells.is_empty() {
                return;
            }
            let cell = cells[dice.below(cells.len())].id;
            let period = Period::new(2018, dice.below(12) as u32 + 1).unwrap();
            let on = period.first_day().plus_days(dice.below(44) as i64 - 15);
            let hour =
                dice.maybe(|dice| Hour::read(dice.one(&["0h", "7:30", "19h30", "23:59"])).unwrap());
            let (kind, place) = (dice.one(MeetingKind::ALL), dice.maybe_text());
            let new = chibo::domain::Plan { cell, period, kind, on, hour, place };
            if self.change.plans.iter().all(|other| other.key() != new.key()) {
                self.change.plans.push(new);
            }
        }
    }
}

type Files = Vec<(String, String)>;

fn new_book() -> Book {
    Book::new(today())
}

/// A record file with what comes of these numbers.
fn book_of(numbers: &[u32]) -> Book {
    let mut book = new_book();
    let categories = book.store.read(None, |db| db.categories()).unwrap();
    let town = diced(numbers, &categories);
    put(&mut book, &town.change);
    let backwards: Vec<u32> = numbers.iter().rev().copied().collect();
    let dice = &mut Dice { numbers: &backwards, at: 0 };
    close_months(&mut book, dice);
    if dice.often() {
        put_guarded(&mut book, &town.late(dice), ops::Late::Accepted);
    }
    if dice.often() {
        put_guarded(&mut book, &town.recoded(dice), ops::Late::Refused);
    }
    book
}

fn put(book: &mut Book, change: &Change) {
    if !change.is_empty() {
        book.write(|db| apply(db, change)).unwrap();
    }
}

/// The same, unless it would change what was filed: as another meeting or code of a predecessor can.
fn put_guarded(book: &mut Book, change: &Change, late: ops::Late) {
    if !change.is_empty() {
        let _ = book.write(|db| -> Result<(), OpError> {
            apply(db, change)?;
            ops::rows_changed(db, late, ops::Telling::Nothing)?;
            Ok(())
        });
    }
}

/// Closes some months, when not every meeting has come in, and opens some again.
fn close_months(book: &mut Book, dice: &mut Dice<'_>) {
    for month in 1..=3 {
        let period = Period::new(2018, month).unwrap();
        if !dice.often() {
            continue;
        }
        let day = period.last_day().plus_days(dice.below(35) as i64 + 1);
        let document = dice.maybe_text();
        let close = |db: &Writer<'_>| {
            ops::close(db, Close { period, document, with_gaps: true }).map(|_| ())
        };
        // A month without a due cell is refused, and one that meetings held later would change.
        let closed = book.store.write(stamp(day), close).is_ok();
        if closed && dice.below(4) == 0 {
            let reason = Text::new("sai số liệu").unwrap().unwrap();
            book.write(|db| ops::reopen(db, period, &reason).map(|_| ())).unwrap();
        }
    }
}

fn export(book: &mut Book) -> Files {
    let export = |db: &Reader<'_>| -> store::Result<Files> {
        let records = db.records()?;
        let months = db.meetings_by_month()?.map(Result::unwrap);
        let files = export_files(&records, months).into_iter();
        Ok(files.map(|file| written(file, Dialect::Plain)).collect())
    };
    book.store.read(None, export).unwrap()
}

/// Imports without leave to change anything.
fn import(book: &mut Book, files: &Files) -> Result<Plan, String> {
    book.add(files).map_err(|faults| format!("{faults:#?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_lawful_town_comes_back_byte_for_byte(numbers in prop::collection::vec(any::<u32>(), 0..700)) {
        let mut book = book_of(&numbers);
        let files = export(&mut book);
        let same = import(&mut book, &files).map_err(TestCaseError::fail)?;
        prop_assert!(same.change.is_empty(), "importing what stands there changes it: {:?}", same.change);
        prop_assert_eq!(&export(&mut book), &files);

        let mut copy = new_book();
        import(&mut copy, &files).map_err(|faults| TestCaseError::fail(format!("{faults}\n{files:#?}")))?;
        let again = export(&mut copy);
        prop_assert_eq!(again.len(), files.len());
        for ((name, before), (_, after)) in files.iter().zip(&again) {
            prop_assert_eq!(before, after, "{}", name);
        }
    }
}

#[test]
fn the_towns_of_this_test_have_everything_that_a_file_can_hold() {
    let mut numbers = 1_u64;
    let mut next = || {
        numbers =
            numbers.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (numbers >> 33) as u32
    };
    let mut empty: HashSet<(String, usize)> = HashSet::new();
    let names = export(&mut new_book()).into_iter().map(|(name, _)| name);
    for name in names.chain(["filed/2018-01.csv".to_owned()]) {
        let columns = export_headings(&name).iter().map(|keys| keys.len()).max().unwrap();
        empty.extend((0..columns).map(|at| (name.clone(), at)));
    }
    for _ in 0..60 {
        let numbers: Vec<u32> = (0..1000).map(|_| next()).collect();
        for (name, text) in export(&mut book_of(&numbers)) {
            let mut reader = csv_rows(&text);
            reader.remove(0);
            for (at, _) in
                reader.iter().flat_map(|row| row.iter().enumerate()).filter(|c| !c.1.is_empty())
            {
                let filed = name.starts_with("filed/");
                let name = if filed { "filed/2018-01.csv" } else { &name };
                empty.remove(&(name.to_owned(), at));
            }
        }
    }
    assert!(empty.is_empty(), "no town ever fills {empty:?}");
}

/// The cells of a text in which no cell has a line break.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(fields).collect()
}

fn keys_of(kind: FileKind) -> Vec<&'static str> {
    kind.usual().map(|column| column.key).collect()
}

#[test]
fn the_files_and_columns_of_an_export_are_those_that_are_imported() {
    let records = Records::default();
    let files = export_files(&records, std::iter::empty());
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let kinds: Vec<FileKind> =
        FileKind::ALL.into_iter().filter(|kind| *kind != FileKind::Filed).collect();
    assert_eq!(names, kinds.iter().map(|kind| kind.file_name()).collect::<Vec<_>>());
    for (kind, file) in kinds.into_iter().zip(&files) {
        let keys: Vec<&str> = file.table.table.columns.iter().map(|column| column.key).collect();
        assert_eq!(keys, keys_of(kind), "{}", file.name);
        assert_eq!(export_headings(&file.name)[0], keys);
    }
    assert_eq!(export_headings("filed/2018-07.csv"), [keys_of(FileKind::Filed)]);
    for other in ["filed/july.csv", "2018-07.csv", "filed", "notes.csv"] {
        assert!(export_headings(other).is_empty(), "{other}");
    }
}

#[test]
fn the_order_of_rows_is_that_of_codes_and_not_that_of_recording() {
    let rows = |order: [usize; 3]| -> Files {
        let lines =
            ["P1-10,Mười,village,P1,,,,", "p1-2,Hai,village,P1,,,5,", "P1-1,Một,village,P1,,,,"];
        let mut book = new_book();
        for at in order {
            let head = "code,name,kind,committee,founded,dissolved,regular_day,from";
            let files = [
                ("committees.csv", csv_of("code,name,kind", &["P1,Phường 1,ward"])),
                ("cells.csv", csv_of(head, &lines[at..=at])),
            ];
            book.add(&files).unwrap();
        }
        export(&mut book)
    };
    let files = rows([0, 1, 2]);
    assert_eq!(rows([2, 0, 1]), files);
    let codes: Vec<String> = csv_rows(&files[1].1).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(codes, ["code", "P1-1", "p1-2", "P1-10"]);
}

/// A book of two cells, one of which came out of the other in July 2018, which was closed.
fn book_of_a_successor() -> Book {
    let town = Town {
        cells: vec![
            "P1-1,Một,village,P1,2009-01-01,2018-07-20,",
            "P1-2,Hai,village,P1,2018-07-20,,",
        ],
        officials: vec!["A-1,Lê Văn Bình,,,,", "A-2,Trần Thị Cúc,,,,"],
        successions: vec!["P1-1,P1-2,2018-07-20"],
        assignments: vec!["P1-1,A-1,2018-01-01,"],
        meetings: vec!["2018-07,P1-1,2018-07-05,,A-2,A-1=duty"],
        ..Town::default()
    };
    let mut book = new_book();
    book.add(&town.files()).unwrap();
    let period = Period::new(2018, 7).unwrap();
    let close = Close { period, document: None, with_gaps: true };
    book.write(|db| ops::close(db, close).map(|_| ())).unwrap();
    book
}

#[test]
fn codes_given_up_since_a_month_was_closed_are_those_in_force_in_files_and_are_still_read() {
    let mut book = book_of_a_successor();
    let before = export(&mut book);
    let register = book.store.read(None, |db| db.register()).unwrap();
    let mut change = Change::default();
    for old in register.cells().iter().filter(|cell| cell.code.is("P1-1")) {
        let new = Cell { code: Code::new("CU-1").unwrap(), ..old.clone() };
        change.cells.push(new);
    }
    for old in register.officials().iter().filter(|official| official.code.is("A-1")) {
        let new = Official { code: Code::new("Z-1").unwrap(), ..old.clone() };
        change.officials.push(new);
    }
    assert_eq!(change.len(), 2);
    put(&mut book, &change);
    let row = |files: &Files| files.last().unwrap().1.lines().nth(1).unwrap().to_owned();
    assert_eq!(row(&before), "P1,P1-2,A-1,P1-1,substituted,2018-07-05,A-2,A-1=duty,,,,,,,0");
    let after = export(&mut book);
    assert_eq!(row(&after), "P1,P1-2,Z-1,CU-1,substituted,2018-07-05,A-2,Z-1=duty,,,,,,,0");
    assert_eq!(after.last().unwrap().0, "filed/2018-07.csv");
    // What was filed is still what was filed.
    let closings = book.store.read(None, |db| db.all_closings()).unwrap();
    assert_eq!(closings[0].rows[0].predecessor, Some(Code::new("P1-1").unwrap()));

    // A file from before the codes changed means the same.
    let earlier: Files =
        before.into_iter().skip_while(|(name, _)| name != "closings.csv").collect();
    assert!(import(&mut book, &earlier).unwrap().change.is_empty());
    let mut copy = new_book();
    import(&mut copy, &after).unwrap();
    assert_eq!(export(&mut copy), after);
    let filed = copy.store.read(None, |db| ops::filed_month(db, Period::new(2018, 7).unwrap()));
    assert_eq!(filed.unwrap().coverage().rows.len(), 1, "every code of it is known");
}

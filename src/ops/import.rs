//! What an import needs to know of the record file, and what it writes: one operation for all files.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::{self, Debug, Formatter};

use super::Result;
use super::filed_rows::{Filing, refuse_contradicted};
use super::results::{Beginning, StatusChange, beginning_moved, changes_elsewhere, meetings_of};
use super::settings::first_period;
use crate::domain::{
    Assignment, Category, Cell, CellId, Closing, Code, Coded, Committee, Identity, Meeting,
    MeetingId, Official, OfficialId, OperationNumber, Period, PeriodSpan, Recommendation, Register,
    Setting, SettingKey, Succession, Verb,
};
use crate::store::{self, Grounds, MeetingFilter, Reader, Writer};

/// What stands in the record file before the import, as far as it can matter to it.
#[derive(Debug, Default)]
pub struct Base {
    pub register: Register,
    pub assignments: Vec<Assignment>,
    /// Meetings of the months of the files and two months around them: more than a meeting can be aside.
    pub meetings: Vec<Meeting>,
    pub recommendations: Vec<Recommendation>,
    pub settings: Vec<Setting>,
    /// The closings in force of the months that the files close, their rows in the codes in force.
    pub closings: Vec<Closing>,
    pub committees_ever: Ever<Committee>,
    pub cells_ever: Ever<Cell>,
    pub categories_ever: Ever<Category>,
    pub officials_ever: Ever<Official>,
    pub recommendations_ever: Ever<Recommendation>,
    /// The next free identity of a meeting.
    pub next_meeting: i64,
}

/// The codes of a kind that were ever in use, with the identity that each names for ever.
#[derive(Debug)]
pub struct Ever<T: Coded> {
    pub codes: HashMap<Code, T::Id>,
    /// The next free identity.
    next: i64,
}

impl<T: Coded> Default for Ever<T> {
    fn default() -> Self {
        Self { codes: HashMap::new(), next: 0 }
    }
}

impl<T: Coded> Ever<T> {
    fn read(db: &Reader<'_>) -> Result<Self> {
        Ok(Self { codes: db.codes_ever::<T>()?, next: db.next::<T>()?.number() })
    }

    /// The identity that a code has, or would have as a new one.
    pub fn identity(&self, code: &Code) -> T::Id {
        self.codes.get(code).copied().unwrap_or_else(|| T::Id::of(self.next))
    }

    /// From now on the code names its identity.
    pub fn enter(&mut self, code: &Code) {
        let id = self.identity(code);
        if id.number() == self.next {
            self.next += 1;
            self.codes.insert(code.clone(), id);
        }
    }
}

/// The months that files speak of.
#[derive(Debug, Clone, Copy, Default)]
pub struct Months {
    /// Those of meetings.
    pub meetings: Option<PeriodSpan>,
    /// Those that are closed.
    pub closings: Option<PeriodSpan>,
}

impl From<Option<PeriodSpan>> for Months {
    fn from(meetings: Option<PeriodSpan>) -> Self {
        Self { meetings, closings: None }
    }
}

/// Reads the base of an import of files that speak of these months.
pub fn base(db: &Reader<'_>, months: impl Into<Months>) -> Result<Base> {
    let months: Months = months.into();
    let aside = |period: Period| (period.previous().previous(), period.next().next());
    let span = months.meetings.map(|m| PeriodSpan { from: aside(m.from).0, to: aside(m.to).1 });
    let meetings = match span {
        Some(span) => {
            db.meetings(MeetingFilter { span: Some(span), ..MeetingFilter::default() })?
        }
        None => Vec::new(),
    };
    let register = db.register()?;
    Ok(Base {
        closings: match months.closings {
            Some(span) => db.closings_recoded(Some(span), &register)?,
            None => Vec::new(),
        },
        register,
        assignments: db.assignments()?,
        meetings,
        recommendations: db.recommendations()?,
        settings: db.settings()?,
        committees_ever: Ever::read(db)?,
        cells_ever: Ever::read(db)?,
        categories_ever: Ever::read(db)?,
        officials_ever: Ever::read(db)?,
        recommendations_ever: Ever::read(db)?,
        next_meeting: db.next_meeting()?.0,
    })
}

/// Above this many cells and officials, all meetings are read at once.
const MANY: usize = 500;

/// The recorded meetings that hang on these cells and officials, for checking them against changed lives: each
/// once, by period and cell.
pub fn register_dependants(
    db: &Reader<'_>,
    cells: &HashSet<CellId>,
    officials: &HashSet<OfficialId>,
) -> Result<Vec<Meeting>> {
    if cells.len() + officials.len() > MANY {
        let visits = |m: &Meeting| {
            m.outcome.held().is_some_and(|held| held.visitors.iter().any(|v| officials.contains(v)))
        };
        let mut meetings = db.meetings(MeetingFilter::default())?;
        meetings.retain(|m| cells.contains(&m.cell) || visits(m));
        return Ok(meetings);
    }
    let mut meetings = meetings_of(db, cells)?;
    for official in officials {
        meetings.extend(db.meetings_visited(*official)?);
    }
    let mut known: HashSet<MeetingId> = HashSet::new();
    meetings.retain(|meeting| known.insert(meeting.id));
    meetings.sort_by_key(|meeting| (meeting.period, meeting.cell));
    Ok(meetings)
}

/// Whether a dry run must write, and take back, what it would import: where the guard of closed months, the
/// results of other meetings, the closings that come with the files or the first period of reports can be seen
/// in no other way.
pub fn must_be_tried(
    db: &Writer<'_>,
    (cells, officials): &(HashSet<CellId>, HashSet<OfficialId>),
    batch: &Batch,
) -> Result<bool> {
    let lives = !cells.is_empty()
        || !officials.is_empty()
        || !batch.assignments.is_empty()
        || !batch.successions.is_empty()
        || !batch.settings.is_empty()
        || !batch.unset.is_empty()
        || batch.cells.iter().any(|item| item.old.is_some());
    let heirs = || -> Result<bool> { Ok(batch.any_meeting() && !db.successions()?.is_empty()) };
    let begins = || -> Result<bool> { Ok(batch.first_period(db)?.is_some()) };
    Ok(lives || !batch.closings.is_empty() || db.any_closed()? || heirs()? || begins()?)
}

/// The most cells with assignments or other values in files whose results are looked at.
const LOOKED_AT: usize = 1000;

/// What an import changed for meetings in no file.
#[derive(Debug, Default)]
pub struct ImportChanges {
    pub rows: Vec<StatusChange>,
    /// So many cells have assignments or other values in the files that their results were not looked at.
    pub not_looked_at: bool,
    /// With which period reports begin now, if not with the same as before and the files do not say it first.
    pub begins: Option<Beginning>,
}

/// The rows of meetings in no file whose result an import changed, because it gave these cells and officials
/// another life or assignments, or because they are judged by meetings of predecessors in the files.
pub fn import_changes(
    db: &Writer<'_>,
    number: OperationNumber,
    (cells, officials): &(HashSet<CellId>, HashSet<OfficialId>),
    batch: &Batch,
) -> Result<ImportChanges> {
    let before = db.as_of(number.previous());
    let mut concerned: BTreeSet<CellId> = cells.iter().copied().collect();
    for official in officials {
        concerned.extend(before.assignments_of_official(*official)?.iter().map(|a| a.cell));
        concerned.extend(db.assignments_of_official(*official)?.iter().map(|a| a.cell));
    }
    let assigned = batch.assignments.iter().map(|item| item.new.cell);
    let heirs = batch.successions.iter().map(|line| line.to_cell);
    let changed = batch.cells.iter().filter(|item| item.old.is_some()).map(|item| item.new.id);
    let mut others: BTreeSet<CellId> = assigned.chain(heirs).chain(changed).collect();
    if !others.is_empty() {
        let register = before.register()?;
        others.retain(|cell| register.find_cell(*cell).is_some());
    }
    let not_looked_at = others.len() > LOOKED_AT;
    if !not_looked_at {
        concerned.extend(others);
    }
    let begins = beginning_moved(db, number)?;
    let said =
        |begins: &Beginning| batch.says_first_period() && matches!(begins, Beginning::Set(_));
    let begins = begins.filter(|begins| !said(begins));
    let mut changes = ImportChanges { rows: Vec::new(), not_looked_at, begins };
    // There may be millions of meetings in the files.
    if !concerned.is_empty() || !before.successions()?.is_empty() || !db.successions()?.is_empty() {
        let touched = batch.meetings.iter().flat_map(|item| {
            item.old
                .as_deref()
                .into_iter()
                .chain([&item.new])
                .map(|meeting| (meeting.cell, meeting.period))
        });
        let new = batch.new_meetings.iter().map(|meeting| (meeting.cell, meeting.period));
        changes.rows = changes_elsewhere(db, number, &concerned, &touched.chain(new).collect())?;
    }
    Ok(changes)
}

/// A record to write, and the version in force whose place it takes.
#[derive(Debug, Clone)]
pub struct Replacing<T> {
    /// Mostly none, where there are many.
    pub old: Option<Box<T>>,
    pub new: T,
}

/// The new meetings of files. There may be millions: each is made of its row whenever it is asked for, and none is kept.
pub struct NewMeetings {
    /// The rows of the meetings of each period in the order in which months are read, so that those of a month lie
    /// together in the record file.
    rows: BTreeMap<Period, Vec<u32>>,
    /// The identity of the first one; the others follow.
    first: MeetingId,
    make: Box<MakeMeeting>,
}

/// Makes the new meeting of a row.
type MakeMeeting = dyn Fn(u32, MeetingId) -> Option<Meeting>;

impl NewMeetings {
    /// Those of these rows, each period's by cell. `make` knows every one of them.
    pub fn new(
        rows: BTreeMap<Period, Vec<u32>>,
        first: MeetingId,
        make: impl Fn(u32, MeetingId) -> Option<Meeting> + 'static,
    ) -> Self {
        Self { rows, first, make: Box::new(make) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.values().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Their periods in order, and how many there are of each.
    pub fn periods(&self) -> impl Iterator<Item = (Period, usize)> {
        self.rows.iter().map(|(period, rows)| (*period, rows.len()))
    }

    /// All of them, in the order of their identities.
    pub fn iter(&self) -> impl Iterator<Item = Meeting> {
        let rows = self.rows.values().flatten();
        rows.zip(self.first.0..).filter_map(|(row, id)| (self.make)(*row, MeetingId(id)))
    }
}

impl Default for NewMeetings {
    fn default() -> Self {
        Self::new(BTreeMap::new(), MeetingId(0), |_, _| None)
    }
}

impl Debug for NewMeetings {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Everything that an import writes.
#[derive(Debug, Default)]
pub struct Batch {
    pub committees: Vec<Replacing<Committee>>,
    pub cells: Vec<Replacing<Cell>>,
    pub categories: Vec<Replacing<Category>>,
    pub officials: Vec<Replacing<Official>>,
    pub successions: Vec<Succession>,
    pub assignments: Vec<Replacing<Assignment>>,
    pub new_meetings: NewMeetings,
    pub meetings: Vec<Replacing<Meeting>>,
    pub recommendations: Vec<Recommendation>,
    pub settings: Vec<Setting>,
    /// Settings that are taken away.
    pub unset: Vec<SettingKey>,
    /// Whether the files say that no first period of reports is set, be it so already or not.
    pub no_first_period: bool,
    pub closings: Vec<Filing>,
}

impl Batch {
    /// Whether the files say with which period reports begin, or that none is set.
    fn says_first_period(&self) -> bool {
        let is_said = |setting: &Setting| setting.key() == SettingKey::RecordsFrom;
        self.no_first_period || self.settings.iter().any(is_said)
    }

    /// The first period of reports that writing it sets, where nothing else says one.
    fn first_period(&self, db: &Writer<'_>) -> Result<Option<Period>> {
        if self.says_first_period() {
            return Ok(None);
        }
        let new = self.new_meetings.periods().map(|(period, _)| period);
        let meetings = self.meetings.iter().map(|item| item.new.period).chain(new);
        first_period(db, meetings, self.closings.iter().map(|filing| filing.period))
    }

    /// Whether there are meetings in it.
    fn any_meeting(&self) -> bool {
        !self.new_meetings.is_empty() || !self.meetings.is_empty()
    }

    /// How many records are to be written.
    pub fn len(&self) -> usize {
        self.committees.len()
            + self.cells.len()
            + self.categories.len()
            + self.officials.len()
            + self.successions.len()
            + self.assignments.len()
            + self.new_meetings.len()
            + self.meetings.len()
            + self.recommendations.len()
            + self.settings.len()
            + self.unset.len()
            + self.closings.len()
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Above this many records the guards of the file are laid aside while they are written.
const MUCH: usize = 1000;

/// Writes a batch as one operation. `step` is called after each record.
pub fn apply(
    db: &Writer<'_>,
    verb: Verb,
    arguments: serde_json::Value,
    batch: &Batch,
    mut step: impl FnMut(),
) -> Result<OperationNumber> {
    let begins = batch.first_period(db)?.map(Setting::RecordsFrom);
    let number = db.begin(verb, arguments, Grounds::NONE)?;
    if batch.len() > MUCH {
        db.write_much()?;
    }
    if let Some(setting) = begins {
        db.put_setting(&setting)?;
    }
    for item in &batch.settings {
        db.put_setting(item)?;
        step();
    }
    for key in &batch.unset {
        db.remove_setting(*key)?;
        step();
    }
    let next = db.next::<Committee>()?;
    let items = new_first(&batch.committees, |item| item.new.id >= next);
    put_all(db, items, |item| db.put_committee(&item.new), &mut step)?;
    let next = db.next::<Category>()?;
    let items = new_first(&batch.categories, |item| item.new.id >= next);
    put_all(db, items, |item| db.put_category(&item.new), &mut step)?;
    let next = db.next::<Cell>()?;
    let items = new_first(&batch.cells, |item| item.new.id >= next);
    put_all(db, items, |item| db.put_cell(&item.new), &mut step)?;
    let next = db.next::<Official>()?;
    let items = new_first(&batch.officials, |item| item.new.id >= next);
    put_all(db, items, |item| db.put_official(&item.new), &mut step)?;
    for item in &batch.successions {
        db.put_succession(item)?;
        step();
    }
    put_all(db, &batch.assignments, |item| db.put_assignment(&item.new), &mut step)?;
    put_all(db, batch.new_meetings.iter(), |meeting| db.put_meeting(&meeting), &mut step)?;
    let next = db.next_meeting()?;
    let items = new_first(&batch.meetings, |item| item.new.id >= next);
    put_all(db, items, |item| db.put_meeting(&item.new), &mut step)?;
    let next = db.next::<Recommendation>()?;
    let items = new_first(&batch.recommendations, |item| item.id >= next);
    put_all(db, items, |item| db.put_recommendation(item), &mut step)?;
    // After everything that the closed months speak of.
    for Filing { period, closed_on, document, rows } in &batch.closings {
        db.add_closing(*period, *closed_on, document.as_ref(), rows)?;
        step();
    }
    db.wrote_much()?;
    refuse_contradicted(db, &batch.closings)?;
    Ok(number)
}

/// Puts records of one table, of which each is put once.
fn put_all<T>(
    db: &Writer<'_>,
    items: impl IntoIterator<Item = T>,
    put: impl Fn(T) -> store::Result<()>,
    step: &mut impl FnMut(),
) -> Result<()> {
    Ok(db.together(|| {
        items.into_iter().try_for_each(|item| {
            put(item)?;
            step();
            Ok(())
        })
    })?)
}

/// The new records and then the others: the identity of a new record is the number of its first version, so
/// that no version of another record may come between.
fn new_first<T>(items: &[T], is_new: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
    let (new, others): (Vec<&T>, Vec<&T>) = items.iter().partition(|item| is_new(item));
    new.into_iter().chain(others)
}

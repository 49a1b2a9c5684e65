//! What an import needs to know of the record file, and what it changes: one operation for all files.

use std::collections::{BTreeMap, HashMap};

use super::Result;
use super::beginning::Beginning;
use super::change::Change;
use super::rows_at::{RowsAt, wanted};
use super::rows_changed::{Late, RowsChanged, Telling, rows_changed};
use crate::domain::{
    Category, Cell, CellId, Code, Coded, Committee, Date, Identity, Official, OperationNumber,
    Period, PeriodSpan, Recommendation, Records, Status, Verb,
};
use crate::store::{Grounds, MeetingFilter, Reader, Writer};

/// What stands in the record file before the import, as far as it can matter to it.
#[derive(Debug, Default)]
pub struct Base {
    /// Everything in force, but of meetings those of the months of the files and two months around them (more than a
    /// meeting can be aside), and of closings those of the months that the files close, in the codes in force.
    pub records: Records,
    pub committees_ever: Ever<Committee>,
    pub cells_ever: Ever<Cell>,
    pub categories_ever: Ever<Category>,
    pub officials_ever: Ever<Official>,
    pub recommendations_ever: Ever<Recommendation>,
    /// The next free identity of a meeting.
    pub next_meeting: i64,
    /// The same of a bulletin.
    pub next_bulletin: i64,
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
    let closings = match months.closings {
        Some(span) => db.closings_recoded(Some(span), &register)?,
        None => Vec::new(),
    };
    Ok(Base {
        records: Records { meetings, ..db.records_without_months(register, closings)? },
        committees_ever: Ever::read(db)?,
        cells_ever: Ever::read(db)?,
        categories_ever: Ever::read(db)?,
        officials_ever: Ever::read(db)?,
        recommendations_ever: Ever::read(db)?,
        next_bulletin: db.next_bulletin()?.0,
        next_meeting: db.next_meeting()?.0,
    })
}

/// Writes what files bring as one operation, which may not change a closed month, and tells what else it changed.
/// `step` is called after each record.
pub fn import(
    db: &Writer<'_>,
    arguments: serde_json::Value,
    change: &Change,
    late: Late,
    step: impl FnMut(),
) -> Result<(OperationNumber, RowsChanged)> {
    let number = change.carry_out_by_steps(db, Verb::Import, arguments, Grounds::NONE, step)?;
    let mut rows = rows_changed(db, late, Telling::RowsOfFiles)?;
    // What the files say first themselves is no news.
    let said =
        |begins: &Beginning| change.says_first_period() && matches!(begins, Beginning::Set(_));
    rows.begins = rows.begins.filter(|begins| !said(begins));
    Ok((number, rows))
}

/// What came of these regular meetings in the reports: how many rows have which status, in the order of statuses. Only
/// what these rows are made of is read, however large the office is.
pub fn results(
    db: &Reader<'_>,
    meetings: &[(CellId, Period)],
    today: Date,
) -> Result<Vec<(Status, usize)>> {
    if meetings.is_empty() {
        return Ok(Vec::new());
    }
    let register = db.register_around(meetings.iter().map(|(cell, _)| *cell), [])?;
    let places = || meetings.iter().map(|(cell, period)| (*period, *cell));
    let wanted = wanted(places(), &[&register]);
    let rows = RowsAt::read(db, register, &wanted, &[])?;
    let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
    for row in places().filter_map(|place| rows.row(place, today)) {
        *counts.entry(row.status).or_default() += 1;
    }
    Ok(counts.into_iter().collect())
}

//! Meetings, their visitors and the reasons of those who did not come.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::row::{Taken, Version, read_text};
use super::tables::{CELL, MEETING, OFFICIAL};
use super::tally::Tally;
use super::{Reader, Result, StoreError, Writer};
use crate::domain::{
    AbsenceReason, Absences, AnyText, CellId, Date, Detail, Details, Held, Keyword, Meeting,
    MeetingId, MeetingKind, OfficialId, OperationNumber, Outcome, Period, PeriodSpan,
};

/// Which meetings are wanted; every part left out lets all through.
#[derive(Debug, Clone, Copy, Default)]
pub struct MeetingFilter {
    pub cell: Option<CellId>,
    pub span: Option<PeriodSpan>,
    pub kind: Option<MeetingKind>,
}

/// More meetings than this are not looked up one by one.
const MANY: usize = 1000;

/// A condition on meetings `t`, with its values.
struct Wanted {
    condition: String,
    values: Vec<Value>,
    /// It lets all through that is counted under these months; 0 for what belongs to none.
    months: Option<[i64; 2]>,
}

impl Reader<'_> {
    /// The regular meetings of these months.
    pub fn regular_meetings(&self, span: PeriodSpan) -> Result<Vec<Meeting>> {
        let kind = Some(MeetingKind::Regular);
        self.meetings(MeetingFilter { span: Some(span), kind, ..MeetingFilter::default() })
    }

    /// Meetings by period and cell.
    pub fn meetings(&self, filter: MeetingFilter) -> Result<Vec<Meeting>> {
        let mut all = Vec::new();
        // Regular ones are found by month and cell, the others by cell and month: two queries, with an index each.
        if filter.kind.is_none_or(|kind| kind == MeetingKind::Regular) {
            all.extend(self.regular(filter)?);
        }
        if filter.kind != Some(MeetingKind::Regular) {
            all.extend(self.other(filter)?);
        }
        all.sort_by_key(|m| {
            let held_on = m.outcome.held().map(|held| held.held_on);
            (m.period, m.cell, m.kind, held_on.filter(|_| m.kind != MeetingKind::Regular), m.id)
        });
        Ok(all)
    }

    fn regular(&self, filter: MeetingFilter) -> Result<Vec<Meeting>> {
        // All months are gone through, or one by one for a cell.
        let span = match filter.cell {
            Some(_) if filter.span.is_none() => self.months()?,
            Some(_) | None => filter.span,
        };
        let bounds = span.map(|span| [span.from, span.to].map(Period::number));
        let wanted = match (filter.cell, bounds) {
            (Some(_), None) => return Ok(Vec::new()),
            (Some(cell), Some([from, to])) => {
                let months = months_between("?1", "?2");
                let months = format!("t.kind = 0 AND t.period IN {months} AND t.cell = ?3");
                Wanted::new(&months, [from, to, cell.0])
            }
            (None, Some(bounds)) => {
                Wanted::new("t.kind = 0 AND t.period BETWEEN ?1 AND ?2", bounds).all_of(bounds)
            }
            (None, None) => Wanted::new("t.kind = 0", []).all_of([1, i64::MAX]),
        };
        self.some_meetings(&wanted)
    }

    fn other(&self, filter: MeetingFilter) -> Result<Vec<Meeting>> {
        // They are few, so that all are read where no cell is named, and held against what was counted.
        let wanted = match filter.cell {
            None => Wanted::new("t.kind <> 0", []).all_of([0, 0]),
            Some(CellId(cell)) => Wanted::new("t.kind <> 0 AND t.cell = ?1", [cell]),
        };
        let mut others = self.some_meetings(&wanted)?;
        others.retain(|meeting| {
            let in_span = |span: PeriodSpan| (span.from..=span.to).contains(&meeting.period);
            filter.span.is_none_or(in_span) && filter.kind.is_none_or(|kind| kind == meeting.kind)
        });
        Ok(others)
    }

    /// Those of these months that are not regular ones.
    pub fn other_meetings(&self, span: PeriodSpan) -> Result<Vec<Meeting>> {
        self.other(MeetingFilter { span: Some(span), ..MeetingFilter::default() })
    }

    /// Every meeting, the months in order; none of a month without one.
    pub fn meetings_by_month(&self) -> Result<impl Iterator<Item = Result<Vec<Meeting>>>> {
        // Those of other kinds are few, and not found by month.
        let mut others: BTreeMap<Period, Vec<Meeting>> = BTreeMap::new();
        for meeting in self.other(MeetingFilter::default())? {
            others.entry(meeting.period).or_default().push(meeting);
        }
        let months: BTreeSet<Period> = self
            .months()?
            .iter()
            .flat_map(|span| span.months())
            .chain(others.keys().copied())
            .collect();
        let month = move |period| {
            let mut month = self.regular_meetings(PeriodSpan::single(period))?;
            month.extend(others.remove(&period).unwrap_or_default());
            Ok(month)
        };
        Ok(months
            .into_iter()
            .map(month)
            .filter(|month| !matches!(month, Ok(month) if month.is_empty())))
    }

    /// The first and the last month with a regular meeting, in force or not.
    pub fn months(&self) -> Result<Option<PeriodSpan>> {
        let sql = "SELECT (SELECT period FROM meeting WHERE removed_by IS NULL AND kind = 0 ORDER BY period LIMIT 1),
                          (SELECT period FROM meeting WHERE removed_by IS NULL AND kind = 0 ORDER BY period DESC LIMIT 1)
                   UNION ALL SELECT min(period), max(period) FROM meeting WHERE removed_by IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut months: Option<PeriodSpan> = None;
        while let Some(row) = rows.next()? {
            let [from, to]: [Option<i64>; 2] = [row.get(0)?, row.get(1)?];
            let [from, to] = [from, to].map(|month| month.and_then(Period::from_number));
            let Some((from, to)) = from.zip(to) else { continue };
            months = Some(months.map_or(PeriodSpan { from, to }, |known| PeriodSpan {
                from: known.from.min(from),
                to: known.to.max(to),
            }));
        }
        // Months that no index leads to would be asked for by nobody.
        let none = Tally::default();
        match months.map(|months| [months.from, months.to].map(Period::number)) {
            None => self.hold(MEETING.name, Some([1, i64::MAX]), none)?,
            Some([from, to]) => {
                self.hold(MEETING.name, Some([1, from - 1]), none)?;
                self.hold(MEETING.name, Some([to + 1, i64::MAX]), none)?;
            }
        }
        Ok(months)
    }

    /// The meetings in the view that an operation added or removed a version of.
    pub fn meetings_touched(&self, by: OperationNumber) -> Result<Vec<Meeting>> {
        let first = self.first_since(&MEETING, by.0)?;
        let next = self.first_since(&MEETING, by.next().0)?;
        let touched = "SELECT record FROM meeting WHERE removed_by = ?1
                       UNION SELECT record FROM meeting WHERE version >= ?2 AND version < ?3";
        let records = self.numbers(touched, [by.0, first, next])?;
        // A list that SQLite sees is short, so that it looks each of them up.
        let condition = format!("t.record IN ({})", super::listed(&records));
        if records.len() > MANY {
            let touched = format!("t.record IN ({touched})");
            self.in_order(&Wanted::new(&touched, [by.0, first, next]))
        } else {
            self.in_order(&Wanted::new(&condition, []))
        }
    }

    /// The meetings that an official visited.
    pub fn meetings_visited(&self, by: OfficialId) -> Result<Vec<Meeting>> {
        let visited = "t.version IN (SELECT meeting FROM visit WHERE official = ?1)";
        self.in_order(&Wanted::new(visited, [by.0]))
    }

    /// Those of them that were held on this day.
    pub fn meetings_visited_on(&self, by: OfficialId, day: Date) -> Result<Vec<Meeting>> {
        let visited =
            "t.held_on = ?2 AND t.version IN (SELECT meeting FROM visit WHERE official = ?1)";
        self.in_order(&Wanted::new(visited, [by.0, day.number()]))
    }

    /// Meetings by period and cell.
    fn in_order(&self, wanted: &Wanted) -> Result<Vec<Meeting>> {
        let mut meetings = self.some_meetings(wanted)?;
        meetings.sort_by_key(|m| (m.period, m.cell, m.id));
        Ok(meetings)
    }

    /// Meetings by version.
    fn some_meetings(&self, wanted: &Wanted) -> Result<Vec<Meeting>> {
        let Wanted { condition, values, months } = wanted;
        let params = || params_from_iter(values);
        let [reasons_of, visits] = [&MEETING.parts[0], &MEETING.parts[1]];
        let mut meetings = self.versions(&MEETING, condition, params(), |row| {
            Ok((row.number(), self.meeting(row)?))
        })?;
        if let Some(months) = months {
            let mut found = Tally::default();
            meetings.iter().for_each(|(version, _)| found.count(*version, 1));
            self.hold(MEETING.name, Some(*months), found)?;
        }
        let numbers = || meetings.iter().map(|(version, _)| *version);
        let Some((low, high)) = numbers().min().zip(numbers().max()) else { return Ok(Vec::new()) };
        // Those of a month mostly lie beside each other; the rows of others between them are passed over.
        let lie_close = (high - low) / 4 <= meetings.len() as i64;
        let between = format!("BETWEEN {low} AND {high}");
        let visit = |mut row: Taken<'_, '_>| Ok((row.number(), OfficialId(row.get("official")?)));
        let reason = |mut row: Taken<'_, '_>| {
            let official = row.get::<Option<i64>>("official")?.map(OfficialId);
            Ok((row.number(), official, row.some_word::<AbsenceReason>("reason")?))
        };
        let (mut visitors, mut absences) = if lie_close {
            (
                self.parts_of(&MEETING, visits, Some(&between), visit)?,
                self.parts_of(&MEETING, reasons_of, Some(&between), reason)?,
            )
        } else {
            (
                self.parts(&MEETING, visits, condition, params(), visit)?,
                self.parts(&MEETING, reasons_of, condition, params(), reason)?,
            )
        };
        for (version, meeting) in &mut meetings {
            let (visitors, reasons) = (visitors.of(*version), absences.of(*version));
            let Outcome::Held(held) = &mut meeting.outcome else { continue };
            for (id, official) in visitors {
                self.must_be_there(&OFFICIAL, official.0, (visits.name, id, "official"))?;
                held.visitors.push(official);
            }
            held.visitors.sort_unstable();
            let mut given = Vec::new();
            for (id, official, reason) in reasons {
                if let Some(official) = official {
                    self.must_be_there(&OFFICIAL, official.0, (reasons_of.name, id, "official"))?;
                }
                given.push((official, reason));
            }
            held.absences = absences_of(given);
        }
        if let Some(months) = months {
            visitors.hold_months(self, *months)?;
            absences.hold_months(self, *months)?;
        }
        Ok(meetings.into_iter().map(|(_, meeting)| meeting).collect())
    }

    /// A meeting as its own row has it, without visitors and reasons.
    fn meeting(&self, mut row: Taken<'_, '_>) -> Result<Meeting> {
        let id = MeetingId(row.record()?);
        let cell = CellId(row.refers(self, &CELL, "cell")?);
        let (period, kind) = (row.period("period")?, row.some_word("kind")?);
        let (held_on, not_held) = (row.date("held_on")?, row.word("not_held_reason")?);
        let counts = row.counts()?;
        let mut details = Details::default();
        for detail in Detail::ALL.iter().copied() {
            let fits = if detail.kind().is_text() {
                let number = row.get(detail.key())?;
                let text = |text: &AnyText| Some(text.clone());
                details.set_text(detail, self.text(number, text, || row.broken(detail.key()))?)
            } else {
                details.set_plain(detail, row.count(detail.key())?)
            };
            if !fits {
                return Err(row.broken(detail.key()));
            }
        }
        let number = row.get("note")?;
        let note = self.text(number, read_text, || row.broken("note"))?;
        let outcome = match (held_on, not_held) {
            (Some(held_on), _) => Outcome::Held(Box::new(Held {
                presence: counts.check().map_err(|_| row.broken("total"))?,
                details,
                ..Held::bare(held_on)
            })),
            (None, Some(reason)) => Outcome::NotHeld(reason),
            (None, None) => return Err(row.broken("not_held_reason")),
        };
        Ok(Meeting { id, cell, period, kind, outcome, note })
    }

    /// Whether any meeting is recorded.
    pub fn any_meeting(&self) -> Result<bool> {
        let sql = self.query("1", "meeting", "", "1");
        self.one(&format!("SELECT EXISTS ({sql})"), [])
    }

    /// How many meetings are recorded for periods before this one.
    pub fn meetings_before(&self, period: Period) -> Result<i64> {
        let sql = self.query("t.version", "meeting", "t.period < ?1", "1");
        self.one(&format!("SELECT count(*) FROM ({sql})"), [period.number()])
    }

    /// The last period with a regular meeting.
    pub fn latest_period(&self) -> Result<Option<Period>> {
        let sql = self.query("t.period", "meeting", "t.kind = 0", "1 DESC");
        self.month(&format!("{sql} LIMIT 1"), [])
    }

    fn month(&self, sql: &str, params: impl rusqlite::Params) -> Result<Option<Period>> {
        let month: Option<i64> = self.one(&format!("SELECT ({sql})"), params)?;
        let broken = StoreError::RowBroken { table: "meeting", id: 0, column: "period" };
        month.map(|month| Period::from_number(month).ok_or(broken)).transpose()
    }

    /// The next free identity.
    pub fn next_meeting(&self) -> Result<MeetingId> {
        self.next_record(&MEETING).map(MeetingId)
    }
}

/// The months from one to another, each an expression, as a list in SQL: a condition that a month is among them is
/// looked up by an index month by month, as one that it is between them is not where a cell is named too.
pub(super) fn months_between(from: &str, to: &str) -> String {
    format!(
        "(WITH RECURSIVE month (p) AS (SELECT {from} UNION ALL SELECT p + 1 FROM month WHERE p < {to})
          SELECT p FROM month)"
    )
}

impl Wanted {
    fn new<const N: usize>(condition: &str, values: [i64; N]) -> Self {
        let values = values.into_iter().map(Value::Integer).collect();
        Self { condition: condition.to_owned(), values, months: None }
    }

    /// The same, where it lets all through that is counted under these months.
    fn all_of(self, months: [i64; 2]) -> Self {
        Self { months: Some(months), ..self }
    }
}

/// The reasons as they were given: one for all, or one for each.
fn absences_of(reasons: Vec<(Option<OfficialId>, AbsenceReason)>) -> Absences {
    match reasons.iter().find(|(official, _)| official.is_none()) {
        Some((_, reason)) => Absences::All(*reason),
        None => {
            let each = reasons.into_iter().filter_map(|(who, reason)| Some((who?, reason)));
            Absences::each(each.collect())
        }
    }
}

impl Writer<'_> {
    /// Records a meeting, in the place of the version in force if there is one.
    pub fn put_meeting(&self, new: &Meeting) -> Result<()> {
        let held = new.outcome.held();
        let not_held = match &new.outcome {
            Outcome::Held(_) => None,
            Outcome::NotHeld(reason) => Some(*reason),
        };
        let counts = held.map(|h| h.presence.counts()).unwrap_or_default();
        let mut version = Version::new(&MEETING)
            .number("cell", Some(new.cell.0))
            .month("period", new.period)
            .word("kind", Some(new.kind))
            .day("held_on", held.map(|h| h.held_on))
            .word("not_held_reason", not_held)
            .counts(counts);
        for detail in Detail::ALL.iter().copied() {
            let details = held.map(|h| &h.details);
            version = if detail.kind().is_text() {
                version.text(detail.key(), details.and_then(|it| it.text(detail)))
            } else {
                version.number(detail.key(), details.and_then(|it| it.plain(detail)))
            };
        }
        version = version.text("note", new.note.as_ref());
        match held.map(|h| &h.absences) {
            None | Some(Absences::Unexplained) => {}
            Some(Absences::All(reason)) => {
                let nobody = None::<i64>;
                version =
                    version.row("absence").number("official", nobody).word("reason", Some(*reason));
            }
            Some(Absences::Each(reasons)) => {
                for (official, reason) in reasons {
                    let row = version.row("absence").number("official", Some(official.0));
                    version = row.word("reason", Some(*reason));
                }
            }
        }
        for visitor in held.into_iter().flat_map(|h| &h.visitors) {
            version = version.row("visit").number("official", Some(visitor.0));
        }
        self.put(new.id.0, &version)
    }

    /// Removes a meeting with its visitors and reasons.
    pub fn remove_meeting(&self, id: MeetingId) -> Result<()> {
        self.remove_record(&MEETING, id.0)
    }
}

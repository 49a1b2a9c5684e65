//! Meetings, their visitors and the reasons of those who did not come.
//!
//! There are millions of these rows in a large file, so they are read by position; the positions are
//! those of [`COLUMNS`], out of which the query is made.

use std::collections::HashMap;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Row, params_from_iter};

use super::committees::iso;
use super::references::To;
use super::{Reader, Result, StoreError, Writer};
use crate::domain::{
    AbsenceReason, Absences, CellId, Counts, Date, Held, Keyword, Meeting, MeetingId, MeetingKind,
    OfficialId, OperationNumber, Outcome, Period, PeriodSpan, Score, Text,
};

/// The columns of a meeting, in the order in which they are hashed and read.
pub(super) const COLUMNS: &[&str] = &[
    "meeting",
    "cell",
    "period",
    "kind",
    "held_on",
    "not_held_reason",
    "total",
    "exempt",
    "away",
    "present",
    "excused",
    "remarks",
    "prepared",
    "theme",
    "self_score",
    "confirmed_score",
    "grade",
    "minutes_no",
    "note",
];

const TABLE: &str = "meeting_version";

/// Which meetings are wanted; every part left out lets all through.
#[derive(Debug, Clone, Copy, Default)]
pub struct MeetingFilter {
    pub cell: Option<CellId>,
    pub span: Option<PeriodSpan>,
    pub kind: Option<MeetingKind>,
}

impl Reader<'_> {
    /// The regular meetings of these months.
    pub fn regular_meetings(&self, span: PeriodSpan) -> Result<Vec<Meeting>> {
        let kind = Some(MeetingKind::Regular);
        self.meetings(MeetingFilter { span: Some(span), kind, ..MeetingFilter::default() })
    }

    /// Meetings by period and cell.
    pub fn meetings(&self, filter: MeetingFilter) -> Result<Vec<Meeting>> {
        if filter.cell.is_some() && filter.kind.is_none() {
            // Two queries, for each of which there is an index.
            let mut all = self.some_meetings(filter, "m.kind = 'regular'")?;
            all.extend(self.some_meetings(filter, "m.kind <> 'regular'")?);
            all.sort_by_key(|m| (m.period, m.kind, m.outcome.held().map(|held| held.held_on)));
            return Ok(all);
        }
        match filter.kind {
            Some(kind) => self.some_meetings(filter, &format!("m.kind = '{}'", kind.key())),
            None => self.some_meetings(filter, "TRUE"),
        }
    }

    /// The meetings in the view that an operation added, removed or changed.
    pub fn meetings_touched(&self, by: OperationNumber) -> Result<Vec<Meeting>> {
        let mut touched = Vec::new();
        for table in [TABLE, "visit", "absence"] {
            let first = self.first_since(table, by.0)?;
            let next = self.first_since(table, by.next().0)?;
            touched.push(format!(
                "SELECT meeting FROM {table} WHERE removed_by = {by}
                 UNION SELECT meeting FROM {table} WHERE id >= {first} AND id < {next}",
                by = by.0
            ));
        }
        let touched = touched.join(" UNION ");
        self.some_meetings(MeetingFilter::default(), &format!("m.meeting IN ({touched})"))
    }

    /// The meetings that an official visited.
    pub fn meetings_visited(&self, by: OfficialId) -> Result<Vec<Meeting>> {
        let visits = format!(
            "SELECT meeting FROM visit w WHERE w.official = {} AND {}",
            by.0,
            self.seen("w")
        );
        self.some_meetings(MeetingFilter::default(), &format!("m.meeting IN ({visits})"))
    }

    fn some_meetings(&self, filter: MeetingFilter, kind: &str) -> Result<Vec<Meeting>> {
        let mut conditions = vec![self.seen("m"), kind.to_owned()];
        let mut values: Vec<Value> = Vec::new();
        if let Some(CellId(cell)) = filter.cell {
            values.push(cell.into());
            conditions.push(format!("m.cell = ?{}", values.len()));
        }
        if let Some(span) = filter.span {
            values.extend([span.from, span.to].map(|period| Value::from(period.to_string())));
            let to = values.len();
            conditions.push(format!("m.period BETWEEN ?{} AND ?{to}", to - 1));
        }
        let condition = conditions.join(" AND ");
        let mut visitors = self.visitors(&condition, &values)?;
        let mut absences = self.absences(&condition, &values)?;
        let columns = COLUMNS.iter().map(|c| format!(", m.{c}")).collect::<String>();
        let sql = format!(
            "SELECT m.id{columns} FROM {TABLE} m WHERE {condition} ORDER BY m.period, m.cell, m.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&values))?;
        let mut meetings = Vec::new();
        while let Some(row) = rows.next()? {
            let row = Read(row);
            if !self.is_there(To::Cell, row.int(1)?)? {
                return Err(row.broken(1));
            }
            let mut meeting = row.meeting()?;
            if let Outcome::Held(held) = &mut meeting.outcome {
                held.visitors = visitors.remove(&meeting.id.0).unwrap_or_default();
                held.absences = absences.remove(&meeting.id.0).unwrap_or_default();
            }
            meetings.push(meeting);
        }
        Ok(meetings)
    }

    fn visitors(&self, condition: &str, values: &[Value]) -> Result<HashMap<i64, Vec<OfficialId>>> {
        let sql = format!(
            "SELECT v.id, v.meeting, v.official FROM {TABLE} m JOIN visit v ON v.meeting = m.meeting
             WHERE {condition} AND {} ORDER BY v.official",
            self.seen("v")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut visitors: HashMap<i64, Vec<OfficialId>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let (id, meeting, official) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if !self.is_there(To::Official, official)? {
                return Err(StoreError::RowBroken { table: "visit", id, column: "official" });
            }
            visitors.entry(meeting).or_default().push(OfficialId(official));
        }
        Ok(visitors)
    }

    fn absences(&self, condition: &str, values: &[Value]) -> Result<HashMap<i64, Absences>> {
        let sql = format!(
            "SELECT v.id, v.meeting, v.official, v.reason
             FROM {TABLE} m JOIN absence v ON v.meeting = m.meeting WHERE {condition} AND {}",
            self.seen("v")
        );
        let reasons = self.rows("absence", &sql, params_from_iter(values), |row| {
            let official = row.may_refer(self, To::Official, "official")?;
            let reason: AbsenceReason = row.some_keyword("reason")?;
            Ok((row.get::<i64>("meeting")?, (official.map(OfficialId), reason)))
        })?;
        let mut absences = HashMap::new();
        for (meeting, reasons) in Self::grouped(reasons) {
            let all = reasons.iter().find(|(official, _)| official.is_none());
            let each =
                reasons.iter().filter_map(|(official, reason)| Some(((*official)?, *reason)));
            let read = match all {
                Some((_, reason)) => Absences::All(*reason),
                None => Absences::each(each.collect()),
            };
            absences.insert(meeting, read);
        }
        Ok(absences)
    }

    /// Whether any meeting is recorded.
    pub fn any_meeting(&self) -> Result<bool> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM {TABLE} v WHERE {})", self.seen("v"));
        self.one(&sql, [])
    }

    /// How many meetings are recorded for periods before this one.
    pub fn meetings_before(&self, period: Period) -> Result<i64> {
        let sql =
            format!("SELECT count(*) FROM {TABLE} v WHERE period < ?1 AND {}", self.seen("v"));
        self.one(&sql, [period.to_string()])
    }

    /// The last period with a regular meeting.
    pub fn latest_period(&self) -> Result<Option<Period>> {
        let sql = format!(
            "SELECT id, period FROM {TABLE} v WHERE {} AND kind = 'regular'
             ORDER BY period DESC LIMIT 1",
            self.seen("v")
        );
        let periods = self.rows(TABLE, &sql, [], |row| row.period("period"))?;
        Ok(periods.first().copied())
    }

    /// The next free identity.
    pub fn next_meeting(&self) -> Result<MeetingId> {
        self.next_identity("meeting").map(MeetingId)
    }
}

/// A row of `meeting_version`: `id`, then [`COLUMNS`].
struct Read<'r, 's>(&'r Row<'s>);

impl Read<'_, '_> {
    fn broken(&self, at: usize) -> StoreError {
        let id = self.0.get(0).unwrap_or(0);
        StoreError::RowBroken { table: TABLE, id, column: COLUMNS[at] }
    }

    fn int(&self, at: usize) -> Result<i64> {
        self.0.get(at + 1).map_err(|_| self.broken(at))
    }

    fn count(&self, at: usize) -> Result<Option<u16>> {
        self.0.get(at + 1).map_err(|_| self.broken(at))
    }

    fn parse<T>(&self, at: usize, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
        match self.0.get_ref(at + 1) {
            Ok(ValueRef::Null) => Ok(None),
            Ok(ValueRef::Text(text)) => match std::str::from_utf8(text).ok().and_then(read) {
                Some(value) => Ok(Some(value)),
                None => Err(self.broken(at)),
            },
            _ => Err(self.broken(at)),
        }
    }

    fn need<T>(&self, at: usize, value: Option<T>) -> Result<T> {
        value.ok_or_else(|| self.broken(at))
    }

    fn text<const N: usize>(&self, at: usize) -> Result<Option<Text<N>>> {
        self.parse(at, |text| Text::new(text).ok().flatten())
    }

    fn score(&self, at: usize) -> Result<Option<Score>> {
        let tenths = self.count(at)?;
        tenths.map(|tenths| self.need(at, Score::from_tenths(tenths))).transpose()
    }

    fn meeting(&self) -> Result<Meeting> {
        let period = self.need(2, self.parse(2, Period::from_iso)?)?;
        let kind = self.need(3, self.parse(3, MeetingKind::from_key)?)?;
        let outcome = match self.parse(4, Date::from_iso)? {
            Some(held_on) => Outcome::Held(Box::new(self.held(held_on)?)),
            None => Outcome::NotHeld(self.need(5, self.parse(5, Keyword::from_key)?)?),
        };
        Ok(Meeting {
            id: MeetingId(self.int(0)?),
            cell: CellId(self.int(1)?),
            period,
            kind,
            outcome,
            note: self.text(18)?,
        })
    }

    fn held(&self, held_on: Date) -> Result<Held> {
        let counts = Counts {
            total: self.count(6)?,
            exempt: self.count(7)?,
            away: self.count(8)?,
            present: self.count(9)?,
            excused: self.count(10)?,
        };
        Ok(Held {
            presence: counts.check().map_err(|_| self.broken(6))?,
            remarks: self.count(11)?,
            prepared: self.0.get(13).map_err(|_| self.broken(12))?,
            theme: self.text(13)?,
            self_score: self.score(14)?,
            confirmed_score: self.score(15)?,
            grade: self.parse(16, Keyword::from_key)?,
            minutes_no: self.text(17)?,
            ..Held::bare(held_on)
        })
    }
}

impl Writer<'_> {
    /// Records a meeting, in the place of the version in force if there is one. Visitors and reasons that
    /// stay the same keep their rows.
    pub fn put_meeting(&self, old: Option<&Meeting>, new: &Meeting) -> Result<()> {
        match old {
            None => self.add_identity("meeting", new.id.0)?,
            Some(_) => {
                self.remove(TABLE, "meeting = ?2", (self.number(), new.id.0))?;
            }
        }
        self.add_meeting_row(new)?;
        let none = (&[][..], &Absences::Unexplained);
        let held = |meeting: &'_ Meeting| -> (Vec<OfficialId>, Absences) {
            let held = meeting.outcome.held();
            let (visitors, absences) = held.map_or(none, |h| (&h.visitors, &h.absences));
            (visitors.to_vec(), absences.clone())
        };
        let (visitors, absences) = held(new);
        let (before, reasons_before) = old.map(held).unwrap_or_default();
        for visitor in before.iter().filter(|visitor| !visitors.contains(visitor)) {
            let which = "meeting = ?2 AND official = ?3";
            self.remove("visit", which, (self.number(), new.id.0, visitor.0))?;
        }
        for visitor in visitors.iter().filter(|visitor| !before.contains(visitor)) {
            let sql = "INSERT INTO visit (meeting, official, added_by) VALUES (?1, ?2, ?3)";
            self.add(sql, (new.id.0, visitor.0, self.number()))?;
        }
        if absences != reasons_before {
            if old.is_some() {
                self.remove("absence", "meeting = ?2", (self.number(), new.id.0))?;
            }
            self.add_absences(new.id, &absences)?;
        }
        Ok(())
    }

    /// Removes a meeting with its visitors and reasons.
    pub fn remove_meeting(&self, id: MeetingId) -> Result<()> {
        for table in [TABLE, "visit", "absence"] {
            self.remove(table, "meeting = ?2", (self.number(), id.0))?;
        }
        Ok(())
    }

    fn add_meeting_row(&self, new: &Meeting) -> Result<()> {
        let held = new.outcome.held();
        let reason = match &new.outcome {
            Outcome::Held(_) => None,
            Outcome::NotHeld(reason) => Some(reason.key()),
        };
        let counts = held.map(|h| h.presence.counts()).unwrap_or_default();
        let score = |score: Option<Score>| score.map(Score::tenths);
        let text = |text: Option<&Text<200>>| text.map(|t| t.as_str().to_owned());
        let sql = "INSERT INTO meeting_version
             (meeting, cell, period, kind, held_on, not_held_reason, total, exempt, away, present,
              excused, remarks, prepared, theme, self_score, confirmed_score, grade, minutes_no, note,
              added_by)
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)";
        self.add(
            sql,
            rusqlite::params![
                new.id.0,
                new.cell.0,
                new.period.to_string(),
                new.kind.key(),
                iso(held.map(|h| h.held_on)),
                reason,
                counts.total,
                counts.exempt,
                counts.away,
                counts.present,
                counts.excused,
                held.and_then(|h| h.remarks),
                held.and_then(|h| h.prepared),
                text(held.and_then(|h| h.theme.as_ref())),
                score(held.and_then(|h| h.self_score)),
                score(held.and_then(|h| h.confirmed_score)),
                held.and_then(|h| h.grade).map(Keyword::key),
                held.and_then(|h| h.minutes_no.as_ref()).map(|t| t.as_str()),
                text(new.note.as_ref()),
                self.number(),
            ],
        )
    }

    fn add_absences(&self, id: MeetingId, absences: &Absences) -> Result<()> {
        let sql =
            "INSERT INTO absence (meeting, official, reason, added_by) VALUES (?1, ?2, ?3, ?4)";
        let add = |official: Option<i64>, reason: AbsenceReason| {
            self.add(sql, (id.0, official, reason.key(), self.number()))
        };
        match absences {
            Absences::Unexplained => Ok(()),
            Absences::All(reason) => add(None, *reason),
            Absences::Each(reasons) => {
                reasons.iter().try_for_each(|(official, reason)| add(Some(official.0), *reason))
            }
        }
    }
}

//! Closed months and their rows as filed.

use super::row::{Taken, Version, read_text};
use super::tables::CLOSING;
use super::tally::Tally;
use super::{Reader, Result, Writer};
use crate::domain::{
    Absences, Closing, ClosingId, Code, Date, DocumentNo, FiledMeeting, FiledReport, FiledRow,
    Fingerprint, Keyword, OperationNumber, Period, PeriodSpan, Printed, Verb,
};

impl Reader<'_> {
    /// The closings of these months that are in force, by period.
    pub fn closings(&self, span: PeriodSpan) -> Result<Vec<Closing>> {
        let (from, to) = (span.from.number(), span.to.number());
        self.some_closings(&format!("t.period BETWEEN {from} AND {to}"), Some([from, to]))
    }

    /// Every closing in force, by period.
    pub fn all_closings(&self) -> Result<Vec<Closing>> {
        self.some_closings("", Some([0, i64::MAX]))
    }

    /// The closings in force that an operation added or removed, by period.
    pub fn closings_touched(&self, by: OperationNumber) -> Result<Vec<Closing>> {
        let by = by.0;
        self.some_closings(&format!("(t.added_by = {by} OR t.removed_by = {by})"), None)
    }

    /// The latest filing of a month, also if the month was opened again since; not one that was taken back.
    pub fn latest_filing(&self, period: Period) -> Result<Option<Closing>> {
        let sql = format!(
            "SELECT max(t.version) FROM closing t WHERE t.period = ?1 AND {}
             AND NOT EXISTS (SELECT 1 FROM operation o WHERE o.number = t.removed_by
                             AND o.number <= {} AND o.verb <> '{}')",
            self.added(),
            self.at().map_or(i64::MAX, |at| at.0),
            Verb::Reopen.key()
        );
        let Some(version): Option<i64> = self.one(&sql, [period.number()])? else {
            return Ok(None);
        };
        let ever = Self::new(self.connection, None);
        let sql = format!("SELECT {} FROM closing t WHERE t.version = ?1", columns());
        let mut rows = ever.filed_rows(&format!("SELECT {version} AS version"))?;
        let mut found =
            self.rows("closing", &sql, [version], |row| self.closing(row, &mut rows))?;
        Ok(found.pop().flatten())
    }

    /// Those that fit a condition; with `months` it lets all of these through.
    fn some_closings(&self, condition: &str, months: Option<[i64; 2]>) -> Result<Vec<Closing>> {
        let which = self.query("t.version", "closing", condition, "1");
        let mut rows = self.filed_rows(&which)?;
        let sql = self.query(&columns(), "closing", condition, "1");
        let mut found = Tally::default();
        let closings = self.rows("closing", &sql, [], |row| {
            found.count(row.number(), 1);
            self.closing(row, &mut rows)
        })?;
        if let Some(months) = months {
            self.hold("closing", Some(months), found)?;
            rows.hold_months(self, months)?;
        }
        let mut closings: Vec<Closing> = closings.into_iter().flatten().collect();
        closings.sort_by_key(|closing| closing.period);
        Ok(closings)
    }

    /// A closing, unless its operation is still under way.
    fn closing(
        &self,
        mut row: Taken<'_, '_>,
        rows: &mut super::reader::Parts<FiledRow>,
    ) -> Result<Option<Closing>> {
        let mut filed = rows.of(row.number());
        FiledRow::put_in_order(&mut filed);
        let id = ClosingId(row.get("record")?);
        let (period, closed_on) = (row.period("period")?, row.some_date("closed_on")?);
        let number = row.get("document")?;
        let document = self.text(number, read_text, || row.broken("document"))?;
        let first = row.fingerprint("fingerprint")?;
        let operation = OperationNumber(row.get("added_by")?);
        let sql = "SELECT number, verb, hash FROM operation WHERE number = ?1";
        let by = self.rows("operation", sql, [operation.0], |mut row| {
            Ok((row.get::<String>("verb")?, row.get::<[u8; 32]>("hash")?))
        })?;
        let Some((verb, hash)) = by.into_iter().next() else { return Ok(None) };
        let printed = match (first, verb == Verb::Close.key()) {
            (None, true) => Printed::Here(Fingerprint::of(&hash)),
            (Some(first), false) => Printed::Elsewhere(first),
            (None, false) => Printed::Imported(Fingerprint::of(&hash)),
            (Some(_), true) => return Err(row.broken("fingerprint")),
        };
        Ok(Some(Closing { id, operation, printed, period, closed_on, document, rows: filed }))
    }

    fn filed_rows(&self, which: &str) -> Result<super::reader::Parts<FiledRow>> {
        let part = &CLOSING.parts[0];
        let which = format!("IN ({which})");
        self.parts_of(&CLOSING, part, Some(&which), |mut row| filed_row(&mut row))
    }

    /// Whether any month is closed.
    pub fn any_closed(&self) -> Result<bool> {
        let sql = self.query("1", "closing", "", "1");
        self.one(&format!("SELECT EXISTS ({sql})"), [])
    }

    /// The newest closing that came from files with this fingerprint: its month, and the operation that imported it.
    pub(super) fn closed_elsewhere(
        &self,
        first: Fingerprint,
    ) -> Result<Option<(Period, OperationNumber)>> {
        let sql = "SELECT version, period, added_by FROM closing WHERE fingerprint = ?1
                   ORDER BY version DESC LIMIT 1";
        let found = self.rows("closing", sql, [first.to_string()], |mut row| {
            Ok((row.period("period")?, OperationNumber(row.get("added_by")?)))
        })?;
        Ok(found.into_iter().next())
    }

    /// The fingerprint of an operation.
    pub fn fingerprint(&self, operation: OperationNumber) -> Result<Option<Fingerprint>> {
        let sql = "SELECT (SELECT hash FROM operation WHERE number = ?1)";
        let hash: Option<[u8; 32]> = self.one(sql, [operation.0])?;
        Ok(hash.as_ref().map(Fingerprint::of))
    }
}

/// The columns of a closing as they are read.
fn columns() -> String {
    "t.version, t.record, t.period, t.closed_on, t.document, t.fingerprint, t.added_by".to_owned()
}

impl Writer<'_> {
    /// Closes a month with these rows; `first` is the fingerprint first printed of what comes from a file.
    pub fn add_closing(
        &self,
        period: Period,
        closed_on: Date,
        document: Option<&DocumentNo>,
        first: Option<Fingerprint>,
        rows: &[FiledRow],
    ) -> Result<ClosingId> {
        let first = first.map(|first| first.to_string());
        let id = self.next_record(&CLOSING)?;
        let version = Version::new(&CLOSING)
            .month("period", period)
            .day("closed_on", Some(closed_on))
            .text("document", document)
            .plain("fingerprint", first.as_deref());
        self.put_long(id, &version, rows, |row, put| {
            let written = Written::of(row);
            let version = written.put(row, Version::of_part(&CLOSING));
            put(&version.values[CLOSING.columns.len()..]);
        })?;
        Ok(ClosingId(id))
    }

    /// Opens a month again; its rows as filed stay.
    pub fn remove_closing(&self, period: Period) -> Result<()> {
        let sql = "SELECT (SELECT version FROM closing WHERE period = ?1 AND removed_by IS NULL)";
        let version: Option<i64> = self.one(sql, [period.number()])?;
        version.map_or(Ok(()), |version| self.remove(&CLOSING, version))
    }
}

/// The texts of a filed row.
struct Written {
    assigned: Option<String>,
    visitors: Option<String>,
    reason: Option<String>,
}

impl Written {
    fn of(row: &FiledRow) -> Self {
        let joined = |codes: &[Code]| (!codes.is_empty()).then(|| Code::joined(codes));
        Self {
            assigned: joined(&row.assigned),
            visitors: row.report.held().and_then(|h| joined(&h.visitors)),
            reason: row.report.reason(),
        }
    }

    fn put<'a>(&'a self, row: &'a FiledRow, version: Version<'a>) -> Version<'a> {
        let held = row.report.held();
        let counts = held.map(|h| h.presence.counts()).unwrap_or_default();
        version
            .row("filed_row")
            .plain("committee", Some(row.committee.as_str()))
            .plain("cell", Some(row.cell.as_str()))
            .plain("assigned", self.assigned.as_deref())
            .plain("predecessor", row.predecessor.as_ref().map(|code| code.as_str()))
            .word("status", Some(row.status))
            .day("held_on", held.map(|h| h.held_on))
            .plain("visitors", self.visitors.as_deref())
            .plain("reason", self.reason.as_deref())
            .counts(counts)
            .word("grade", held.and_then(|h| h.grade))
            .number("recommendations", Some(row.recommendations))
    }
}

fn filed_row(row: &mut Taken<'_, '_>) -> Result<FiledRow> {
    let (committee, cell) = (row.code("committee")?, row.code("cell")?);
    let assigned = row.codes("assigned")?;
    let predecessor = row.codes("predecessor")?.pop();
    let (status, held_on) = (row.some_word("status")?, row.date("held_on")?);
    let visitors = row.codes("visitors")?;
    let reason = row.plain("reason")?.map(str::to_owned);
    let presence = row.counts()?.check().map_err(|_| row.broken("total"))?;
    let (grade, recommendations) = (row.word("grade")?, row.count("recommendations")?);
    let report = match held_on {
        Some(held_on) => FiledReport::Held(Box::new(FiledMeeting {
            held_on,
            visitors,
            absences: Absences::read(reason.as_deref().unwrap_or_default())
                .ok_or_else(|| row.broken("reason"))?,
            presence,
            grade,
        })),
        None => match reason {
            None => FiledReport::Nothing,
            Some(reason) => {
                let reason = Keyword::from_key(&reason).ok_or_else(|| row.broken("reason"))?;
                FiledReport::NotHeld(reason)
            }
        },
    };
    let recommendations = recommendations.ok_or_else(|| row.broken("recommendations"))?;
    Ok(FiledRow { committee, cell, assigned, predecessor, status, report, recommendations })
}

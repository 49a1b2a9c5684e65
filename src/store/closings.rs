//! Closed months and their rows as filed.

use std::collections::HashMap;

use super::row::Taken;
use super::{Reader, Result, StoreError, Writer};
use crate::domain::{
    Closing, ClosingId, Code, Counts, Date, DocumentNo, FiledAbsences, FiledMeeting, FiledReport,
    FiledRow, Fingerprint, Keyword, OperationNumber, Period, PeriodSpan, Verb,
};

/// The columns of a filed row, in the order in which they are hashed.
pub(super) const FILED_COLUMNS: &[&str] = &[
    "closing",
    "committee",
    "cell",
    "assigned",
    "predecessor",
    "status",
    "held_on",
    "visitors",
    "reason",
    "total",
    "exempt",
    "away",
    "present",
    "excused",
    "grade",
    "recommendations",
];

impl Reader<'_> {
    /// The closings of these months that are in force, by period.
    pub fn closings(&self, span: PeriodSpan) -> Result<Vec<Closing>> {
        let (from, to) = (span.from, span.to);
        let condition = format!("{} AND v.period BETWEEN '{from}' AND '{to}'", self.seen("v"));
        self.some_closings(&condition)
    }

    /// Whether the schema of the file has closed months at all.
    pub fn keeps_closings(&self) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'closing_version')";
        self.one(sql, [])
    }

    /// Every closing in force, by period.
    pub fn all_closings(&self) -> Result<Vec<Closing>> {
        self.some_closings(&self.seen("v"))
    }

    /// The closings in force that an operation added or removed, by period.
    pub fn closings_touched(&self, by: OperationNumber) -> Result<Vec<Closing>> {
        let (seen, by) = (self.seen("v"), by.0);
        self.some_closings(&format!("{seen} AND (v.added_by = {by} OR v.removed_by = {by})"))
    }

    /// The latest filing of a month, also if the month was opened again since.
    pub fn latest_filing(&self, period: Period) -> Result<Option<Closing>> {
        let condition = format!(
            "v.id = (SELECT max(l.id) FROM closing_version l WHERE l.period = '{period}' AND {}
                     AND EXISTS (SELECT 1 FROM filed_row r WHERE r.closing = l.closing AND {}))",
            self.added("l"),
            self.seen("r")
        );
        Ok(self.some_closings(&condition)?.pop())
    }

    fn some_closings(&self, condition: &str) -> Result<Vec<Closing>> {
        let rows = format!(
            "SELECT r.* FROM closing_version v JOIN filed_row r ON r.closing = v.closing
             WHERE {condition} AND {}",
            self.seen("r")
        );
        let rows = self.rows("filed_row", &rows, [], |row| {
            Ok((row.get::<i64>("closing")?, filed_row(&row)?))
        })?;
        let mut rows: HashMap<i64, Vec<FiledRow>> = Self::grouped(rows);
        let sql = format!(
            "SELECT v.id, v.closing, v.period, v.closed_on, v.document, v.added_by, s.hash, o.verb
             FROM closing_version v JOIN seal s ON s.operation = v.added_by
                                    JOIN operation o ON o.number = v.added_by
             WHERE {condition} ORDER BY v.period"
        );
        self.rows("closing_version", &sql, [], |row| {
            let id: i64 = row.get("closing")?;
            let hash: [u8; 32] = row.get("hash")?;
            let mut rows = rows.remove(&id).unwrap_or_default();
            FiledRow::put_in_order(&mut rows);
            Ok(Closing {
                id: ClosingId(id),
                operation: OperationNumber(row.get("added_by")?),
                fingerprint: Fingerprint::of(&hash),
                imported: row.get::<String>("verb")? != Verb::Close.key(),
                period: row.period("period")?,
                closed_on: row.some_date("closed_on")?,
                document: row.text("document")?,
                rows,
            })
        })
    }

    /// Whether any month is closed.
    pub fn any_closed(&self) -> Result<bool> {
        let sql =
            format!("SELECT EXISTS (SELECT 1 FROM closing_version v WHERE {})", self.seen("v"));
        self.one(&sql, [])
    }

    /// The fingerprint of an operation, once it is sealed.
    pub fn fingerprint(&self, operation: OperationNumber) -> Result<Option<Fingerprint>> {
        let sql = "SELECT (SELECT hash FROM seal WHERE operation = ?1)";
        let hash: Option<[u8; 32]> = self.one(sql, [operation.0])?;
        Ok(hash.as_ref().map(Fingerprint::of))
    }
}

impl Writer<'_> {
    /// Closes a month with these rows.
    pub fn add_closing(
        &self,
        period: Period,
        closed_on: Date,
        document: Option<&DocumentNo>,
        rows: &[FiledRow],
    ) -> Result<ClosingId> {
        let id = self.next_identity("closing")?;
        self.add_identity("closing", id)?;
        let sql = "INSERT INTO closing_version (closing, period, closed_on, document, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let document = document.map(|text| text.as_str());
        let day = closed_on.to_string();
        self.add(sql, (id, period.to_string(), day, document, self.number()))?;
        rows.iter().try_for_each(|row| self.add_filed_row(id, row))?;
        Ok(ClosingId(id))
    }

    /// Opens a month again; its rows as filed stay.
    pub fn remove_closing(&self, period: Period) -> Result<()> {
        let key = (self.number(), period.to_string());
        self.remove("closing_version", "period = ?2", key)?;
        Ok(())
    }

    fn add_filed_row(&self, closing: i64, row: &FiledRow) -> Result<()> {
        let places: Vec<String> = (1..=FILED_COLUMNS.len() + 1).map(|n| format!("?{n}")).collect();
        let sql = format!(
            "INSERT INTO filed_row ({}, added_by) VALUES ({})",
            FILED_COLUMNS.join(", "),
            places.join(", ")
        );
        let held = row.report.held();
        let counts = held.map(|h| h.presence.counts()).unwrap_or_default();
        self.add(
            &sql,
            rusqlite::params![
                closing,
                row.committee.as_str(),
                row.cell.as_str(),
                joined(&row.assigned),
                row.predecessor.as_ref().map(|code| code.as_str()),
                row.status.key(),
                held.map(|h| h.held_on.to_string()),
                held.and_then(|h| joined(&h.visitors)),
                row.report.reason(),
                counts.total,
                counts.exempt,
                counts.away,
                counts.present,
                counts.excused,
                held.and_then(|h| h.grade).map(Keyword::key),
                row.recommendations,
                self.number(),
            ],
        )
    }
}

fn joined(codes: &[Code]) -> Option<String> {
    (!codes.is_empty()).then(|| Code::joined(codes))
}

fn filed_row(row: &Taken<'_, '_>) -> Result<FiledRow> {
    let code = |column: &'static str, text: &str| -> Result<Code> {
        Code::new(text).map_err(|_| row.broken(column))
    };
    let codes = |column: &'static str| -> Result<Vec<Code>> {
        let text: Option<String> = row.get(column)?;
        let codes = text.iter().flat_map(|text| text.split(';'));
        codes.map(|text| code(column, text)).collect()
    };
    let text = |column: &'static str| row.get::<String>(column);
    let reason: Option<String> = row.get("reason")?;
    let predecessor: Option<String> = row.get("predecessor")?;
    let report = match (row.date("held_on")?, row.keyword("reason")) {
        (Some(held_on), _) => FiledReport::Held(Box::new(FiledMeeting {
            held_on,
            visitors: codes("visitors")?,
            absences: FiledAbsences::read(reason.as_deref()).ok_or_else(|| row.broken("reason"))?,
            presence: presence(row)?,
            grade: row.keyword("grade")?,
        })),
        (None, reason) => reason?.map_or(FiledReport::Nothing, FiledReport::NotHeld),
    };
    Ok(FiledRow {
        committee: code("committee", &text("committee")?)?,
        cell: code("cell", &text("cell")?)?,
        assigned: codes("assigned")?,
        predecessor: predecessor.map(|text| code("predecessor", &text)).transpose()?,
        status: row.some_keyword("status")?,
        report,
        recommendations: row.get("recommendations")?,
    })
}

fn presence(row: &Taken<'_, '_>) -> Result<crate::domain::Presence> {
    let counts = Counts {
        total: row.get("total")?,
        exempt: row.get("exempt")?,
        away: row.get("away")?,
        present: row.get("present")?,
        excused: row.get("excused")?,
    };
    counts.check().map_err(|_| -> StoreError { row.broken("total") })
}

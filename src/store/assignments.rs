//! Assignments.

use rusqlite::Params;

use super::row::{Taken, Version, read_text};
use super::tables::{ASSIGNMENT, CELL, OFFICIAL};
use super::{Reader, Result, Writer};
use crate::domain::{Assignment, CellId, Document, OfficialId, OperationNumber, Undoing};

impl Reader<'_> {
    /// Every assignment.
    pub fn assignments(&self) -> Result<Vec<Assignment>> {
        self.some_assignments("", [])
    }

    /// The assignments of one official, the earliest first.
    pub fn assignments_of_official(&self, official: OfficialId) -> Result<Vec<Assignment>> {
        let mut own = self.some_assignments("t.official = ?1", [official.0])?;
        own.sort_by_key(|a| (a.from, a.cell));
        Ok(own)
    }

    /// The assignments of one cell, the earliest first.
    pub fn assignments_of(&self, cell: CellId) -> Result<Vec<Assignment>> {
        let mut own = self.some_assignments("t.cell = ?1", [cell.0])?;
        own.sort_by_key(|a| (a.from, a.official));
        Ok(own)
    }

    /// The assignments in force that a change later than this one recorded, each with that change.
    pub fn assignments_since(
        &self,
        undoing: &Undoing,
        change: OperationNumber,
    ) -> Result<Vec<(OperationNumber, Assignment)>> {
        let mut since = Vec::new();
        for (version, by) in self.rows_since(undoing, change, &ASSIGNMENT)? {
            let rows = self.some_assignments("t.version = ?1", [version])?;
            since.extend(rows.into_iter().map(|assignment| (by, assignment)));
        }
        Ok(since)
    }

    fn some_assignments(&self, condition: &str, params: impl Params) -> Result<Vec<Assignment>> {
        self.versions(&ASSIGNMENT, condition, params, |mut row| {
            let cell = row.refers(self, &CELL, "cell")?;
            let official = row.refers(self, &OFFICIAL, "official")?;
            self.assignment(row, cell, official)
        })
    }

    /// An assignment of whatever moment: what it refers to may not be there now.
    pub(super) fn assignment_once(&self, mut row: Taken<'_, '_>) -> Result<Assignment> {
        let (cell, official) = (row.get("cell")?, row.get("official")?);
        self.assignment(row, cell, official)
    }

    fn assignment(&self, mut row: Taken<'_, '_>, cell: i64, official: i64) -> Result<Assignment> {
        Ok(Assignment {
            cell: CellId(cell),
            official: OfficialId(official),
            from: row.some_date("valid_from")?,
            until: row.date("valid_until")?,
            mode: row.some_word("mode")?,
            document: {
                let number = row.get("document")?;
                let number = self.text(number, read_text, || row.broken("document"))?;
                let date = row.date("document_date")?;
                let issuer = row.get("issuer")?;
                let issuer = self.text(issuer, read_text, || row.broken("issuer"))?;
                Document { number, date, issuer }
            },
        })
    }

    /// The record of an assignment in force, known by its cell, official and first day.
    fn assignment_record(&self, one: &Assignment) -> Result<Option<i64>> {
        let place = "cell = ?1 AND official = ?2 AND valid_from = ?3";
        let key = (one.cell.0, one.official.0, one.from.number());
        self.record_where(&ASSIGNMENT, place, key)
    }
}

impl Writer<'_> {
    /// Removes an assignment, known by its cell, official and first day.
    pub fn remove_assignment(&self, old: &Assignment) -> Result<()> {
        self.remove_found(&ASSIGNMENT, self.assignment_record(old)?)
    }

    /// Records an assignment, in the place of the version in force if there is one.
    pub fn put_assignment(&self, new: &Assignment) -> Result<()> {
        let record = self.assignment_record(new)?;
        let version = Version::new(&ASSIGNMENT)
            .number("cell", Some(new.cell.0))
            .number("official", Some(new.official.0))
            .day("valid_from", Some(new.from))
            .day("valid_until", new.until)
            .word("mode", Some(new.mode))
            .text("document", new.document.number.as_ref())
            .day("document_date", new.document.date)
            .text("issuer", new.document.issuer.as_ref());
        self.put_found(record, &version)
    }
}

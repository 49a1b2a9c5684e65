//! Assignments.

use super::committees::iso;
use super::references::To;
use super::row::Taken;
use super::{Reader, Result, Writer};
use crate::domain::{Assignment, CellId, Document, OfficialId, OperationNumber, Undoing};

impl Reader<'_> {
    /// Every assignment.
    pub fn assignments(&self) -> Result<Vec<Assignment>> {
        let sql = format!("SELECT * FROM assignment v WHERE {}", self.seen("v"));
        self.rows("assignment", &sql, [], |row| self.assignment(row))
    }

    /// The assignments of one official.
    pub fn assignments_of_official(&self, official: OfficialId) -> Result<Vec<Assignment>> {
        let sql = format!(
            "SELECT * FROM assignment v WHERE official = ?1 AND {} ORDER BY valid_from, cell",
            self.seen("v")
        );
        self.rows("assignment", &sql, [official.0], |row| self.assignment(row))
    }

    /// The assignments in force that a change later than this one recorded, each with that change.
    pub fn assignments_since(
        &self,
        undoing: &Undoing,
        change: OperationNumber,
    ) -> Result<Vec<(OperationNumber, Assignment)>> {
        let mut since = Vec::new();
        for (id, by) in self.rows_since(undoing, change, "assignment")? {
            let sql = "SELECT * FROM assignment WHERE id = ?1";
            let rows = self.rows("assignment", sql, [id], |row| self.assignment(row))?;
            since.extend(rows.into_iter().map(|assignment| (by, assignment)));
        }
        Ok(since)
    }

    /// The assignments of one cell.
    pub fn assignments_of(&self, cell: CellId) -> Result<Vec<Assignment>> {
        let sql = format!(
            "SELECT * FROM assignment v WHERE cell = ?1 AND {} ORDER BY valid_from, official",
            self.seen("v")
        );
        self.rows("assignment", &sql, [cell.0], |row| self.assignment(row))
    }

    fn assignment(&self, row: Taken<'_, '_>) -> Result<Assignment> {
        row.refers(self, To::Cell, "cell")?;
        row.refers(self, To::Official, "official")?;
        read(row)
    }
}

/// An assignment of whatever moment: what it refers to may not be there now.
pub(super) fn read(row: Taken<'_, '_>) -> Result<Assignment> {
    Ok(Assignment {
        cell: CellId(row.get("cell")?),
        official: OfficialId(row.get("official")?),
        from: row.some_date("valid_from")?,
        until: row.date("valid_until")?,
        document: Document {
            number: row.text("document")?,
            date: row.date("document_date")?,
            issuer: row.text("issuer")?,
        },
    })
}

impl Writer<'_> {
    /// Removes an assignment, known by its cell, official and first day.
    pub fn remove_assignment(&self, old: &Assignment) -> Result<()> {
        let which = "cell = ?2 AND official = ?3 AND valid_from = ?4";
        let key = (self.number(), old.cell.0, old.official.0, old.from.to_string());
        self.remove("assignment", which, key)?;
        Ok(())
    }

    /// Records an assignment.
    pub fn add_assignment(&self, new: &Assignment) -> Result<()> {
        let sql = "INSERT INTO assignment
                   (cell, official, valid_from, valid_until, document, document_date, issuer, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (from, until) = (new.from.to_string(), iso(new.until));
        let number = new.document.number.as_ref().map(|text| text.as_str());
        let issuer = new.document.issuer.as_ref().map(|text| text.as_str());
        let date = iso(new.document.date);
        self.add(
            sql,
            (new.cell.0, new.official.0, from, until, number, date, issuer, self.number()),
        )
    }
}

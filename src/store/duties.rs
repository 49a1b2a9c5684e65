//! Duties: how often officials owe visits, and where.

use super::row::{Taken, Version, read_text};
use super::tables::{CELL, COMMITTEE, DUTY, OFFICIAL, and_columns};
use super::{Reader, Result, StoreError, Writer};
use crate::domain::{CellId, CommitteeId, Duty, OfficialId, Scope};

impl Reader<'_> {
    /// Every duty.
    pub fn duties(&self) -> Result<Vec<Duty>> {
        self.versions(&DUTY, "", [], |mut row| {
            let official = row.refers(self, &OFFICIAL, "official")?;
            let duty = self.duty(row, official)?;
            let is_there = match duty.scope {
                Scope::All => true,
                Scope::Committee(id) => self.is_there(&COMMITTEE, id.0)?,
                Scope::Cell(id) => self.is_there(&CELL, id.0)?,
            };
            let broken = StoreError::RowBroken { table: DUTY.name, id: 0, column: "cell" };
            if is_there { Ok(duty) } else { Err(broken) }
        })
    }

    /// A duty of whatever moment: what it refers to may not be there now.
    fn duty_once(&self, mut row: Taken<'_, '_>) -> Result<Duty> {
        let official = row.get("official")?;
        self.duty(row, official)
    }

    fn duty(&self, mut row: Taken<'_, '_>, official: i64) -> Result<Duty> {
        let (committee, cell): (Option<i64>, Option<i64>) =
            (row.get("committee")?, row.get("cell")?);
        let scope = match (committee, cell) {
            (None, None) => Scope::All,
            (Some(committee), _) => Scope::Committee(CommitteeId(committee)),
            (None, Some(cell)) => Scope::Cell(CellId(cell)),
        };
        let count = row.count("count")?.ok_or_else(|| row.broken("count"))?;
        Ok(Duty {
            official: OfficialId(official),
            scope,
            count,
            span: row.some_word("span")?,
            each: row.count::<u16>("each")? == Some(1),
            from: row.some_date("valid_from")?,
            until: row.date("valid_until")?,
            document: {
                let number = row.get("document")?;
                self.text(number, read_text, || row.broken("document"))?
            },
        })
    }

    /// The record of a duty in force, known by its official, scope and first day.
    fn duty_record(&self, one: &Duty) -> Result<Option<i64>> {
        let place = "official = ?1 AND coalesce(committee, 0) = ?2 AND coalesce(cell, 0) = ?3 AND valid_from = ?4";
        let (committee, cell) = columns(one.scope);
        let key = (one.official.0, committee.unwrap_or(0), cell.unwrap_or(0), one.from.number());
        self.record_where(&DUTY, place, key)
    }
}

impl Writer<'_> {
    /// The duties that the operation under way removed and added.
    pub(super) fn touched_duties(&self) -> Result<Vec<Duty>> {
        let top = self.top(&DUTY).unwrap_or(i64::MAX);
        let columns = and_columns("t", DUTY.columns);
        let sql = format!(
            "SELECT t.version, t.record{columns} FROM duty t WHERE removed_by = ?1 OR version > ?2"
        );
        self.each(&sql, [self.number(), top], |row| self.duty_once(Taken::version(row, &DUTY)?))
    }

    /// Removes a duty, known by its official, scope and first day.
    pub fn remove_duty(&self, old: &Duty) -> Result<()> {
        self.remove_found(&DUTY, self.duty_record(old)?)
    }

    /// Records a duty, in the place of the version in force if there is one.
    pub fn put_duty(&self, new: &Duty) -> Result<()> {
        let record = self.duty_record(new)?;
        let (committee, cell) = columns(new.scope);
        let version = Version::new(&DUTY)
            .number("official", Some(new.official.0))
            .number("committee", committee)
            .number("cell", cell)
            .number("count", Some(new.count))
            .word("span", Some(new.span))
            .number("each", Some(u16::from(new.each)))
            .day("valid_from", Some(new.from))
            .day("valid_until", new.until)
            .text("document", new.document.as_ref());
        self.put_found(record, &version)
    }
}

/// The columns of a scope: the committee, and the cell.
fn columns(scope: Scope) -> (Option<i64>, Option<i64>) {
    match scope {
        Scope::All => (None, None),
        Scope::Committee(id) => (Some(id.0), None),
        Scope::Cell(id) => (None, Some(id.0)),
    }
}

//! Lines of descent between cells.

use super::row::{Version, read_text};
use super::tables::{CELL, SUCCESSION};
use super::{Reader, Result, Writer};
use crate::domain::{CellId, Succession};

impl Reader<'_> {
    /// Every succession.
    pub fn successions(&self) -> Result<Vec<Succession>> {
        self.some_successions("", [])
    }

    /// Those that fit a condition.
    pub(super) fn some_successions(
        &self,
        condition: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Succession>> {
        self.versions(&SUCCESSION, condition, params, |mut row| {
            Ok(Succession {
                from_cell: CellId(row.refers(self, &CELL, "from_cell")?),
                to_cell: CellId(row.refers(self, &CELL, "to_cell")?),
                on: row.some_date("happened_on")?,
                document: {
                    let number = row.get("document")?;
                    self.text(number, read_text, || row.broken("document"))?
                },
            })
        })
    }
}

impl Writer<'_> {
    /// Records a succession, in the place of the one between the same cells on the same day.
    pub fn put_succession(&self, new: &Succession) -> Result<()> {
        let place = "from_cell = ?1 AND to_cell = ?2 AND happened_on = ?3";
        let key = (new.from_cell.0, new.to_cell.0, new.on.number());
        let old = self.record_where(&SUCCESSION, place, key)?;
        let version = Version::new(&SUCCESSION)
            .number("from_cell", Some(new.from_cell.0))
            .number("to_cell", Some(new.to_cell.0))
            .day("happened_on", Some(new.on))
            .text("document", new.document.as_ref());
        self.put_found(old, &version)
    }
}

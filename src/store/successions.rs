//! Lines of descent between cells.

use super::references::To;
use super::{Reader, Result, Writer};
use crate::domain::{CellId, Succession};

impl Reader<'_> {
    /// Every succession.
    pub fn successions(&self) -> Result<Vec<Succession>> {
        let sql = format!(
            "SELECT id, from_cell, to_cell, happened_on, document FROM succession v
             WHERE {} ORDER BY id",
            self.seen("v")
        );
        self.rows("succession", &sql, [], |row| {
            Ok(Succession {
                from_cell: CellId(row.refers(self, To::Cell, "from_cell")?),
                to_cell: CellId(row.refers(self, To::Cell, "to_cell")?),
                on: row.some_date("happened_on")?,
                document: row.text("document")?,
            })
        })
    }
}

impl Writer<'_> {
    /// Records a succession, in the place of the one between the same cells on the same day.
    pub fn put_succession(&self, new: &Succession) -> Result<()> {
        let (from, to, on) = (new.from_cell.0, new.to_cell.0, new.on.to_string());
        let which = "from_cell = ?2 AND to_cell = ?3 AND happened_on = ?4";
        self.remove("succession", which, (self.number(), from, to, &on))?;
        let sql = "INSERT INTO succession (from_cell, to_cell, happened_on, document, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let document = new.document.as_ref().map(|text| text.as_str());
        self.add(sql, (from, to, on, document, self.number()))
    }
}

//! Inspections of cells, and who took part.

use rusqlite::Params;

use super::row::{Version, number_of, read_text};
use super::tables::{CELL, INSPECTION, OFFICIAL};
use super::{Reader, Result, Writer};
use crate::domain::{CellId, Inspection, InspectionKey, OfficialId};

impl Reader<'_> {
    /// Every inspection.
    pub fn inspections(&self) -> Result<Vec<Inspection>> {
        self.some_inspections("", [])
    }

    /// The inspections of one cell, by day and kind; found by an index.
    pub fn inspections_of(&self, cell: CellId) -> Result<Vec<Inspection>> {
        let mut own = self.some_inspections("t.cell = ?1", [cell.0])?;
        own.sort_by_key(Inspection::key);
        Ok(own)
    }

    fn some_inspections(
        &self,
        condition: &str,
        params: impl Params + Clone,
    ) -> Result<Vec<Inspection>> {
        let part = &INSPECTION.parts[0];
        let mut officials =
            self.parts(&INSPECTION, part, condition, params.clone(), |mut row| {
                Ok(OfficialId(row.get("official")?))
            })?;
        let all = self.versions(&INSPECTION, condition, params, |mut row| {
            let number = row.number();
            let cell = CellId(row.refers(self, &CELL, "cell")?);
            let (on, kind) = (row.some_date("inspected_on")?, row.some_word("kind")?);
            let document = row.get("document")?;
            let document = self.text(document, read_text, || row.broken("document"))?;
            let mut officials = officials.of(number);
            for official in &officials {
                self.must_be_there(&OFFICIAL, official.0, (part.name, number, "official"))?;
            }
            officials.sort_unstable();
            Ok(Inspection { cell, on, kind, document, officials })
        })?;
        officials.hold(self)?;
        Ok(all)
    }

    /// The record of an inspection in force.
    fn inspection_record(&self, (cell, on, kind): InspectionKey) -> Result<Option<i64>> {
        let place = "cell = ?1 AND inspected_on = ?2 AND kind = ?3";
        let key = (cell.0, on.number(), number_of(kind));
        self.record_where(&INSPECTION, place, key)
    }
}

impl Writer<'_> {
    /// Removes an inspection.
    pub fn remove_inspection(&self, key: InspectionKey) -> Result<()> {
        self.remove_found(&INSPECTION, self.inspection_record(key)?)
    }

    /// Records an inspection, in the place of the version in force if there is one.
    pub fn put_inspection(&self, new: &Inspection) -> Result<()> {
        let record = self.inspection_record(new.key())?;
        let mut version = Version::new(&INSPECTION)
            .number("cell", Some(new.cell.0))
            .day("inspected_on", Some(new.on))
            .word("kind", Some(new.kind))
            .text("document", new.document.as_ref());
        for official in &new.officials {
            version = version.row("inspector").number("official", Some(official.0));
        }
        self.put_found(record, &version)
    }
}

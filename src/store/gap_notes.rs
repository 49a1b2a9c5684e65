//! What was answered about gaps.

use super::row::{Version, read_text};
use super::tables::{CELL, GAP_NOTE};
use super::{Reader, Result, Writer};
use crate::domain::{CellId, GapNote, Name, Remark};

impl Reader<'_> {
    /// Everything that was answered.
    pub fn gap_notes(&self) -> Result<Vec<GapNote>> {
        self.versions(&GAP_NOTE, "", [], |mut row| {
            let cell = CellId(row.refers(self, &CELL, "cell")?);
            let (period, on) = (row.period("period")?, row.some_date("noted_on")?);
            let number = row.get("text")?;
            let text = self.text(number, read_text, || row.broken("text"))?;
            // What was erased is told as such.
            let text = text
                .or_else(|| Remark::new(Name::ERASED).ok().flatten())
                .ok_or_else(|| row.broken("text"))?;
            Ok(GapNote { cell, period, on, text })
        })
    }

    /// The record of what is known by the same cell, month and day.
    fn gap_note_record(&self, one: &GapNote) -> Result<Option<i64>> {
        let place = "cell = ?1 AND period = ?2 AND noted_on = ?3";
        let key = (one.cell.0, one.period.number(), one.on.number());
        self.record_where(&GAP_NOTE, place, key)
    }
}

impl Writer<'_> {
    /// Removes what was answered, known by its cell, month and day.
    pub fn remove_gap_note(&self, old: &GapNote) -> Result<()> {
        self.remove_found(&GAP_NOTE, self.gap_note_record(old)?)
    }

    /// Records what was answered, in the place of the version in force if there is one.
    pub fn put_gap_note(&self, new: &GapNote) -> Result<()> {
        let record = self.gap_note_record(new)?;
        let version = Version::new(&GAP_NOTE)
            .number("cell", Some(new.cell.0))
            .month("period", new.period)
            .day("noted_on", Some(new.on))
            .text("text", Some(&new.text));
        self.put_found(record, &version)
    }
}

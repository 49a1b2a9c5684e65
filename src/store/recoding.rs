//! Filed rows in the codes now in force. What was filed stays as it is; only files speak of it in the codes
//! that the other files of the folder have.

use std::collections::HashMap;
use std::hash::Hash;

use super::{Reader, Result};
use crate::domain::{Closing, Code, FiledRow, PeriodSpan, Recoding, Register};

impl Reader<'_> {
    /// The closings in force, of these months or of all, with their rows in the codes of the register.
    pub fn closings_recoded(
        &self,
        span: Option<PeriodSpan>,
        register: &Register,
    ) -> Result<Vec<Closing>> {
        let mut closings = match span {
            Some(span) => self.closings(span)?,
            None => self.all_closings()?,
        };
        if closings.is_empty() {
            return Ok(closings);
        }
        let recoding = self.recoding(register)?;
        for closing in &mut closings {
            let rows = std::mem::take(&mut closing.rows).into_iter();
            closing.rows = rows.map(|row| row.recoded(&recoding)).collect();
            FiledRow::put_in_order(&mut closing.rows);
        }
        Ok(closings)
    }

    fn recoding(&self, register: &Register) -> Result<Recoding> {
        let committees = register.committees().iter().map(|c| (c.id, &c.code));
        let cells = register.cells().iter().map(|c| (c.id, &c.code));
        let officials = register.officials().iter().map(|o| (o.id, &o.code));
        Ok(Recoding {
            committees: changed(self.committee_codes()?, committees.collect()),
            cells: changed(self.cell_codes()?, cells.collect()),
            officials: changed(self.official_codes()?, officials.collect()),
        })
    }
}

/// Of all codes ever used those that are written in another way now.
fn changed<I: Eq + Hash>(ever: HashMap<Code, I>, now: HashMap<I, &Code>) -> HashMap<Code, Code> {
    let current = |(old, id): (Code, I)| {
        let new = now.get(&id)?;
        (old != **new).then(|| (old, (*new).clone()))
    };
    ever.into_iter().filter_map(current).collect()
}

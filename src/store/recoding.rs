//! Filed rows in the codes now in force. What was filed stays as it is; only files speak of it in the codes
//! that the other files of the folder have.

use std::collections::HashMap;

use super::{Reader, Result};
use crate::domain::{
    Cell, Closing, Code, Committee, FiledRow, Official, PeriodSpan, Recoding, Register, Registered,
};

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
        Ok(Recoding {
            committees: self.changed::<Committee>(register)?,
            cells: self.changed::<Cell>(register)?,
            officials: self.changed::<Official>(register)?,
        })
    }

    /// Of all codes that a kind ever used those that are written in another way now.
    fn changed<T: Registered>(&self, register: &Register) -> Result<HashMap<Code, Code>> {
        let current = |(old, id): (Code, T::Id)| {
            let new = register.find::<T>(id)?.code();
            (old != *new).then(|| (old, new.clone()))
        };
        Ok(self.codes_ever::<T>()?.into_iter().filter_map(current).collect())
    }
}

//! Codes that were ever in use, and identities that are free: a code names one identity for ever (`records.md`,
//! section 4).

use std::collections::HashMap;

use super::tables::{CATEGORY, CELL, COMMITTEE, OFFICIAL, RECOMMENDATION, Table};
use super::{Reader, Result};
use crate::domain::{Code, Coded, Identity, ThingKind};

/// Where records of a kind lie.
fn table(kind: ThingKind) -> &'static Table {
    match kind {
        ThingKind::Committee => &COMMITTEE,
        ThingKind::Cell => &CELL,
        ThingKind::Category => &CATEGORY,
        ThingKind::Official => &OFFICIAL,
        ThingKind::Recommendation => &RECOMMENDATION,
    }
}

impl Reader<'_> {
    /// Every code that a record of a kind ever had.
    pub fn codes_ever<T: Coded>(&self) -> Result<HashMap<Code, T::Id>> {
        let table = table(T::KIND);
        let sql = format!("SELECT version, record, code FROM {} ORDER BY version", table.name);
        let codes = self.rows(table.name, &sql, [], |mut row| {
            let record = T::Id::of(row.get("record")?);
            let code = match T::KIND {
                ThingKind::Category => row.category_code("code")?,
                ThingKind::Committee
                | ThingKind::Cell
                | ThingKind::Official
                | ThingKind::Recommendation => row.code("code")?,
            };
            Ok((code, record))
        })?;
        Ok(codes.into_iter().collect())
    }

    /// The next free identity of a kind.
    pub fn next<T: Coded>(&self) -> Result<T::Id> {
        self.next_record(table(T::KIND)).map(T::Id::of)
    }
}

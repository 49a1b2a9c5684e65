//! Codes that were ever in use: a code names one identity for ever (`records.md`, section 4).

use std::collections::HashMap;

use super::tables::{CATEGORY, CELL, COMMITTEE, OFFICIAL, RECOMMENDATION, Table};
use super::{Reader, Result};
use crate::domain::{CategoryId, CellId, Code, CommitteeId, OfficialId, RecommendationId};

impl Reader<'_> {
    fn codes<I>(&self, table: &'static Table, id: fn(i64) -> I) -> Result<HashMap<Code, I>> {
        let sql = format!("SELECT version, record, code FROM {} ORDER BY version", table.name);
        let codes = self.rows(table.name, &sql, [], |mut row| {
            let record = id(row.get("record")?);
            let is_category = std::ptr::eq(table, &CATEGORY);
            let code = if is_category { row.category_code("code")? } else { row.code("code")? };
            Ok((code, record))
        })?;
        Ok(codes.into_iter().collect())
    }

    /// Every code that a committee ever had.
    pub fn committee_codes(&self) -> Result<HashMap<Code, CommitteeId>> {
        self.codes(&COMMITTEE, CommitteeId)
    }

    /// Every code that a cell ever had.
    pub fn cell_codes(&self) -> Result<HashMap<Code, CellId>> {
        self.codes(&CELL, CellId)
    }

    /// Every code that a category ever had.
    pub fn category_codes(&self) -> Result<HashMap<Code, CategoryId>> {
        self.codes(&CATEGORY, CategoryId)
    }

    /// Every code that an official ever had.
    pub fn official_codes(&self) -> Result<HashMap<Code, OfficialId>> {
        self.codes(&OFFICIAL, OfficialId)
    }

    /// Every code that a recommendation ever had.
    pub fn recommendation_codes(&self) -> Result<HashMap<Code, RecommendationId>> {
        self.codes(&RECOMMENDATION, RecommendationId)
    }
}

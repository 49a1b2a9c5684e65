//! Codes that were ever in use: a code names one identity for ever (`records.md`, section 4).

use std::collections::HashMap;

use super::{Reader, Result};
use crate::domain::{CategoryId, CellId, Code, CommitteeId, OfficialId, RecommendationId};

impl Reader<'_> {
    fn codes<I>(
        &self,
        table: &'static str,
        owner: &'static str,
        id: fn(i64) -> I,
    ) -> Result<HashMap<Code, I>> {
        let sql = format!("SELECT id, {owner}, code FROM {table}");
        let codes = self.rows(table, &sql, [], |row| {
            let code = if owner == "category" { row.category_code()? } else { row.code()? };
            Ok((code, id(row.get(owner)?)))
        })?;
        Ok(codes.into_iter().collect())
    }

    /// Every code that a committee ever had.
    pub fn committee_codes(&self) -> Result<HashMap<Code, CommitteeId>> {
        self.codes("committee_version", "committee", CommitteeId)
    }

    /// Every code that a cell ever had.
    pub fn cell_codes(&self) -> Result<HashMap<Code, CellId>> {
        self.codes("cell_version", "cell", CellId)
    }

    /// Every code that a category ever had.
    pub fn category_codes(&self) -> Result<HashMap<Code, CategoryId>> {
        self.codes("category_version", "category", CategoryId)
    }

    /// Every code that an official ever had.
    pub fn official_codes(&self) -> Result<HashMap<Code, OfficialId>> {
        self.codes("official_version", "official", OfficialId)
    }

    /// Every code that a recommendation ever had.
    pub fn recommendation_codes(&self) -> Result<HashMap<Code, RecommendationId>> {
        self.codes("recommendation_version", "recommendation", RecommendationId)
    }
}

//! Recommendations as they were raised.

use super::committees::iso;
use super::references::To;
use super::row::Taken;
use super::{Reader, Result, Writer};
use crate::domain::{
    CellId, Keyword, Period, PeriodSpan, Recommendation, RecommendationCount, RecommendationId,
};

impl Reader<'_> {
    /// Every recommendation.
    pub fn recommendations(&self) -> Result<Vec<Recommendation>> {
        let sql = format!(
            "SELECT * FROM recommendation_version v WHERE {} ORDER BY recommendation",
            self.seen("v")
        );
        self.rows("recommendation_version", &sql, [], |row| self.recommendation(row))
    }

    /// The recommendations of one cell for one period.
    pub fn recommendations_of(&self, cell: CellId, period: Period) -> Result<Vec<Recommendation>> {
        let sql = format!(
            "SELECT * FROM recommendation_version v WHERE period = ?1 AND cell = ?2 AND {}
             ORDER BY recommendation",
            self.seen("v")
        );
        self.rows("recommendation_version", &sql, (period.to_string(), cell.0), |row| {
            self.recommendation(row)
        })
    }

    /// How many recommendations each cell raised for each of these months.
    pub fn recommendation_counts(&self, span: PeriodSpan) -> Result<Vec<RecommendationCount>> {
        let sql = format!(
            "SELECT min(id) AS id, cell, period, count(*) AS raised FROM recommendation_version v
             WHERE period BETWEEN ?1 AND ?2 AND {} GROUP BY period, cell",
            self.seen("v")
        );
        let span = (span.from.to_string(), span.to.to_string());
        self.rows("recommendation_version", &sql, span, |row| {
            Ok(RecommendationCount {
                cell: CellId(row.get("cell")?),
                period: row.period("period")?,
                raised: row.get("raised")?,
            })
        })
    }

    /// The next free identity.
    pub fn next_recommendation(&self) -> Result<RecommendationId> {
        self.next_identity("recommendation").map(RecommendationId)
    }

    fn recommendation(&self, row: Taken<'_, '_>) -> Result<Recommendation> {
        Ok(Recommendation {
            id: RecommendationId(row.get("recommendation")?),
            code: row.code()?,
            cell: CellId(row.refers(self, To::Cell, "cell")?),
            period: row.period("period")?,
            raised_on: row.date("raised_on")?,
            area: row.some_keyword("area")?,
            text: row.some_text("text")?,
        })
    }
}

impl Writer<'_> {
    /// Removes a recommendation.
    pub fn remove_recommendation(&self, id: RecommendationId) -> Result<()> {
        self.remove("recommendation_version", "recommendation = ?2", (self.number(), id.0))?;
        Ok(())
    }

    /// Records a recommendation, in the place of the version in force if there is one.
    pub fn put_recommendation(&self, new: &Recommendation) -> Result<()> {
        self.ensure_identity("recommendation", new.id.0)?;
        self.remove_recommendation(new.id)?;
        let sql = "INSERT INTO recommendation_version
                   (recommendation, code, cell, period, raised_on, area, text, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (period, raised_on) = (new.period.to_string(), iso(new.raised_on));
        let (code, area, text) = (new.code.as_str(), new.area.key(), new.text.as_str());
        self.add(sql, (new.id.0, code, new.cell.0, period, raised_on, area, text, self.number()))
    }
}

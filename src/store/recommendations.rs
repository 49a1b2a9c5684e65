//! Recommendations as they were raised.

use rusqlite::Params;

use super::row::{Version, read_text};
use super::tables::{CELL, RECOMMENDATION};
use super::tally::Tally;
use super::{Reader, Result, Writer};
use crate::domain::{
    CellId, Name, Period, PeriodSpan, Recommendation, RecommendationCount, RecommendationId, Remark,
};

impl Reader<'_> {
    /// Every recommendation.
    pub fn recommendations(&self) -> Result<Vec<Recommendation>> {
        self.some_recommendations("", [])
    }

    /// The recommendations of one cell for one period.
    pub fn recommendations_of(&self, cell: CellId, period: Period) -> Result<Vec<Recommendation>> {
        self.some_recommendations("t.period = ?1 AND t.cell = ?2", [period.number(), cell.0])
    }

    fn some_recommendations(
        &self,
        condition: &str,
        params: impl Params,
    ) -> Result<Vec<Recommendation>> {
        let mut all = self.versions(&RECOMMENDATION, condition, params, |mut row| {
            let id = RecommendationId(row.record()?);
            let (code, cell) = (row.code("code")?, CellId(row.refers(self, &CELL, "cell")?));
            let (period, raised_on) = (row.period("period")?, row.date("raised_on")?);
            let (area, number) = (row.some_word("area")?, row.get("text")?);
            let text = self.text(number, read_text, || row.broken("text"))?;
            // What was erased is told as such.
            let text = text
                .or_else(|| Remark::new(Name::ERASED).ok().flatten())
                .ok_or_else(|| row.broken("text"))?;
            Ok(Recommendation { id, code, cell, period, raised_on, area, text })
        })?;
        all.sort_by_key(|one| one.id);
        Ok(all)
    }

    /// How many recommendations each cell raised for each of these months.
    pub fn recommendation_counts(&self, span: PeriodSpan) -> Result<Vec<RecommendationCount>> {
        let condition = "t.period BETWEEN ?1 AND ?2";
        let sql = self.query("t.version, t.period, t.cell", "recommendation", condition, "2, 3");
        let span = [span.from.number(), span.to.number()];
        let mut counts: Vec<RecommendationCount> = Vec::new();
        let mut found = Tally::default();
        self.rows("recommendation", &sql, span, |mut row| {
            found.count(row.number(), 1);
            let (period, cell) = (row.period("period")?, CellId(row.get("cell")?));
            match counts.last_mut() {
                Some(last) if (last.period, last.cell) == (period, cell) => last.raised += 1,
                _ => counts.push(RecommendationCount { cell, period, raised: 1 }),
            }
            Ok(())
        })?;
        self.hold("recommendation", Some(span), found)?;
        Ok(counts)
    }
}

impl Writer<'_> {
    /// Removes a recommendation.
    pub fn remove_recommendation(&self, id: RecommendationId) -> Result<()> {
        self.remove_record(&RECOMMENDATION, id.0)
    }

    /// Records a recommendation, in the place of the version in force if there is one.
    pub fn put_recommendation(&self, new: &Recommendation) -> Result<()> {
        let version = Version::new(&RECOMMENDATION)
            .plain("code", Some(new.code.as_str()))
            .number("cell", Some(new.cell.0))
            .month("period", new.period)
            .day("raised_on", new.raised_on)
            .word("area", Some(new.area))
            .text("text", Some(&new.text));
        self.put(new.id.0, &version)
    }
}

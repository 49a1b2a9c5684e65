//! Recommendations with their steps, and which of them are the same matter.

use rusqlite::{OptionalExtension, Params};

use super::row::{Taken, Version, read_text};
use super::tables::{CELL, RECOMMENDATION, RECOMMENDATION_LINK};
use super::tally::Tally;
use super::{MeetingFilter, Reader, Result, StoreError, Writer};
use crate::domain::{
    CellId, Code, Date, FollowUp, Label, Name, Period, PeriodSpan, Recommendation,
    RecommendationCount, RecommendationId, RecommendationLink, Remark, Setting, Step,
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

    /// The recommendations of one cell.
    pub fn recommendations_of_cell(&self, cell: CellId) -> Result<Vec<Recommendation>> {
        self.some_recommendations("t.cell = ?1", [cell.0])
    }

    /// The recommendation of this code.
    pub fn recommendation(&self, code: &Code) -> Result<Option<Recommendation>> {
        let of_code = "t.code = ?1 COLLATE NOCASE";
        Ok(self.some_recommendations(of_code, [code.as_str()])?.pop())
    }

    fn some_recommendations(
        &self,
        condition: &str,
        params: impl Params + Clone,
    ) -> Result<Vec<Recommendation>> {
        let part = &RECOMMENDATION.parts[0];
        let mut steps =
            self.parts(&RECOMMENDATION, part, condition, params.clone(), |row| self.step(row))?;
        let mut all = self.versions(&RECOMMENDATION, condition, params, |mut row| {
            let id = RecommendationId(row.record()?);
            let mut steps = steps.of(row.number());
            steps.sort();
            let (code, cell) = (row.code("code")?, CellId(row.refers(self, &CELL, "cell")?));
            let (period, raised_on) = (row.period("period")?, row.date("raised_on")?);
            let (area, number) = (row.some_word("area")?, row.get("text")?);
            let text = self.text(number, read_text, || row.broken("text"))?;
            // What was erased is told as such.
            let text = text
                .or_else(|| Remark::new(Name::ERASED).ok().flatten())
                .ok_or_else(|| row.broken("text"))?;
            Ok(Recommendation { id, code, cell, period, raised_on, area, text, steps })
        })?;
        steps.hold(self)?;
        all.sort_by_key(|one| one.id);
        Ok(all)
    }

    fn step(&self, mut row: Taken<'_, '_>) -> Result<Step> {
        let (on, kind) = (row.some_date("happened_on")?, row.some_word("kind")?);
        let to: Option<i64> = row.get("sent_to")?;
        let name = self.text(to, read_text, || row.broken("sent_to"))?;
        // What was erased is told as such.
        let to = name.or_else(|| to.and_then(|_| Label::new(Name::ERASED).ok().flatten()));
        let document = row.get("document")?;
        let document = self.text(document, read_text, || row.broken("document"))?;
        let text = row.get("text")?;
        let text = self.text(text, read_text, || row.broken("text"))?;
        Ok(Step { on, kind, to, document, text })
    }

    /// Which recommendations are the same matter.
    pub fn recommendation_links(&self) -> Result<Vec<RecommendationLink>> {
        self.versions(&RECOMMENDATION_LINK, "", [], |mut row| {
            let id = row.refers(self, &RECOMMENDATION, "recommendation")?;
            let same_as = row.refers(self, &RECOMMENDATION, "same_as")?;
            let code = |record| self.code_of(record, || row.broken("recommendation"));
            Ok(RecommendationLink { id: code(id)?, same_as: code(same_as)? })
        })
    }

    /// Everything that reports on recommendations are made of.
    pub fn follow_up(&self) -> Result<FollowUp> {
        let recommendations = self.recommendations()?;
        let first = recommendations.iter().map(|one| one.period).min();
        let mut all = FollowUp::default();
        all.register = self.register()?;
        all.links = self.recommendation_links()?;
        all.recommendations = recommendations;
        if let Some((from, to)) = first.zip(Period::new(*Date::YEARS.end(), 12)) {
            let span = Some(PeriodSpan { from, to });
            all.met(&self.meetings(MeetingFilter { span, ..MeetingFilter::default() })?);
        }
        for setting in self.settings()? {
            match setting {
                Setting::Office(name) => all.office = Some(name),
                Setting::Sample => all.sample = true,
                Setting::RecordsFrom(_) => {}
                Setting::Letterhead(line, text) => all.letterhead.put(line, text),
            }
        }
        Ok(all)
    }

    /// The code of a recommendation, in force or not: it never has another.
    fn code_of(&self, record: i64, broken: impl Fn() -> StoreError) -> Result<Code> {
        let sql = "SELECT code FROM recommendation WHERE version = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let code: Option<String> = statement.query_row([record], |row| row.get(0)).optional()?;
        code.and_then(|code| Code::new(&code).ok()).ok_or_else(broken)
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

    /// Records a recommendation with its steps, in the place of the version in force if there is one.
    pub fn put_recommendation(&self, new: &Recommendation) -> Result<()> {
        let mut version = Version::new(&RECOMMENDATION)
            .plain("code", Some(new.code.as_str()))
            .number("cell", Some(new.cell.0))
            .month("period", new.period)
            .day("raised_on", new.raised_on)
            .word("area", Some(new.area))
            .text("text", Some(&new.text));
        for step in &new.steps {
            version = version
                .row("recommendation_step")
                .day("happened_on", Some(step.on))
                .word("kind", Some(step.kind))
                .text("sent_to", step.to.as_ref())
                .text("document", step.document.as_ref())
                .text("text", step.text.as_ref());
        }
        self.put(new.id.0, &version)
    }

    /// Records that two recommendations are the same matter.
    pub fn put_recommendation_link(&self, new: &RecommendationLink) -> Result<()> {
        let [id, same_as] = self.ends(new)?;
        let version = Version::new(&RECOMMENDATION_LINK)
            .number("recommendation", id)
            .number("same_as", same_as);
        self.put(self.next_record(&RECOMMENDATION_LINK)?, &version)
    }

    /// Removes that two recommendations are the same matter.
    pub fn remove_recommendation_link(&self, old: &RecommendationLink) -> Result<()> {
        let [id, same_as] = self.ends(old)?;
        let place = "recommendation = ?1 AND same_as = ?2";
        let record = self.record_where(&RECOMMENDATION_LINK, place, [id, same_as])?;
        self.remove_found(&RECOMMENDATION_LINK, record)
    }

    /// The records that a link ties.
    fn ends(&self, link: &RecommendationLink) -> Result<[Option<i64>; 2]> {
        let record = |code: &Code| {
            self.record_where(&RECOMMENDATION, "code = ?1 COLLATE NOCASE", [code.as_str()])
        };
        Ok([record(&link.id)?, record(&link.same_as)?])
    }
}

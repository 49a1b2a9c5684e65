//! Dates that cells announced.

use std::collections::HashMap;

use rusqlite::Params;

use super::row::{Taken, Version, number_of, read_text};
use super::tables::{CELL, PLAN};
use super::tally::Tally;
use super::{Reader, Result, Writer};
use crate::domain::{CellId, Hour, Moment, Period, PeriodSpan, Plan, PlanKey};

impl Reader<'_> {
    /// Every plan.
    pub fn plans(&self) -> Result<Vec<Plan>> {
        self.some_plans("", [], &mut Tally::default())
    }

    /// The plans of one cell, by month and kind.
    pub fn plans_of(&self, cell: CellId) -> Result<Vec<Plan>> {
        let mut plans = self.some_plans("t.cell = ?1", [cell.0], &mut Tally::default())?;
        plans.sort_by_key(|plan| (plan.period, plan.kind));
        Ok(plans)
    }

    /// The plans of one cell for one month, found by an index.
    pub fn plans_for(&self, cell: CellId, period: Period) -> Result<Vec<Plan>> {
        let place = [period.number(), cell.0];
        self.some_plans("t.period = ?1 AND t.cell = ?2", place, &mut Tally::default())
    }

    /// The plans for these months.
    pub fn plans_of_months(&self, span: PeriodSpan) -> Result<Vec<Plan>> {
        let span = [span.from.number(), span.to.number()];
        let mut found = Tally::default();
        let plans = self.some_plans("t.period BETWEEN ?1 AND ?2", span, &mut found)?;
        self.hold("plan", Some(span), found)?;
        Ok(plans)
    }

    /// When each plan for these months was recorded as it is, and how often it was recorded otherwise before.
    pub fn plans_recorded(&self, span: PeriodSpan) -> Result<HashMap<PlanKey, (Moment, u64)>> {
        let key = |row: &mut Taken<'_, '_>| -> Result<PlanKey> {
            let period = row.period("period")?;
            Ok((CellId(row.get("cell")?), period, row.some_word("kind")?))
        };
        let span = [span.from.number(), span.to.number()];
        // Also those that were taken away once.
        let sql = format!(
            "SELECT t.version, t.period, t.cell, t.kind, o.recorded_at
             FROM plan t JOIN operation o ON o.number = t.added_by
             WHERE t.period BETWEEN ?1 AND ?2 AND {} ORDER BY 1",
            self.added()
        );
        let mut recorded: HashMap<PlanKey, (Moment, u64)> = HashMap::new();
        self.rows("plan", &sql, span, |mut row| {
            let key = key(&mut row)?;
            let at: String = row.get("recorded_at")?;
            let at = Moment::from_iso(&at).ok_or_else(|| row.broken("recorded_at"))?;
            recorded.entry(key).and_modify(|it| *it = (at, it.1 + 1)).or_insert((at, 0));
            Ok(())
        })?;
        Ok(recorded)
    }

    fn some_plans(
        &self,
        condition: &str,
        params: impl Params,
        found: &mut Tally,
    ) -> Result<Vec<Plan>> {
        self.versions(&PLAN, condition, params, |mut row| {
            found.count(row.number(), 1);
            let cell = CellId(row.refers(self, &CELL, "cell")?);
            let (period, kind) = (row.period("period")?, row.some_word("kind")?);
            let on = row.some_date("planned_on")?;
            let hour = row.plain("hour")?.map(Hour::read).transpose();
            let hour = hour.map_err(|_| row.broken("hour"))?;
            let number = row.get("place")?;
            let place = self.text(number, read_text, || row.broken("place"))?;
            Ok(Plan { cell, period, kind, on, hour, place })
        })
    }

    /// The record of a plan in force.
    fn plan_record(&self, (cell, period, kind): PlanKey) -> Result<Option<i64>> {
        let place = "period = ?1 AND cell = ?2 AND kind = ?3";
        let key = (period.number(), cell.0, number_of(kind));
        self.record_where(&PLAN, place, key)
    }
}

impl Writer<'_> {
    /// Removes a plan.
    pub fn remove_plan(&self, key: PlanKey) -> Result<()> {
        self.remove_found(&PLAN, self.plan_record(key)?)
    }

    /// Records a plan, in the place of the version in force if there is one.
    pub fn put_plan(&self, new: &Plan) -> Result<()> {
        let record = self.plan_record(new.key())?;
        let hour = new.hour.map(|hour| hour.to_string());
        let version = Version::new(&PLAN)
            .number("cell", Some(new.cell.0))
            .month("period", new.period)
            .word("kind", Some(new.kind))
            .day("planned_on", Some(new.on))
            .plain("hour", hour.as_deref())
            .text("place", new.place.as_ref());
        self.put_found(record, &version)
    }
}

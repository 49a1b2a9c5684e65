//! `report effect`: whether more members come to meetings with a visitor. Each cell is held against itself, and each month
//! against itself; it says no more than the data carry.
//!
//! The figure of a cell is the mean share of members present at its meetings with a visitor, less that at its meetings
//! without; the estimate is the mean over cells, its interval that of Student's t over them (and the same over months). Visits were
//! not drawn by lot: that more came is no proof that they came for the visitor.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::coverage::CoverageReport;
use crate::domain::refusal::MoreCells;
use crate::domain::{Cell, CoverageRow, Refusal, refusal};
use crate::table::{Column, Row, Shape, Table, Value};
use crate::texts::{Lang, effect as words};

/// Fewer cells, or months, with meetings of both sorts carry no estimate.
pub const LEAST: usize = 8;

/// An estimate with its 95 % interval, in percentage points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Cells or months with meetings of both sorts.
    pub n: usize,
    /// Mean share of members present, in percent, with a visitor and without.
    pub visited: f64,
    pub unvisited: f64,
    pub difference: f64,
    pub low: f64,
    pub high: f64,
}

/// Attendance at visited and unvisited meetings.
#[derive(Debug)]
pub struct EffectReport<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
    /// Meetings of which the share is known, with a visitor and without.
    pub meetings: (u64, u64),
    /// Each cell against itself.
    pub cells: Estimate,
    /// Each month against itself; none where there are too few.
    pub months: Option<Estimate>,
}

/// A share of members, and whether a visitor was there.
type Seen = (f64, bool);

impl<'r, 'a> EffectReport<'r, 'a> {
    /// Refuses where too few cells have meetings of both sorts.
    pub fn build(coverage: &'r CoverageReport<'a>) -> Result<Self, Refusal> {
        let seen = |row: &CoverageRow<'_>| -> Option<Seen> {
            let held = row.held()?;
            let share = held.presence.attendance().filter(|share| share.n > 0)?;
            Some((share.k as f64 / share.n as f64 * 100.0, !held.visitors.is_empty()))
        };
        // A meeting that stands for several cells is one meeting.
        let mut known = HashSet::new();
        let once = |row: &&CoverageRow<'_>| row.meeting.is_some_and(|it| known.insert(it.id));
        let all: Vec<(&CoverageRow<'_>, Seen)> =
            coverage.rows().filter(once).filter_map(|row| Some((row, seen(row)?))).collect();
        let visited = all.iter().filter(|(_, (_, visited))| *visited).count() as u64;
        let meetings = (visited, all.len() as u64 - visited);
        let cells = estimate(all.iter().map(|(row, seen)| (row.cell.id, *seen)));
        let months = estimate(all.iter().map(|(row, seen)| (row.period, *seen)));
        match cells {
            Ok(cells) => Ok(Self { coverage, meetings, cells, months: months.ok() }),
            Err(found) => {
                let (visited, unvisited) = meetings;
                let (least, more) = (LEAST, more_cells(coverage));
                Err(refusal::Asked::TooThin { found, least, visited, unvisited, more }.into())
            }
        }
    }

    /// One row an estimate. The columns for programs are schema 1, only ever appended to.
    pub fn lay_out(&self, lang: Lang<'r>) -> Table<'r> {
        let estimates = [Some(("cells", self.cells)), self.months.map(|it| ("months", it))];
        let rows = estimates.into_iter().flatten().map(|(by, estimate)| {
            let Estimate { n, visited, unvisited, difference, low, high } = estimate;
            let number = |number: f64, sign: bool| {
                Value::word(
                    words::number(Lang::EN, number, sign),
                    words::number(lang, number, sign),
                )
            };
            Row::body(vec![
                Value::key(by, words::by(lang, by)).into(),
                (n as u64).into(),
                number(visited, false).into(),
                number(unvisited, false).into(),
                number(difference, true).into(),
                number(low, true).into(),
                number(high, true).into(),
            ])
        });
        let rows = rows.collect();
        let columns = words::columns(lang).into_iter();
        let columns = columns.map(|(key, label, over)| {
            let shape = if key == "by" { Shape::Text } else { Shape::Number };
            Column::new(key, label, shape).over(over)
        });
        let (visited, unvisited) = self.meetings;
        let counted = words::counted(lang, visited, unvisited, self.coverage.today);
        let mut under =
            vec![words::says(lang, self.cells.difference, self.cells.low, self.cells.high)];
        if self.months.is_none() {
            under.push(words::few_months(lang, LEAST));
        }
        under.push(words::known_only(lang).to_owned());
        under.push(words::not_by_lot(lang).to_owned());
        Table {
            kind: "effect-report",
            schema: 1,
            about: self.coverage.about(),
            columns: columns.collect(),
            rows,
            under,
            ..self.coverage.headed(lang, words::title(lang, self.coverage.span), counted)
        }
    }
}

/// What would give a comparison more cells.
fn more_cells(coverage: &CoverageReport<'_>) -> MoreCells {
    let (scope, day) = (coverage.scope, coverage.span.to.last_day());
    let within = |cell: &&Cell| scope.holds_place(cell.standings.at(day).committee, cell.id);
    let cells = coverage.facts.register.cells().iter().filter(within).count();
    let limited = scope.cell.is_some() || scope.committee.is_some();
    match (cells < LEAST, limited) {
        (false, _) => MoreCells::Months,
        (true, true) => MoreCells::Unlimited,
        (true, false) => MoreCells::Nothing,
    }
}

/// The mean difference over groups with meetings of both sorts, each counting once; how many there are, if that is too few.
pub fn estimate<G: Eq + Hash>(seen: impl Iterator<Item = (G, Seen)>) -> Result<Estimate, usize> {
    let mut groups: HashMap<G, [Vec<f64>; 2]> = HashMap::new();
    for (group, (share, visited)) in seen {
        groups.entry(group).or_default()[usize::from(visited)].push(share);
    }
    let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / numbers.len() as f64;
    let both = groups.values().filter(|[without, with]| !without.is_empty() && !with.is_empty());
    let mut pairs: Vec<(f64, f64)> =
        both.map(|[without, with]| (mean(with), mean(without))).collect();
    let n = pairs.len();
    if n < LEAST {
        return Err(n);
    }
    // In an order of its own: a sum of floating point numbers depends on it.
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let differences: Vec<f64> = pairs.iter().map(|(with, without)| with - without).collect();
    let difference = mean(&differences);
    let squares = differences.iter().map(|it| (it - difference).powi(2)).sum::<f64>();
    let error = (squares / (n - 1) as f64 / n as f64).sqrt();
    let reach = student(n - 1) * error;
    Ok(Estimate {
        n,
        visited: mean(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>()),
        unvisited: mean(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>()),
        difference,
        low: difference - reach,
        high: difference + reach,
    })
}

/// The 97.5 % quantile of Student's t: tables up to 30 degrees of freedom, the expansion of Cornish and Fisher beyond, which
/// is right to four digits there.
fn student(freedom: usize) -> f64 {
    const TABLE: [f64; 30] = [
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010,
        2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739,
        2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
    ];
    if let Some(quantile) = freedom.checked_sub(1).and_then(|at| TABLE.get(at)) {
        return *quantile;
    }
    let (z, v) = (1.959_963_985_f64, freedom as f64);
    z + (z.powi(3) + z) / (4.0 * v)
        + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * v * v)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_is_the_mean_of_what_each_group_differs_from_itself() {
        // Eight cells: the first differs by 0, the others by 10 each; a ninth has visited meetings alone.
        let cell = |cell: usize| {
            let with = if cell == 0 { 80.0 } else { 90.0 };
            [(cell, (with, true)), (cell, (80.0, false))]
        };
        let seen = (0..8).flat_map(cell).chain([(9, (50.0, true))]);
        let found = estimate(seen).unwrap();
        assert_eq!(found.n, 8);
        assert!((found.difference - 8.75).abs() < 1e-9, "{found:?}");
        // Standard error 3.5355/√8 = 1.25, Student's t of 7 degrees 2.3646.
        assert!((found.low - (8.75 - 2.3646 * 1.25)).abs() < 1e-3, "{found:?}");
        assert_eq!(estimate((0..7).flat_map(cell)), Err(7));
    }

    #[test]
    fn quantiles_go_on_smoothly_where_the_table_ends() {
        assert!((student(31) - 2.0395).abs() < 2e-4);
        assert!((student(60) - 2.0003).abs() < 2e-4);
        assert!((student(10_000) - 1.9602).abs() < 2e-4);
    }

    /// The 95 % interval holds the true difference in about 95 of 100 made-up offices, with an effect and without: cells of
    /// their own level, months with weather of their own, visits by a coin.
    #[test]
    fn the_interval_holds_the_truth_as_often_as_it_says() {
        let mut state = 12345_u64;
        let mut random = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            ((state >> 33) as f64) / f64::from(1_u32 << 31)
        };
        for truth in [0.0, 4.0] {
            let (mut held, trials) = (0, 2000);
            for _ in 0..trials {
                let months: Vec<f64> = (0..12).map(|_| random() * 6.0).collect();
                let mut seen = Vec::new();
                for cell in 0..27 {
                    let level = 70.0 + random() * 20.0;
                    for month in &months {
                        let visited = random() < 0.7;
                        let noise: f64 = (0..12).map(|_| random()).sum::<f64>() - 6.0;
                        let effect = if visited { truth } else { 0.0 };
                        seen.push((cell, (level + month + effect + noise * 5.0, visited)));
                    }
                }
                let found = estimate(seen.into_iter()).unwrap();
                held += usize::from(found.low <= truth && truth <= found.high);
            }
            let share = held as f64 / f64::from(trials);
            assert!((0.935..=0.965).contains(&share), "{share} with {truth}");
        }
    }
}

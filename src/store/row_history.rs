//! Which operations touched the records that rows of coverage are made of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Reader, Result};
use crate::domain::{CellId, OperationNumber, Period};

/// What an operation touched of the rows of a month.
#[derive(Debug, Clone, Default)]
pub struct RowsTouched {
    /// The cells whose records, or those of whose officials or committees, it touched.
    pub cells: BTreeSet<CellId>,
    /// Whether anything of it stands in the register.
    pub register: bool,
}

/// A query of versions with the cell that each matters to, and whether they stand in the register.
struct Source {
    register: bool,
    rows: String,
}

impl Reader<'_> {
    /// The operations after `since` that added or removed anything of which the rows of these cells for
    /// this month are made, names, titles and notes included, in order. The cells' predecessors must be
    /// among them.
    pub fn operations_on_rows(
        &self,
        cells: &BTreeSet<CellId>,
        period: Period,
        since: OperationNumber,
    ) -> Result<BTreeMap<OperationNumber, RowsTouched>> {
        let until = self.at().map_or(i64::MAX, |at| at.0);
        let mut found: BTreeMap<OperationNumber, RowsTouched> = BTreeMap::new();
        let mut enter = |number: i64, of: &mut dyn Iterator<Item = CellId>, register: bool| {
            if since.0 < number && number <= until {
                let touched = found.entry(OperationNumber(number)).or_default();
                touched.cells.extend(of);
                touched.register |= register;
            }
        };
        for Source { register, rows } in sources(cells, period) {
            for (cell, number) in self.touches(&rows, since)? {
                enter(number, &mut std::iter::once(CellId(cell)), register);
            }
        }
        // `records_from` is a setting, and a duty may reach any cell; others cost a look and change no row.
        for others in ["setting", "duty"] {
            let rows = format!("SELECT 0 AS cell, added_by, removed_by FROM {others}");
            for (_, number) in self.touches(&rows, since)? {
                enter(number, &mut cells.iter().copied(), false);
            }
        }
        Ok(found)
    }

    /// The cells of versions, and the operations after `since` that added or removed them.
    fn touches(&self, rows: &str, since: OperationNumber) -> Result<Vec<(i64, i64)>> {
        let sql = format!(
            "SELECT 0, cell, added_by AS number FROM ({rows}) WHERE added_by > ?1
             UNION SELECT 0, cell, removed_by FROM ({rows}) WHERE removed_by > ?1"
        );
        self.rows("operation", &sql, [since.0], |mut row| {
            Ok((row.get("cell")?, row.get("number")?))
        })
    }
}

/// Queries of cell, `added_by` and `removed_by` of everything of which the rows of cells are made.
fn sources(cells: &BTreeSet<CellId>, period: Period) -> Vec<Source> {
    let cells = cells.iter().map(|cell| cell.0.to_string()).collect::<Vec<_>>().join(",");
    let period = period.number();
    let of_month = format!("period = {period} AND cell IN ({cells})");
    let meetings = format!("SELECT version, cell FROM meeting WHERE {of_month}");
    let named = |part: &str| {
        format!(
            "SELECT v.official, m.cell FROM ({meetings}) m JOIN {part} v ON v.meeting = m.version"
        )
    };
    let people = format!(
        "SELECT official, cell FROM assignment WHERE cell IN ({cells}) UNION {} UNION {}",
        named("visit"),
        named("absence")
    );
    let committees = format!(
        "SELECT DISTINCT s.committee, c.record AS cell
         FROM cell c JOIN cell_standing s ON s.cell = c.version WHERE c.record IN ({cells})"
    );
    let own = |table: &str, column: &str, condition: &str| {
        format!("SELECT {column} AS cell, added_by, removed_by FROM {table} WHERE {condition}")
    };
    let joined = |table: &str, others: &str| {
        format!(
            "SELECT o.cell, v.added_by, v.removed_by
             FROM {table} v JOIN ({others}) o ON o.{table} = v.record"
        )
    };
    let of_cell = |column: &str| format!("{column} IN ({cells})");
    let records = [
        own("meeting", "cell", &of_month),
        own("recommendation", "cell", &of_month),
        own("assignment", "cell", &of_cell("cell")),
    ];
    let register = [
        own("cell", "record", &of_cell("record")),
        own("succession", "from_cell", &of_cell("from_cell")),
        own("succession", "to_cell", &of_cell("to_cell")),
        joined("committee", &committees),
        joined("official", &people),
    ];
    let source = |register| move |rows| Source { register, rows };
    records.into_iter().map(source(false)).chain(register.into_iter().map(source(true))).collect()
}

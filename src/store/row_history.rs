//! Which operations touched the records that one row of coverage is made of.

use std::collections::BTreeSet;

use super::{Reader, Result};
use crate::domain::{CellId, OperationNumber, Period};

impl Reader<'_> {
    /// The operations after `since` that added or removed anything of which the rows of these cells for
    /// this month are made, in order. The cells' predecessors must be among them.
    pub fn operations_on_rows(
        &self,
        cells: &BTreeSet<CellId>,
        period: Period,
        since: OperationNumber,
    ) -> Result<BTreeSet<OperationNumber>> {
        let cells = cells.iter().map(|cell| cell.0.to_string()).collect::<Vec<_>>().join(",");
        let meetings = format!(
            "SELECT meeting FROM meeting_version WHERE period = '{period}' AND cell IN ({cells})"
        );
        let officials = format!(
            "SELECT official FROM assignment WHERE cell IN ({cells})
             UNION SELECT official FROM visit WHERE meeting IN ({meetings})"
        );
        let touched = [
            format!("meeting_version WHERE period = '{period}' AND cell IN ({cells})"),
            format!("recommendation_version WHERE period = '{period}' AND cell IN ({cells})"),
            format!("visit WHERE meeting IN ({meetings})"),
            format!("absence WHERE meeting IN ({meetings})"),
            format!("assignment WHERE cell IN ({cells})"),
            format!("official_version WHERE official IN ({officials})"),
            format!("cell_version WHERE cell IN ({cells})"),
            format!("cell_standing WHERE cell IN ({cells})"),
            format!("succession WHERE from_cell IN ({cells}) OR to_cell IN ({cells})"),
            format!(
                "committee_version
                 WHERE committee IN (SELECT committee FROM cell_standing WHERE cell IN ({cells}))"
            ),
            "setting WHERE key = 'records_from'".to_owned(),
        ];
        let mut found = BTreeSet::new();
        for source in touched {
            let sql = format!("SELECT 0 AS id, added_by, removed_by FROM {source}");
            let pairs = self.rows("operation", &sql, [], |row| {
                Ok([Some(row.get::<i64>("added_by")?), row.get::<Option<i64>>("removed_by")?])
            })?;
            found.extend(pairs.into_iter().flatten().flatten().map(OperationNumber));
        }
        let until = self.at();
        found.retain(|number| *number > since && until.is_none_or(|until| *number <= until));
        Ok(found)
    }
}

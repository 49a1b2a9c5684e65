//! Cells, their names and committees.

use super::row::{Version, dated};
use super::tables::{CELL, COMMITTEE};
use super::{Reader, Result, Writer};
use crate::domain::{Cell, CellId, CellStanding, CommitteeId, RegularDay};

impl Reader<'_> {
    /// Every cell.
    pub fn cells(&self) -> Result<Vec<Cell>> {
        self.some_cells("", [])
    }

    /// Whether there is any.
    pub fn any_cell(&self) -> Result<bool> {
        let sql = self.query("1", "cell", "", "1");
        self.one(&format!("SELECT EXISTS ({sql})"), [])
    }

    /// Those that fit a condition.
    pub(super) fn some_cells(
        &self,
        condition: &str,
        params: impl rusqlite::Params + Clone,
    ) -> Result<Vec<Cell>> {
        let part = &CELL.parts[0];
        let mut standings = self.parts(&CELL, part, condition, params.clone(), |mut row| {
            let (from, name) = (row.date("valid_from")?, row.name("name")?);
            row.skip("sought")?;
            let committee = CommitteeId(row.get("committee")?);
            Ok((from, CellStanding { name, committee }))
        })?;
        let mut all = self.versions(&CELL, condition, params, |mut row| {
            let standings = standings.of(row.number());
            for (_, standing) in &standings {
                let place = (part.name, row.number(), "committee");
                self.must_be_there(&COMMITTEE, standing.committee.0, place)?;
            }
            Ok(Cell {
                id: CellId(row.record()?),
                code: row.code("code")?,
                kind: row.some_word("kind")?,
                founded: row.date("founded")?,
                dissolved: row.date("dissolved")?,
                regular_day: match row.count("regular_day")? {
                    None => None,
                    Some(day) => {
                        Some(RegularDay::new(day).ok_or_else(|| row.broken("regular_day"))?)
                    }
                },
                standings: dated(standings, row.broken("cell_standing"))?,
            })
        })?;
        standings.hold(self)?;
        all.sort_by_key(|cell| cell.id);
        Ok(all)
    }
}

impl Writer<'_> {
    /// Records a cell, in the place of the version in force if there is one.
    pub fn put_cell(&self, new: &Cell) -> Result<()> {
        let mut version = Version::new(&CELL)
            .plain("code", Some(new.code.as_str()))
            .word("kind", Some(new.kind))
            .day("founded", new.founded)
            .day("dissolved", new.dissolved)
            .number("regular_day", new.regular_day.map(RegularDay::day));
        for (from, standing) in new.standings.iter() {
            version = version
                .row("cell_standing")
                .day("valid_from", from)
                .name("name", &standing.name)
                .number("committee", Some(standing.committee.0));
        }
        self.put(new.id.0, &version)
    }
}

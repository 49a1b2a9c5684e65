//! Cells, their names and committees.

use super::committees::iso;
use super::references::To;
use super::row::dated;
use super::{Reader, Result, Writer};
use crate::domain::{Cell, CellId, CellStanding, CommitteeId, Date, Keyword, RegularDay};

impl Reader<'_> {
    /// Every cell.
    pub fn cells(&self) -> Result<Vec<Cell>> {
        let sql = format!(
            "SELECT id, cell, valid_from, name, committee FROM cell_standing v WHERE {}",
            self.seen("v")
        );
        let mut standings = Self::grouped(self.rows("cell_standing", &sql, [], |row| {
            let standing = CellStanding {
                name: row.some_name("name")?,
                committee: CommitteeId(row.refers(self, To::Committee, "committee")?),
            };
            Ok((row.get::<i64>("cell")?, (row.date("valid_from")?, standing)))
        })?);
        let sql = format!(
            "SELECT id, cell, code, kind, founded, dissolved, regular_day FROM cell_version v
             WHERE {} ORDER BY cell",
            self.seen("v")
        );
        self.rows("cell_version", &sql, [], |row| {
            let id: i64 = row.get("cell")?;
            let regular_day: Option<u8> = row.get("regular_day")?;
            Ok(Cell {
                id: CellId(id),
                code: row.code()?,
                kind: row.some_keyword("kind")?,
                founded: row.date("founded")?,
                dissolved: row.date("dissolved")?,
                regular_day: regular_day
                    .map(|day| RegularDay::new(day).ok_or_else(|| row.broken("regular_day")))
                    .transpose()?,
                standings: dated(standings.remove(&id).unwrap_or_default(), row.broken("cell"))?,
            })
        })
    }

    /// The next free identity.
    pub fn next_cell(&self) -> Result<CellId> {
        self.next_identity("cell").map(CellId)
    }
}

impl Writer<'_> {
    /// Records a cell, in the place of the version in force if there is one.
    pub fn put_cell(&self, old: Option<&Cell>, new: &Cell) -> Result<()> {
        self.ensure_identity("cell", new.id.0)?;
        let row = |c: &Cell| (c.code.to_string(), c.kind, c.founded, c.dissolved, c.regular_day);
        if old.map(row) != Some(row(new)) {
            if old.is_some() {
                self.remove("cell_version", "cell = ?2", (self.number(), new.id.0))?;
            }
            let sql = "INSERT INTO cell_version
                       (cell, code, kind, founded, dissolved, regular_day, added_by)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let (founded, dissolved) = (iso(new.founded), iso(new.dissolved));
            let (kind, day) = (new.kind.key(), new.regular_day.map(RegularDay::day));
            let code = new.code.as_str();
            self.add(sql, (new.id.0, code, kind, founded, dissolved, day, self.number()))?;
        }
        for (from, standing) in new.standings.iter() {
            let before = old.and_then(|o| o.standings.exactly(from));
            if before != Some(standing) {
                self.put_standing(before.is_some(), new.id, from, standing)?;
            }
        }
        Ok(())
    }

    fn put_standing(
        &self,
        replaces: bool,
        id: CellId,
        from: Option<Date>,
        standing: &CellStanding,
    ) -> Result<()> {
        let from = iso(from);
        if replaces {
            let which = "cell = ?2 AND coalesce(valid_from, '') = coalesce(?3, '')";
            self.remove("cell_standing", which, (self.number(), id.0, &from))?;
        }
        let sql = "INSERT INTO cell_standing (cell, valid_from, name, committee, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        self.add(sql, (id.0, from, standing.name.as_str(), standing.committee.0, self.number()))
    }
}

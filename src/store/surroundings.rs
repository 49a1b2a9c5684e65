//! The part of the register that a command is about. It is found by indexes, so that one entry takes as long in a
//! large office as in a small one; reports and checks read the whole.

use std::collections::BTreeSet;

use super::tables::{CELL, Kind, OFFICIAL, Table};
use super::{Reader, Result, TakingBack};
use crate::domain::{CellId, OfficialId, Register, fold_name};

/// More cells or officials than this are not looked up one by one: the whole register is read.
const MANY: usize = 5000;

/// The condition of being in the list that is the first value of the query; see [`list`].
const IN_LIST: &str = "IN (SELECT value FROM json_each(?1))";

/// Numbers as the value of [`IN_LIST`].
fn list<'a>(numbers: impl IntoIterator<Item = &'a i64>) -> String {
    serde_json::Value::from_iter(numbers.into_iter().copied()).to_string()
}

impl Reader<'_> {
    /// The part of the register that texts for cells and officials can mean, with what surrounds it
    /// ([`Reader::register_around`]). Where one of them means nothing that is on record under this code or name, it is
    /// the whole register: whoever is told so is told what is near.
    pub fn register_named(&self, cells: &[&str], officials: &[&str]) -> Result<Register> {
        let (mut meant_cells, mut meant_officials) = (BTreeSet::new(), BTreeSet::new());
        for (texts, table, meant) in
            [(cells, &CELL, &mut meant_cells), (officials, &OFFICIAL, &mut meant_officials)]
        {
            for text in texts {
                let found = self.meant(table, text)?;
                // A name with that of the committee behind it is taken apart elsewhere.
                if found.is_empty() || text.contains(',') {
                    return self.register();
                }
                meant.extend(found);
            }
        }
        self.register_around(
            meant_cells.into_iter().map(CellId),
            meant_officials.into_iter().map(OfficialId),
        )
    }

    /// The records that a text can mean: by code, by name, or by both as they are printed.
    fn meant(&self, table: &'static Table, text: &str) -> Result<Vec<i64>> {
        let text = text.trim();
        let code = text.split_once(' ').map_or(text, |(code, _)| code);
        let of_code = self.query("t.record", table.name, "t.code = ?1 COLLATE NOCASE", "1");
        let mut meant = self.numbers(&of_code, [code])?;
        let (from, name) = match table.parts.first().filter(|part| part.is_named()) {
            Some(part) => (
                format!("{0} p CROSS JOIN {1} t ON t.version = p.{1}", part.name, table.name),
                "p.sought = ?1",
            ),
            None => (
                format!("text n CROSS JOIN {} t ON t.full_name = n.text", table.name),
                "n.sought = ?1",
            ),
        };
        let of_name = self.query_from(&from, "t.record", table.name, name, "1");
        meant.extend(self.numbers(&of_name, [fold_name(text)])?);
        Ok(meant)
    }

    /// The part of the register around these cells and officials: the cells, all that are tied to them by
    /// succession, the committees they were ever in, everyone who was ever assigned to one of them, and every
    /// category.
    pub fn register_around(
        &self,
        cells: impl IntoIterator<Item = CellId>,
        officials: impl IntoIterator<Item = OfficialId>,
    ) -> Result<Register> {
        let mut cells: BTreeSet<i64> = cells.into_iter().map(|cell| cell.0).collect();
        let mut officials: BTreeSet<i64> = officials.into_iter().map(|who| who.0).collect();
        self.tied(&mut cells)?;
        if cells.len() + officials.len() > MANY {
            return self.register();
        }
        let wanted = format!("t.record {IN_LIST}");
        let assigned = format!("t.cell {IN_LIST}");
        let assigned = self.query("t.official", "assignment", &assigned, "1");
        officials.extend(self.numbers(&assigned, [list(&cells)])?);
        let mut register = Register::default();
        let part = self.some_cells(&wanted, [list(&cells)])?;
        let standings = part.iter().flat_map(|cell| cell.standings.iter());
        let committees: BTreeSet<i64> = standings.map(|(_, it)| it.committee.0).collect();
        let committees = self.some_committees(&wanted, [list(&committees)])?;
        committees.into_iter().for_each(|it| register.put(it));
        part.into_iter().for_each(|it| register.put(it));
        self.categories()?.into_iter().for_each(|it| register.put(it));
        let officials = self.some_officials(&wanted, [list(&officials)])?;
        officials.into_iter().for_each(|it| register.put(it));
        let lines = format!("t.from_cell {IN_LIST}");
        register.successions = self.some_successions(&lines, [list(&cells)])?;
        Ok(register)
    }

    /// Adds those of these officials whom a part of the register does not have yet.
    pub fn add_officials(
        &self,
        register: &mut Register,
        officials: impl IntoIterator<Item = OfficialId>,
    ) -> Result<()> {
        let missing = officials.into_iter().filter(|who| register.find_official(*who).is_none());
        let missing: BTreeSet<i64> = missing.map(|who| who.0).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let found = self.some_officials(&format!("t.record {IN_LIST}"), [list(&missing)])?;
        found.into_iter().for_each(|it| register.put(it));
        Ok(())
    }

    /// The cells and officials in the assignments, meetings and recommendations that an operation taken back removes
    /// or restores; none if it touches the register itself or duties.
    pub fn around(&self, taking: &TakingBack) -> Result<Option<(Vec<CellId>, Vec<OfficialId>)>> {
        let (mut cells, mut officials) = (Vec::new(), Vec::new());
        for (table, versions) in taking.versions() {
            // A duty may reach every cell.
            if matches!(table.kind, Kind::Register | Kind::Duty) {
                return Ok(None);
            }
            let list = list(&versions);
            for (of, found) in [("cell", &mut cells), ("official", &mut officials)] {
                for (part, column) in table.references(of) {
                    let (from, key) = table.place(part);
                    let sql = format!(
                        "SELECT DISTINCT {column} FROM {from}
                         WHERE {key} {IN_LIST} AND {column} IS NOT NULL"
                    );
                    found.extend(self.numbers(&sql, [&list])?);
                }
            }
        }
        let officials = officials.into_iter().map(OfficialId).collect();
        Ok(Some((cells.into_iter().map(CellId).collect(), officials)))
    }

    /// Adds the cells that others came from or became.
    fn tied(&self, cells: &mut BTreeSet<i64>) -> Result<()> {
        let sql = self.query("t.from_cell, t.to_cell", "succession", "", "1");
        let lines = self.each(&sql, [], |row| Ok([row.get(0)?, row.get(1)?]))?;
        loop {
            let before = cells.len();
            let touching = lines.iter().filter(|line| line.iter().any(|cell| cells.contains(cell)));
            let tied: Vec<i64> = touching.flatten().copied().collect();
            cells.extend(tied);
            if cells.len() == before {
                return Ok(());
            }
        }
    }
}

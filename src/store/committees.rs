//! Committees and their names.

use super::row::dated;
use super::{Reader, Result, Writer};
use crate::domain::{Committee, CommitteeId, Date, Keyword, Name};

impl Reader<'_> {
    /// Every committee.
    pub fn committees(&self) -> Result<Vec<Committee>> {
        let sql = format!(
            "SELECT id, committee, valid_from, name FROM committee_name v WHERE {}",
            self.seen("v")
        );
        let mut names = Self::grouped(self.rows("committee_name", &sql, [], |row| {
            Ok((row.get::<i64>("committee")?, (row.date("valid_from")?, row.some_name("name")?)))
        })?);
        let sql = format!(
            "SELECT id, committee, code, kind, founded, dissolved FROM committee_version v
             WHERE {} ORDER BY committee",
            self.seen("v")
        );
        self.rows("committee_version", &sql, [], |row| {
            let id: i64 = row.get("committee")?;
            Ok(Committee {
                id: CommitteeId(id),
                code: row.code()?,
                kind: row.some_keyword("kind")?,
                founded: row.date("founded")?,
                dissolved: row.date("dissolved")?,
                names: dated(names.remove(&id).unwrap_or_default(), row.broken("committee"))?,
            })
        })
    }

    /// The next free identity.
    pub fn next_committee(&self) -> Result<CommitteeId> {
        self.next_identity("committee").map(CommitteeId)
    }
}

impl Writer<'_> {
    /// Records a committee, in the place of the version in force if there is one.
    pub fn put_committee(&self, old: Option<&Committee>, new: &Committee) -> Result<()> {
        self.ensure_identity("committee", new.id.0)?;
        let row = |c: &Committee| (c.code.to_string(), c.kind, c.founded, c.dissolved);
        if old.map(row) != Some(row(new)) {
            if old.is_some() {
                self.remove("committee_version", "committee = ?2", (self.number(), new.id.0))?;
            }
            let sql = "INSERT INTO committee_version (committee, code, kind, founded, dissolved, added_by)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let (founded, dissolved) = (iso(new.founded), iso(new.dissolved));
            let key = new.kind.key();
            self.add(sql, (new.id.0, new.code.as_str(), key, founded, dissolved, self.number()))?;
        }
        for (from, name) in new.names.iter() {
            self.put_committee_name(old, new.id, from, name)?;
        }
        Ok(())
    }

    fn put_committee_name(
        &self,
        old: Option<&Committee>,
        id: CommitteeId,
        from: Option<Date>,
        name: &Name,
    ) -> Result<()> {
        let before = old.and_then(|o| o.names.exactly(from));
        if before == Some(name) {
            return Ok(());
        }
        let from = iso(from);
        if before.is_some() {
            let which = "committee = ?2 AND coalesce(valid_from, '') = coalesce(?3, '')";
            self.remove("committee_name", which, (self.number(), id.0, &from))?;
        }
        let sql = "INSERT INTO committee_name (committee, valid_from, name, added_by) VALUES (?1, ?2, ?3, ?4)";
        self.add(sql, (id.0, from, name.as_str(), self.number()))
    }
}

/// A date as it is stored.
pub(super) fn iso(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

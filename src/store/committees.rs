//! Committees and their names.

use super::row::{Version, dated};
use super::tables::COMMITTEE;
use super::{Reader, Result, Writer};
use crate::domain::{Committee, CommitteeId};

impl Reader<'_> {
    /// Every committee.
    pub fn committees(&self) -> Result<Vec<Committee>> {
        self.some_committees("", [])
    }

    /// Those that fit a condition.
    pub(super) fn some_committees(
        &self,
        condition: &str,
        params: impl rusqlite::Params + Clone,
    ) -> Result<Vec<Committee>> {
        let part = &COMMITTEE.parts[0];
        let mut names = self.parts(&COMMITTEE, part, condition, params.clone(), |mut row| {
            Ok((row.date("valid_from")?, row.name("name")?))
        })?;
        let mut all = self.versions(&COMMITTEE, condition, params, |mut row| {
            Ok(Committee {
                id: CommitteeId(row.record()?),
                code: row.code("code")?,
                kind: row.some_word("kind")?,
                founded: row.date("founded")?,
                dissolved: row.date("dissolved")?,
                names: dated(names.of(row.number()), row.broken("committee_name"))?,
            })
        })?;
        names.hold(self)?;
        all.sort_by_key(|committee| committee.id);
        Ok(all)
    }
}

impl Writer<'_> {
    /// Records a committee, in the place of the version in force if there is one.
    pub fn put_committee(&self, new: &Committee) -> Result<()> {
        let mut version = Version::new(&COMMITTEE)
            .plain("code", Some(new.code.as_str()))
            .word("kind", Some(new.kind))
            .day("founded", new.founded)
            .day("dissolved", new.dissolved);
        for (from, name) in new.names.iter() {
            version = version.row("committee_name").day("valid_from", from).name("name", name);
        }
        self.put(new.id.0, &version)
    }
}

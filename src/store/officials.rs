//! Officials, their posts and names.

use super::row::{Version, dated, read_text};
use super::tables::{CATEGORY, OFFICIAL};
use super::{Reader, Result, Writer};
use crate::domain::{CategoryId, CellId, Name, Official, OfficialId, Post};

impl Reader<'_> {
    /// Every official, under the name as now known.
    pub fn officials(&self) -> Result<Vec<Official>> {
        self.some_officials("", [])
    }

    /// Those that fit a condition.
    pub(super) fn some_officials(
        &self,
        condition: &str,
        params: impl rusqlite::Params + Clone,
    ) -> Result<Vec<Official>> {
        let part = &OFFICIAL.parts[0];
        let mut posts = self.parts(&OFFICIAL, part, condition, params.clone(), |mut row| {
            let from = row.date("valid_from")?;
            let title = row.get("title")?;
            let title = self.text(title, read_text, || row.broken("title"))?;
            let organisation = row.get("organisation")?;
            let organisation = self.text(organisation, read_text, || row.broken("organisation"))?;
            let category = row.get::<Option<i64>>("category")?.map(CategoryId);
            Ok((from, Post { title, organisation, category }))
        })?;
        let mut all = self.versions(&OFFICIAL, condition, params, |mut row| {
            let id = row.record()?;
            let posts = posts.of(row.number());
            for category in posts.iter().filter_map(|(_, post)| post.category) {
                let place = (part.name, row.number(), "category");
                self.must_be_there(&CATEGORY, category.0, place)?;
            }
            let code = row.code("code")?;
            let then: Option<i64> = row.get("full_name")?;
            let is_now = self.names_then || self.at().is_none();
            let name = if is_now { then } else { self.name_now(id, then)? };
            let read = |text: &str| Name::new(text).ok();
            Ok(Official {
                id: OfficialId(id),
                code,
                // Names of persons are not remembered: hardly two are alike.
                full_name: match name.map(|name| self.body(name)).transpose()?.flatten() {
                    None => None,
                    Some(name) => Some(read(&name).ok_or_else(|| row.broken("full_name"))?),
                },
                active_from: row.date("active_from")?,
                active_until: row.date("active_until")?,
                order: row.count("position")?,
                own_cell: row.get::<Option<i64>>("own_cell")?.map(CellId),
                posts: dated(posts, row.broken("official_post"))?,
            })
        })?;
        posts.hold(self)?;
        all.sort_by_key(|official| official.id);
        Ok(all)
    }

    /// The name under which an official is known now, or was last, if he was taken out; `then` is the one of
    /// the view.
    fn name_now(&self, official: i64, then: Option<i64>) -> Result<Option<i64>> {
        let sql = "SELECT coalesce(
                       (SELECT full_name FROM official WHERE record = ?1 AND removed_by IS NULL),
                       (SELECT full_name FROM official WHERE record = ?1 ORDER BY version DESC LIMIT 1),
                       ?2)";
        self.one(sql, (official, then))
    }
}

impl Writer<'_> {
    /// Records an official, in the place of the version in force if there is one.
    pub fn put_official(&self, new: &Official) -> Result<()> {
        let mut version = Version::new(&OFFICIAL)
            .plain("code", Some(new.code.as_str()))
            .person("full_name", new.full_name.as_ref())
            .day("active_from", new.active_from)
            .day("active_until", new.active_until)
            .number("position", new.order)
            .number("own_cell", new.own_cell.map(|cell| cell.0));
        for (from, post) in new.posts.iter() {
            version = version
                .row("official_post")
                .day("valid_from", from)
                .text("title", post.title.as_ref())
                .text("organisation", post.organisation.as_ref())
                .number("category", post.category.map(|category| category.0));
        }
        self.put(new.id.0, &version)
    }
}

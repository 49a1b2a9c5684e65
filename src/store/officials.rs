//! Officials, their posts, and the one table that holds their names.

use sha2::{Digest, Sha256};

use super::committees::iso;
use super::references::To;
use super::row::dated;
use super::{Reader, Result, StoreError, Writer};
use crate::domain::{CategoryId, Date, Name, Official, OfficialId, Post, fold};

impl Reader<'_> {
    /// Every official, under the name as now known.
    pub fn officials(&self) -> Result<Vec<Official>> {
        let sql = format!(
            "SELECT id, official, valid_from, title, organisation, category FROM official_post v WHERE {}",
            self.seen("v")
        );
        let mut posts = Self::grouped(self.rows("official_post", &sql, [], |row| {
            let category = row.may_refer(self, To::Category, "category")?;
            let post = Post {
                title: row.text("title")?,
                organisation: row.text("organisation")?,
                category: category.map(CategoryId),
            };
            Ok((row.get::<i64>("official")?, (row.date("valid_from")?, post)))
        })?);
        let sql = format!(
            "SELECT v.id, v.official, code, active_from, active_until, position, name
             FROM official_version v
             LEFT JOIN person_name n ON {}
             WHERE {} ORDER BY v.official",
            self.named(),
            self.seen("v")
        );
        self.rows("official_version", &sql, [], |row| {
            let id: i64 = row.get("official")?;
            Ok(Official {
                id: OfficialId(id),
                code: row.code()?,
                full_name: row.name("name")?,
                active_from: row.date("active_from")?,
                active_until: row.date("active_until")?,
                order: row.get("position")?,
                posts: dated(posts.remove(&id).unwrap_or_default(), row.broken("official"))?,
            })
        })
    }

    /// The next free identity.
    pub fn next_official(&self) -> Result<OfficialId> {
        self.next_identity("official").map(OfficialId)
    }
}

impl Writer<'_> {
    /// Records an official, in the place of the version in force if there is one.
    pub fn put_official(&self, old: Option<&Official>, new: &Official) -> Result<()> {
        self.ensure_identity("official", new.id.0)?;
        let row = |o: &Official| (o.code.to_string(), o.active_from, o.active_until, o.order);
        if old.map(row) != Some(row(new)) {
            if old.is_some() {
                self.remove("official_version", "official = ?2", (self.number(), new.id.0))?;
            }
            let sql = "INSERT INTO official_version
                       (official, code, active_from, active_until, position, added_by)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let (from, until) = (iso(new.active_from), iso(new.active_until));
            self.add(sql, (new.id.0, new.code.as_str(), from, until, new.order, self.number()))?;
        }
        if let Some(name) = &new.full_name
            && old.and_then(|o| o.full_name.as_ref()) != Some(name)
        {
            if old.is_some() {
                self.remove("person_name", "official = ?2", (self.number(), new.id.0))?;
            }
            self.put_name(new.id, name)?;
        }
        for (from, post) in new.posts.iter() {
            let before = old.and_then(|o| o.posts.exactly(from));
            if before != Some(post) {
                self.put_post(before.is_some(), new.id, from, post)?;
            }
        }
        Ok(())
    }

    /// The chain holds SHA-256(salt ‖ name) only, so that the name can later be erased.
    fn put_name(&self, id: OfficialId, name: &Name) -> Result<()> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|e| StoreError::Sqlite { detail: e.to_string() })?;
        let digest: [u8; 32] =
            Sha256::new().chain_update(salt).chain_update(name.as_str()).finalize().into();
        let sql = "INSERT INTO person_name (official, digest, name, folded, salt, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (text, folded) = (name.as_str(), fold(name.as_str()));
        self.add(sql, (id.0, &digest[..], text, folded, &salt[..], self.number()))
    }

    fn put_post(
        &self,
        replaces: bool,
        id: OfficialId,
        from: Option<Date>,
        post: &Post,
    ) -> Result<()> {
        let from = iso(from);
        if replaces {
            let which = "official = ?2 AND coalesce(valid_from, '') = coalesce(?3, '')";
            self.remove("official_post", which, (self.number(), id.0, &from))?;
        }
        let sql = "INSERT INTO official_post
                   (official, valid_from, title, organisation, category, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let title = post.title.as_ref().map(|text| text.as_str());
        let organisation = post.organisation.as_ref().map(|text| text.as_str());
        let category = post.category.map(|category| category.0);
        self.add(sql, (id.0, from, title, organisation, category, self.number()))
    }
}

//! Categories of officials.

use super::row::Version;
use super::tables::CATEGORY;
use super::{Reader, Result, Writer};
use crate::domain::{Category, CategoryId};

impl Reader<'_> {
    /// Every category.
    pub fn categories(&self) -> Result<Vec<Category>> {
        let mut all = self.versions(&CATEGORY, "", [], |mut row| {
            Ok(Category {
                id: CategoryId(row.record()?),
                code: row.category_code("code")?,
                label_vi: row.some_text("label_vi")?,
                label_en: row.some_text("label_en")?,
                order: row.count("position")?,
            })
        })?;
        all.sort_by_key(|category| category.id);
        Ok(all)
    }
}

impl Writer<'_> {
    /// Records a category, in the place of the version in force if there is one.
    pub fn put_category(&self, new: &Category) -> Result<()> {
        let version = Version::new(&CATEGORY)
            .plain("code", Some(new.code.as_str()))
            .plain("label_vi", Some(new.label_vi.as_str()))
            .plain("label_en", Some(new.label_en.as_str()))
            .number("position", new.order);
        self.put(new.id.0, &version)
    }
}

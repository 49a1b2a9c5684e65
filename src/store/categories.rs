//! Categories of officials.

use super::{Reader, Result, Writer};
use crate::domain::{Category, CategoryId};

impl Reader<'_> {
    /// Every category.
    pub fn categories(&self) -> Result<Vec<Category>> {
        let sql = format!(
            "SELECT id, category, code, label_vi, label_en, position FROM category_version v
             WHERE {} ORDER BY category",
            self.seen("v")
        );
        self.rows("category_version", &sql, [], |row| {
            Ok(Category {
                id: CategoryId(row.get("category")?),
                code: row.category_code()?,
                label_vi: row.some_text("label_vi")?,
                label_en: row.some_text("label_en")?,
                order: row.get("position")?,
            })
        })
    }

    /// The next free identity.
    pub fn next_category(&self) -> Result<CategoryId> {
        self.next_identity("category").map(CategoryId)
    }
}

impl Writer<'_> {
    /// Records a category, in the place of the version in force if there is one.
    pub fn put_category(&self, old: Option<&Category>, new: &Category) -> Result<()> {
        self.ensure_identity("category", new.id.0)?;
        let row =
            |c: &Category| (c.code.to_string(), c.label_vi.clone(), c.label_en.clone(), c.order);
        if old.map(row) == Some(row(new)) {
            return Ok(());
        }
        self.remove("category_version", "category = ?2", (self.number(), new.id.0))?;
        let sql =
            "INSERT INTO category_version (category, code, label_vi, label_en, position, added_by)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (vi, en) = (new.label_vi.as_str(), new.label_en.as_str());
        self.add(sql, (new.id.0, new.code.as_str(), vi, en, new.order, self.number()))
    }
}

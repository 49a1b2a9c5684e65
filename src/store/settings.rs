//! Settings of the office.

use super::{Reader, Result, Writer};
use crate::domain::{Keyword, Period, Setting, SettingKey};

impl Reader<'_> {
    /// Every setting.
    pub fn settings(&self) -> Result<Vec<Setting>> {
        let sql =
            format!("SELECT id, key, value FROM setting v WHERE {} ORDER BY key", self.seen("v"));
        self.rows("setting", &sql, [], |row| {
            let key: SettingKey = row.some_keyword("key")?;
            let value: String = row.get("value")?;
            Setting::read(key, &value).map_err(|_| row.broken("value"))
        })
    }

    /// The first period of reports, where one is set.
    pub fn records_from_as_set(&self) -> Result<Option<Period>> {
        let settings = self.settings()?.into_iter();
        let mut set = settings.filter_map(|setting| match setting {
            Setting::RecordsFrom(from) => Some(from),
            Setting::Office(_) | Setting::Sample => None,
        });
        Ok(set.next())
    }
}

impl Writer<'_> {
    /// Records a setting, in the place of its value so far.
    pub fn put_setting(&self, new: &Setting) -> Result<()> {
        let key = new.key().key();
        self.remove("setting", "key = ?2", (self.number(), key))?;
        let sql = "INSERT INTO setting (key, value, added_by) VALUES (?1, ?2, ?3)";
        self.add(sql, (key, new.value(), self.number()))
    }

    /// Removes a setting.
    pub fn remove_setting(&self, key: SettingKey) -> Result<()> {
        self.remove("setting", "key = ?2", (self.number(), key.key()))?;
        Ok(())
    }
}

//! Settings of the office.

use super::row::Version;
use super::tables::SETTING;
use super::{Reader, Result, Writer};
use crate::domain::{Keyword, Name, Period, Setting, SettingKey};

impl Reader<'_> {
    /// Every setting.
    pub fn settings(&self) -> Result<Vec<Setting>> {
        let mut all = self.versions(&SETTING, "", [], |mut row| {
            let key: SettingKey = row.some_word("key")?;
            let number = row.get("value")?;
            let read = |value: &str| Setting::read(key, value).ok();
            let value = self.text(number, |value| read(value.as_str()), || row.broken("value"))?;
            // What was erased is told as such.
            value.or_else(|| read(Name::ERASED)).ok_or_else(|| row.broken("value"))
        })?;
        all.sort_by_key(|setting| setting.key().key());
        Ok(all)
    }

    /// The first period of reports, where one is set.
    pub fn records_from_as_set(&self) -> Result<Option<Period>> {
        let settings = self.settings()?.into_iter();
        let mut set = settings.filter_map(|setting| match setting {
            Setting::RecordsFrom(from) => Some(from),
            Setting::Office(_) | Setting::Sample | Setting::Letterhead(..) => None,
        });
        Ok(set.next())
    }
}

impl Writer<'_> {
    /// Records a setting, in the place of its value so far.
    pub fn put_setting(&self, new: &Setting) -> Result<()> {
        let value = new.value();
        let version = Version::new(&SETTING).word("key", Some(new.key())).body("value", &value);
        let record = self.setting_record(new.key())?;
        self.put(record.map_or_else(|| self.next_record(&SETTING), Ok)?, &version)
    }

    /// Removes a setting.
    pub fn remove_setting(&self, key: SettingKey) -> Result<()> {
        match self.setting_record(key)? {
            Some(record) => self.remove_record(&SETTING, record),
            None => Ok(()),
        }
    }

    fn setting_record(&self, key: SettingKey) -> Result<Option<i64>> {
        let at = SettingKey::ALL.iter().position(|known| *known == key);
        let sql = "SELECT (SELECT record FROM setting WHERE key = ?1 AND removed_by IS NULL)";
        self.one(sql, [at.map(|at| at as i64)])
    }
}

//! Making a record file and changing the office's settings.

use serde_json::json;

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Category, Keyword, Name, OperationNumber, Period, Setting, SettingKey, Verb, refusal,
};
use crate::store::{Grounds, Writer};

/// Records the first operation of a new file: the office's settings and the starting categories.
pub fn init(
    db: &Writer<'_>,
    office: Option<Name>,
    records_from: Option<Period>,
) -> Result<OperationNumber> {
    let from = records_from.map(|period| period.to_string());
    let settings = [office.map(Setting::Office), records_from.map(Setting::RecordsFrom)];
    let settings: Vec<Setting> = settings.into_iter().flatten().collect();
    settings.iter().try_for_each(|setting| setting.check(db.today()))?;
    let categories = Category::starting(db.next::<Category>()?)?;
    let change = Change { settings, categories, ..Change::default() };
    change.carry_out(db, Verb::Init, json!({ "records_from": from }), Grounds::NONE)
}

/// A setting before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingChanged {
    pub number: OperationNumber,
    pub key: SettingKey,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Recorded meetings that reports no longer speak of, where `records_from` was set.
    pub hidden: i64,
}

/// Sets a setting, or takes it away if no value is given.
pub fn change_setting(
    db: &Writer<'_>,
    key: SettingKey,
    value: Option<&Setting>,
) -> Result<SettingChanged> {
    value.map_or(Ok(()), |setting| setting.check(db.today()))?;
    let before = db.setting(key)?;
    let after = value.map(Setting::value);
    if before == after {
        return Err(refusal::Asked::NothingChanges.into());
    }
    let hidden = match value {
        Some(Setting::RecordsFrom(period)) => db.meetings_before(*period)?,
        Some(Setting::Office(_) | Setting::Sample | Setting::Letterhead(..)) | None => 0,
    };
    let change = match value {
        Some(setting) => Change { settings: vec![setting.clone()], ..Change::default() },
        None => Change { removed: vec![Removed::Setting(key)], ..Change::default() },
    };
    let number = change.carry_out(db, Verb::Config, json!({ "key": key.key() }), Grounds::NONE)?;
    Ok(SettingChanged { number, key, before, after, hidden })
}

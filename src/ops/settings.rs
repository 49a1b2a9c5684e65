//! Making a record file and changing the office's settings.

use serde_json::json;

use super::Result;
use crate::domain::{
    Category, Keyword, Name, OperationNumber, Period, Refusal, Setting, SettingKey, Verb,
};
use crate::store::{Grounds, Writer};

/// Records the first operation of a new file: the office's settings and the starting categories.
pub fn init(
    db: &Writer<'_>,
    office: Option<Name>,
    records_from: Option<Period>,
) -> Result<OperationNumber> {
    let from = records_from.map(|period| period.to_string());
    let categories = Category::starting(db.next_category()?)?;
    let number = db.begin(Verb::Init, json!({ "records_from": from }), Grounds::NONE)?;
    let settings = [office.map(Setting::Office), records_from.map(Setting::RecordsFrom)];
    for setting in settings.into_iter().flatten() {
        db.put_setting(&setting)?;
    }
    for category in &categories {
        db.put_category(category)?;
    }
    Ok(number)
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
    let before = db.setting(key)?;
    let after = value.map(Setting::value);
    if before == after {
        return Err(Refusal::NothingChanges.into());
    }
    let hidden = match value {
        Some(Setting::RecordsFrom(period)) => db.meetings_before(*period)?,
        Some(Setting::Office(_) | Setting::Sample) | None => 0,
    };
    let number = db.begin(Verb::Config, json!({ "key": key.key() }), Grounds::NONE)?;
    match value {
        Some(setting) => db.put_setting(setting)?,
        None => db.remove_setting(key)?,
    }
    Ok(SettingChanged { number, key, before, after, hidden })
}

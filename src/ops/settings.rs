//! Making a record file and changing the office's settings.

use serde_json::json;

use super::Result;
use crate::domain::{
    Category, Keyword, Name, OperationNumber, Period, Setting, SettingKey, Verb, refusal,
};
use crate::store::{Grounds, Reader, Writer};

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
    let number = db.begin(Verb::Init, json!({ "records_from": from }), Grounds::NONE)?;
    for setting in &settings {
        db.put_setting(setting)?;
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
    value.map_or(Ok(()), |setting| setting.check(db.today()))?;
    let before = db.setting(key)?;
    let after = value.map(Setting::value);
    if before == after {
        return Err(refusal::Asked::NothingChanges.into());
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

/// The first period of reports that an operation sets by being the first to record meetings: the earliest of
/// theirs. It sets none where one is set, nor where meetings are on record without: then the office wants it so,
/// and the meetings on record would fall out of the reports. Months that are closed, or come closed, stay in
/// them, and they do not begin in a month to come.
pub(super) fn first_period(
    db: &Writer<'_>,
    meetings: impl Iterator<Item = Period>,
    closed: impl Iterator<Item = Period>,
) -> Result<Option<Period>> {
    let Some(earliest) = meetings.min() else { return Ok(None) };
    if db.records_from_as_set()?.is_some() || db.any_meeting()? {
        return Ok(None);
    }
    let filed = db.closed_between(None, None, OperationNumber(i64::MAX))?;
    Ok(filed.into_iter().chain(closed).chain([earliest, Period::of(db.today())]).min())
}

/// The first period of reports, where a meeting of this period lies before it.
pub(super) fn beginning_after(db: &Reader<'_>, period: Period) -> Result<Option<Period>> {
    Ok(db.records_from_as_set()?.filter(|from| period < *from))
}

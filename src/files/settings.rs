//! `settings.csv`.

use super::column::columns;
use super::content::{Content, Exported, text};
use super::{Column, Need};
use crate::domain::{Keyword, Setting, SettingKey};

columns! { COLUMNS:
    KEY = Column::value("key").needed_by(Need::Rows),
    VALUE = Column::value("value").needed_by(Need::Rows),
}

/// Those that are set.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let (records, any_meeting) = (exported.records, exported.any_meeting);
    // Meetings without a first period of reports: unsaid, importing them would set one.
    let none = move |key: SettingKey| {
        (key == SettingKey::RecordsFrom && any_meeting).then(|| "none".to_owned())
    };
    let value = move |key: SettingKey| {
        let set = records.settings.iter().find(|setting| setting.key() == key);
        set.map(Setting::value).or_else(|| none(key))
    };
    let row = move |key: &SettingKey| Some(vec![key.key().into(), text(&value(*key)?)]);
    vec![Content::new(COLUMNS, SettingKey::ALL.iter().filter_map(row))]
}

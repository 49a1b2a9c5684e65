//! Settings: a row of `settings.csv`, and what becomes of it.

use crate::domain::{Keyword, Setting, SettingKey, Since};
use crate::files::{FileKind, settings as column};
use crate::import::draft::Draft;
use crate::import::fault::Problem;
use crate::import::months::month;
use crate::import::planning::{OtherValue, Planning};
use crate::import::row::{Row, is_none};
use crate::ops::Removed;

/// A row of `settings.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct SettingDraft {
    pub key: SettingKey,
    /// None where the row says that reports have no first period.
    pub value: Option<Setting>,
}

impl SettingDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        let key = row.text(column::KEY);
        let Some(key) = SettingKey::from_key(key) else {
            let allowed = SettingKey::ALL.iter().map(|key| (key.key(), key.key())).collect();
            row.refuse(column::KEY, Problem::WordUnknown { allowed });
            return None;
        };
        let value = row.text(column::VALUE);
        let read = match key {
            SettingKey::RecordsFrom if is_none(value) => return Some(Self { key, value: None }),
            SettingKey::RecordsFrom => month(value).map(Setting::RecordsFrom),
            SettingKey::Office | SettingKey::Sample | SettingKey::Letterhead(_) => {
                Setting::read(key, value).map_err(Problem::from)
            }
        };
        let lawful = |setting: Setting| Ok(setting.check(row.today).map(|()| setting)?);
        let read: Result<Setting, Problem> = read.and_then(lawful);
        let value = Some(read.map_err(|refusal| row.refuse(column::VALUE, refusal)).ok()?);
        Some(Self { key, value })
    }
}

/// Plans every setting: a first value is added, another one is a change.
pub(super) fn plan(planning: &mut Planning, drafts: Vec<Draft<SettingDraft>>) {
    let mut planned: Vec<Draft<SettingDraft>> = Vec::new();
    for draft in drafts {
        let SettingDraft { key, value } = &draft.row;
        if let Some(first) = planned.iter().find(|other| other.row.key == *key) {
            if first.row != draft.row {
                planning.duplicate(draft.place, first.place, &written(value));
            }
            continue;
        }
        let old =
            planning.base.records.settings.iter().find(|setting| setting.key() == *key).cloned();
        let is_same = old == *value;
        planning.count(FileKind::Settings, old.is_none() && !is_same, is_same);
        if old.is_some() && !is_same {
            let (column, since) = (column::VALUE, Since::Always);
            let other = OtherValue { column, since, old: written(&old), new: written(value) };
            planning.would_change(draft.place, other);
        }
        // None of anything else is never said.
        planning.change.no_first_period |= value.is_none();
        match value {
            _ if is_same => {}
            Some(setting) => planning.change.settings.push(setting.clone()),
            None => planning.change.removed.push(Removed::Setting(*key)),
        }
        planned.push(draft);
    }
}

/// As it stands in the file.
fn written(value: &Option<Setting>) -> String {
    value.as_ref().map_or_else(|| "none".to_owned(), Setting::value)
}

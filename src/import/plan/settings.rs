//! Settings of the files.

use super::super::drafts::{Draft, SettingDraft};
use super::planning::{Change, Planning};
use crate::domain::{Setting, Since};
use crate::files::{FileKind, settings as column};
use crate::ops::Removed;

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
        let old = planning.base.settings.iter().find(|setting| setting.key() == *key).cloned();
        let is_same = old == *value;
        planning.count(FileKind::Settings, old.is_none() && !is_same, is_same);
        if old.is_some() && !is_same {
            let (column, since) = (column::VALUE, Since::Always);
            let change = Change { column, since, old: written(&old), new: written(value) };
            planning.would_change(draft.place, change);
        }
        // None of anything else is never said.
        planning.batch.no_first_period |= value.is_none();
        match value {
            _ if is_same => {}
            Some(setting) => planning.batch.settings.push(setting.clone()),
            None => planning.batch.removed.push(Removed::Setting(*key)),
        }
        planned.push(draft);
    }
}

/// As it stands in the file.
fn written(value: &Option<Setting>) -> String {
    value.as_ref().map_or_else(|| "none".to_owned(), Setting::value)
}

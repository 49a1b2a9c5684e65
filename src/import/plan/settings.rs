//! Settings of the files.

use super::super::columns::setting as column;
use super::super::drafts::Draft;
use super::super::kind::FileKind;
use super::planning::Planning;
use crate::domain::Setting;

/// Plans every setting: a first value is added, another one is a change.
pub(super) fn plan(p: &mut Planning, drafts: Vec<Draft<Setting>>) {
    let mut planned: Vec<Draft<Setting>> = Vec::new();
    for draft in drafts {
        let key = draft.row.key();
        if let Some(first) = planned.iter().find(|other| other.row.key() == key) {
            if first.row != draft.row {
                p.duplicate(draft.place, first.place, &draft.row.value());
            }
            continue;
        }
        let old = p.base.settings.iter().find(|setting| setting.key() == key).cloned();
        let is_same = old.as_ref() == Some(&draft.row);
        p.count(FileKind::Settings, old.is_none(), is_same);
        if let Some(old) = old {
            p.compare(draft.place, column::VALUE, (&old, &draft.row), Setting::value);
        }
        if !is_same {
            p.batch.settings.push(draft.row.clone());
        }
        planned.push(draft);
    }
}

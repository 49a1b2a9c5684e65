//! Categories: the reported grouping of officials, such as the 18 / 7 / 2 of notice 143-TB/TU.

use super::ids::identities;
use super::{Code, Label, Refusal, Thing, ThingKind, refusal};

identities! {
    /// A category of officials.
    CategoryId,
}

/// A category; data of the office, not a fixed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub id: CategoryId,
    pub code: Code,
    pub label_vi: Label,
    pub label_en: Label,
    /// Position in lists; those without one come last.
    pub order: Option<u32>,
}

impl Category {
    /// How it is named in a message.
    pub fn thing(&self) -> Thing {
        Thing::new(ThingKind::Category, &self.code, self.label_vi.as_str())
    }
}

/// The categories that every new record file has (`records.md`, section 4): code and labels.
const STARTING: [(&str, &str, &str); 4] = [
    ("committee-member", "Ủy viên Ban Chấp hành Đảng bộ", "Member of the Party committee"),
    (
        "board-leader",
        "Lãnh đạo ban xây dựng Đảng, trung tâm chính trị",
        "Leader of a Party board or the political training centre",
    ),
    ("inspection-member", "Ủy viên Ủy ban Kiểm tra", "Member of the inspection commission"),
    ("department-head", "Trưởng, phó phòng, ban, ngành", "Head or deputy head of a department"),
];

impl Category {
    /// The categories of a new record file, numbered from `first`.
    pub fn starting(first: CategoryId) -> Result<Vec<Self>, Refusal> {
        let label = |text| Label::new(text)?.ok_or(Refusal::Written(refusal::Written::NameEmpty));
        let categories = STARTING.iter().enumerate().map(|(at, (code, vi, en))| {
            Ok(Self {
                id: CategoryId(first.0 + at as i64),
                code: Code::category(code)?,
                label_vi: label(vi)?,
                label_en: label(en)?,
                order: Some(at as u32 + 1),
            })
        });
        categories.collect()
    }

    /// Whether it still stands as a new record file has it.
    pub fn is_starting(&self) -> bool {
        STARTING.iter().enumerate().any(|(at, (code, vi, en))| {
            let labels = self.label_vi.as_str() == *vi && self.label_en.as_str() == *en;
            self.code.is(code) && labels && self.order == Some(at as u32 + 1)
        })
    }
}

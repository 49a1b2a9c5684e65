//! The fixed words of `records.md`, section 10: one label in each language for every key.

use super::Lang;
use crate::domain::{
    AbsenceReason, Area, CellKind, Code, CommitteeKind, Grade, Keyword, MeetingKind, NotHeldReason,
    Status, ThingKind, fold,
};

/// A value of a fixed list that people read.
pub trait Labelled: Keyword {
    /// What stands on the screen, Vietnamese and English.
    fn labels(self) -> (&'static str, &'static str);

    /// What stands on the screen.
    fn label(self, lang: Lang) -> &'static str {
        let (vi, en) = self.labels();
        lang.pick(vi, en)
    }

    /// The label as it stands within a sentence.
    fn lower(self, lang: Lang) -> String {
        let label = self.label(lang);
        let mut chars = label.chars();
        let first = chars.next().map(char::to_lowercase);
        first.into_iter().flatten().chain(chars).collect()
    }
}

/// The value meant by a key or by a label in either language, without regard to case and accents.
pub fn read_word<T: Labelled>(text: &str) -> Option<T> {
    let text = text.trim();
    T::from_key(text).or_else(|| {
        let folded = fold(text);
        let mut fits = T::ALL.iter().copied().filter(|value| {
            let (vi, en) = value.labels();
            fold(vi) == folded || fold(en) == folded
        });
        let found = fits.next();
        if fits.next().is_some() { None } else { found }
    })
}

macro_rules! labels {
    ($name:ident { $($variant:ident = $vi:literal / $en:literal),+ $(,)? }) => {
        impl Labelled for $name {
            fn labels(self) -> (&'static str, &'static str) {
                match self { $(Self::$variant => ($vi, $en)),+ }
            }
        }
    };
}

pub(super) use labels;

labels!(Status {
    Attended = "Đã dự" / "Attended",
    Substituted = "Dự thay" / "Substitute came",
    Excused = "Vắng có lý do" / "Absent, reason given",
    Absent = "Vắng, chưa rõ lý do" / "Absent, no reason recorded",
    NotHeld = "Không sinh hoạt" / "Not held",
    Missing = "Chưa có báo cáo" / "No report",
    Pending = "Đang trong kỳ" / "Month not over",
    Unassigned = "Chưa phân công" / "No visitor assigned",
});

labels!(AbsenceReason {
    Duty = "Trùng lịch công tác" / "On other duty",
    Leave = "Nghỉ phép" / "On leave",
    NotNotified = "Chưa được thông báo" / "Was not notified",
    Moved = "Chi bộ đổi lịch" / "Meeting was moved",
    Other = "Lý do khác" / "Other",
});

labels!(NotHeldReason {
    MergedWithNext = "Gộp với kỳ sau" / "Merged with the next",
    Congress = "Tổ chức đại hội" / "Congress held instead",
    Holiday = "Nghỉ lễ, Tết" / "Public holiday",
    Disaster = "Thiên tai" / "Storm or flood",
    Other = "Lý do khác" / "Other",
});

labels!(Grade {
    Good = "Tốt" / "Good",
    Fair = "Khá" / "Fair",
    Average = "Trung bình" / "Average",
    Poor = "Kém" / "Poor",
});

labels!(MeetingKind {
    Regular = "Định kỳ" / "Regular",
    Thematic = "Chuyên đề" / "Thematic",
    Extraordinary = "Bất thường" / "Extraordinary",
    Congress = "Đại hội" / "Congress",
});

labels!(CellKind {
    Neighbourhood = "khu phố" / "neighbourhood",
    Village = "thôn" / "village",
    Agency = "cơ quan" / "agency",
    School = "trường học" / "school",
    Other = "khác" / "other",
});

labels!(CommitteeKind {
    Ward = "phường" / "ward",
    Commune = "xã" / "commune",
    Township = "thị trấn" / "township",
    SpecialZone = "đặc khu" / "special zone",
    Agency = "cơ quan" / "agency",
    ArmedForces = "lực lượng vũ trang" / "armed forces",
    Sectional = "bộ phận" / "sectional",
    Other = "khác" / "other",
});

labels!(Area {
    EconomySociety = "Kinh tế - xã hội" / "Economy and society",
    DefenceSecurity = "Quốc phòng - an ninh" / "Defence and security",
    PartyBuilding = "Xây dựng Đảng" / "Party building",
    MassMobilisation = "Dân vận" / "Mass mobilisation",
    Administration = "Hành chính" / "Administration",
    Other = "Khác" / "Other",
});

labels!(ThingKind {
    Committee = "Đảng bộ" / "Committee",
    Cell = "Chi bộ" / "Cell",
    Category = "Cơ cấu" / "Category",
    Official = "Cán bộ" / "Official",
    Recommendation = "Kiến nghị" / "Recommendation",
});

/// The kind of a meeting before its noun or after it; the regular one needs no word.
pub fn kind_word(lang: Lang, kind: MeetingKind) -> String {
    match kind {
        MeetingKind::Regular => String::new(),
        MeetingKind::Thematic | MeetingKind::Extraordinary | MeetingKind::Congress => {
            format!("{} ", kind.lower(lang))
        }
    }
}

/// Codes in a row.
pub fn joined(codes: &[Code]) -> String {
    codes.iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_read_back<T: Labelled + std::fmt::Debug>() {
        for value in T::ALL {
            let (vi, en) = value.labels();
            for text in [value.key(), vi, en, &vi.to_uppercase(), &fold(vi)] {
                assert_eq!(read_word::<T>(text), Some(*value), "{text}");
            }
        }
    }

    #[test]
    fn every_value_is_read_by_its_key_and_by_its_label_in_either_language() {
        all_read_back::<Status>();
        all_read_back::<AbsenceReason>();
        all_read_back::<NotHeldReason>();
        all_read_back::<Grade>();
        all_read_back::<MeetingKind>();
        all_read_back::<CellKind>();
        all_read_back::<CommitteeKind>();
        all_read_back::<Area>();
    }
}

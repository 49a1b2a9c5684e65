//! The arithmetic of a meeting.

use super::field;
use crate::domain::refusal::Counts;
use crate::texts::{Explained, Lang, explain, say};

fn exempt_hint(lang: Lang) -> String {
    say!(
        lang,
        "Đảng viên được miễn mà vẫn dự thì tháng đó không tính vào số miễn sinh hoạt",
        "An exempt member who came is not counted as exempt that day"
    )
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Counts) -> Explained {
    match refused {
        Counts::Missing { missing } => {
            let missing: Vec<String> = missing.iter().map(|f| field(lang, *f)).collect();
            let missing = missing.join(", ");
            explain!(
                lang,
                CountsMissing,
                "Thiếu số: {missing}",
                "Numbers are missing: {missing}",
                hint(
                    "Ghi --total và --present; ba số --exempt --away --excused ghi đủ cả ba (không có thì ghi 0) hoặc bỏ cả ba",
                    "Give --total and --present; of --exempt --away --excused give all three (0 if none) or none",
                ),
            )
        }
        Counts::PresentOverTotal { present, total } => explain!(
            lang,
            PresentOverTotal,
            "Số có mặt {present} lớn hơn tổng số {total}",
            "{present} present is more than {total} in all",
            hint("Kiểm tra --present và --total", "Check --present and --total"),
        ),
        Counts::ExemptAwayOverTotal { exempt, away, total } => {
            explain!(
                lang,
                ExemptAwayOverTotal,
                "Số miễn sinh hoạt {exempt} và đi nơi khác {away} cộng lại lớn hơn tổng số {total}",
                "{exempt} exempt and {away} away together are more than {total} in all",
            )
            .advice(exempt_hint(lang))
        }
        Counts::PresentOverExpected { present, excused, expected, total, exempt, away } => {
            explain!(
                lang,
                PresentOverExpected,
                "Có mặt {present} và vắng có lý do {excused} cộng lại lớn hơn số phải dự {expected} (= {total} − {exempt} miễn − {away} đi nơi khác)",
                "{present} present and {excused} excused together are more than the {expected} expected (= {total} − {exempt} exempt − {away} away)",
            )
                .advice(exempt_hint(lang))
        }
    }
}

//! The arithmetic of a meeting.

use super::{Explained, field, unexpected};
use crate::domain::Refusal;
use crate::texts::{Lang, say};

pub(super) fn explain(lang: Lang, refusal: &Refusal) -> Explained {
    let exempt_hint = say!(
        lang,
        "Đảng viên được miễn mà vẫn dự thì kỳ đó không tính vào số miễn sinh hoạt",
        "An exempt member who came is not counted as exempt that day"
    );
    match refusal {
        Refusal::CountsMissing { missing } => {
            let missing: Vec<String> = missing.iter().map(|f| field(lang, *f)).collect();
            let missing = missing.join(", ");
            Explained::new(
                "counts-missing",
                say!(lang, "Thiếu số: {missing}", "Numbers are missing: {missing}"),
            )
            .hint(say!(
                lang,
                "Ghi --total và --present; ba số --exempt --away --excused ghi đủ cả ba (không có thì ghi 0) hoặc bỏ cả ba",
                "Give --total and --present; of --exempt --away --excused give all three (0 if none) or none"
            ))
        }
        Refusal::PresentOverTotal { present, total } => Explained::new(
            "present-over-total",
            say!(lang, "Số có mặt {present} lớn hơn tổng số {total}", "{present} present is more than {total} in all"),
        ),
        Refusal::ExemptAwayOverTotal { exempt, away, total } => Explained::new(
            "exempt-away-over-total",
            say!(lang, "Số miễn sinh hoạt {exempt} và đi nơi khác {away} cộng lại lớn hơn tổng số {total}", "{exempt} exempt and {away} away together are more than {total} in all"),
        )
        .hint(exempt_hint),
        Refusal::PresentOverExpected { present, excused, expected, total, exempt, away } => Explained::new(
            "present-over-expected",
            say!(
                lang,
                "Có mặt {present} và vắng có lý do {excused} cộng lại lớn hơn số phải dự {expected} (= {total} − {exempt} miễn − {away} đi nơi khác)",
                "{present} present and {excused} excused together are more than the {expected} expected (= {total} − {exempt} exempt − {away} away)"
            ),
        )
        .hint(exempt_hint),
        other => unexpected(other),
    }
}

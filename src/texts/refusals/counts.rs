//! The arithmetic of a meeting.

use super::{Explained, field};
use crate::domain::Field;
use crate::texts::{Lang, say};

fn exempt_hint(lang: Lang) -> String {
    say!(
        lang,
        "Đảng viên được miễn mà vẫn dự thì kỳ đó không tính vào số miễn sinh hoạt",
        "An exempt member who came is not counted as exempt that day"
    )
}

pub(super) fn counts_missing(lang: Lang, missing: &[Field]) -> Explained {
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

pub(super) fn present_over_total(lang: Lang, present: &u16, total: &u16) -> Explained {
    Explained::new(
        "present-over-total",
        say!(
            lang,
            "Số có mặt {present} lớn hơn tổng số {total}",
            "{present} present is more than {total} in all"
        ),
    )
    .hint(say!(lang, "Kiểm tra --present và --total", "Check --present and --total"))
}

pub(super) fn exempt_away_over_total(
    lang: Lang,
    exempt: &u16,
    away: &u16,
    total: &u16,
) -> Explained {
    Explained::new(
        "exempt-away-over-total",
        say!(
            lang,
            "Số miễn sinh hoạt {exempt} và đi nơi khác {away} cộng lại lớn hơn tổng số {total}",
            "{exempt} exempt and {away} away together are more than {total} in all"
        ),
    )
    .advice(exempt_hint(lang))
}

pub(super) fn present_over_expected(
    lang: Lang,
    present: &u16,
    excused: &u16,
    expected: &u16,
    total: &u16,
    exempt: &u16,
    away: &u16,
) -> Explained {
    Explained::new(
            "present-over-expected",
            say!(
                lang,
                "Có mặt {present} và vắng có lý do {excused} cộng lại lớn hơn số phải dự {expected} (= {total} − {exempt} miễn − {away} đi nơi khác)",
                "{present} present and {excused} excused together are more than the {expected} expected (= {total} − {exempt} exempt − {away} away)"
            ),
        )
        .advice(exempt_hint(lang))
}

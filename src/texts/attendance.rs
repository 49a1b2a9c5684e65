//! Words of the report on the attendance of members (`records.md`, section 5).

use super::{Lang, count, date, months, say, share_said};
use crate::domain::{Date, PeriodSpan, Share};

/// The title of the report.
pub fn title(lang: Lang, span: PeriodSpan) -> String {
    let months = months(lang, span);
    say!(
        lang,
        "Tình hình đảng viên dự sinh hoạt chi bộ · {months}",
        "Members at cell meetings · {months}"
    )
    .to_uppercase()
}

/// How many members were present, as of when.
pub fn counted(lang: Lang, present: Share, today: Date) -> String {
    let (present, today) = (share_said(lang, present), date(lang, today));
    say!(lang, "có mặt: {present} · tính đến {today}", "present: {present} · as of {today}")
}

/// What a committee has together.
pub fn line(lang: Lang, present: Share) -> String {
    let present = share_said(lang, present);
    say!(lang, "có mặt: {present}", "present: {present}")
}

/// A percentage without a decimal, for a narrow column: halves away from zero, all and nothing only where it is that.
pub fn whole_percent(Share { k, n }: Share) -> String {
    match (k, n) {
        (_, 0) => String::new(),
        (0, _) => "0".to_owned(),
        _ if k == n => "100".to_owned(),
        _ => ((k * 200 + n) / (n * 2)).clamp(1, 99).to_string(),
    }
}

/// Of how many meetings the numbers are not known.
pub fn unknown(lang: Lang, meetings: u64) -> String {
    let meetings = count(lang, meetings as usize, "buổi", "meeting", "meetings");
    say!(
        lang,
        "Không tính {meetings} chưa rõ số phải dự hoặc số có mặt.",
        "Without {meetings} of which the number expected or present is not known."
    )
}

/// What a guidance asks.
pub fn asked(lang: Lang, guidance: &str, above: u16) -> String {
    say!(
        lang,
        "Theo {guidance}: tỷ lệ đảng viên dự trên {above}%; buổi trước ngày đó không đánh giá.",
        "{guidance} asks for more than {above}% of the members; earlier meetings are not judged."
    )
}

/// Members left out of the number expected, in short.
pub fn exempt(lang: Lang) -> &'static str {
    lang.pick("Miễn", "Exempt")
}

/// Members at meetings elsewhere, in short.
pub fn away(lang: Lang) -> &'static str {
    lang.pick("Nơi khác", "Elsewhere")
}

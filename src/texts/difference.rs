//! Words of `report coverage --diff`.

use super::{Lang, date, period_span, say};
use crate::domain::{Date, Fingerprint, OperationNumber, PeriodSpan};

/// The heading of a comparison with what was filed.
pub fn since_filed(lang: Lang, span: PeriodSpan, closed_on: Date, print: Fingerprint) -> String {
    let (months, day) = (period_span(lang, span), date(lang, closed_on));
    let print = super::closing::unbroken(print);
    say!(
        lang,
        "Thay đổi của tháng {months} so với bản đã chốt ngày {day} (mã đối chiếu {print})",
        "What changed in {months} since it was filed on {day} (fingerprint {print})"
    )
}

/// The heading of a comparison with an earlier state.
pub fn since_operation(
    lang: Lang,
    span: PeriodSpan,
    since: OperationNumber,
    today: Date,
) -> String {
    let (months, number, today) = (period_span(lang, span), since.0, date(lang, today));
    say!(
        lang,
        "Thay đổi của tháng {months} sau thao tác {number}, tính đến {today}",
        "What changed in {months} after operation {number}, as of {today}"
    )
}

pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("Không có dòng nào thay đổi.", "No row has changed.")
}

pub fn came_in(lang: Lang) -> &'static str {
    lang.pick("Trước không phải tính, nay phải tính", "Was not due, now is")
}

pub fn fell_out(lang: Lang) -> &'static str {
    lang.pick("Trước phải tính, nay không", "Was due, now is not")
}

/// A value that may be empty.
pub fn shown(value: &str) -> &str {
    if value.is_empty() { "–" } else { value }
}

//! Words about closed months: answers, and the lines of a report's heading (`records.md`, section 7).

use super::{Labelled, Lang, count, date, period, period_span, say, share};
use crate::domain::{
    Closing, Date, Figures, Fingerprint, Period, PeriodSpan, Printed, Status, Thing,
};

pub fn closed(lang: Lang, month: Period, figures: &Figures) -> String {
    let covered = share(lang, figures.covered);
    let due = count(lang, figures.due() as usize, "chi bộ", "cell", "cells");
    let month = period(lang, month);
    say!(
        lang,
        "Đã chốt tháng {month}: {due}, cán bộ được phân công về dự {covered}",
        "Closed {month}: {due}, assigned visitor came {covered}"
    )
}

/// The most cells with a gap that an answer names.
const NAMED: usize = 12;

/// The cells of a closed month with a gap, each with the status that made it one.
pub fn gaps(lang: Lang, gaps: &[(Thing, Status)]) -> String {
    let listed = gaps.iter().take(NAMED);
    let listed = listed.map(|(cell, status)| format!("{cell} ({})", status.lower(lang)));
    let listed = listed.collect::<Vec<_>>().join(", ");
    let more = if gaps.len() > NAMED { ", …" } else { "" };
    let n = gaps.len();
    say!(
        lang,
        "Chưa có cán bộ được phân công về dự ({n}): {listed}{more}.",
        "Without their assigned visitor ({n}): {listed}{more}."
    )
}

/// The number to be written on the signed paper.
pub fn fingerprint_for_paper(lang: Lang, print: Fingerprint, month: Period) -> String {
    let month = period(lang, month);
    say!(
        lang,
        "Mã đối chiếu để ghi vào văn bản: {print}. In báo cáo đã chốt: {CHIBO} report --period {month} --filed",
        "Fingerprint for the signed paper: {print}. To print what was filed: {CHIBO} report --period {month} --filed",
        CHIBO
    )
}

pub fn reopened(lang: Lang, month: Period, closed_on: Date) -> String {
    let (month, closed_on) = (period(lang, month), date(lang, closed_on));
    say!(
        lang,
        "Đã mở lại tháng {month} (đã chốt ngày {closed_on})",
        "Opened {month} again (it was closed on {closed_on})"
    )
}

/// A fingerprint that no line is broken in.
pub fn unbroken(print: Fingerprint) -> String {
    print.to_string().replace(' ', "\u{a0}")
}

/// What stands at the end of an answer to what cannot be taken back.
pub fn for_good(lang: Lang, number: i64) -> String {
    say!(
        lang,
        "(thao tác {number}; không hoàn tác được)",
        "(operation {number}; it cannot be undone)"
    )
}

/// The foot of a paper on closed months.
pub fn foot(lang: Lang, prints: &[(Period, Fingerprint)]) -> String {
    let of = |(month, print): &(Period, Fingerprint)| {
        let (month, print) = (period(lang, *month), unbroken(*print));
        say!(lang, "tháng\u{a0}{month}\u{a0}{print}", "{month}\u{a0}{print}")
    };
    let prints = prints.iter().map(of).collect::<Vec<_>>().join("; ");
    say!(lang, "Mã đối chiếu: {prints}", "Fingerprint: {prints}")
}

/// The heading of a month that is not closed.
pub fn open(lang: Lang) -> &'static str {
    lang.pick("Tháng chưa chốt", "The month is not closed")
}

/// The heading of a closed month.
pub fn closing(lang: Lang, closing: &Closing, late: usize) -> String {
    let (day, print) = (date(lang, closing.closed_on), unbroken(closing.printed.fingerprint()));
    let under = closing.document.as_ref();
    let under = under.map(|no| say!(lang, " theo {no}", " under {no}")).unwrap_or_default();
    let late =
        if late > 0 { lang.pick(", có báo cáo bổ sung", ", with late records") } else { "" };
    let print = match closing.printed {
        Printed::Here(_) => say!(lang, "mã đối chiếu {print}", "fingerprint {print}"),
        Printed::Elsewhere(_) => say!(
            lang,
            "nhập từ tệp, mã đối chiếu in lần đầu {print}",
            "imported from files, fingerprint first printed {print}"
        ),
        Printed::Imported(_) => say!(
            lang,
            "nhập từ tệp, mã đối chiếu lần nhập {print}",
            "imported from files, its fingerprint {print}"
        ),
    };
    say!(
        lang,
        "Đã chốt ngày {day}{under}{late} · {print}",
        "Closed on {day}{under}{late} · {print}"
    )
}

/// Which months of several are closed; `late` are those with late records.
pub fn months(lang: Lang, closed: &[PeriodSpan], late: &[Period], some_open: bool) -> String {
    if closed.is_empty() {
        return lang.pick("Chưa chốt tháng nào", "No month is closed").to_owned();
    }
    let spans = closed.iter().map(|span| period_span(lang, *span)).collect::<Vec<_>>().join(", ");
    let late = late.iter().map(|month| period(lang, *month)).collect::<Vec<_>>().join(", ");
    let late = if late.is_empty() {
        String::new()
    } else {
        say!(lang, "; có báo cáo bổ sung: {late}", " (late records: {late})")
    };
    let open = if some_open {
        lang.pick("; các tháng khác chưa chốt", "; other months are open")
    } else {
        ""
    };
    say!(lang, "Đã chốt: {spans}{late}{open}", "Closed: {spans}{late}{open}")
}

/// That a month printed as filed was opened again since.
pub fn filed_then_reopened(lang: Lang, month: Period) -> String {
    let month = period(lang, month);
    say!(
        lang,
        "Lưu ý: tháng {month} đã được mở lại sau lần chốt này.",
        "Note: {month} was opened again after it was closed like this."
    )
}

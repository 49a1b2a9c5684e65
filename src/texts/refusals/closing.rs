//! Closed months, and moments before there was anything to know (`records.md`, sections 3 and 7).

use super::{Explained, thing};
use crate::domain::{Code, Date, DocumentNo, OperationNumber, Period, Status, Thing};
use crate::texts::joined;
use crate::texts::{Labelled, Lang, count, date, period, quoted, say};

/// The most months that a message names, and the most cells of all of them together, at least one of each.
const NAMED: usize = 12;

pub(super) fn nothing_known_yet(lang: Lang, made: &Date) -> Explained {
    let made = date(lang, *made);
    Explained::new(
        "nothing-known-yet",
        say!(
            lang,
            "Lúc đó chưa có sổ; sổ được lập ngày {made}",
            "There was no record file then; it was made on {made}"
        ),
    )
    .hint(say!(lang, "Xem: {CHIBO} history", "See: {CHIBO} history"))
}

pub(super) fn operation_not_found(
    lang: Lang,
    number: OperationNumber,
    newest: OperationNumber,
) -> Explained {
    let (number, newest) = (number.0, newest.0);
    Explained::new(
        "operation-not-found",
        say!(
            lang,
            "Không có thao tác {number}; thao tác mới nhất là {newest}",
            "There is no operation {number}; the newest is {newest}"
        ),
    )
    .hint(say!(lang, "Xem: {CHIBO} history", "See: {CHIBO} history"))
}

fn listed(lang: Lang, month: Period, cells: &[Thing], most: usize) -> String {
    let named = cells.iter().take(most).map(thing).collect::<Vec<_>>().join(", ");
    let more = match cells.len().saturating_sub(most) {
        0 => String::new(),
        1 => say!(lang, " và 1 chi bộ khác", " and 1 other cell"),
        n => say!(lang, " và {n} chi bộ khác", " and {n} other cells"),
    };
    let month = period(lang, month);
    say!(lang, "kỳ {month} ({named}{more})", "{month} ({named}{more})")
}

pub(super) fn month_closed(lang: Lang, months: &[(Period, Vec<Thing>)], late: bool) -> Explained {
    let named = months.iter().take(NAMED);
    let most = (NAMED / named.len().max(1)).max(1);
    let listed: Vec<String> =
        named.map(|(month, cells)| self::listed(lang, *month, cells, most)).collect();
    let more = match months.len().saturating_sub(NAMED) {
        0 => String::new(),
        n => {
            let n = count(lang, n, "tháng khác", "other month", "other months");
            say!(lang, "; và {n}", "; and {n}")
        }
    };
    let listed = listed.join("; ") + &more;
    let first = months.first().map(|(month, _)| month.to_string()).unwrap_or_default();
    let explained = Explained::new(
        "month-closed",
        say!(
            lang,
            "Việc này làm thay đổi số liệu của tháng đã chốt: {listed}",
            "This would change the figures of a closed month: {listed}"
        ),
    );
    explained.hint(match late {
        true => say!(
            lang,
            "Báo cáo đến muộn thì thêm --late: số liệu đã chốt giữ nguyên, buổi này được tính riêng. Muốn sửa số liệu đã chốt: {CHIBO} reopen {first} --reason LÝ_DO",
            "For a report that came late add --late: the filed figures stay and this one is counted beside them. To change filed figures: {CHIBO} reopen {first} --reason TEXT"
        ),
        false if months.len() > 1 => say!(
            lang,
            "Mở lại từng tháng đó trước khi sửa: {CHIBO} reopen {first} --reason LÝ_DO",
            "Open each of these months again first: {CHIBO} reopen {first} --reason TEXT"
        ),
        false => say!(
            lang,
            "Mở lại tháng trước khi sửa: {CHIBO} reopen {first} --reason LÝ_DO",
            "Open the month again first: {CHIBO} reopen {first} --reason TEXT"
        ),
    })
}

pub(super) fn month_not_over(lang: Lang, month: &Period, today: &Date) -> Explained {
    let (last, today) = (date(lang, month.last_day()), date(lang, *today));
    let month = period(lang, *month);
    Explained::new(
        "month-not-over",
        say!(
            lang,
            "Kỳ {month} chưa hết (ngày cuối {last}, hôm nay {today}) nên chưa chốt được",
            "The period {month} is not over (last day {last}, today is {today}), so it cannot be closed"
        ),
    )
    .hint(say!(
        lang,
        "Chốt tháng gần nhất đã hết: {CHIBO} close last",
        "To close the last complete month: {CHIBO} close last"
    ))
}

pub(super) fn today_borrowed(lang: Lang, today: Date, machine: Date) -> Explained {
    let (today, machine) = (date(lang, today), date(lang, machine));
    Explained::new(
        "today-borrowed",
        say!(
            lang,
            "Không chốt tháng theo một ngày chưa tới: ngày coi là hôm nay là {today} (--today hoặc CHIBO_TODAY), còn ngày của máy là {machine}",
            "No month is closed as of a day to come: what stands for today is {today} (--today or CHIBO_TODAY), and the machine's date is {machine}"
        ),
    )
    .hint(say!(
        lang,
        "Bỏ --today và biến CHIBO_TODAY rồi gõ lại; nếu ngày của máy sai, chỉnh lại đồng hồ của máy",
        "Leave out --today and the variable CHIBO_TODAY, and type it again; if the machine's date is wrong, set its clock right"
    ))
}

pub(super) fn month_closed_already(lang: Lang, month: &Period, closed_on: &Date) -> Explained {
    let (iso, closed_on) = (month, date(lang, *closed_on));
    let named = period(lang, *month);
    Explained::new(
        "month-closed-already",
        say!(
            lang,
            "Kỳ {named} đã chốt ngày {closed_on}",
            "The period {named} was closed on {closed_on}"
        ),
    )
    .hint(say!(
        lang,
        "Xem bản đã chốt: {CHIBO} report --period {iso} --filed; mở lại: {CHIBO} reopen {iso} --reason LÝ_DO",
        "To see what was filed: {CHIBO} report --period {iso} --filed; to open it again: {CHIBO} reopen {iso} --reason TEXT"
    ))
}

pub(super) fn month_not_closed(lang: Lang, month: &Period) -> Explained {
    let (iso, named) = (month, period(lang, *month));
    Explained::new(
        "month-not-closed",
        say!(lang, "Kỳ {named} chưa chốt", "The period {named} is not closed"),
    )
    .hint(say!(
        lang,
        "Tháng chưa chốt thì ghi và sửa bình thường; xem: {CHIBO} report --period {iso}",
        "A month that is not closed can be changed as it is; see: {CHIBO} report --period {iso}"
    ))
}

pub(super) fn month_empty(lang: Lang, month: &Period, records_from: Option<Period>) -> Explained {
    let named = period(lang, *month);
    let message = match records_from.map(|from| period(lang, from)) {
        Some(from) => say!(
            lang,
            "Sổ theo dõi từ kỳ {from}, nên kỳ {named} không có gì để chốt",
            "Reports begin with the period {from}, so there is nothing to close in {named}"
        ),
        None => say!(
            lang,
            "Kỳ {named} không có chi bộ nào phải tính nên không có gì để chốt",
            "No cell is due in the period {named}, so there is nothing to close"
        ),
    };
    Explained::new("month-empty", message).hint(say!(
        lang,
        "Xem sổ theo dõi từ kỳ nào: {CHIBO} config records_from",
        "To see from when on reports count: {CHIBO} config records_from"
    ))
}

pub(super) fn month_has_gaps(
    lang: Lang,
    month: &Period,
    gaps: &[(Thing, Status)],
    document: Option<&DocumentNo>,
) -> Explained {
    let under = document.map(|no| format!(" --document {}", quoted(no.as_str())));
    let under = under.unwrap_or_default();
    let (iso, named, n) = (month, period(lang, *month), gaps.len());
    let listed =
        gaps.iter().take(NAMED).map(|(cell, status)| format!("{cell} ({})", status.lower(lang)));
    let listed = listed.collect::<Vec<_>>().join(", ");
    let more = if n > NAMED { ", …" } else { "" };
    Explained::new(
        "month-has-gaps",
        say!(
            lang,
            "Kỳ {named} còn {n} chi bộ chưa đủ: {listed}{more}",
            "The period {named} has gaps in {n} of its cells: {listed}{more}"
        ),
    )
    .hint(say!(
        lang,
        "Ghi bổ sung trước, hoặc vẫn chốt: {CHIBO} close {iso}{under} --with-gaps",
        "Record what is missing first, or close it as it is: {CHIBO} close {iso}{under} --with-gaps"
    ))
}

pub(super) fn month_recorded_ahead(
    lang: Lang,
    month: &Period,
    today: Date,
    cells: &[Thing],
) -> Explained {
    let (named, today) = (period(lang, *month), date(lang, today));
    let mut listed = cells.iter().take(NAMED).map(thing).collect::<Vec<_>>().join(", ");
    if cells.len() > NAMED {
        listed += ", …";
    }
    Explained::new(
        "month-recorded-ahead",
        say!(
            lang,
            "Trong sổ đã có buổi sinh hoạt diễn ra sau ngày {today}, làm thay đổi số liệu kỳ {named} của {listed}; vì vậy không chốt theo ngày đó được",
            "The record file already has meetings held after {today} that change the figures of {named} for {listed}, so the month cannot be closed as of that day"
        ),
    )
    .hint(say!(
        lang,
        "Chốt theo ngày hôm nay: gõ lại lệnh mà không kèm --today (CHIBO_TODAY)",
        "Close it as of the present day: type the command again without --today (CHIBO_TODAY)"
    ))
}

pub(super) fn never_filed(lang: Lang, month: &Period) -> Explained {
    let (iso, named) = (month, period(lang, *month));
    Explained::new(
        "never-filed",
        say!(
            lang,
            "Kỳ {named} chưa được chốt lần nào nên không có bản đã chốt",
            "The period {named} was never closed, so nothing was filed"
        ),
    )
    .hint(say!(lang, "Chốt tháng: {CHIBO} close {iso}", "To close it: {CHIBO} close {iso}"))
}

pub(super) fn filed_contradicted(lang: Lang, months: &[(Period, Vec<Code>)]) -> Explained {
    let told = months.iter().take(NAMED).map(|(month, cells)| {
        let (month, named) = (period(lang, *month), joined(&cells[..cells.len().min(NAMED)]));
        let more = if cells.len() > NAMED { ", …" } else { "" };
        say!(lang, "kỳ {month} ({named}{more})", "{month} ({named}{more})")
    });
    let told = told.collect::<Vec<_>>().join("; ");
    Explained::new(
        "filed-contradicted",
        say!(
            lang,
            "Số liệu đã chốt trong tệp khác với các bản ghi: {told}",
            "The closed figures in the files are not those of the records: {told}"
        ),
    )
    .hint(say!(
        lang,
        "Nhập cùng các bản ghi của lúc chốt, hoặc bỏ tháng đó khỏi closings.csv rồi chốt lại: {CHIBO} close THÁNG",
        "Import them with the records of that time, or leave the month out of closings.csv and close it again: {CHIBO} close MONTH"
    ))
}

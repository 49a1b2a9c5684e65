//! Closed months (`records.md`, section 7).

use crate::domain::refusal::Month;
use crate::domain::{Period, Thing};
use crate::texts::{
    ErrorCode, Explained, Labelled, Lang, count, date, explain, joined, period, quoted, say, thing,
};

/// The most months that a message names, and the most cells of all of them together, at least one of each.
const NAMED: usize = 12;

fn listed(lang: Lang, month: Period, cells: &[Thing], most: usize) -> String {
    let named = cells.iter().take(most).map(thing).collect::<Vec<_>>().join(", ");
    let more = match cells.len().saturating_sub(most) {
        0 => String::new(),
        1 => say!(lang, " và 1 chi bộ khác", " and 1 other cell"),
        n => say!(lang, " và {n} chi bộ khác", " and {n} other cells"),
    };
    let month = period(lang, month);
    say!(lang, "tháng {month} ({named}{more})", "{month} ({named}{more})")
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Month) -> Explained {
    match refused {
        Month::Closed { months, late } => {
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
            let first = months.first().map(|(month, _)| period(lang, *month)).unwrap_or_default();
            let explained = explain!(
                lang,
                MonthClosed,
                "Việc này làm thay đổi số liệu của tháng đã chốt: {listed}",
                "This would change the figures of a closed month: {listed}",
            );
            explained.hint(match *late {
                true => say!(
                    lang,"Báo cáo đến muộn thì thêm --late: số liệu đã chốt giữ nguyên, buổi này được tính riêng. Muốn sửa số liệu đã chốt: {CHIBO} reopen {first} --reason LÝ_DO",
                    "For a report that came late add --late: the filed figures stay and this one is counted beside them. To change filed figures: {CHIBO} reopen {first} --reason TEXT", CHIBO),
                false if months.len() > 1 => say!(
                    lang,"Mở lại từng tháng đó trước khi sửa: {CHIBO} reopen {first} --reason LÝ_DO",
                    "Open each of these months again first: {CHIBO} reopen {first} --reason TEXT", CHIBO),
                false => say!(
                    lang,"Mở lại tháng trước khi sửa: {CHIBO} reopen {first} --reason LÝ_DO",
                    "Open the month again first: {CHIBO} reopen {first} --reason TEXT", CHIBO),
            })
        }
        Month::TodayBorrowed { today, machine } => {
            let (today, machine) = (date(lang, *today), date(lang, *machine));
            explain!(
                lang,
                TodayBorrowed,
                "Không chốt tháng theo một ngày chưa tới: ngày coi là hôm nay là {today} (--today hoặc CHIBO_TODAY), còn ngày của máy là {machine}",
                "No month is closed as of a day to come: what stands for today is {today} (--today or CHIBO_TODAY), and the machine's date is {machine}",
                hint(
                    "Bỏ --today và biến CHIBO_TODAY rồi gõ lại; nếu ngày của máy sai, chỉnh lại đồng hồ của máy",
                    "Leave out --today and the variable CHIBO_TODAY, and type it again; if the machine's date is wrong, set its clock right",
                ),
            )
        }
        Month::NotOver { period: month, today } => {
            let (last, today) = (date(lang, month.last_day()), date(lang, *today));
            let month = period(lang, *month);
            explain!(
                lang,
                MonthNotOver,
                "Tháng {month} chưa hết (ngày cuối {last}, hôm nay {today}) nên chưa chốt được",
                "{month} is not over (last day {last}, today is {today}), so it cannot be closed",
                hint(
                    "Chốt tháng gần nhất đã hết: {CHIBO} close last",
                    "To close the last complete month: {CHIBO} close last",
                    CHIBO
                ),
            )
        }
        Month::ClosedAlready { period: month, closed_on } => {
            let closed_on = date(lang, *closed_on);
            let named = period(lang, *month);
            explain!(
                lang,
                MonthClosedAlready,
                "Tháng {named} đã chốt ngày {closed_on}",
                "{named} was closed on {closed_on}",
                hint(
                    "Xem bản đã chốt: {CHIBO} report --period {named} --filed; mở lại: {CHIBO} reopen {named} --reason LÝ_DO",
                    "To see what was filed: {CHIBO} report --period {named} --filed; to open it again: {CHIBO} reopen {named} --reason TEXT",
                    CHIBO
                ),
            )
        }
        Month::NotClosed { period: month } => {
            let named = period(lang, *month);
            explain!(
                lang,
                MonthNotClosed,
                "Tháng {named} chưa chốt",
                "{named} is not closed",
                hint(
                    "Tháng chưa chốt thì ghi và sửa bình thường; xem: {CHIBO} report --period {named}",
                    "A month that is not closed can be changed as it is; see: {CHIBO} report --period {named}",
                    CHIBO
                ),
            )
        }
        Month::Empty { period: month, records_from } => {
            let named = period(lang, *month);
            let message = match records_from.map(|from| period(lang, from)) {
                Some(from) => say!(
                    lang,
                    "Sổ theo dõi từ tháng {from}, nên tháng {named} không có chi bộ nào phải tính",
                    "Reports begin with {from}, so no cell is due in {named}"
                ),
                None => say!(
                    lang,
                    "Tháng {named} không có chi bộ nào phải tính",
                    "No cell is due in {named}"
                ),
            };
            Explained::new(ErrorCode::MonthEmpty, message).hint(say!(
                lang,
                "Xem sổ theo dõi từ tháng nào: {CHIBO} config records_from",
                "To see from when on reports count: {CHIBO} config records_from",
                CHIBO
            ))
        }
        Month::HasGaps { period: month, gaps, document } => {
            let under = document.as_ref().map(|no| format!(" --document {}", quoted(no.as_str())));
            let under = under.unwrap_or_default();
            let (named, n) = (period(lang, *month), gaps.len());
            let listed = gaps
                .iter()
                .take(NAMED)
                .map(|(cell, status)| format!("{cell} ({})", status.lower(lang)));
            let listed = listed.collect::<Vec<_>>().join(", ");
            let more = if n > NAMED { ", …" } else { "" };
            let cells = count(lang, n, "chi bộ", "cell", "cells");
            explain!(
                lang,
                MonthHasGaps,
                "Tháng {named} còn {cells} có thể ghi bổ sung: {listed}{more}",
                "The gaps of {cells} in {named} can still be mended: {listed}{more}",
                hint(
                    "Ghi bổ sung trước; nếu không bổ sung được nữa: {CHIBO} close {named}{under} --with-gaps",
                    "Record what is missing first; if it cannot be had any more: {CHIBO} close {named}{under} --with-gaps",
                    CHIBO
                ),
            )
        }
        Month::RecordedAhead { period: month, today, cells } => {
            let (named, today) = (period(lang, *month), date(lang, *today));
            let mut listed = cells.iter().take(NAMED).map(thing).collect::<Vec<_>>().join(", ");
            if cells.len() > NAMED {
                listed += ", …";
            }
            explain!(
                lang,
                MonthRecordedAhead,
                "Trong sổ đã có buổi sinh hoạt diễn ra sau ngày {today}, làm thay đổi số liệu tháng {named} của {listed}; vì vậy không chốt theo ngày đó được",
                "The record file already has meetings held after {today} that change the figures of {named} for {listed}, so the month cannot be closed as of that day",
                hint(
                    "Chốt theo ngày hôm nay: gõ lại lệnh mà không kèm --today (CHIBO_TODAY)",
                    "Close it as of the present day: type the command again without --today (CHIBO_TODAY)",
                ),
            )
        }
        Month::NeverFiled { period: month } => {
            let named = period(lang, *month);
            explain!(
                lang,
                NeverFiled,
                "Tháng {named} chưa được chốt lần nào nên không có bản đã chốt",
                "{named} was never closed, so nothing was filed",
                hint(
                    "Chốt tháng: {CHIBO} close {named}",
                    "To close it: {CHIBO} close {named}",
                    CHIBO
                ),
            )
        }
        Month::FiledContradicted { months } => {
            let told = months.iter().take(NAMED).map(|(month, cells)| {
                let (month, named) =
                    (period(lang, *month), joined(&cells[..cells.len().min(NAMED)]));
                let more = if cells.len() > NAMED { ", …" } else { "" };
                say!(lang, "tháng {month} ({named}{more})", "{month} ({named}{more})")
            });
            let told = told.collect::<Vec<_>>().join("; ");
            explain!(
                lang,
                FiledContradicted,
                "Số liệu đã chốt trong tệp khác với các bản ghi: {told}",
                "The closed figures in the files are not those of the records: {told}",
                hint(
                    "Nhập cùng các bản ghi của lúc chốt, hoặc bỏ tháng đó khỏi closings.csv rồi chốt lại: {CHIBO} close THÁNG",
                    "Import them with the records of that time, or leave the month out of closings.csv and close it again: {CHIBO} close MONTH",
                    CHIBO
                ),
            )
        }
    }
}

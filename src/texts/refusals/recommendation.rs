//! Rules of recommendations and of their steps.

use crate::domain::refusal::Recommendation;
use crate::texts::{Explained, Labelled, Lang, date, explain, say};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Recommendation) -> Explained {
    match refused {
        Recommendation::RaisedAfterToday { code, raised_on, today } => {
            let (raised_on, today) = (date(lang, *raised_on), date(lang, *today));
            explain!(
                lang,
                RaisedAfterToday,
                "Kiến nghị {code}: ngày nêu {raised_on} sau hôm nay ({today})",
                "{code}: raised on {raised_on}, after today ({today})",
                advice("Xem lại ngày", "Look at the day again"),
            )
        }
        Recommendation::StepBeforeRaised { code, kind, on, earliest } => {
            let (step, on, earliest) = (kind.lower(lang), date(lang, *on), date(lang, *earliest));
            explain!(
                lang,
                StepBeforeRaised,
                "Kiến nghị {code}: {step} ngày {on} là trước ngày nêu ({earliest})",
                "{code}: {step} on {on} is before it was raised ({earliest})",
                advice(
                    "Xem lại ngày; kiến nghị và các bước đã ghi: {CHIBO} recommend show {code}",
                    "Look at the day again; the recommendation and its steps: {CHIBO} recommend show {code}",
                    CHIBO
                ),
            )
        }
        Recommendation::StepAfterToday { code, kind, on, today } => {
            let (step, on, today) = (kind.lower(lang), date(lang, *on), date(lang, *today));
            explain!(
                lang,
                StepAfterToday,
                "Kiến nghị {code}: {step} ngày {on} là sau hôm nay ({today})",
                "{code}: {step} on {on} is after today ({today})",
                advice("Ghi khi việc đã xong", "Record it once it is done"),
            )
        }
        Recommendation::StepTwice { code, kind, on } => {
            let (step, on) = (kind.lower(lang), date(lang, *on));
            explain!(
                lang,
                StepTwice,
                "Kiến nghị {code}: bước “{step}” ngày {on} đã ghi",
                "{code}: the step “{step}” of {on} is recorded already",
                hint(
                    "Xem: {CHIBO} recommend show {code}",
                    "See: {CHIBO} recommend show {code}",
                    CHIBO
                ),
            )
        }
        Recommendation::StepAfterSettled { code, kind, on, settled, since, by } => {
            let (step, settled) = (kind.lower(lang), settled.lower(lang));
            let (on, since) = (date(lang, *on), date(lang, *since));
            let of = if by == code {
                String::new()
            } else {
                say!(lang, " (ghi ở {by}, cùng một việc)", " (recorded on {by}, the same matter)")
            };
            explain!(
                lang,
                StepAfterSettled,
                "Kiến nghị {code}: {settled} ngày {since}{of}, nên không có bước “{step}” ngày {on} sau đó",
                "{code} is {settled} since {since}{of}, so that “{step}” of {on} cannot follow",
                hint(
                    "Xem các bước: {CHIBO} recommend show {by}; bỏ bước ghi nhầm: {CHIBO} recommend remove {by} --step SỐ",
                    "See the steps: {CHIBO} recommend show {by}; to take out a mistaken one: {CHIBO} recommend remove {by} --step N",
                    CHIBO
                ),
            )
        }
        Recommendation::NothingToReport { code, on } => {
            let on = date(lang, *on);
            explain!(
                lang,
                NothingToReport,
                "Kiến nghị {code}: đến ngày {on} chưa có trả lời để thông báo lại cho chi bộ",
                "{code}: by {on} there is no answer that the cell could be told of",
                hint(
                    "Ghi trả lời trước: {CHIBO} recommend answer {code} --on NGÀY",
                    "Record the answer first: {CHIBO} recommend answer {code} --on DATE",
                    CHIBO
                ),
            )
        }
        Recommendation::SentToNobody { code, on } => {
            let on = date(lang, *on);
            explain!(
                lang,
                SentToNobody,
                "Kiến nghị {code}, chuyển ngày {on}: chưa nêu nơi nhận",
                "{code}, sent on {on}: it is not said to whom",
                advice("Nêu cơ quan, đơn vị nhận", "Name the office that it went to"),
            )
        }
        Recommendation::ToSuperfluous { code, kind, on } => {
            let (step, on) = (kind.lower(lang), date(lang, *on));
            explain!(
                lang,
                ToSuperfluous,
                "Kiến nghị {code}: bước “{step}” ngày {on} không có nơi nhận",
                "{code}: the step “{step}” of {on} goes to nobody",
                advice(
                    "Chỉ bước chuyển mới có nơi nhận",
                    "Only what was sent has somebody to whom it went"
                ),
            )
        }
        Recommendation::NoSuchStep { code, number, steps } => explain!(
            lang,
            StepNotFound,
            "Kiến nghị {code} có {steps} bước, không có bước {number}",
            "{code} has no step {number}; steps recorded: {steps}",
            hint("Xem: {CHIBO} recommend show {code}", "See: {CHIBO} recommend show {code}", CHIBO),
        ),
        Recommendation::SameAsItself { code } => explain!(
            lang,
            SameAsItself,
            "Kiến nghị {code} không gộp với chính nó được",
            "{code} cannot be tied to itself",
            hint(
                "Nêu kiến nghị thứ hai; danh sách: {CHIBO} recommend list",
                "Name the other one; the list: {CHIBO} recommend list",
                CHIBO
            ),
        ),
        Recommendation::SameAlready { code, other } => explain!(
            lang,
            SameAlready,
            "Kiến nghị {code} và {other} đã gộp là cùng một việc",
            "{code} and {other} are the same matter already",
            hint(
                "Xem: {CHIBO} recommend show {code}; tách ra: {CHIBO} recommend apart {code}",
                "See: {CHIBO} recommend show {code}; to part them: {CHIBO} recommend apart {code}",
                CHIBO
            ),
        ),
        Recommendation::NotTied { code } => explain!(
            lang,
            RecommendationNotTied,
            "Kiến nghị {code} không gộp với kiến nghị nào",
            "{code} is the same matter as no other",
            hint("Xem: {CHIBO} recommend show {code}", "See: {CHIBO} recommend show {code}", CHIBO),
        ),
        Recommendation::OfOtherCell { code, cell, meeting_of } => explain!(
            lang,
            RecommendationOfOther,
            "Kiến nghị {code} là của {cell}, không phải của {meeting_of}",
            "{code} was raised by {cell}, not by {meeting_of}",
            hint(
                "Ghi riêng: {CHIBO} recommend report-back {code} --on NGÀY",
                "Record it by itself: {CHIBO} recommend report-back {code} --on DATE",
                CHIBO
            ),
        ),
        Recommendation::ReportedNowhere { code } => explain!(
            lang,
            ReportedNowhere,
            "Không sinh hoạt thì không thông báo lại kiến nghị {code} được",
            "The cell was not told of {code} at a meeting that was not held",
            hint("Bỏ --report-back", "Leave out --report-back"),
        ),
    }
}

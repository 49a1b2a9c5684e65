//! Rules of the register.

use super::{end, is_not_there, listing};
use crate::domain::refusal::Register;
use crate::domain::{Keyword, Span, ThingKind};
use crate::texts::{ErrorCode, Explained, Labelled, Lang, date, days, explain, say, thing};

/// How long a committee exists, as a clause.
fn existence(lang: Lang, committee: &str, life: &Span) -> String {
    match (life.from, life.last_day().map(|day| date(lang, day))) {
        (None, Some(last)) => say!(
            lang,
            "ngày cuối của {committee} là {last}",
            "the last day of {committee} is {last}"
        ),
        (_, _) => {
            let days = days(lang, *life);
            say!(lang, "{committee} chỉ tồn tại {days}", "{committee} exists only {days}")
        }
    }
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Register) -> Explained {
    match refused {
        Register::CodeTaken { thing: other } => {
            let (code, what, list) = (&other.code, thing(other), listing(lang, other.kind));
            explain!(
                lang,
                CodeTaken,
                "Mã {code} đã dùng cho {what}",
                "The code {code} is that of {what}",
                hint(
                    "Chọn mã khác; các mã đã dùng: {list} --all",
                    "Choose another code; those in use: {list} --all",
                ),
            )
        }
        Register::CodeUsedBefore { code, thing: other } => {
            let message = match other {
                Some(other) => {
                    let other = thing(other);
                    say!(
                        lang,
                        "Mã {code} từng là mã của {other}; một mã chỉ dùng cho một đơn vị hay một người, mãi mãi",
                        "The code {code} was once that of {other}; a code names one record for ever"
                    )
                }
                None => say!(
                    lang,
                    "Mã {code} từng dùng cho mục khác nay không còn trong sổ; một mã chỉ dùng cho một đơn vị hay một người, mãi mãi",
                    "The code {code} was once that of a record no longer in force; a code names one record for ever"
                ),
            };
            Explained::new(ErrorCode::CodeUsedBefore, message).advice(say!(
                lang,
                "Chọn một mã khác",
                "Choose another code"
            ))
        }
        Register::LifeBackwards { thing: what, from, until } => {
            let (from, until, end) = (date(lang, *from), date(lang, *until), end(lang, what.kind));
            explain!(
                lang,
                LifeBackwards,
                "{what} {end} từ ngày {until}, không sau ngày bắt đầu {from}",
                "{what} {end}s on {until}, which is not after its first day {from}",
            )
        }
        Register::ChangeOutsideLife { thing: what, day, life } => {
            let (day, life, absent) =
                (date(lang, *day), days(lang, *life), is_not_there(lang, what.kind));
            let (kind, code) = (what.kind.key(), &what.code);
            explain!(
                lang,
                ChangeOutsideLife,
                "{what} {absent} vào ngày thay đổi {day} ({life})",
                "{what} {absent} on the day of change, {day} ({life})",
                hint(
                    "Xem: {CHIBO} {kind} show {code}; kiểm tra ngày đã gõ",
                    "See: {CHIBO} {kind} show {code}; check the date",
                    CHIBO
                ),
            )
        }
        // A cell without a first day stands for one that was always there.
        Register::CommitteeGone { cell, committee, days, life } if days.from.is_none() => {
            let life = existence(lang, &committee.to_string(), life);
            explain!(
                lang,
                CommitteeGone,
                "{cell} chưa ghi ngày thành lập, mà {life}",
                "{cell} has no day of founding, and {life}",
                hint(
                    "Ghi ngày thành lập của chi bộ (founded), ví dụ: --founded 1/1/2009",
                    "Give the day on which the cell was founded, such as: --founded 1/1/2009",
                ),
            )
        }
        Register::CommitteeGone { cell, committee, days: of, life } => {
            let code = &committee.code;
            let this = lang.pick("đảng bộ này", "that committee");
            let (of, life) = (days(lang, *of), existence(lang, this, life));
            explain!(
                lang,
                CommitteeGone,
                "{cell} thuộc {committee} {of}, nhưng {life}",
                "{cell} belongs to {committee} {of}, but {life}",
                hint(
                    "Xem: {CHIBO} committee show {code}; kiểm tra ngày đã gõ",
                    "See: {CHIBO} committee show {code}; check the date",
                    CHIBO
                ),
            )
        }
        Register::SuccessionToItself { cell } => explain!(
            lang,
            SuccessionToItself,
            "{cell} không thể kế thừa chính mình",
            "{cell} cannot succeed itself",
        ),
        Register::RefersToNothing { thing, kind } => {
            let kind = kind.lower(lang);
            let of =
                thing.as_ref().map(|of| say!(lang, " của {of}", " of {of}")).unwrap_or_default();
            explain!(
                lang,
                RefersToNothing,
                "Một bản ghi{of} dẫn tới {kind} không có trong sổ",
                "A record{of} refers to what is not on record ({kind})",
            )
        }
        Register::NotThere { thing: what, day, life } => {
            let (day, life, absent) =
                (date(lang, *day), days(lang, *life), is_not_there(lang, what.kind));
            let (kind, show) = (what.kind.key(), &what.code);
            let (code, what) = match what.kind {
                ThingKind::Official => (ErrorCode::OfficialNotActive, thing(what)),
                ThingKind::Committee
                | ThingKind::Cell
                | ThingKind::Category
                | ThingKind::Recommendation => (ErrorCode::NotInExistence, what.to_string()),
            };
            let message = say!(
                lang,
                "{what} {absent} vào ngày {day} ({life})",
                "{what} {absent} on {day} ({life})"
            );
            Explained::new(code, message).hint(say!(
                lang,
                "Xem: {CHIBO} {kind} show {show}; kiểm tra ngày đã gõ",
                "See: {CHIBO} {kind} show {show}; check the date",
                CHIBO
            ))
        }
        Register::CellElsewhere { cell, committee, belongs_to } => {
            let code = &belongs_to.code;
            explain!(
                lang,
                CellElsewhere,
                "{cell} không thuộc {committee} mà thuộc {belongs_to}",
                "{cell} does not belong to {committee} but to {belongs_to}",
                hint(
                    "Bỏ --committee, hoặc dùng --committee {code}",
                    "Leave --committee out, or use --committee {code}",
                ),
            )
        }
    }
}

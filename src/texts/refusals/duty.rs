//! Rules of duties.

use super::end;
use crate::domain::refusal::Duty;
use crate::domain::{Keyword, Thing};
use crate::texts::{Explained, Lang, answers, date, days, explain, thing};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Duty) -> Explained {
    match refused {
        Duty::Empty { from, until } => {
            let (from, until) = (date(lang, *from), date(lang, *until));
            explain!(
                lang,
                DutyEmpty,
                "Nghĩa vụ dự kết thúc từ ngày {until}, không sau ngày bắt đầu {from}",
                "The duty no longer holds from {until}, which is not after its first day {from}",
                hint(
                    "--until là ngày đầu tiên không còn hiệu lực",
                    "--until is the first day that no longer holds",
                ),
            )
        }
        Duty::Beyond { thing: what, until, end: day } => {
            let (until, day, end) = (date(lang, *until), date(lang, *day), end(lang, what.kind));
            explain!(
                lang,
                DutyBeyond,
                "Nghĩa vụ dự kết thúc từ ngày {until}, sau khi {what} {end} ({day})",
                "The duty until {until} outlasts {what} ({end}s on {day})",
                hint(
                    "Bỏ --until: nghĩa vụ tự kết thúc cùng cán bộ, chi bộ hoặc đảng bộ",
                    "Leave --until out: an open duty ends with the official, the cell or the committee",
                ),
            )
        }
        Duty::Overlaps { official, scope, days: of } => {
            let (who, of) = (thing(official), days(lang, *of));
            let scope_named = answers::scope(lang, scope.as_ref());
            let (code, option) = (&official.code, option(scope.as_ref()));
            explain!(
                lang,
                DutyOverlaps,
                "{who} đã có nghĩa vụ dự ở {scope_named} {of}",
                "{who} has a duty in {scope_named} already, {of}",
                hint(
                    "Kết thúc nghĩa vụ cũ trước: {CHIBO} duty end {code} {option} --on NGÀY",
                    "End the old one first: {CHIBO} duty end {code} {option} --on DATE",
                    CHIBO
                ),
            )
        }
        Duty::NotFound { official, scope, day } => {
            let (who, day) = (thing(official), date(lang, *day));
            let scope = scope.as_ref().map(|scope| answers::scope(lang, scope.as_ref()));
            let place = scope.map(|it| format!(" ({it})")).unwrap_or_default();
            explain!(
                lang,
                DutyNotFound,
                "{who} không có nghĩa vụ dự nào vào ngày {day}{place}",
                "{who} has no duty on {day}{place}",
                hint("Xem: {CHIBO} duty list", "See: {CHIBO} duty list", CHIBO),
            )
        }
        Duty::Which { official, day, scopes } => {
            let (who, day, code) = (thing(official), date(lang, *day), &official.code);
            let named = scopes.iter().map(|scope| answers::scope(lang, scope.as_ref()));
            let named = named.collect::<Vec<_>>().join("; ");
            let option = option(scopes.first().and_then(Option::as_ref));
            explain!(
                lang,
                DutyWhich,
                "{who} có nhiều nghĩa vụ dự vào ngày {day}: {named}",
                "{who} has several duties on {day}: {named}",
                hint(
                    "Nêu rõ nơi dự, ví dụ: {CHIBO} duty end {code} {option} --on NGÀY",
                    "Say where, such as: {CHIBO} duty end {code} {option} --on DATE",
                    CHIBO
                ),
            )
        }
        Duty::ScopeAmbiguous { committee, cell } => {
            let code = &cell.code;
            explain!(
                lang,
                ScopeAmbiguous,
                "“{code}” vừa là mã đảng bộ ({committee}) vừa là mã chi bộ ({cell})",
                "“{code}” is the code of a committee ({committee}) and of a cell ({cell})",
                advice(
                    "Ghi committee:{code} hoặc cell:{code}",
                    "Write committee:{code} or cell:{code}",
                ),
            )
        }
    }
}

/// The option that names a scope.
fn option(scope: Option<&Thing>) -> String {
    match scope {
        None => "--all".to_owned(),
        Some(thing) => format!("--{} {}", thing.kind.key(), thing.code),
    }
}

//! Rules of inspections and bulletins.

use crate::domain::refusal::Inspection;
use crate::domain::{InspectionKind, Keyword};
use crate::texts::{Explained, Labelled, Lang, date, explain, inspection_word, period, say, thing};

/// The option that tells an inspection from the usual kind.
fn which(kind: InspectionKind) -> String {
    match kind {
        InspectionKind::Inspection => String::new(),
        InspectionKind::Supervision => format!(" --kind {}", kind.key()),
    }
}

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Inspection) -> Explained {
    match refused {
        Inspection::AfterToday { on, today } => {
            let (on, today) = (date(lang, *on), date(lang, *today));
            explain!(
                lang,
                InspectionAfterToday,
                "Ngày kiểm tra, giám sát {on} sau hôm nay ({today})",
                "The day of the inspection {on} is after today ({today})",
                advice("Ghi sau khi đã tiến hành", "Record it once it has taken place"),
            )
        }
        Inspection::OfficialTwice { official } => {
            let who = thing(official);
            explain!(
                lang,
                InspectorTwice,
                "{who} được ghi hai lần trong số cán bộ tham gia",
                "{who} stands twice among those who took part",
                advice("Ghi mỗi cán bộ một lần", "Name each official once"),
            )
        }
        Inspection::Taken { cell, on, kind } => {
            let (code, named, on) = (&cell.code, thing(cell), date(lang, *on));
            let (word, which) = (inspection_word(lang, *kind), which(*kind));
            explain!(
                lang,
                InspectionTaken,
                "Đã ghi {word} {named} ngày {on}",
                "The {word} of {named} on {on} is recorded already",
                hint(
                    "Sửa: {CHIBO} log-inspection {code} --on {on}{which} --amend …; xem: {CHIBO} log-inspection --list --cell {code}",
                    "To correct it: {CHIBO} log-inspection {code} --on {on}{which} --amend …; see: {CHIBO} log-inspection --list --cell {code}",
                    CHIBO
                ),
            )
        }
        Inspection::NotFound { cell, on, kind, recorded } => {
            let (code, named, on) = (&cell.code, thing(cell), date(lang, *on));
            let word = inspection_word(lang, *kind);
            let explained = explain!(
                lang,
                InspectionNotFound,
                "Chưa ghi {word} {named} ngày {on}",
                "No {word} of {named} on {on} is recorded",
            );
            let last = recorded.last();
            match last.map(|(day, kind)| (date(lang, *day), kind.lower(lang))) {
                Some((day, kind)) => explained.hint(say!(
                    lang,
                    "Đã ghi gần nhất: {kind} ngày {day}; xem: {CHIBO} log-inspection --list --cell {code}",
                    "The newest on record: {kind} on {day}; see: {CHIBO} log-inspection --list --cell {code}",
                    CHIBO
                )),
                None => explained.hint(say!(
                    lang,
                    "Ghi mới: {CHIBO} log-inspection {code} --on NGÀY --official CÁN_BỘ",
                    "Record it: {CHIBO} log-inspection {code} --on DATE --official OFFICIAL",
                    CHIBO
                )),
            }
        }
        Inspection::InTheWay { thing: what, cell, on, kind } => {
            let (code, named, on) = (&cell.code, thing(cell), date(lang, *on));
            let (what, word, which) = (thing(what), inspection_word(lang, *kind), which(*kind));
            explain!(
                lang,
                InspectionInTheWay,
                "Đã ghi {word} {named} ngày {on}; {what} phải còn vào ngày đó",
                "The {word} of {named} on {on} is on record; {what} must be there on that day",
                hint(
                    "Kiểm tra ngày; nếu ghi nhầm: {CHIBO} log-inspection {code} --on {on}{which} --remove, hoặc --amend",
                    "Check the day; if that was a mistake: {CHIBO} log-inspection {code} --on {on}{which} --remove, or --amend",
                    CHIBO
                ),
            )
        }
        Inspection::BulletinTaken { period: month, area, number } => {
            let (month, area) = (period(lang, *month), area.lower(lang));
            explain!(
                lang,
                BulletinTaken,
                "Thông tin này của tháng {month}, lĩnh vực {area}, đã ghi (số {number})",
                "This bulletin of {month}, area {area}, is recorded already (number {number})",
                hint("Xem: {CHIBO} bulletin list", "See: {CHIBO} bulletin list", CHIBO),
            )
        }
        Inspection::BulletinNotFound { number } => explain!(
            lang,
            BulletinNotFound,
            "Không có thông tin số {number}",
            "There is no bulletin {number}",
            hint(
                "Xem số ở: {CHIBO} bulletin list",
                "See its number in: {CHIBO} bulletin list",
                CHIBO
            ),
        ),
    }
}

//! Why an operation cannot be taken back, or done again.

use super::refusal;
use crate::domain::refusal::Undo;
use crate::domain::{Period, Verb};
use crate::texts::{ErrorCode, Explained, Lang, explain, history, period, say};

/// How many later operations a message tells of.
const TOLD: usize = 5;

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Undo) -> Explained {
    match refused {
        Undo::NothingToUndo => explain!(
            lang,
            NothingToUndo,
            "Không còn thao tác nào để hoàn tác",
            "There is nothing left to undo",
            hint("Xem: {CHIBO} history", "See: {CHIBO} history", CHIBO),
        ),
        Undo::NothingToRedo => explain!(
            lang,
            NothingToRedo,
            "Không có gì để làm lại: chỉ làm lại được thao tác vừa hoàn tác, khi chưa ghi thêm gì khác",
            "There is nothing to redo: only what was undone can be, while nothing else was recorded since",
            hint("Xem: {CHIBO} history", "See: {CHIBO} history", CHIBO),
        ),
        Undo::CannotUndo { operation } => {
            let number = operation.number.0;
            let what = history::sentence(lang, operation);
            let explained = explain!(
                lang,
                CannotUndo,
                "Thao tác {number} không hoàn tác được: {what}",
                "Operation {number} cannot be undone: {what}",
            );
            let month = operation.arguments.get("period").map(String::as_str).unwrap_or_default();
            let month =
                Period::from_iso(month).map_or_else(String::new, |month| period(lang, month));
            match operation.known_verb() {
                Some(Verb::Close) => explained.hint(say!(
                    lang,"Mở lại tháng: {CHIBO} reopen {month} --reason LÝ_DO; hoàn tác thao tác khác: {CHIBO} undo SỐ, với số xem ở {CHIBO} history",
                    "Open the month again: {CHIBO} reopen {month} --reason TEXT; to undo another operation: {CHIBO} undo N, with its number from {CHIBO} history", CHIBO)),
                Some(Verb::Reopen) => explained.hint(say!(
                    lang,"Chốt lại tháng: {CHIBO} close {month}; hoàn tác thao tác khác: {CHIBO} undo SỐ, với số xem ở {CHIBO} history",
                    "Close the month again: {CHIBO} close {month}; to undo another operation: {CHIBO} undo N, with its number from {CHIBO} history", CHIBO)),
                _ => explained.hint(say!(
                    lang,"Hoàn tác thao tác khác: {CHIBO} undo SỐ, với số xem ở {CHIBO} history",
                    "To undo another operation: {CHIBO} undo N, with its number from {CHIBO} history", CHIBO)),
            }
        }
        Undo::UndoesItself { number, change, redo } => {
            let (number, change) = (number.0, change.0);
            let explained = Explained::new(
                ErrorCode::UndoesItself,
                if *redo {
                    say!(
                        lang,
                        "Thao tác {number} là làm lại thao tác {change}",
                        "Operation {number} redoes operation {change}"
                    )
                } else {
                    say!(
                        lang,
                        "Thao tác {number} là hoàn tác thao tác {change}",
                        "Operation {number} undoes operation {change}"
                    )
                },
            );
            if *redo {
                explained.hint(say!(
                    lang,
                    "Hoàn tác chính thao tác đó: {CHIBO} undo {change}",
                    "Undo that operation itself: {CHIBO} undo {change}",
                    CHIBO
                ))
            } else {
                explained.hint(say!(
                    lang,
                    "Làm lại thao tác vừa hoàn tác: {CHIBO} redo",
                    "Redo what was just undone: {CHIBO} redo",
                    CHIBO
                ))
            }
        }
        Undo::UndoneAlready { number, by } => {
            let (number, by) = (number.0, by.0);
            explain!(
                lang,
                UndoneAlready,
                "Thao tác {number} đã được hoàn tác rồi, bởi thao tác {by}",
                "Operation {number} is undone already, by operation {by}",
                hint("Xem: {CHIBO} history show {by}", "See: {CHIBO} history show {by}", CHIBO),
            )
        }
        Undo::UndoneClosings { number, months } => {
            let number = number.0;
            let named =
                months.iter().map(|month| period(lang, *month)).collect::<Vec<_>>().join(", ");
            let first = months.first().map(|month| period(lang, *month)).unwrap_or_default();
            explain!(
                lang,
                UndoneClosings,
                "Không hoàn tác được thao tác {number} khi các tháng đã chốt mà thao tác đó nhập vào chưa được mở lại: {named}",
                "Operation {number} cannot be undone while the closed months that it brought are not opened again: {named}",
            )
            .hint(match months.len() {
                0 | 1 => say!(
                    lang,"Mở lại tháng đó trước: {CHIBO} reopen {first} --reason LÝ_DO; rồi: {CHIBO} undo {number}",
                    "Open it again first: {CHIBO} reopen {first} --reason TEXT; then: {CHIBO} undo {number}", CHIBO),
                _ => say!(
                    lang,"Mở lại từng tháng đó trước: {CHIBO} reopen {first} --reason LÝ_DO; rồi: {CHIBO} undo {number}",
                    "Open each of them again first: {CHIBO} reopen {first} --reason TEXT; then: {CHIBO} undo {number}", CHIBO),
            })
        }
        Undo::UndoneTextErased { number, by } => {
            let (number, by) = (number.0, by.0);
            explain!(
                lang,
                UndoneTextErased,
                "Không hoàn tác được thao tác {number}: nội dung trước đó có họ tên đã xóa ở thao tác {by} nên không còn",
                "Operation {number} cannot be undone: the text that stood before contained a name and was erased by operation {by}",
                hint(
                    "Sửa trực tiếp bản ghi; xem thao tác đã đổi những gì: {CHIBO} history show {number}",
                    "Amend the record itself; to see what the operation changed: {CHIBO} history show {number}",
                    CHIBO
                ),
            )
        }
        Undo::DependedOn { number, later } => {
            let number = number.0;
            let told = later.iter().take(TOLD).map(|operation| {
                let (n, what) = (operation.number.0, history::sentence(lang, operation));
                say!(lang, "thao tác {n} ({what})", "operation {n} ({what})")
            });
            let told = told.collect::<Vec<_>>().join("; ");
            let more = if later.len() > TOLD { "; …" } else { "" };
            let first = later.first().map_or(0, |operation| operation.number.0);
            explain!(
                lang,
                DependedOn,
                "Không hoàn tác được thao tác {number} vì thao tác sau dựa vào nó: {told}{more}",
                "Operation {number} cannot be undone, because later ones depend on it: {told}{more}",
                hint(
                    "Hoàn tác các thao tác đó trước, mới nhất trước: {CHIBO} undo {first}",
                    "Undo those first, the newest before the others: {CHIBO} undo {first}",
                    CHIBO
                ),
            )
        }
        Undo::UndoBreaksRule { number, broken } => {
            let number = number.0;
            let place = broken.thing.iter().map(|thing| thing.to_string());
            let month = broken.period.map(|month| period(lang, month));
            let month = month.map(|month| say!(lang, "tháng {month}", "{month}"));
            let place = place.chain(month).collect::<Vec<_>>().join(", ");
            let place = if place.is_empty() { place } else { format!("{place}: ") };
            let why = refusal(lang, &broken.refusal).message;
            explain!(
                lang,
                UndoBreaksRule,
                "Không hoàn tác được thao tác {number}, vì sau đó sổ sẽ sai quy định: {place}{why}",
                "Operation {number} cannot be undone, because then a rule would not hold: {place}{why}",
                hint(
                    "Xem thao tác đã làm gì: {CHIBO} history show {number}; sửa chỗ vướng trước rồi hoàn tác",
                    "See what it did: {CHIBO} history show {number}; correct what stands in the way, then undo it",
                    CHIBO
                ),
            )
        }
    }
}

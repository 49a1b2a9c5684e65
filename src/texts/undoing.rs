//! What `undo` and `redo` say.

use super::{Lang, say};
use crate::domain::OperationNumber;

pub fn undone(lang: Lang, number: OperationNumber, sentence: &str) -> String {
    let number = number.0;
    say!(lang, "Đã hoàn tác thao tác {number}: {sentence}", "Undid operation {number}: {sentence}")
}

pub fn redone(lang: Lang, number: OperationNumber, sentence: &str) -> String {
    let number = number.0;
    say!(lang, "Đã làm lại thao tác {number}: {sentence}", "Redid operation {number}: {sentence}")
}

/// How to do again what was undone.
pub fn again(lang: Lang, number: OperationNumber) -> String {
    let number = number.0;
    say!(
        lang,
        "(thao tác {number}; làm lại: {CHIBO} redo)",
        "(operation {number}; to do it again: {CHIBO} redo)",
        CHIBO
    )
}

/// How to undo again what was done again.
pub fn once_more(lang: Lang, number: OperationNumber, redone: OperationNumber) -> String {
    let (number, redone) = (number.0, redone.0);
    say!(
        lang,
        "(thao tác {number}; hoàn tác: {CHIBO} undo {redone})",
        "(operation {number}; to take it back: {CHIBO} undo {redone})",
        CHIBO
    )
}

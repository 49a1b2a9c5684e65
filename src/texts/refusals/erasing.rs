//! Fingerprints, and names that are to be erased (`records.md`, section 3).

use super::Explained;
use crate::domain::Thing;
use crate::texts::{Lang, count, say};

pub(super) fn fingerprint_misread(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "fingerprint-misread",
        say!(
            lang,
            "Không đọc được mã đối chiếu “{text}”",
            "“{text}” cannot be read as a fingerprint"
        ),
    )
    .hint(say!(
        lang,
        "Gõ đủ 16 chữ số thập lục phân (0-9, a-f) như trên văn bản, ví dụ: --expect \"1a2b 3c4d 5e6f 7081\"",
        "Type the 16 hex digits (0-9, a-f) as they stand on the paper, such as: --expect \"1a2b 3c4d 5e6f 7081\""
    ))
}

pub(super) fn name_erased_already(lang: Lang, official: &Thing) -> Explained {
    Explained::new(
        "name-erased-already",
        say!(
            lang,
            "Họ tên của cán bộ {official} đã được xóa từ trước",
            "The name of the official {official} was erased before"
        ),
    )
    .hint(say!(
        lang,
        "Xem xóa khi nào, vì sao: {CHIBO} history",
        "To see when and why: {CHIBO} history"
    ))
}

pub(super) fn name_in_reason(lang: Lang, official: &Thing) -> Explained {
    let code = &official.code;
    Explained::new(
        "name-in-reason",
        say!(
            lang,
            "Lý do xóa lại nêu họ tên của cán bộ {code}; lý do được ghi vào sổ và giữ mãi",
            "The reason contains the name of the official {code}; the reason is recorded and stays"
        ),
    )
    .hint(say!(
        lang,
        "Nêu lý do mà không nêu họ tên, ví dụ: --reason \"Đề nghị của cá nhân, công văn số 12\"",
        "Give the reason without the name, such as: --reason \"At his own request, letter no. 12\""
    ))
}

pub(super) fn name_of_actor(lang: Lang, official: &Thing) -> Explained {
    let code = &official.code;
    Explained::new(
        "name-of-actor",
        say!(
            lang,
            "Người ghi thao tác này có đúng họ tên cần xóa của cán bộ {code}, nên họ tên sẽ lại nằm trong sổ",
            "This would be recorded under the very name of the official {code}, and so be in the file again"
        ),
    )
    .hint(say!(
        lang,
        "Nêu người ghi khác, ví dụ: --actor \"Văn phòng\"",
        "Name somebody else as the one who records it, such as: --actor Office"
    ))
}

/// The texts themselves are listed before this.
pub(super) fn name_in_texts(lang: Lang, official: &Thing, texts: usize) -> Explained {
    let texts = count(lang, texts, "nội dung", "text", "texts");
    Explained::new(
        "name-in-texts",
        say!(
            lang,
            "Họ tên của cán bộ {official} còn nằm trong {texts} tự ghi, nêu ở trên",
            "The name of the official {official} stands in {texts} that people wrote, listed above"
        ),
    )
    .advice(say!(
        lang,
        "Sửa các nội dung đó trước bằng những lệnh đã nêu, rồi xóa họ tên",
        "Change these texts first, with the commands given, then erase the name"
    ))
}

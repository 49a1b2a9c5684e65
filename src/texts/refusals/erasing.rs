//! Names that are to be erased (`records.md`, section 3).

use crate::domain::refusal::Erasing;
use crate::texts::{Explained, Lang, count, explain};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Erasing) -> Explained {
    match refused {
        Erasing::NameErasedAlready { official } => explain!(
            lang,
            NameErasedAlready,
            "Họ tên của cán bộ {official} đã được xóa từ trước",
            "The name of the official {official} was erased before",
            hint(
                "Xem xóa khi nào, vì sao: {CHIBO} history",
                "To see when and why: {CHIBO} history",
                CHIBO
            ),
        ),
        Erasing::NameInReason { official } => {
            let code = &official.code;
            explain!(
                lang,
                NameInReason,
                "Lý do xóa lại nêu họ tên của cán bộ {code}; lý do được ghi vào sổ và giữ mãi",
                "The reason contains the name of the official {code}; the reason is recorded and stays",
                hint(
                    "Nêu lý do mà không nêu họ tên, ví dụ: --reason \"Đề nghị của cá nhân, công văn số 12\"",
                    "Give the reason without the name, such as: --reason \"At his own request, letter no. 12\"",
                ),
            )
        }
        Erasing::NameOfActor { official } => {
            let code = &official.code;
            explain!(
                lang,
                NameOfActor,
                "Người ghi thao tác này có đúng họ tên cần xóa của cán bộ {code}, nên họ tên sẽ lại nằm trong sổ",
                "This would be recorded under the very name of the official {code}, and so be in the file again",
                hint(
                    "Nêu người ghi khác, ví dụ: --actor \"Văn phòng\"",
                    "Name somebody else as the one who records it, such as: --actor Office",
                ),
            )
        }
        // The texts themselves are listed before this.
        Erasing::NameInTexts { official, places } => {
            let texts = places.len();
            let texts = count(lang, texts, "nội dung", "text", "texts");
            explain!(
                lang,
                NameInTexts,
                "Họ tên của cán bộ {official} còn nằm trong {texts} tự ghi, nêu ở trên",
                "The name of the official {official} stands in {texts} that people wrote, listed above",
                advice(
                    "Sửa các nội dung đó trước bằng những lệnh đã nêu, rồi xóa họ tên",
                    "Change these texts first, with the commands given, then erase the name",
                ),
            )
        }
    }
}

//! Codes, names, texts and numbers that cannot be read.

use super::field;
use crate::domain::refusal::Written;
use crate::texts::{Explained, Lang, explain};

/// Why it is refused, in words.
pub(super) fn explain(lang: Lang, refused: &Written) -> Explained {
    match refused {
        Written::CodeMisread { text, longest } => explain!(
            lang,
            CodeMisread,
            "“{text}” không phải là mã",
            "“{text}” is not a code",
            advice(
                "Mã gồm 1 đến {longest} ký tự: chữ không dấu, chữ số, “-”, “.”, “_”, bắt đầu bằng chữ hoặc số; ví dụ P1-02",
                "A code has 1 to {longest} characters: ASCII letters, digits, “-”, “.”, “_”, beginning with a letter or digit; such as P1-02",
            ),
        ),
        Written::CodeReserved { text } => explain!(
            lang,
            CodeReserved,
            "“{text}” là từ của lệnh, không dùng làm mã được",
            "“{text}” is a word of the commands and cannot be a code",
            advice("Chọn mã khác, ví dụ P1-02", "Choose another code, such as P1-02"),
        ),
        Written::NameEmpty => explain!(
            lang,
            NameEmpty,
            "Tên để trống",
            "The name is empty",
            advice("Ghi tên, ví dụ \"Khu phố 2\"", "Give a name, such as \"Khu phố 2\""),
        ),
        Written::NameSemicolon { text } => explain!(
            lang,
            NameSemicolon,
            "Tên “{text}” có dấu chấm phẩy, là dấu ngăn cách các tên",
            "The name “{text}” has a semicolon, which separates names",
            advice("Dùng dấu phẩy thay cho dấu chấm phẩy", "Use a comma in place of the semicolon"),
        ),
        Written::NameWithoutLetter { text } => explain!(
            lang,
            NameWithoutLetter,
            "Tên “{text}” không có chữ cái hay chữ số nào",
            "The name “{text}” has no letter or digit",
            advice("Ghi tên, ví dụ \"Khu phố 2\"", "Give a name, such as \"Khu phố 2\""),
        ),
        Written::TextUnseen { found } => {
            let point = format!("U+{found:04X}");
            explain!(
                lang,
                TextUnseen,
                "Có ký tự không nhìn thấy được ({point}), như dấu tab, dấu xuống dòng hoặc ký tự ẩn",
                "There is a character that cannot be seen ({point}), such as a tab, a line break or a hidden one",
                advice(
                    "Gõ lại nội dung trên một dòng, không dán từ nơi khác",
                    "Type the text again, on one line, instead of pasting it",
                ),
            )
        }
        Written::TextBroken => explain!(
            lang,
            TextBroken,
            "Có chữ bị mất, nay chỉ còn ký tự � (U+FFFD)",
            "Letters were lost: there is the character � (U+FFFD) in their place",
            advice(
                "Gõ lại nội dung; nếu lấy từ Excel: Save As → CSV UTF-8",
                "Type the text again; if it comes from Excel: Save As → CSV UTF-8",
            ),
        ),
        Written::TextErrorValue { text } => explain!(
            lang,
            TextErrorValue,
            "“{text}” là giá trị báo lỗi của bảng tính, không phải nội dung",
            "“{text}” is an error of a spreadsheet, not a text",
            advice(
                "Sửa công thức hoặc độ rộng cột trong bảng tính, hoặc gõ thẳng nội dung",
                "Mend the formula or the width of the column in the spreadsheet, or type the text itself",
            ),
        ),
        Written::TextTooLong { long, longest } => explain!(
            lang,
            TextTooLong,
            "Nội dung dài {long} ký tự, tối đa {longest}",
            "The text has {long} characters, {longest} at most",
            advice("Rút gọn nội dung", "Shorten the text"),
        ),
        Written::TextEmpty => explain!(
            lang,
            TextEmpty,
            "Nội dung để trống",
            "The text is empty",
            advice("Ghi nội dung trong dấu ngoặc kép", "Give a text in quotes",),
        ),
        Written::TextDigits => explain!(
            lang,
            TextDigits,
            "Nội dung có dãy từ 9 chữ số trở lên, có thể là số giấy tờ của đảng viên",
            "The text has nine or more digits in a row, which may be a member's identity or card number",
            advice(
                "Bỏ số đó đi: sổ này không ghi tên, số thẻ hay số giấy tờ của đảng viên",
                "Leave the number out: no names or numbers of members are recorded here",
            ),
        ),
        Written::NumberMisread { field: of, text, least, most } => {
            let of = field(lang, *of);
            explain!(
                lang,
                NumberMisread,
                "“{text}” không hợp lệ cho {of}: cần số nguyên từ {least} đến {most}",
                "“{text}” cannot stand for {of}: a whole number from {least} to {most} is needed",
            )
        }
        Written::PresentOfTotalMisread { text } => explain!(
            lang,
            PresentOfTotalMisread,
            "“{text}” không phải là số có mặt và tổng số",
            "“{text}” is not the number present and the members in all",
            advice(
                "Viết số có mặt trước, tổng số sau: 20/25",
                "Write the number present first, then all members: 20/25",
            ),
        ),
        Written::ScoreMisread { text } => explain!(
            lang,
            ScoreMisread,
            "“{text}” không phải là điểm: cần số từ 0 đến 100, nhiều nhất một chữ số thập phân",
            "“{text}” is not a score: a number from 0 to 100 with at most one decimal is needed",
        ),
        Written::NotYes { text } => explain!(
            lang,
            NotYes,
            "Ở đây chỉ ghi được “yes”, không phải “{text}”",
            "Only “yes” can stand here, not “{text}”",
        ),
        Written::NotYesOrNo { text } => explain!(
            lang,
            NotYesOrNo,
            "Cần “có” (yes) hoặc “không” (no), không phải “{text}”",
            "Yes or no is needed, not “{text}”",
        ),
        Written::FingerprintMisread { text } => explain!(
            lang,
            FingerprintMisread,
            "Không đọc được mã đối chiếu “{text}”",
            "“{text}” cannot be read as a fingerprint",
            advice(
                "Ghi đủ 16 chữ số thập lục phân (0-9, a-f) như trên văn bản, ví dụ: 1a2b 3c4d 5e6f 7081",
                "Write the 16 hex digits (0-9, a-f) as they stand on the paper, such as: 1a2b 3c4d 5e6f 7081",
            ),
        ),
    }
}

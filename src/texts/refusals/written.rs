//! Codes, names, texts and numbers that cannot be read.

use super::{Explained, field};
use crate::domain::Field;
use crate::texts::{Lang, say};

pub(super) fn code_misread(lang: Lang, text: &str, longest: &usize) -> Explained {
    Explained::new(
            "code-misread",
            say!(lang, "“{text}” không phải là mã", "“{text}” is not a code"),
        )
        .advice(say!(
            lang,
            "Mã gồm 1 đến {longest} ký tự: chữ không dấu, chữ số, “-”, “.”, “_”, bắt đầu bằng chữ hoặc số; ví dụ P1-02",
            "A code has 1 to {longest} characters: ASCII letters, digits, “-”, “.”, “_”, beginning with a letter or digit; such as P1-02"
        ))
}

pub(super) fn code_reserved(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "code-reserved",
        say!(
            lang,
            "“{text}” là từ của lệnh, không dùng làm mã được",
            "“{text}” is a word of the commands and cannot be a code"
        ),
    )
    .advice(say!(lang, "Chọn mã khác, ví dụ P1-02", "Choose another code, such as P1-02"))
}

pub(super) fn name_empty(lang: Lang) -> Explained {
    Explained::new("name-empty", say!(lang, "Tên để trống", "The name is empty")).advice(say!(
        lang,
        "Ghi tên, ví dụ \"Khu phố 2\"",
        "Give a name, such as \"Khu phố 2\""
    ))
}

pub(super) fn name_semicolon(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "name-semicolon",
        say!(
            lang,
            "Tên “{text}” có dấu chấm phẩy, là dấu ngăn cách các tên",
            "The name “{text}” has a semicolon, which separates names"
        ),
    )
    .advice(say!(
        lang,
        "Dùng dấu phẩy thay cho dấu chấm phẩy",
        "Use a comma in place of the semicolon"
    ))
}

pub(super) fn name_without_letter(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "name-without-letter",
        say!(
            lang,
            "Tên “{text}” không có chữ cái hay chữ số nào",
            "The name “{text}” has no letter or digit"
        ),
    )
    .advice(say!(lang, "Ghi tên, ví dụ \"Khu phố 2\"", "Give a name, such as \"Khu phố 2\""))
}

pub(super) fn text_unseen(lang: Lang, found: &u32) -> Explained {
    let point = format!("U+{found:04X}");
    Explained::new(
        "text-unseen",
        say!(
            lang,
            "Có ký tự không nhìn thấy được ({point}), như dấu tab, dấu xuống dòng hoặc ký tự ẩn",
            "There is a character that cannot be seen ({point}), such as a tab, a line break or a hidden one"
        ),
    )
    .advice(say!(lang, "Gõ lại nội dung trên một dòng, không dán từ nơi khác", "Type the text again, on one line, instead of pasting it"))
}

pub(super) fn text_broken(lang: Lang) -> Explained {
    Explained::new(
        "text-broken",
        say!(
            lang,
            "Có chữ bị mất, nay chỉ còn ký tự � (U+FFFD)",
            "Letters were lost: there is the character � (U+FFFD) in their place"
        ),
    )
    .advice(say!(
        lang,
        "Gõ lại nội dung; nếu lấy từ Excel: Save As → CSV UTF-8",
        "Type the text again; if it comes from Excel: Save As → CSV UTF-8"
    ))
}

pub(super) fn text_error_value(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "text-error-value",
        say!(
            lang,
            "“{text}” là giá trị báo lỗi của bảng tính, không phải nội dung",
            "“{text}” is an error of a spreadsheet, not a text"
        ),
    )
    .advice(say!(
        lang,
        "Sửa công thức hoặc độ rộng cột trong bảng tính, hoặc gõ thẳng nội dung",
        "Mend the formula or the width of the column in the spreadsheet, or type the text itself"
    ))
}

pub(super) fn text_too_long(lang: Lang, long: &usize, longest: &usize) -> Explained {
    Explained::new(
        "text-too-long",
        say!(
            lang,
            "Nội dung dài {long} ký tự, tối đa {longest}",
            "The text has {long} characters, {longest} at most"
        ),
    )
    .advice(say!(lang, "Rút gọn nội dung", "Shorten the text"))
}

pub(super) fn text_empty(lang: Lang) -> Explained {
    Explained::new("text-empty", say!(lang, "Nội dung để trống", "The text is empty")).advice(say!(
        lang,
        "Ghi nội dung trong dấu ngoặc kép, ví dụ \"Nhập nhầm\"",
        "Give a text in quotes, such as \"Entered in error\""
    ))
}

pub(super) fn text_digits(lang: Lang) -> Explained {
    Explained::new(
            "text-digits",
            say!(lang, "Nội dung có dãy từ 9 chữ số trở lên, có thể là số giấy tờ của đảng viên", "The text has nine or more digits in a row, which may be a member's identity or card number"),
        )
        .advice(say!(lang, "Bỏ số đó đi: sổ này không ghi tên, số thẻ hay số giấy tờ của đảng viên", "Leave the number out: no names or numbers of members are recorded here"))
}

pub(super) fn number_misread(
    lang: Lang,
    of: &Field,
    text: &str,
    least: &u32,
    most: &u32,
) -> Explained {
    let of = field(lang, *of);
    Explained::new(
        "number-misread",
        say!(
            lang,
            "“{text}” không hợp lệ cho {of}: cần số nguyên từ {least} đến {most}",
            "“{text}” cannot stand for {of}: a whole number from {least} to {most} is needed"
        ),
    )
}

pub(super) fn score_misread(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "score-misread",
        say!(
            lang,
            "“{text}” không phải là điểm: cần số từ 0 đến 100, nhiều nhất một chữ số thập phân",
            "“{text}” is not a score: a number from 0 to 100 with at most one decimal is needed"
        ),
    )
}

pub(super) fn not_yes(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "not-yes",
        say!(
            lang,
            "Ở đây chỉ ghi được “yes”, không phải “{text}”",
            "Only “yes” can stand here, not “{text}”"
        ),
    )
}

pub(super) fn not_yes_or_no(lang: Lang, text: &str) -> Explained {
    Explained::new(
        "not-yes-or-no",
        say!(
            lang,
            "Cần “có” (yes) hoặc “không” (no), không phải “{text}”",
            "Yes or no is needed, not “{text}”"
        ),
    )
}

//! Failures in words: the record file, output files, the command line itself.

use std::path::Path;

use super::{Explained, Lang, chibo_on, date, say, system};
use crate::domain::Date;

/// A record file that is not there.
pub fn absent(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "file-absent",
        say!(lang, "Chưa có sổ ở {path}", "There is no record file at {path}"),
    )
    .hint(say!(
        lang,
        "Lập sổ mới: {CHIBO} init; dùng sổ khác: --db TỆP; xem thử: {CHIBO} demo",
        "Make one: {CHIBO} init; use another: --db FILE; look around: {CHIBO} demo"
    ))
}

pub fn present(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "file-present",
        say!(
            lang,
            "Đã có tệp {path}; không ghi đè",
            "{path} is there already; nothing was overwritten"
        ),
    )
    .hint(say!(lang, "Chọn tên khác: --db TỆP", "Choose another name: --db FILE"))
}

pub fn not_chibo(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "file-not-chibo",
        say!(lang, "{path} không phải là sổ của chibo", "{path} is not a record file of chibo"),
    )
    .hint(say!(
        lang,
        "Kiểm tra tên tệp trong --db; nơi chibo tìm sổ: {CHIBO} where",
        "Check the name given by --db; where chibo looks: {CHIBO} where"
    ))
}

pub fn newer(lang: Lang, path: &Path, found: i64, known: i64) -> Explained {
    let path = path.display();
    Explained::new(
        "file-newer",
        say!(
            lang,
            "Sổ {path} do bản chibo mới hơn lập (lược đồ {found}, bản này đọc đến {known})",
            "{path} was made by a newer chibo (schema {found}, this one knows {known})"
        ),
    )
    .hint(say!(lang, "Cài bản chibo mới hơn", "Install the newer chibo"))
}

pub fn other_schema(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "file-other-schema",
        say!(
            lang,
            "Các bảng trong {path} đã bị chương trình khác thay đổi",
            "The tables of {path} were changed by another program"
        ),
    )
    .hint(say!(lang, "Dùng một bản sao trước đó của sổ", "Use an earlier copy of the file"))
}

pub fn damaged(lang: Lang, detail: &str) -> Explained {
    Explained::new(
        "file-damaged",
        say!(lang, "Sổ bị hỏng: {detail}", "The record file is damaged: {detail}"),
    )
    .hint(say!(
        lang,
        "Giữ nguyên tệp này và dùng một bản sao trước đó",
        "Keep this file as it is and use an earlier copy"
    ))
}

pub fn busy(lang: Lang) -> Explained {
    Explained::new(
        "file-busy",
        say!(
            lang,
            "Sổ đang được chương trình khác dùng",
            "Another program is using the record file"
        ),
    )
    .hint(say!(lang, "Đóng chương trình đó rồi thử lại", "Close that program and try again"))
}

pub fn read_only(lang: Lang) -> Explained {
    Explained::new(
        "file-read-only",
        say!(
            lang,
            "Không ghi được vào sổ hoặc thư mục chứa sổ",
            "The record file or its folder cannot be written"
        ),
    )
    .hint(say!(
        lang,
        "Kiểm tra quyền ghi và dung lượng đĩa",
        "Check the permissions and the room on the disk"
    ))
}

/// A record file that this user may not read.
pub fn unreadable(lang: Lang, path: &Path, detail: &str) -> Explained {
    let (path, detail) = (path.display(), system(lang, detail));
    Explained::new(
        "file-unreadable",
        say!(
            lang,
            "Không đọc được sổ {path}: {detail}",
            "The record file {path} cannot be read: {detail}"
        ),
    )
    .hint(say!(
        lang,
        "Kiểm tra quyền đọc của tệp; sổ khác: --db TỆP",
        "Check the permissions of the file; another one: --db FILE"
    ))
}

pub fn row_broken(lang: Lang, table: &str, id: i64, column: &str) -> Explained {
    Explained::new(
        "file-row-broken",
        say!(
            lang,
            "Dòng {id} của bảng {table} trong sổ có giá trị sai quy định ở cột {column}",
            "Row {id} of the table {table} breaks a rule in the column {column}"
        ),
    )
    .hint(say!(
        lang,
        "Sổ đã bị sửa từ bên ngoài; dùng một bản sao trước đó",
        "The file was changed from outside; use an earlier copy"
    ))
}

pub fn io(lang: Lang, path: &Path, detail: &str) -> Explained {
    let (path, detail) = (path.display(), system(lang, detail));
    Explained::new(
        "input-output",
        say!(lang, "Không dùng được {path}: {detail}", "{path} cannot be used: {detail}"),
    )
}

pub fn sqlite(lang: Lang, detail: &str) -> Explained {
    Explained::new("sqlite", say!(lang, "SQLite báo lỗi: {detail}", "SQLite reports: {detail}"))
}

/// The demo's file is there and is not the untouched sample.
pub fn demo_taken(lang: Lang, path: &Path, is_record: bool) -> Explained {
    let look = match (is_record, chibo_on(path)) {
        (true, this) => {
            say!(
                lang,
                "; hoặc xem sổ này: {this} report --period 2018-07",
                "; or look at this file: {this} report --period 2018-07"
            )
        }
        (false, _) => String::new(),
    };
    let path = path.display();
    Explained::new(
        "demo-taken",
        say!(
            lang,
            "Đã có {path} nhưng không phải sổ mẫu nguyên vẹn; không ghi đè",
            "{path} is there and is not the untouched sample; nothing was overwritten"
        ),
    )
    .hint(say!(
        lang,
        "Đặt sổ mẫu ở chỗ khác: chibo --db mau.db demo{look}",
        "Put the sample elsewhere: chibo --db sample.db demo{look}"
    ))
}

/// The template folder holds files already.
pub fn template_taken(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "template-taken",
        say!(
            lang,
            "Đã có tệp {path}; không ghi đè",
            "{path} is there already; nothing was overwritten"
        ),
    )
    .hint(say!(lang, "Chọn thư mục khác", "Choose another folder"))
}

pub fn output_is_record(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "output-is-record",
        say!(
            lang,
            "{path} là một sổ; không ghi đè báo cáo lên sổ",
            "{path} is a record file; a report is not written over it"
        ),
    )
    .hint(say!(
        lang,
        "Chọn tên khác cho -o, ví dụ: -o 2018-07.csv",
        "Choose another name for -o, such as: -o 2018-07.csv"
    ))
}

pub fn output_is_folder(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new("output-is-folder", say!(lang, "{path} là thư mục", "{path} is a folder")).hint(
        say!(
            lang,
            "Ghi cả tên tệp, ví dụ: -o {path}/2018-07.csv",
            "Give the file's name too, such as: -o {path}/2018-07.csv"
        ),
    )
}

pub fn folder_absent(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "folder-absent",
        say!(lang, "Không có thư mục {path}", "There is no folder {path}"),
    )
    .hint(say!(
        lang,
        "Kiểm tra đường dẫn, hoặc tạo thư mục trước",
        "Check the path, or make the folder first"
    ))
}

pub fn format_unknown(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    Explained::new(
        "format-unknown",
        say!(lang, "Không rõ định dạng của {path}", "The format of {path} is not known"),
    )
    .hint(say!(
        lang,
        "Dùng đuôi .csv, .json hoặc .txt, hoặc thêm --format",
        "Use the ending .csv, .json or .txt, or add --format"
    ))
}

pub fn excel_needs_csv(lang: Lang) -> Explained {
    Explained::new(
        "excel-needs-csv",
        say!(lang, "--excel chỉ dùng với --format csv", "--excel goes with --format csv only"),
    )
}

/// Options that do not go together or without each other.
pub fn needs(lang: Lang, what: &str, with: &str) -> Explained {
    Explained::new("option-needs", say!(lang, "{what} cần đi cùng {with}", "{what} needs {with}"))
}

/// Nothing was asked for.
pub fn nothing_given(lang: Lang, options: &str) -> Explained {
    Explained::new(
        "option-needs",
        say!(
            lang,
            "Chưa nêu thay đổi nào; cần ít nhất một trong: {options}",
            "No change is given; at least one of these is needed: {options}"
        ),
    )
}

pub fn conflict(lang: Lang, what: &str, with: &str) -> Explained {
    Explained::new(
        "option-conflict",
        say!(lang, "{what} không dùng chung với {with}", "{what} does not go with {with}"),
    )
}

/// A word that is not in a list.
pub fn word_unknown(lang: Lang, text: &str, known: &[String]) -> Explained {
    let known = known.join(", ");
    Explained::new(
        "word-unknown",
        say!(
            lang,
            "“{text}” không hợp lệ; chọn một trong: {known}",
            "“{text}” is not one of: {known}"
        ),
    )
}

/// The visitors of a meeting held were not said.
pub fn visitors_missing(lang: Lang, code: &str, on: Date) -> Explained {
    let on = date(lang, on);
    Explained::new(
        "visitors-missing",
        say!(lang, "Chưa nêu cán bộ nào đã dự", "It is not said which visitor came"),
    )
    .hint(say!(
        lang,
        "Thêm --visitor assigned (đúng cán bộ được phân công), --visitor MÃ (người khác), hoặc --no-visitor [--reason duty]; ví dụ: {CHIBO} log-meeting {code} --on {on} --visitor assigned",
        "Add --visitor assigned (the assigned visitor), --visitor CODE (someone else), or --no-visitor [--reason duty]; such as: {CHIBO} log-meeting {code} --on {on} --visitor assigned"
    ))
}

/// What `log-meeting` needs, said when it is called alone.
pub fn log_meeting_needs(lang: Lang) -> Explained {
    Explained::new(
        "arguments-missing",
        say!(lang, "Cần chi bộ, ngày sinh hoạt và người dự", "The cell, the day and the visitor are needed"),
    )
    .hint(say!(
        lang,
        "Ví dụ: {CHIBO} log-meeting P1-02 --on 5/7/2018 --visitor assigned --total 25 --present 20; hoặc không sinh hoạt: {CHIBO} log-meeting P1-02 --period 7/2018 --not-held --reason holiday",
        "Such as: {CHIBO} log-meeting P1-02 --on 5/7/2018 --visitor assigned --total 25 --present 20; or not held: {CHIBO} log-meeting P1-02 --period 7/2018 --not-held --reason holiday"
    ))
}

/// No sensible user data folder.
pub fn no_home(lang: Lang) -> Explained {
    Explained::new(
        "no-home",
        say!(
            lang,
            "Không tìm được thư mục dữ liệu của người dùng",
            "The user's data folder cannot be found"
        ),
    )
    .hint(say!(lang, "Thêm --db TỆP", "Add --db FILE"))
}

/// The settings file cannot be read.
pub fn config_broken(lang: Lang, path: &Path, detail: &str) -> Explained {
    let (path, detail) = (path.display(), system(lang, detail));
    Explained::new(
        "config-broken",
        say!(
            lang,
            "Tệp cài đặt {path} có lỗi: {detail}",
            "The settings file {path} has a fault: {detail}"
        ),
    )
    .hint(say!(lang, "Sửa hoặc xóa tệp đó", "Mend or delete that file"))
}

/// A setting with this name does not exist.
pub fn setting_unknown(lang: Lang, key: &str, known: &str) -> Explained {
    Explained::new(
        "setting-unknown",
        say!(lang, "Không có cài đặt “{key}”", "There is no setting “{key}”"),
    )
    .hint(say!(lang, "Các cài đặt: {known}", "Settings: {known}"))
}

/// The end of every refusal: what was left unchanged.
pub fn unchanged(lang: Lang) -> &'static str {
    lang.pick("Không có gì thay đổi.", "Nothing was changed.")
}

/// The words before a message and before a hint.
pub fn error_word(lang: Lang) -> &'static str {
    lang.pick("Lỗi", "Error")
}

pub fn hint_word(lang: Lang) -> &'static str {
    lang.pick("Gợi ý", "Hint")
}

/// A defect in chibo itself.
pub fn defect(lang: Lang, detail: &str) -> String {
    say!(
        lang,
        "chibo gặp lỗi của chính chương trình; sổ không thay đổi. Xin báo lại dòng này: {detail}",
        "chibo met a defect of its own; the record file is unchanged. Please report this line: {detail}"
    )
}

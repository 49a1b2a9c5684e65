//! Failures in words: the record file, output files, the command line itself.

use std::path::Path;

use super::{ErrorCode, Explained, Lang, chibo_on, date, quoted, say, system, told};
use crate::domain::{Date, Period};

/// A record file that is not there.
pub fn absent(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        FileAbsent,
        "Chưa có sổ ở {path}",
        "There is no record file at {path}",
        hint(
            "Kiểm tra đường dẫn: {CHIBO} where; lập sổ mới: {CHIBO} init; dùng sổ khác: --db TỆP; xem sổ mẫu: chibo --db mau.db demo",
            "Check the path: {CHIBO} where; make a new one: {CHIBO} init; use another: --db FILE; look at the sample: chibo --db sample.db demo",
            CHIBO
        ),
    )
}

pub fn present(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        FilePresent,
        "Đã có tệp {path}; không ghi đè",
        "{path} is there already; nothing was overwritten",
        hint("Chọn tên khác: --db TỆP", "Choose another name: --db FILE"),
    )
}

/// Beside a new record file lies what SQLite would roll into it.
pub fn left_beside(lang: Lang, path: &Path, left: &Path) -> Explained {
    let (path, left) = (path.display(), left.display());
    told!(
        lang,
        FileLeftBeside,
        "Cạnh {path} còn tệp {left}: có thể đó là cách duy nhất để khôi phục một sổ từng mang tên này; không lập sổ mới, không xóa gì",
        "Beside {path} lies {left}, which may be the only way back of a record file that bore this name; no new one was made, nothing was deleted",
        hint(
            "Đặt sổ cũ về lại đúng tên {path} rồi mở như thường; nếu không cần nữa, chuyển tệp đó đi nơi khác rồi gõ lại lệnh",
            "Put that record file back as {path} and use it as ever; or, if it is not wanted, move that file away and type the command again",
        ),
    )
}

/// Beside a record file lies what would be rolled into it, and is not its own.
pub fn not_its_own(lang: Lang, path: &Path, left: &Path) -> Explained {
    let (path, left) = (path.display(), left.display());
    told!(
        lang,
        FileNotItsOwn,
        "Cạnh {path} có tệp {left} không phải của chính sổ này: mở sổ cùng tệp đó thì nội dung không còn đúng như đã ghi; chưa đọc, chưa thay đổi gì",
        "Beside {path} lies {left}, which is not of this very file: opened with it, the file would not be what was recorded; nothing was read or changed",
        hint(
            "Đóng chương trình khác đang mở sổ, chuyển tệp đó sang nơi khác (đừng xóa) rồi gõ: {CHIBO} check; nếu sổ vẫn có sai lệch: {CHIBO} restore TỆP",
            "Close any other program that has the file open, move that file elsewhere (keep it), then type: {CHIBO} check; if the record file still has flaws: {CHIBO} restore FILE",
            CHIBO
        ),
    )
}

/// The system's folder for temporary files cannot be used.
pub fn temporary(lang: Lang, path: &Path, why: Explained) -> Explained {
    let (path, reason) = (path.display(), why.message);
    Explained::new(
        why.code,
        say!(
            lang,
            "Cần thư mục tạm {path} để chép tạm một tệp. {reason}",
            "The folder for temporary files, {path}, is needed for a copy. {reason}"
        ),
    )
    .hint(say!(
        lang,
        "Đặt biến môi trường {TEMPORARY} là một thư mục ghi được và còn chỗ trống",
        "Set the environment variable {TEMPORARY} to a folder that can be written and has room"
    ))
}

/// The variable that names the folder for temporary files.
const TEMPORARY: &str = if cfg!(windows) { "TMP" } else { "TMPDIR" };

/// A record file has flaws, and what follows from it; `first` is the first of them.
pub fn flawed(lang: Lang, path: &Path, follows: &str, first: &str) -> Explained {
    let path = path.display();
    told!(
        lang,
        FileFlawed,
        "Sổ {path} có sai lệch {follows}. {first}",
        "The record file {path} has flaws, {follows}. {first}",
        hint(
            "Giữ nguyên tệp này và các bản sao lưu trước; xem hết và cách sửa: {CHIBO} check; khôi phục từ bản sao lưu: {CHIBO} restore TỆP",
            "Keep this file as it is, and the earlier backups; to see all and what to do: {CHIBO} check; to bring back a backup: {CHIBO} restore FILE",
            CHIBO
        ),
    )
}

/// Nothing lasting is made of a flawed file.
pub fn so_not_closed(lang: Lang) -> &'static str {
    lang.pick("nên không chốt tháng", "so no month of it is closed")
}

/// What it was cannot be told from it.
pub fn so_no_past(lang: Lang) -> &'static str {
    lang.pick(
        "nên không in lại số liệu đã lưu trước đây",
        "so what was known or filed is not printed",
    )
}

/// A backup that may be better is not replaced.
pub fn so_not_replaced(lang: Lang) -> &'static str {
    lang.pick("nên bản sao lưu cũ được giữ nguyên", "so the older backup was left as it is")
}

/// The copy is made all the same, under a name of its own.
pub fn so_is_the_copy(lang: Lang) -> &'static str {
    lang.pick("và bản sao lưu vừa tạo cũng vậy", "and so has the backup that was made")
}

pub fn not_chibo(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        FileNotChibo,
        "{path} không phải là sổ của chibo",
        "{path} is not a record file of chibo",
        hint(
            "Kiểm tra đường dẫn trong --db hoặc CHIBO_DB; nơi chibo tìm sổ: {CHIBO} where",
            "Check the path in --db or CHIBO_DB; where chibo looks: {CHIBO} where",
            CHIBO
        ),
    )
}

pub fn newer(lang: Lang, path: &Path, found: i64, known: i64) -> Explained {
    let path = path.display();
    told!(
        lang,
        FileNewer,
        "Sổ {path} do bản chibo mới hơn lập (cấu trúc {found}, bản này đọc đến {known})",
        "{path} was made by a newer chibo (schema {found}, this one knows {known})",
        hint("Cài bản chibo mới hơn", "Install the newer chibo"),
    )
}

pub fn other_schema(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        FileOtherSchema,
        "Các bảng trong {path} đã bị chương trình khác thay đổi",
        "The tables of {path} were changed by another program",
    )
    .hint(bring_back(lang))
}

/// Which file it is that something is wrong with.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// The record file in use.
    Record(Option<&'a Path>),
    /// Another one, such as a copy that is being made.
    Other(&'a Path),
}

/// The file as a message names it.
fn the_file(lang: Lang, of: Of<'_>) -> String {
    match of {
        Of::Record(Some(path)) => {
            let path = path.display();
            say!(lang, "Sổ {path}", "The record file {path}")
        }
        Of::Record(None) => say!(lang, "Sổ", "The record file"),
        Of::Other(path) => {
            let path = path.display();
            say!(lang, "Tệp {path}", "The file {path}")
        }
    }
}

/// What was told in nobody's language but a programmer's.
pub(super) fn technical(lang: Lang, detail: &str) -> String {
    say!(lang, "(chi tiết kỹ thuật: {detail})", "(technical detail: {detail})")
}

/// What to do with a file that is no good.
fn bring_back(lang: Lang) -> String {
    say!(
        lang,
        "Giữ nguyên tệp này; xem chỗ hỏng: {CHIBO} check; khôi phục từ bản sao lưu: {CHIBO} restore TỆP",
        "Keep this file as it is; to see what is wrong: {CHIBO} check; to bring back a backup: {CHIBO} restore FILE",
        CHIBO
    )
}

pub fn damaged(lang: Lang, of: Of<'_>, detail: &str) -> Explained {
    let (file, detail) = (the_file(lang, of), technical(lang, detail));
    told!(
        lang,
        FileDamaged,
        "{file} bị hỏng, không đọc được {detail}",
        "{file} is damaged and cannot be read {detail}",
    )
    .hint(bring_back(lang))
}

pub fn busy(lang: Lang, of: Of<'_>) -> Explained {
    let file = the_file(lang, of);
    told!(
        lang,
        FileBusy,
        "{file} đang được chương trình khác dùng",
        "{file} is being used by another program",
        hint("Đóng chương trình đó rồi thử lại", "Close that program and try again"),
    )
}

pub fn read_only(lang: Lang, of: Of<'_>) -> Explained {
    let file = the_file(lang, of);
    told!(
        lang,
        FileReadOnly,
        "{file} hoặc thư mục chứa sổ không ghi được",
        "{file} or its folder cannot be written",
        hint(
            "Kiểm tra quyền ghi; sổ đang dùng: {CHIBO} where",
            "Check the permissions; the file in use: {CHIBO} where",
            CHIBO
        ),
    )
}

pub fn disk_full(lang: Lang, of: Of<'_>) -> Explained {
    let file = the_file(lang, of);
    told!(
        lang,
        DiskFull,
        "{file} không ghi thêm được: đĩa đã đầy",
        "{file} cannot take more: the disk is full",
        hint(
            "Giải phóng dung lượng đĩa rồi gõ lại lệnh",
            "Free some room on the disk, then type the command again",
        ),
    )
}

pub fn disk_failed(lang: Lang, of: Of<'_>, detail: &str) -> Explained {
    let (file, detail) = (the_file(lang, of), technical(lang, detail));
    told!(
        lang,
        DiskFailed,
        "{file}: ổ đĩa báo lỗi khi đọc hoặc ghi {detail}",
        "{file}: the disk failed to read or write {detail}",
        hint(
            "Kiểm tra ổ đĩa và dung lượng trống rồi thử lại; xem sổ còn nguyên không: {CHIBO} check",
            "Check the disk and the room on it, and try again; to see whether the file is whole: {CHIBO} check",
            CHIBO
        ),
    )
}

/// A record file that this user may not read.
pub fn unreadable(lang: Lang, path: &Path, detail: &str) -> Explained {
    let (path, detail) = (path.display(), system(lang, detail));
    told!(
        lang,
        FileUnreadable,
        "Không đọc được sổ {path}: {detail}",
        "The record file {path} cannot be read: {detail}",
        hint(
            "Kiểm tra quyền đọc của tệp; sổ khác: --db TỆP",
            "Check the permissions of the file; another one: --db FILE",
        ),
    )
}

pub fn row_broken(lang: Lang, of: Of<'_>, table: &str, id: i64, column: &str) -> Explained {
    let file = the_file(lang, of);
    told!(
        lang,
        FileRowBroken,
        "{file} có giá trị sai quy định: bảng {table}, dòng {id}, cột {column}",
        "{file} holds a value that breaks a rule: table {table}, row {id}, column {column}",
    )
    .hint(bring_back(lang))
}

pub fn io(lang: Lang, path: &Path, detail: &str) -> Explained {
    let (path, detail) = (path.display(), system(lang, detail));
    told!(
        lang,
        InputOutput,
        "Không dùng được {path}: {detail}",
        "{path} cannot be used: {detail}",
        hint(
            "Chọn nơi khác, hoặc kiểm tra đường dẫn và quyền của thư mục; sổ đang dùng: {CHIBO} where",
            "Choose another place, or check the path and the folder's permissions; the file in use: {CHIBO} where",
            CHIBO
        ),
    )
}

/// What the command prints cannot be written.
pub fn output(lang: Lang, detail: &str) -> Explained {
    let detail = system(lang, detail);
    told!(
        lang,
        InputOutput,
        "Không ghi được kết quả ra nơi nhận: {detail}",
        "What is printed cannot be written: {detail}",
        hint(
            "Ghi vào một tệp ở nơi khác: thêm -o TỆP",
            "Write it to a file elsewhere: add -o FILE",
        ),
    )
}

pub fn sqlite(lang: Lang, of: Of<'_>, detail: &str) -> Explained {
    let (file, detail) = (the_file(lang, of), technical(lang, detail));
    told!(lang, Sqlite, "{file} không dùng được {detail}", "{file} cannot be used {detail}")
        .hint(bring_back(lang))
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
    let free = if path.ends_with(lang.pick("mau.db", "sample.db")) {
        lang.pick("mau-2.db", "sample-2.db")
    } else {
        lang.pick("mau.db", "sample.db")
    };
    let path = path.display();
    told!(
        lang,
        DemoTaken,
        "Đã có {path} nhưng không phải sổ mẫu nguyên vẹn; không ghi đè",
        "{path} is there and is not the untouched sample; nothing was overwritten",
        hint(
            "Đặt sổ mẫu ở chỗ khác: chibo --db {free} demo{look}",
            "Put the sample elsewhere: chibo --db {free} demo{look}",
        ),
    )
}

/// The template folder holds files already.
pub fn template_taken(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        TemplateTaken,
        "Đã có tệp {path}; không ghi đè",
        "{path} is there already; nothing was overwritten",
        hint("Chọn thư mục khác", "Choose another folder"),
    )
}

pub fn output_is_record(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        OutputIsRecord,
        "{path} là một sổ; không ghi đè báo cáo lên sổ",
        "{path} is a record file; a report is not written over it",
        hint(
            "Chọn tên khác cho -o, ví dụ: -o 2018-07.csv",
            "Choose another name for -o, such as: -o 2018-07.csv",
        ),
    )
}

pub fn output_is_folder(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        OutputIsFolder,
        "{path} là thư mục",
        "{path} is a folder",
        hint(
            "Ghi cả tên tệp, ví dụ: -o {path}/2018-07.csv",
            "Give the file's name too, such as: -o {path}/2018-07.csv",
        ),
    )
}

pub fn folder_absent(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        FolderAbsent,
        "Không có thư mục {path}",
        "There is no folder {path}",
        hint(
            "Kiểm tra đường dẫn, hoặc tạo thư mục trước",
            "Check the path, or make the folder first",
        ),
    )
}

pub fn format_unknown(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    told!(
        lang,
        FormatUnknown,
        "Không rõ định dạng của {path}",
        "The format of {path} is not known",
        hint(
            "Dùng đuôi .csv, .json hoặc .txt, hoặc thêm --format",
            "Use the ending .csv, .json or .txt, or add --format",
        ),
    )
}

pub fn excel_needs_csv(lang: Lang) -> Explained {
    told!(
        lang,
        ExcelNeedsCsv,
        "--excel chỉ dùng với --format csv",
        "--excel goes with --format csv only",
    )
}

/// Options that do not go together or without each other.
pub fn needs(lang: Lang, what: &str, with: &str) -> Explained {
    told!(lang, OptionNeeds, "{what} cần đi cùng {with}", "{what} needs {with}")
}

/// Nothing was asked for.
pub fn nothing_given(lang: Lang, options: &str) -> Explained {
    told!(
        lang,
        OptionNeeds,
        "Chưa nêu thay đổi nào; cần ít nhất một trong: {options}",
        "No change is given; at least one of these is needed: {options}",
    )
}

pub fn conflict(lang: Lang, what: &str, with: &str) -> Explained {
    told!(
        lang,
        OptionConflict,
        "{what} không dùng chung với {with}",
        "{what} does not go with {with}",
    )
}

/// A word that is not in a list.
pub fn word_unknown(lang: Lang, text: &str, known: &[String]) -> Explained {
    let known = known.join(", ");
    told!(
        lang,
        WordUnknown,
        "“{text}” không hợp lệ; chọn một trong: {known}",
        "“{text}” is not one of: {known}",
    )
}

/// The visitors of a meeting held were not said.
pub fn visitors_missing(lang: Lang, cell: &str, on: Date, period: Option<Period>) -> Explained {
    let (cell, on) = (quoted(cell), date(lang, on));
    let of = period.map(|period| format!(" --period {period}")).unwrap_or_default();
    told!(
        lang,
        VisitorsMissing,
        "Chưa nêu cán bộ nào đã dự",
        "No visitor was given",
        hint(
            "Thêm vào lệnh vừa gõ --visitor assigned (đúng cán bộ được phân công), --visitor MÃ (người khác), hoặc --no-visitor [--reason duty]; ví dụ: {CHIBO} log-meeting {cell} --on {on}{of} --visitor assigned",
            "Add to the command just typed --visitor assigned (the assigned visitor), --visitor CODE (someone else), or --no-visitor [--reason duty]; for example: {CHIBO} log-meeting {cell} --on {on}{of} --visitor assigned",
            CHIBO
        ),
    )
}

/// What `log-meeting` needs, said when it is called alone.
pub fn log_meeting_needs(lang: Lang, cell: Option<&str>) -> Explained {
    let message = match cell {
        None => say!(
            lang,
            "Cần chi bộ, ngày sinh hoạt và người dự",
            "The cell, the day and the visitor are needed"
        ),
        Some(cell) => say!(
            lang,
            "{cell}: cần ngày sinh hoạt (--on) và người dự (--visitor hoặc --no-visitor)",
            "{cell}: the day (--on) and the visitor (--visitor or --no-visitor) are needed"
        ),
    };
    let cell = quoted(cell.unwrap_or("P1-02"));
    Explained::new(ErrorCode::ArgumentsMissing, message).hint(say!(
        lang,"Ví dụ: {CHIBO} log-meeting {cell} --on 5/7/2018 --visitor assigned --total 25 --present 20; hoặc không sinh hoạt: {CHIBO} log-meeting {cell} --period 7/2018 --not-held --reason holiday",
        "For example: {CHIBO} log-meeting {cell} --on 5/7/2018 --visitor assigned --total 25 --present 20; or not held: {CHIBO} log-meeting {cell} --period 7/2018 --not-held --reason holiday", CHIBO))
}

/// No sensible user data folder.
pub fn no_home(lang: Lang) -> Explained {
    told!(
        lang,
        NoHome,
        "Không tìm được thư mục dữ liệu của người dùng",
        "The user's data folder cannot be found",
        hint("Thêm --db TỆP", "Add --db FILE"),
    )
}

/// A line of the settings file is wrong.
pub fn config_broken(lang: Lang, path: &Path, line: usize) -> Explained {
    let path = path.display();
    told!(
        lang,
        ConfigBroken,
        "Dòng {line} của tệp cài đặt {path} không đọc được",
        "Line {line} of the settings file {path} cannot be read",
        hint(
            "Mỗi dòng có dạng lang = \"vi\"; các cài đặt: db, lang (vi, en), actor, color (auto, always, never); hoặc xóa tệp đó rồi đặt lại: {CHIBO} config lang vi",
            "Each line looks like lang = \"vi\"; the settings are db, lang (vi, en), actor, color (auto, always, never); or delete that file and set them again: {CHIBO} config lang vi",
            CHIBO
        ),
    )
}

/// The settings file is there and cannot be opened.
pub fn config_unreadable(lang: Lang, path: &Path, detail: &str) -> Explained {
    let (path, detail) = (path.display(), system(lang, detail));
    told!(
        lang,
        ConfigUnreadable,
        "Không đọc được tệp cài đặt {path}: {detail}",
        "The settings file {path} cannot be read: {detail}",
        hint(
            "Kiểm tra quyền đọc của tệp; nơi đặt tệp: {CHIBO} where",
            "Check the permissions of the file; where it lies: {CHIBO} where",
            CHIBO
        ),
    )
}

/// A setting with this name does not exist.
pub fn setting_unknown(lang: Lang, key: &str, known: &str) -> Explained {
    told!(
        lang,
        SettingUnknown,
        "Không có cài đặt “{key}”",
        "There is no setting “{key}”",
        hint("Các cài đặt: {known}", "Settings: {known}"),
    )
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

//! A record file that cannot be used, in words.

use std::path::Path;

use crate::texts::{Explained, Lang, explain, say};

/// A record file that is not there.
pub fn absent(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    explain!(
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
    explain!(
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
    explain!(
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
    explain!(
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
    explain!(
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
    explain!(
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
    explain!(
        lang,
        FileNewer,
        "Sổ {path} do bản chibo mới hơn lập (cấu trúc {found}, bản này đọc đến {known})",
        "{path} was made by a newer chibo (schema {found}, this one knows {known})",
        hint("Cài bản chibo mới hơn", "Install the newer chibo"),
    )
}

pub fn other_schema(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    explain!(
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
pub fn technical(lang: Lang, detail: &str) -> String {
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
    explain!(
        lang,
        FileDamaged,
        "{file} bị hỏng, không đọc được {detail}",
        "{file} is damaged and cannot be read {detail}",
    )
    .hint(bring_back(lang))
}

pub fn busy(lang: Lang, of: Of<'_>) -> Explained {
    let file = the_file(lang, of);
    explain!(
        lang,
        FileBusy,
        "{file} đang được chương trình khác dùng",
        "{file} is being used by another program",
        hint("Đóng chương trình đó rồi thử lại", "Close that program and try again"),
    )
}

pub fn read_only(lang: Lang, of: Of<'_>) -> Explained {
    let file = the_file(lang, of);
    explain!(
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
    explain!(
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
    explain!(
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

pub fn row_broken(lang: Lang, of: Of<'_>, table: &str, id: i64, column: &str) -> Explained {
    let file = the_file(lang, of);
    explain!(
        lang,
        FileRowBroken,
        "{file} có giá trị sai quy định: bảng {table}, dòng {id}, cột {column}",
        "{file} holds a value that breaks a rule: table {table}, row {id}, column {column}",
    )
    .hint(bring_back(lang))
}

pub fn sqlite(lang: Lang, of: Of<'_>, detail: &str) -> Explained {
    let (file, detail) = (the_file(lang, of), technical(lang, detail));
    explain!(lang, Sqlite, "{file} không dùng được {detail}", "{file} cannot be used {detail}")
        .hint(bring_back(lang))
}

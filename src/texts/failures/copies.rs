//! Why a backup is not made or not brought back, beside its words.

use std::path::PathBuf;

use crate::domain::Flaw;
use crate::texts::check::finding;
use crate::texts::{Explained, Lang, chibo_on, explain, typed};

/// Why a backup is not made or not brought back. Nothing was written then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum CopyRefusal {
    /// A folder where a file was wanted; the file in it that may be meant.
    Folder {
        path: PathBuf,
        example: PathBuf,
    },
    /// The record file itself.
    Itself(PathBuf),
    /// A backup is there already.
    Taken(PathBuf),
    /// Not an earlier state of the record file.
    Another(PathBuf),
    NotRecord(PathBuf),
    /// SQLite keeps files of such names beside others, and deletes them.
    Name(PathBuf),
    /// What is left of an unfinished change lies beside it.
    Journal {
        target: PathBuf,
        journal: PathBuf,
    },
    /// It can be read, but `check` finds flaws in it.
    Flawed {
        file: PathBuf,
        first: Box<Flaw>,
    },
    /// The file in use.
    RestoreItself(PathBuf),
    /// The file in use belongs to another program.
    OverOther(PathBuf),
}

/// The same in words.
pub fn copy(lang: Lang, refusal: &CopyRefusal) -> Explained {
    match refusal {
        CopyRefusal::Folder { path, example } => {
            let (path, example) = (path.display(), typed(example));
            explain!(
                lang,
                BackupIsFolder,
                "{path} là thư mục; cần ghi cả tên tệp sao lưu",
                "{path} is a folder; the backup needs a file's name too",
                hint(
                    "Ví dụ: {CHIBO} backup {example}",
                    "For example: {CHIBO} backup {example}",
                    CHIBO
                ),
            )
        }
        CopyRefusal::Itself(path) => {
            let path = path.display();
            explain!(
                lang,
                BackupItself,
                "{path} chính là sổ đang dùng; không sao lưu sổ lên chính nó",
                "{path} is the record file itself; it is not copied onto itself",
                hint(
                    "Chọn tên khác, tốt nhất ở ổ đĩa khác hoặc USB",
                    "Choose another name, best on another disk or a stick",
                ),
            )
        }
        CopyRefusal::Taken(path) => {
            let (path, typed) = (path.display(), typed(path));
            explain!(
                lang,
                BackupTaken,
                "Đã có bản sao lưu {path}; không ghi đè",
                "The backup {path} is there already; nothing was overwritten",
                hint(
                    "Chọn tên khác, hoặc ghi đè: {CHIBO} backup {typed} --force",
                    "Choose another name, or overwrite it: {CHIBO} backup {typed} --force",
                    CHIBO
                ),
            )
        }
        CopyRefusal::Another(path) => {
            let (path, see) = (path.display(), chibo_on(path));
            explain!(
                lang,
                BackupAnother,
                "{path} không phải bản sao lưu cũ hơn của sổ này; không ghi đè",
                "{path} is not an older backup of this record file; nothing was overwritten",
                hint(
                    "Chọn tên khác; xem tệp đó: {see} history",
                    "Choose another name; to look at that file: {see} history",
                ),
            )
        }
        CopyRefusal::NotRecord(path) => {
            let path = path.display();
            explain!(
                lang,
                BackupNotRecord,
                "Đã có {path} và đó không phải là sổ của chibo; không ghi đè, kể cả khi có --force",
                "{path} is there and is not a record file of chibo; it is not overwritten, even with --force",
                hint("Chọn tên khác cho bản sao lưu", "Choose another name for the backup"),
            )
        }
        CopyRefusal::Name(path) => {
            let path = path.display();
            explain!(
                lang,
                BackupName,
                "Không đặt được tên bản sao lưu là “{path}”: SQLite tự dùng và tự xóa các tệp có đuôi -journal, -wal, -shm",
                "A backup cannot be called “{path}”: SQLite uses and deletes files ending in -journal, -wal and -shm",
                hint("Chọn tên khác, ví dụ: chibo.bak", "Choose another name, such as: chibo.bak"),
            )
        }
        CopyRefusal::Journal { target, journal } => {
            let (target, journal) = (target.display(), journal.display());
            explain!(
                lang,
                BackupJournal,
                "Cạnh {target} còn tệp {journal} của một lần ghi dở; nếu ghi vào đây, SQLite có thể làm hỏng bản sao lưu",
                "Beside {target} lies {journal}, left of an unfinished change; SQLite could spoil a backup written here",
                hint("Chọn tên khác cho bản sao lưu", "Choose another name for the backup"),
            )
        }
        CopyRefusal::Flawed { file, first } => {
            let first = finding(lang, first);
            let (see, typed, file) = (chibo_on(file), typed(file), file.display());
            explain!(
                lang,
                RestoreFlawed,
                "Bản sao lưu {file} có sai lệch; sổ hiện tại giữ nguyên. {first}",
                "The backup {file} has flaws; the record file is as it was. {first}",
                hint(
                    "Xem hết: {see} check; dùng bản sao lưu khác, hoặc vẫn khôi phục: {CHIBO} restore {typed} --with-flaws",
                    "To see all: {see} check; use another backup, or restore it all the same: {CHIBO} restore {typed} --with-flaws",
                    CHIBO
                ),
            )
        }
        CopyRefusal::RestoreItself(path) => {
            let path = path.display();
            explain!(
                lang,
                RestoreItself,
                "{path} chính là sổ đang dùng; cần một bản sao lưu",
                "{path} is the record file itself; a backup is needed",
                hint(
                    "Nêu tệp sao lưu, ví dụ: {CHIBO} restore chibo.bak; sổ đang dùng: {CHIBO} where",
                    "Name the backup, such as: {CHIBO} restore chibo.bak; the file in use: {CHIBO} where",
                    CHIBO
                ),
            )
        }
        CopyRefusal::OverOther(path) => {
            let path = path.display();
            explain!(
                lang,
                RestoreOverOther,
                "{path} không phải là sổ của chibo; không thay bằng bản sao lưu",
                "{path} is not a record file of chibo; it is not replaced by a backup",
                hint(
                    "Kiểm tra --db; nếu đúng chỗ, đổi tên tệp đó trước rồi chạy lại",
                    "Check --db; if the place is right, rename that file first, then try again",
                ),
            )
        }
    }
}

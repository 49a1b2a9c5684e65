//! Words of `backup` and `restore`.

use std::path::{Path, PathBuf};

use super::failures::technical;
use super::{ErrorCode, Explained, Lang, count, date, explain, say, typed};
use crate::domain::{Date, Fingerprint};

fn operations(lang: Lang, n: i64) -> String {
    count(lang, n as usize, "thao tác", "operation", "operations")
}

/// A backup was made.
pub fn made(lang: Lang, path: &Path, n: i64, seal: &[u8; 32]) -> String {
    let (n, seal) = (operations(lang, n), Fingerprint::of(seal));
    let (path, typed) = (path.display(), typed(path));
    say!(
        lang,
        "Đã sao lưu sổ vào {path}: {n}, mã đối chiếu của thao tác mới nhất {seal} (khôi phục khi cần: {CHIBO} restore {typed}).",
        "Backed up to {path}: {n}, fingerprint of the newest {seal} (to bring it back: {CHIBO} restore {typed}).",
        CHIBO
    )
}

/// The backup is good, only the list of backups was not written.
pub fn not_noted(lang: Lang) -> &'static str {
    lang.pick(
        "Lưu ý: không ghi được bản sao lưu này vào danh sách trong thư mục dữ liệu; bản sao lưu vẫn dùng được.",
        "Note: this backup could not be put on the list in the data folder; the backup itself is good.",
    )
}

/// What became of the file that was replaced.
#[derive(Debug)]
pub enum Former {
    /// There was none.
    None,
    /// Kept, and it can be brought back.
    Whole { path: PathBuf, operations: Option<i64> },
    /// Kept as it was.
    Damaged(PathBuf),
    /// There was none, but a journal of one, which is kept.
    Journal(PathBuf),
}

/// What a restore brought back.
#[derive(Debug)]
pub struct Restored<'a> {
    pub file: &'a Path,
    pub operations: i64,
    pub seal: &'a [u8; 32],
    /// The day on which the newest operation was recorded.
    pub last: Date,
    pub former: &'a Former,
}

/// What was brought back, where the former file is, and how to go back.
pub fn restored(lang: Lang, restored: &Restored<'_>) -> String {
    let n = operations(lang, restored.operations);
    let (seal, last) = (Fingerprint::of(restored.seal), date(lang, restored.last));
    let file = restored.file.display();
    let head = say!(
        lang,
        "Đã khôi phục sổ từ {file}: {n}, thao tác mới nhất ghi ngày {last}, mã đối chiếu {seal}",
        "Restored the record file from {file}: {n}, the newest recorded on {last}, fingerprint {seal}"
    );
    let tail = match restored.former {
        Former::None => String::new(),
        Former::Whole { path, operations: before } => {
            let before = before.map(|n| format!(" ({})", operations(lang, n))).unwrap_or_default();
            let (path, typed) = (path.display(), typed(path));
            say!(
                lang,
                "; sổ trước đó{before} được giữ ở {path} (quay lại: {CHIBO} restore {typed})",
                "; the former file{before} is kept as {path} (to go back: {CHIBO} restore {typed})",
                CHIBO
            )
        }
        Former::Damaged(path) => {
            let path = path.display();
            say!(
                lang,
                "; sổ trước đó bị hỏng, được giữ nguyên ở {path}",
                "; the former file is damaged and kept as it was, as {path}"
            )
        }
        Former::Journal(path) => {
            let path = path.display();
            say!(
                lang,
                "; trước đó không có sổ, phần ghi dở của sổ cũ được giữ ở {path}",
                "; there was no record file, what an earlier one left unfinished is kept as {path}"
            )
        }
    };
    head + &tail
}

/// That what was restored is no earlier state of the record file that was in use.
pub fn of_another(lang: Lang) -> &'static str {
    lang.pick(
        "Lưu ý: bản sao lưu không phải một trạng thái trước đó của sổ vừa được thay; đó là sổ khác, hoặc đã ghi thêm sau.",
        "Note: the backup is not an earlier state of the file that it took the place of; it is another book, or went on after that.",
    )
}

/// A copy was written and does not read back.
pub fn differs(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    explain!(
        lang,
        BackupDiffers,
        "Bản sao vừa ghi ở {path} đọc lại không đúng",
        "The copy just written at {path} does not read back as it was written",
        hint("Kiểm tra ổ đĩa hoặc dùng ổ đĩa khác", "Check the disk or use another one"),
    )
}

/// The backup is not there.
pub fn absent(lang: Lang, path: &Path) -> Explained {
    let path = path.display();
    explain!(lang, FileAbsent, "Không có tệp {path}", "There is no file {path}")
}

/// SQLite finds the backup damaged.
pub fn damaged(lang: Lang, detail: &str) -> Explained {
    let detail = technical(lang, detail);
    explain!(lang, FileDamaged, "Bản sao lưu bị hỏng {detail}", "The backup is damaged {detail}")
}

/// A backup that is no good: the reason, and which others there are.
pub fn unrestorable(lang: Lang, file: &Path, why: Explained, known: &[PathBuf]) -> Explained {
    let (file, reason) = (file.display(), why.message);
    let message = say!(
        lang,
        "Không khôi phục được từ {file}; sổ hiện tại giữ nguyên. {reason}",
        "{file} cannot be restored; the record file is as it was. {reason}"
    );
    let first = known.first().map(|path| typed(path));
    let explained = Explained::new(why.code, message);
    match first {
        _ if matches!(
            why.code,
            ErrorCode::FileNewer | ErrorCode::DiskFull | ErrorCode::DiskFailed
        ) =>
        {
            Explained { hint: why.hint, ..explained }
        }
        None => explained.hint(say!(
            lang,
            "Kiểm tra đường dẫn hoặc dùng bản sao lưu khác",
            "Check the path or use another backup"
        )),
        Some(first) => explained.hint(say!(
            lang,
            "Khôi phục từ bản sao lưu còn nguyên vẹn: {CHIBO} restore {first}",
            "To restore from a backup that is whole: {CHIBO} restore {first}",
            CHIBO
        )),
    }
}

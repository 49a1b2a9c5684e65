//! Where something cannot be read or written, beside its words.

use std::path::{Path, PathBuf};

use crate::texts::{Explained, Lang, chibo_on, explain, say, system, typed};

/// A file, a folder or an output that is no good for what it was named for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum Place {
    /// What the system said of a path.
    Unusable {
        path: PathBuf,
        detail: String,
    },
    /// The record file in use cannot even be read.
    Unreadable {
        path: PathBuf,
        detail: String,
    },
    /// What the command prints cannot be written.
    Output {
        detail: String,
    },
    OutputIsRecord(PathBuf),
    OutputIsFolder(PathBuf),
    FolderAbsent(PathBuf),
    /// The demo's file is there and is not the untouched sample.
    DemoTaken {
        path: PathBuf,
        is_record: bool,
    },
    /// The template folder holds files already.
    TemplateTaken(PathBuf),
    /// The folder holds an earlier export.
    ExportThere(PathBuf),
    /// The place holds something that no export wrote.
    ExportTaken(PathBuf),
    /// No sensible user data folder.
    NoHome,
    /// A line of the settings file is wrong.
    ConfigBroken {
        path: PathBuf,
        line: usize,
    },
    /// The settings file is there and cannot be opened.
    ConfigUnreadable {
        path: PathBuf,
        detail: String,
    },
}

/// The same in words.
pub fn place(lang: Lang, place: &Place) -> Explained {
    match place {
        Place::Unusable { path, detail } => unusable(lang, path, detail),
        Place::Unreadable { path, detail } => {
            let (path, detail) = (path.display(), system(lang, detail));
            explain!(
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
        Place::Output { detail } => {
            let detail = system(lang, detail);
            explain!(
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
        Place::OutputIsRecord(path) => {
            let path = path.display();
            explain!(
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
        Place::OutputIsFolder(path) => {
            let path = path.display();
            explain!(
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
        Place::FolderAbsent(path) => {
            let path = path.display();
            explain!(
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
        Place::DemoTaken { path, is_record } => {
            let look = match (*is_record, chibo_on(path)) {
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
            explain!(
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
        Place::TemplateTaken(path) => {
            let path = path.display();
            explain!(
                lang,
                TemplateTaken,
                "Đã có tệp {path}; không ghi đè",
                "{path} is there already; nothing was overwritten",
                hint("Chọn tên hoặc thư mục khác", "Choose another name or folder"),
            )
        }
        Place::ExportThere(folder) => {
            let (typed, folder) = (typed(folder), folder.display());
            explain!(
                lang,
                ExportThere,
                "Thư mục {folder} đã có bản xuất trước đây; không ghi đè",
                "The folder {folder} holds an earlier export; nothing was overwritten",
                hint(
                    "Chọn thư mục khác, hoặc thay bản cũ: {CHIBO} export {typed} --force",
                    "Choose another folder, or replace the earlier one: {CHIBO} export {typed} --force",
                    CHIBO
                ),
            )
        }
        Place::ExportTaken(path) => {
            let path = path.display();
            explain!(
                lang,
                ExportTaken,
                "Đã có {path} và không phải là bản xuất của chibo; không ghi đè",
                "{path} is there already and is no export of chibo; nothing was overwritten",
                hint(
                    "Chọn thư mục mới, ví dụ: {CHIBO} export ban-xuat",
                    "Choose a new folder, such as: {CHIBO} export copy",
                    CHIBO
                ),
            )
        }
        Place::NoHome => explain!(
            lang,
            NoHome,
            "Không tìm được thư mục dữ liệu của người dùng",
            "The user's data folder cannot be found",
            hint("Thêm --db TỆP", "Add --db FILE"),
        ),
        Place::ConfigBroken { path, line } => {
            let path = path.display();
            explain!(
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
        Place::ConfigUnreadable { path, detail } => {
            let (path, detail) = (path.display(), system(lang, detail));
            explain!(
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
    }
}

/// What the system said of a path, whatever was to be done with it.
pub fn unusable(lang: Lang, path: &Path, detail: &str) -> Explained {
    let (path, detail) = (path.display(), system(lang, detail));
    explain!(
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

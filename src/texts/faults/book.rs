//! What can be wrong with a workbook, or with a file that a spreadsheet would open, and in words.

use crate::texts::{Lang, say};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookFlaw {
    /// A workbook as before 2007, `.xls`.
    Old,
    /// A workbook under a password.
    Locked,
    /// `.ods`.
    OpenDocument,
    /// A table as a web page or as XML, whatever it is called.
    Page,
    /// It cannot be opened, or is not such as spreadsheets write.
    Damaged { part: String },
    /// More than any list of an office holds: made to fill the memory, or by mistake.
    TooMuch { part: String },
    /// No sheet with headings that are known.
    NoTable,
    /// Something stands so far to the right that it cannot be meant.
    Far { cell: String },
    /// A formula that nobody has worked out: another program wrote it.
    Unsaved { cell: String },
    /// A value that says of itself that it is none.
    Error { text: String },
}

/// A flaw in words, each with the way out.
pub(super) fn flaw(lang: Lang, flaw: &BookFlaw) -> String {
    match flaw {
        BookFlaw::Old => say!(
            lang,
            "đây là tệp Excel đời cũ (.xls); mở bằng Excel rồi chọn Save As → Excel Workbook (.xlsx)",
            "this is an old workbook (.xls); open it in Excel and choose Save As → Excel Workbook (.xlsx)"
        ),
        BookFlaw::Locked => say!(
            lang,
            "tệp Excel có mật khẩu; mở bằng Excel, bỏ mật khẩu (File → Info → Protect Workbook) rồi lưu lại",
            "the workbook has a password; open it in Excel, take the password off (File → Info → Protect Workbook) and save it"
        ),
        BookFlaw::OpenDocument => say!(
            lang,
            "đây là tệp OpenDocument (.ods); mở bằng LibreOffice hoặc Excel rồi chọn Save As → .xlsx hoặc CSV UTF-8",
            "this is an OpenDocument file (.ods); open it in LibreOffice or Excel and choose Save As → .xlsx or CSV UTF-8"
        ),
        BookFlaw::Page => say!(
            lang,
            "tệp này là trang web hoặc XML, dù mang tên tệp Excel; mở bằng Excel rồi chọn Save As → .xlsx hoặc CSV UTF-8",
            "this is a web page or XML, though it may be called a workbook; open it in Excel and choose Save As → .xlsx or CSV UTF-8"
        ),
        BookFlaw::Damaged { part } => say!(
            lang,
            "tệp Excel bị hỏng, hoặc không phải do Excel ghi ({part}); mở bằng Excel, lưu lại thành .xlsx rồi nhập lại",
            "the workbook is damaged, or no spreadsheet wrote it ({part}); open it in Excel, save it as .xlsx and import it again"
        ),
        BookFlaw::TooMuch { part } => say!(
            lang,
            "tệp Excel quá lớn so với một danh sách ({part}); chép riêng bảng cần nhập sang tệp mới, hoặc lưu thành CSV UTF-8",
            "the workbook is larger than any list ({part}); copy the table into a new workbook, or save it as CSV UTF-8"
        ),
        BookFlaw::NoTable => say!(
            lang,
            "không trang tính nào có tên hay tiêu đề cột chibo biết; xem các cột ở tệp mẫu: {CHIBO} import --template THƯ_MỤC",
            "no sheet has a name or headings that chibo knows; the blank files have them: {CHIBO} import --template FOLDER",
            CHIBO
        ),
        BookFlaw::Far { cell } => say!(
            lang,
            "ô {cell} nằm quá xa bên phải bảng; xóa ô đó rồi lưu lại",
            "cell {cell} stands too far to the right of the table; clear it and save"
        ),
        BookFlaw::Unsaved { cell } => say!(
            lang,
            "ô {cell} là công thức chưa được tính; mở tệp bằng Excel hoặc LibreOffice rồi lưu lại",
            "cell {cell} is a formula that was never worked out; open the file in Excel or LibreOffice and save it"
        ),
        BookFlaw::Error { text } => say!(
            lang,
            "có ô mang giá trị lỗi {text}; sửa công thức rồi lưu lại",
            "a cell has the error {text}; mend its formula and save"
        ),
    }
}

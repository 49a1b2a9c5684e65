//! The pages of `chibo help` that are about no command.

use super::Lang;
use crate::domain::keyword;

keyword! {
    /// What a page is about.
    Topic {
        Options = "options",
        Periods = "periods",
        Formats = "formats",
        Errors = "errors",
        Environment = "environment",
        Exit = "exit",
    }
}

/// Above the ways to write a month.
pub fn periods(lang: Lang) -> &'static str {
    lang.pick(
        "Cách ghi tháng, quý, nửa năm, năm (nơi ghi THÁNG), và nghĩa của từng cách:",
        "How months, quarters, halves and years are written (where PERIOD stands), and what each means:",
    )
}

/// Above the ways to write a day.
pub fn days(lang: Lang) -> &'static str {
    lang.pick(
        "Cách ghi ngày (nơi ghi NGÀY), ngày trước tháng sau:",
        "How days are written (where DATE stands), the day before the month:",
    )
}

/// What `this` and `last` mean.
pub fn this_month(lang: Lang) -> &'static str {
    lang.pick("tháng này", "the month of today")
}

pub fn last_month(lang: Lang) -> &'static str {
    lang.pick("tháng trước: tháng gần nhất đã hết", "the last month that is over")
}

pub fn today(lang: Lang) -> &'static str {
    lang.pick("hôm nay", "today")
}

pub fn yesterday(lang: Lang) -> &'static str {
    lang.pick("hôm qua", "yesterday")
}

/// Below the ways to write a day.
pub fn without_year(lang: Lang) -> &'static str {
    lang.pick(
        "Trong dạng ngắn của log-meeting và khi chibo hỏi, có thể bỏ năm (5/7): ngày gần nhất như vậy, không sau hôm nay.",
        "In the short form of log-meeting, and where chibo asks, the year may be left out (5/7): the latest such day, none after today.",
    )
}

/// Above the formats.
pub fn formats(lang: Lang) -> &'static str {
    lang.pick(
        "Định dạng của --format, hoặc đuôi tệp ghi sau -o:",
        "What --format takes, or the ending of the file behind -o:",
    )
}

/// What a format is for, by its name.
pub fn format(name: &str, lang: Lang) -> Option<&'static str> {
    let (vi, en) = match name {
        "table" => {
            ("bảng để đọc trên màn hình, mặc định", "a table to read on a screen, the default")
        }
        "csv" => (
            "CSV cho chương trình đọc; thêm --excel để mở bằng Excel",
            "CSV for programs; with --excel for Excel",
        ),
        "json" => ("JSON cho chương trình đọc", "JSON for programs"),
        "xlsx" => {
            ("bảng tính Excel; không in ra màn hình", "an Excel workbook; not for the screen")
        }
        "docx" => (
            "văn bản Word theo thể thức văn bản của Đảng, để in và ký; không in ra màn hình",
            "a Word document in the form of Party papers, to print and sign; not for the screen",
        ),
        "html" => (
            "trang để xem bằng trình duyệt, in, gửi đi",
            "a page to look at in a browser, to print or to send",
        ),
        "markdown" => ("Markdown, để dán vào văn bản khác", "Markdown, to go into another text"),
        "text" => ("chữ thường, để dán vào tin nhắn", "plain text, to paste into a message"),
        _ => return None,
    };
    Some(lang.pick(vi, en))
}

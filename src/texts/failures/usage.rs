//! What a command line cannot mean, beside its words.

use std::path::PathBuf;

use crate::domain::{Date, Period, ThingKind};
use crate::texts::usage::{missing_arguments, one_missing, unknown_command};
use crate::texts::{ErrorCode, Explained, Labelled, Lang, date, explain, period, quoted, say};

/// A command line that is read, and cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum Usage {
    /// Options that need each other.
    Needs {
        what: &'static str,
        with: &'static str,
    },
    /// What a command cannot do without, where clap cannot tell.
    Missing {
        command: &'static str,
        what: &'static str,
    },
    /// The same, of several of which one is wanted.
    OneOf {
        command: &'static str,
        these: String,
    },
    /// Nothing was asked for; one of these at least is wanted.
    NothingGiven(String),
    /// Options that exclude each other.
    Conflict {
        what: &'static str,
        with: &'static str,
    },
    /// A value of a meeting that is given and emptied by `--clear` at once.
    GivenAndCleared(String),
    /// Neither `filed` nor a moment.
    DiffMisread(String),
    /// Reasons row by row, where a screen shows the grid of several months.
    ExplainSeveral,
    VisitorsMissing {
        cell: String,
        on: Date,
        period: Option<Period>,
    },
    /// `log-meeting` alone, or with a cell only.
    LogMeetingNeeds {
        cell: Option<String>,
        /// The day that the cell announced, if it has come and nothing is recorded of it.
        planned: Option<Date>,
    },
    /// There is none to choose from.
    NoneYet(ThingKind),
    /// `log-meeting --all` where nobody can be asked.
    AllAsks,
    FormatUnknown(PathBuf),
    /// A calendar that no program for calendars would open.
    CalendarEnding(PathBuf),
    /// A month sheet that no program for spreadsheets would open.
    SheetEnding(PathBuf),
    ExcelNeedsCsv,
    WorkbookToTerminal,
    /// A page of several tables as rows of one.
    PageOfRows,
    DocumentToTerminal,
    WorkbookTooLong {
        most: usize,
    },
    SettingUnknown {
        key: String,
        known: &'static str,
    },
    /// No such command to help with.
    TopicUnknown {
        topic: String,
        near: Vec<String>,
    },
}

/// The same in words.
pub fn usage(lang: Lang, usage: &Usage) -> Explained {
    match usage {
        Usage::Needs { what, with } => {
            explain!(lang, OptionNeeds, "{what} cần đi cùng {with}", "{what} needs {with}")
        }
        Usage::Missing { command, what } => missing_arguments(lang, &[(*what).to_owned()], command),
        Usage::OneOf { command, these } => one_missing(lang, these, command),
        Usage::NothingGiven(options) => explain!(
            lang,
            OptionNeeds,
            "Chưa nêu thay đổi nào; cần ít nhất một trong: {options}",
            "No change is given; at least one of these is needed: {options}",
        ),
        Usage::Conflict { what, with } => explain!(
            lang,
            OptionConflict,
            "{what} không dùng chung với {with}",
            "{what} does not go with {with}",
        ),
        Usage::GivenAndCleared(what) => explain!(
            lang,
            OptionConflict,
            "--clear {what} bỏ trống mục đó nên không dùng chung với --{what}",
            "--clear {what} empties that value, so it does not go with --{what}",
        ),
        Usage::DiffMisread(text) => explain!(
            lang,
            MomentMisread,
            "--diff: “{text}” không phải là filed, số thao tác, ngày hay thời điểm",
            "--diff: “{text}” is not filed, the number of an operation, a date or a time",
            hint(
                "Ví dụ: --diff filed (so với bản đã chốt), --diff 12 (so với sau thao tác 12), --diff 8/8/2018 (so với hết ngày đó), --diff \"8/8/2018 14:30\"; xem: {CHIBO} history",
                "Such as --diff filed (what was closed), --diff 12 (after operation 12), --diff 8/8/2018 (the end of that day), --diff \"8/8/2018 14:30\"; see: {CHIBO} history",
                CHIBO
            ),
        ),
        Usage::ExplainSeveral => explain!(
            lang,
            ExplainOneMonth,
            "Trên màn hình, --explain chỉ dùng cho một tháng",
            "On a screen, --explain is for one month",
            hint(
                "Chọn một tháng: {CHIBO} report --period 7/2018 --explain; hoặc ghi nhiều tháng ra tệp: thêm -o giai-thich.csv",
                "Choose one month: {CHIBO} report --period 7/2018 --explain; or write several into a file: add -o reasons.csv",
                CHIBO
            ),
        ),
        Usage::VisitorsMissing { cell, on, period: month } => {
            let (cell, on) = (quoted(cell), date(lang, *on));
            let of =
                month.map(|month| format!(" --period {}", period(lang, month))).unwrap_or_default();
            explain!(
                lang,
                VisitorsMissing,
                "Chưa nêu cán bộ nào đã dự",
                "No visitor was given",
                hint(
                    "Thêm vào lệnh vừa gõ --visitor assigned (cán bộ được phân công), --visitor MÃ (người khác), hoặc --no-visitor [--reason duty]; ví dụ: {CHIBO} log-meeting {cell} --on {on}{of} --visitor assigned",
                    "Add to the command just typed --visitor assigned (the assigned visitor), --visitor CODE (someone else), or --no-visitor [--reason duty]; for example: {CHIBO} log-meeting {cell} --on {on}{of} --visitor assigned",
                    CHIBO
                ),
            )
        }
        Usage::LogMeetingNeeds { cell, planned } => {
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
            let cell = quoted(cell.as_deref().unwrap_or("P1-02"));
            let explained = Explained::new(ErrorCode::ArgumentsMissing, message);
            if let Some(day) = planned.map(|day| date(lang, day)) {
                return explained.hint(say!(
                    lang,
                    "Chi bộ đã đăng ký ngày {day}; ví dụ: {CHIBO} log-meeting {cell} --on {day} --visitor assigned --total 25 --present 20",
                    "The cell announced {day}; for example: {CHIBO} log-meeting {cell} --on {day} --visitor assigned --total 25 --present 20",
                    CHIBO
                ));
            }
            explained.hint(say!(
                lang,"Ví dụ: {CHIBO} log-meeting {cell} --on 5/7/2018 --visitor assigned --total 25 --present 20; hoặc không sinh hoạt: {CHIBO} log-meeting {cell} --period 7/2018 --not-held --reason holiday",
                "For example: {CHIBO} log-meeting {cell} --on 5/7/2018 --visitor assigned --total 25 --present 20; or not held: {CHIBO} log-meeting {cell} --period 7/2018 --not-held --reason holiday", CHIBO))
        }
        Usage::NoneYet(kind) => {
            let (code, what) = match kind {
                ThingKind::Committee => (ErrorCode::CommitteeNotFound, "committee"),
                ThingKind::Cell => (ErrorCode::CellNotFound, "cell"),
                ThingKind::Official => (ErrorCode::OfficialNotFound, "official"),
                ThingKind::Category => (ErrorCode::CategoryNotFound, "import"),
                ThingKind::Recommendation => (ErrorCode::RecommendationNotFound, "recommend add"),
            };
            let kind = kind.lower(lang);
            let message = say!(
                lang,
                "Sổ chưa có {kind} nào để chọn",
                "There is no {kind} on record yet to choose from"
            );
            Explained::new(code, message).hint(say!(
                lang,
                "Thêm trước: {CHIBO} {what} --help",
                "Add one first: {CHIBO} {what} --help",
                CHIBO
            ))
        }
        Usage::AllAsks => explain!(
            lang,
            ArgumentsMissing,
            "--all hỏi từng chi bộ nên chỉ dùng được ở cửa sổ dòng lệnh có người trả lời",
            "--all asks cell by cell, so it needs a terminal with somebody to answer",
            hint(
                "Từng chi bộ một: {CHIBO} log-meeting P1-02 5/10 20/25; hoặc cả tháng từ một tệp: {CHIBO} import meetings.csv",
                "One cell at a time: {CHIBO} log-meeting P1-02 5/10 20/25; or a whole month from a file: {CHIBO} import meetings.csv",
                CHIBO
            ),
        ),
        Usage::FormatUnknown(path) => {
            let path = path.display();
            explain!(
                lang,
                FormatUnknown,
                "Không rõ định dạng của {path}",
                "The format of {path} is not known",
                hint(
                    "Dùng đuôi .html, .docx, .xlsx, .csv, .json, .md hoặc .txt, hoặc thêm --format",
                    "Use the ending .html, .docx, .xlsx, .csv, .json, .md or .txt, or add --format",
                ),
            )
        }
        Usage::CalendarEnding(path) => {
            let meant = quoted(&path.with_extension("ics").display().to_string());
            let path = path.display();
            explain!(
                lang,
                FormatUnknown,
                "{path}: lịch là tệp iCalendar, tên phải có đuôi .ics",
                "{path}: a calendar is an iCalendar file, its name must end in .ics",
                hint(
                    "Gõ lại với -o {meant}; muốn có bảng để mở bằng Excel: {CHIBO} report schedule -o lich.xlsx",
                    "Type it again with -o {meant}; for a table that Excel opens: {CHIBO} report schedule -o schedule.xlsx",
                    CHIBO
                ),
            )
        }
        Usage::SheetEnding(path) => {
            let path = path.display();
            explain!(
                lang,
                FormatUnknown,
                "{path}: bảng tháng là tệp Excel, tên phải có đuôi .xlsx",
                "{path}: a month sheet is a workbook, its name must end in .xlsx",
            )
        }
        Usage::ExcelNeedsCsv => explain!(
            lang,
            ExcelNeedsCsv,
            "--excel chỉ dùng với --format csv",
            "--excel goes with --format csv only",
        ),
        Usage::WorkbookToTerminal => explain!(
            lang,
            WorkbookToTerminal,
            "Tệp Excel không in ra màn hình được",
            "A workbook cannot be printed to a screen",
            hint("Ghi vào tệp: thêm -o BÁO_CÁO.xlsx", "Write it into a file: add -o REPORT.xlsx"),
        ),
        Usage::PageOfRows => explain!(
            lang,
            PageOfRows,
            "Trang tổng hợp gồm nhiều bảng, không ghi thành CSV hay JSON được",
            "A page has several tables, so it cannot be CSV or JSON",
            hint(
                "Ghi thành trang hoặc tệp Excel: thêm -o TRANG.html hoặc -o TRANG.xlsx; muốn CSV, JSON thì lập từng báo cáo: {CHIBO} report",
                "Write a page or a workbook: add -o PAGE.html or -o PAGE.xlsx; for CSV or JSON take one report: {CHIBO} report",
                CHIBO
            ),
        ),
        Usage::DocumentToTerminal => explain!(
            lang,
            DocumentToTerminal,
            "Tệp Word không in ra màn hình được",
            "A document cannot be printed to a screen",
            hint("Ghi vào tệp: thêm -o BÁO_CÁO.docx", "Write it into a file: add -o REPORT.docx"),
        ),
        Usage::WorkbookTooLong { most } => explain!(
            lang,
            WorkbookTooLong,
            "Báo cáo có hơn {most} dòng, một trang tính Excel không chứa hết",
            "The report has more than {most} rows, which no sheet of a workbook holds",
            hint(
                "Chọn ít tháng hơn, hoặc dùng --format csv",
                "Choose fewer months, or use --format csv"
            ),
        ),
        Usage::SettingUnknown { key, known } => explain!(
            lang,
            SettingUnknown,
            "Không có cài đặt “{key}”",
            "There is no setting “{key}”",
            hint("Các cài đặt: {known}", "Settings: {known}"),
        ),
        Usage::TopicUnknown { topic, near } => unknown_command(lang, topic, near, "chibo"),
    }
}

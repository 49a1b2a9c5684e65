//! Help in both languages: what each command and option is for. A test walks the whole command line and
//! fails where a text is missing.

use std::path::Path;

use super::topics::Topic;
use super::{Labelled, Lang, Language, say};
use crate::domain::{
    AbsenceReason, Area, CellKind, CommitteeKind, Grade, InspectionKind, Keyword, MeetingKind,
    NotHeldReason,
};

/// A text in Vietnamese and in English.
type Both = (&'static str, &'static str);

/// What a command is for, by its path (`meeting amend`); the program itself has the empty path.
pub fn about(path: &str, lang: Lang) -> Option<&'static str> {
    let (vi, en): Both = match path {
        "" => (
            "Sổ theo dõi cán bộ dự sinh hoạt chi bộ của văn phòng Đảng ủy",
            "Record book of a Party committee office: who attended the cells' monthly meetings",
        ),
        "demo" => (
            "Lập sổ mẫu của một thị xã và in kết quả tháng cuối",
            "Make the sample town and print its last month",
        ),
        "init" => ("Lập một sổ mới, chưa có dữ liệu", "Make a new, empty record file"),
        "import" => (
            "Nhập dữ liệu từ thư mục, tệp CSV hoặc Excel",
            "Import folders, CSV files or workbooks",
        ),
        "export" => (
            "Xuất toàn bộ số liệu ra thư mục tệp CSV, nhập lại được bằng import",
            "Export every record as a folder of CSV files, which import takes back",
        ),
        "committee" => (
            "Đảng bộ phường, xã: thêm, liệt kê, xem, đổi tên, đổi mã, kết thúc",
            "Committees: add, list, show, rename, recode, dissolve",
        ),
        "committee rename" => {
            ("Đổi tên một đảng bộ từ một ngày", "Rename a committee from a day on")
        }
        "committee recode" => ("Đổi mã một đảng bộ", "Change the code of a committee"),
        "committee dissolve" => (
            "Kết thúc hoạt động một đảng bộ, chuyển chi bộ sang đảng bộ khác",
            "End a committee; its cells go to another one",
        ),
        "committee add" => ("Thêm một đảng bộ", "Add a committee"),
        "committee list" => ("Danh sách các đảng bộ", "List the committees"),
        "committee show" => ("Xem một đảng bộ", "Show a committee"),
        "cell" => (
            "Chi bộ: thêm, liệt kê, xem, đổi tên, đổi mã, chuyển, sáp nhập, chia tách, giải thể",
            "Cells: add, list, show, rename, recode, move, merge, split, dissolve",
        ),
        "cell rename" => ("Đổi tên một chi bộ từ một ngày", "Rename a cell from a day on"),
        "cell recode" => ("Đổi mã một chi bộ", "Change the code of a cell"),
        "cell move" => ("Chuyển một chi bộ sang đảng bộ khác", "Move a cell to another committee"),
        "cell merge" => (
            "Sáp nhập nhiều chi bộ thành một: một chi bộ trong số đó, hoặc chi bộ mới",
            "Merge cells into one of them, or into a new one",
        ),
        "cell split" => (
            "Chia tách một chi bộ thành nhiều chi bộ; chi bộ cũ có thể giữ lại",
            "Split a cell into several; the old one may stay as one of them",
        ),
        "cell dissolve" => ("Giải thể một chi bộ", "End a cell"),
        "cell add" => ("Thêm một chi bộ", "Add a cell"),
        "cell list" => ("Danh sách các chi bộ", "List the cells"),
        "cell show" => (
            "Xem một chi bộ, quá trình sáp nhập, chia tách và các phân công",
            "Show a cell, its lineage and its assignments",
        ),
        "official" => (
            "Cán bộ: thêm, liệt kê, xem, đổi chức vụ, ghi thôi công tác, đổi mã, xóa họ tên",
            "Officials: add, list, show, post, retire, recode, erase a name",
        ),
        "official post" => (
            "Ghi chức vụ, cơ quan, cơ cấu mới của một cán bộ từ một ngày; mục không nêu giữ nguyên",
            "Record a new title, organisation or category from a day on; what is left out stays",
        ),
        "official retire" => (
            "Ghi một cán bộ thôi được phân công (nghỉ hưu, chuyển công tác) từ một ngày",
            "Retire an official from a day on; his assignments end",
        ),
        "official recode" => ("Đổi mã một cán bộ", "Change the code of an official"),
        "official add" => ("Thêm một cán bộ", "Add an official"),
        "official erase" => (
            "Xóa hẳn họ tên của một cán bộ khỏi sổ; số liệu vẫn giữ nguyên theo mã",
            "Erase an official's name from the file for good; all figures stay, under the code",
        ),
        "official list" => (
            "Danh sách cán bộ theo thứ tự trong thông báo",
            "List the officials in the order of the notice",
        ),
        "official show" => {
            ("Xem một cán bộ và các phân công của người đó", "Show an official and his assignments")
        }
        "assign" => ("Phân công cán bộ dự sinh hoạt một chi bộ", "Assign an official to a cell"),
        "unassign" => ("Thôi phân công một cán bộ ở một chi bộ", "End an assignment"),
        "duty" => (
            "Nghĩa vụ dự: cán bộ phải dự bao nhiêu lần, ở đâu",
            "Duties: how often an official owes visits, and where",
        ),
        "duty add" => (
            "Ghi nghĩa vụ dự của một cán bộ, ví dụ mỗi năm ít nhất 6 lần; không ghi thì cán bộ được phân công dự mỗi tháng một lần",
            "Record a duty, such as at least 6 visits a year; without one an assigned official attends once a month",
        ),
        "duty list" => ("In danh sách nghĩa vụ dự", "List the duties"),
        "duty end" => ("Kết thúc một nghĩa vụ dự từ một ngày", "End a duty from a day on"),
        "gaps" => (
            "Chi bộ cần hỏi, đôn đốc: ghi lại câu trả lời khi văn phòng hỏi",
            "Gaps: note what was answered when the office asked",
        ),
        "gaps note" => (
            "Ghi câu trả lời khi hỏi, đôn đốc một chi bộ, để lần sau hỏi tiếp; in trong report gaps",
            "Note what was answered about a gap, to go on from there the next time; report gaps prints it",
        ),
        "log-meeting" => (
            "Ghi một buổi sinh hoạt chi bộ, hoặc lý do không sinh hoạt",
            "Record a meeting of a cell, or why it was not held",
        ),
        "meeting" => (
            "Các buổi sinh hoạt: ghi lịch, liệt kê, xem, sửa, bỏ",
            "Meetings: plan, list, show, amend, remove",
        ),
        "meeting list" => ("Danh sách các buổi sinh hoạt đã ghi", "List recorded meetings"),
        "meeting show" => ("Xem một buổi sinh hoạt đã ghi", "Show a recorded meeting"),
        "meeting amend" => (
            "Sửa một buổi sinh hoạt đã ghi; mục không nêu giữ nguyên",
            "Amend a recorded meeting; what is not named stays",
        ),
        "meeting remove" => {
            ("Bỏ một buổi sinh hoạt ghi nhầm", "Remove a meeting recorded in error")
        }
        "recommend" => (
            "Kiến nghị của chi bộ: ghi, chuyển, ghi trả lời và kết quả, thông báo lại",
            "Recommendations of cells: add, send, answer, settle, report back",
        ),
        "recommend add" => (
            "Ghi một kiến nghị của chi bộ, nêu tại buổi sinh hoạt hoặc sau đó",
            "Record a recommendation that a cell raised, at a meeting or later",
        ),
        "recommend send" => (
            "Ghi đã chuyển kiến nghị đến cơ quan, đơn vị giải quyết",
            "Record that a recommendation was sent to whoever can settle it",
        ),
        "recommend answer" => (
            "Ghi đã có trả lời (việc chưa xong)",
            "Record an answer, with which the matter is not settled yet",
        ),
        "recommend resolve" => ("Ghi kiến nghị đã giải quyết", "Record that it was resolved"),
        "recommend decline" => (
            "Ghi kiến nghị không được chấp nhận hoặc không giải quyết",
            "Record that it was declined",
        ),
        "recommend report-back" => (
            "Ghi đã thông báo lại kết quả cho chi bộ",
            "Record that the cell was told what became of it",
        ),
        "recommend same" => (
            "Gộp hai kiến nghị là cùng một việc; bước xử lý tính chung, từng chi bộ được thông báo lại riêng",
            "Tie two that are the same matter: steps hold for both, each cell is told by its own",
        ),
        "recommend apart" => (
            "Tách một kiến nghị đã gộp nhầm",
            "Take a recommendation out of the matter that it was tied to",
        ),
        "recommend list" => ("Danh sách kiến nghị", "List the recommendations"),
        "recommend show" => {
            ("Xem một kiến nghị với các bước đã ghi", "Show a recommendation with its steps")
        }
        "recommend amend" => (
            "Sửa một kiến nghị, hoặc một bước của kiến nghị (--step); mục không nêu giữ nguyên",
            "Amend a recommendation, or one step of it (--step); what is not named stays",
        ),
        "recommend remove" => (
            "Bỏ một kiến nghị ghi nhầm, hoặc một bước (--step)",
            "Remove a recommendation recorded in error, or one step of it (--step)",
        ),
        "meeting plan" => (
            "Ghi ngày chi bộ sẽ sinh hoạt (lịch đăng ký), hoặc bỏ lịch đã ghi; đây chưa phải là buổi sinh hoạt",
            "Record the date that a cell announced, or take it away; this is no meeting yet",
        ),
        "log-inspection" => (
            "Ghi một buổi kiểm tra, giám sát chi bộ và cán bộ tham gia; sửa, bỏ, liệt kê",
            "Record an inspection of a cell and who took part; amend, remove, list",
        ),
        "brief" => (
            "Phiếu cho cán bộ trước khi về dự: một chi bộ, hoặc các chi bộ của một cán bộ",
            "The sheet for a visitor before a meeting: of a cell, or of an official's cells",
        ),
        "bulletin" => (
            "Thông tin ngắn để cán bộ phổ biến ở chi bộ: thêm, liệt kê, bỏ",
            "Short items for visitors to bring to their cells: add, list, remove",
        ),
        "bulletin add" => ("Thêm một thông tin của tháng", "Add an item of a month"),
        "bulletin list" => {
            ("Danh sách thông tin theo tháng và lĩnh vực", "List the items by month and area")
        }
        "bulletin remove" => ("Bỏ một thông tin ghi nhầm", "Remove an item recorded in error"),
        "sheet" => (
            "Bảng tháng để các phường, xã điền bằng Excel: lập, đọc vào sổ",
            "The month's workbook, which ward offices fill in: make it, read it back",
        ),
        "sheet make" => (
            "Lập bảng tháng: mỗi đảng bộ một trang, mỗi chi bộ một dòng",
            "Make the workbook of a month: a sheet a committee, a row a cell",
        ),
        "sheet read" => (
            "Đọc các bảng tháng đã điền vào sổ; dòng để trống không phải là vắng, ô để trống không xóa gì trong sổ",
            "Read filled-in month sheets; an empty row is no absence, an empty cell erases nothing on record",
        ),
        "report" => (
            "In báo cáo: tình hình dự sinh hoạt, từng cán bộ, từng đảng bộ, nghĩa vụ dự, chi bộ cần hỏi và đôn đốc, đảng viên dự sinh hoạt, xếp loại, so sánh khi có cán bộ về dự, báo cáo tổng hợp, cơ cấu cán bộ, kết quả xử lý kiến nghị, lịch sinh hoạt",
            "Print a report: coverage, officials, committees, duties, gaps, attendance, quality, effect, summary, composition, recommendations, schedule",
        ),
        "page" => (
            "Trang tổng hợp số liệu của một tháng, quý hoặc năm, có biểu đồ",
            "The figures of a month, quarter or year on one page, with charts",
        ),
        "calendar" => (
            "Lịch sinh hoạt đã đăng ký thành tệp .ics để mở trên điện thoại, Outlook",
            "The announced dates as a file for the calendar of a phone or of Outlook",
        ),
        "close" => (
            "Chốt số liệu của một tháng như đã gửi đi",
            "Close a month: keep its figures as they are sent out",
        ),
        "reopen" => ("Mở lại một tháng đã chốt để sửa", "Open a closed month again"),
        "undo" => (
            "Hoàn tác thao tác mới nhất, hoặc thao tác N; gõ lại lệnh để hoàn tác tiếp",
            "Take back the newest operation, or operation N; again to go further back",
        ),
        "redo" => ("Làm lại thao tác vừa hoàn tác", "Do again what was just undone"),
        "history" => ("Các thao tác đã ghi, mới nhất ở cuối", "What was done, the newest last"),
        "history show" => (
            "Xem một thao tác đã đổi những gì: trước và sau",
            "Show what one operation changed: before and after",
        ),
        "check" => (
            "Kiểm tra sổ: tệp, cấu trúc, chuỗi thao tác, các quy định, các tháng đã chốt",
            "Check the record file: pages, schema, chain of operations, rules, closed months",
        ),
        "backup" => (
            "Sao lưu sổ vào một tệp, kể cả khi người khác đang ghi",
            "Copy the record file to a backup, also while others write",
        ),
        "restore" => (
            "Khôi phục sổ từ bản sao lưu; sổ hiện tại được giữ lại",
            "Bring back a backup; the current file is kept aside",
        ),
        "where" => ("Sổ và tệp cài đặt nằm ở đâu", "Where the record file and the settings are"),
        "help" => (
            "In trợ giúp của một lệnh, hoặc một trang chung, ví dụ: chibo help periods",
            "Print the help of a command, or a page, such as: chibo help periods",
        ),
        "completion" => (
            "In tập lệnh để cửa sổ lệnh tự điền tiếp lệnh, mã chi bộ, cán bộ, tháng khi bấm Tab",
            "Print the script with which a shell completes commands, codes and months",
        ),
        "man" => (
            "Ghi các trang hướng dẫn cho lệnh man của Linux, mỗi lệnh một trang, tiếng Việt và tiếng Anh",
            "Write the pages for man, one a command, in Vietnamese and English",
        ),
        "config" => ("Xem hoặc đổi cài đặt", "Show or change the settings"),
        _ => return None,
    };
    Some(lang.pick(vi, en))
}

/// What an option or argument is for, by command path and name. Options of the same name and meaning in
/// several commands have one text.
pub fn argument(path: &str, name: &str, lang: Lang) -> Option<String> {
    let (vi, en): Both = special(path, name).or_else(|| common(name))?;
    Some(with_words(lang.pick(vi, en), lang))
}

/// A text with the words of fixed lists in the places of their names.
fn with_words(text: &str, lang: Lang) -> String {
    let mut text = text.to_owned();
    let mut put = |name: &str, words: fn(Lang) -> String| {
        if text.contains(name) {
            text = text.replace(name, &words(lang));
        }
    };
    put("{TOPICS}", |_| Topic::ALL.iter().map(|t| t.key()).collect::<Vec<_>>().join(", "));
    put("{MEETING_KINDS}", words::<MeetingKind>);
    put("{ABSENCE_REASONS}", words::<AbsenceReason>);
    put("{NOT_HELD_REASONS}", words::<NotHeldReason>);
    put("{COMMITTEE_KINDS}", words::<CommitteeKind>);
    put("{CELL_KINDS}", words::<CellKind>);
    put("{GRADES}", words::<Grade>);
    put("{AREAS}", words::<Area>);
    put("{INSPECTION_KINDS}", words::<InspectionKind>);
    text
}

/// The words of a fixed list as they can be typed: in Vietnamese the label with the shorter key.
fn words<T: Labelled>(lang: Lang) -> String {
    let word = |value: &T| match lang.language {
        Language::Vi => format!("{} ({})", value.lower(lang), value.key()),
        Language::En => value.key().to_owned(),
    };
    let between = lang.pick("; ", ", ");
    T::ALL.iter().map(word).collect::<Vec<_>>().join(between)
}

fn special(path: &str, name: &str) -> Option<Both> {
    Some(match (path, name) {
        ("init", "office") => {
            ("Tên văn phòng, in trên đầu báo cáo", "The office's name, printed above reports")
        }
        ("import", "excel") => (
            "Tệp mẫu mở được ngay bằng Excel, tiêu đề theo ngôn ngữ đang dùng",
            "Templates that Excel opens, with headings in the language in use",
        ),
        ("import", "amend") => {
            ("Cho phép thay giá trị đã ghi khác với tệp", "Let the files change what is on record")
        }
        ("import", "columns") => (
            "Tiêu đề lạ là cột nào: \"Ngày họp=held_on,Điện thoại=\" (để trống: bỏ qua cột), hoặc tên đã lưu bằng --columns-as",
            "Which column a heading is: \"Ngày họp=held_on,Phone=\" (empty: leave the column out), or a name kept by --columns-as",
        ),
        ("import", "columns_as") => (
            "Lưu các tên cột của --columns dưới tên này để lần sau dùng lại",
            "Keep what --columns says under this name, for another time",
        ),
        ("import", "encoding") => (
            "Bảng mã của tệp không phải Unicode: tcvn3, vni, windows-1258",
            "The encoding of files that are not Unicode: tcvn3, vni, windows-1258",
        ),
        ("export", "folder") => (
            "Thư mục để ghi; nếu chưa có thì được lập",
            "The folder to write into; made if it is not there",
        ),
        ("man", "folder") => (
            "Thư mục để ghi, ví dụ ~/.local/share/man; nếu chưa có thì được lập",
            "The folder to write into, such as ~/.local/share/man; made if it is not there",
        ),
        ("export", "force") => {
            ("Thay bản xuất trước đây trong thư mục đó", "Replace an earlier export in that folder")
        }
        ("official add", "cell") => (
            "Chi bộ nơi cán bộ sinh hoạt đảng (nếu văn phòng có theo dõi): phân công về đúng chi bộ đó thì được nhắc",
            "The cell that he belongs to himself, if the office keeps it: an assignment to it is remarked",
        ),
        ("duty add", "cell") => ("Ở chi bộ này", "To this cell"),
        ("duty add", "committee") => ("Ở các chi bộ của đảng bộ này", "Within this committee"),
        ("duty add", "all") => ("Ở bất kỳ chi bộ nào", "Anywhere"),
        ("duty end", "cell") => ("Nghĩa vụ ở chi bộ này", "The duty to this cell"),
        ("duty end", "committee") => ("Nghĩa vụ ở đảng bộ này", "The duty within this committee"),
        ("duty end", "all") => ("Nghĩa vụ ở bất kỳ chi bộ nào", "The duty anywhere"),
        ("duty add", "each") => (
            "Mỗi chi bộ trong phạm vi đều phải dự đủ số lần đó",
            "So many visits to every cell of the scope",
        ),
        ("duty add", "amend") => (
            "Nghĩa vụ cũ ghi nhầm: thay bằng nghĩa vụ này",
            "The old duty was a mistake: this one stands in its place",
        ),
        ("duty add", "until") => {
            ("Thôi từ ngày: ngày đầu tiên không còn hiệu lực", "The first day that no longer holds")
        }
        ("duty list", "on") => {
            ("Danh sách vào ngày này (mặc định hôm nay)", "The list on this day (default: today)")
        }
        ("duty list", "as_of") => {
            ("Danh sách vào ngày này, như --on", "The list on this day, as --on")
        }
        ("duty end", "on") => {
            ("Ngày đầu tiên không còn hiệu lực", "The first day that no longer holds")
        }
        ("assign", "amend") => (
            "Phân công cũ ghi nhầm: thay bằng phân công này",
            "The old assignment was a mistake: this one stands in its place",
        ),
        ("assign", "list") => ("In danh sách phân công", "Print who is assigned where"),
        ("assign", "on") => {
            ("Danh sách vào ngày này (mặc định hôm nay)", "The list on this day (default: today)")
        }
        ("unassign", "on") => (
            "Ngày đầu tiên không còn phân công (thôi từ ngày)",
            "The first day that no longer holds",
        ),
        ("log-meeting", "reason") => (
            "Lý do vắng: {ABSENCE_REASONS}; hoặc cho từng người TUV-07=duty;TUV-09=leave. Với --not-held: {NOT_HELD_REASONS}",
            "Why absent: {ABSENCE_REASONS}; or one by one TUV-07=duty;TUV-09=leave. With --not-held: {NOT_HELD_REASONS}",
        ),
        ("log-meeting" | "meeting amend", "on") => ("Ngày sinh hoạt", "The day it was held"),
        ("log-meeting", "day") => (
            "Ngày sinh hoạt, ví dụ 5/10: không ghi năm thì là ngày 5/10 gần nhất, không sau hôm nay",
            "The day it was held, such as 5/10: without a year the latest such day not after today",
        ),
        ("log-meeting", "numbers") => (
            "Số có mặt/tổng số, ví dụ 20/25; cán bộ được phân công đã dự, trừ khi ghi khác",
            "Members present/all members, such as 20/25; the assigned visitor came unless something else is said",
        ),
        ("log-meeting", "all") => (
            "Hỏi lần lượt từng chi bộ chưa có báo cáo của tháng (--period; mặc định tháng đến hạn); Esc để dừng, gõ lại lệnh để ghi tiếp",
            "Ask for every due cell without a record of the month (--period; default: the month that is due); Esc leaves, the same command takes it up again",
        ),
        ("log-meeting", "period") => (
            "Tháng mà buổi sinh hoạt tính cho, nếu không phải tháng của ngày sinh hoạt",
            "The month it stands for, if not that of its day",
        ),
        ("log-meeting", "report_back") => (
            "Mã kiến nghị đã thông báo lại cho chi bộ tại buổi này, ghi nhiều lần nếu nhiều",
            "Code of a recommendation of which the cell was told at this meeting, repeat for several",
        ),
        ("recommend add", "text") => (
            "Nội dung kiến nghị, tối đa 200 ký tự; không ghi tên đảng viên",
            "What the cell asks for, at most 200 characters; no names of members",
        ),
        ("recommend add", "period") => (
            "Tháng (mặc định: tháng của --on, nếu không có thì tháng của buổi sinh hoạt mới nhất)",
            "The month (default: that of --on, else that of the cell's newest meeting)",
        ),
        ("recommend add" | "recommend amend", "on") => (
            "Ngày nêu; với --step: ngày của bước",
            "The day it was raised; with --step that of the step",
        ),
        ("recommend add", "own_code") => (
            "Mã kiến nghị (mặc định: mã tiếp theo, KN-2018-001)",
            "Its code (default: the next one, KN-2018-001)",
        ),
        ("recommend report-back", "on") => (
            "Ngày thông báo lại (mặc định: buổi sinh hoạt mới nhất kể từ khi có trả lời, nếu không có thì hôm nay)",
            "The day the cell was told (default: its newest meeting since the answer, else today)",
        ),
        (
            "recommend send" | "recommend answer" | "recommend resolve" | "recommend decline",
            "on",
        ) => ("Ngày của bước này (mặc định: hôm nay)", "The day of this step (default: today)"),
        ("recommend same", "other") => {
            ("Kiến nghị kia: cùng một việc", "The other one, which is the same matter")
        }
        ("recommend amend", "text") => (
            "Nội dung đúng; với --step: nội dung trả lời của bước; không ghi tên đảng viên",
            "The right text; with --step that of the step; no names of members",
        ),
        ("recommend amend", "to") => {
            ("Nơi nhận đúng của bước (cần --step)", "To whom the step went in truth (needs --step)")
        }
        ("recommend amend", "period") => ("Tháng đúng", "The right month"),
        ("recommend list", "period") => {
            ("Chỉ kiến nghị nêu trong các tháng này", "Only those raised for these months")
        }
        ("meeting amend", "reason") => (
            "Lý do vắng, hoặc với --not-held lý do không sinh hoạt",
            "Why absent, or with --not-held why it was not held",
        ),
        ("meeting amend", "not_held") => {
            ("Thực ra không sinh hoạt (cần --reason)", "It was not held after all (needs --reason)")
        }
        ("report", "filed") => (
            "In bản đã chốt của tháng, đúng như khi chốt; chỉ dùng với coverage",
            "Print the month as it was filed, byte for byte; of coverage only",
        ),
        ("report", "diff") => (
            "So với bản đã chốt (filed), một thao tác hoặc một thời điểm: dòng nào đổi, do thao tác nào; chỉ dùng với coverage",
            "Compare with what was filed (filed), an operation or a moment: which rows changed, and by which operations; of coverage only",
        ),
        ("sheet make", "output") => {
            ("Tệp Excel cần lập, ví dụ thang-7.xlsx", "The workbook to be made, such as july.xlsx")
        }
        ("sheet read", "files") => (
            "Các bảng đã điền, một hoặc nhiều tệp",
            "The sheets that were filled in, one file or several",
        ),
        ("sheet read", "take") => (
            "Khi sổ đã ghi khác bảng: sheet (lấy theo bảng), record (giữ theo sổ); từng chi bộ: P1-02=sheet",
            "Where the record differs: sheet (take the sheet's values), record (keep the record's); for one cell: P1-02=sheet",
        ),
        ("import", "period") => (
            "Với --template: meetings.csv có sẵn mỗi chi bộ một dòng của tháng này",
            "With --template: meetings.csv has a row for each cell of this month",
        ),
        ("close" | "reopen" | "sheet make", "period") => {
            ("Tháng: 7/2018, last", "The month: 7/2018, last")
        }
        ("close", "document") => (
            "Số văn bản gửi số liệu đi",
            "Number of the document with which the figures are sent out",
        ),
        ("reopen", "reason") => (
            "Vì sao mở lại, ghi trong lịch sử; không ghi tên đảng viên",
            "Why, for the history; no names of members",
        ),
        (
            "committee rename" | "cell rename" | "official post" | "cell move" | "cell merge"
            | "cell split",
            "on",
        ) => ("Ngày bắt đầu có hiệu lực", "The first day on which it holds"),
        ("official retire", "on") => (
            "Thôi công tác từ ngày: ngày đầu tiên không còn công tác",
            "The first day on which the official is no longer active",
        ),
        ("cell dissolve" | "committee dissolve", "on") => (
            "Kết thúc từ ngày: ngày đầu tiên không còn hoạt động",
            "The first day on which it is no longer there",
        ),
        ("committee rename" | "cell rename", "name") => ("Tên mới", "The new name"),
        ("committee recode" | "cell recode" | "official recode", "code") => (
            "Mã mới; mã của đơn vị hoặc người khác, dù trước đây, không dùng được",
            "The new code; one that another record ever had cannot be used",
        ),
        ("official post", "title" | "organisation" | "category") => match name {
            "title" => ("Chức vụ mới; \"\" là bỏ trống", "The new title; \"\" empties it"),
            "organisation" => {
                ("Cơ quan mới; \"\" là bỏ trống", "The new organisation; \"\" empties it")
            }
            _ => ("Cơ cấu mới; \"\" là bỏ trống", "The new category; \"\" empties it"),
        },
        ("official retire", "yes") => (
            "Đồng ý kết thúc các phân công, không hỏi",
            "Agree that his assignments end, without being asked",
        ),
        ("close", "backup") => (
            "Chốt xong, sao lưu sổ vào tệp này",
            "Once it is closed, copy the record file to this backup",
        ),
        ("close", "output") => (
            "Chốt xong, ghi số liệu đã chốt vào tệp này; định dạng theo đuôi tệp",
            "Once it is closed, write the filed figures into this file; its ending says the format",
        ),
        ("cell merge", "yes") => (
            "Đồng ý sáp nhập vào chi bộ khác loại hoặc khác đảng bộ",
            "Agree to merge into a cell of another kind or committee",
        ),
        ("cell merge", "cells") => (
            "Các chi bộ sáp nhập, kể cả chi bộ giữ lại: mã hoặc tên",
            "The cells to be merged, with the one that stays: codes or names",
        ),
        ("cell merge", "into") => (
            "Chi bộ giữ lại (mã), hoặc chi bộ mới ghi \"MÃ=TÊN\"; ghi MÃ=TÊN cho chi bộ giữ lại là đổi tên",
            "The one that stays (its code), or a new one written \"CODE=NAME\"; with a name the one that stays is renamed",
        ),
        ("cell split", "into") => (
            "Các chi bộ sau khi tách: chi bộ mới ghi \"MÃ=TÊN\"; nêu cả mã chi bộ cũ nếu giữ lại",
            "The cells it becomes: a new one written \"CODE=NAME\"; the old code too, if that cell stays",
        ),
        ("cell merge" | "cell split", "kind") => (
            "Loại của chi bộ mới, nếu khác chi bộ cũ: {CELL_KINDS}",
            "Kind of a new cell, if not that of the old: {CELL_KINDS}",
        ),
        ("cell merge" | "cell split", "committee") => (
            "Đảng bộ của chi bộ mới, nếu khác chi bộ cũ",
            "Committee of a new cell, if not that of the old",
        ),
        ("cell move", "to") => {
            ("Đảng bộ tiếp nhận: mã hoặc tên", "The committee it goes to: code or name")
        }
        ("committee dissolve", "cells_to") => (
            "Đảng bộ tiếp nhận các chi bộ: mã hoặc tên",
            "The committee to which its cells go: code or name",
        ),
        ("meeting remove", "reason") => (
            "Vì sao bỏ, ghi trong lịch sử; không ghi tên đảng viên",
            "Why, for the history; no names of members",
        ),
        ("meeting list", "kind") => {
            ("Chỉ loại này: {MEETING_KINDS}", "Only this kind: {MEETING_KINDS}")
        }
        ("committee add", "kind") => ("Loại: {COMMITTEE_KINDS}", "Kind: {COMMITTEE_KINDS}"),
        ("cell add", "kind") => ("Loại: {CELL_KINDS}", "Kind: {CELL_KINDS}"),
        ("cell add", "committee") => (
            "Đảng bộ mà chi bộ trực thuộc: mã hoặc tên",
            "The committee it belongs to: code or name",
        ),
        ("committee list" | "cell list" | "official list", "all") => {
            ("Kể cả mục đã kết thúc", "Also those that are no more")
        }
        ("history" | "meeting list" | "recommend list", "all") => {
            ("In tất cả, không chỉ 20 mục mới nhất", "Print all of them, not only the newest 20")
        }
        ("committee list" | "cell list" | "official list", "as_of") => {
            ("Xem vào ngày này (mặc định hôm nay)", "As of this day (default: today)")
        }
        ("committee show" | "cell show" | "official show", "as_of") => {
            ("Chỉ những gì có hiệu lực vào ngày này", "Only what was in force on this day")
        }
        ("meeting list", "as_of") => {
            ("Chỉ các buổi tính đến ngày này", "Only meetings up to this day")
        }
        ("assign", "as_of") => {
            ("Danh sách vào ngày này, như --on", "The list on this day, as --on")
        }
        ("report", "kind") => (
            "coverage: tình hình dự (mặc định); officials: kết quả của từng cán bộ; committees: số liệu của từng đảng bộ; duties: thực hiện nghĩa vụ dự; gaps: chi bộ cần hỏi, đôn đốc, vì chưa có cán bộ được phân công về dự (một tháng); attendance: đảng viên dự sinh hoạt; quality: điểm, xếp loại, chuyên đề; effect: so sánh buổi có và không có cán bộ về dự; summary: báo cáo tổng hợp của quý, nửa năm, năm; composition: cơ cấu cán bộ được phân công; recommendations: kết quả xử lý kiến nghị; schedule: lịch sinh hoạt của tháng",
            "coverage: did every cell get its assigned visitor (default); officials: how each of them came; committees: the figures of each; duties: what became of duties; gaps: what is missing, by whom to ask (one month); attendance: members present; quality: scores, grades, themes; effect: meetings with and without a visitor; summary: the review of a quarter, half-year or year; composition: categories of the assigned officials; recommendations: what became of them; schedule: the announced dates of a month",
        ),
        ("meeting amend", "late") => (
            "Sửa báo cáo bổ sung của tháng đã chốt; số liệu đã chốt giữ nguyên",
            "Amend a late record of a closed month; the filed figures stay",
        ),
        ("report", "as_of") => (
            "Tính đến ngày này; với composition: ngày tính cơ cấu",
            "As seen on this day; with composition: the day that is counted",
        ),
        ("report", "period") => (
            "Tháng, quý, nửa năm hoặc năm, như 7/2018, 2018-Q3 (mặc định tháng gần nhất đã kết thúc; recommendations: mọi tháng; schedule: tháng này)",
            "One month or several such as 2018-Q3 (default: the last complete month; of recommendations all; of schedule this month)",
        ),
        ("calendar", "period") => (
            "Tháng, quý hoặc nhiều tháng (mặc định tháng này và tháng sau)",
            "One month or several (default: this month and the next)",
        ),
        ("calendar", "output") => {
            ("Ghi vào tệp này, ví dụ lich.ics", "Write to this file, such as meetings.ics")
        }
        ("calendar", "official") => (
            "Chỉ các buổi cán bộ này được mời dự: mã hoặc họ tên",
            "Only meetings to which this official is asked: code or full name",
        ),
        ("log-inspection", "on") => ("Ngày kiểm tra, giám sát", "The day on which it took place"),
        ("log-inspection", "kind") => (
            "Hình thức: {INSPECTION_KINDS} (mặc định kiểm tra; với --list: chỉ hình thức này)",
            "Kind: {INSPECTION_KINDS} (default: inspection; with --list: only this kind)",
        ),
        ("log-inspection", "document") => (
            "Số quyết định hoặc thông báo, ví dụ 12-QĐ/UBKT; \"\" là bỏ trống. Kết luận và kỷ luật không ghi ở đây",
            "Number of the decision or notice, such as 12-QĐ/UBKT; \"\" empties it. Findings and discipline are never recorded here",
        ),
        ("log-inspection", "official") => (
            "Cán bộ tham gia: mã hoặc họ tên, ghi nhiều lần nếu nhiều người, none là không có; với --list: chỉ cán bộ này",
            "Who took part: code or full name, repeat for several, none for nobody; with --list: only this official",
        ),
        ("log-inspection", "amend") => (
            "Sửa buổi đã ghi; mục không nêu giữ nguyên",
            "Amend one on record; what is not named stays",
        ),
        ("log-inspection", "remove") => ("Bỏ buổi ghi nhầm", "Remove one recorded in error"),
        ("log-inspection", "list") => (
            "In danh sách (--period, --cell, --official, --kind)",
            "Print the list (--period, --cell, --official, --kind)",
        ),
        ("log-inspection", "period") => {
            ("Với --list: chỉ các tháng này", "With --list: only these months")
        }
        ("log-inspection", "of_cell") => {
            ("Với --list: chỉ chi bộ này, mã hoặc tên", "With --list: only this cell, code or name")
        }
        ("log-inspection", "as_of") => {
            ("Với --list: tính đến ngày này", "With --list: up to this day")
        }
        ("brief", "of") => (
            "Mã hoặc tên chi bộ, hoặc mã hoặc tên cán bộ",
            "Code or name of a cell, or of an official",
        ),
        ("brief", "period") => {
            ("Tháng về dự (mặc định: tháng này)", "The month of the visit (default: this month)")
        }
        ("bulletin add", "text") => (
            "Nội dung ngắn, tối đa 500 ký tự; không ghi tên đảng viên",
            "The item in short, at most 500 characters; no names of members",
        ),
        ("bulletin add", "area") => ("Lĩnh vực: {AREAS}", "Area: {AREAS}"),
        ("bulletin list", "area") => ("Chỉ lĩnh vực này: {AREAS}", "Only this area: {AREAS}"),
        ("bulletin add", "period") => (
            "Tháng phổ biến (mặc định tháng này)",
            "The month in which it is to be told (default: this month)",
        ),
        ("bulletin add", "source") => (
            "Nguồn: cơ quan hoặc văn bản, không ghi tên đảng viên",
            "Where it comes from: a body or a document, no names of members",
        ),
        ("bulletin list", "period") => ("Chỉ các tháng này", "Only these months"),
        ("bulletin remove", "number") => (
            "Số của thông tin, xem ở chibo bulletin list",
            "The number of the item, as in chibo bulletin list",
        ),
        ("meeting plan", "on") => {
            ("Ngày chi bộ sẽ sinh hoạt", "The day on which the cell is to meet")
        }
        ("meeting plan", "period") => (
            "Tháng mà buổi sinh hoạt tính cho, nếu không phải tháng của ngày đó",
            "The month it stands for, if not that of the day",
        ),
        ("meeting plan", "remove") => (
            "Bỏ lịch đã ghi của tháng (cần --period)",
            "Take the plan of the month away (needs --period)",
        ),
        ("meeting show" | "meeting amend" | "meeting remove", "period") => (
            "Tháng: 7/2018, T7/2018, 2018-07, this, last (mặc định tháng mới nhất đã ghi của chi bộ)",
            "Month: 7/2018, T7/2018, 2018-07, this, last (default: the newest that the cell has on record)",
        ),
        ("meeting amend" | "recommend amend", "right_cell") => (
            "Chi bộ đúng, nếu ghi nhầm chi bộ: mã hoặc tên",
            "The right cell, if it was recorded for the wrong one: code or name",
        ),
        ("meeting list", "period") => ("Chỉ các tháng này", "Only these months"),
        ("report", "committee") => (
            "Chỉ đảng bộ này: mã hoặc tên; không dùng với composition",
            "Only this committee: code or name; not of composition",
        ),
        ("report", "cell") => (
            "Chỉ chi bộ này: mã hoặc tên; không dùng với composition",
            "Only this cell: code or name; not of composition",
        ),
        ("meeting list" | "calendar" | "cell list" | "sheet make", "committee") => {
            ("Chỉ đảng bộ này: mã hoặc tên", "Only this committee: code or name")
        }
        ("meeting list" | "recommend list" | "calendar", "cell") => {
            ("Chỉ chi bộ này: mã hoặc tên", "Only this cell: code or name")
        }
        ("gaps note", "text") => (
            "Câu trả lời, ngắn gọn; không ghi họ tên đảng viên",
            "What was answered, in short; no names of members",
        ),
        ("gaps note", "period") => (
            "Tháng được hỏi: 7/2018, T7/2018, 2018-07, this, last (mặc định tháng gần nhất đã kết thúc)",
            "The month asked about: 7/2018, T7/2018, 2018-07, this, last (default: the last complete month)",
        ),
        ("gaps note", "on") => {
            ("Ngày trả lời (mặc định hôm nay)", "The day of the answer (default: today)")
        }
        ("gaps note", "take_out") => {
            ("Bỏ câu trả lời đã ghi của ngày đó", "Take out what was noted of that day")
        }
        ("recommend remove", "why") => {
            ("Lý do bỏ, lưu trong lịch sử", "Why it is removed, kept in the history")
        }
        ("official erase", "reason") => {
            ("Lý do xóa, không nêu họ tên", "Why it is erased, without the name")
        }
        ("check", "expect") => (
            "Mã đối chiếu trên văn bản đã ký; phải là của một thao tác còn nguyên vẹn",
            "The fingerprint on the signed paper; it must be that of an operation that still holds",
        ),
        ("backup", "file") => (
            "Tệp sao lưu sẽ ghi, ví dụ E:\\chibo-2018-08.db",
            "The backup to be written, such as E:\\chibo-2018-08.db",
        ),
        ("backup", "force") => (
            "Ghi đè bản sao lưu cũ; không ghi đè tệp nào khác",
            "Overwrite an older backup; no other file is ever overwritten",
        ),
        ("restore", "file") => ("Bản sao lưu cần khôi phục", "The backup to bring back"),
        ("report", "official") => (
            "Chỉ cán bộ này: mã hoặc họ tên; dùng với coverage, officials, duties, schedule",
            "Only this official: code or full name; of coverage, officials, duties, schedule",
        ),
        ("history", "cell") => (
            "Chỉ thao tác động đến chi bộ này: mã hoặc tên",
            "Only operations that touched this cell: code or name",
        ),
        ("history", "official") => (
            "Chỉ thao tác động đến cán bộ này: mã hoặc họ tên",
            "Only operations that touched this official: code or full name",
        ),
        ("history", "period") => (
            "Chỉ thao tác động đến buổi sinh hoạt, kiến nghị của các tháng này",
            "Only operations that touched meetings or recommendations of these months",
        ),
        ("history", "since") => (
            "Chỉ thao tác ghi từ ngày này, theo giờ của máy",
            "Only operations recorded on this day or later, local time",
        ),
        ("history show", "number") => {
            ("Số thao tác, xem ở chibo history", "The operation, by its number in chibo history")
        }
        ("undo", "number") => (
            "Số thao tác cần hoàn tác, xem ở chibo history (mặc định: mới nhất)",
            "The operation to take back, by its number in chibo history (default: the newest)",
        ),
        ("config", "value") => ("Giá trị mới", "The new value"),
        _ => return None,
    })
}

fn common(name: &str) -> Option<Both> {
    Some(match name {
        "db" => ("Sổ cần dùng (CHIBO_DB)", "The record file (CHIBO_DB)"),
        "lang" => ("Ngôn ngữ: vi, en (CHIBO_LANG)", "Language: vi, en (CHIBO_LANG)"),
        "today" => (
            "Lấy ngày này làm hôm nay, để in lại báo cáo cũ (CHIBO_TODAY)",
            "The date that stands for today, to print anything again (CHIBO_TODAY)",
        ),
        "actor" => (
            "Người ghi (CHIBO_ACTOR); mặc định tên đăng nhập",
            "Who does it (CHIBO_ACTOR); default: the login name",
        ),
        "color" => ("Màu: auto, always, never", "Colour: auto, always, never"),
        "no_pager" => (
            "In thẳng bảng dài ra màn hình, không qua chương trình xem từng trang (CHIBO_PAGER, PAGER)",
            "Print long tables at once, not through a pager (CHIBO_PAGER, PAGER)",
        ),
        "error_format" => (
            "Lỗi và lời báo in ra dạng: text, json (mỗi dòng một đối tượng, cho chương trình đọc)",
            "What is said on standard error: text, json (an object a line, for programs)",
        ),
        "help" => ("In trợ giúp", "Print help"),
        "version" => ("In phiên bản", "Print the version"),
        "format" => (
            "Định dạng: table, csv, json, xlsx, docx, html (trang để xem), markdown, text (để dán vào tin nhắn)",
            "Format: table, csv, json, xlsx, docx, html (a page to look at), markdown, text (for a message)",
        ),
        "output" => (
            "Ghi vào tệp này; đuôi .html, .docx, .xlsx, .csv, .json, .md, .txt quyết định định dạng",
            "Write to this file; its ending .html, .docx, .xlsx, .csv, .json, .md or .txt decides the format",
        ),
        "open_it" => (
            "Mở ngay tệp vừa ghi; không có -o thì mở một trang tạm",
            "Open what was written; without -o a page made for it",
        ),
        "excel" => ("CSV để mở bằng Excel", "CSV to be opened by Excel"),
        "dry_run" => ("Chỉ cho biết sẽ làm gì, không ghi", "Say what would happen, change nothing"),
        "records_from" => ("Tháng đầu tiên của sổ", "The first month that reports count"),
        "paths" => {
            ("Thư mục, tệp CSV hoặc Excel (.xlsx)", "Folders, CSV files or workbooks (.xlsx)")
        }
        "template" => {
            ("Ghi các tệp mẫu trống vào thư mục này", "Write blank template files into this folder")
        }
        "code" => ("Mã, ví dụ P1-02", "Code, such as P1-02"),
        "name" => ("Tên", "Name"),
        "founded" => (
            "Ngày thành lập; bỏ trống nếu có từ trước",
            "The first day of its life; leave out if it was always there",
        ),
        "regular_day" => (
            "Ngày sinh hoạt thường kỳ trong tháng, 1 đến 31",
            "The day of the month on which it usually meets, 1 to 31",
        ),
        "title" => ("Chức vụ", "Title"),
        "organisation" => ("Cơ quan", "Organisation"),
        "category" => ("Cơ cấu: mã hoặc tên", "Category: code or label"),
        "active_from" => {
            ("Ngày bắt đầu có thể được phân công", "The first day on which he can be assigned")
        }
        "order" => ("Thứ tự trong thông báo", "Position in the notice"),
        "cell" => (
            "Chi bộ: mã hoặc tên, ví dụ P1-02 hoặc “Khu phố 2, Phường 1”",
            "Cell: code or name, such as P1-02 or “Khu phố 2, Phường 1”",
        ),
        "official" => (
            "Cán bộ: mã hoặc họ tên, không cần dấu",
            "Official: code or full name, accents not needed",
        ),
        "committee" => ("Đảng bộ: mã hoặc tên", "Committee: code or name"),
        "from" => ("Ngày bắt đầu", "The first day"),
        "until" => (
            "Thôi từ ngày: ngày đầu tiên không còn phân công",
            "The first day that no longer holds",
        ),
        "document" => ("Số văn bản, ví dụ 143-TB/TU", "Number of the document, such as 143-TB/TU"),
        "document_date" => ("Ngày văn bản", "Date of the document"),
        "issuer" => ("Cơ quan ban hành", "Who issued it"),
        "replace" => (
            "Thay cán bộ đang được phân công, người đó thôi từ ngày --from",
            "Take over from the assigned visitor, who is no longer assigned from --from",
        ),
        "times" => (
            "Phải dự ít nhất bao nhiêu lần (mặc định 1)",
            "How many visits are owed at least (default: 1)",
        ),
        "per" => (
            "Trong mỗi tháng, quý, nửa năm hay năm: month, quarter, half, year",
            "In each month, quarter, half-year or year: month, quarter, half, year",
        ),
        "mode" => (
            "Khi nhiều cán bộ cùng được phân công một chi bộ: each = từng người đều phải dự, any = theo tổ, một người dự là đủ; kèm --amend thì đổi cho cả tổ",
            "Where several are assigned to a cell: each = every one of them owes the visit, any = a team, one of them will do; with --amend it is changed for all of them",
        ),
        "also" => (
            "Phân công thêm, cùng lúc với người đang được phân công",
            "Assign besides the one assigned already",
        ),
        "period" => (
            "Tháng: 7/2018, T7/2018, 2018-07, this, last",
            "Month: 7/2018, T7/2018, 2018-07, this, last",
        ),
        "kind" => ("Loại: {MEETING_KINDS}", "Kind: {MEETING_KINDS}"),
        "not_held" => (
            "Không sinh hoạt (cần --period và --reason)",
            "It was not held (needs --period and --reason)",
        ),
        "visitor" => (
            "Người dự: mã hoặc họ tên, ghi nhiều lần nếu nhiều người; assigned (được phân công) là cán bộ được phân công",
            "Who came: code or name, repeat for several; assigned is the assigned visitor",
        ),
        "no_visitor" => ("Không có cán bộ nào dự", "No visitor came"),
        "total" => ("Tổng số đảng viên", "Members in all"),
        "exempt" => {
            ("Số đảng viên được miễn sinh hoạt (không dự)", "Members exempt and not present")
        }
        "away" => ("Số đảng viên sinh hoạt tạm thời nơi khác", "Members away"),
        "present" => ("Số có mặt", "Members present"),
        "excused" => ("Số vắng có lý do", "Members excused"),
        "remarks" => ("Số ý kiến phát biểu", "How many remarks were made"),
        "prepared" => (
            "Chi ủy có họp trước không: yes, no",
            "Whether the cell committee met beforehand: yes, no",
        ),
        "at" => (
            "Giờ: 19:30, 19h30, 19h; \"\" là bỏ trống; không nêu thì giữ như lịch đã ghi",
            "The hour: 19:30, 19h30, 19h; \"\" empties it; left out, it stays as it was planned",
        ),
        "place" => (
            "Địa điểm ngắn, không ghi tên đảng viên; \"\" là bỏ trống; không nêu thì giữ như lịch đã ghi",
            "The place in short, no names of members; \"\" empties it; left out, it stays as it was planned",
        ),
        "theme" => ("Chuyên đề; không ghi tên đảng viên", "Theme; no names of members"),
        "score" => ("Điểm chi bộ tự chấm, 0 đến 100", "The cell's own score, 0 to 100"),
        "confirmed_score" => ("Điểm được công nhận, 0 đến 100", "The confirmed score, 0 to 100"),
        "grade" => ("Xếp loại: {GRADES}", "Grade: {GRADES}"),
        "minutes_no" => ("Số biên bản", "Number of the minutes"),
        "note" => ("Ghi chú ngắn; không ghi tên đảng viên", "Short note; no names of members"),
        "recommend" => (
            "Kiến nghị của chi bộ, ghi nhiều lần nếu nhiều; không ghi tên đảng viên",
            "A recommendation of the cell, repeat for several; no names of members",
        ),
        "id" => {
            ("Mã kiến nghị, ví dụ KN-2018-001", "Code of the recommendation, such as KN-2018-001")
        }
        "to" => ("Cơ quan, đơn vị nhận", "The office that it went to"),
        "text" => (
            "Nội dung trả lời, ngắn; không ghi tên đảng viên",
            "What the answer says, short; no names of members",
        ),
        "step" => (
            "Số của bước, xem ở chibo recommend show",
            "The number of the step, as chibo recommend show has it",
        ),
        "open" => ("Chỉ kiến nghị chưa xử lý xong", "Only those that are not settled"),
        "settled" => {
            ("Chỉ kiến nghị đã giải quyết hoặc không giải quyết", "Only those resolved or declined")
        }
        "to_report_back" => (
            "Chỉ kiến nghị đã có trả lời mà chi bộ chưa được thông báo lại",
            "Only those answered of which the cell has not been told",
        ),
        "area" => ("Lĩnh vực của kiến nghị: {AREAS}", "Area of the recommendations: {AREAS}"),
        "held_day" => (
            "Ngày sinh hoạt, khi tháng có nhiều buổi",
            "The day it was held, where a month has several",
        ),
        "new_period" => (
            "Tháng đúng, nếu đã ghi nhầm tháng",
            "The right month, if it was recorded for the wrong one",
        ),
        "clear" => (
            "Xóa trắng một mục: reason, counts, remarks, prepared, theme, score, confirmed-score, grade, minutes-no, note",
            "Empty a value: reason, counts, remarks, prepared, theme, score, confirmed-score, grade, minutes-no, note",
        ),
        "check" => (
            "Kết thúc với mã 5 (dùng cho chương trình tự động) nếu còn việc phải làm – coverage: còn chi bộ chưa có cán bộ được phân công về dự; duties: còn nghĩa vụ chưa đạt; gaps: còn chi bộ có thể ghi bổ sung; recommendations: có kiến nghị chưa chuyển, hoặc đã có trả lời mà chi bộ sinh hoạt sau đó chưa được thông báo lại; schedule: có chi bộ chưa đăng ký ngày. Báo cáo khác không dùng",
            "End with status 5: of coverage, if any cell has a gap; of duties, if one is short; of gaps, if any can still be put right; of recommendations, if one was not sent to anybody, or was answered and its cell met since without being told; of schedule, if a cell has announced no date. Other reports do not take it",
        ),
        "explain" => (
            "Nêu quy tắc của từng kết quả và ai được tính trong từng số liệu; chỉ dùng với coverage",
            "Say by which rule each result came, and who is counted in each figure; of coverage only",
        ),
        "key" => (
            "Cài đặt: office, records_from, sample; trên văn bản: upper_body (cơ quan cấp trên), document_code (ký hiệu, như VPTU), place_of_issue (địa danh), on_behalf (như T/M BAN THƯỜNG VỤ), signer_post (chức vụ người ký), recipients (nơi nhận, cách nhau bằng dấu ;); db, lang, actor, color",
            "Setting: office, records_from, sample; on papers: upper_body (the body above), document_code (such as VPTU), place_of_issue, on_behalf (such as T/M BAN THƯỜNG VỤ), signer_post, recipients (separated by ;); db, lang, actor, color",
        ),
        "shell" => ("bash, zsh, fish hoặc powershell", "bash, zsh, fish or powershell"),
        "topic" => (
            "Lệnh cần xem, ví dụ: log-meeting; hoặc một trang: {TOPICS}",
            "The command, such as log-meeting; or a page: {TOPICS}",
        ),
        "with_flaws" => (
            "Vẫn khôi phục dù bản sao lưu có sai lệch",
            "Restore it although check finds flaws in it",
        ),
        "with_gaps" => (
            "Vẫn chốt dù còn thiếu báo cáo, lý do vắng hoặc phân công",
            "Close it although a report, a reason or an assignment is missing",
        ),
        "late" => (
            "Báo cáo đến sau khi chốt: ghi thêm, số liệu đã chốt giữ nguyên",
            "Reports that came after the closing: record them beside the filed figures",
        ),
        "as_of" => ("Xem vào ngày này", "As of this day"),
        "known_at" => (
            "Theo những gì đã ghi đến thao tác hoặc thời điểm này: 12, 8/8/2018, \"8/8/2018 14:30\"",
            "As recorded by this operation or moment: 12, 8/8/2018, \"8/8/2018 14:30\"",
        ),
        "unset" => ("Bỏ cài đặt này", "Take the setting away"),
        _ => return None,
    })
}

/// Examples under the help of a command, the same in both languages.
pub fn examples(path: &str) -> &'static [&'static str] {
    match path {
        "" => &[
            "chibo demo",
            "chibo log-meeting P1-02 --on 5/7/2018 --visitor assigned --total 25 --present 20",
            "chibo report --period 7/2018",
        ],
        "init" => &["chibo init --office \"Văn phòng Đảng ủy\""],
        "import" => {
            &["chibo import --template mau", "chibo import mau --dry-run", "chibo import mau"]
        }
        "man" => &["chibo man ~/.local/share/man"],
        "completion" => &["chibo completion bash > chibo.bash"],
        "export" => &[
            "chibo export ban-xuat",
            "chibo --db so-moi.db init",
            "chibo --db so-moi.db import ban-xuat",
        ],
        "committee" => &["chibo committee list", "chibo committee show P1"],
        "cell" => &["chibo cell list --committee P1", "chibo cell show P1-02"],
        "official" => &["chibo official list", "chibo official show TUV-01"],
        "duty" => &[
            "chibo duty add TUV-01 --all --times 6 --per year --from 1/1/2018 --document 143-TB/TU",
            "chibo duty list",
        ],
        "gaps" => &[
            "chibo report gaps --period 7/2018",
            "chibo gaps note P3-06 \"Báo cáo gửi ngày 10/8\" --period 7/2018",
        ],
        "meeting" => &[
            "chibo meeting plan P1-02 --on 5/8/2018 --at 19:30",
            "chibo meeting list --period 7/2018",
            "chibo meeting show P1-02 --period 7/2018",
        ],
        "recommend" => &[
            "chibo recommend add P1-02 \"Sửa cống thoát nước\" --on 5/7/2018 --area economy-society",
            "chibo recommend list --open",
        ],
        "bulletin" => &[
            "chibo bulletin add \"Kế hoạch thu quỹ năm 2018\" --area economy-society --period 7/2018",
            "chibo bulletin list --period 7/2018",
        ],
        "sheet" => &["chibo sheet make 7/2018 -o thang-7.xlsx", "chibo sheet read thang-7.xlsx"],
        "committee add" => &["chibo committee add P1 \"Phường 1\" --kind ward"],
        "committee show" => &["chibo committee show P1"],
        "cell show" => &["chibo cell show P1-02"],
        "official show" => &["chibo official show TUV-01"],
        "cell add" => &["chibo cell add P1-02 \"Khu phố 2\" --committee P1 --regular-day 5"],
        "official add" => &[
            "chibo official add TUV-01 \"Lê Thị Ví Dụ\" --title \"Thị ủy viên\" --category committee-member --order 1",
        ],
        "committee rename" => {
            &["chibo committee rename P1 \"Phường Quảng Trị\" --on 1/7/2025 --document 12-QĐ/TU"]
        }
        "committee recode" => &["chibo committee recode P1 QT"],
        "committee dissolve" => &["chibo committee dissolve P1 --cells-to QT --on 1/7/2025"],
        "cell rename" => &["chibo cell rename P1-02 \"Khu phố Hai\" --on 1/8/2018"],
        "cell recode" => &["chibo cell recode P1-02 QT-02"],
        "cell move" => &["chibo cell move P1-02 --to P2 --on 1/8/2018 --document 12-QĐ/TU"],
        "cell merge" => &[
            "chibo cell merge P1-01 P1-02 --into P1-01 --on 20/7/2019 --document 12-QĐ/TU",
            "chibo cell merge P1-01 P1-02 --into \"P1-09=Khu phố 9\" --on 20/7/2019 --document 12-QĐ/TU",
        ],
        "cell split" => &[
            "chibo cell split P1-01 --into P1-01 \"P1-09=Khu phố 9\" --on 20/7/2019 --document 12-QĐ/TU",
        ],
        "cell dissolve" => &["chibo cell dissolve P1-02 --on 1/8/2018 --document 12-QĐ/TU"],
        "official post" => &[
            "chibo official post TUV-01 --on 1/8/2018 --title \"Phó Bí thư Thị ủy\"",
            "chibo official post TUV-01 --on 1/8/2018 --organisation \"\"",
        ],
        "official retire" => &["chibo official retire TUV-01 --on 1/8/2018 --yes"],
        "official recode" => &["chibo official recode TUV-01 TUV-31"],
        "assign" => &[
            "chibo assign P1-02 TUV-01 --from 1/6/2017 --document 143-TB/TU",
            "chibo assign P1-02 TUV-05 --from 15/3/2018 --replace",
            "chibo assign --list --on 31/7/2018",
        ],
        "duty add" => &[
            "chibo duty add TUV-01 --all --times 6 --per year --from 1/1/2018 --document 143-TB/TU",
            "chibo duty add TUV-06 --committee P1 --per month --from 1/1/2018",
            "chibo duty add TUV-06 --committee P1 --each --per quarter --from 1/1/2018",
        ],
        "duty end" => &["chibo duty end TUV-01 --all --on 1/7/2018"],
        "gaps note" => &[
            "chibo gaps note P3-06 \"Báo cáo gửi ngày 10/8\"",
            "chibo gaps note P3-06 \"Báo cáo gửi ngày 10/8\" --period 7/2018 --on 6/8/2018",
            "chibo gaps note P3-06 --period 7/2018 --on 6/8/2018 --remove",
        ],
        "unassign" => &["chibo unassign P1-02 TUV-01 --on 1/7/2018"],
        "log-meeting" => &[
            "chibo log-meeting P1-02 5/7 20/25",
            "chibo log-meeting --all",
            "chibo log-meeting P1-02 --on 5/7/2018 --visitor assigned --total 25 --present 20",
            "chibo log-meeting P1-02 --on 5/7/2018 --no-visitor --reason duty --total 25 --exempt 3 --away 1 --present 20 --excused 1",
            "chibo log-meeting P1-02 --period 2/2018 --not-held --reason holiday",
        ],
        "meeting show" => &["chibo meeting show P1-02", "chibo meeting show P1-02 --period 7/2018"],
        "recommend add" => &[
            "chibo recommend add P1-02 \"Sửa cống thoát nước\" --on 5/7/2018 --area economy-society",
        ],
        "recommend send" => &[
            "chibo recommend send KN-2018-001 --to \"Phòng Quản lý đô thị\" --document 12-CV/TU --on 6/7/2018",
        ],
        "recommend answer" => &[
            "chibo recommend answer KN-2018-001 --document 45/CV-QLĐT --text \"Sửa trong quý IV\"",
        ],
        "recommend resolve" => &["chibo recommend resolve KN-2018-001 --text \"Đã sửa xong\""],
        "recommend decline" => &["chibo recommend decline KN-2018-001 --text \"Chưa có kinh phí\""],
        "recommend report-back" => &["chibo recommend report-back KN-2018-001 --on 5/8/2018"],
        "recommend same" => &["chibo recommend same KN-2018-001 KN-2018-002"],
        "recommend apart" => &["chibo recommend apart KN-2018-002"],
        "recommend list" => {
            &["chibo recommend list --open", "chibo recommend list --to-report-back --cell P1-02"]
        }
        "recommend show" => &["chibo recommend show KN-2018-001"],
        "recommend amend" => &[
            "chibo recommend amend KN-2018-001 --text \"Sửa cống và thay nắp\"",
            "chibo recommend amend KN-2018-001 --step 1 --to \"UBND Phường 1\"",
        ],
        "recommend remove" => &["chibo recommend remove KN-2018-001 --step 2"],
        "meeting amend" => &["chibo meeting amend P1-02 --period 7/2018 --present 19 --clear note"],
        "meeting plan" => &[
            "chibo meeting plan P1-02 --on 5/8/2018 --at 19:30 --place \"Nhà văn hóa khu phố 2\"",
            "chibo meeting plan P1-02 --period 8/2018 --remove",
        ],
        "log-inspection" => &[
            "chibo log-inspection P1-02 --on 21/6/2018 --kind supervision --document 12-QĐ/UBKT --official TUV-06 --official LDB-01",
            "chibo log-inspection P1-02 --on 21/6/2018 --kind supervision --amend --official TUV-06",
            "chibo log-inspection P1-02 --on 21/6/2018 --kind supervision --remove",
            "chibo log-inspection --list --period 2018-H1",
        ],
        "page" => &[
            "chibo page --period 2018 -o nam-2018.html",
            "chibo page --period 2018 -o nam-2018.xlsx",
        ],
        "brief" => &["chibo brief P1-02 --period 7/2018", "chibo brief TUV-03 --period 7/2018"],
        "bulletin add" => &[
            "chibo bulletin add \"Kế hoạch thu quỹ năm 2018\" --area economy-society --period 7/2018 --source \"UBND thị xã\"",
        ],
        "bulletin list" => &["chibo bulletin list --period 7/2018"],
        "bulletin remove" => &["chibo bulletin remove 3"],
        "calendar" => &[
            "chibo calendar --period 8/2018 -o lich.ics",
            "chibo calendar --official TUV-06 -o lich-tuv-06.ics",
        ],
        "meeting remove" => {
            &["chibo meeting remove P1-02 --period 7/2018 --reason \"Ghi nhầm chi bộ\""]
        }
        "report" => &[
            "chibo report --period 7/2018",
            "chibo report --period 2018-H1",
            "chibo report --period 7/2018 --explain",
            "chibo report gaps --period 7/2018",
            "chibo report summary --period 2018-Q2",
            "chibo report officials --period 2018-H1",
            "chibo report committees --period 7/2018",
            "chibo report --period 7/2018 -o 2018-07.csv",
            "chibo report --period 7/2018 -o 2018-07.html",
            "chibo report composition --as-of 31/7/2018",
            "chibo report recommendations",
            "chibo report schedule --period 8/2018",
        ],
        "sheet make" => &["chibo sheet make 7/2018 -o thang-7.xlsx"],
        "sheet read" => &[
            "chibo sheet read thang-7.xlsx --dry-run",
            "chibo sheet read p1.xlsx p2.xlsx",
            "chibo sheet read thang-7.xlsx --take record --take P1-02=sheet",
        ],
        "close" => &[
            "chibo close last --document 45-BC/VP",
            "chibo close last --document 45-BC/VP -o thang.csv --backup sao-luu.db",
            "chibo close 7/2018 --with-gaps",
            "chibo report --period 7/2018 --filed",
        ],
        "reopen" => &["chibo reopen 7/2018 --reason \"Nhập nhầm ngày sinh hoạt\""],
        "official erase" => {
            &["chibo official erase TUV-05 --reason \"Đề nghị của cá nhân, số 12\""]
        }
        "check" => &["chibo check", "chibo check --expect \"1a2b 3c4d 5e6f 7081\""],
        "backup" => &["chibo backup chibo-2018-08.db", "chibo backup chibo.bak --force"],
        "restore" => {
            &["chibo restore chibo-2018-08.db --dry-run", "chibo restore chibo-2018-08.db"]
        }
        "history" => &[
            "chibo history",
            "chibo history --cell P1-02 --period 7/2018",
            "chibo history --official TUV-01 --since 1/8/2018",
        ],
        "history show" => &["chibo history show 12"],
        "undo" => &["chibo undo", "chibo undo 12", "chibo undo 12 --dry-run"],
        "config" => &[
            "chibo config lang vi",
            "chibo config records_from 6/2017",
            "chibo config place_of_issue \"Quảng Trị\"",
        ],
        _ => &[],
    }
}

/// What help says of commands that ask for what is missing.
pub fn asks(path: &str, lang: Lang) -> Option<&'static str> {
    let asks = matches!(path, "log-meeting" | "assign" | "cell add" | "official add");
    asks.then(|| {
        lang.pick(
            "Thiếu gì, chibo hỏi ngay ở cửa sổ dòng lệnh. Esc hoặc Ctrl-C: thôi, không ghi gì, mã thoát 1.",
            "At a terminal chibo asks for what is missing. Esc or Ctrl-C: nothing is recorded, exit status 1.",
        )
    })
}

/// Headings and placeholders of help.
pub fn heading(key: &str, lang: Lang) -> &'static str {
    match key {
        "usage" => lang.pick("Cách dùng:", "Usage:"),
        "commands" => lang.pick("Các lệnh", "Commands"),
        "arguments" => lang.pick("Tham số", "Arguments"),
        "options" => lang.pick("Tùy chọn", "Options"),
        "everywhere" => lang.pick("Tùy chọn của mọi lệnh", "Options of every command"),
        "common" => lang.pick(
            "Tùy chọn chung của mọi lệnh: chibo help options",
            "Options of every command: chibo help options",
        ),
        "examples" => lang.pick("Ví dụ:", "Examples:"),
        "NAME" => lang.pick("TÊN", "NAME"),
        "SYNOPSIS" => lang.pick("CÁCH DÙNG", "SYNOPSIS"),
        "DESCRIPTION" => lang.pick("MÔ TẢ", "DESCRIPTION"),
        "more" => lang.pick("XEM THÊM", "SEE ALSO"),
        "[OPTIONS]" => lang.pick("[TÙY CHỌN]", "[OPTIONS]"),
        "<COMMAND>" => lang.pick("<LỆNH>", "<COMMAND>"),
        _ => "",
    }
}

/// That the pages of the manual are written.
pub fn pages_written(lang: Lang, folder: &Path, pages: usize) -> String {
    let folder = folder.display();
    say!(
        lang,
        "Đã ghi {pages} trang hướng dẫn vào {folder}; xem: man -M {folder} chibo",
        "Wrote {pages} pages of the manual into {folder}; to read them: man -M {folder} chibo"
    )
}

/// The name of a value in usage lines.
pub fn value_name(name: &str, lang: Lang) -> &'static str {
    let (vi, en): Both = match name {
        "FILE" => ("TỆP", "FILE"),
        "FOLDER" => ("THƯ_MỤC", "FOLDER"),
        "PATH" => ("TỆP_HOẶC_THƯ_MỤC", "PATH"),
        "LANG" => ("NGÔN_NGỮ", "LANG"),
        "DATE" => ("NGÀY", "DATE"),
        "PRESENT/TOTAL" => ("CÓ_MẶT/TỔNG_SỐ", "PRESENT/TOTAL"),
        "FINGERPRINT" => ("MÃ_ĐỐI_CHIẾU", "FINGERPRINT"),
        "NAME" => ("TÊN", "NAME"),
        "WHEN" => ("KHI", "WHEN"),
        "FORMAT" => ("ĐỊNH_DẠNG", "FORMAT"),
        "PERIOD" => ("THÁNG", "PERIOD"),
        "CODE" => ("MÃ", "CODE"),
        "CHOICE" => ("CHỌN", "CHOICE"),
        "KIND" => ("LOẠI", "KIND"),
        "COMMITTEE" => ("ĐẢNG_BỘ", "COMMITTEE"),
        "CELL" => ("CHI_BỘ", "CELL"),
        "OFFICIAL" => ("CÁN_BỘ", "OFFICIAL"),
        "CELL_OR_OFFICIAL" => ("CHI_BỘ|CÁN_BỘ", "CELL|OFFICIAL"),
        "CATEGORY" => ("CƠ_CẤU", "CATEGORY"),
        "DAY" => ("NGÀY", "DAY"),
        "TEXT" => ("NỘI_DUNG", "TEXT"),
        "NUMBER" => ("SỐ", "NUMBER"),
        "NO" => ("SỐ_HIỆU", "NO"),
        "N" => ("SỐ", "N"),
        "HOUR" => ("GIỜ", "HOUR"),
        "POINTS" => ("ĐIỂM", "POINTS"),
        "GRADE" => ("XẾP_LOẠI", "GRADE"),
        "ID" => ("MÃ", "ID"),
        "AREA" => ("LĨNH_VỰC", "AREA"),
        "REASON" => ("LÝ_DO", "REASON"),
        "ITEM" => ("MỤC", "ITEM"),
        "YES|NO" => ("YES|NO", "YES|NO"),
        "each|any" => ("each|any", "each|any"),
        "month|quarter|half|year" => ("month|quarter|half|year", "month|quarter|half|year"),
        "COMMAND" => ("LỆNH", "COMMAND"),
        "SHELL" => ("CỬA_SỔ_LỆNH", "SHELL"),
        "MOMENT" => ("THỜI_ĐIỂM", "MOMENT"),
        "FROM" => ("MỐC", "FROM"),
        "KEY" => ("TÊN_CÀI_ĐẶT", "KEY"),
        "VALUE" => ("GIÁ_TRỊ", "VALUE"),
        "HEADING=COLUMN" => ("TIÊU_ĐỀ=CỘT", "HEADING=COLUMN"),
        "ENCODING" => ("BẢNG_MÃ", "ENCODING"),
        _ => return "",
    };
    lang.pick(vi, en)
}

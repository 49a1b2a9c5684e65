//! What people read in place of a key: the headings of columns, the labels of values and the fixed words, each in one place
//! (`records.md`, sections 9 and 10).
//!
//! A file names its columns by key or by either label.

use super::Lang;
use super::words::{Labelled, labels};
use crate::domain::{
    AbsenceReason, Area, Ask, AssignmentMode, CellKind, CommitteeKind, Detail, DutySpan,
    DutyStatus, Grade, InspectionKind, Key, Keyword, MeetingKind, NotHeldReason, OldEncoding,
    PlanStatus, Section, Stage, Status, StepKind, ThingKind, Verdict, Word, keyword,
};

/// The label of a key of a file; empty for one that no file has.
pub fn column_label(key: &str, lang: Lang) -> &'static str {
    Key::from_key(key).map_or("", |key| key.label(lang))
}

impl Labelled for Key {
    fn labels(self) -> (&'static str, &'static str) {
        match self {
            Self::Code => ("Mã", "Code"),
            Self::Name => ("Tên", "Name"),
            Self::Kind => ("Loại", "Kind"),
            Self::Founded => ("Ngày thành lập", "Founded on"),
            Self::Dissolved => ("Kết thúc từ ngày", "Dissolved from"),
            Self::From => ("Từ ngày", "From"),
            Self::Committee => ("Đảng bộ", "Committee"),
            Self::RegularDay => ("Ngày sinh hoạt thường kỳ", "Usual day"),
            Self::FromCell => ("Chi bộ trước sắp xếp", "Merged or split from"),
            Self::ToCell => ("Chi bộ sau sắp xếp", "Merged or split into"),
            Self::On => ("Ngày", "On"),
            Self::Document => ("Số hiệu văn bản", "Document no."),
            Self::LabelVi => ("Tên tiếng Việt", "Vietnamese label"),
            Self::LabelEn => ("Tên tiếng Anh", "English label"),
            Self::Order => ("TT", "No."),
            Self::FullName => ("Họ và tên", "Full name"),
            Self::Title => ("Chức vụ", "Title"),
            Self::Organisation => ("Cơ quan", "Organisation"),
            Self::Category => ("Cơ cấu", "Category"),
            Self::ActiveFrom => ("Công tác từ ngày", "Active from"),
            Self::ActiveUntil => ("Thôi công tác từ ngày", "No longer from"),
            Self::Cell => ("Chi bộ", "Cell"),
            Self::Official => ("Cán bộ", "Official"),
            Self::Until => ("Thôi từ ngày", "No longer from"),
            Self::DocumentDate => ("Ngày văn bản", "Document date"),
            Self::Issuer => ("Cơ quan ban hành", "Issuer"),
            Self::Mode => ("Cách phân công", "Mode"),
            Self::Scope => ("Phạm vi", "Scope"),
            Self::Count => ("Số lần phải dự", "Visits owed"),
            Self::Span => ("Trong mỗi", "Per"),
            Self::Each => ("Tính từng chi bộ", "To each cell"),
            Self::Period => ("Tháng", "Month"),
            Self::HeldOn => ("Ngày sinh hoạt", "Held on"),
            Self::NotHeldReason => ("Lý do không sinh hoạt", "Reason not held"),
            Self::Visitors => ("Người dự", "Who came"),
            Self::AbsenceReason => ("Lý do vắng", "Reason for absence"),
            Self::Total => ("Tổng số đảng viên", "Members in all"),
            Self::Exempt => ("Được miễn sinh hoạt (không dự)", "Exempt (not present)"),
            Self::Away => ("Sinh hoạt tạm thời nơi khác", "Temporarily elsewhere"),
            Self::Expected => ("Phải dự", "Expected"),
            Self::Present => ("Có mặt", "Members present"),
            Self::Excused => ("Vắng có lý do", "Excused"),
            Self::Unexcused => ("Vắng không lý do", "Unexcused"),
            Self::Attendance => ("Tỷ lệ dự", "Attendance"),
            Self::Detail(detail) => detail.labels(),
            Self::Note => ("Ghi chú", "Note"),
            Self::Id => ("Mã kiến nghị", "Recommendation code"),
            Self::RaisedOn => ("Ngày nêu", "Raised on"),
            Self::Area => ("Lĩnh vực", "Area"),
            Self::Text => ("Nội dung", "Text"),
            Self::Step => ("Bước", "Step"),
            Self::To => ("Nơi nhận", "Sent to"),
            Self::Sent => StepKind::Sent.labels(),
            Self::Answered => StepKind::Answered.labels(),
            Self::Resolved => StepKind::Resolved.labels(),
            Self::Declined => StepKind::Declined.labels(),
            Self::ReportedBack => StepKind::ReportedBack.labels(),
            Self::SameAs => ("Trùng với kiến nghị", "Same matter as"),
            Self::ClosedOn => ("Ngày chốt", "Closed on"),
            Self::Fingerprint => ("Mã đối chiếu in lần đầu", "Fingerprint first printed"),
            Self::Cells => ("Số chi bộ", "Cells"),
            Self::Covered => ("Cán bộ được phân công về dự", "Assigned visitor came"),
            Self::Assigned => ("Cán bộ được phân công", "Assigned"),
            Self::Predecessor => ("Chi bộ trước", "Predecessor"),
            Self::Status => ("Kết quả", "Result"),
            Self::Reason => ("Lý do", "Reason"),
            Self::Recommendations => ("Số kiến nghị", "Recommendations"),
            Self::Erased => ("Đã xóa tên", "Name erased"),
            Self::SettingKey => ("Tên cài đặt", "Setting"),
            Self::Value => ("Giá trị", "Value"),
            Self::Hour => ("Giờ", "At"),
            Self::Place => ("Địa điểm", "Place"),
            Self::Officials => ("Cán bộ tham gia", "Officials who took part"),
            Self::Source => ("Nguồn", "Source"),
            // A setting is called in either language as it is typed.
            Self::Setting(setting) => (setting.key(), setting.key()),
        }
    }
}

// The fixed words of `records.md`, section 10.

labels!(Status {
    Attended = "Đã dự" / "Attended";
    NotRequired = "Không phải dự tháng này" / "Not required this month";
    Substituted = "Dự thay" / "Substitute came";
    Excused = "Vắng có lý do" / "Absent, reason given";
    Absent = "Vắng, chưa rõ lý do" / "Absent, no reason recorded";
    NotHeld = "Không sinh hoạt" / "Not held";
    Missing = "Chưa có báo cáo" / "No report";
    Pending = "Đang trong kỳ" / "Month not over";
    Unassigned = "Chưa phân công" / "No visitor assigned";
});

labels!(AbsenceReason {
    Duty = "Trùng lịch công tác" / "On other duty";
    Leave = "Nghỉ phép" / "On leave";
    NotNotified = "Chưa được thông báo" / "Was not notified";
    Moved = "Chi bộ đổi lịch" / "Meeting was moved";
    Other = "Lý do khác" / "Other";
});

labels!(NotHeldReason {
    MergedWithNext = "Gộp với tháng sau" / "Merged with the next";
    Congress = "Tổ chức đại hội" / "Congress held instead";
    Holiday = "Nghỉ lễ, Tết" / "Public holiday";
    Disaster = "Thiên tai" / "Storm or flood" also "bão lũ";
    Other = "Lý do khác" / "Other";
});

labels!(Grade {
    Good = "Tốt" / "Good" also "T";
    Fair = "Khá" / "Fair";
    Average = "Trung bình" / "Average" also "TB";
    Poor = "Kém" / "Poor";
});

labels!(MeetingKind {
    Regular = "Thường kỳ" / "Regular" also "định kỳ", "sinh hoạt lệ";
    Thematic = "Chuyên đề" / "Thematic";
    Extraordinary = "Bất thường" / "Extraordinary";
    Congress = "Đại hội" / "Congress";
});

labels!(CellKind {
    Neighbourhood = "khu phố, tổ dân phố" / "neighbourhood";
    Village = "thôn, ấp, bản, xóm" / "village";
    Agency = "cơ quan" / "agency";
    School = "trường học" / "school";
    Other = "khác" / "other";
});

labels!(CommitteeKind {
    Ward = "phường" / "ward";
    Commune = "xã" / "commune";
    Township = "thị trấn" / "township";
    SpecialZone = "đặc khu" / "special zone";
    Agency = "cơ quan" / "agency";
    ArmedForces = "lực lượng vũ trang" / "armed forces";
    Sectional = "bộ phận" / "sectional";
    Other = "khác" / "other";
});

labels!(OldEncoding {
    Tcvn3 = "TCVN3 (.VnTime)" / "TCVN3 (.VnTime)";
    Vni = "VNI" / "VNI";
    Windows1258 = "Windows-1258" / "Windows-1258";
});

labels!(Area {
    EconomySociety = "Kinh tế - xã hội" / "Economy and society";
    DefenceSecurity = "Quốc phòng - an ninh" / "Defence and security";
    PartyBuilding = "Xây dựng Đảng" / "Party building";
    MassMobilisation = "Dân vận" / "Mass mobilisation";
    Administration = "Hành chính" / "Administration";
    Other = "Khác" / "Other";
});

labels!(AssignmentMode {
    Each = "Từng người đều dự" / "Each of them" also "từng người", "each";
    Any = "Theo tổ, một người dự" / "Any one of the team" also "theo tổ", "tổ", "any";
});

labels!(DutySpan {
    Month = "tháng" / "month";
    Quarter = "quý" / "quarter";
    Half = "nửa năm" / "half-year" also "6 tháng", "sáu tháng", "half year";
    Year = "năm" / "year";
});

labels!(DutyStatus {
    Met = "Đạt" / "Met";
    Open = "Đang thực hiện" / "Open";
    Short = "Chưa đạt" / "Short";
});

labels!(Verdict {
    Met = "Đạt" / "Met";
    NotMet = "Chưa đạt" / "Not met";
    NotRecorded = "Chưa rõ" / "Not recorded";
});

labels!(StepKind {
    Sent = "Đã chuyển" / "Sent";
    Answered = "Đã có trả lời" / "Answered";
    Resolved = "Đã giải quyết" / "Resolved";
    Declined = "Không giải quyết" / "Declined" also "không chấp nhận", "chưa thể giải quyết";
    ReportedBack = "Đã thông báo lại cho chi bộ" / "Reported back to the cell";
});

labels!(Stage {
    Raised = "Chưa chuyển" / "Not sent yet";
    Sent = "Chờ trả lời" / "No answer yet";
    Answered = "Đã có trả lời" / "Answered";
    Resolved = "Đã giải quyết" / "Resolved";
    Declined = "Không giải quyết" / "Declined";
});

labels!(Section {
    Office = "Tổ chức và phân công" / "Cells and assignments";
    Coverage = "Cán bộ dự sinh hoạt chi bộ" / "Visits to cell meetings";
    Members = "Đảng viên dự sinh hoạt và chất lượng sinh hoạt" / "Members at meetings, and their quality";
    Duties = "Nghĩa vụ dự" / "Duties";
    Inspections = "Kiểm tra, giám sát" / "Inspections";
    Recommendations = "Kiến nghị của chi bộ" / "Recommendations of cells";
    Attention = "Cần lưu ý" / "Who and what needs attention";
});

labels!(InspectionKind {
    Inspection = "Kiểm tra" / "Inspection";
    Supervision = "Giám sát" / "Supervision";
});

labels!(Ask {
    Report = "Báo cáo" / "Report";
    Reason = "Lý do vắng" / "Reason for absence";
    Assignment = "Phân công" / "Assignment";
});

labels!(ThingKind {
    Committee = "Đảng bộ" / "Committee";
    Cell = "Chi bộ" / "Cell";
    Category = "Cơ cấu" / "Category";
    Official = "Cán bộ" / "Official";
    Recommendation = "Kiến nghị" / "Recommendation";
});

/// The label of a word of a fixed list.
pub fn word_label(word: Word, lang: Lang) -> &'static str {
    match word {
        Word::CommitteeKind(kind) => kind.label(lang),
        Word::CellKind(kind) => kind.label(lang),
        Word::MeetingKind(kind) => kind.label(lang),
        Word::NotHeld(reason) => reason.label(lang),
        Word::Grade(grade) => grade.label(lang),
        Word::Area(area) => area.label(lang),
        Word::Mode(mode) => mode.label(lang),
        Word::Span(span) => span.label(lang),
        Word::Step(kind) => kind.label(lang),
        Word::InspectionKind(kind) => kind.label(lang),
    }
}

labels!(PlanStatus {
    Announced = "Đã đăng ký" / "Announced";
    Held = "Đã sinh hoạt" / "Met";
    NotHeld = "Không sinh hoạt" / "Not held";
    Usual = "Ngày thường kỳ" / "Usual day";
    Unknown = "Chưa đăng ký" / "Not announced";
});

labels!(Detail {
    Remarks = "Số ý kiến" / "Number of remarks";
    Prepared = "Họp chi ủy trước" / "Committee met beforehand";
    Theme = "Chuyên đề" / "Theme";
    SelfScore = "Điểm tự chấm" / "Own score";
    ConfirmedScore = "Cấp ủy cấp trên chấm" / "Scored by the committee above";
    Grade = "Xếp loại" / "Grade";
    MinutesNo = "Số biên bản" / "Minutes no.";
});

/// Declares what reports and lists have beside the values of records: key and label in one line.
macro_rules! headings {
    ($($variant:ident = $key:literal: $vi:literal / $en:literal),+ $(,)?) => {
        keyword! {
            /// A column or a figure of a report or a list that is no value of a record, or has another heading there. The
            /// keys are those of CSV and JSON; two reports may have columns of the same key.
            Heading { $($variant = $key),+ }
        }

        labels!(Heading { $($variant = $vi / $en;)+ });
    };
}

headings! {
    // Lists and entries.
    No = "no": "TT" / "No.",
    Field = "field": "Mục" / "Item",
    Recommendation = "recommendation": "Kiến nghị" / "Recommendation",
    Officials = "officials": "Số cán bộ" / "Officials",
    Share = "share": "Tỷ lệ" / "Share",
    // The schedule of a month.
    MeetingTime = "on": "Thời gian sinh hoạt" / "Time",
    Invited = "assigned": "Mã cán bộ được mời" / "Codes of those asked",
    InvitedNames = "assigned_names": "Cán bộ được mời" / "Asked to come",
    PlanState = "status": "Trạng thái" / "State",
    BulletinNumber = "bulletin": "Số" / "No.",
    // The history and one operation.
    Number = "number": "Thao tác" / "No.",
    RecordedAt = "recorded_at": "Thời gian" / "Time",
    Today = "today": "Tính đến ngày" / "Today",
    Actor = "actor": "Người ghi" / "By",
    Verb = "verb": "Loại thao tác" / "Verb",
    What = "what": "Nội dung" / "What was done",
    Undone = "undone": "Đã hoàn tác" / "Undone",
    Changes = "change": "Bản ghi và giá trị, trước → sau" / "Records and values, before → after",
    Record = "record": "Bản ghi" / "Record",
    Item = "item": "Mục" / "Item",
    Before = "before": "Trước" / "Before",
    After = "after": "Sau" / "After",
    // What a comparison found.
    Change = "change": "Thay đổi" / "Change",
    Operations = "operations": "Do thao tác" / "By operations",
    ByPredecessor = "predecessor": "Theo chi bộ trước" / "By predecessor",
    NameOfCommittee = "committee_name": "Tên đảng bộ" / "Committee name",
    NameOfCell = "cell_name": "Tên chi bộ" / "Cell name",
    AssignedVisitor = "assigned": "Cán bộ được phân công" / "Assigned visitor",
    // What a check found.
    Finding = "finding": "Sai sót" / "Finding",
    Next = "next": "Việc cần làm" / "What to do",
    // A month sheet.
    SheetCheck = "check": "Kiểm tra" / "Check",
    // Coverage.
    CommitteeCode = "committee": "Mã đảng bộ" / "Committee code",
    CommitteeName = "committee_name": "Đảng bộ" / "Committee",
    CellCode = "cell": "Mã chi bộ" / "Cell code",
    CellName = "cell_name": "Chi bộ" / "Cell",
    AssignedCodes = "assigned": "Mã cán bộ được phân công" / "Assigned codes",
    AssignedNames = "assigned_names": "Cán bộ được phân công" / "Assigned visitor",
    VisitorCodes = "visitors": "Mã người dự" / "Visitor codes",
    VisitorNames = "visitor_names": "Người dự" / "Who came",
    Members = "total": "Tổng số đảng viên" / "Members",
    MembersExpected = "expected": "Phải dự" / "Expected",
    MembersPresent = "present": "Có mặt" / "Present",
    PresentOfExpected = "present": "Có mặt" / "Present",
    Day = "day": "Ngày" / "On",
    PresentOfTotal = "present": "Có mặt/tổng số" / "Present of all",
    Rate = "rate": "Tỷ lệ" / "Rate",
    Raised = "recommendations": "Kiến nghị" / "Recommendations",
    RaisedInShort = "recommendations": "Kiến nghị" / "Raised",
    Late = "late": "Báo cáo bổ sung" / "Late report",
    Missed = "missed": "Phải dự nhưng không dự" / "Did not come",
    Organisations = "organisations": "Cơ quan của cán bộ được phân công" / "Organisations",
    Rule = "rule": "Quy tắc" / "Rule",
    Sum = "covered": "Cộng" / "Sum",
    // The figures of committees, of how many and how many of them.
    CellsDue = "due": "Số chi bộ" / "Cells due",
    Assigned = "assigned": "Đã phân công" / "Assigned",
    AssignedK = "assigned_k": "Đã phân công" / "Assigned",
    AssignedN = "assigned_n": "Đã phân công: trên số" / "Assigned: of",
    Reported = "reported": "Có báo cáo" / "Reported",
    ReportedK = "reported_k": "Có báo cáo" / "Reported",
    ReportedN = "reported_n": "Có báo cáo: trên số" / "Reported: of",
    Held = "held": "Đã sinh hoạt" / "Held",
    HeldK = "held_k": "Đã sinh hoạt" / "Held",
    HeldN = "held_n": "Đã sinh hoạt: trên số" / "Held: of",
    Covered = "covered": "Cán bộ được phân công về dự" / "Assigned visitor came",
    CoveredK = "covered_k": "Cán bộ được phân công về dự" / "Assigned visitor came",
    CoveredN = "covered_n": "Cán bộ được phân công về dự: trên số" / "Assigned visitor came: of",
    CoveredOfHeld = "covered_of_held": "– trên số đã sinh hoạt" / "– of those held",
    CoveredOfHeldK = "covered_of_held_k": "Cán bộ được phân công về dự, đã sinh hoạt" / "Assigned visitor came, held",
    CoveredOfHeldN = "covered_of_held_n": "Cán bộ được phân công về dự, đã sinh hoạt: trên số" / "Assigned visitor came, held: of",
    Visited = "visited": "Có cán bộ về dự" / "Visited",
    VisitedK = "visited_k": "Có cán bộ về dự" / "Visited",
    VisitedN = "visited_n": "Có cán bộ về dự: trên số" / "Visited: of",
    AllCame = "all_came": "Đủ cán bộ được phân công" / "All assigned came",
    AllCameK = "all_came_k": "Đủ cán bộ được phân công" / "All assigned came",
    AllCameN = "all_came_n": "Đủ cán bộ được phân công: trên số" / "All assigned came: of",
    NotRequired = "not_required": "Không phải dự tháng này" / "Not required this month",
    // What became of the duty of officials.
    Due = "due": "Phải dự" / "Due",
    Attended = "attended": "Đã dự" / "Came",
    Shared = "shared": "Người cùng tổ dự" / "Other of team came",
    Replaced = "replaced": "Người khác dự thay" / "Other came",
    Excused = "excused": "Vắng có lý do" / "With reason",
    Absent = "absent": "Vắng, chưa rõ lý do" / "No reason",
    NotHeld = "not_held": "Không sinh hoạt" / "Not held",
    Missing = "missing": "Chưa có báo cáo" / "No report",
    Pending = "pending": "Đang trong kỳ" / "Month not over",
    RateOfDuty = "rate": "Tỷ lệ đã dự" / "Rate",
    RateK = "rate_k": "Tỷ lệ: đã dự" / "Rate: came",
    RateN = "rate_n": "Tỷ lệ: trên số lượt" / "Rate: of",
    StoodIn = "stood_in": "Dự ở chi bộ khác" / "Visits elsewhere",
    Visits = "visits": "Lượt dự" / "Visits",
    // Duties.
    Duty = "duty": "Nghĩa vụ" / "Duty",
    DutySpan = "period": "Thời gian" / "Time",
    PeriodFrom = "period_from": "Từ tháng" / "From",
    PeriodTo = "period_to": "Đến tháng" / "To",
    Owed = "owed": "Phải dự" / "Owed",
    Done = "done": "Đã dự" / "Done",
    Lacking = "missing": "Còn thiếu" / "Missing",
    LastVisit = "last_visit": "Lần dự gần nhất" / "Last visit",
    // What is to be asked for.
    Ask = "ask": "Cần hỏi" / "To ask for",
    UsualDay = "usual_day": "Ngày thường kỳ" / "Usual day",
    MeetsOn = "meets_on": "Ngày dự kiến hoặc thường kỳ" / "Date or usual day",
    PlannedOn = "planned_on": "Ngày dự kiến" / "Date announced",
    DaysSince = "days_since": "Số ngày từ lần dự" / "Days since",
    RunOfMisses = "run": "Số tháng liền chưa đạt" / "Months in a row",
    NotedOn = "noted_on": "Ngày trả lời" / "Answered on",
    // Attendance and quality.
    Guidance = "guidance": "Theo hướng dẫn" / "Guidance",
    AboveShare = "present_above": "Đạt tỷ lệ" / "Above share",
    PreparedAsAsked = "prepared_met": "Đạt: họp chi ủy trước" / "Met beforehand, as asked",
    ThemeOfQuarter = "theme_of_quarter": "Chuyên đề trong quý" / "Theme of the quarter",
    GradeAllowed = "grade_allowed": "Xếp loại đúng khung điểm" / "Grade allowed by the score",
    Unit = "cell": "Tên đơn vị" / "Cell",
    MembersOfAll = "members": "Số lượng đảng viên" / "Members present of all",
    MeetingDay = "held_on": "Ngày họp chi bộ" / "Held on",
    Score = "score": "KQ số điểm" / "Score",
    GradeGood = "good": "Tốt" / "Good",
    GradeFair = "fair": "Khá" / "Fair",
    GradeAverage = "average": "Trung bình" / "Average",
    GradePoor = "poor": "Kém" / "Poor",
    // What became of recommendations.
    Settled = "settled": "Đã xử lý xong" / "Settled",
    SettledResolved = "resolved": "– đã giải quyết" / "– resolved",
    SettledDeclined = "declined": "– không giải quyết" / "– declined",
    Answered = "answered": "Đã có trả lời" / "Answered",
    ReportedBack = "reported_back": "Đã thông báo lại, trên số có trả lời" / "Reported back, of those answered",
    ShortCode = "id": "Mã" / "Code",
    RaisedMatters = "raised": "Đã nêu" / "Raised",
    RecommendationCodes = "recommendations": "Mã kiến nghị" / "Recommendation codes",
    RaisedBy = "cells": "Mã chi bộ" / "Cell codes",
    RaisedByNames = "cell_names": "Chi bộ" / "Cells",
    OfCommittees = "committees": "Mã đảng bộ" / "Committee codes",
    State = "state": "Tình trạng" / "State",
    StateSince = "since": "Từ ngày" / "Since",
    Age = "age": "Số ngày" / "Days",
    WhoHasIt = "sent_to": "Nơi giải quyết" / "Who has it",
    SentOn = "sent_on": "Ngày chuyển" / "Sent on",
    AnsweredOn = "answered_on": "Ngày trả lời" / "Answered on",
    Answer = "answer": "Nội dung trả lời" / "Answer",
    ReportedBackOn = "reported_back_on": "Ngày thông báo lại" / "Reported back on",
    Untold = "untold": "Chi bộ chưa được thông báo lại" / "Cells not told yet",
    Told = "reported_back_on": "Đã thông báo lại" / "Reported back",
    Overdue = "overdue": "Cần làm ngay" / "To be seen to",
    // The files and settings of the program.
    RecordFile = "record_file": "Sổ" / "Record file",
    ConfigFile = "config_file": "Tệp cài đặt" / "Settings file",
    File = "what": "Tệp" / "File",
    Path = "path": "Đường dẫn" / "Where",
    NamedBy = "source": "Nguồn" / "Named by",
    Exists = "exists": "Tồn tại" / "There",
    Setting = "key": "Cài đặt" / "Setting",
    KeptIn = "kept_in": "Lưu ở" / "Kept in",
}

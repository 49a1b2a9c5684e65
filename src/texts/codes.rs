//! The stable words for errors, and the exit status of each (`commands.md`).

use super::Lang;
use crate::domain::Keyword;

/// Declares the codes under the exit status with which a command that meets them ends.
macro_rules! codes {
    ($($status:literal { $($code:ident = $key:literal: $vi:literal / $en:literal),+ $(,)? })+) => {
        /// A stable word for why a command did not do what it was asked to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ErrorCode { $($($code),+),+ }

        impl Keyword for ErrorCode {
            const ALL: &'static [Self] = &[$($(Self::$code),+),+];
            fn key(self) -> &'static str {
                match self { $($(Self::$code => $key),+),+ }
            }
        }

        impl ErrorCode {
            /// What it means, in one line.
            pub fn meaning(self, lang: Lang) -> &'static str {
                match self { $($(Self::$code => lang.pick($vi, $en)),+),+ }
            }

            /// The exit status.
            pub fn status(self) -> u8 {
                match self { $($(Self::$code)|+ => $status),+ }
            }
        }
    };
}

codes! {
    1 {
        AlreadyEnded = "already-ended": "đã kết thúc từ trước" / "it has ended already",
        Ambiguous = "ambiguous": "tên gõ vào hợp với nhiều bản ghi" / "the name fits several records",
        AmendWhich = "amend-which": "chưa rõ sửa phân công nào" / "several assignments could be amended",
        ModesDiffer = "modes-differ": "các cán bộ cùng được phân công một chi bộ không cùng cách phân công" / "visitors of a cell on the same days are assigned in different modes",
        AnotherVisitor = "another-visitor": "chi bộ đã có cán bộ khác được phân công trong những ngày đó" / "another official is assigned on those days",
        AssignmentBeyond = "assignment-beyond": "phân công kéo dài hơn chi bộ hoặc cán bộ" / "an assignment outlasts its cell or official",
        AssignmentEmpty = "assignment-empty": "phân công thôi trước khi bắt đầu" / "an assignment ends before it begins",
        AssignmentOverlaps = "assignment-overlaps": "cán bộ đã được phân công ở chi bộ đó trong những ngày đó" / "the official is assigned there on those days already",
        BackupAnother = "backup-another": "tệp đã có là bản sao lưu của sổ khác" / "the file there is a backup of another record file",
        BackupIsFolder = "backup-is-folder": "chỗ sao lưu là thư mục" / "the place for the backup is a folder",
        BackupItself = "backup-itself": "bản sao lưu trùng với sổ đang dùng" / "the backup would be the record file itself",
        BackupJournal = "backup-journal": "cạnh tệp sao lưu còn tệp nhật ký" / "a journal lies beside the backup",
        BackupName = "backup-name": "tên này không dùng cho bản sao lưu được" / "a backup cannot have this name",
        BackupNotRecord = "backup-not-record": "tệp đã có không phải bản sao lưu" / "the file there is no backup",
        BackupTaken = "backup-taken": "đã có bản sao lưu tên này" / "there is a backup of this name",
        CategoryNotFound = "category-not-found": "không có cơ cấu này" / "there is no such category",
        CannotUndo = "cannot-undo": "thao tác loại này không hoàn tác được" / "an operation of this kind cannot be undone",
        CellElsewhere = "cell-elsewhere": "chi bộ không thuộc đảng bộ đã nêu" / "the cell is not of the committee named",
        CellNotFound = "cell-not-found": "không có chi bộ này" / "there is no such cell",
        CellNotInPeriod = "cell-not-in-period": "chi bộ không tồn tại trong tháng đó" / "the cell does not exist in that month",
        CellTwice = "cell-twice": "một chi bộ được nêu hai lần" / "a cell is named twice",
        CellsToItself = "cells-to-itself": "chi bộ được chuyển về chính đảng bộ sắp kết thúc" / "cells would go to the committee that ends",
        ChangeInTheWay = "change-in-the-way": "một thay đổi ghi cho ngày sau đó ngăn việc này" / "a change recorded for a later day is in the way",
        ChangeOutsideLife = "change-outside-life": "thay đổi ghi ngoài thời gian tồn tại" / "a change lies outside the life of its record",
        CodeTaken = "code-taken": "mã đã được dùng" / "the code is in use",
        CodeUsedBefore = "code-used-before": "mã từng thuộc bản ghi khác" / "the code once named another record",
        CommitteeGone = "committee-gone": "đảng bộ không tồn tại trong những ngày đó" / "the committee does not exist on those days",
        CommitteeHasCells = "committee-has-cells": "đảng bộ còn chi bộ trực thuộc" / "the committee still has cells",
        CommitteeNotFound = "committee-not-found": "không có đảng bộ này" / "there is no such committee",
        ConfigBroken = "config-broken": "tệp cài đặt có lỗi" / "the settings file is broken",
        ConfigUnreadable = "config-unreadable": "không đọc được tệp cài đặt" / "the settings file cannot be read",
        CountsMissing = "counts-missing": "số đảng viên ghi chưa đủ bộ" / "some counts are given without the others",
        Declined = "declined": "người dùng không đồng ý khi được hỏi" / "a person was asked and did not agree",
        DemoTaken = "demo-taken": "tệp của sổ mẫu đã có và không phải sổ mẫu" / "the file of the sample is there and is something else",
        DependedOn = "depended-on": "thao tác sau dựa vào thao tác này" / "later operations depend on it",
        EverybodyCame = "everybody-came": "cán bộ được phân công đều đã dự nên không có lý do vắng" / "everyone assigned came, so there is no absence to explain",
        ExemptAwayOverTotal = "exempt-away-over-total": "số được miễn và đi nơi khác lớn hơn tổng số" / "exempt and away are more than all members",
        ExportTaken = "export-taken": "thư mục xuất đã có tệp khác" / "the folder for the export holds other files",
        ExportThere = "export-there": "thư mục xuất đã có bản xuất" / "the folder for the export holds one already",
        FolderAbsent = "folder-absent": "không có thư mục này" / "there is no such folder",
        OutputIsFolder = "output-is-folder": "chỗ ghi ra là thư mục" / "the output is a folder",
        OutputIsRecord = "output-is-record": "không ghi đè lên một sổ" / "a record file is never overwritten by output",
        HeldAfterToday = "held-after-today": "ngày sinh hoạt sau hôm nay" / "the day of the meeting is after today",
        HeldOutsidePeriod = "held-outside-period": "ngày sinh hoạt quá xa tháng đã nêu" / "the day of the meeting is too far from its month",
        InputOutput = "input-output": "hệ thống báo lỗi khi đọc hoặc ghi" / "the system failed to read or write",
        InspectionAfterToday = "inspection-after-today": "ngày kiểm tra, giám sát sau hôm nay" / "the day of the inspection is after today",
        InspectionInTheWay = "inspection-in-the-way": "buổi kiểm tra, giám sát đã ghi ngăn việc này" / "a recorded inspection is in the way",
        InspectionNotFound = "inspection-not-found": "chưa ghi buổi kiểm tra, giám sát như vậy" / "no such inspection is recorded",
        InspectionTaken = "inspection-taken": "buổi kiểm tra, giám sát đó đã ghi" / "that inspection is recorded already",
        InspectorTwice = "inspector-twice": "một cán bộ tham gia được ghi hai lần" / "somebody who took part is named twice",
        BulletinNotFound = "bulletin-not-found": "không có thông tin số đó" / "there is no bulletin of this number",
        BulletinTaken = "bulletin-taken": "thông tin đó đã ghi" / "that bulletin is recorded already",
        IntoNotNew = "into-not-new": "chi bộ nhận không phải chi bộ mới, cũng không nằm trong số được nêu" / "the receiving cell is neither new nor among those named",
        KeepsItsOwn = "keeps-its-own": "chi bộ giữ lại giữ nguyên loại và đảng bộ" / "the cell that stays keeps its kind and committee",
        LifeBackwards = "life-backwards": "kết thúc trước khi bắt đầu" / "an end before the beginning",
        FiledContradicted = "filed-contradicted": "số liệu đã chốt trong tệp khác với bản ghi" / "filed figures of a file are not those of its records",
        MonthClosed = "month-closed": "việc này làm thay đổi tháng đã chốt" / "a closed month would be changed",
        MonthClosedAlready = "month-closed-already": "tháng đã chốt rồi" / "the month is closed already",
        MonthEmpty = "month-empty": "tháng không có chi bộ nào phải tính" / "no cell is due in the month",
        MonthHasGaps = "month-has-gaps": "tháng còn chỗ có thể ghi bổ sung" / "the month has gaps that can still be mended",
        MonthNotClosed = "month-not-closed": "tháng chưa chốt" / "the month is not closed",
        MonthNotOver = "month-not-over": "tháng chưa hết" / "the month is not over",
        MonthRecordedAhead = "month-recorded-ahead": "sổ đã ghi buổi sinh hoạt sau ngày chốt" / "meetings after the day of closing are on record",
        MeetingNotFound = "meeting-not-found": "chưa ghi buổi sinh hoạt như vậy" / "no such meeting is recorded",
        MeetingTaken = "meeting-taken": "buổi sinh hoạt đó đã ghi" / "that meeting is recorded already",
        MeetingWhich = "meeting-which": "nhiều buổi sinh hoạt cùng hợp" / "several meetings fit",
        NeverFiled = "never-filed": "tháng chưa chốt lần nào" / "the month was never closed",
        MeetingsInTheWay = "meetings-in-the-way": "buổi sinh hoạt đã ghi ngăn việc này" / "recorded meetings are in the way",
        MergeNotAlike = "merge-not-alike": "chi bộ sáp nhập khác loại hoặc khác đảng bộ" / "the merged cells differ in kind or committee",
        MergeTooFew = "merge-too-few": "sáp nhập cần ít nhất hai chi bộ" / "a merger needs two cells",
        MergeUnlike = "merge-unlike": "chi bộ giữ lại khác loại hoặc khác đảng bộ" / "the cell that stays is of another kind or committee",
        NewCellNameless = "new-cell-nameless": "chi bộ mới chưa có tên" / "a new cell needs a name",
        NameErasedAlready = "name-erased-already": "họ tên đã xóa rồi" / "the name is erased already",
        NameInReason = "name-in-reason": "lý do còn chứa họ tên sắp xóa" / "the reason holds the name that is to be erased",
        NameInTexts = "name-in-texts": "họ tên còn nằm trong các nội dung khác" / "the name still stands in other texts",
        NameOfActor = "name-of-actor": "họ tên trùng với người ghi" / "the name is that of whoever recorded something",
        NobodyAssigned = "nobody-assigned": "chi bộ không có cán bộ được phân công vào ngày đó" / "nobody is assigned on that day",
        NobodyToReplace = "nobody-to-replace": "không có ai để thay" / "there is nobody to replace",
        TooThin = "too-thin": "số liệu quá ít để so sánh" / "the data are too thin to compare",
        DutyEmpty = "duty-empty": "nghĩa vụ dự kết thúc không sau ngày bắt đầu" / "a duty ends no later than its first day",
        DutyBeyond = "duty-beyond": "nghĩa vụ dự kết thúc sau khi cán bộ, chi bộ hoặc đảng bộ không còn" / "a duty outlasts its official, cell or committee",
        DutyOverlaps = "duty-overlaps": "cán bộ đã có nghĩa vụ dự ở nơi đó trong những ngày đó" / "the official has a duty there on those days already",
        DutyNotFound = "duty-not-found": "không có nghĩa vụ dự như vậy" / "there is no such duty",
        DutyWhich = "duty-which": "có nhiều nghĩa vụ dự, chưa rõ nghĩa vụ nào" / "several duties could be meant",
        GapNoteBeforeMonth = "gap-note-before-month": "ngày trả lời ở trước tháng được hỏi" / "it was answered before the month began",
        GapNoteAfterToday = "gap-note-after-today": "ngày trả lời ở sau hôm nay" / "it would be answered after today",
        GapNoteNotFound = "gap-note-not-found": "không có ghi chú như vậy" / "there is no such note",
        ScopeAmbiguous = "scope-ambiguous": "mã vừa là mã đảng bộ vừa là mã chi bộ" / "the code is that of a committee and of a cell",
        NotAssigned = "not-assigned": "cán bộ không được phân công ở chi bộ đó" / "the official is not assigned to the cell",
        NotHeldHasNone = "not-held-has-none": "buổi không sinh hoạt thì không có số liệu" / "a meeting that was not held has no figures",
        NotPlanned = "not-planned": "chi bộ chưa có lịch như vậy" / "the cell announced no such date",
        NotInExistence = "not-in-existence": "bản ghi không tồn tại vào ngày đó" / "the record does not exist on that day",
        NothingChanges = "nothing-changes": "giá trị mới giống giá trị đã ghi" / "the new values are those on record",
        NothingKnownYet = "nothing-known-yet": "lúc đó chưa có sổ" / "there was no record file at that time",
        NothingToAmend = "nothing-to-amend": "không có phân công để sửa" / "there is no assignment to amend",
        NothingToRedo = "nothing-to-redo": "không có gì để làm lại" / "there is nothing to redo",
        NothingToUndo = "nothing-to-undo": "không có gì để hoàn tác" / "there is nothing to undo",
        OfficialNotActive = "official-not-active": "cán bộ không công tác vào ngày đó" / "the official is not active on that day",
        OperationNotFound = "operation-not-found": "không có thao tác số đó" / "there is no operation of this number",
        OfficialNotFound = "official-not-found": "không có cán bộ này" / "there is no such official",
        PeriodNotBegun = "period-not-begun": "tháng chưa bắt đầu" / "the month has not begun",
        PresentOverExpected = "present-over-expected": "số có mặt lớn hơn số phải dự" / "more present than expected",
        PresentOverTotal = "present-over-total": "số có mặt lớn hơn tổng số" / "more present than members",
        ReasonForVisitor = "reason-for-visitor": "người đã dự thì không có lý do vắng" / "a reason for absence of somebody who came",
        ReasonTwice = "reason-twice": "một người được ghi hai lý do vắng" / "somebody is given two reasons",
        NothingToReport = "nothing-to-report": "kiến nghị chưa có trả lời để thông báo lại" / "there is no answer yet to tell the cell of",
        RaisedAfterToday = "raised-after-today": "ngày nêu kiến nghị sau hôm nay" / "the recommendation would be raised after today",
        RecommendationNotTied = "recommendation-not-tied": "kiến nghị không gộp với kiến nghị nào" / "the recommendation is the same matter as no other",
        RecommendationOfOther = "recommendation-of-other": "kiến nghị của chi bộ khác" / "another cell raised the recommendation",
        ReportedNowhere = "reported-nowhere": "không sinh hoạt thì không thông báo lại được" / "nobody is told at a meeting that was not held",
        SameAlready = "same-already": "các kiến nghị đã gộp là một việc" / "the recommendations are the same matter already",
        SameAsItself = "same-as-itself": "kiến nghị không gộp với chính nó" / "a recommendation is not tied to itself",
        SentToNobody = "sent-to-nobody": "chưa nêu nơi nhận" / "it is not said to whom it was sent",
        StepAfterSettled = "step-after-settled": "kiến nghị đã giải quyết xong trước ngày đó" / "the recommendation was settled before",
        StepAfterToday = "step-after-today": "bước xử lý sau hôm nay" / "a step would be after today",
        StepBeforeRaised = "step-before-raised": "bước xử lý trước khi kiến nghị được nêu" / "a step would be before the recommendation was raised",
        StepNotFound = "step-not-found": "kiến nghị không có bước này" / "the recommendation has no such step",
        StepTwice = "step-twice": "bước xử lý này đã ghi" / "that step is recorded already",
        ToSuperfluous = "to-superfluous": "chỉ bước chuyển mới có nơi nhận" / "only what was sent has somebody to whom it went",
        RecommendationNotFound = "recommendation-not-found": "không có kiến nghị này" / "there is no such recommendation",
        RecordsFromNotBegun = "records-from-not-begun": "tháng bắt đầu tính báo cáo chưa tới" / "the first month of reports has not begun",
        RefersToNothing = "refers-to-nothing": "bản ghi nhắc tới cái không có" / "a record refers to nothing",
        ReplaceWhom = "replace-whom": "chưa rõ thay ai" / "several officials could be replaced",
        ReplacedBeganLater = "replaced-began-later": "người bị thay bắt đầu cùng ngày hoặc sau đó" / "the one to be replaced began that day or later",
        RestoreItself = "restore-itself": "bản sao lưu trùng với sổ đang dùng" / "the backup is the record file itself",
        RestoreOverOther = "restore-over-other": "sổ đang dùng không phải sổ của bản sao lưu" / "the record file is not that of the backup",
        RetireUnconfirmed = "retire-unconfirmed": "cho thôi công tác làm kết thúc phân công, cần --yes" / "retiring ends assignments and needs --yes",
        SeveralAssigned = "several-assigned": "nhiều cán bộ cùng được phân công, cần nêu ai đã dự" / "several officials are assigned; say who came",
        SplitTooFew = "split-too-few": "chia tách phải thành ít nhất hai chi bộ" / "a split needs two cells",
        SuccessionInTheWay = "succession-in-the-way": "việc sáp nhập hoặc chia tách đã ghi ngăn việc này" / "a recorded merger or split is in the way",
        SuccessionToItself = "succession-to-itself": "chi bộ không thể từ chính nó mà ra" / "a cell cannot come out of itself",
        TemplateTaken = "template-taken": "thư mục đã có tệp mẫu" / "the folder holds such a form already",
        TodayBorrowed = "today-borrowed": "không chốt theo một ngày chưa tới" / "no month is closed as of a day to come",
        UnassignWhom = "unassign-whom": "chưa rõ thôi phân công ai" / "several assignments could be ended",
        UndoBreaksRule = "undo-breaks-rule": "hoàn tác sẽ làm sai một quy định" / "undoing it would break a rule",
        UndoesItself = "undoes-itself": "thao tác này tự nó là hoàn tác" / "the operation is itself an undo",
        UndoneAlready = "undone-already": "thao tác đã hoàn tác rồi" / "the operation is undone already",
        UndoneClosings = "undone-closings": "tháng đã chốt do thao tác này nhập vào chưa mở lại" / "months that it brought closed are not opened again",
        UndoneTextErased = "undone-text-erased": "nội dung cần khôi phục đã bị xóa hẳn" / "a text that it would bring back was erased",
        VisitorTwice = "visitor-twice": "một người dự được ghi hai lần" / "a visitor is named twice",
        VisitorsUnsaid = "visitors-unsaid": "chưa nêu ai đã dự" / "it was not said who came",
    }
    2 {
        ArgumentUnknown = "argument-unknown": "không có tùy chọn hoặc tham số này" / "there is no such option or argument",
        ArgumentsMissing = "arguments-missing": "thiếu tham số" / "something is missing",
        CodeMisread = "code-misread": "không phải là mã" / "this is no code",
        CodeReserved = "code-reserved": "mã này là từ dành riêng" / "the code is a reserved word",
        CommandMissing = "command-missing": "thiếu lệnh" / "a command is missing",
        CommandUnknown = "command-unknown": "không có lệnh này" / "there is no such command",
        DateImpossible = "date-impossible": "lịch không có ngày này" / "the calendar has no such day",
        DateMisread = "date-misread": "không đọc được ngày" / "the day cannot be read",
        DateOutOfRange = "date-out-of-range": "năm ngoài khoảng 1930 đến 2100" / "the year is not from 1930 to 2100",
        DateTwoDigitYear = "date-two-digit-year": "năm phải đủ bốn chữ số" / "a year needs four digits",
        ExcelNeedsCsv = "excel-needs-csv": "--excel chỉ dùng cho CSV" / "--excel is for CSV only",
        ExplainOneMonth = "explain-one-month": "--explain trên màn hình chỉ cho một tháng" / "--explain on a screen is for one month",
        FingerprintMisread = "fingerprint-misread": "không đọc được mã đối chiếu" / "the fingerprint cannot be read",
        FormatUnknown = "format-unknown": "không rõ định dạng của tệp" / "the format of the file is not known",
        HourMisread = "hour-misread": "không đọc được giờ" / "the hour cannot be read",
        MomentMisread = "moment-misread": "không đọc được thời điểm" / "the moment cannot be read",
        NameEmpty = "name-empty": "tên để trống" / "the name is empty",
        NameSemicolon = "name-semicolon": "tên có dấu chấm phẩy" / "the name has a semicolon",
        NameWithoutLetter = "name-without-letter": "tên không có chữ hoặc số nào" / "the name has neither letter nor digit",
        NotUnicode = "not-unicode": "dòng lệnh không phải Unicode" / "the command line is not Unicode",
        NotYes = "not-yes": "chỉ nhận yes" / "only yes is taken",
        NotYesOrNo = "not-yes-or-no": "chỉ nhận có hoặc không" / "only yes or no is taken",
        NumberMisread = "number-misread": "không đọc được số, hoặc số quá lớn" / "the number cannot be read or is out of range",
        PresentOfTotalMisread = "present-of-total-misread": "không phải số có mặt và tổng số" / "not the number present and the members in all",
        OptionConflict = "option-conflict": "hai tùy chọn không dùng chung" / "two options do not go together",
        OptionNeeds = "option-needs": "tùy chọn cần đi cùng tùy chọn khác" / "an option needs another",
        OptionTwice = "option-twice": "tùy chọn được ghi hai lần" / "an option stands twice",
        PeriodBackwards = "period-backwards": "tháng cuối trước tháng đầu" / "the last month is before the first",
        PeriodMisread = "period-misread": "không đọc được tháng" / "the month cannot be read",
        PeriodNotOneMonth = "period-not-one-month": "cần đúng một tháng" / "one month is wanted",
        ScoreMisread = "score-misread": "không đọc được điểm" / "the score cannot be read",
        SettingUnknown = "setting-unknown": "không có cài đặt này" / "there is no such setting",
        TextBroken = "text-broken": "chữ bị hỏng khi chuyển mã" / "the text has broken letters",
        TextDigits = "text-digits": "nội dung có dãy số dài như số giấy tờ" / "the text has a number like that of an identity card",
        TextEmpty = "text-empty": "nội dung để trống" / "the text is empty",
        TextErrorValue = "text-error-value": "ô là giá trị lỗi của bảng tính" / "the cell is an error value of a spreadsheet",
        TextTooLong = "text-too-long": "nội dung quá dài" / "the text is too long",
        TextUnseen = "text-unseen": "có ký tự không nhìn thấy được" / "it has characters that nobody sees",
        Usage = "usage": "lệnh chưa đúng" / "the command line is not understood",
        ValueMissing = "value-missing": "tùy chọn thiếu giá trị" / "an option lacks its value",
        ValueSuperfluous = "value-superfluous": "tùy chọn thừa giá trị" / "an option has too many values",
        VisitorsMissing = "visitors-missing": "chưa nêu ai đã dự" / "it was not said who came",
        WordUnknown = "word-unknown": "từ không nằm trong danh sách được nhận" / "the word is none of those that are taken",
        PageOfRows = "page-of-rows": "trang tổng hợp không có dạng CSV, JSON" / "a page is no CSV or JSON",
        WorkbookToTerminal = "workbook-to-terminal": "tệp Excel không in ra màn hình được" / "a workbook cannot be printed to a screen",
        DocumentToTerminal = "document-to-terminal": "tệp Word không in ra màn hình được" / "a document cannot be printed to a screen",
        WorkbookTooLong = "workbook-too-long": "báo cáo dài hơn một trang tính Excel" / "the report is longer than a sheet of a workbook",
    }
    3 { Faults = "faults": "tệp nhập có lỗi, đã liệt kê từng lỗi" / "input files have faults, which are listed" }
    4 {
        BackupDiffers = "backup-differs": "bản sao vừa làm khác với sổ" / "the copy just made differs from the record file",
        DiskFailed = "disk-failed": "ổ đĩa báo lỗi" / "the disk failed",
        DiskFull = "disk-full": "ổ đĩa đầy" / "the disk is full",
        FileAbsent = "file-absent": "không có sổ ở đó" / "there is no record file there",
        FileBusy = "file-busy": "người khác đang ghi sổ" / "somebody else is writing the record file",
        FileDamaged = "file-damaged": "sổ bị hỏng" / "the record file is damaged",
        FileFlawed = "file-flawed": "sổ có sai lệch nên không làm việc này" / "the record file has flaws, so this is not done",
        FileLeftBeside = "file-left-beside": "cạnh sổ còn tệp dở dang của lần ghi trước" / "something is left beside the record file",
        FileNewer = "file-newer": "sổ do bản chibo mới hơn ghi" / "a newer chibo wrote the record file",
        FileNotChibo = "file-not-chibo": "tệp không phải sổ của chibo" / "the file is no record file of chibo",
        FileNotItsOwn = "file-not-its-own": "tệp cạnh sổ không thuộc sổ này" / "what lies beside the record file is not its own",
        FileOtherSchema = "file-other-schema": "cấu trúc sổ khác bản phát hành" / "the record file has another schema",
        FilePresent = "file-present": "tệp đã có" / "the file is there already",
        FileReadOnly = "file-read-only": "không được ghi vào sổ" / "the record file cannot be written",
        FileRowBroken = "file-row-broken": "một dòng trong sổ bị hỏng" / "a row of the record file is broken",
        FileUnreadable = "file-unreadable": "không đọc được sổ" / "the record file cannot be read",
        NoHome = "no-home": "không tìm được thư mục của người dùng" / "the user's folder is not known",
        RestoreFlawed = "restore-flawed": "bản sao lưu có sai lệch" / "the backup has flaws",
        Sqlite = "sqlite": "lỗi khác của SQLite" / "another error of SQLite",
    }
    5 { GapsFound = "gaps-found": "--check thấy chi bộ chưa đủ, hoặc check thấy sai lệch" / "--check found a gap, or check a flaw" }
}

/// The exit status of a defect in chibo, for which there is no code among those of failures.
pub const DEFECT: u8 = 70;

/// What an exit status means.
pub fn status(lang: Lang, status: u8) -> &'static str {
    match status {
        1 => lang.pick(
            "trái quy định của sổ, không tìm thấy hoặc không rõ; không có gì thay đổi",
            "refused by a rule, not found or ambiguous; nothing changed",
        ),
        2 => lang.pick("không hiểu dòng lệnh", "command line not understood"),
        3 => {
            lang.pick("tệp nhập có lỗi; chưa nhập gì", "input files have faults; nothing imported")
        }
        4 => lang.pick("không dùng được sổ", "record file cannot be used"),
        5 => lang.pick(
            "--check thấy còn chi bộ chưa có cán bộ được phân công về dự, hoặc check thấy sổ có sai lệch",
            "--check found a gap, or check a flaw in the record file",
        ),
        DEFECT => lang.pick("lỗi của chính chibo", "a defect in chibo"),
        _ => lang.pick("xong", "done"),
    }
}

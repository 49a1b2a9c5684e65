//! The stable words for errors, and the exit status of each (`commands.md`).

use super::Lang;
use crate::domain::Keyword;

/// Declares the codes under the exit status with which a command that meets them ends.
macro_rules! codes {
    ($($status:literal { $($code:ident = $key:literal),+ $(,)? })+) => {
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
            /// The exit status.
            pub fn status(self) -> u8 {
                match self { $($(Self::$code)|+ => $status),+ }
            }
        }
    };
}

codes! {
    1 {
        AlreadyEnded = "already-ended",
        Ambiguous = "ambiguous",
        AmendWhich = "amend-which",
        AnotherVisitor = "another-visitor",
        AssignmentBeyond = "assignment-beyond",
        AssignmentEmpty = "assignment-empty",
        AssignmentOverlaps = "assignment-overlaps",
        BackupAnother = "backup-another",
        BackupIsFolder = "backup-is-folder",
        BackupItself = "backup-itself",
        BackupJournal = "backup-journal",
        BackupName = "backup-name",
        BackupNotRecord = "backup-not-record",
        BackupTaken = "backup-taken",
        CategoryNotFound = "category-not-found",
        CannotUndo = "cannot-undo",
        CellElsewhere = "cell-elsewhere",
        CellNotFound = "cell-not-found",
        CellNotInPeriod = "cell-not-in-period",
        CellTwice = "cell-twice",
        CellsToItself = "cells-to-itself",
        ChangeInTheWay = "change-in-the-way",
        ChangeOutsideLife = "change-outside-life",
        CodeTaken = "code-taken",
        CodeUsedBefore = "code-used-before",
        CommitteeGone = "committee-gone",
        CommitteeHasCells = "committee-has-cells",
        CommitteeNotFound = "committee-not-found",
        ConfigBroken = "config-broken",
        ConfigUnreadable = "config-unreadable",
        CountsMissing = "counts-missing",
        Declined = "declined",
        DemoTaken = "demo-taken",
        DependedOn = "depended-on",
        EverybodyCame = "everybody-came",
        ExemptAwayOverTotal = "exempt-away-over-total",
        ExportTaken = "export-taken",
        ExportThere = "export-there",
        FolderAbsent = "folder-absent",
        OutputIsFolder = "output-is-folder",
        OutputIsRecord = "output-is-record",
        HeldAfterToday = "held-after-today",
        HeldOutsidePeriod = "held-outside-period",
        InputOutput = "input-output",
        IntoNotNew = "into-not-new",
        KeepsItsOwn = "keeps-its-own",
        LifeBackwards = "life-backwards",
        FiledContradicted = "filed-contradicted",
        MonthClosed = "month-closed",
        MonthClosedAlready = "month-closed-already",
        MonthEmpty = "month-empty",
        MonthHasGaps = "month-has-gaps",
        MonthNotClosed = "month-not-closed",
        MonthNotOver = "month-not-over",
        MonthRecordedAhead = "month-recorded-ahead",
        MeetingNotFound = "meeting-not-found",
        MeetingTaken = "meeting-taken",
        MeetingWhich = "meeting-which",
        NeverFiled = "never-filed",
        MeetingsInTheWay = "meetings-in-the-way",
        MergeNotAlike = "merge-not-alike",
        MergeTooFew = "merge-too-few",
        MergeUnlike = "merge-unlike",
        NewCellNameless = "new-cell-nameless",
        NameErasedAlready = "name-erased-already",
        NameInReason = "name-in-reason",
        NameInTexts = "name-in-texts",
        NameOfActor = "name-of-actor",
        NobodyAssigned = "nobody-assigned",
        NobodyToReplace = "nobody-to-replace",
        NotAssigned = "not-assigned",
        NotHeldHasNone = "not-held-has-none",
        NotInExistence = "not-in-existence",
        NothingChanges = "nothing-changes",
        NothingKnownYet = "nothing-known-yet",
        NothingToAmend = "nothing-to-amend",
        NothingToRedo = "nothing-to-redo",
        NothingToUndo = "nothing-to-undo",
        OfficialNotActive = "official-not-active",
        OperationNotFound = "operation-not-found",
        OfficialNotFound = "official-not-found",
        PeriodNotBegun = "period-not-begun",
        PresentOverExpected = "present-over-expected",
        PresentOverTotal = "present-over-total",
        ReasonForVisitor = "reason-for-visitor",
        ReasonTwice = "reason-twice",
        RecommendationNotFound = "recommendation-not-found",
        RecordsFromNotBegun = "records-from-not-begun",
        RefersToNothing = "refers-to-nothing",
        ReplaceWhom = "replace-whom",
        ReplacedBeganLater = "replaced-began-later",
        RestoreItself = "restore-itself",
        RestoreOverOther = "restore-over-other",
        RetireUnconfirmed = "retire-unconfirmed",
        SeveralAssigned = "several-assigned",
        SplitTooFew = "split-too-few",
        SuccessionInTheWay = "succession-in-the-way",
        SuccessionToItself = "succession-to-itself",
        TemplateTaken = "template-taken",
        TodayBorrowed = "today-borrowed",
        UnassignWhom = "unassign-whom",
        UndoBreaksRule = "undo-breaks-rule",
        UndoesItself = "undoes-itself",
        UndoneAlready = "undone-already",
        UndoneClosings = "undone-closings",
        UndoneTextErased = "undone-text-erased",
        VisitorTwice = "visitor-twice",
        VisitorsUnsaid = "visitors-unsaid",
    }
    2 {
        ArgumentUnknown = "argument-unknown",
        ArgumentsMissing = "arguments-missing",
        CodeMisread = "code-misread",
        CodeReserved = "code-reserved",
        CommandMissing = "command-missing",
        CommandUnknown = "command-unknown",
        DateImpossible = "date-impossible",
        DateMisread = "date-misread",
        DateOutOfRange = "date-out-of-range",
        DateTwoDigitYear = "date-two-digit-year",
        ExcelNeedsCsv = "excel-needs-csv",
        ExplainOneMonth = "explain-one-month",
        FingerprintMisread = "fingerprint-misread",
        FormatUnknown = "format-unknown",
        MomentMisread = "moment-misread",
        NameEmpty = "name-empty",
        NameSemicolon = "name-semicolon",
        NameWithoutLetter = "name-without-letter",
        NotUnicode = "not-unicode",
        NotYes = "not-yes",
        NotYesOrNo = "not-yes-or-no",
        NumberMisread = "number-misread",
        OptionConflict = "option-conflict",
        OptionNeeds = "option-needs",
        OptionTwice = "option-twice",
        PeriodBackwards = "period-backwards",
        PeriodMisread = "period-misread",
        PeriodNotOneMonth = "period-not-one-month",
        ScoreMisread = "score-misread",
        SettingUnknown = "setting-unknown",
        TextBroken = "text-broken",
        TextDigits = "text-digits",
        TextEmpty = "text-empty",
        TextErrorValue = "text-error-value",
        TextTooLong = "text-too-long",
        TextUnseen = "text-unseen",
        Usage = "usage",
        ValueMissing = "value-missing",
        ValueSuperfluous = "value-superfluous",
        VisitorsMissing = "visitors-missing",
        WordUnknown = "word-unknown",
    }
    3 { Faults = "faults" }
    4 {
        BackupDiffers = "backup-differs",
        DiskFailed = "disk-failed",
        DiskFull = "disk-full",
        FileAbsent = "file-absent",
        FileBusy = "file-busy",
        FileDamaged = "file-damaged",
        FileFlawed = "file-flawed",
        FileLeftBeside = "file-left-beside",
        FileNewer = "file-newer",
        FileNotChibo = "file-not-chibo",
        FileNotItsOwn = "file-not-its-own",
        FileOtherSchema = "file-other-schema",
        FilePresent = "file-present",
        FileReadOnly = "file-read-only",
        FileRowBroken = "file-row-broken",
        FileUnreadable = "file-unreadable",
        NoHome = "no-home",
        RestoreFlawed = "restore-flawed",
        Sqlite = "sqlite",
    }
    5 { GapsFound = "gaps-found" }
}

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
        70 => lang.pick("lỗi của chính chibo", "a defect in chibo"),
        _ => lang.pick("xong", "done"),
    }
}

//! What operations do, each by one stable English word (`records.md`, section 3).

use super::Operation;
use super::keyword::{Keyword, keyword};

keyword! {
    /// What an operation did.
    Verb {
        Init = "init",
        Demo = "demo",
        Config = "config",
        Import = "import",
        CommitteeAdd = "committee-add",
        CommitteeRename = "committee-rename",
        CommitteeRecode = "committee-recode",
        CommitteeDissolve = "committee-dissolve",
        CellAdd = "cell-add",
        CellRename = "cell-rename",
        CellRecode = "cell-recode",
        CellMerge = "cell-merge",
        CellSplit = "cell-split",
        CellMove = "cell-move",
        CellDissolve = "cell-dissolve",
        OfficialAdd = "official-add",
        OfficialPost = "official-post",
        OfficialRetire = "official-retire",
        OfficialRecode = "official-recode",
        OfficialErase = "official-erase",
        Assign = "assign",
        Unassign = "unassign",
        DutyAdd = "duty-add",
        DutyEnd = "duty-end",
        LogMeeting = "log-meeting",
        MeetingAmend = "meeting-amend",
        MeetingRemove = "meeting-remove",
        RecommendAdd = "recommend-add",
        RecommendSend = "recommend-send",
        RecommendAnswer = "recommend-answer",
        RecommendResolve = "recommend-resolve",
        RecommendDecline = "recommend-decline",
        RecommendReportBack = "recommend-report-back",
        RecommendAmend = "recommend-amend",
        RecommendRemove = "recommend-remove",
        RecommendSame = "recommend-same",
        RecommendApart = "recommend-apart",
        MeetingPlan = "meeting-plan",
        MeetingPlanRemove = "meeting-plan-remove",
        LogInspection = "log-inspection",
        InspectionAmend = "inspection-amend",
        InspectionRemove = "inspection-remove",
        BulletinAdd = "bulletin-add",
        BulletinRemove = "bulletin-remove",
        GapNote = "gap-note",
        GapNoteRemove = "gap-note-remove",
        Close = "close",
        Reopen = "reopen",
        Undo = "undo",
        Redo = "redo",
    }
}

impl Verb {
    /// Whether no undo ever takes it back: what made the file, what was sent out, what is gone for good.
    pub fn is_lasting(self) -> bool {
        matches!(self, Self::Init | Self::Demo | Self::Close | Self::Reopen | Self::OfficialErase)
    }
}

impl Operation {
    /// What it did; none, if a later chibo recorded something that this one does not know.
    pub fn known_verb(&self) -> Option<Verb> {
        Verb::from_key(&self.verb)
    }

    /// Whether this is what it did.
    pub fn is(&self, verb: Verb) -> bool {
        self.verb == verb.key()
    }
}

//! Why something is refused: one value for each rule, with all that a message needs, and no sentence.

use super::keyword::keyword;
use super::{
    CellKind, Code, Date, Detail, DocumentNo, MeetingKind, MeetingMeant, Operation,
    OperationNumber, Period, RuleBroken, Span, Status, TextPlace,
};

keyword! {
    /// What a message speaks of.
    ThingKind {
        Committee = "committee",
        Cell = "cell",
        Category = "category",
        Official = "official",
        Recommendation = "recommendation",
    }
}

/// A record as a message names it: code and name, `P1-02 Khu phố 2`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    pub kind: ThingKind,
    pub code: String,
    pub name: String,
    /// What tells it from others of the same name, such as a title.
    pub detail: Option<String>,
}

impl Thing {
    /// A record with its code and name.
    pub fn new(kind: ThingKind, code: &Code, name: &str) -> Self {
        Self { kind, code: code.to_string(), name: name.to_owned(), detail: None }
    }

    /// The same with what tells it from others of its name.
    pub fn with_detail(self, detail: &str) -> Self {
        Self { detail: Some(detail.to_owned()), ..self }
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.name.is_empty() {
            write!(f, "{}", self.code)
        } else {
            write!(f, "{} {}", self.code, self.name)
        }
    }
}

/// A number that a message names by its option or column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Total,
    Exempt,
    Away,
    Present,
    Excused,
    Detail(Detail),
    Order,
    RegularDay,
    Raised,
    Operation,
}

/// A rule that was broken, or something that cannot be read or found. Texts about it are in
/// `texts::refusals`; every variant has a stable code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum Refusal {
    // Reading what was typed (section 8).
    DateMisread {
        text: String,
    },
    DateTwoDigitYear {
        text: String,
    },
    DateImpossible {
        text: String,
        /// The day that would be meant if the month stood first.
        month_first: Option<Date>,
    },
    DateOutOfRange {
        text: String,
    },
    /// Neither an operation nor a day nor a time.
    MomentMisread {
        text: String,
    },
    PeriodMisread {
        text: String,
    },
    PeriodBackwards {
        text: String,
    },
    PeriodNotOneMonth {
        text: String,
    },
    CodeMisread {
        text: String,
        longest: usize,
    },
    CodeReserved {
        text: String,
    },
    NameEmpty,
    NameSemicolon {
        text: String,
    },
    NameWithoutLetter {
        text: String,
    },
    TextUnseen {
        found: u32,
    },
    /// The sign that stands for letters that were lost.
    TextBroken,
    /// What a spreadsheet writes where it could compute nothing.
    TextErrorValue {
        text: String,
    },
    TextTooLong {
        long: usize,
        longest: usize,
    },
    TextEmpty,
    TextDigits,
    NumberMisread {
        field: Field,
        text: String,
        least: u32,
        most: u32,
    },
    ScoreMisread {
        text: String,
    },
    NotYes {
        text: String,
    },
    NotYesOrNo {
        text: String,
    },

    // Finding (section 8).
    NotFound {
        kind: ThingKind,
        text: String,
        near: Vec<Thing>,
        /// What was typed is a former code of this.
        recoded: Option<Thing>,
    },
    Ambiguous {
        kind: ThingKind,
        text: String,
        count: usize,
        matches: Vec<Thing>,
    },
    CodeTaken {
        thing: Thing,
    },

    // The register (section 4).
    LifeBackwards {
        thing: Thing,
        from: Date,
        until: Date,
    },
    ChangeOutsideLife {
        thing: Thing,
        day: Date,
        life: Span,
    },
    CommitteeGone {
        cell: Thing,
        committee: Thing,
        days: Span,
        life: Span,
    },
    SuccessionToItself {
        cell: Thing,
    },
    /// A record, none if it has no name of its own, refers to one of this kind that is not on record.
    RefersToNothing {
        thing: Option<Thing>,
        kind: ThingKind,
    },

    // Corrections and reorganisation (section 4).
    /// It has ended by the day on which something is to be done with it.
    AlreadyEnded {
        thing: Thing,
        on: Date,
    },
    /// Recorded meetings that would not be lawful if a cell or an official ended then.
    MeetingsInTheWay {
        thing: Thing,
        on: Date,
        meetings: Vec<MeetingMeant>,
    },
    /// Something would end before a recorded change of it.
    ChangeInTheWay {
        thing: Thing,
        on: Date,
        day: Date,
    },
    /// A cell would end before another one went into it, or after it went into another.
    SuccessionInTheWay {
        cell: Thing,
        from: Thing,
        to: Thing,
        on: Date,
    },
    /// A code names one identity for ever; of another one that is no longer recorded, there is no thing.
    CodeUsedBefore {
        code: String,
        thing: Option<Thing>,
    },
    /// A new cell was given a code only.
    NewCellNameless {
        code: String,
    },
    CellTwice {
        cell: Thing,
    },
    MergeTooFew {
        cell: Thing,
        /// The code of another cell that is to stay.
        into: Option<String>,
    },
    SplitTooFew {
        cell: Thing,
    },
    /// The merged cells differ in kind or committee, and nobody said which the new one has.
    MergeNotAlike {
        committees: Vec<Thing>,
        kinds: Vec<CellKind>,
    },
    /// A cell that is neither new nor one of those that are merged or split.
    IntoNotNew {
        cell: Thing,
        from: Option<Date>,
        on: Date,
    },
    /// Kind or committee were given, and no cell is new.
    KeepsItsOwn {
        cell: Thing,
    },
    CommitteeHasCells {
        committee: Thing,
        cells: Vec<Thing>,
        on: Date,
    },
    CellsToItself {
        committee: Thing,
    },
    /// Cells lose an assignment, and nobody has said yes; the second list are those left without a visitor.
    RetireUnconfirmed {
        official: Thing,
        on: Date,
        cells: Vec<Thing>,
        unvisited: Vec<Thing>,
    },

    // Assignments (section 4).
    AssignmentEmpty {
        from: Date,
        until: Date,
    },
    AssignmentBeyond {
        thing: Thing,
        until: Date,
        end: Date,
    },
    AssignmentOverlaps {
        cell: Thing,
        official: Thing,
        days: Span,
    },
    AnotherVisitor {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },
    NobodyToReplace {
        cell: Thing,
        official: Option<Thing>,
        from: Date,
    },
    ReplaceWhom {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },
    ReplacedBeganLater {
        cell: Thing,
        official: Thing,
        began: Date,
        from: Date,
    },
    NothingToAmend {
        cell: Thing,
        official: Thing,
    },
    AmendWhich {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },
    NotAssigned {
        cell: Thing,
        official: Option<Thing>,
        day: Date,
    },
    UnassignWhom {
        cell: Thing,
        others: Vec<(Thing, Span)>,
    },

    // Meetings (sections 4 and 5).
    CountsMissing {
        missing: Vec<Field>,
    },
    PresentOverTotal {
        present: u16,
        total: u16,
    },
    ExemptAwayOverTotal {
        exempt: u16,
        away: u16,
        total: u16,
    },
    PresentOverExpected {
        present: u16,
        excused: u16,
        expected: u16,
        total: u16,
        exempt: u16,
        away: u16,
    },
    HeldOutsidePeriod {
        held_on: Date,
        period: Period,
        earliest: Date,
        latest: Date,
    },
    HeldAfterToday {
        held_on: Date,
        today: Date,
    },
    /// A cell or official does not exist on a day on which it would have to.
    NotThere {
        thing: Thing,
        day: Date,
        life: Span,
    },
    CellNotInPeriod {
        cell: Thing,
        period: Period,
        life: Span,
    },
    VisitorTwice {
        official: Thing,
    },
    ReasonForVisitor {
        official: Thing,
    },
    ReasonTwice {
        official: Thing,
    },
    NobodyAssigned {
        cell: Thing,
        day: Date,
    },
    SeveralAssigned {
        cell: Thing,
        day: Date,
        officials: Vec<Thing>,
    },
    EverybodyCame {
        cell: Thing,
    },
    MeetingTaken {
        cell: Thing,
        period: Period,
        kind: MeetingKind,
        held_on: Option<Date>,
    },
    MeetingNotFound {
        cell: Thing,
        period: Period,
        recorded: Vec<Period>,
    },
    MeetingWhich {
        cell: Thing,
        period: Period,
        days: Vec<Date>,
    },
    NotHeldHasNone {
        cell: Thing,
        period: Period,
    },
    /// A regular meeting that was held after all, without a word on who came: silence is no absence.
    VisitorsUnsaid {
        cell: Thing,
        period: Period,
    },
    NothingChanges,

    // Reports and history.
    /// The cell asked for does not belong to the committee asked for.
    CellElsewhere {
        cell: Thing,
        committee: Thing,
        belongs_to: Thing,
    },
    /// With which reports were to begin.
    RecordsFromNotBegun {
        period: Period,
        today: Date,
    },
    PeriodNotBegun {
        period: Period,
        today: Date,
    },
    NothingToUndo,
    NothingToRedo,
    /// Of a kind that stays.
    CannotUndo {
        operation: Box<Operation>,
    },
    /// It is itself the undo or redo of a change.
    UndoesItself {
        number: OperationNumber,
        change: OperationNumber,
        redo: bool,
    },
    UndoneAlready {
        number: OperationNumber,
        by: OperationNumber,
    },
    /// It brought closed months, which are still closed.
    UndoneClosings {
        number: OperationNumber,
        months: Vec<Period>,
    },
    /// A text that it replaced or removed was erased since, and cannot stand again.
    UndoneTextErased {
        number: OperationNumber,
        by: OperationNumber,
    },
    /// Later operations in force depend on it; the newest first.
    DependedOn {
        number: OperationNumber,
        later: Vec<Operation>,
    },
    /// Without it, or with it again, a rule would not hold.
    UndoBreaksRule {
        number: OperationNumber,
        broken: Box<RuleBroken>,
    },

    // As known then, and closed months (sections 3 and 7).
    /// The file was made after the moment asked for; on which day, in local time.
    NothingKnownYet {
        made: Date,
    },
    OperationNotFound {
        number: OperationNumber,
        newest: OperationNumber,
    },
    /// Cells of closed months that an operation would change.
    MonthClosed {
        months: Vec<(Period, Vec<Thing>)>,
        /// Whether a meeting was only added where the filed row had none.
        late: bool,
    },
    /// A month is to be closed as of a day that the machine has not seen yet.
    TodayBorrowed {
        today: Date,
        machine: Date,
    },
    /// The month is not over.
    MonthNotOver {
        period: Period,
        today: Date,
    },
    MonthClosedAlready {
        period: Period,
        closed_on: Date,
    },
    MonthNotClosed {
        period: Period,
    },
    /// No cell is due in it, or it is before the first period of reports.
    MonthEmpty {
        period: Period,
        records_from: Option<Period>,
    },
    /// Cells of the month with a gap.
    MonthHasGaps {
        period: Period,
        gaps: Vec<(Thing, Status)>,
        /// With which it was to be sent out.
        document: Option<DocumentNo>,
    },
    /// Cells whose figures meetings held after today, recorded already, would change.
    MonthRecordedAhead {
        period: Period,
        today: Date,
        cells: Vec<Thing>,
    },
    NeverFiled {
        period: Period,
    },

    /// Closed months from files whose rows are not those of the records, by the codes of their cells.
    FiledContradicted {
        months: Vec<(Period, Vec<Code>)>,
    },

    // Checking and erasing (section 3).
    FingerprintMisread {
        text: String,
    },
    NameErasedAlready {
        official: Thing,
    },
    /// The reason for erasing a name contains it.
    NameInReason {
        official: Thing,
    },
    /// Who records the operation has the name that is to be erased.
    NameOfActor {
        official: Thing,
    },
    /// Free texts in force contain the name.
    NameInTexts {
        official: Thing,
        places: Vec<TextPlace>,
    },
}

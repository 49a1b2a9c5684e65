//! Refusals in words: what was wrong, what was expected, what to type next.

mod assignments;
mod calendar;
mod commands;
mod counts;
mod finding;
mod meetings;
mod register;
mod written;

use super::{Lang, days, say};
use crate::domain::{Field, Refusal, Span, Thing};

/// A refusal or failure as a person reads it, with its stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// A stable English word.
    pub code: &'static str,
    /// What was wrong and what was expected.
    pub message: String,
    /// What to type next.
    pub hint: Option<String>,
}

impl Explained {
    /// An explanation without a hint.
    pub fn new(code: &'static str, message: String) -> Self {
        Self { code, message, hint: None }
    }

    /// The same with what to type next.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// The label of a number or value of a meeting, with its option.
pub fn field(lang: Lang, field: Field) -> String {
    match field {
        Field::Total => say!(lang, "tổng số đảng viên (--total)", "members in all (--total)"),
        Field::Exempt => say!(lang, "miễn sinh hoạt (--exempt)", "exempt (--exempt)"),
        Field::Away => say!(lang, "đi nơi khác (--away)", "away (--away)"),
        Field::Present => say!(lang, "có mặt (--present)", "present (--present)"),
        Field::Excused => say!(lang, "vắng có lý do (--excused)", "excused (--excused)"),
        Field::Remarks => say!(lang, "số ý kiến (--remarks)", "remarks (--remarks)"),
        Field::Order => say!(lang, "thứ tự (--order)", "order (--order)"),
        Field::RegularDay => {
            say!(lang, "ngày sinh hoạt định kỳ (--regular-day)", "usual day (--regular-day)")
        }
    }
}

/// A record with what tells it from others of its name.
pub fn thing(thing: &Thing) -> String {
    match &thing.detail {
        Some(detail) => format!("{thing} ({detail})"),
        None => thing.to_string(),
    }
}

fn things(list: &[Thing]) -> String {
    list.iter().map(thing).collect::<Vec<_>>().join("; ")
}

fn dated_things(lang: Lang, list: &[(Thing, Span)]) -> String {
    let one = |(who, span): &(Thing, Span)| format!("{} ({})", thing(who), days(lang, *span));
    list.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn first_code(list: &[(Thing, Span)]) -> String {
    list.first().map(|(who, _)| who.code.clone()).unwrap_or_default()
}

/// A refusal in words.
pub fn refusal(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::DateMisread { .. }
        | Refusal::DateTwoDigitYear { .. }
        | Refusal::DateImpossible { .. }
        | Refusal::DateOutOfRange { .. }
        | Refusal::PeriodMisread { .. }
        | Refusal::PeriodBackwards { .. }
        | Refusal::PeriodNotOneMonth { .. } => calendar::explain(lang, refusal),
        Refusal::CodeMisread { .. }
        | Refusal::CodeReserved { .. }
        | Refusal::NameEmpty
        | Refusal::NameSemicolon { .. }
        | Refusal::TextUnseen { .. }
        | Refusal::TextTooLong { .. }
        | Refusal::TextEmpty
        | Refusal::TextDigits
        | Refusal::NumberMisread { .. }
        | Refusal::ScoreMisread { .. }
        | Refusal::NotYes { .. }
        | Refusal::NotYesOrNo { .. } => written::explain(lang, refusal),
        Refusal::NotFound { .. } | Refusal::Ambiguous { .. } | Refusal::CodeTaken { .. } => {
            finding::explain(lang, refusal)
        }
        Refusal::LifeBackwards { .. }
        | Refusal::ChangeOutsideLife { .. }
        | Refusal::CommitteeGone { .. }
        | Refusal::SuccessionToItself { .. } => register::explain(lang, refusal),
        Refusal::AssignmentEmpty { .. }
        | Refusal::AssignmentBeyond { .. }
        | Refusal::AssignmentOverlaps { .. }
        | Refusal::AnotherVisitor { .. }
        | Refusal::NobodyToReplace { .. }
        | Refusal::ReplaceWhom { .. }
        | Refusal::ReplacedBeganLater { .. }
        | Refusal::NothingToAmend { .. }
        | Refusal::AmendWhich { .. }
        | Refusal::NotAssigned { .. }
        | Refusal::UnassignWhom { .. }
        | Refusal::UnassignBeforeStart { .. } => assignments::explain(lang, refusal),
        Refusal::CountsMissing { .. }
        | Refusal::PresentOverTotal { .. }
        | Refusal::ExemptAwayOverTotal { .. }
        | Refusal::PresentOverExpected { .. } => counts::explain(lang, refusal),
        Refusal::HeldOutsidePeriod { .. }
        | Refusal::HeldAfterToday { .. }
        | Refusal::NotThere { .. }
        | Refusal::CellNotInPeriod { .. }
        | Refusal::VisitorTwice { .. }
        | Refusal::ReasonForVisitor { .. }
        | Refusal::ReasonTwice { .. }
        | Refusal::NobodyAssigned { .. }
        | Refusal::SeveralAssigned { .. }
        | Refusal::EverybodyCame { .. }
        | Refusal::MeetingTaken { .. }
        | Refusal::MeetingNotFound { .. }
        | Refusal::MeetingWhich { .. }
        | Refusal::NotHeldHasNone { .. }
        | Refusal::VisitorsUnsaid { .. } => meetings::explain(lang, refusal),
        Refusal::NothingChanges
        | Refusal::CellElsewhere { .. }
        | Refusal::PeriodNotBegun { .. }
        | Refusal::NothingToUndo => commands::explain(lang, refusal),
    }
}

fn unexpected(refusal: &Refusal) -> Explained {
    Explained::new("refused", refusal.to_string())
}

//! Refusals in words: what was wrong, what was expected, what to type next.

mod assignments;
mod calendar;
mod closing;
mod commands;
mod counts;
mod erasing;
mod finding;
mod meetings;
mod register;
mod reorganisation;
mod undoing;
mod written;

use super::{Explained, Lang, column_label, days, thing};
use crate::domain::{Field, Keyword, Refusal, Span, Thing, ThingKind, refusal};

/// The label of a number. The words do not know under which option or in which column it was given.
pub fn field(lang: Lang, field: Field) -> String {
    let label = match field {
        Field::Total => lang.pick("tổng số đảng viên", "members in all"),
        Field::Exempt => lang.pick("miễn sinh hoạt", "exempt"),
        Field::Away => lang.pick("đi nơi khác", "away"),
        Field::Present => lang.pick("có mặt", "present"),
        Field::Excused => lang.pick("vắng có lý do", "excused"),
        Field::Detail(detail) => return column_label(detail.key(), lang).to_lowercase(),
        Field::Order => lang.pick("thứ tự", "order"),
        Field::Raised => lang.pick("số kiến nghị", "number of recommendations"),
        Field::Operation => lang.pick("số thao tác", "number of an operation"),
        Field::RegularDay => lang.pick("ngày sinh hoạt định kỳ", "usual day"),
    };
    label.to_owned()
}

/// What a record does on its last day: an official does not end.
fn end(lang: Lang, kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Official => lang.pick("thôi công tác", "retire"),
        ThingKind::Committee
        | ThingKind::Cell
        | ThingKind::Category
        | ThingKind::Recommendation => lang.pick("kết thúc", "end"),
    }
}

/// That a record is not there on a day, without the day.
fn is_not_there(lang: Lang, kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Official => lang.pick("không công tác", "is not active"),
        ThingKind::Committee
        | ThingKind::Cell
        | ThingKind::Category
        | ThingKind::Recommendation => lang.pick("không tồn tại", "does not exist"),
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

/// A refusal in words. Every variant has its own; one without does not compile.
pub fn refusal(lang: Lang, refusal: &Refusal) -> Explained {
    match refusal {
        Refusal::Calendar(refusal::Calendar::DateMisread { text }) => {
            calendar::date_misread(lang, text)
        }
        Refusal::Calendar(refusal::Calendar::DateTwoDigitYear { text }) => {
            calendar::date_two_digit_year(lang, text)
        }
        Refusal::Calendar(refusal::Calendar::DateImpossible { text, month_first }) => {
            calendar::date_impossible(lang, text, month_first)
        }
        Refusal::Calendar(refusal::Calendar::DateOutOfRange { text }) => {
            calendar::date_out_of_range(lang, text)
        }
        Refusal::Calendar(refusal::Calendar::MomentMisread { text }) => {
            calendar::moment_misread(lang, text)
        }
        Refusal::Calendar(refusal::Calendar::PeriodMisread { text }) => {
            calendar::period_misread(lang, text)
        }
        Refusal::Calendar(refusal::Calendar::PeriodBackwards { text }) => {
            calendar::period_backwards(lang, text)
        }
        Refusal::Calendar(refusal::Calendar::PeriodNotOneMonth { text }) => {
            calendar::period_not_one_month(lang, text)
        }
        Refusal::Written(refusal::Written::CodeMisread { text, longest }) => {
            written::code_misread(lang, text, longest)
        }
        Refusal::Written(refusal::Written::CodeReserved { text }) => {
            written::code_reserved(lang, text)
        }
        Refusal::Written(refusal::Written::NameEmpty) => written::name_empty(lang),
        Refusal::Written(refusal::Written::NameSemicolon { text }) => {
            written::name_semicolon(lang, text)
        }
        Refusal::Written(refusal::Written::NameWithoutLetter { text }) => {
            written::name_without_letter(lang, text)
        }
        Refusal::Written(refusal::Written::TextUnseen { found }) => {
            written::text_unseen(lang, found)
        }
        Refusal::Written(refusal::Written::TextBroken) => written::text_broken(lang),
        Refusal::Written(refusal::Written::TextErrorValue { text }) => {
            written::text_error_value(lang, text)
        }
        Refusal::Written(refusal::Written::TextTooLong { long, longest }) => {
            written::text_too_long(lang, long, longest)
        }
        Refusal::Written(refusal::Written::TextEmpty) => written::text_empty(lang),
        Refusal::Written(refusal::Written::TextDigits) => written::text_digits(lang),
        Refusal::Written(refusal::Written::NumberMisread { field, text, least, most }) => {
            written::number_misread(lang, field, text, least, most)
        }
        Refusal::Written(refusal::Written::ScoreMisread { text }) => {
            written::score_misread(lang, text)
        }
        Refusal::Written(refusal::Written::NotYes { text }) => written::not_yes(lang, text),
        Refusal::Written(refusal::Written::NotYesOrNo { text }) => {
            written::not_yes_or_no(lang, text)
        }
        Refusal::Found(refusal::Found::NotFound { kind, text, near, recoded }) => {
            finding::not_found(lang, kind, text, near, recoded.as_ref())
        }
        Refusal::Found(refusal::Found::Ambiguous { kind, text, count, matches }) => {
            finding::ambiguous(lang, kind, text, count, matches)
        }
        Refusal::Register(refusal::Register::CodeTaken { thing }) => {
            finding::code_taken(lang, thing)
        }
        Refusal::Register(refusal::Register::LifeBackwards { thing, from, until }) => {
            register::life_backwards(lang, thing, from, until)
        }
        Refusal::Register(refusal::Register::ChangeOutsideLife { thing, day, life }) => {
            register::change_outside_life(lang, thing, day, life)
        }
        Refusal::Register(refusal::Register::CommitteeGone { cell, committee, days, life })
            if days.from.is_none() =>
        {
            register::committee_gone_without_founding(lang, cell, committee, life)
        }
        Refusal::Register(refusal::Register::CommitteeGone { cell, committee, days, life }) => {
            register::committee_gone(lang, cell, committee, days, life)
        }
        Refusal::Register(refusal::Register::SuccessionToItself { cell }) => {
            register::succession_to_itself(lang, cell)
        }
        Refusal::Ending(refusal::Ending::AlreadyEnded { thing, on }) => {
            reorganisation::already_ended(lang, thing, on)
        }
        Refusal::Ending(refusal::Ending::MeetingsInTheWay { thing, on, meetings }) => {
            reorganisation::meetings_in_the_way(lang, thing, on, meetings)
        }
        Refusal::Ending(refusal::Ending::ChangeInTheWay { thing, on, day }) => {
            reorganisation::change_in_the_way(lang, thing, on, day)
        }
        Refusal::Ending(refusal::Ending::SuccessionInTheWay { cell, from, to, on }) => {
            reorganisation::succession_in_the_way(lang, cell, from, to, on)
        }
        Refusal::Register(refusal::Register::CodeUsedBefore { code, thing }) => {
            reorganisation::code_used_before(lang, code, thing)
        }
        Refusal::Reorganisation(refusal::Reorganisation::NewCellNameless { code }) => {
            reorganisation::new_cell_nameless(lang, code)
        }
        Refusal::Reorganisation(refusal::Reorganisation::CellTwice { cell }) => {
            reorganisation::cell_twice(lang, cell)
        }
        Refusal::Reorganisation(refusal::Reorganisation::MergeTooFew { cell, into }) => {
            reorganisation::merge_too_few(lang, cell, into.as_deref())
        }
        Refusal::Reorganisation(refusal::Reorganisation::SplitTooFew { cell }) => {
            reorganisation::split_too_few(lang, cell)
        }
        Refusal::Reorganisation(refusal::Reorganisation::MergeNotAlike { committees, kinds }) => {
            reorganisation::merge_not_alike(lang, committees, kinds)
        }
        Refusal::Reorganisation(refusal::Reorganisation::IntoNotNew { cell, from, on }) => {
            reorganisation::into_not_new(lang, cell, from, on)
        }
        Refusal::Reorganisation(refusal::Reorganisation::KeepsItsOwn { cell }) => {
            reorganisation::keeps_its_own(lang, cell)
        }
        Refusal::Ending(refusal::Ending::CommitteeHasCells { committee, cells, on }) => {
            reorganisation::committee_has_cells(lang, committee, cells, on)
        }
        Refusal::Ending(refusal::Ending::CellsToItself { committee }) => {
            reorganisation::cells_to_itself(lang, committee)
        }
        Refusal::Ending(refusal::Ending::RetireUnconfirmed { official, on, cells, unvisited }) => {
            reorganisation::retire_unconfirmed(lang, official, on, cells, unvisited)
        }
        Refusal::Register(refusal::Register::RefersToNothing { thing, kind }) => {
            register::refers_to_nothing(lang, thing.as_ref(), *kind)
        }
        Refusal::Assignment(refusal::Assignment::Empty { from, until }) => {
            assignments::assignment_empty(lang, from, until)
        }
        Refusal::Assignment(refusal::Assignment::Beyond { thing, until, end }) => {
            assignments::assignment_beyond(lang, thing, until, end)
        }
        Refusal::Assignment(refusal::Assignment::Overlaps { cell, official, days }) => {
            assignments::assignment_overlaps(lang, cell, official, days)
        }
        Refusal::Assignment(refusal::Assignment::AnotherVisitor { cell, others }) => {
            assignments::another_visitor(lang, cell, others)
        }
        Refusal::Assignment(refusal::Assignment::NobodyToReplace { cell, official, from }) => {
            assignments::nobody_to_replace(lang, cell, official, from)
        }
        Refusal::Assignment(refusal::Assignment::ReplaceWhom { cell, others }) => {
            assignments::replace_whom(lang, cell, others)
        }
        Refusal::Assignment(refusal::Assignment::ReplacedBeganLater {
            cell,
            official,
            began,
            from,
        }) => assignments::replaced_began_later(lang, cell, official, began, from),
        Refusal::Assignment(refusal::Assignment::NothingToAmend { cell, official }) => {
            assignments::nothing_to_amend(lang, cell, official)
        }
        Refusal::Assignment(refusal::Assignment::AmendWhich { cell, others }) => {
            assignments::amend_which(lang, cell, others)
        }
        Refusal::Assignment(refusal::Assignment::NotAssigned { cell, official, day }) => {
            assignments::not_assigned(lang, cell, official, day)
        }
        Refusal::Assignment(refusal::Assignment::UnassignWhom { cell, others }) => {
            assignments::unassign_whom(lang, cell, others)
        }
        Refusal::Counts(refusal::Counts::Missing { missing }) => {
            counts::counts_missing(lang, missing)
        }
        Refusal::Counts(refusal::Counts::PresentOverTotal { present, total }) => {
            counts::present_over_total(lang, present, total)
        }
        Refusal::Counts(refusal::Counts::ExemptAwayOverTotal { exempt, away, total }) => {
            counts::exempt_away_over_total(lang, exempt, away, total)
        }
        Refusal::Counts(refusal::Counts::PresentOverExpected {
            present,
            excused,
            expected,
            total,
            exempt,
            away,
        }) => counts::present_over_expected(lang, present, excused, expected, total, exempt, away),
        Refusal::Meeting(refusal::Meeting::HeldOutsidePeriod {
            held_on,
            period,
            earliest,
            latest,
        }) => meetings::held_outside_period(lang, held_on, period, earliest, latest),
        Refusal::Meeting(refusal::Meeting::HeldAfterToday { held_on, today }) => {
            meetings::held_after_today(lang, held_on, today)
        }
        Refusal::Register(refusal::Register::NotThere { thing, day, life }) => {
            meetings::not_there(lang, thing, day, life)
        }
        Refusal::Meeting(refusal::Meeting::CellNotInPeriod { cell, period, life }) => {
            meetings::cell_not_in_period(lang, cell, period, life)
        }
        Refusal::Meeting(refusal::Meeting::VisitorTwice { official }) => {
            meetings::visitor_twice(lang, official)
        }
        Refusal::Meeting(refusal::Meeting::ReasonForVisitor { official }) => {
            meetings::reason_for_visitor(lang, official)
        }
        Refusal::Meeting(refusal::Meeting::ReasonTwice { official }) => {
            meetings::reason_twice(lang, official)
        }
        Refusal::Meeting(refusal::Meeting::NobodyAssigned { cell, day }) => {
            meetings::nobody_assigned(lang, cell, day)
        }
        Refusal::Meeting(refusal::Meeting::SeveralAssigned { cell, day, officials }) => {
            meetings::several_assigned(lang, cell, day, officials)
        }
        Refusal::Meeting(refusal::Meeting::EverybodyCame { cell }) => {
            meetings::everybody_came(lang, cell)
        }
        Refusal::Meeting(refusal::Meeting::Taken { cell, period, kind, held_on }) => {
            meetings::meeting_taken(lang, cell, period, *kind, held_on)
        }
        Refusal::Meeting(refusal::Meeting::NotFound { cell, period, recorded }) => {
            meetings::meeting_not_found(lang, cell, period, recorded)
        }
        Refusal::Meeting(refusal::Meeting::Which { cell, period, days }) => {
            meetings::meeting_which(lang, cell, period, days)
        }
        Refusal::Meeting(refusal::Meeting::NotHeldHasNone { cell, period }) => {
            meetings::not_held_has_none(lang, cell, period)
        }
        Refusal::Meeting(refusal::Meeting::VisitorsUnsaid { cell, period }) => {
            meetings::visitors_unsaid(lang, cell, period)
        }
        Refusal::Asked(refusal::Asked::NothingChanges) => commands::nothing_changes(lang),
        Refusal::Register(refusal::Register::CellElsewhere { cell, committee, belongs_to }) => {
            commands::cell_elsewhere(lang, cell, committee, belongs_to)
        }
        Refusal::Asked(refusal::Asked::RecordsFromNotBegun { period, today }) => {
            commands::records_from_not_begun(lang, period, today)
        }
        Refusal::Asked(refusal::Asked::PeriodNotBegun { period, today }) => {
            commands::period_not_begun(lang, period, today)
        }
        Refusal::Undo(refusal::Undo::NothingToUndo) => commands::nothing_to_undo(lang),
        Refusal::Undo(refusal::Undo::NothingToRedo) => undoing::nothing_to_redo(lang),
        Refusal::Undo(refusal::Undo::CannotUndo { operation }) => {
            undoing::cannot_undo(lang, operation)
        }
        Refusal::Undo(refusal::Undo::UndoesItself { number, change, redo }) => {
            undoing::undoes_itself(lang, *number, *change, *redo)
        }
        Refusal::Undo(refusal::Undo::UndoneClosings { number, months }) => {
            undoing::closings(lang, *number, months)
        }
        Refusal::Undo(refusal::Undo::UndoneTextErased { number, by }) => {
            undoing::text_erased(lang, *number, *by)
        }
        Refusal::Undo(refusal::Undo::UndoneAlready { number, by }) => {
            undoing::undone_already(lang, *number, *by)
        }
        Refusal::Undo(refusal::Undo::DependedOn { number, later }) => {
            undoing::depended_on(lang, *number, later)
        }
        Refusal::Undo(refusal::Undo::UndoBreaksRule { number, broken }) => {
            undoing::undo_breaks_rule(lang, *number, broken)
        }
        Refusal::Asked(refusal::Asked::NothingKnownYet { made }) => {
            closing::nothing_known_yet(lang, made)
        }
        Refusal::Asked(refusal::Asked::OperationNotFound { number, newest }) => {
            closing::operation_not_found(lang, *number, *newest)
        }
        Refusal::Month(refusal::Month::Closed { months, late }) => {
            closing::month_closed(lang, months, *late)
        }
        Refusal::Month(refusal::Month::TodayBorrowed { today, machine }) => {
            closing::today_borrowed(lang, *today, *machine)
        }
        Refusal::Month(refusal::Month::NotOver { period, today }) => {
            closing::month_not_over(lang, period, today)
        }
        Refusal::Month(refusal::Month::ClosedAlready { period, closed_on }) => {
            closing::month_closed_already(lang, period, closed_on)
        }
        Refusal::Month(refusal::Month::NotClosed { period }) => {
            closing::month_not_closed(lang, period)
        }
        Refusal::Month(refusal::Month::Empty { period, records_from }) => {
            closing::month_empty(lang, period, *records_from)
        }
        Refusal::Month(refusal::Month::HasGaps { period, gaps, document }) => {
            closing::month_has_gaps(lang, period, gaps, document.as_ref())
        }
        Refusal::Month(refusal::Month::RecordedAhead { period, today, cells }) => {
            closing::month_recorded_ahead(lang, period, *today, cells)
        }
        Refusal::Written(refusal::Written::FingerprintMisread { text }) => {
            erasing::fingerprint_misread(lang, text)
        }
        Refusal::Erasing(refusal::Erasing::NameErasedAlready { official }) => {
            erasing::name_erased_already(lang, official)
        }
        Refusal::Erasing(refusal::Erasing::NameInReason { official }) => {
            erasing::name_in_reason(lang, official)
        }
        Refusal::Erasing(refusal::Erasing::NameOfActor { official }) => {
            erasing::name_of_actor(lang, official)
        }
        Refusal::Erasing(refusal::Erasing::NameInTexts { official, places }) => {
            erasing::name_in_texts(lang, official, places.len())
        }
        Refusal::Month(refusal::Month::FiledContradicted { months }) => {
            closing::filed_contradicted(lang, months)
        }
        Refusal::Month(refusal::Month::NeverFiled { period }) => closing::never_filed(lang, period),
    }
}

//! What several commands read and say alike.

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{AsOf, Printing};
use crate::cli::values::Misread;
use crate::domain::{
    Date, DateInput, Facts, FarMonth, GradeAbove, Likeness, Period, PeriodInput, PeriodSpan,
    Refusal, Register, Span, Thing, find_cell, find_committee, find_official, refusal,
};
use crate::files::MonthSheet;
use crate::ops::{Beginning, RowsChanged, StatusChange, VisitRemark};
use crate::report::{CoverageScope, OnDay};
use crate::texts::answers;

/// The one month that a period must be here.
pub fn one_month(input: PeriodInput, today: Date) -> Result<Period, Failure> {
    let span = input.resolve(today);
    let text =
        || Refusal::Calendar(refusal::Calendar::PeriodNotOneMonth { text: span.to_string() });
    Ok(span.only_month().ok_or_else(text).map_err(Misread::from)?)
}

/// The month whose filing `--diff` means: `filed`, or one of the months asked for; none if it is a moment.
pub fn filing(text: &str, span: PeriodSpan, today: Date) -> Result<Option<Period>, Failure> {
    let one = || {
        let several =
            Refusal::Calendar(refusal::Calendar::PeriodNotOneMonth { text: span.to_string() });
        span.only_month().ok_or(Misread::from(several))
    };
    if matches!(crate::domain::fold(text).as_str(), "filed" | "da chot") {
        return Ok(Some(one()?));
    }
    let is_month = text.contains(['-', '/']).then(|| PeriodInput::read(text).ok()).flatten();
    match is_month.map(|input| input.resolve(today)) {
        Some(named) if named == PeriodSpan::single(one()?) => Ok(Some(named.from)),
        Some(_) => Err(Usage::Conflict { what: "--diff", with: "--period" }.into()),
        None => Ok(None),
    }
}

/// Refuses, where no list is asked for, what goes with one only: how it is printed, these, and as of when it is.
pub fn only_with_list(
    printing: &Printing,
    more: &[(bool, &'static str)],
    as_of: &AsOf,
) -> Result<(), Failure> {
    let printed = (printing.is_given(), "--format, --output, --excel");
    let seen = (as_of.is_given(), "--as-of, --known-at");
    match [&[printed], more, &[seen]].concat().iter().find(|(given, _)| *given) {
        Some((_, what)) => Err(Usage::Needs { what, with: "--list" }.into()),
        None => Ok(()),
    }
}

/// The day for which a list of what is in force is asked, and the facts of its month.
pub fn facts_on(
    context: &Context,
    on: Option<DateInput>,
    as_of: &AsOf,
) -> Result<(Date, Facts), Failure> {
    let today = context.reading_today(as_of)?;
    let day = match on {
        Some(input) => input.resolve(today),
        None => context.day(as_of)?,
    };
    let month = PeriodSpan::single(Period::of(day));
    Ok((day, context.read_as(as_of, |db| Ok(db.facts(month)?))?))
}

/// A day that may have been given.
pub fn resolved(input: Option<DateInput>, today: Date) -> Option<Date> {
    input.map(|input| input.resolve(today))
}

/// Refuses to show a record as of a day on which it does not exist.
pub fn there_on(seen: OnDay, thing: Thing, life: Span) -> Result<(), Failure> {
    if seen.only && !life.contains(seen.day) {
        Err(refusal::Register::NotThere { thing, day: seen.day, life }.into())
    } else {
        Ok(())
    }
}

/// Says of a meeting for a month that is neither this one nor the last how far that is, and how to correct a day that
/// was meant otherwise.
pub fn say_far(context: &Context, meeting: &answers::MeetingNamed<'_>) -> Result<(), Failure> {
    // Of a dry run there is nothing to amend.
    let day = meeting.held_on.filter(|_| !context.is_dry_run());
    if let Some(far) = FarMonth::of(meeting.period, day, context.today()?) {
        context.say(&answers::far_month(context.lang, &far, meeting));
    }
    Ok(())
}

/// Says who is assigned to a cell from a day after its meeting.
pub fn say_assigned_later(context: &Context, later: &[(Thing, Date)]) {
    for (official, from) in later {
        context.say(&answers::assigned_later(context.lang, official, *from));
    }
}

/// Says what is worth a remark of who came.
pub fn say_visit_remarks(context: &Context, remarks: &[VisitRemark]) {
    for remark in remarks {
        context.say(&match remark {
            VisitRemark::SameDay { official, cell } => {
                answers::same_day(context.lang, official, cell)
            }
            VisitRemark::Above { official } => answers::above(context.lang, official),
        });
    }
}

/// Says that a grade is above what its score allows.
pub fn say_grade(context: &Context, above: Option<GradeAbove>) {
    if let Some(above) = above {
        context.say(&answers::grade_above(context.lang, &above));
    }
}

/// The most twins of a record that are named.
const TWINS: usize = 5;

/// Says what a new record could be the same as.
pub fn say_twins(context: &Context, new: &Thing, twins: &[(Thing, Likeness)]) {
    for by in [Likeness::Name, Likeness::Code] {
        let alike = twins.iter().filter(|(_, likeness)| *likeness == by);
        let alike: Vec<&Thing> = alike.map(|(thing, _)| thing).collect();
        if !alike.is_empty() {
            context.say(&answers::twins(context.lang, new, &alike, TWINS, by));
        }
    }
}

/// Lists rows of reports whose status changed.
pub fn say_changes(context: &Context, RowsChanged { rows, .. }: &RowsChanged) {
    let lang = context.lang;
    if rows.is_empty() {
        return;
    }
    context.say(&answers::changes_head(lang, rows.len()));
    for StatusChange { cell, period, before, after } in rows {
        context.say(&answers::change(lang, cell, *period, *before, *after));
    }
}

/// Says that reports begin with another period than before.
pub fn say_beginning(context: &Context, begins: Option<Beginning>) {
    let lang = context.lang;
    let said = begins.map(|begins| match begins {
        Beginning::Set(from) => answers::begins(lang, from),
        Beginning::Moved { before, after } => answers::begins_otherwise(lang, before, after),
        Beginning::Unset { meetings } => answers::begins_nowhere(lang, meetings),
    });
    if let Some(said) = said {
        context.say(&said);
    }
}

/// What the sheet of a month is made of.
pub fn month_facts(context: &Context, period: Period) -> Result<Facts, Failure> {
    context.read(|db| Ok(db.facts(MonthSheet::months(period))?))
}

/// The sheet of a month, refused where no cell is due.
pub fn month_sheet<'a>(
    context: &Context,
    facts: &'a Facts,
    period: Period,
    committee: Option<&str>,
) -> Result<MonthSheet<'a>, Failure> {
    let find = |text| find_committee(&facts.register, text, period.last_day());
    let committee = committee.map(find).transpose()?;
    let sheet = MonthSheet::of(facts, period, committee, context.today()?);
    if sheet.committees.is_empty() {
        return Err(refusal::Month::Empty { period, records_from: facts.records_from }.into());
    }
    Ok(sheet)
}

/// To what a report is limited: committee, cell and official as typed, by names in force on a day.
pub fn scope(
    register: &Register,
    day: Date,
    (committee, cell, official): (Option<&str>, Option<&str>, Option<&str>),
) -> Result<CoverageScope, Failure> {
    let scope = CoverageScope {
        committee: committee.map(|text| find_committee(register, text, day)).transpose()?,
        cell: cell.map(|text| find_cell(register, text, day)).transpose()?,
        official: official.map(|text| find_official(register, text, day)).transpose()?,
    };
    if let (Some(committee), Some(cell)) = (scope.committee, scope.cell) {
        let belongs_to = register.cell(cell).standings.at(day).committee;
        if belongs_to != committee {
            return Err(refusal::Register::CellElsewhere {
                cell: register.cell(cell).thing(day),
                committee: register.committee(committee).thing(day),
                belongs_to: register.committee(belongs_to).thing(day),
            }
            .into());
        }
    }
    Ok(scope)
}

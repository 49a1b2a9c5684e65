//! `chibo meeting list|show|amend|remove|plan`.

use super::log_meeting::{HeldArgs, not_held_reason, reasons};
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{AsOf, Changing, LateRecord, Long, Printing};
use crate::cli::values::{self, RemarkLine};
use crate::domain::{
    self, Absences, Date, DateInput, Detail, Keyword, Meeting, MeetingKind, PeriodInput, Record,
    Refusal, Remark, find_cell, find_committee, refusal,
};
use crate::ops::{self, AmendMeeting, Amendment, Which};
use crate::report;
use crate::store::MeetingFilter;
use crate::texts::{self, Lang, answers, usage};

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    List(List),
    Show(Show),
    Amend(Box<Amend>),
    Remove(Remove),
    Plan(super::plan::Args),
}

#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = values::words::<MeetingKind>())]
    kind: Option<MeetingKind>,
    #[command(flatten)]
    long: Long,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

/// Which recorded meeting.
#[derive(Debug, clap::Args)]
pub struct Meant {
    #[arg(value_name = "CELL")]
    cell: String,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "KIND", value_parser = values::words::<MeetingKind>())]
    kind: Option<MeetingKind>,
    #[arg(long = "held", id = "held_day", value_name = "DATE", value_parser = values::day)]
    held_day: Option<DateInput>,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    #[command(flatten)]
    meant: Meant,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, clap::Args)]
pub struct Amend {
    #[command(flatten)]
    meant: Meant,
    #[arg(long = "cell", id = "right_cell", value_name = "CELL")]
    right_cell: Option<String>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: Option<DateInput>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    new_period: Option<PeriodInput>,
    #[arg(long, requires = "reason", conflicts_with_all = ["on", "held"])]
    not_held: bool,
    #[arg(long, value_name = "REASON")]
    reason: Option<String>,
    #[command(flatten)]
    held: HeldArgs,
    #[arg(long, value_name = "TEXT", value_parser = values::remark)]
    note: Option<RemarkLine>,
    #[arg(long, value_name = "ITEM", value_parser = clearable)]
    clear: Vec<Clear>,
    #[command(flatten)]
    late: LateRecord,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Remove {
    #[command(flatten)]
    meant: Meant,
    #[arg(long, value_name = "TEXT", value_parser = values::said)]
    reason: Remark,
    #[command(flatten)]
    changing: Changing,
}

/// A value that `--clear` empties, named as its option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clear {
    Reason,
    Counts,
    Detail(Detail),
    Note,
}

impl Clear {
    pub fn all() -> impl Iterator<Item = Self> {
        let details = Detail::ALL.iter().map(|detail| Self::Detail(*detail));
        [Self::Reason, Self::Counts].into_iter().chain(details).chain([Self::Note])
    }

    pub fn name(self) -> String {
        match self {
            Self::Reason => "reason".to_owned(),
            Self::Counts => "counts".to_owned(),
            Self::Detail(detail) => option(detail),
            Self::Note => "note".to_owned(),
        }
    }
}

/// The option of a detail, without its dashes.
fn option(detail: Detail) -> String {
    match detail {
        Detail::SelfScore => "score".to_owned(),
        other => other.key().replace('_', "-"),
    }
}

/// What can be amended, as options.
fn amendable() -> String {
    let details: String =
        Detail::ALL.iter().map(|detail| format!("--{}, ", option(*detail))).collect();
    format!(
        "--cell, --on, --new-period, --not-held, --reason, --visitor, --no-visitor, --total, --exempt, \
         --away, --present, --excused, {details}--note, --clear"
    )
}

fn clearable(text: &str) -> values::Read<Clear> {
    let text = text.trim();
    Clear::all().find(|clear| clear.name().eq_ignore_ascii_case(text)).ok_or_else(|| {
        let choices = Clear::all().map(|clear| values::Choice::plain(clear.name())).collect();
        values::Misread::Word { text: text.to_owned(), choices }
    })
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::List(args) => list(context, &args),
        Args::Show(args) => {
            let which = args.meant.which(context.reading_today(&args.as_of)?)?;
            let (register, meeting, raised) = context.read_as(&args.as_of, |db| {
                let (register, meeting) = ops::find_meeting(db, &which, (None, &[]))?;
                let raised = db.recommendations_of(meeting.cell, meeting.period)?;
                Ok((register, meeting, raised))
            })?;
            let table = report::meeting_show(&register, &meeting, &raised, context.lang);
            context.print(&args.printing, table)
        }
        Args::Amend(args) => amend(context, *args),
        Args::Remove(args) => remove(context, args),
        Args::Plan(args) => super::plan::run(context, args),
    }
}

impl Meant {
    fn which(&self, today: Date) -> Result<Which, Failure> {
        Ok(Which {
            cell: self.cell.clone(),
            period: self.period.map(|input| super::shared::one_month(input, today)).transpose()?,
            kind: self.kind,
            held: super::shared::resolved(self.held_day, today),
            today,
        })
    }
}

fn list(context: &Context, args: &List) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.map(|input| input.resolve(today));
    let (register, mut meetings) = context.read_as(&args.as_of, |db| {
        let register = db.register()?;
        let day = span.map_or(today, |span| span.to.last_day());
        let cell = args.cell.as_deref().map(|text| find_cell(&register, text, day)).transpose()?;
        let committee = args.committee.as_deref();
        let committee = committee.map(|text| find_committee(&register, text, day)).transpose()?;
        let mut meetings = db.meetings(MeetingFilter { cell, span, kind: None })?;
        meetings.retain(|m| args.kind.is_none_or(|kind| m.kind == kind));
        meetings.retain(|m| args.as_of.as_of.is_none() || m.was_by(today));
        meetings.retain(|m| {
            let standing = register.cell(m.cell).standings.at(m.period.last_day());
            committee.is_none_or(|only| standing.committee == only)
        });
        Ok((register, meetings))
    })?;
    // The newest are those held last; within a month the list goes by cell all the same.
    meetings.sort_by_key(|meeting| (meeting.period, meeting.day()));
    // The months that somebody names are shown whole.
    let all = args.long.all || span.is_some();
    let left = context.left_out(&args.printing, all, meetings.len())?;
    let shown = (&meetings[left..], left);
    context.print(&args.printing, report::meeting_list(&register, shown, context.lang))
}

fn amend(context: &mut Context, args: Amend) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let which = args.meant.which(context.today()?)?;
    let late = args.late.allowed();
    let changes = changes(context, args)?;
    if changes == Amendment::default() {
        return Err(Usage::NothingGiven(amendable()).into());
    }
    let request = AmendMeeting { which, changes };
    let amended = context.write_late(|_| late, |db| Ok(ops::amend_meeting(db, request)?));
    let (amended, rows) = amended.map_err(|failure| match failure {
        // The month of the meeting is another option here.
        Failure::Refused(
            refusal @ Refusal::Meeting(refusal::Meeting::HeldOutsidePeriod { .. }),
        ) => {
            let hint = |lang: Lang| usage::look_at(lang, "--on", "--new-period");
            Failure::Advised { refusal, hint }
        }
        other => other,
    })?;
    let lang = context.lang;
    let meeting = answers::MeetingNamed {
        cell: &amended.cell,
        period: amended.after.period,
        kind: amended.after.kind,
        held_on: amended.after.outcome.held().map(|held| held.held_on),
    };
    context.done(&answers::amended(lang, &meeting, amended.status), amended.number);
    let both = [&amended.before, &amended.after];
    let [before, after] = both.map(|meeting| Some(meeting.told(&amended.register)));
    for change in domain::changes(before, after) {
        context.say(&texts::history::changed(lang, &change));
    }
    super::shared::say_assigned_later(context, &amended.assigned_later);
    super::shared::say_visit_remarks(context, &amended.remarks);
    let place = |meeting: &Meeting| (meeting.period, meeting.outcome.held().map(|h| h.held_on));
    if place(&amended.before) != place(&amended.after) {
        super::shared::say_far(context, &meeting)?;
    }
    if let Some((cell, status)) = &amended.left {
        context.say(&answers::left(lang, cell, amended.before.period, *status));
    }
    if let Some(from) = amended.before_records {
        context.say(&answers::before_records(lang, from));
    }
    super::shared::say_grade(context, amended.grade_above);
    super::shared::say_changes(context, &rows);
    Ok(())
}

fn changes(context: &Context, args: Amend) -> Result<Amendment, Failure> {
    refuse_both(&args)?;
    let today = context.today()?;
    let held = args.held;
    let cleared = |item: Clear| args.clear.contains(&item);
    let visitors = held.visitors()?;
    let (not_held, given_reasons) = match (args.not_held, args.reason.as_deref()) {
        (true, reason) => {
            let reason = reason.ok_or(Usage::Needs { what: "--not-held", with: "--reason" })?;
            (Some(not_held_reason(reason)?), None)
        }
        (false, Some(text)) => (None, Some(reasons(text)?)),
        (false, None) => (None, cleared(Clear::Reason).then_some(Absences::Unexplained)),
    };
    /// A value given, or emptied, or left as it is.
    fn change<T>(given: Option<T>, cleared: bool) -> Option<Option<T>> {
        match (given, cleared) {
            (Some(value), _) => Some(Some(value)),
            (None, true) => Some(None),
            (None, false) => None,
        }
    }
    /// A text given, emptied by an empty one or by `--clear`, or left as it is.
    fn text<const N: usize>(
        line: Option<values::Line<N>>,
        cleared: bool,
    ) -> Option<Option<crate::domain::Text<N>>> {
        match line {
            Some(line) => Some(line.0),
            None => cleared.then_some(None),
        }
    }
    let counts = cleared(Clear::Counts);
    let mut details = held.details();
    let emptied = Detail::ALL.iter().filter(|detail| cleared(Clear::Detail(**detail)));
    details.extend(emptied.map(|detail| (*detail, None)));
    let new_period =
        args.new_period.map(|input| super::shared::one_month(input, today)).transpose()?;
    Ok(Amendment {
        cell: args.right_cell,
        period: new_period,
        on: super::shared::resolved(args.on, today),
        not_held,
        visitors,
        reasons: given_reasons,
        total: change(held.total, counts),
        exempt: change(held.exempt, counts),
        away: change(held.away, counts),
        present: change(held.present, counts),
        excused: change(held.excused, counts),
        details,
        note: text(args.note, cleared(Clear::Note)),
    })
}

/// Refuses what is given and emptied at once: nobody can tell what is meant.
fn refuse_both(args: &Amend) -> Result<(), Failure> {
    let given = args.held.details();
    let both = args.clear.iter().find(|clear| match clear {
        Clear::Reason => args.reason.is_some(),
        // Some may be given in place of all that there were.
        Clear::Counts => false,
        Clear::Detail(detail) => given.iter().any(|(one, _)| one == detail),
        Clear::Note => args.note.is_some(),
    });
    both.map_or(Ok(()), |clear| Err(Usage::GivenAndCleared(clear.name()).into()))
}

fn remove(context: &mut Context, args: Remove) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let which = args.meant.which(context.today()?)?;
    let (removed, rows) =
        context.write_telling(|db| Ok(ops::remove_meeting(db, &which, &args.reason)?))?;
    let meeting = answers::MeetingNamed {
        cell: &removed.cell,
        period: removed.meeting.period,
        kind: removed.meeting.kind,
        held_on: removed.meeting.outcome.held().map(|held| held.held_on),
    };
    let lang = context.lang;
    context.done(&answers::removed(lang, &meeting), removed.number);
    if !removed.recommendations.is_empty() {
        context.say(&answers::removed_with_it(lang, &removed.recommendations));
    }
    super::shared::say_changes(context, &rows);
    Ok(())
}

//! `chibo log-meeting`: records what became of a meeting.

use std::io::IsTerminal;

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{Changing, LateRecord};
use crate::cli::values::{self, LabelLine, RemarkLine, given};
use crate::domain::{
    Absences, Area, Counts, DateInput, DayTyped, Detail, DetailValue, Details, Grade, Keyword,
    MeetingKind, NotHeldReason, PeriodInput, Remark, Score, fold, latest_day,
};
use crate::ops::{self, HeldEntry, LogMeeting, OutcomeEntry, VisitorsGiven};
use crate::texts::{Labelled, answers, lists, recommendations};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "CELL")]
    cell: Option<String>,
    #[arg(value_name = "DAY", value_parser = values::day_typed, conflicts_with_all = ["on", "not_held"])]
    day: Option<DayTyped>,
    #[arg(value_name = "PRESENT/TOTAL", value_parser = values::present_of_total, conflicts_with_all = ["total", "present"])]
    numbers: Option<Counts>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day, conflicts_with = "not_held")]
    on: Option<DateInput>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "KIND", value_parser = values::words::<MeetingKind>(), default_value = "regular")]
    kind: MeetingKind,
    #[arg(long, requires = "period", conflicts_with = "held")]
    not_held: bool,
    #[arg(long, conflicts_with_all = ["cell", "on", "kind", "not_held", "held", "reason", "note", "recommend", "report_back", "dry_run"])]
    all: bool,
    #[command(flatten)]
    held: Option<HeldArgs>,
    #[arg(long, value_name = "REASON")]
    reason: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = values::remark)]
    note: Option<RemarkLine>,
    #[arg(long, value_name = "TEXT", value_parser = values::said)]
    recommend: Vec<Remark>,
    #[arg(long, value_name = "ID")]
    report_back: Vec<String>,
    #[arg(long, value_name = "AREA", value_parser = values::words::<Area>(), default_value = "other", requires = "recommend")]
    area: Area,
    #[command(flatten)]
    late: LateRecord,
    #[command(flatten)]
    changing: Changing,
}

/// What only a meeting held has; `meeting amend` has the same options.
#[derive(Debug, Default, clap::Args)]
#[group(id = "held", multiple = true)]
pub struct HeldArgs {
    #[arg(long, value_name = "OFFICIAL", conflicts_with = "no_visitor")]
    pub visitor: Vec<String>,
    #[arg(long)]
    pub no_visitor: bool,
    #[arg(long, value_name = "N", value_parser = values::total)]
    pub total: Option<u16>,
    #[arg(long, value_name = "N", value_parser = values::exempt)]
    pub exempt: Option<u16>,
    #[arg(long, value_name = "N", value_parser = values::away)]
    pub away: Option<u16>,
    #[arg(long, value_name = "N", value_parser = values::present)]
    pub present: Option<u16>,
    #[arg(long, value_name = "N", value_parser = values::excused)]
    pub excused: Option<u16>,
    #[arg(long, value_name = "N", value_parser = values::detail(Detail::Remarks))]
    pub remarks: Option<u16>,
    #[arg(long, value_name = "YES|NO", value_parser = values::yes_no)]
    pub prepared: Option<bool>,
    #[arg(long, value_name = "TEXT", value_parser = values::remark)]
    pub theme: Option<RemarkLine>,
    #[arg(long, value_name = "POINTS", value_parser = values::score)]
    pub score: Option<Score>,
    #[arg(long, value_name = "POINTS", value_parser = values::score)]
    pub confirmed_score: Option<Score>,
    #[arg(long, value_name = "GRADE", value_parser = values::words::<Grade>())]
    pub grade: Option<Grade>,
    #[arg(long, value_name = "NO", value_parser = values::label)]
    pub minutes_no: Option<LabelLine>,
}

impl HeldArgs {
    /// The same as the short form gives it: what was counted stands behind the day, and whoever is assigned came,
    /// unless something else is said.
    fn complete(&mut self, numbers: Option<Counts>) {
        if let Some(Counts { total, present, .. }) = numbers {
            (self.total, self.present) = (total, present);
        }
        if self.visitor.is_empty() && !self.no_visitor {
            self.visitor.push("assigned".to_owned());
        }
    }

    /// Who came, if anything is said of it.
    pub fn visitors(&self) -> Result<Option<VisitorsGiven>, Failure> {
        let (assigned, named): (Vec<&String>, Vec<&String>) =
            self.visitor.iter().partition(|text| means_assigned(text));
        let nobody = self.no_visitor || named.iter().any(|text| means_nobody(text));
        let named: Vec<String> =
            named.into_iter().filter(|text| !means_nobody(text)).cloned().collect();
        match (nobody, assigned.is_empty(), named.is_empty()) {
            (true, true, true) => Ok(Some(VisitorsGiven::Nobody)),
            (true, _, _) => Err(Usage::Conflict { what: "--no-visitor", with: "--visitor" }.into()),
            (false, false, _) => {
                let several = std::io::stdin().is_terminal();
                Ok(Some(VisitorsGiven::Assigned { several, besides: named }))
            }
            (false, true, false) => Ok(Some(VisitorsGiven::Officials(named))),
            (false, true, true) => Ok(None),
        }
    }
}

/// Whether a visitor is whoever is assigned on the day.
fn means_assigned(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "assigned" | "phan cong" | "duoc phan cong" | "can bo duoc phan cong"
    )
}

/// Whether a visitor is nobody.
fn means_nobody(text: &str) -> bool {
    lists::NONE.contains(&fold(text).as_str())
}

/// One of `--reason`'s words, which depend on whether the meeting was held.
fn reason<T: Labelled>(text: &str) -> Result<T, Failure> {
    values::word(text).map_err(|misread| Failure::ValueOf { option: "--reason", misread })
}

/// Why a meeting was not held, as typed.
pub fn not_held_reason(text: &str) -> Result<NotHeldReason, Failure> {
    reason(text)
}

/// Absence reasons as typed: `duty`, or `TUV-07=duty;TUV-09=leave`.
pub fn reasons(text: &str) -> Result<Absences<String>, Failure> {
    if !text.contains('=') {
        return Ok(Absences::All(reason(text)?));
    }
    let pairs = text.split(';').filter(|pair| !pair.trim().is_empty());
    let each = pairs.map(|pair| {
        let (who, reason) = pair.split_once('=').unwrap_or((pair, ""));
        Ok((who.trim().to_owned(), self::reason(reason)?))
    });
    Ok(Absences::Each(each.collect::<Result<_, Failure>>()?))
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    if args.all {
        return Err(Usage::AllAsks.into());
    }
    let Some(cell) = args.cell else {
        return Err(Usage::LogMeetingNeeds { cell: None, planned: None }.into());
    };
    let period = args.period.map(|input| super::shared::one_month(input, today)).transpose()?;
    let on = match args.day {
        Some(day) => Some(day.resolve(today, period.map(latest_day))?),
        None => args.on.map(|on| on.resolve(today)),
    };
    let outcome = match (args.not_held, on, period) {
        (true, _, Some(period)) => {
            let reason =
                args.reason.ok_or(Usage::Needs { what: "--not-held", with: "--reason" })?;
            OutcomeEntry::NotHeld { period, reason: not_held_reason(&reason)? }
        }
        (true, _, None) => return Err(Usage::Needs { what: "--not-held", with: "--period" }.into()),
        (false, None, period) => {
            // What is said besides, where the record file tells it.
            let planned =
                context.read(|db| Ok(ops::planned_day(db, (&cell, args.kind), period, today)?));
            let planned = planned.ok().flatten();
            return Err(Usage::LogMeetingNeeds { cell: Some(cell), planned }.into());
        }
        (false, Some(on), _) => {
            let mut held = args.held.unwrap_or_default();
            if args.day.is_some() {
                held.complete(args.numbers);
            }
            let visitors = match held.visitors()? {
                Some(visitors) => visitors,
                None if args.kind == MeetingKind::Regular => {
                    return Err(Usage::VisitorsMissing { cell, on, period }.into());
                }
                None => VisitorsGiven::Nobody,
            };
            let reasons = args.reason.as_deref().map_or(Ok(Absences::Unexplained), reasons)?;
            OutcomeEntry::Held(Box::new(held.entry(on, visitors, reasons)))
        }
    };
    let request = LogMeeting {
        cell,
        kind: args.kind,
        period,
        outcome,
        note: given(args.note),
        recommend: args.recommend,
        area: args.area,
        report_back: args.report_back,
    };
    let (logged, rows) =
        context.write_late(|_| args.late.allowed(), |db| Ok(ops::log_meeting(db, request)?))?;
    let lang = context.lang;
    let meeting = answers::MeetingNamed {
        cell: &logged.cell,
        period: logged.period,
        kind: logged.kind,
        held_on: logged.held_on,
    };
    context.done(&answers::logged(lang, &meeting, &logged.visitors, logged.status), logged.number);
    if logged.late {
        context.say(&answers::late(lang, logged.period));
    }
    super::shared::say_far(context, &meeting)?;
    super::shared::say_assigned_later(context, &logged.assigned_later);
    super::shared::say_visit_remarks(context, &logged.remarks);
    match logged.before_records {
        Some(from) => context.say(&answers::before_records(lang, from)),
        None if logged.status.is_none() && logged.kind == MeetingKind::Regular => {
            context.say(&answers::not_counted(lang, &logged.cell));
        }
        None => {}
    }
    super::shared::say_beginning(context, rows.begins);
    super::shared::say_grade(context, logged.grade_above);
    if !logged.recommendations.is_empty() {
        context.say(&answers::recommended(lang, &logged.recommendations));
    }
    if !logged.reported.is_empty() {
        context.say(&recommendations::reported_at(lang, &logged.reported));
    }
    if !logged.to_report_back.is_empty() {
        context.say(&recommendations::to_report_back(lang, &logged.to_report_back));
    }
    super::shared::say_changes(context, &rows);
    Ok(())
}

impl HeldArgs {
    /// The details that are given; an empty text empties.
    pub fn details(&self) -> Vec<(Detail, Option<DetailValue>)> {
        let given = |detail: &Detail| Some((*detail, self.detail(*detail)?));
        Detail::ALL.iter().filter_map(given).collect()
    }

    fn detail(&self, detail: Detail) -> Option<Option<DetailValue>> {
        match detail {
            Detail::Remarks => self.remarks.map(|count| Some(count.into())),
            Detail::Prepared => self.prepared.map(|yes| Some(yes.into())),
            Detail::Theme => self.theme.clone().map(|line| line.0.map(Into::into)),
            Detail::SelfScore => self.score.map(|score| Some(score.into())),
            Detail::ConfirmedScore => self.confirmed_score.map(|score| Some(score.into())),
            Detail::Grade => self.grade.map(|grade| Some(grade.into())),
            Detail::MinutesNo => self.minutes_no.clone().map(|line| line.0.map(Into::into)),
        }
    }

    fn entry(
        self,
        on: crate::domain::Date,
        visitors: VisitorsGiven,
        reasons: Absences<String>,
    ) -> HeldEntry {
        let mut details = Details::default();
        self.details().into_iter().for_each(|(detail, value)| details.set(detail, value));
        let Self { total, exempt, away, present, excused, .. } = self;
        HeldEntry {
            on,
            visitors,
            reasons,
            counts: Counts { total, exempt, away, present, excused },
            details,
        }
    }
}

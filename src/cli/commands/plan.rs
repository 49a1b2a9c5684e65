//! `chibo meeting plan`: the date of a meeting to come, or that it is no longer announced.

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::Changing;
use crate::cli::values::{self, LabelLine};
use crate::domain::{DateInput, Hour, MeetingKind, PeriodInput};
use crate::ops::{self, PlanMeant, PlanMeeting};
use crate::texts::schedule as words;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "CELL")]
    cell: String,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day, required_unless_present = "remove")]
    on: Option<DateInput>,
    #[arg(long, value_name = "HOUR", value_parser = hour)]
    at: Option<HourLine>,
    #[arg(long, value_name = "TEXT", value_parser = values::label)]
    place: Option<LabelLine>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "KIND", value_parser = values::words::<MeetingKind>(), default_value = "regular")]
    kind: MeetingKind,
    #[arg(long, requires = "period", conflicts_with_all = ["on", "at", "place"])]
    remove: bool,
    #[command(flatten)]
    changing: Changing,
}

/// An hour as it was given; none where an empty text empties it.
#[derive(Debug, Clone, Copy)]
struct HourLine(Option<Hour>);

fn hour(text: &str) -> values::Read<HourLine> {
    Ok(HourLine(values::hour(text)?))
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    let period = args.period.map(|input| super::shared::one_month(input, today)).transpose()?;
    match (super::shared::resolved(args.on, today), period) {
        (None, Some(period)) => {
            remove(context, &PlanMeant { cell: args.cell, period, kind: args.kind })
        }
        (None, None) => Err(Usage::Needs { what: "--remove", with: "--period" }.into()),
        (Some(on), period) => {
            let hour = args.at.map(|line| line.0);
            let place = args.place.map(|line| line.0);
            plan(context, PlanMeeting { cell: args.cell, on, period, kind: args.kind, hour, place })
        }
    }
}

fn plan(context: &Context, request: PlanMeeting) -> Result<(), Failure> {
    let planned = context.write(|db| Ok(ops::plan_meeting(db, request)?))?;
    let lang = context.lang;
    let ops::MeetingPlanned { cell, plan, before, .. } = &planned;
    context.done(&words::planned(lang, cell, plan, before.as_ref()), planned.number);
    if let Some(months) = plan.far_ahead(context.today()?) {
        context.say(&words::far_ahead(lang, months));
    }
    context.say(&words::invited(lang, &planned.invited));
    for ops::Collision { official, cell, hour } in &planned.collisions {
        context.say(&words::also_asked(lang, official, cell, plan.on, *hour));
    }
    if let Some(meeting) = &planned.recorded {
        context.say(&words::recorded_already(lang, plan.period, &meeting.outcome));
    }
    Ok(())
}

fn remove(context: &Context, meant: &PlanMeant) -> Result<(), Failure> {
    let removed = context.write(|db| Ok(ops::remove_plan(db, meant)?))?;
    context.done(&words::removed(context.lang, &removed.cell, &removed.plan), removed.number);
    Ok(())
}

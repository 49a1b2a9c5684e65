//! `chibo recommend add|amend|remove|same|apart`: recommendations as they were raised, and which are one matter.

use crate::cli::commands::shared::{one_month, resolved};
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::Changing;
use crate::cli::values::{self, DocumentLine, LabelLine, RemarkLine, given};
use crate::domain::{Area, Code, DateInput, PeriodInput, Record, Remark, changes, refusal};
use crate::ops::{self, Raise, RecommendationAmended, RecommendationAmendment, StepAmendment};
use crate::texts::{self, recommendations as words};

#[derive(Debug, clap::Args)]
pub struct Add {
    #[arg(value_name = "CELL")]
    cell: String,
    #[arg(value_name = "TEXT", value_parser = values::said)]
    text: Remark,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: Option<DateInput>,
    #[arg(long, value_name = "AREA", value_parser = values::words::<Area>(), default_value = "other")]
    area: Area,
    #[arg(long = "id", id = "own_code", value_name = "CODE", value_parser = values::code)]
    own_code: Option<Code>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Same {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(value_name = "ID")]
    other: String,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Apart {
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Amend {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "TEXT", value_parser = values::remark)]
    text: Option<RemarkLine>,
    #[arg(long, value_name = "AREA", value_parser = values::words::<Area>())]
    area: Option<Area>,
    #[arg(long = "cell", id = "right_cell", value_name = "CELL")]
    right_cell: Option<String>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: Option<DateInput>,
    #[arg(long, value_name = "N", value_parser = values::step, conflicts_with_all = ["area", "right_cell", "period"])]
    step: Option<usize>,
    #[arg(long, value_name = "TEXT", value_parser = values::label, requires = "step")]
    to: Option<LabelLine>,
    #[arg(long, value_name = "NO", value_parser = values::document_no, requires = "step")]
    document: Option<DocumentLine>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Remove {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "N", value_parser = values::step, conflicts_with = "why")]
    step: Option<usize>,
    #[arg(long = "reason", id = "why", value_name = "TEXT", value_parser = values::said)]
    why: Option<Remark>,
    #[command(flatten)]
    changing: Changing,
}

pub fn add(context: &mut Context, args: Add) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    let request = Raise {
        cell: args.cell,
        text: args.text,
        period: args.period.map(|input| one_month(input, today)).transpose()?,
        on: resolved(args.on, today),
        area: args.area,
        code: args.own_code,
    };
    let raised = context.write(|db| Ok(ops::raise(db, request)?))?;
    let said = words::raised(context.lang, &raised.recommendation, &raised.cell);
    context.done(&said, raised.number);
    Ok(())
}

pub fn same(context: &mut Context, args: &Same) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let tied = context.write(|db| Ok(ops::tie(db, &args.id, &args.other)?))?;
    context.done(&words::tied(context.lang, &tied.together), tied.number);
    Ok(())
}

pub fn apart(context: &mut Context, args: &Apart) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let untied = context.write(|db| Ok(ops::untie(db, &args.id)?))?;
    context.done(&words::untied(context.lang, &args.id, &untied.together), untied.number);
    Ok(())
}

pub fn amend(context: &mut Context, args: Amend) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    let on = resolved(args.on, today);
    let amended = match args.step {
        Some(number) => {
            let changes = StepAmendment {
                on,
                to: args.to.map(|line| line.0),
                document: args.document.map(|line| line.0),
                text: args.text.map(|line| line.0),
            };
            if changes == StepAmendment::default() {
                let options = "--on, --to, --document, --text";
                return Err(Usage::NothingGiven(options.to_owned()).into());
            }
            context.write(|db| Ok(ops::amend_step(db, &args.id, number, changes)?))?
        }
        None => {
            let text = args.text.map(|line| given(Some(line)).ok_or(refusal::Written::TextEmpty));
            let changes = RecommendationAmendment {
                cell: args.right_cell,
                period: args.period.map(|input| one_month(input, today)).transpose()?,
                on,
                area: args.area,
                text: text.transpose()?,
            };
            if changes == RecommendationAmendment::default() {
                let options = "--text, --area, --cell, --period, --on, --step";
                return Err(Usage::NothingGiven(options.to_owned()).into());
            }
            context.write(|db| Ok(ops::amend_recommendation(db, &args.id, changes)?))?
        }
    };
    let said = words::amended(context.lang, &amended.after.code);
    context.done(&said, amended.number);
    say_changes(context, &amended);
    Ok(())
}

pub fn remove(context: &mut Context, args: &Remove) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let lang = context.lang;
    if let Some(number) = args.step {
        let removed = context.write(|db| Ok(ops::remove_step(db, &args.id, number)?))?;
        context.done(&words::step_removed(lang, &removed.after.code), removed.number);
        say_changes(context, &removed);
        return Ok(());
    }
    let why = args.why.as_ref();
    let removed = context.write(|db| Ok(ops::remove_recommendation(db, &args.id, why)?))?;
    context.done(&words::removed(lang, &removed.recommendation, &removed.cell), removed.number);
    Ok(())
}

/// Lists the values that are not what they were.
fn say_changes(context: &Context, amended: &RecommendationAmended) {
    let told = [&amended.before, &amended.after].map(|one| Some(one.told(&amended.register)));
    let [before, after] = told;
    for change in changes(before, after) {
        context.say(&texts::history::changed(context.lang, &change));
    }
}

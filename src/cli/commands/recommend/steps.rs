//! `chibo recommend send|answer|resolve|decline|report-back`: one step more.

use crate::cli::commands::shared::resolved;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values::{self, DocumentLine, RemarkLine, given};
use crate::domain::{DateInput, Label, StepKind};
use crate::ops::{self, TakeStep};
use crate::texts::recommendations as words;

/// Which recommendation, and when.
#[derive(Debug, clap::Args)]
pub struct Step {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: Option<DateInput>,
    #[command(flatten)]
    changing: Changing,
}

#[derive(Debug, clap::Args)]
pub struct Send {
    #[command(flatten)]
    step: Step,
    #[arg(long, value_name = "TEXT", value_parser = values::label_said)]
    to: Label,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
}

#[derive(Debug, clap::Args)]
pub struct Answer {
    #[command(flatten)]
    step: Step,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[arg(long, value_name = "TEXT", value_parser = values::remark)]
    text: Option<RemarkLine>,
}

/// That it is done, or will not be.
#[derive(Debug, clap::Args)]
pub struct Settle {
    #[command(flatten)]
    answer: Answer,
}

#[derive(Debug, clap::Args)]
pub struct ReportBack {
    #[command(flatten)]
    step: Step,
}

pub fn send(context: &mut Context, args: Send) -> Result<(), Failure> {
    let Send { step, to, document } = args;
    let taken = taken(context, step, StepKind::Sent)?;
    take(context, TakeStep { to: Some(to), document: given(document), ..taken })
}

pub fn answer(context: &mut Context, args: Answer) -> Result<(), Failure> {
    answered(context, args, StepKind::Answered)
}

pub fn resolve(context: &mut Context, args: Settle) -> Result<(), Failure> {
    answered(context, args.answer, StepKind::Resolved)
}

pub fn decline(context: &mut Context, args: Settle) -> Result<(), Failure> {
    answered(context, args.answer, StepKind::Declined)
}

pub fn report_back(context: &mut Context, args: ReportBack) -> Result<(), Failure> {
    let taken = taken(context, args.step, StepKind::ReportedBack)?;
    take(context, taken)
}

fn answered(context: &mut Context, args: Answer, kind: StepKind) -> Result<(), Failure> {
    let Answer { step, document, text } = args;
    let taken = taken(context, step, kind)?;
    take(context, TakeStep { document: given(document), text: given(text), ..taken })
}

/// A step of this kind without texts.
fn taken(context: &mut Context, args: Step, kind: StepKind) -> Result<TakeStep, Failure> {
    context.dry_run(args.changing.dry_run);
    let on = resolved(args.on, context.today()?);
    Ok(TakeStep { code: args.id, kind, on, to: None, document: None, text: None })
}

fn take(context: &Context, request: TakeStep) -> Result<(), Failure> {
    let taken = context.write(|db| Ok(ops::take_step(db, request)?))?;
    let lang = context.lang;
    let said =
        words::step_taken(lang, &taken.recommendation, &taken.cell, &taken.step, taken.at_meeting);
    context.done(&said, taken.number);
    match taken.step.kind {
        StepKind::ReportedBack => {}
        StepKind::Sent | StepKind::Answered | StepKind::Resolved | StepKind::Declined => {
            if !taken.others.is_empty() {
                context.say(&words::holds_for(lang, &taken.others));
            }
        }
    }
    if !taken.untold.is_empty() {
        context.say(&words::untold(lang, &taken.untold));
    }
    Ok(())
}

//! `chibo duty add|list|end`: how often officials owe visits, and where.

use super::month_end::Ending;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::options::{AsOf, Changing, Printing};
use crate::cli::values::{self, DocumentLine, given};
use crate::domain::{DateInput, DutySpan, find_official};
use crate::ops::{self, ScopeAsked};
use crate::report;
use crate::texts::answers;

#[derive(Debug, clap::Subcommand)]
pub enum Args {
    Add(Add),
    List(List),
    End(End),
}

#[derive(Debug, clap::Args)]
pub struct Add {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[command(flatten)]
    place: Place,
    #[arg(long, value_name = "NUMBER", value_parser = values::visits, default_value = "1")]
    times: u16,
    #[arg(long, value_name = "month|quarter|half|year", value_parser = values::words::<DutySpan>())]
    per: DutySpan,
    #[arg(long)]
    each: bool,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    from: DateInput,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    until: Option<DateInput>,
    #[arg(long, value_name = "NO", value_parser = values::document_no)]
    document: Option<DocumentLine>,
    #[arg(long)]
    amend: bool,
    #[command(flatten)]
    changing: Changing,
}

/// Where a duty is owed.
#[derive(Debug, clap::Args)]
pub struct Place {
    #[arg(long, value_name = "CELL", conflicts_with_all = ["committee", "all"])]
    cell: Option<String>,
    #[arg(long, value_name = "COMMITTEE", conflicts_with = "all")]
    committee: Option<String>,
    #[arg(long)]
    all: bool,
}

impl Place {
    fn asked(self) -> Option<ScopeAsked> {
        let cell = self.cell.map(ScopeAsked::Cell);
        let committee = self.committee.map(ScopeAsked::Committee);
        cell.or(committee).or(self.all.then_some(ScopeAsked::All))
    }
}

#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long, value_name = "OFFICIAL")]
    official: Option<String>,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: Option<DateInput>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, clap::Args)]
pub struct End {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[command(flatten)]
    place: Place,
    #[arg(long, alias = "date", value_name = "DATE", value_parser = values::day)]
    on: DateInput,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    match args {
        Args::Add(args) => add(context, args),
        Args::List(args) => list(context, &args),
        Args::End(args) => end(context, args),
    }
}

fn add(context: &mut Context, args: Add) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    let missing = || Usage::OneOf {
        command: "chibo duty add",
        these: "--cell, --committee, --all".to_owned(),
    };
    let scope = args.place.asked().ok_or_else(missing)?;
    let request = ops::AddDuty {
        official: args.official,
        scope,
        count: args.times,
        span: args.per,
        each: args.each,
        from: args.from.resolve(today),
        until: super::shared::resolved(args.until, today),
        document: given(args.document),
        amend: args.amend,
    };
    let ending = Ending::ask(context, "--until", request.until)?;
    let document = request.document.clone();
    let (added, rows) = context.write_telling(|db| Ok(ops::add_duty(db, request)?))?;
    let lang = context.lang;
    let what = answers::duty(lang, &added.duty, added.scope.as_ref());
    let document = document.as_ref().map(|text| text.as_str());
    let sentence = answers::duty_added(lang, &added.official, &what, added.days, document);
    context.done(&sentence, added.number);
    if added.corrected {
        context.say(answers::duty_corrected(lang));
    }
    ending.say(context);
    super::shared::say_changes(context, &rows);
    Ok(())
}

fn list(context: &Context, args: &List) -> Result<(), Failure> {
    let (day, facts) = super::shared::facts_on(context, args.on, &args.as_of)?;
    let only = args.official.as_deref();
    let only = only.map(|text| find_official(&facts.register, text, day)).transpose()?;
    context.print(&args.printing, report::duty_list(&facts, day, only, context.lang))
}

fn end(context: &mut Context, args: End) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let on = args.on.resolve(context.today()?);
    let ending = Ending::ask(context, "--on", Some(on))?;
    let request = ops::EndDuty { official: args.official, scope: args.place.asked(), on };
    let (ended, rows) = context.write_telling(|db| Ok(ops::end_duty(db, request)?))?;
    let (lang, scope) = (context.lang, ended.scope.as_ref());
    let sentence = if ended.taken_out {
        answers::duty_taken_out(lang, &ended.official, scope)
    } else {
        answers::duty_ended(lang, &ended.official, scope, ended.until)
    };
    context.done(&sentence, ended.number);
    ending.say(context);
    super::shared::say_changes(context, &rows);
    Ok(())
}

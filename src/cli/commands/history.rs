//! `chibo history`: what was done, the newest first; `chibo history show N`: one operation in full.

use std::collections::HashMap;

use crate::cli::args::{AsOf, Printing};
use crate::cli::clock;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::known_at::KnownAt;
use crate::cli::values;
use crate::domain::{
    CellId, Code, Date, DateInput, OfficialId, OperationNumber, PeriodInput, Refusal, Register,
    find_cell, find_official,
};
use crate::report::{self, HistoryScope, OperationRecord};
use crate::store::{HistoryFilter, Reader};

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    one: Option<One>,
    #[command(flatten)]
    list: List,
}

#[derive(Debug, clap::Subcommand)]
pub enum One {
    Show(Show),
}

#[derive(Debug, clap::Args)]
pub struct List {
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[arg(long, value_name = "OFFICIAL")]
    official: Option<String>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    since: Option<DateInput>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    #[arg(value_name = "N", value_parser = values::operation)]
    number: OperationNumber,
    #[arg(long, value_name = "MOMENT", value_parser = values::known_at)]
    known_at: Option<KnownAt>,
    #[command(flatten)]
    printing: Printing,
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    match args.one {
        Some(One::Show(show)) => one(context, &show),
        None => list(context, &args.list),
    }
}

fn list(context: &Context, args: &List) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.map(|input| input.resolve(today));
    let since = super::resolved(args.since, today);
    let (operations, scope) = context.read_as(&args.as_of, |db| {
        let register = db.register()?;
        let cell =
            args.cell.as_deref().map(|text| cell_meant(db, &register, text, today)).transpose()?;
        let official = args.official.as_deref();
        let official =
            official.map(|text| official_meant(db, &register, text, today)).transpose()?;
        let filter = HistoryFilter {
            cell: cell.as_ref().map(|(id, _)| *id),
            official: official.as_ref().map(|(id, _)| *id),
            span,
        };
        let wanted = db.operations_on(filter)?;
        let mut operations = db.operations()?;
        operations.retain(|operation| {
            wanted.as_ref().is_none_or(|wanted| wanted.contains(&operation.number))
                && since.is_none_or(|since| since <= clock::date_of(operation.recorded_at))
        });
        let (cell, official) = (cell.map(|(_, name)| name), official.map(|(_, name)| name));
        Ok((operations, HistoryScope { cell, official, span, since }))
    })?;
    context.print(&args.printing, |medium| {
        report::history(&operations, &scope, clock::local, context.lang, medium)
    })
}

/// The cell meant, with its name; one that was taken out again is still known by its code.
fn cell_meant(
    db: &Reader<'_>,
    register: &Register,
    text: &str,
    today: Date,
) -> Result<(CellId, String), Failure> {
    let refusal = match find_cell(register, text, today) {
        Ok(id) => return Ok((id, register.cell(id).thing(today).to_string())),
        Err(refusal) => refusal,
    };
    let code = once_a_code(&refusal, text);
    let codes = if code.is_some() { db.cell_codes()? } else { HashMap::new() };
    named_once(code, &codes).ok_or(refusal.into())
}

/// The same for an official.
fn official_meant(
    db: &Reader<'_>,
    register: &Register,
    text: &str,
    today: Date,
) -> Result<(OfficialId, String), Failure> {
    let refusal = match find_official(register, text, today) {
        Ok(id) => return Ok((id, register.official(id).thing(today).to_string())),
        Err(refusal) => refusal,
    };
    let code = once_a_code(&refusal, text);
    let codes = if code.is_some() { db.official_codes()? } else { HashMap::new() };
    named_once(code, &codes).ok_or(refusal.into())
}

/// What was typed, where it is not found but may be the code of something that is no longer on record.
fn once_a_code(refusal: &Refusal, text: &str) -> Option<Code> {
    match refusal {
        Refusal::NotFound { .. } => Code::new(text).ok(),
        _ => None,
    }
}

fn named_once<I: Copy>(code: Option<Code>, codes: &HashMap<Code, I>) -> Option<(I, String)> {
    let code = code?;
    codes.get(&code).map(|id| (*id, code.to_string()))
}

fn one(context: &Context, args: &Show) -> Result<(), Failure> {
    let number = args.number;
    let as_of = AsOf::known(args.known_at);
    let record = context.read_as(&as_of, |db| {
        let newest = db.newest()?.map_or(OperationNumber(0), |(newest, _)| newest);
        let operation = db.operation(number)?;
        let operation = operation.ok_or(Refusal::OperationNotFound { number, newest })?;
        Ok(OperationRecord::new(operation, db.fingerprint(number)?, db.before_and_after(number)?))
    })?;
    context.print(&args.printing, |medium| record.lay_out(clock::local, context.lang, medium))
}

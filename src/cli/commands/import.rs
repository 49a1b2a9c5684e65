//! `chibo import`: folders, CSV files and workbooks into the record file, as one operation.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::columns;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Place};
use crate::cli::options::{Changing, LateRecord};
use crate::cli::output;
use crate::cli::progress::Progress;
use crate::cli::values;
use crate::domain::{Key, Keyword, OldEncoding, OperationNumber, Status};
use crate::files::{CsvFile, template_files};
use crate::import::{self, Plan, Reading, Spot, Tally, TwinFound, TwinsFound};
use crate::ops::{self, RowsChanged};
use crate::render::{self, Dialect};
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "PATH", required_unless_present = "template")]
    paths: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["paths", "amend", "dry_run"])]
    template: Option<PathBuf>,
    #[arg(long, requires = "template")]
    excel: bool,
    #[arg(long)]
    amend: bool,
    #[arg(long, value_name = "HEADING=COLUMN", conflicts_with = "template")]
    columns: Vec<String>,
    #[arg(long, value_name = "NAME", requires = "columns")]
    columns_as: Option<String>,
    #[arg(long, value_name = "ENCODING", value_parser = values::word::<OldEncoding>, conflicts_with = "template")]
    encoding: Option<OldEncoding>,
    #[command(flatten)]
    late: LateRecord,
    #[command(flatten)]
    changing: Changing,
}

/// The most meetings, months or records that a warning names.
const NAMED: usize = 10;

/// Reads all files, plans, and writes only if nothing is wrong anywhere.
pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    if let Some(folder) = &args.template {
        return write_templates(context, folder, args.excel);
    }
    context.dry_run(args.changing.dry_run);
    let today = context.today()?;
    let said = columns::said(context, &args.columns)?;
    let reading = Reading { today, encoding: args.encoding, columns: columns::read(&said)? };
    // A record file that cannot be used is said before minutes are spent on reading.
    context.writes();
    let mut store = context.open_to_change()?;
    let progress = Progress::begin(texts::answers::reading(context.lang));
    let drafts = import::read(&args.paths, &reading);
    let (plan, number, rows, results) =
        store.write(context.stamp()?, |db| -> Result<_, Failure> {
            let base = ops::base(db, drafts.months())?;
            let options = import::Options { amend: args.amend, today };
            let dependants =
                |cells: &_, officials: &_| ops::register_dependants(db, cells, officials);
            let as_typed = |faults| Failure::Faults(import::as_typed(faults, &reading));
            let plan = import::plan(drafts, base, dependants, &options)?.map_err(as_typed)?;
            if plan.change.is_empty() {
                return Ok((plan, None, RowsChanged::default(), Vec::new()));
            }
            // Those out of which something comes.
            let telling = plan.added.iter().filter(|(_, tally)| tally.new + tally.changed > 0);
            let files: Vec<&str> = telling.map(|(kind, _)| kind.file_name()).collect();
            let files = files.join(", ");
            let mut arguments =
                json!({ "files": files, "records": plan.change.len(), "amend": args.amend });
            let months = plan.change.months().into_iter();
            let months: Vec<String> = months.map(|(month, n)| format!("{month}:{n}")).collect();
            if !months.is_empty() {
                arguments["months"] = months.join(" ").into();
            }
            progress.steps(texts::answers::importing(context.lang), plan.change.len());
            let late = args.late.allowed();
            let (number, rows) =
                ops::import(db, arguments, &plan.change, late, || progress.step())?;
            let results = ops::results(db, &plan.meetings, today)?;
            Ok((plan, Some(number).filter(|_| !context.is_dry_run()), rows, results))
        })?;
    drop(progress);
    if let Some(name) = args.columns_as.as_deref().filter(|_| !context.is_dry_run()) {
        columns::keep(context, name, &said)?;
    }
    answer(context, &plan, number, &results);
    super::shared::say_changes(context, &rows);
    super::shared::say_beginning(context, rows.begins);
    if let (true, Some(number)) = (rows.not_looked_at, number) {
        context.say(&texts::answers::changes_not_listed(context.lang, number.previous()));
    }
    Ok(())
}

fn answer(
    context: &Context,
    plan: &Plan,
    number: Option<OperationNumber>,
    results: &[(Status, usize)],
) {
    let lang = context.lang;
    let sum =
        |of: fn(&Tally) -> usize| plan.added.iter().map(|(_, tally)| of(tally)).sum::<usize>();
    let (new, changed, same) = (sum(|t| t.new), sum(|t| t.changed), sum(|t| t.same));
    let sentence = texts::answers::imported(lang, new, changed, same);
    match number {
        Some(_) => context.done(&sentence, number),
        None if new + changed > 0 => context.done(&sentence, None),
        None => context.say(&format!("{sentence}.")),
    }
    let any = |tally: &Tally| tally.new + tally.changed + tally.same > 0;
    for (kind, Tally { new, changed, same }) in plan.added.iter().filter(|(_, tally)| any(tally)) {
        context.say(&texts::answers::file_line(lang, kind.file_name(), *new, *changed, *same));
    }
    for (kind, column, earliest, latest) in &plan.dates {
        let label = format!("{}, {}", kind.file_name(), texts::column_label(column, lang));
        context.say(&texts::answers::dates_line(lang, &label, *earliest, *latest));
        if Key::from_key(column).is_some_and(Key::is_end) {
            context.say(&texts::answers::last_days_line(
                lang,
                earliest.previous(),
                latest.previous(),
            ));
        }
    }
    if !plan.months.is_empty() {
        context.say(&texts::answers::months_imported(lang, &plan.months, NAMED));
    }
    if !results.is_empty() {
        context.say(&texts::answers::results_imported(lang, results));
    }
    if plan.founded_with_committee > 0 {
        let cells = plan.founded_with_committee;
        context.say(&texts::answers::founded_with_committee(lang, cells));
    }
    if !plan.grades_above.is_empty() {
        context.say(&texts::answers::grades_above(lang, &plan.grades_above, NAMED));
    }
    if !plan.idle_reasons.is_empty() {
        context.say(&texts::answers::idle_reasons(lang, &plan.idle_reasons, NAMED));
    }
    say_twins(context, &plan.twins);
    if let Some(import::Early { meetings, months, from }) = &plan.before_records {
        let said = texts::answers::imported_before_records(lang, *meetings, months, NAMED, *from);
        context.say(&said);
    }
    texts::faults::left_aside(lang, &plan.aside).iter().for_each(|line| context.say(line));
}

fn say_twins(context: &Context, twins: &TwinsFound) {
    let lang = context.lang;
    if twins.total == 0 {
        return;
    }
    context.say(&texts::answers::twins_head(lang, twins.total));
    let place = |at: &Spot| texts::faults::spot(lang, at);
    for TwinFound { new, at, other, other_at, by } in twins.first.iter().take(NAMED) {
        let other_at = other_at.as_ref().map(place);
        let (new, other) = ((new, &*place(at)), (other, other_at.as_deref()));
        context.say(&texts::answers::twin_line(lang, new, other, *by));
    }
    let more = twins.total.saturating_sub(NAMED);
    if more > 0 {
        context.say(&texts::answers::more_twins(lang, more));
    }
}

/// Empty files, for Excel with headings in the reader's language.
fn write_templates(context: &Context, folder: &Path, excel: bool) -> Result<(), Failure> {
    let files: Vec<CsvFile<'_>> = template_files(context.lang).collect();
    if let Some(taken) = files.iter().map(|file| folder.join(&file.name)).find(|path| path.exists())
    {
        return Err(Place::TemplateTaken(taken).into());
    }
    output::make_folder(folder)?;
    let number = files.len();
    let dialect = if excel { Dialect::Excel(context.lang) } else { Dialect::Plain };
    for CsvFile { name, table } in files {
        output::write_aside(&folder.join(name), |out| render::csv(table, dialect, out))?;
    }
    context.say(&texts::answers::templates(context.lang, folder, number));
    Ok(())
}

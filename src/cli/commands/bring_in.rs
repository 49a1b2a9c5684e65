//! Files into the record file, as one operation, and what is said of it: `import` and `sheet read`.

use std::path::PathBuf;

use serde_json::json;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::LateRecord;
use crate::cli::progress::Progress;
use crate::domain::{Key, Keyword, OperationNumber, Period, Register, Status};
use crate::import::{self, Plan, Reading, Spot, Taking, Tally, TwinFound, TwinsFound};
use crate::ops::{self, RowsChanged};
use crate::texts;

/// The most meetings, months or records that a warning names.
const NAMED: usize = 10;
/// The most cells that are named as having reported nothing: those of a town.
const CELLS_NAMED: usize = 40;

/// How the choice is made for month sheets: the cells are found by what they are called.
type Taken<'a> = &'a dyn Fn(&Register) -> Result<Taking, Failure>;

/// Files that are to be brought in.
pub struct Bringing<'a> {
    pub paths: &'a [PathBuf],
    pub reading: Reading,
    pub amend: bool,
    pub late: LateRecord,
    /// How they are taken, if they are month sheets.
    pub month_sheets: Option<Taken<'a>>,
}

/// Reads all files, plans, and writes only if nothing is wrong anywhere.
pub fn bring_in(context: &Context, bringing: Bringing<'_>) -> Result<(), Failure> {
    let Bringing { paths, reading, amend, late, month_sheets } = bringing;
    let today = reading.today;
    // A record file that cannot be used is said before minutes are spent on reading.
    context.writes();
    let mut store = context.open_to_change()?;
    let progress = Progress::begin(texts::answers::reading(context.lang));
    let drafts = match month_sheets {
        Some(_) => import::read_month_sheets(paths, &reading),
        None => import::read(paths, &reading),
    };
    let (plan, number, rows, results) =
        store.write(context.stamp()?, |db| -> Result<_, Failure> {
            let base = ops::base(db, drafts.months())?;
            let sheet = month_sheets.map(|taken| taken(&base.records.register)).transpose()?;
            let options = import::Options { amend, sheet, today };
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
                json!({ "files": files, "records": plan.change.len(), "amend": amend });
            let months = plan.change.months().into_iter();
            let months: Vec<String> = months.map(|(month, n)| format!("{month}:{n}")).collect();
            if !months.is_empty() {
                arguments["months"] = months.join(" ").into();
            }
            progress.steps(texts::answers::importing(context.lang), plan.change.len());
            let (number, rows) =
                ops::import(db, arguments, &plan.change, late.allowed(), || progress.step())?;
            let results = ops::results(db, &plan.meetings, today)?;
            Ok((plan, Some(number).filter(|_| !context.is_dry_run()), rows, results))
        })?;
    drop(progress);
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
    let is_untouched = new + changed + same == 0 && plan.at_odds.is_empty();
    match number {
        _ if is_untouched && !plan.not_filled_in.is_empty() => {
            context.say(texts::month_sheet::nothing_filled_in(lang));
        }
        Some(_) => context.done(&sentence, number),
        None if new + changed > 0 => context.done(&sentence, None),
        None => context.say(&format!("{sentence}.")),
    }
    say_files(context, plan);
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
    say_at_odds(context, plan);
    if !plan.not_filled_in.is_empty() {
        context.say(&texts::month_sheet::not_filled_in(lang, &plan.not_filled_in, CELLS_NAMED));
    }
    say_twins(context, &plan.twins);
    if let Some(import::Early { meetings, months, from }) = &plan.before_records {
        let said = texts::answers::imported_before_records(lang, *meetings, months, NAMED, *from);
        context.say(&said);
    }
    texts::faults::left_aside(lang, &plan.aside).iter().for_each(|line| context.say(line));
}

/// What each kind of file brought, and between which days.
fn say_files(context: &Context, plan: &Plan) {
    let lang = context.lang;
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
    let months: Vec<Period> = plan.change.months().into_keys().collect();
    if !months.is_empty() {
        context.say(&texts::answers::months_imported(lang, &months, NAMED));
    }
}

/// What a month sheet said otherwise, value by value, and which held.
fn say_at_odds(context: &Context, plan: &Plan) {
    for at_odds in &plan.at_odds {
        let import::AtOdds { cell, column, recorded, sheet, holds, .. } = at_odds;
        let values = (recorded.as_str(), sheet.as_str());
        let of_sheet = *holds == import::Holds::File;
        context.say(&texts::month_sheet::taken(context.lang, cell, column, values, of_sheet));
    }
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

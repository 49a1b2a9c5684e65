//! `chibo report`: coverage of a month or of several, officials, committees, gaps, composition, recommendations, schedule.

use clap::ValueEnum;

use crate::cli::clock;
use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::known_at::KnownAt;
use crate::cli::options::{AsOf, Opening, Printing};
use crate::cli::output::Made;
use crate::cli::values::{self, Misread};
use crate::domain::{
    Date, Facts, FiledMonth, Period, PeriodInput, PeriodSpan, Refusal, Register, months_of_duties,
    refusal,
};
use crate::ops;
use crate::render::{self, Dialect};
use crate::report::{
    self, AttendanceReport, CompositionReport, CoverageReport, CoverageScope, DifferenceReport,
    DutiesReport, EffectReport, GapsReport, OfficialsReport, QualityReport, RaisedScope,
    RecommendationsReport, Schedule, SummaryReport, SummarySources, months_of_gaps,
    months_of_summary, months_of_themes,
};
use crate::store::{self, Reader};
use crate::table::Medium;
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "KIND", value_enum, ignore_case = true, default_value = "coverage")]
    kind: Kind,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    period: Option<PeriodInput>,
    #[arg(long, value_name = "COMMITTEE")]
    committee: Option<String>,
    #[arg(long, value_name = "CELL")]
    cell: Option<String>,
    #[arg(long, value_name = "OFFICIAL")]
    official: Option<String>,
    #[arg(long)]
    check: bool,
    #[arg(long, conflicts_with = "filed")]
    explain: bool,
    #[arg(long)]
    filed: bool,
    #[arg(long, value_name = "FROM", conflicts_with_all = ["filed", "explain", "check"])]
    diff: Option<String>,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    printing: Printing,
    #[command(flatten)]
    opening: Opening,
}

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    Coverage,
    Officials,
    Committees,
    Duties,
    Gaps,
    Attendance,
    Quality,
    Effect,
    Summary,
    Composition,
    Recommendations,
    Schedule,
}

impl Kind {
    /// The kind as it is typed.
    fn name(self) -> &'static str {
        match self {
            Self::Coverage => "coverage",
            Self::Officials => "officials",
            Self::Committees => "committees",
            Self::Duties => "duties",
            Self::Gaps => "gaps",
            Self::Attendance => "attendance",
            Self::Quality => "quality",
            Self::Effect => "effect",
            Self::Summary => "summary",
            Self::Composition => "composition",
            Self::Recommendations => "recommendations",
            Self::Schedule => "schedule",
        }
    }
}

/// An option that only some kinds take: whether it is given, and whether a kind takes it.
type Limited = (&'static str, fn(&Args) -> bool, fn(Kind) -> bool);

/// Those that only some kinds take. Their help says which.
const LIMITED: [Limited; 7] = [
    ("--explain", |args| args.explain, |kind| kind == Kind::Coverage),
    ("--filed", |args| args.filed, |kind| kind == Kind::Coverage),
    ("--diff", |args| args.diff.is_some(), |kind| kind == Kind::Coverage),
    (
        "--check",
        |args| args.check,
        |kind| {
            use Kind::{Coverage, Duties, Gaps, Recommendations, Schedule};
            [Coverage, Duties, Gaps, Recommendations, Schedule].contains(&kind)
        },
    ),
    (
        "--official",
        |args| args.official.is_some(),
        |kind| [Kind::Coverage, Kind::Officials, Kind::Duties, Kind::Schedule].contains(&kind),
    ),
    ("--committee", |args| args.committee.is_some(), |kind| kind != Kind::Composition),
    ("--cell", |args| args.cell.is_some(), |kind| kind != Kind::Composition),
];

/// Refuses an option that the kind does not take.
fn refuse_misplaced(args: &Args) -> Result<(), Failure> {
    let misplaced = |(_, is_given, takes): &&Limited| is_given(args) && !takes(args.kind);
    match LIMITED.iter().find(misplaced) {
        Some((what, ..)) => Err(Usage::Conflict { what, with: args.kind.name() }.into()),
        None => Ok(()),
    }
}

pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let args = Args { printing: args.opening.of(args.printing), ..args };
    refuse_misplaced(&args)?;
    match args.kind {
        Kind::Coverage if args.filed => filed(context, &args),
        Kind::Coverage => match &args.diff {
            Some(from) => difference(context, &args, from),
            None => coverage(context, &args),
        },
        Kind::Officials => {
            let Asked { span, today, facts, scope } =
                asked(context, &args, |db, span| db.facts_with_others(span))?;
            // All rows are wanted: whom he stood in for is seen in those of others.
            let all = CoverageScope { official: None, ..scope };
            let coverage = CoverageReport::build(&facts, span, today, all)?;
            let officials = OfficialsReport::build(&coverage, scope.official);
            context.print(&args.printing, officials.lay_out(context.lang))
        }
        Kind::Committees => {
            let asked = asked(context, &args, |db, span| db.facts_with_others(span))?;
            let coverage = asked.coverage()?;
            let table = report::committees_report(&coverage, context.lang);
            context.print(&args.printing, table)
        }
        Kind::Duties => duties(context, &args),
        Kind::Summary => summary(context, &args),
        Kind::Gaps => gaps(context, &args),
        Kind::Attendance => {
            let asked = of_cells(context, &args, |span| span)?;
            let coverage = asked.coverage()?;
            let report = AttendanceReport::of(&coverage);
            context.print_for(&args.printing, |medium| report.lay_out(context.lang, medium))
        }
        Kind::Effect => {
            let asked = of_cells(context, &args, |span| span)?;
            let coverage = asked.coverage()?;
            let table = EffectReport::build(&coverage)?.lay_out(context.lang);
            context.print(&args.printing, table)
        }
        Kind::Quality => {
            let asked = of_cells(context, &args, months_of_themes)?;
            let coverage = asked.coverage()?;
            let report = QualityReport::of(&coverage);
            context.print_for(&args.printing, |medium| report.lay_out(context.lang, medium))
        }
        Kind::Composition => composition(context, &args),
        Kind::Recommendations => recommendations(context, &args),
        Kind::Schedule => schedule(context, &args),
    }
}

/// What a report of months is made of.
struct Asked {
    span: PeriodSpan,
    today: Date,
    facts: Facts,
    scope: CoverageScope,
}

/// `read` takes the facts of the months.
fn asked(
    context: &Context,
    args: &Args,
    read: impl Fn(&Reader<'_>, PeriodSpan) -> store::Result<Facts>,
) -> Result<Asked, Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.unwrap_or(PeriodInput::Last).resolve(today);
    let facts = context.read_as(&args.as_of, |db| Ok(read(db, span)?))?;
    let scope = scope(&facts.register, span.to.last_day(), args)?;
    Ok(Asked { span, today, facts, scope })
}

impl Asked {
    /// The rows of the months.
    fn coverage(&self) -> Result<CoverageReport<'_>, Refusal> {
        CoverageReport::build(&self.facts, self.span, self.today, self.scope)
    }
}

/// What a report of cells is made of; `months` are those whose meetings it needs.
fn of_cells(
    context: &Context,
    args: &Args,
    months: impl Fn(PeriodSpan) -> PeriodSpan,
) -> Result<Asked, Failure> {
    asked(context, args, |db, span| db.facts_with_others(months(span)))
}

/// To what the report is limited, by names in force on a day.
fn scope(register: &Register, day: Date, args: &Args) -> Result<CoverageScope, Failure> {
    let named = (args.committee.as_deref(), args.cell.as_deref(), args.official.as_deref());
    super::shared::scope(register, day, named)
}

/// A month as it was closed, byte for byte.
fn filed(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let period = super::shared::one_month(args.period.unwrap_or(PeriodInput::Last), today)?;
    context.refuse_flawed_past()?;
    let (month, is_closed) = context.read_as(&args.as_of, |db| {
        let is_closed = !db.closings(PeriodSpan::single(period))?.is_empty();
        Ok((ops::filed_month(db, period)?, is_closed))
    })?;
    let scope = scope(&month.facts.register, period.last_day(), args)?;
    let report = print_filed(context, &args.printing, &month, scope)?;
    if !is_closed {
        context.say(&texts::closing::filed_then_reopened(context.lang, period));
    }
    found(args.check && report.has_gap())
}

/// Prints a month as it was filed.
pub fn print_filed<'a>(
    context: &Context,
    printing: &Printing,
    month: &'a FiledMonth,
    scope: CoverageScope,
) -> Result<CoverageReport<'a>, Failure> {
    let report = CoverageReport::of_filed(month, scope);
    context.print_for(printing, |medium| report.lay_out(context.lang, medium))?;
    Ok(report)
}

/// What changed since the month was filed, or since an operation or a moment.
fn difference(context: &Context, args: &Args, from: &str) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.unwrap_or(PeriodInput::Last).resolve(today);
    let since = match super::shared::filing(from, span, today)? {
        Some(period) => ops::Since::Filed(period),
        None => {
            let moment = KnownAt::read(from).map_err(|misread| match misread {
                Misread::Refused(Refusal::Calendar(refusal::Calendar::MomentMisread { text })) => {
                    Failure::Usage(Usage::DiffMisread(text))
                }
                misread => Failure::ValueOf { option: "--diff", misread },
            })?;
            ops::Since::Operation(context.known_operation(moment)?)
        }
    };
    context.refuse_flawed_past()?;
    // What came after the moment that is asked for was not known then.
    if let (ops::Since::Operation(number), Some(moment)) = (since, args.as_of.known_at) {
        let newest = context.known_operation(moment)?;
        if number > newest {
            return Err(refusal::Asked::OperationNotFound { number, newest }.into());
        }
    }
    let (differences, scope) = context.read_as(&args.as_of, |db| {
        let scope = scope(&db.register()?, span.to.last_day(), args)?;
        Ok((ops::differences(db, span, today, since)?, scope))
    })?;
    let report = DifferenceReport::build(differences, scope);
    context.print_for(&args.printing, |medium| report.lay_out(clock::local, context.lang, medium))
}

/// Several months as rows alone: read, judged and written one after the other, so that no more than one is held; all
/// of them before the first byte is printed.
fn coverage_by_month(
    context: &Context,
    args: &Args,
    span: PeriodSpan,
    dialect: Dialect<'_>,
) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let (made, has_gap) = context.read_as(&args.as_of, |db| {
        let mut facts = db.facts(PeriodSpan::single(span.from))?;
        let scope = scope(&facts.register, span.to.last_day(), args)?;
        let (mut made, mut has_gap) = (Made::new(), false);
        for month in
            span.months().filter(|month| month.first_day() <= today.max(span.from.first_day()))
        {
            let single = PeriodSpan::single(month);
            if month != span.from {
                facts = db.facts_of(facts, single)?;
            }
            let report = CoverageReport::build(&facts, single, today, scope)?;
            has_gap |= report.has_gap();
            let rows = if args.explain {
                report::explained(&report, context.lang, dialect.medium())
            } else {
                report.lay_out(context.lang, dialect.medium())
            };
            made.add(|out| {
                if month == span.from {
                    render::csv(rows, dialect, out)
                } else {
                    render::csv_on(rows, dialect, out)
                }
            })?;
        }
        Ok((made, has_gap))
    })?;
    context.print_made(&args.printing, made)?;
    found(args.check && has_gap)
}

fn coverage(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.unwrap_or(PeriodInput::Last).resolve(today);
    if let Some(dialect) = context.rows_alone(&args.printing)?.filter(|_| span.from < span.to) {
        return coverage_by_month(context, args, span, dialect);
    }
    let Asked { span, today, facts, scope } = asked(context, args, |db, span| db.facts(span))?;
    let report = CoverageReport::build(&facts, span, today, scope)?;
    // On a screen the grid of several months has no room for reasons; their rows are those of the CSV.
    let on_screen = context.medium(&args.printing)? == Medium::Screen;
    if args.explain && on_screen && report.months.len() > 1 {
        return Err(Usage::ExplainSeveral.into());
    }
    context.print_for(&args.printing, |medium| {
        if args.explain {
            report::explained(&report, context.lang, medium)
        } else {
            report.lay_out(context.lang, medium)
        }
    })?;
    found(args.check && report.has_gap())
}

/// Ends with the status for a finding, if there is one.
fn found(something: bool) -> Result<(), Failure> {
    if something { Err(Failure::Found) } else { Ok(()) }
}

/// What became of the duties in the calendar spans in which these months lie.
fn duties(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.unwrap_or(PeriodInput::Last).resolve(today);
    span.from.must_have_begun(today)?;
    let facts = context.read_as(&args.as_of, |db| {
        Ok(db.facts_with_others(months_of_duties(&db.duties()?, span))?)
    })?;
    let scope = scope(&facts.register, span.to.last_day(), args)?;
    let report = DutiesReport::build(&facts, span, today, scope);
    context.print_for(&args.printing, |medium| report.lay_out(context.lang, medium))?;
    found(args.check && report.has_short())
}

/// The review of a span. It is made of everything that the other reports are made of.
fn summary(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.unwrap_or(PeriodInput::Last).resolve(today);
    let (facts, follow_up, inspections) = context.read_as(&args.as_of, |db| {
        let months = months_of_themes(months_of_summary(span));
        let months = months_of_duties(&db.duties()?, months);
        Ok((db.facts_with_others(months)?, db.follow_up()?, db.inspections()?))
    })?;
    let scope = scope(&facts.register, span.to.last_day(), args)?;
    let coverage = CoverageReport::build(&facts, span, today, scope)?;
    let CoverageScope { committee, cell, .. } = scope;
    let raised = RaisedScope { span: Some(span), committee, cell };
    let recommendations = RecommendationsReport::build(&follow_up, today, raised);
    let duties = DutiesReport::build(&facts, span, today, scope);
    let report = SummaryReport::build(&SummarySources {
        coverage: &coverage,
        duties: &duties,
        recommendations: &recommendations,
        inspections: coverage.inspections(&inspections),
    });
    context.print_for(&args.printing, |medium| report.lay_out(context.lang, medium))
}

/// Whom to ask about which cell of one month.
fn gaps(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let period = super::shared::one_month(args.period.unwrap_or(PeriodInput::Last), today)?;
    let (facts, notes) = context.read_as(&args.as_of, |db| {
        Ok((db.facts_with_others(months_of_gaps(period, today))?, db.gap_notes()?))
    })?;
    let scope = scope(&facts.register, period.last_day(), args)?;
    let coverage = CoverageReport::build(&facts, PeriodSpan::single(period), today, scope)?;
    let report = GapsReport::of(&coverage, &notes);
    context.print_for(&args.printing, |medium| report.lay_out(context.lang, medium))?;
    found(args.check && report.mendable() > 0)
}

/// What became of recommendations: of all that there are, or of those raised in some months.
fn recommendations(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let span = args.period.map(|input| input.resolve(today));
    if let Some(span) = span {
        span.from.must_have_begun(today)?;
    }
    let facts = context.read_as(&args.as_of, |db| Ok(db.follow_up()?))?;
    let day = span.map_or(today, |span| span.to.last_day());
    let CoverageScope { committee, cell, .. } = scope(&facts.register, day, args)?;
    let scope = RaisedScope { span, committee, cell };
    let report = RecommendationsReport::build(&facts, today, scope);
    context.print_for(&args.printing, |medium| report.lay_out(context.lang, medium))?;
    found(args.check && report.has_overdue())
}

/// The dates of a month, which may be one to come.
fn schedule(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let period = super::shared::one_month(args.period.unwrap_or(PeriodInput::This), today)?;
    let facts = context.read_as(&args.as_of, |db| Ok(db.facts(Schedule::months(period))?))?;
    let scope = scope(&facts.register, period.last_day(), args)?;
    let schedule = Schedule::build(&facts, period, today, scope);
    context.print(&args.printing, schedule.lay_out(context.lang))?;
    found(args.check && !schedule.without_date().is_empty())
}

fn composition(context: &Context, args: &Args) -> Result<(), Failure> {
    let today = context.reading_today(&args.as_of)?;
    let month = args.period.map(|input| input.resolve(today).to.last_day());
    let day = match args.as_of.as_of {
        Some(_) => context.day(&args.as_of)?,
        None => month.unwrap_or(today),
    };
    let facts =
        context.read_as(&args.as_of, |db| Ok(db.facts(PeriodSpan::single(Period::of(day)))?))?;
    let report = CompositionReport::build(&facts, day, CoverageScope::default());
    context.print(&args.printing, report.lay_out(context.lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, help};

    fn named(text: &str) -> Vec<&'static str> {
        let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        let kinds = Kind::value_variants().iter().map(|kind| kind.name());
        kinds.filter(|kind| words.contains(kind)).collect()
    }

    #[test]
    fn the_help_of_an_option_names_the_kinds_that_take_it_or_those_that_do_not() {
        for (option, _, takes) in LIMITED {
            let (taking, refusing): (Vec<Kind>, Vec<Kind>) =
                Kind::value_variants().iter().partition(|kind| takes(**kind));
            let few = if taking.len() > refusing.len() { refusing } else { taking };
            let few: Vec<&str> = few.into_iter().map(Kind::name).collect();
            for lang in Lang::ALL {
                let text = help::argument("report", &option[2..], lang).unwrap();
                assert_eq!(named(&text), few, "{option}: {text}");
            }
        }
    }

    #[test]
    fn every_kind_is_named_in_the_help() {
        let all: Vec<&str> = Kind::value_variants().iter().map(|kind| kind.name()).collect();
        assert_eq!(named(help::about("report", Lang::EN).unwrap()), all);
        let vietnamese = help::about("report", Lang::VI).unwrap();
        assert_eq!(vietnamese.split(", ").count(), all.len(), "{vietnamese}");
        for lang in Lang::ALL {
            assert_eq!(named(&help::argument("report", "kind", lang).unwrap()), all);
        }
    }
}

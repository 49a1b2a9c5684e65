//! The walk through every due cell that has no report for a month: one line a cell, each recorded by itself. It can be
//! left at any cell, and begins again with the first that has no report.

use super::command_line::{Added, CommandLine};
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::Ground;
use super::held::{self, Subject};
use super::line::{self, LineRead};
use super::meeting;
use super::round::{self, Ended, Questions};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::{Cell, CoverageRow, Date, Keyword, MeetingKind, Period, check_day, refusal};
use crate::texts::{self, Lang, asking, lists};

pub fn run(
    context: &mut Context,
    conversation: &Conversation<'_>,
    given: &Given<'_>,
    typed: &[String],
) -> Result<(), Failure> {
    let about = given.period(context.today()?)?;
    let ground = Ground::read(context, about)?;
    let period = about.unwrap_or(ground.month_due());
    refuse_month(&ground, period, given.has("late"))?;
    let open = ground.unreported(period);
    let mut walk = Walk { period, typed, recorded: 0, left: open.len() };
    if !open.is_empty() {
        let lines = asking::walk_begins(context.lang, period, open.len());
        lines.iter().for_each(|line| context.say(line));
    }
    let mut ended = Ok(());
    for row in &open {
        conversation.forget();
        ended = walk.cell(context, conversation, given, &ground, row);
        if ended.is_err() {
            break;
        }
    }
    walk.ends(context);
    match ended {
        // Whoever leaves has done what he wanted to do.
        Err(Failure::Declined) => Ok(()),
        other => other,
    }
}

/// Refuses a month that has not begun, and one that is closed, unless late records are meant.
fn refuse_month(ground: &Ground, period: Period, late: bool) -> Result<(), Failure> {
    period.must_have_begun(ground.today)?;
    match ground.facts.closing(period).filter(|_| !late) {
        None => Ok(()),
        Some(closing) => {
            Err(refusal::Month::ClosedAlready { period, closed_on: closing.closed_on }.into())
        }
    }
}

/// How far the walk has come.
struct Walk<'w> {
    period: Period,
    typed: &'w [String],
    recorded: usize,
    left: usize,
}

impl Walk<'_> {
    /// Asks for one cell, and records what is said of it.
    fn cell(
        &mut self,
        context: &mut Context,
        conversation: &Conversation<'_>,
        given: &Given<'_>,
        ground: &Ground,
        row: &CoverageRow<'_>,
    ) -> Result<(), Failure> {
        let lang = context.lang;
        let cell = row.cell;
        let assigned = row.assigned.iter().map(|who| held::called(who));
        let assigned = assigned.collect::<Vec<_>>().join("; ");
        let assigned = if assigned.is_empty() { lists::nobody(lang).to_owned() } else { assigned };
        let last = ground.facts.counts_before(cell.id, self.period);
        let total = last.and_then(|last| last.total);
        let named = texts::thing(&cell.thing(self.period.last_day()));
        context.say(&asking::walk_cell(lang, self.left, &named, &assigned, total));

        let later = std::cell::Cell::new(false);
        let place = Place { period: self.period, ground, cell, total };
        let first = || match place.ask(conversation, given)? {
            Some(added) => Ok(added),
            None => {
                later.set(true);
                Err(Failure::Declined)
            }
        };
        let more = || held::more(conversation, given);
        let questions = Questions { first: &first, more: Some(&more) };
        let typed = self.without_all();
        // The first one shows how it is done without questions.
        let ended = round::run(context, conversation, &questions, &typed, self.recorded == 0);
        match ended {
            Ok(Ended::Done) => {
                self.recorded += 1;
                self.left -= 1;
                Ok(())
            }
            Ok(Ended::NotAgreed) => Ok(()),
            Err(Failure::Declined) if later.get() => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// What was typed, as the beginning of the command for one cell.
    fn without_all(&self) -> Vec<String> {
        self.typed.iter().filter(|word| *word != "--all").cloned().collect()
    }

    /// Says how far it came, and how to go on.
    fn ends(&self, context: &Context) {
        let Self { period, typed, recorded, left } = *self;
        let mut again = Added::default();
        if !typed.iter().any(|word| word.starts_with("--period")) {
            again.option("--period", texts::period(context.lang, period));
        }
        let again = CommandLine::completed(typed, &again).shown();
        context.say(&asking::walk_ends(context.lang, recorded, left, period, &again));
    }
}

/// One cell of the walk.
struct Place<'p> {
    period: Period,
    ground: &'p Ground,
    cell: &'p Cell,
    total: Option<u16>,
}

impl Place<'_> {
    /// Asks for its line, and for what the line leaves open; nothing if it is left for later.
    fn ask(
        &self,
        conversation: &Conversation<'_>,
        given: &Given<'_>,
    ) -> Result<Option<Added>, Failure> {
        let lang = conversation.lang();
        let likely = self.ground.likely_day(self.cell, self.period, MeetingKind::Regular);
        let begun = likely.map(|day| format!("{}/{} ", day.day(), day.month())).unwrap_or_default();
        let read = |text: &str| self.read(text, &begun);
        let shown = |text: &str| {
            Ok(match read(text)? {
                LineRead::Later => asking::later(lang).to_owned(),
                LineRead::NotHeld => asking::not_held(lang).to_owned(),
                LineRead::Held { on, counts, visitors } => {
                    let subject = self.subject(on);
                    let came = visitors.map(|text| subject.came(&text)).transpose()?;
                    let came = came.map(|came| held::shown(conversation, &came));
                    asking::walk_read(lang, on, counts, came.as_deref())
                }
            })
        };
        let likely = Likely { begun: &begun, ..Likely::default() };
        let typed = conversation.line_as(asking::walk_line(lang), likely, &shown)?;
        let mut added = Added::default();
        added.positional(self.cell.code.as_str());
        match read(&typed)? {
            LineRead::Later => return Ok(None),
            LineRead::NotHeld => {
                added.flag("--not-held");
                self.say_period(lang, given, &mut added);
                added.option("--reason", meeting::not_held_reason(conversation)?.key());
            }
            LineRead::Held { on, counts, visitors } => {
                let subject = self.subject(on);
                added.positional(texts::date(lang, on));
                if Period::of(on) != self.period {
                    self.say_period(lang, given, &mut added);
                }
                subject.say_counts(counts, &mut added);
                if counts.total.is_some() {
                    subject.rest(conversation, counts, false, &mut added)?;
                }
                let assigned = self.ground.assigned(self.cell.id, on);
                let came = match visitors {
                    Some(text) => subject.came(&text)?,
                    None if assigned.len() == 1 => assigned,
                    None => subject.visitors(conversation)?,
                };
                subject.say_who_came(conversation, &came, given, &mut added)?;
            }
        }
        Ok(Some(added))
    }

    /// Names the month where the day does not say it.
    fn say_period(&self, lang: Lang, given: &Given<'_>, added: &mut Added) {
        if !given.has("period") {
            added.option("--period", texts::period(lang, self.period));
        }
    }

    fn read(&self, text: &str, begun: &str) -> Result<LineRead, Failure> {
        let read = line::read(text, begun, self.period, self.ground.today, self.total)?;
        if let LineRead::Held { on, .. } = &read {
            check_day(self.period, *on, self.cell, self.ground.today)?;
        }
        Ok(read)
    }

    fn subject(&self, day: Date) -> Subject<'_> {
        let Self { ground, cell, period, .. } = *self;
        Subject { ground, cell, kind: MeetingKind::Regular, period, day, short: true }
    }
}

//! Questions about one meeting: of which cell, for which month, on which day, or why it was not held.

use super::command_line::Added;
use super::conversation::{Conversation, Likely};
use super::given::Given;
use super::ground::Ground;
use super::held::{self, Subject};
use super::line;
use super::round::{self, Questions};
use crate::cli::commands::shared::one_month;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{
    Cell, Date, Keyword, MeetingKind, NotHeldReason, Period, ThingKind, check_day, find_cell,
};
use crate::texts;
use crate::texts::asking::{self, Asked};

/// Whether the command cannot be carried out as it was typed.
pub fn is_incomplete(given: &Given<'_>) -> bool {
    let is_regular = given.value("kind") == Some(MeetingKind::Regular);
    let came = given.has_one_of(&["day", "visitor", "no_visitor"]) || !is_regular;
    let whole = if given.has("not_held") {
        given.has("period") && given.has("reason")
    } else {
        given.has_one_of(&["day", "on"]) && came
    };
    !(given.has("cell") && whole)
}

/// Asks about a meeting and records it.
pub fn run(
    context: &mut Context,
    conversation: &Conversation<'_>,
    given: &Given<'_>,
    typed: &[String],
) -> Result<(), Failure> {
    let named = given.period(context.today()?)?;
    let ground = Ground::read(context, named)?;
    let talk = Talk { conversation, ground: &ground, given, named };
    let first = || talk.ask();
    let more = || held::more(conversation, given);
    let held = !given.has("not_held");
    let questions = Questions { first: &first, more: held.then_some(&more as _) };
    round::once(context, conversation, &questions, typed)
}

/// What is known while somebody is asked about one meeting.
struct Talk<'t> {
    conversation: &'t Conversation<'t>,
    ground: &'t Ground,
    given: &'t Given<'t>,
    /// The month that was typed.
    named: Option<Period>,
}

impl Talk<'_> {
    fn ask(&self) -> Result<Added, Failure> {
        let mut added = Added::default();
        let cell = self.cell(&mut added)?;
        if self.given.has("not_held") {
            let named = self.named.map_or_else(|| self.month(cell), Ok)?;
            self.not_held(named, &mut added)?;
        } else if let Some(day) = self.given.day("on", self.ground.today) {
            self.held(cell, day, false, &mut added)?;
        } else {
            let period = self.month_of_day(cell)?;
            match self.day(cell, period)? {
                Some(day) => {
                    added.positional(texts::date(self.conversation.lang(), day));
                    if Period::of(day) != period {
                        self.say_month(period, &mut added);
                    }
                    self.held(cell, day, true, &mut added)?;
                }
                None => {
                    added.flag("--not-held");
                    self.not_held(period, &mut added)?;
                }
            }
        }
        Ok(added)
    }

    /// The cell meant: those without a report for the month that is due are marked, and the first of them is likely.
    fn cell(&self, added: &mut Added) -> Result<&Cell, Failure> {
        let ground = self.ground;
        if let Some(text) = self.given.text("cell") {
            let register = &ground.facts.register;
            return Ok(register.cell(find_cell(register, &text, ground.today)?));
        }
        let lang = self.conversation.lang();
        let unreported = ground.unreported(ground.month_due());
        let open = |cell: &Cell| unreported.iter().any(|row| row.cell.id == cell.id);
        let cells = ground.cells(ground.today);
        let options: Vec<String> =
            cells.iter().map(|cell| ground.named(cell, lang, open(cell))).collect();
        let likely = cells.iter().position(|cell| open(cell)).unwrap_or(0);
        let kind = ThingKind::Cell;
        let chosen = self.conversation.choose_record(Asked::Cell, kind, &options, likely)?;
        let cell = cells[chosen];
        added.positional(cell.code.as_str());
        Ok(cell)
    }

    /// The month to which the day that is asked for belongs.
    fn month_of_day(&self, cell: &Cell) -> Result<Period, Failure> {
        match self.named {
            Some(period) => Ok(period),
            None if self.kind() == MeetingKind::Regular => self.month(cell),
            None => Ok(Period::of(self.ground.today)),
        }
    }

    /// The month meant: the one that is due, as long as the cell has no record for it.
    fn month(&self, cell: &Cell) -> Result<Period, Failure> {
        let (ground, lang) = (self.ground, self.conversation.lang());
        let due = ground.month_due();
        let is_open = ground.facts.regular(due, cell.id).is_none();
        let likely = if is_open { due } else { Period::of(ground.today) };
        let read = |text: &str| one_month(values::period(text)?, ground.today);
        let shown = |text: &str| Ok(texts::period(lang, read(text)?));
        let likely = texts::period(lang, likely);
        let likely = Likely { whole: Some(&likely), ..Likely::default() };
        read(&self.conversation.line(Asked::Month, likely, &shown)?)
    }

    /// The day of the meeting, or none if it was not held.
    fn day(&self, cell: &Cell, period: Period) -> Result<Option<Date>, Failure> {
        let (today, lang) = (self.ground.today, self.conversation.lang());
        let read = |text: &str| -> Result<Option<Date>, Failure> {
            if asking::means_not_held(text) {
                return Ok(None);
            }
            let day = line::day(text, period, today)?;
            check_day(period, day, cell, today)?;
            Ok(Some(day))
        };
        let shown = |text: &str| {
            let not_held = || asking::not_held(lang).to_owned();
            Ok(read(text)?.map_or_else(not_held, |day| texts::date(lang, day)))
        };
        let likely = self.ground.likely_day(cell, period, self.kind());
        let likely = likely.map(|day| texts::date(lang, day));
        let likely = Likely { whole: likely.as_deref(), ..Likely::default() };
        read(&self.conversation.line(Asked::Day, likely, &shown)?)
    }

    fn held(&self, cell: &Cell, day: Date, short: bool, added: &mut Added) -> Result<(), Failure> {
        let period = self.named.unwrap_or(Period::of(day));
        let subject = Subject { ground: self.ground, cell, kind: self.kind(), period, day, short };
        subject.ask(self.conversation, self.given, added)
    }

    fn not_held(&self, period: Period, added: &mut Added) -> Result<(), Failure> {
        self.say_month(period, added);
        if !self.given.has("reason") {
            added.option("--reason", not_held_reason(self.conversation)?.key());
        }
        Ok(())
    }

    fn say_month(&self, period: Period, added: &mut Added) {
        if self.named.is_none() {
            added.option("--period", texts::period(self.conversation.lang(), period));
        }
    }

    fn kind(&self) -> MeetingKind {
        self.given.value("kind").unwrap_or(MeetingKind::Regular)
    }
}

/// Why a meeting was not held.
pub fn not_held_reason(conversation: &Conversation<'_>) -> Result<NotHeldReason, Failure> {
    // None is chosen beforehand: a reason that nobody gave must not be recorded by an Enter too many.
    let none = asking::choose_reason(conversation.lang());
    loop {
        if let Some(reason) = held::one_of(conversation, Asked::NotHeldReason, none)? {
            return Ok(reason);
        }
    }
}

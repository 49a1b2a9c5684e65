//! A conversation with somebody at a terminal: what was answered is there again when a question is asked once more.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::command_line::Added;
use super::terminal::{Check, Line, Terminal};
use crate::cli::failure::{Failure, Usage};
use crate::domain::{ThingKind, refusal};
use crate::texts::Lang;
use crate::texts::asking::{self, Agreement, Asked};

/// Questions and answers so far.
pub struct Conversation<'a> {
    terminal: Terminal<'a>,
    answered: RefCell<BTreeMap<&'static str, String>>,
}

/// What is known of a line's answer before it is given.
#[derive(Default, Clone, Copy)]
pub struct Likely<'q> {
    /// The answer that Enter gives.
    pub whole: Option<&'q str>,
    /// The beginning of the answer.
    pub begun: &'q str,
    /// What is offered while somebody types.
    pub offered: &'q [String],
}

impl<'a> Conversation<'a> {
    /// One that begins.
    pub fn with(terminal: Terminal<'a>) -> Self {
        Self { terminal, answered: RefCell::default() }
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang<'a> {
        self.terminal.lang
    }

    /// Forgets every answer: what follows is about something else.
    pub fn forget(&self) {
        self.answered.borrow_mut().clear();
    }

    /// Asks for a line until it can be read.
    pub fn line(
        &self,
        asked: Asked,
        likely: Likely<'_>,
        check: Check<'_>,
    ) -> Result<String, Failure> {
        self.line_as(asking::question(self.lang(), asked), likely, check)
    }

    /// The same in words of its own.
    pub fn line_as(
        &self,
        asking::Question { question, help }: asking::Question,
        Likely { whole, begun, offered }: Likely<'_>,
        check: Check<'_>,
    ) -> Result<String, Failure> {
        let before = self.answered.borrow().get(question).cloned();
        let before = before.as_deref().filter(|text| !text.is_empty());
        // What was begun for them is there again as they left it.
        let begun = if begun.is_empty() { "" } else { before.unwrap_or(begun) };
        let likely = if begun.is_empty() { before.or(whole) } else { None };
        let line = Line { question, help, likely, begun, offered };
        let answer = self.terminal.line(&line, check)?;
        self.answered.borrow_mut().insert(question, answer.clone());
        Ok(answer)
    }

    /// Asks for what may be left out; what is given becomes an option, as `read` gives it.
    pub fn option(
        &self,
        asked: Asked,
        option: &str,
        read: Check<'_>,
        added: &mut Added,
    ) -> Result<(), Failure> {
        let shown = |text: &str| if text.is_empty() { Ok(String::new()) } else { read(text) };
        let text = self.line(asked, Likely::default(), &shown)?;
        if !text.is_empty() {
            added.option(option, read(&text)?);
        }
        Ok(())
    }

    /// Asks for one of the records of a kind, of which there must be some.
    pub fn choose_record(
        &self,
        asked: Asked,
        kind: ThingKind,
        options: &[String],
        likely: usize,
    ) -> Result<usize, Failure> {
        if options.is_empty() {
            return Err(Usage::NoneYet(kind).into());
        }
        self.choose(asked, options, likely)
    }

    /// Asks for one of several; the place of the one chosen.
    pub fn choose(
        &self,
        asked: Asked,
        options: &[String],
        likely: usize,
    ) -> Result<usize, Failure> {
        let asking::Question { question, help } = asking::question(self.lang(), asked);
        let before = self.answered.borrow().get(question).cloned();
        let before = before.and_then(|text| options.iter().position(|option| *option == text));
        let chosen = self.terminal.choose(question, help, options, before.unwrap_or(likely))?;
        self.answered.borrow_mut().insert(question, options[chosen].clone());
        Ok(chosen)
    }

    /// Asks whether to record what was foreseen; whether there is more to ask.
    pub fn agree(&self, more: bool) -> Result<Agreement, Failure> {
        let lang = self.lang();
        let read = |text: &str| match asking::agreement(text) {
            Some(Agreement::More) if !more => None,
            other => other,
        };
        let check = |text: &str| {
            let misread = || refusal::Written::NotYesOrNo { text: text.to_owned() };
            read(text).map(|_| text.to_owned()).ok_or_else(|| misread().into())
        };
        let asking::Question { question, help } = asking::record_it(lang, more);
        let line = Line { question, help, likely: Some(asking::yes(lang)), ..Line::default() };
        let answer = self.terminal.line(&line, &check)?;
        Ok(read(&answer).unwrap_or(Agreement::No))
    }
}

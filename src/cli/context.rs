//! What every command runs in: language, settings, and how it says what it did.
//!
//! What it asks of the day is in `moment`, of the record file in `record`, of the screen in `printing`.

use std::cell::{Cell, OnceCell};

use clap::ValueEnum;

use super::config::{Config, Folders};
use super::environment::variable;
use super::failure::Failure;
use super::notices;
use super::options::{ErrorFormat, Everywhere, LangChoice};
use super::values::{Choice, Misread};
use crate::domain::{Date, OperationNumber};
use crate::texts::{self, Lang, Language, Variable};

/// What a command runs in.
pub struct Context<'a> {
    pub lang: Lang<'a>,
    pub folders: Option<Folders>,
    pub config: Config,
    pub(super) everywhere: Everywhere,
    pub(super) dry_run: bool,
    changes: Cell<bool>,
    /// What is done is only shown to somebody who is to agree to it.
    foreseeing: bool,
    /// What `--known-at` means, once it was looked up.
    pub(super) known: OnceCell<(OperationNumber, Date)>,
    /// That what is printed was known at an earlier operation, once it was read.
    pub(super) as_recorded: OnceCell<String>,
}

/// The language before anything is parsed, so that errors and help are in it too: `--lang`, `CHIBO_LANG`,
/// the settings file, the system's language, English.
pub fn choose_lang(arguments: &[String], config: &Config) -> Lang<'static> {
    let named = [
        before_parsing(arguments, "--lang"),
        variable(Variable::Lang),
        config.lang.clone(),
        sys_locale::get_locale(),
    ];
    named.into_iter().flatten().find_map(|name| Lang::from_locale(&name)).unwrap_or(Lang::EN)
}

/// For whom what is said is written, before anything is parsed, so that a command line that is not understood is told so too.
pub fn choose_error_format(arguments: &[String]) -> ErrorFormat {
    let named = before_parsing(arguments, "--error-format");
    named.and_then(|name| ErrorFormat::from_str(&name, true).ok()).unwrap_or_default()
}

/// Refuses a `CHIBO_LANG` that names no language of chibo, where nothing typed goes before it.
pub fn check_lang(everywhere: &Everywhere) -> Result<(), Failure> {
    let named = variable(Variable::Lang).filter(|_| everywhere.lang.is_none());
    match named.filter(|name| Lang::from_locale(name).is_none()) {
        None => Ok(()),
        Some(text) => {
            let choices = Lang::ALL.map(|lang| Choice::plain(lang.code())).to_vec();
            let misread = Misread::Word { text, choices };
            Err(Failure::ValueOf { option: Variable::Lang.name(), misread })
        }
    }
}

/// The value of an option of every command before anything is parsed.
pub fn before_parsing(arguments: &[String], option: &str) -> Option<String> {
    let mut given = None;
    for (at, argument) in arguments.iter().enumerate().take_while(|(_, word)| *word != "--") {
        match argument.strip_prefix(option) {
            Some("") => given = arguments.get(at + 1).cloned(),
            Some(rest) => given = rest.strip_prefix('=').map(str::to_owned).or(given),
            None => {}
        }
    }
    given
}

impl<'a> Context<'a> {
    /// A context for a parsed command line.
    pub fn new(
        lang: Lang<'a>,
        folders: Option<Folders>,
        config: Config,
        everywhere: Everywhere,
    ) -> Self {
        let language = match everywhere.lang {
            Some(LangChoice::Vi) => Language::Vi,
            Some(LangChoice::En) => Language::En,
            None => lang.language,
        };
        Self {
            lang: Lang { language, ..lang },
            folders,
            config,
            everywhere,
            dry_run: false,
            changes: false.into(),
            foreseeing: false,
            known: OnceCell::new(),
            as_recorded: OnceCell::new(),
        }
    }

    /// The same for a command that was asked to change nothing.
    pub fn dry_run(&mut self, dry_run: bool) {
        self.dry_run = dry_run;
    }

    /// Whether nothing is to be changed.
    pub fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    /// From now on, or no longer, what is done is only shown to somebody who is to agree to it.
    pub fn foresee(&mut self, foreseeing: bool) {
        self.foreseeing = foreseeing;
    }

    /// Notes that the command is one that changes something.
    pub fn writes(&self) {
        self.changes.set(true);
    }

    /// Whether the command is one that changes something.
    pub fn is_writing(&self) -> bool {
        self.changes.get()
    }

    /// Says a line to the person, beside the output.
    pub fn say(&self, line: &str) {
        notices::note(self.error_format(), line);
    }

    /// For whom what is said is written.
    pub fn error_format(&self) -> ErrorFormat {
        self.everywhere.error_format()
    }

    /// Says what was done, and how to take it back.
    pub fn done(&self, sentence: &str, number: impl Into<Option<OperationNumber>>) {
        match number.into().filter(|_| !self.dry_run) {
            None if self.foreseeing => {
                self.say(&format!("{}{sentence}.", texts::asking::foreseen(self.lang)))
            }
            None => self.say(&format!("{}{sentence}.", texts::answers::dry_run(self.lang))),
            Some(number) => {
                let back = texts::answers::take_back(self.lang, number);
                self.say(&format!("{sentence} {back}."));
            }
        }
    }

    /// The same of what is taken back in a way of its own.
    pub fn done_with(&self, sentence: &str, back: &str) {
        if self.dry_run {
            self.done(sentence, None)
        } else {
            self.say(&format!("{sentence} {back}."))
        }
    }

    /// The same of what cannot be taken back.
    pub fn done_for_good(&self, sentence: &str, number: OperationNumber) {
        self.done_with(sentence, &texts::closing::for_good(self.lang, number.0));
    }
}

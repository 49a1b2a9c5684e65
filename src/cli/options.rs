//! Options that several commands have. Help texts are not here but in `texts::help`, in both languages.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::known_at::KnownAt;
use super::values;
use crate::domain::DateInput;
use crate::ops::Late;

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Everywhere {
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", value_enum, ignore_case = true)]
    pub lang: Option<LangChoice>,
    #[arg(long, global = true, value_name = "DATE", value_parser = values::day)]
    pub today: Option<DateInput>,
    #[arg(long, global = true, value_name = "NAME")]
    pub actor: Option<String>,
    #[arg(long, global = true, value_name = "WHEN", value_enum, ignore_case = true)]
    pub color: Option<ColorChoice>,
    #[arg(long, global = true, value_name = "FORMAT", value_enum, ignore_case = true)]
    pub error_format: Option<ErrorFormat>,
    #[arg(long, global = true)]
    pub no_pager: bool,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    pub version: Option<bool>,
}

impl Everywhere {
    /// For whom what is said on standard error is written.
    pub fn error_format(&self) -> ErrorFormat {
        self.error_format.unwrap_or_default()
    }
}

/// `--error-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ErrorFormat {
    /// Sentences.
    #[default]
    #[value(name = "text")]
    People,
    /// An object a line.
    #[value(name = "json")]
    Programs,
}

/// `--lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangChoice {
    Vi,
    En,
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// Options of commands that print.
#[derive(Debug, Clone, Args)]
pub struct Printing {
    #[arg(long, value_name = "FORMAT", value_enum, ignore_case = true)]
    pub format: Option<Format>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub excel: bool,
    /// Whether what was written is opened: [`Opening`] says so.
    #[arg(skip)]
    pub open: bool,
}

impl Printing {
    /// Whether it goes to a file: one that was named, or one made to be opened.
    pub fn is_to_file(&self) -> bool {
        self.output.is_some() || self.open
    }

    /// Whether any of it was asked for.
    pub fn is_given(&self) -> bool {
        self.format.is_some() || self.output.is_some() || self.excel || self.open
    }
}

/// `--open`, on commands whose answer is worth a page to look at.
#[derive(Debug, Clone, Copy, Args)]
pub struct Opening {
    #[arg(long = "open", id = "open_it")]
    open: bool,
}

impl Opening {
    /// The way of printing, and whether what was written is opened.
    pub fn of(self, printing: Printing) -> Printing {
        Printing { open: self.open, ..printing }
    }
}

/// `--as-of` and `--known-at`, on commands that read.
#[derive(Debug, Clone, Args)]
pub struct AsOf {
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    pub as_of: Option<DateInput>,
    #[arg(long, value_name = "MOMENT", value_parser = KnownAt::read)]
    pub known_at: Option<KnownAt>,
}

impl AsOf {
    /// `--known-at` alone, of a command for which no day is asked.
    pub fn known(known_at: Option<KnownAt>) -> Self {
        Self { as_of: None, known_at }
    }

    /// Whether any of it was asked for.
    pub fn is_given(&self) -> bool {
        self.as_of.is_some() || self.known_at.is_some()
    }
}

/// `--late`, on commands that record meetings.
#[derive(Debug, Clone, Copy, Args)]
pub struct LateRecord {
    #[arg(long)]
    late: bool,
}

impl LateRecord {
    /// What may become of closed months.
    pub fn allowed(self) -> Late {
        if self.late { Late::Accepted } else { Late::Refused }
    }
}

/// Options of the lists of the register.
#[derive(Debug, Clone, Args)]
pub struct Listing {
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub as_of: AsOf,
    #[command(flatten)]
    pub printing: Printing,
}

/// `--all`, on lists that grow with every month.
#[derive(Debug, Clone, Copy, Args)]
pub struct Long {
    #[arg(long)]
    pub all: bool,
}

/// `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Csv,
    Json,
    Xlsx,
    Docx,
    Html,
    Markdown,
    Text,
}

impl Format {
    /// The endings that files of this format have.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table | Self::Text => &["txt"],
            Self::Csv => &["csv"],
            Self::Json => &["json"],
            Self::Xlsx => &["xlsx"],
            Self::Docx => &["docx"],
            Self::Html => &["html", "htm"],
            Self::Markdown => &["md", "markdown"],
        }
    }

    /// The ending of a file of this format that nobody named.
    pub fn ending(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }

    /// The format of files of this ending.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::value_variants().iter().copied().find(|format| format.endings().contains(&ending))
    }

    /// The endings that say that a file is to have this format.
    pub fn said_by(self) -> impl Iterator<Item = &'static str> {
        let endings = self.endings().iter().copied();
        endings.filter(move |ending| Self::of_ending(ending) == Some(self))
    }
}

/// `--dry-run`, on commands that change something.
#[derive(Debug, Clone, Args)]
pub struct Changing {
    #[arg(long)]
    pub dry_run: bool,
}

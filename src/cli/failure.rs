//! Everything that can end a command, and the exit status it ends with (`commands.md`).

use std::path::{Path, PathBuf};

use super::values::Misread;
use crate::domain::{Date, Flaw, Period, Refusal};
use crate::import::Faults;
use crate::ops::OpError;
use crate::store::StoreError;
use crate::texts::Lang;

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Refused(Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value of the command line that can only be read with others.
    #[error(transparent)]
    Value(#[from] Misread),
    /// The same, and the option it was given to.
    #[error("{option}: {misread}")]
    ValueOf { option: &'static str, misread: Misread },
    /// Options that need each other.
    #[error("{what} needs {with}")]
    Needs { what: &'static str, with: &'static str },
    /// Nothing was asked for; one of these at least is wanted.
    #[error("one of {0} is wanted")]
    NothingGiven(String),
    /// Neither `filed` nor a moment.
    #[error("--diff {0}")]
    DiffMisread(String),
    /// A refusal for which the command knows better what to type next.
    #[error("{refusal}")]
    Advised { refusal: Refusal, hint: fn(Lang) -> String },
    /// Options that exclude each other.
    #[error("{what} does not go with {with}")]
    Conflict { what: &'static str, with: &'static str },
    /// Reasons row by row, where a screen shows the grid of several months.
    #[error("--explain of several months on a screen")]
    ExplainSeveral,
    #[error("no visitors given")]
    VisitorsMissing { cell: String, on: Date, period: Option<Period> },
    #[error("nothing given to record")]
    LogMeetingNeeds { cell: Option<String> },
    /// The input files have faults.
    #[error("{} faults", .0.total)]
    Faults(Faults),
    #[error("{path:?}: {detail}")]
    Io { path: PathBuf, detail: String },
    /// The record file in use cannot even be read.
    #[error("{path:?}: {detail}")]
    Unreadable { path: PathBuf, detail: String },
    #[error("standard output: {0}")]
    Output(std::io::Error),
    #[error("{0:?} is a record file")]
    OutputIsRecord(PathBuf),
    #[error("{0:?} is a folder")]
    OutputIsFolder(PathBuf),
    #[error("no folder {0:?}")]
    FolderAbsent(PathBuf),
    #[error("format of {0:?}")]
    FormatUnknown(PathBuf),
    #[error("--excel without csv")]
    ExcelNeedsCsv,
    #[error("{path:?} is not the sample")]
    DemoTaken { path: PathBuf, is_record: bool },
    #[error("{0:?} is there")]
    TemplateTaken(PathBuf),
    /// A backup or its place is no good.
    #[error(transparent)]
    Copy(#[from] CopyRefusal),
    #[error("{0:?} holds an earlier export")]
    ExportThere(PathBuf),
    #[error("{0:?} is there and no export")]
    ExportTaken(PathBuf),
    /// The record file has flaws, of which something follows for what was asked for.
    #[error("{path:?} has flaws")]
    Flawed { path: PathBuf, first: Box<Flaw>, follows: fn(Lang) -> &'static str },
    #[error("no home folder")]
    NoHome,
    /// A line of the settings file is wrong.
    #[error("{path:?}, line {line}")]
    ConfigBroken { path: PathBuf, line: usize },
    #[error("{path:?}: {detail}")]
    ConfigUnreadable { path: PathBuf, detail: String },
    #[error("no setting {key}")]
    SettingUnknown { key: String, known: &'static str },
    /// No such command to help with.
    #[error("no command {topic}")]
    TopicUnknown { topic: String, near: Vec<String> },
    /// A person was asked and did not agree.
    #[error("declined")]
    Declined,
    /// `--check` found a gap; nothing more is to be said.
    #[error("--check found something")]
    Found,
}

/// A rule of any area refuses it.
impl<R: Into<Refusal>> From<R> for Failure {
    fn from(refused: R) -> Self {
        Self::Refused(refused.into())
    }
}

impl From<OpError> for Failure {
    fn from(error: OpError) -> Self {
        match error {
            OpError::Refused(refusal) => Self::Refused(refusal),
            OpError::Store(error) => Self::Store(error),
        }
    }
}

impl Failure {
    /// What the system said of a path. What is the disk's fault is said as such, whatever was being written.
    pub fn io(path: &Path, error: &std::io::Error) -> Self {
        match StoreError::of_file(path, error) {
            disk @ StoreError::Elsewhere { .. } => disk.into(),
            _ => Self::Io { path: path.to_owned(), detail: error.to_string() },
        }
    }

    /// The exit status.
    pub fn status(&self) -> u8 {
        match self {
            Self::Refused(_)
            | Self::Advised { .. }
            | Self::Declined
            | Self::DemoTaken { .. }
            | Self::TemplateTaken(_)
            | Self::ExportThere(_)
            | Self::ExportTaken(_)
            | Self::OutputIsRecord(_)
            | Self::OutputIsFolder(_)
            | Self::FolderAbsent(_) => 1,
            Self::Value(_)
            | Self::ValueOf { .. }
            | Self::Needs { .. }
            | Self::NothingGiven(_)
            | Self::DiffMisread(_)
            | Self::Conflict { .. }
            | Self::ExplainSeveral
            | Self::VisitorsMissing { .. }
            | Self::LogMeetingNeeds { .. }
            | Self::FormatUnknown(_)
            | Self::ExcelNeedsCsv
            | Self::TopicUnknown { .. }
            | Self::SettingUnknown { .. } => 2,
            Self::Faults(_) => 3,
            Self::Store(_) | Self::Unreadable { .. } | Self::Flawed { .. } | Self::NoHome => 4,
            Self::Copy(refusal) => refusal.status(),
            Self::Found => 5,
            Self::Io { .. }
            | Self::Output(_)
            | Self::ConfigBroken { .. }
            | Self::ConfigUnreadable { .. } => 1,
        }
    }
}

/// Why a backup is not made or not brought back. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum CopyRefusal {
    #[error("{0:?} is a folder")]
    Folder(PathBuf),
    #[error("{0:?} is the record file")]
    Itself(PathBuf),
    #[error("{0:?} is there")]
    Taken(PathBuf),
    /// Not an earlier state of the record file.
    #[error("{0:?} is another record file")]
    Another(PathBuf),
    #[error("{0:?} is not a record file")]
    NotRecord(PathBuf),
    /// SQLite keeps files of such names beside others, and deletes them.
    #[error("{0:?} is a name of SQLite's own")]
    Name(PathBuf),
    #[error("{journal:?} lies beside {target:?}")]
    Journal { target: PathBuf, journal: PathBuf },
    #[error("{file:?} cannot be restored: {error}")]
    Unrestorable { file: PathBuf, error: StoreError, known: Vec<PathBuf> },
    /// It can be read, but `check` finds flaws in it.
    #[error("{file:?} has flaws")]
    Flawed { file: PathBuf, first: Box<Flaw> },
    #[error("{0:?} is the file in use")]
    RestoreItself(PathBuf),
    /// The file in use belongs to another program.
    #[error("{0:?} is not chibo's")]
    OverOther(PathBuf),
}

impl CopyRefusal {
    /// The exit status (`commands.md`).
    pub fn status(&self) -> u8 {
        if matches!(self, Self::Unrestorable { .. } | Self::Flawed { .. }) { 4 } else { 1 }
    }
}

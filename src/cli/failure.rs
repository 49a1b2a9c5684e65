//! Everything that can end a command. The words are in `texts`, the exit status is that of the error's code.

use std::path::{Path, PathBuf};

use super::values::Misread;
use crate::domain::{Date, Flaw, Period, Refusal};
use crate::import::Faults;
use crate::ops::OpError;
use crate::store::StoreError;
use crate::texts::Lang;

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum Failure {
    Refused(Refusal),
    Store(#[from] StoreError),
    /// A value of the command line that can only be read with others.
    Value(#[from] Misread),
    /// The same, and the option it was given to.
    ValueOf {
        option: &'static str,
        misread: Misread,
    },
    /// Options that need each other.
    Needs {
        what: &'static str,
        with: &'static str,
    },
    /// Nothing was asked for; one of these at least is wanted.
    NothingGiven(String),
    /// Neither `filed` nor a moment.
    DiffMisread(String),
    /// A refusal for which the command knows better what to type next.
    Advised {
        refusal: Refusal,
        hint: fn(Lang) -> String,
    },
    /// Options that exclude each other.
    Conflict {
        what: &'static str,
        with: &'static str,
    },
    /// Reasons row by row, where a screen shows the grid of several months.
    ExplainSeveral,
    VisitorsMissing {
        cell: String,
        on: Date,
        period: Option<Period>,
    },
    LogMeetingNeeds {
        cell: Option<String>,
    },
    /// The input files have faults.
    Faults(Faults),
    Io {
        path: PathBuf,
        detail: String,
    },
    /// The record file in use cannot even be read.
    Unreadable {
        path: PathBuf,
        detail: String,
    },
    Output(std::io::Error),
    OutputIsRecord(PathBuf),
    OutputIsFolder(PathBuf),
    FolderAbsent(PathBuf),
    FormatUnknown(PathBuf),
    ExcelNeedsCsv,
    DemoTaken {
        path: PathBuf,
        is_record: bool,
    },
    TemplateTaken(PathBuf),
    /// A backup or its place is no good.
    Copy(#[from] CopyRefusal),
    ExportThere(PathBuf),
    ExportTaken(PathBuf),
    /// The record file has flaws, of which something follows for what was asked for.
    Flawed {
        path: PathBuf,
        first: Box<Flaw>,
        follows: fn(Lang) -> &'static str,
    },
    NoHome,
    /// A line of the settings file is wrong.
    ConfigBroken {
        path: PathBuf,
        line: usize,
    },
    ConfigUnreadable {
        path: PathBuf,
        detail: String,
    },
    SettingUnknown {
        key: String,
        known: &'static str,
    },
    /// No such command to help with.
    TopicUnknown {
        topic: String,
        near: Vec<String>,
    },
    /// A person was asked and did not agree.
    Declined,
    /// `--check` found a gap; nothing more is to be said.
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
}

/// Why a backup is not made or not brought back. Nothing was written then.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum CopyRefusal {
    Folder(PathBuf),
    Itself(PathBuf),
    Taken(PathBuf),
    /// Not an earlier state of the record file.
    Another(PathBuf),
    NotRecord(PathBuf),
    /// SQLite keeps files of such names beside others, and deletes them.
    Name(PathBuf),
    Journal {
        target: PathBuf,
        journal: PathBuf,
    },
    Unrestorable {
        file: PathBuf,
        error: StoreError,
        known: Vec<PathBuf>,
    },
    /// It can be read, but `check` finds flaws in it.
    Flawed {
        file: PathBuf,
        first: Box<Flaw>,
    },
    RestoreItself(PathBuf),
    /// The file in use belongs to another program.
    OverOther(PathBuf),
}

//! Everything that can end a command. The words are in `texts`, the exit status is that of the error's code.

use std::path::{Path, PathBuf};

use super::values::Misread;
use crate::domain::{Flaw, Refusal};
use crate::import::Faults;
use crate::ops::OpError;
use crate::store::StoreError;
use crate::texts::Lang;

pub use crate::texts::failures::{CopyRefusal, Place, Usage};

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum Failure {
    Refused(Refusal),
    /// A refusal for which the command knows better what to type next.
    Advised {
        refusal: Refusal,
        hint: fn(Lang) -> String,
    },
    /// A value of the command line that can only be read with others.
    Value(#[from] Misread),
    /// The same, and the option it was given to.
    ValueOf {
        option: &'static str,
        misread: Misread,
    },
    Usage(#[from] Usage),
    /// The command line that answers made is not understood.
    NotUnderstood {
        error: Box<clap::Error>,
        words: Vec<String>,
    },
    Place(#[from] Place),
    Store(#[from] StoreError),
    /// The record file has flaws, of which something follows for what was asked for.
    Flawed {
        path: PathBuf,
        first: Box<Flaw>,
        follows: fn(Lang) -> &'static str,
    },
    /// A backup or its place is no good.
    Copy(#[from] CopyRefusal),
    /// A backup cannot be read; which others there are.
    Unrestorable {
        file: PathBuf,
        error: StoreError,
        known: Vec<PathBuf>,
    },
    /// The input files have faults.
    Faults(Faults),
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
            _ => Place::Unusable { path: path.to_owned(), detail: error.to_string() }.into(),
        }
    }
}

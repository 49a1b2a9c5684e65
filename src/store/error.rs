//! What can go wrong with a record file. All of it ends with exit status 4 (`commands.md`).

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::broken_page;

/// Why the record file cannot be used. Carries data only; the words are in `texts`.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum StoreError {
    /// There is no file of that name.
    Absent(PathBuf),
    /// A new file was wanted where there is one already.
    Present(PathBuf),
    /// A new file was wanted where `left` lies beside it, which SQLite would roll into it.
    LeftBeside { path: PathBuf, left: PathBuf },
    /// `left` lies beside the file, and the file with it is not what was recorded.
    NotItsOwn { path: PathBuf, left: PathBuf },
    /// Something went wrong with another file than the one that the command is about, such as a copy of it.
    Elsewhere { path: PathBuf, error: Box<StoreError> },
    /// The system's folder for temporary files cannot be used.
    Temporary { path: PathBuf, error: Box<StoreError> },
    /// The file is not a record file of chibo.
    NotChibo(PathBuf),
    /// A later chibo made the file.
    Newer { path: PathBuf, found: i64, known: i64 },
    /// The tables are not those that were released.
    OtherSchema(PathBuf),
    /// SQLite finds the file damaged.
    Damaged { detail: String },
    /// What was just written does not read back as what was copied.
    CopyDiffers(PathBuf),
    /// Another program holds the file.
    Busy,
    /// The file cannot be written.
    ReadOnly,
    /// There is no room left on the disk.
    DiskFull,
    /// The disk failed to read or write.
    DiskFailed { detail: String },
    /// A stored row breaks a rule; it is never read as something else.
    RowBroken { table: &'static str, id: i64, column: &'static str },
    /// The operating system refused something.
    Io { path: PathBuf, detail: String },
    /// Anything else SQLite said.
    Sqlite { detail: String },
}

impl StoreError {
    /// What the system said of a file. What is the disk's fault is said as such, whatever was being written.
    pub fn of_file(path: &Path, error: &std::io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::Absent(path),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                Self::Elsewhere { path, error: Box::new(Self::DiskFull) }
            }
            ErrorKind::FileTooLarge => {
                let detail = error.to_string();
                Self::Elsewhere { path, error: Box::new(Self::DiskFailed { detail }) }
            }
            _ => Self::Io { path, detail: error.to_string() },
        }
    }

    /// The same of the file that it happened to, where that is not said yet.
    pub fn at(self, path: &Path) -> Self {
        let path = path.to_owned();
        match self {
            Self::Elsewhere { error, .. } => Self::Elsewhere { path, error },
            Self::Io { detail, .. } => Self::Io { path, detail },
            Self::CopyDiffers(_) => Self::CopyDiffers(path),
            error @ (Self::DiskFull
            | Self::DiskFailed { .. }
            | Self::ReadOnly
            | Self::Sqlite { .. }) => Self::Elsewhere { path, error: Box::new(error) },
            other => other,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{Error, ErrorCode};
        let detail = error.to_string();
        // Values that no chibo wrote, and a header that SQLite does not know.
        let is_unreadable = matches!(
            error,
            Error::Utf8Error(..)
                | Error::FromSqlConversionFailure(..)
                | Error::IntegralValueOutOfRange(..)
                | Error::InvalidColumnType(..)
        );
        let broken_page = rusqlite::ffi::SQLITE_IOERR_DATA;
        if error.sqlite_error().is_some_and(|error| error.extended_code == broken_page) {
            return Self::Damaged { detail: broken_page::last() };
        }
        if is_unreadable || detail.contains("unsupported file format") {
            return Self::Damaged { detail };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged { detail },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly
            }
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::SystemIoFailure) => Self::DiskFailed { detail },
            _ => Self::Sqlite { detail },
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn what_sqlite_says_of_disks_and_pages_is_told_apart() {
        let of =
            |code| StoreError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        assert!(matches!(of(ffi::SQLITE_FULL), StoreError::DiskFull));
        assert!(matches!(of(ffi::SQLITE_IOERR_WRITE), StoreError::DiskFailed { .. }));
        assert!(matches!(of(ffi::SQLITE_CORRUPT), StoreError::Damaged { .. }));
        assert!(matches!(of(ffi::SQLITE_BUSY), StoreError::Busy));
        let text =
            rusqlite::Error::InvalidColumnType(1, "name".to_owned(), rusqlite::types::Type::Blob);
        assert!(matches!(StoreError::from(text), StoreError::Damaged { .. }));
    }
}

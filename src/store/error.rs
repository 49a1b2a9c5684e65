//! What can go wrong with a record file. All of it ends with exit status 4 (`commands.md`).

use std::path::PathBuf;

/// Why the record file cannot be used. Carries data only; the words are in `texts`.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file of that name.
    #[error("no record file {0:?}")]
    Absent(PathBuf),
    /// A new file was wanted where there is one already.
    #[error("{0:?} is there already")]
    Present(PathBuf),
    /// The file is not a record file of chibo.
    #[error("{0:?} is not a record file")]
    NotChibo(PathBuf),
    /// A later chibo made the file.
    #[error("{path:?} has schema {found}, this chibo knows {known}")]
    Newer { path: PathBuf, found: i64, known: i64 },
    /// The tables are not those that were released.
    #[error("{0:?} has another schema")]
    OtherSchema(PathBuf),
    /// SQLite finds the file damaged.
    #[error("damaged: {detail}")]
    Damaged { detail: String },
    /// What was just written does not read back as what was copied.
    #[error("{0:?} differs from what was copied")]
    CopyDiffers(PathBuf),
    /// Another program holds the file.
    #[error("the record file is busy")]
    Busy,
    /// The file cannot be written.
    #[error("the record file cannot be written")]
    ReadOnly,
    /// A stored row breaks a rule; it is never read as something else.
    #[error("row {id} of {table} breaks a rule in {column}")]
    RowBroken { table: &'static str, id: i64, column: &'static str },
    /// The operating system refused something.
    #[error("{path:?}: {detail}")]
    Io { path: PathBuf, detail: String },
    /// Anything else SQLite said.
    #[error("SQLite: {detail}")]
    Sqlite { detail: String },
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let detail = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged { detail },
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly
            }
            _ => Self::Sqlite { detail },
        }
    }
}

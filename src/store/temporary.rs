//! The system's folder for temporary files, where copies are made that only this program reads.

use super::place::Room;
use super::{Result, StoreError};

/// A room in the system's folder for temporary files.
pub fn temporary_room() -> Result<Room> {
    let folder = tempfile::env::temp_dir();
    Room::make(&folder)
        .map_err(|e| temporary(StoreError::Io { path: folder, detail: e.to_string() }))
}

/// What the system said of a file in the folder for temporary files.
pub fn temporary_failed(error: &std::io::Error) -> StoreError {
    temporary(StoreError::of_file(&tempfile::env::temp_dir(), error))
}

/// An error of the disk as one of the folder for temporary files.
pub(super) fn temporary(error: StoreError) -> StoreError {
    let path = tempfile::env::temp_dir();
    match error.at(&path) {
        StoreError::Elsewhere { error, .. } => StoreError::Temporary { path, error },
        error @ StoreError::Io { .. } => StoreError::Temporary { path, error: Box::new(error) },
        other => other,
    }
}

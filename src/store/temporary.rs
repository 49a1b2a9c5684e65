//! The system's folder for temporary files, where copies are made that only this program reads.

use super::place::Room;
use super::{Result, StoreError};

/// A room in the system's folder for temporary files.
pub fn temporary_room() -> Result<Room> {
    Room::make(&tempfile::env::temp_dir()).map_err(|e| temporary_failed(&e))
}

/// What the system said of a file in the folder for temporary files.
pub fn temporary_failed(error: &std::io::Error) -> StoreError {
    temporary(match StoreError::of_file(&tempfile::env::temp_dir(), error) {
        // Nobody asked for a record file here: it is the folder that is missing.
        StoreError::Absent(path) => StoreError::Io { path, detail: error.to_string() },
        error => error,
    })
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

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[test]
    fn a_missing_folder_for_temporary_files_is_not_called_a_missing_record_file() {
        let StoreError::Temporary { error, .. } = temporary_failed(&ErrorKind::NotFound.into())
        else {
            panic!("not said of the folder for temporary files");
        };
        assert!(matches!(*error, StoreError::Io { .. }), "{error:?}");
    }

    #[test]
    fn a_full_folder_for_temporary_files_is_called_full() {
        let StoreError::Temporary { error, .. } = temporary_failed(&ErrorKind::StorageFull.into())
        else {
            panic!("not said of the folder for temporary files");
        };
        assert!(matches!(*error, StoreError::DiskFull), "{error:?}");
    }
}

//! A record file held so that nobody else reads or writes it while its contents are replaced: what is kept
//! aside is exactly what is replaced.

use std::path::Path;

use rusqlite::Connection;

use super::backup::{intact, pour, pour_into_new, standing};
use super::beside::refuse_foreign;
use super::connection::{OnBusy, connect};
use super::{Result, Standing, StoreError};

/// A record file under an exclusive lock, until it is dropped.
pub struct Exclusive {
    connection: Connection,
}

impl Exclusive {
    /// Waits for the file and holds it; `None` if it is damaged, or what lies beside it is not its own.
    pub fn hold(path: &Path, on_busy: OnBusy) -> Result<Option<Self>> {
        let hold = || -> Result<Connection> {
            refuse_foreign(path, on_busy)?;
            let connection = connect(path, on_busy)?;
            // In this mode the lock outlives the transaction, and the copying below must stand in none. It
            // begins under the lock: before, SQLite would keep others from finishing while it waits for them.
            connection.execute_batch(
                "PRAGMA journal_mode = TRUNCATE; BEGIN EXCLUSIVE;
                 PRAGMA locking_mode = EXCLUSIVE; COMMIT;",
            )?;
            intact(&connection)?;
            Ok(connection)
        };
        match hold() {
            Ok(connection) => Ok(Some(Self { connection })),
            Err(
                StoreError::Damaged { .. }
                | StoreError::Sqlite { .. }
                | StoreError::NotItsOwn { .. },
            ) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// How far it has come; `None` where its tables do not say.
    pub fn standing(&self) -> Option<Standing> {
        standing(&self.connection).ok()
    }

    /// Copies it as it is, whatever its tables, into a new file.
    pub fn copy_aside(&self, to: &Path, on_busy: OnBusy) -> Result<()> {
        pour_into_new(&self.connection, to, on_busy)?;
        intact(&connect(to, on_busy)?).map_err(|_| StoreError::CopyDiffers(to.to_owned()))
    }

    /// Makes it hold what the copy holds, all of it or nothing, and lets go of it.
    pub fn replace_with(mut self, copy: &Path, on_busy: OnBusy) -> Result<Standing> {
        pour(&connect(copy, on_busy)?, &mut self.connection)?;
        standing(&self.connection)
    }
}

impl Drop for Exclusive {
    /// Lets go of it; at rest there is no journal beside it. Nobody is told if that fails: an emptied
    /// journal that stays behind does no harm.
    fn drop(&mut self) {
        let normal = "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE;";
        let _ = self.connection.execute_batch(normal);
    }
}

//! Record files of an older schema: kept aside and brought up to the newest by the first operation that is kept,
//! in its transaction. A command that is refused leaves them as they are.
//!
//! An upgrade adds tables and columns; it changes no value of a row, so that every hash still holds.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::backup::pour_into_new;
use super::connection::{OnBusy, Schemas};
use super::place::{Room, folder_of, put_where_free, same_content, sweep};
use super::{Result, StoreError};

/// What a file of an older schema waits for: to be brought up by the first operation that is kept.
pub(super) struct Pending {
    pub schema: usize,
    pub on_busy: OnBusy,
    /// Told where the file as it was is kept.
    pub tell: Box<dyn Fn(&Path)>,
}

/// A copy of the file as it was, not yet in its place.
pub(super) struct Aside {
    room: Room,
    /// What SQLite counts up when another program has written to the file.
    version: i64,
}

impl Pending {
    /// Copies the file into a folder of its own beside it, which goes away if the copy is not kept.
    pub fn copy(&self, connection: &Connection, path: &Path) -> Result<Aside> {
        let folder = folder_of(path);
        let room = Room::make(folder)
            .map_err(|e| StoreError::Io { path: folder.to_owned(), detail: e.to_string() })?;
        let version = data_version(connection)?;
        let tx = connection.unchecked_transaction()?;
        let place = names(path, self.schema).next().unwrap_or_else(|| path.to_owned());
        pour_into_new(&tx, &room.path().join(COPY), self.on_busy).map_err(|e| e.at(&place))?;
        tx.finish()?;
        Ok(Aside { room, version })
    }

    /// Puts the copy into its place: the file is about to be another one. One that a stopped program has put there
    /// already is as good.
    pub fn keep(&self, aside: &Aside, path: &Path) -> Result<PathBuf> {
        let copy = aside.room.path().join(COPY);
        let mut places = names(path, self.schema);
        let place = places.find(|place| {
            !place.exists() || same_content(place, &copy).is_ok_and(|is_same| is_same)
        });
        let place = place.unwrap_or_else(|| path.to_owned());
        if !place.exists() {
            let failed =
                |e: std::io::Error| StoreError::Io { path: place.clone(), detail: e.to_string() };
            let copy = tempfile::TempPath::try_from_path(copy).map_err(failed)?;
            put_where_free(copy, &place).map_err(failed)?;
        }
        Ok(place)
    }

    /// Says where the file as it was is kept, once it is brought up, and clears away what stopped programs left.
    pub fn done(&self, kept: &Path) {
        (self.tell)(kept);
        sweep(folder_of(kept));
    }
}

impl Aside {
    /// Whether the file is still what was copied, as seen under the lock for writing.
    pub fn is_current(&self, connection: &Connection) -> Result<bool> {
        Ok(data_version(connection)? == self.version)
    }
}

const COPY: &str = "copy.db";

fn data_version(connection: &Connection) -> Result<i64> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// A copy in a folder of its own for temporary files, which only its owner can read.
pub(super) fn copy_for_reading(
    connection: &Connection,
    on_busy: OnBusy,
) -> Result<(Room, PathBuf)> {
    let room = temporary_room()?;
    let path = room.path().join(COPY);
    let tx = connection.unchecked_transaction()?;
    pour_into_new(&tx, &path, on_busy).map_err(temporary)?;
    Ok((room, path))
}

/// A room in the system's folder for temporary files.
pub fn temporary_room() -> Result<Room> {
    let folder = tempfile::env::temp_dir();
    Room::make(&folder)
        .map_err(|e| temporary(StoreError::Io { path: folder, detail: e.to_string() }))
}

/// An error of the disk as one of the folder for temporary files.
fn temporary(error: StoreError) -> StoreError {
    let path = tempfile::env::temp_dir();
    match error.at(&path) {
        StoreError::Elsewhere { path, error } => StoreError::Temporary { path, error },
        error @ StoreError::Io { .. } => StoreError::Temporary { path, error: Box::new(error) },
        other => other,
    }
}

/// Applies the schemas after this one to a copy of which nobody else knows.
pub(super) fn apply(connection: &mut Connection, schemas: &Schemas, schema: usize) -> Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    lay(&tx, schemas, schema)?;
    tx.commit()?;
    Ok(())
}

/// The schemas after this one, within a transaction.
pub(super) fn lay(connection: &Connection, schemas: &Schemas, schema: usize) -> Result<()> {
    connection.execute_batch(&schemas.after(schema))?;
    connection.pragma_update(None, "user_version", schemas.newest() as i64)?;
    Ok(())
}

/// `chibo.before-schema-2.db` beside `chibo.db`, then numbered.
fn names(path: &Path, schema: usize) -> impl Iterator<Item = PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map_or(String::new(), |e| format!(".{}", e.to_string_lossy()));
    let next = schema + 1;
    (1_u32..).map(move |number| match number {
        1 => path.with_file_name(format!("{stem}.before-schema-{next}{ending}")),
        n => path.with_file_name(format!("{stem}.before-schema-{next}-{n}{ending}")),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use serde_json::json;

    use super::*;
    use crate::domain::{Date, Moment, Verb};
    use crate::store::connection::{RELEASED, Step, connect, recognise, schema_digest};
    use crate::store::place::rooms;
    use crate::store::{Grounds, Stamp, Store};

    const MORE: &str = "CREATE TABLE more (x INTEGER) STRICT;";

    /// The released schemas and a made-up next one.
    fn next() -> &'static Schemas {
        static NEXT: OnceLock<Schemas> = OnceLock::new();
        NEXT.get_or_init(|| {
            let connection = Connection::open_in_memory().unwrap();
            connection.execute_batch(&RELEASED.up_to(RELEASED.newest())).unwrap();
            connection.execute_batch(MORE).unwrap();
            let digest = schema_digest(&connection).unwrap().leak();
            let step = |step: &Step| Step { sql: step.sql, digest: step.digest };
            let mut steps: Vec<Step> = RELEASED.0.iter().map(step).collect();
            steps.push(Step { sql: || MORE.to_owned(), digest });
            Schemas(steps.leak())
        })
    }

    fn stamp() -> Stamp {
        let now = Moment::from_iso("2018-08-08T00:00:00.000Z").unwrap();
        let today = Date::new(2018, 8, 8).unwrap();
        Stamp { now, today, actor: "clerk".to_owned(), dry_run: false }
    }

    fn old(folder: &Path) -> PathBuf {
        let path = folder.join("book.db");
        let first = |db: &crate::store::Writer<'_>| -> Result<()> {
            db.begin(Verb::Init, json!({}), Grounds::NONE).map(|_| ())
        };
        Store::create(&path, |_| false, stamp(), first).unwrap();
        path
    }

    #[test]
    fn an_older_file_is_read_in_a_copy_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = old(folder.path());
        let before = std::fs::read(&path).unwrap();
        let mut store = Store::open_as(next(), &path, |_| false).unwrap();
        let count = store.read(None, |db| db.newest()).unwrap();
        assert_eq!(count.map(|(number, _)| number.0), Some(1));
        drop(store);
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_older_file_is_kept_aside_and_what_stopped_programs_left_of_it_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = old(folder.path());
        let before = std::fs::read(&path).unwrap();
        let left = folder.path().join(".chibo-abc123");
        std::fs::create_dir(&left).unwrap();
        std::fs::write(left.join(COPY), "half").unwrap();
        let told = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
        let tell = {
            let told = told.clone();
            Box::new(move |kept: &Path| told.borrow_mut().push(kept.to_owned()))
        };
        let mut store = Store::open_to_change_as(next(), &path, |_| false, tell).unwrap();
        let refused = store.write(stamp(), |_| -> Result<()> { Err(StoreError::Busy) });
        assert!(refused.is_err() && told.borrow().is_empty());
        assert_eq!(std::fs::read(&path).unwrap(), before);
        let write = |db: &crate::store::Writer<'_>| {
            db.begin(Verb::Config, json!({ "key": "office" }), Grounds::NONE)
        };
        store.write(stamp(), write).unwrap();
        let kept = folder.path().join("book.before-schema-2.db");
        assert_eq!(told.borrow().first(), Some(&kept));
        assert_eq!(std::fs::read(kept).unwrap().len(), before.len());
        drop(store);
        assert!(rooms(folder.path()).is_empty());
        let connection = connect(&path, |_| false).unwrap();
        assert_eq!(recognise(&connection, next(), &path).unwrap(), 2);
    }
}

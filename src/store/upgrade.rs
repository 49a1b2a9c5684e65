//! Record files of an older schema: kept aside and brought up to the newest by the first operation that is kept,
//! in its transaction. A command that is refused leaves them as they are.
//!
//! An upgrade adds tables and columns; it changes no value of a row, so that every hash still holds.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::backup::pour_into_new;
use super::connection::{OnBusy, Schemas};
use super::place::{Room, folder_of, put_where_free, same_content, sweep};
use super::temporary::{temporary, temporary_room};
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
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;
    use crate::domain::{Code, Committee, CommitteeKind, Date, Dated, Keyword, Moment, Name, Verb};
    use crate::store::connection::{RELEASED, Step, schema_digest};
    use crate::store::{Grounds, Stamp, Store, Writer, by_hand};

    /// What files may become one day: the released schema, and after it one that was never released, with a table
    /// more.
    fn schemas() -> &'static Schemas {
        let made_up = || "CREATE TABLE made_up (version INTEGER PRIMARY KEY) STRICT;\n".to_owned();
        let fresh = Connection::open_in_memory().unwrap();
        fresh.execute_batch(&RELEASED.up_to(1)).unwrap();
        fresh.execute_batch(&made_up()).unwrap();
        let released = Step { sql: RELEASED.0[0].sql, digest: RELEASED.0[0].digest };
        let next = Step { sql: made_up, digest: schema_digest(&fresh).unwrap().leak() };
        Box::leak(Box::new(Schemas(vec![released, next].leak())))
    }

    fn stamp() -> Stamp {
        Stamp {
            now: Moment::from_iso("2018-08-08T08:00:00.000Z").unwrap(),
            today: Date::from_iso("2018-08-08").unwrap(),
            actor: "clerk".to_owned(),
            dry_run: false,
        }
    }

    fn add(writer: &Writer<'_>, code: &str) -> Result<()> {
        writer.begin(Verb::CommitteeAdd, serde_json::json!({"committee": code}), Grounds::NONE)?;
        writer.put_committee(&Committee {
            id: writer.next::<Committee>()?,
            code: Code::new(code).unwrap(),
            kind: CommitteeKind::ALL[0],
            founded: None,
            dissolved: None,
            names: Dated::new(Name::new("Phường 1").unwrap()),
        })
    }

    fn codes(store: &mut Store) -> Vec<String> {
        let read = |reader: &crate::store::Reader<'_>| reader.committees();
        let committees = store.read(None, read).unwrap();
        committees.iter().map(|committee| committee.code.to_string()).collect()
    }

    /// A folder with a file of the older schema.
    struct Older(tempfile::TempDir, &'static Schemas, Rc<RefCell<Vec<PathBuf>>>);

    impl Older {
        fn new() -> Self {
            let older = Self(tempfile::tempdir().unwrap(), schemas(), Rc::default());
            Store::create(&older.path(), |_| false, stamp(), |writer| add(writer, "P1")).unwrap();
            older
        }

        fn path(&self) -> PathBuf {
            self.0.path().join("book.db")
        }

        fn bytes(&self, name: &str) -> Vec<u8> {
            std::fs::read(self.0.path().join(name)).unwrap()
        }

        fn files(&self) -> Vec<String> {
            let files = std::fs::read_dir(self.0.path()).unwrap();
            let mut files: Vec<String> =
                files.map(|f| f.unwrap().file_name().to_string_lossy().into_owned()).collect();
            files.sort();
            files
        }

        fn to_read(&self) -> Store {
            Store::open_as(self.1, &self.path(), |_| false).unwrap()
        }

        fn to_change(&self) -> Store {
            let told = Rc::clone(&self.2);
            let tell = Box::new(move |place: &Path| told.borrow_mut().push(place.to_owned()));
            Store::open_to_change_as(self.1, &self.path(), |_| false, tell).unwrap()
        }

        fn schema(&self) -> i64 {
            let connection = by_hand(&self.path()).unwrap();
            connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
        }
    }

    #[test]
    fn reading_an_older_file_reads_an_upgraded_copy_and_leaves_it_as_it_is() {
        let older = Older::new();
        let before = older.bytes("book.db");
        let mut store = older.to_read();
        assert_eq!(codes(&mut store), ["P1"]);
        let sql = "SELECT count(*) FROM made_up";
        assert_eq!(store.connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        drop(store);
        assert!(older.bytes("book.db") == before);
        assert_eq!(older.files(), ["book.db"]);
    }

    #[test]
    fn the_first_change_keeps_the_older_file_aside_says_so_and_brings_it_up() {
        let older = Older::new();
        let before = older.bytes("book.db");
        let mut store = older.to_change();
        store.write(stamp(), |writer| add(writer, "P2")).unwrap();
        let aside = "book.before-schema-2.db";
        assert_eq!(*older.2.borrow(), [older.0.path().join(aside)]);
        // The next change makes no second copy, and says nothing.
        store.write(stamp(), |writer| add(writer, "P3")).unwrap();
        drop(store);
        assert_eq!(older.2.borrow().len(), 1);
        assert_eq!(older.files(), [aside, "book.db"]);
        assert_eq!(older.schema(), 2);
        assert_eq!(codes(&mut older.to_read()), ["P1", "P2", "P3"]);
        // What is aside is whole, and is the file as it was.
        let kept = older.0.path().join(aside);
        assert_eq!(codes(&mut Store::open(&kept, |_| false).unwrap()), ["P1"]);
        assert_eq!(older.bytes(aside).len(), before.len());
        is_whole(&kept);
        // Every hash holds: with the table more taken away again, it is a whole file of the older schema.
        let connection = by_hand(&older.path()).unwrap();
        connection.execute_batch("DROP TABLE made_up; PRAGMA user_version = 1").unwrap();
        drop(connection);
        is_whole(&older.path());
    }

    fn is_whole(path: &Path) {
        let flaws = Store::examine(path, |_| false, None, |_| Ok(Vec::new())).unwrap();
        assert_eq!(flaws, []);
    }

    #[test]
    fn a_refused_command_and_a_dry_run_leave_an_older_file_as_it_is() {
        let older = Older::new();
        let before = older.bytes("book.db");
        let mut store = older.to_change();
        let refused = store.write(stamp(), |writer| {
            add(writer, "P2")?;
            Err::<(), _>(StoreError::Busy)
        });
        assert!(refused.is_err());
        let dry = Stamp { dry_run: true, ..stamp() };
        store.write(dry, |writer| add(writer, "P2")).unwrap();
        store.write(stamp(), |_| Ok::<_, StoreError>(())).unwrap();
        drop(store);
        assert!(older.bytes("book.db") == before);
        assert_eq!(older.files(), ["book.db"]);
        assert!(older.2.borrow().is_empty());
    }

    #[test]
    fn two_programs_that_open_an_older_file_at_once_bring_it_up_once() {
        let older = Older::new();
        let (mut first, mut second) = (older.to_change(), older.to_change());
        first.write(stamp(), |writer| add(writer, "P2")).unwrap();
        second.write(stamp(), |writer| add(writer, "P3")).unwrap();
        drop((first, second));
        assert_eq!(older.2.borrow().len(), 1);
        assert_eq!(older.files(), ["book.before-schema-2.db", "book.db"]);
        assert_eq!(codes(&mut older.to_read()), ["P1", "P2", "P3"]);
    }

    #[test]
    fn an_older_file_that_was_changed_is_neither_read_nor_brought_up() {
        let older = Older::new();
        by_hand(&older.path()).unwrap().execute_batch("CREATE TABLE notes (x)").unwrap();
        let other = |opened: Result<Store>| matches!(opened, Err(StoreError::OtherSchema(_)));
        assert!(other(Store::open_as(older.1, &older.path(), |_| false)));
        let tell = Box::new(|_: &Path| panic!("nothing is kept aside"));
        assert!(other(Store::open_to_change_as(older.1, &older.path(), |_| false, tell)));
    }

    #[test]
    fn what_stopped_programs_left_of_an_upgrade_goes_with_the_next() {
        let older = Older::new();
        let left = older.0.path().join(".chibo-abc123");
        std::fs::create_dir(&left).unwrap();
        std::fs::write(left.join(COPY), "half").unwrap();
        older.to_change().write(stamp(), |writer| add(writer, "P2")).unwrap();
        assert_eq!(older.files(), ["book.before-schema-2.db", "book.db"]);
    }

    #[test]
    fn a_copy_that_a_stopped_program_kept_serves_the_next_and_another_file_of_its_name_stays() {
        let older = Older::new();
        let (before, aside) = (older.bytes("book.db"), "book.before-schema-2.db");
        older.to_change().write(stamp(), |writer| add(writer, "P2")).unwrap();
        let kept = older.bytes(aside);
        // Stopped after the copy was in its place, before the transaction ended: the file is the older one still.
        std::fs::write(older.path(), &before).unwrap();
        older.to_change().write(stamp(), |writer| add(writer, "P3")).unwrap();
        assert_eq!(older.files(), [aside, "book.db"]);
        assert!(older.bytes(aside) == kept);
        assert_eq!(codes(&mut older.to_read()), ["P1", "P3"]);
        // Something else of that name is no copy of this file.
        std::fs::write(older.path(), &before).unwrap();
        std::fs::write(older.0.path().join(aside), "mine").unwrap();
        older.to_change().write(stamp(), |writer| add(writer, "P4")).unwrap();
        let second = "book.before-schema-2-2.db";
        assert_eq!(older.files(), [second, aside, "book.db"]);
        assert_eq!(older.bytes(aside), b"mine");
        let told = older.2.borrow().last().cloned();
        assert_eq!(told, Some(older.0.path().join(second)));
        assert_eq!(codes(&mut Store::open(&told.unwrap(), |_| false).unwrap()), ["P1"]);
    }
}

//! The record file of a command: where it is, how it is opened, read and changed.

use std::path::{Path, PathBuf};

use super::config::is_named;
use super::context::Context;
use super::environment::{unread, variable};
use super::failure::{Failure, Place};
use super::options::AsOf;
use super::{clock, notices, output};
use crate::domain::{
    Code, Flaw, Moment, Name, OperationNumber, Refusal, Thing, ThingKind, refusal,
};
use crate::ops::{self, Late, RowsChanged, Telling};
use crate::store::{Reader, Stamp, Store, StoreError, Writer};
use crate::texts::{self, Lang, Variable};

/// The record file that `CHIBO_DB` names; a path need not be Unicode.
fn variable_file() -> Option<PathBuf> {
    unread(Variable::Db).map(PathBuf::from).filter(|path| is_named(path))
}

/// The newest operation was recorded after the machine's time, so that the one after it gets the same time.
struct AheadOfClock {
    number: OperationNumber,
    newest: Moment,
    now: Moment,
}

/// Whether what is being written follows an operation recorded after what the clock says now. Others may have
/// written while this program waited, so that the time of its own start says nothing.
fn ahead_of_clock(db: &Writer<'_>) -> Result<Option<AheadOfClock>, StoreError> {
    let Some(number) = db.under_way().map(OperationNumber::previous) else { return Ok(None) };
    let (newest, now) = (db.recorded(number)?.map(|(at, _)| at), clock::now());
    let ahead = newest.filter(|newest| *newest > now);
    Ok(ahead.map(|newest| AheadOfClock { number, newest, now }))
}

impl Context<'_> {
    /// Where the record file is, and what said so.
    pub fn record_file(&self) -> Result<(PathBuf, &'static str), Failure> {
        if let Some(path) = &self.everywhere.db {
            return Ok((path.clone(), "--db"));
        }
        if let Some(path) = variable_file() {
            return Ok((path, Variable::Db.name()));
        }
        if let Some(path) = &self.config.db {
            return Ok((path.clone(), "config.toml"));
        }
        let folders = self.folders.as_ref().ok_or(Place::NoHome)?;
        Ok((folders.record_file(), "default"))
    }

    /// The record file that `--db` or `CHIBO_DB` names.
    pub fn named_record_file(&self) -> Option<PathBuf> {
        self.everywhere.db.clone().or_else(variable_file)
    }

    /// Opens the record file.
    pub fn open(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.record_file()?.0, self.on_busy())?)
    }

    /// Opens the record file for changing it; one of an older schema is kept aside and upgraded with what is
    /// changed, but not for a dry run.
    pub fn open_to_change(&self) -> Result<Store, Failure> {
        if self.dry_run {
            return self.open();
        }
        // The store keeps this longer than the command line lasts; nothing is suggested in it.
        let lang = Lang { record: None, ..self.lang };
        let format = self.error_format();
        let say = move |aside: &Path| notices::note(format, &texts::answers::upgraded(lang, aside));
        Ok(Store::open_to_change(&self.record_file()?.0, self.on_busy(), Box::new(say))?)
    }

    /// The same failure with what only a second look at the file tells.
    pub fn told_apart(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Store(StoreError::ReadOnly) => self.unreadable().unwrap_or(failure),
            Failure::Refused(Refusal::Found(refusal::Found::NotFound {
                kind, text, near, ..
            })) => {
                // A code names one record for ever, also one that has another code now.
                let recoded = Code::new(&text).ok().and_then(|code| self.recoded(kind, &code));
                Failure::Refused(Refusal::Found(refusal::Found::NotFound {
                    kind,
                    text,
                    near,
                    recoded,
                }))
            }
            other => other,
        }
    }

    /// SQLite does not tell a file that cannot be read from one that cannot be written.
    fn unreadable(&self) -> Option<Failure> {
        let path = self.record_file().map(|(path, _)| path).unwrap_or_default();
        let error = std::fs::File::open(&path).err()?;
        Some(Place::Unreadable { path, detail: error.to_string() }.into())
    }

    /// The record that once had this code and now has another.
    fn recoded(&self, kind: ThingKind, code: &Code) -> Option<Thing> {
        let today = self.today().ok()?;
        let found = self.read(|db| Ok(ops::recoded(db, kind, code, today)?));
        found.ok().flatten()
    }

    /// Opens a record file that is not the one in use.
    pub fn open_at(&self, path: &Path) -> Result<Store, StoreError> {
        Store::open(path, self.on_busy())
    }

    /// Makes a new record file, with its folder and its first operation: all of it or nothing.
    pub fn create(
        &self,
        path: &Path,
        first: impl FnOnce(&Writer<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.writes();
        let stamp = self.stamp()?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let new_folder = folder.filter(|folder| !folder.exists());
        folder.map_or(Ok(()), output::make_folder)?;
        Store::create(path, self.on_busy(), stamp, first)?;
        self.say_times(None)?;
        if let Some(folder) = new_folder {
            self.say(&texts::answers::folder_made(self.lang, folder));
        }
        Ok(())
    }

    /// Reads from the record file, as of now.
    pub fn read<T>(
        &self,
        work: impl FnOnce(&Reader<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.open()?.read(None, work)
    }

    /// Looks at the pages, the schema and the chain of the whole file before something is made or told of it that
    /// only all of them vouch for. `follows` says what the flaws are the reason of.
    pub fn refuse_flawed(&self, follows: fn(Lang) -> &'static str) -> Result<(), Failure> {
        self.refuse_found(follows, |_| Ok(Vec::new()))
    }

    /// The same with the rules that records keep and the closed months: all that `check` looks at but for the clock.
    pub fn refuse_unsound(&self, follows: fn(Lang) -> &'static str) -> Result<(), Failure> {
        self.refuse_found(follows, ops::check)
    }

    fn refuse_found(
        &self,
        follows: fn(Lang) -> &'static str,
        look: impl Fn(&Reader<'_>) -> Result<Vec<Flaw>, StoreError>,
    ) -> Result<(), Failure> {
        let (path, _) = self.record_file()?;
        let flaws = Store::examine(&path, self.on_busy(), None, look)?;
        match flaws.into_iter().next().map(Box::new) {
            Some(first) => Err(Failure::Flawed { path, first, follows }),
            None => Ok(()),
        }
    }

    /// Reads from the record file, as `--known-at` says.
    pub fn read_as<T>(
        &self,
        as_of: &AsOf,
        work: impl FnOnce(&Reader<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let at = self.known(as_of)?.map(|(number, _)| number);
        if at.is_some() {
            self.refuse_flawed_past()?;
        }
        let mut store = self.open()?;
        let (done, recorded) = store.read(at, |db| -> Result<_, Failure> {
            let recorded = at.map(|at| db.recorded(at)).transpose()?.flatten();
            Ok((work(db)?, recorded))
        })?;
        store.leave();
        // What is printed is what was printed then; that it is not of now stands beside it.
        if let (Some(number), Some((recorded, _))) = (at, recorded) {
            let recorded = clock::local(self.lang, recorded);
            let remark = texts::answers::known_at(self.lang, number, &recorded);
            self.say(&remark);
            let _ = self.as_recorded.set(remark);
        }
        Ok(done)
    }

    /// What was known or filed once is vouched for by the chain alone: what is in force is counted, and held against the
    /// count by whoever reads it; what was is not.
    pub fn refuse_flawed_past(&self) -> Result<(), Failure> {
        self.refuse_flawed(texts::failures::so_no_past)
    }

    /// Changes the record file in one operation, which may not touch what was filed of a closed month.
    pub fn write<T>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let (done, _) = self.change(Telling::Nothing, |_| Late::Unknown, work)?;
        Ok(done)
    }

    /// The same for a command that tells what it changed elsewhere in reports.
    pub fn write_telling<T>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<(T, RowsChanged), Failure> {
        self.write_late(|_| Late::Unknown, work)
    }

    /// The same for one that may add late records to closed months; what was done says which.
    pub fn write_late<T>(
        &self,
        late: impl FnOnce(&T) -> Late,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<(T, RowsChanged), Failure> {
        self.change(Telling::Rows, late, work)
    }

    fn change<T>(
        &self,
        telling: Telling,
        late: impl FnOnce(&T) -> Late,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<(T, RowsChanged), Failure> {
        self.writes();
        let mut store = self.open_to_change()?;
        let (done, rows, ahead) = store.write(self.stamp()?, |db| {
            let done = work(db)?;
            let rows = ops::rows_changed(db, late(&done), telling)?;
            Ok::<_, Failure>((done, rows, ahead_of_clock(db)?))
        })?;
        store.leave();
        self.say_times(ahead)?;
        Ok((done, rows))
    }

    /// Changes the record file in one operation after which what was erased is nowhere in it; tells whether
    /// the file could be built anew.
    pub fn write_for_good<T>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<(T, bool), Failure> {
        self.writes();
        let ((done, ahead), built) =
            self.open_to_change()?.write_for_good(self.stamp()?, |db| {
                Ok::<_, Failure>((work(db)?, ahead_of_clock(db)?))
            })?;
        self.say_times(ahead)?;
        Ok((done, built))
    }

    /// Says what is odd about the day and the time under which a change was recorded.
    fn say_times(&self, ahead: Option<AheadOfClock>) -> Result<(), Failure> {
        let (today, machine) = (self.today()?, clock::today());
        if today > machine {
            self.say(&texts::answers::today_borrowed(self.lang, today, machine));
        }
        if let Some(AheadOfClock { number, newest, now }) = ahead.filter(|_| !self.dry_run) {
            let (newest, now) = (clock::local(self.lang, newest), clock::local(self.lang, now));
            self.say(&texts::answers::ahead_of_clock(self.lang, number, &newest, &now));
        }
        Ok(())
    }

    /// When and by whom an operation is recorded.
    pub fn stamp(&self) -> Result<Stamp, Failure> {
        let given = self.everywhere.actor.clone().map(|name| ("--actor", name));
        let given = given.or_else(|| Some((Variable::Actor.name(), variable(Variable::Actor)?)));
        let given = given.or_else(|| Some(("actor", self.config.actor.clone()?)));
        let actor = match given {
            Some((option, name)) => Name::new(&name)
                .map_err(|refusal| Failure::ValueOf { option, misread: refusal.into() })?
                .to_string(),
            // Nobody chose the login name; one that cannot be recorded is left out.
            None => whoami::username()
                .ok()
                .and_then(|name| Name::new(&name).ok())
                .map_or(String::new(), |n| n.to_string()),
        };
        Ok(Stamp { now: clock::now(), today: self.today()?, actor, dry_run: self.dry_run })
    }
}

//! Everything around a command: language, today, record file, screen. Commands ask it; they ask nothing else.

use std::cell::OnceCell;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use super::args::{AsOf, ColorChoice, Everywhere, Format, LangChoice, Printing};
use super::config::{Config, Folders};
use super::failure::Failure;
use super::known_at::KnownAt;
use super::values::Misread;
use super::{clock, output};
use crate::domain::{Code, Date, Name, OperationNumber, Refusal, Thing, ThingKind};
use crate::ops::{self, Late};
use crate::render::{self, Dialect, Screen};
use crate::report::OnDay;
use crate::store::{Reader, Stamp, Store, StoreError, Writer};
use crate::table::{Medium, Table};
use crate::texts::{self, Lang};

/// The width of what is not written to a terminal.
const WIDTH_ELSEWHERE: u16 = 140;

/// What a command runs in.
pub struct Context {
    pub lang: Lang,
    pub folders: Option<Folders>,
    pub config: Config,
    everywhere: Everywhere,
    dry_run: bool,
    changes: std::cell::Cell<bool>,
    /// What `--known-at` means, once it was looked up.
    known: OnceCell<(OperationNumber, Date)>,
}

/// An environment variable that says something: an empty one says nothing.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// The language before anything is parsed, so that errors and help are in it too: `--lang`, `CHIBO_LANG`,
/// the settings file, the system's language, English.
pub fn choose_lang(arguments: &[String], config: &Config) -> Lang {
    let named = [
        before_parsing(arguments, "--lang"),
        variable("CHIBO_LANG"),
        config.lang.clone(),
        sys_locale::get_locale(),
    ];
    named.into_iter().flatten().find_map(|name| Lang::from_locale(&name)).unwrap_or(Lang::En)
}

/// The value of an option of every command before anything is parsed.
pub fn before_parsing(arguments: &[String], option: &str) -> Option<String> {
    let mut given = None;
    for (at, argument) in arguments.iter().enumerate().take_while(|(_, word)| *word != "--") {
        match argument.strip_prefix(option) {
            Some("") => given = arguments.get(at + 1).cloned(),
            Some(rest) => given = rest.strip_prefix('=').map(str::to_owned).or(given),
            None => {}
        }
    }
    given
}

/// The language for the message of the busy handler, which can carry nothing with it.
static WAITING: OnceLock<&'static str> = OnceLock::new();

/// Waits for a busy file: up to 30 seconds, saying so after 2.
pub fn on_busy(tries: i32) -> bool {
    const PAUSE: Duration = Duration::from_millis(50);
    if tries == 40
        && let Some(text) = WAITING.get()
    {
        output::to_stderr(text);
    }
    std::thread::sleep(PAUSE);
    tries < 600
}

impl Context {
    /// A context for a parsed command line.
    pub fn new(
        lang: Lang,
        folders: Option<Folders>,
        config: Config,
        everywhere: Everywhere,
    ) -> Self {
        let _ = WAITING.set(texts::answers::waiting(lang));
        let lang = match everywhere.lang {
            Some(LangChoice::Vi) => Lang::Vi,
            Some(LangChoice::En) => Lang::En,
            None => lang,
        };
        Self {
            lang,
            folders,
            config,
            everywhere,
            dry_run: false,
            changes: false.into(),
            known: OnceCell::new(),
        }
    }

    /// The same for a command that was asked to change nothing.
    pub fn dry_run(&mut self, dry_run: bool) {
        self.dry_run = dry_run;
    }

    /// Whether nothing is to be changed.
    pub fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    /// The date that stands for today: `--today`, else `CHIBO_TODAY`, else the local date.
    pub fn today(&self) -> Result<Date, Failure> {
        let given = self.given_today()?;
        within_years(given.unwrap_or_else(clock::today))
    }

    fn given_today(&self) -> Result<Option<Date>, Failure> {
        let from_variable =
            variable("CHIBO_TODAY").map(|text| super::values::day(&text)).transpose()?;
        let given = self.everywhere.today.or(from_variable);
        Ok(given.map(|input| input.resolve(clock::today())))
    }

    /// Today for a command that reads: `--today`, else `--as-of`, else `CHIBO_TODAY`, else the date of `--known-at`,
    /// else the clock. What is typed for this command goes before what stands in the environment for all.
    pub fn reading_today(&self, as_of: &AsOf) -> Result<Date, Failure> {
        if let (None, Some(input)) = (self.everywhere.today, as_of.as_of) {
            return within_years(input.resolve(self.today()?));
        }
        let given = match self.given_today()? {
            Some(today) => Some(today),
            None => self.known(as_of)?.map(|(_, date)| date),
        };
        within_years(given.unwrap_or_else(clock::today))
    }

    /// The day on which an entry of the register is seen; with `--as-of`, only what was in force then.
    pub fn seen(&self, as_of: &AsOf) -> Result<OnDay, Failure> {
        Ok(OnDay { day: self.day(as_of)?, only: as_of.as_of.is_some() })
    }

    /// The day on which a list is seen: `--as-of`, else today.
    pub fn day(&self, as_of: &AsOf) -> Result<Date, Failure> {
        match as_of.as_of {
            Some(input) => Ok(input.resolve(self.today()?)),
            None => Ok(self.given_today()?.map_or_else(|| self.reading_today(as_of), Ok)?),
        }
    }

    /// The operation as of which `--known-at` reads, and its date: that of the moment asked for, or what
    /// stood for today at the operation asked for.
    fn known(&self, as_of: &AsOf) -> Result<Option<(OperationNumber, Date)>, Failure> {
        let Some(moment) = as_of.known_at else { return Ok(None) };
        match self.known.get() {
            Some(known) => Ok(Some(*known)),
            None => self.known_by(moment).map(|known| Some(*self.known.get_or_init(|| known))),
        }
    }

    /// The operation that a moment means.
    pub fn known_operation(&self, moment: KnownAt) -> Result<OperationNumber, Failure> {
        self.known_by(moment).map(|(number, _)| number)
    }

    fn known_by(&self, moment: KnownAt) -> Result<(OperationNumber, Date), Failure> {
        let (moment, date) = match moment {
            KnownAt::Operation(number) => return self.operation(number),
            KnownAt::Day(input) => {
                let day = input.resolve(clock::today());
                (clock::end_of(day), day)
            }
            KnownAt::Moment(moment) => (moment, clock::date_of(moment)),
        };
        self.read(|db| match db.operation_by(moment)? {
            Some(number) => Ok((number, date)),
            None => {
                let first = db.recorded(OperationNumber(1))?;
                let made = first.map_or_else(clock::today, |(at, _)| clock::date_of(at));
                Err(Refusal::NothingKnownYet { made }.into())
            }
        })
    }

    fn operation(&self, number: OperationNumber) -> Result<(OperationNumber, Date), Failure> {
        self.read(|db| {
            let newest = db.newest()?.map_or(OperationNumber(0), |(number, _)| number);
            let recorded = db.recorded(number)?;
            let (_, today) = recorded.ok_or(Refusal::OperationNotFound { number, newest })?;
            Ok((number, today))
        })
    }

    /// Where the record file is, and what said so.
    pub fn record_file(&self) -> Result<(PathBuf, &'static str), Failure> {
        if let Some(path) = &self.everywhere.db {
            return Ok((path.clone(), "--db"));
        }
        if let Some(path) = variable("CHIBO_DB") {
            return Ok((path.into(), "CHIBO_DB"));
        }
        if let Some(path) = &self.config.db {
            return Ok((path.clone(), "config.toml"));
        }
        let folders = self.folders.as_ref().ok_or(Failure::NoHome)?;
        Ok((folders.record_file(), "default"))
    }

    /// The record file that `--db` or `CHIBO_DB` names.
    pub fn named_record_file(&self) -> Option<PathBuf> {
        self.everywhere.db.clone().or_else(|| variable("CHIBO_DB").map(PathBuf::from))
    }

    /// Opens the record file.
    pub fn open(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.record_file()?.0, on_busy)?)
    }

    /// Opens the record file for changing it; one of an older schema is kept aside and upgraded with what is
    /// changed, but not for a dry run.
    pub fn open_to_change(&self) -> Result<Store, Failure> {
        if self.dry_run {
            return self.open();
        }
        let lang = self.lang;
        let say = move |aside: &Path| output::to_stderr(&texts::answers::upgraded(lang, aside));
        Ok(Store::open_to_change(&self.record_file()?.0, on_busy, Box::new(say))?)
    }

    /// The same failure with what only a second look at the file tells.
    pub fn told_apart(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Store(StoreError::ReadOnly) => self.unreadable().unwrap_or(failure),
            Failure::Refused(Refusal::NotFound { kind, text, near, .. }) => {
                // A code names one record for ever, also one that has another code now.
                let recoded = Code::new(&text).ok().and_then(|code| self.recoded(kind, &code));
                Failure::Refused(Refusal::NotFound { kind, text, near, recoded })
            }
            other => other,
        }
    }

    /// SQLite does not tell a file that cannot be read from one that cannot be written.
    fn unreadable(&self) -> Option<Failure> {
        let path = self.record_file().map(|(path, _)| path).unwrap_or_default();
        let error = std::fs::File::open(&path).err()?;
        Some(Failure::Unreadable { path, detail: error.to_string() })
    }

    /// The record that once had this code and now has another.
    fn recoded(&self, kind: ThingKind, code: &Code) -> Option<Thing> {
        let today = self.today().ok()?;
        let found = self.read(|db| Ok(ops::recoded(db, kind, code, today)?));
        found.ok().flatten()
    }

    /// Opens a record file that is not the one in use.
    pub fn open_at(&self, path: &Path) -> Result<Store, StoreError> {
        Store::open(path, on_busy)
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
        Store::create(path, on_busy, stamp, first)?;
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

    /// Reads from the record file, as `--known-at` says.
    pub fn read_as<T>(
        &self,
        as_of: &AsOf,
        work: impl FnOnce(&Reader<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let at = self.known(as_of)?.map(|(number, _)| number);
        let (done, recorded) = self.open()?.read(at, |db| -> Result<_, Failure> {
            let recorded = at.map(|at| db.recorded(at)).transpose()?.flatten();
            Ok((work(db)?, recorded))
        })?;
        // What is printed is what was printed then; that it is not of now stands beside it.
        if let (Some(number), Some((recorded, _))) = (at, recorded) {
            let recorded = clock::local(self.lang, recorded);
            self.say(&texts::answers::known_at(self.lang, number, &recorded));
        }
        Ok(done)
    }

    /// Changes the record file in one operation, which may not touch what was filed of a closed month.
    pub fn write<T>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.write_late(|_| Late::Unknown, work)
    }

    /// The same for a command that may add late records to closed months; what was done says which.
    pub fn write_late<T>(
        &self,
        late: impl FnOnce(&T) -> Late,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.writes();
        self.open_to_change()?.write(self.stamp()?, |db| {
            let done = work(db)?;
            ops::guard_closed_months(db, late(&done))?;
            Ok(done)
        })
    }

    /// Changes the record file in one operation after which what was erased is nowhere in it; tells whether
    /// the file could be built anew.
    pub fn write_for_good<T>(
        &self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, Failure>,
    ) -> Result<(T, bool), Failure> {
        self.writes();
        self.open_to_change()?.write_for_good(self.stamp()?, work)
    }

    /// When and by whom an operation is recorded.
    pub fn stamp(&self) -> Result<Stamp, Failure> {
        let given = self.everywhere.actor.clone().or_else(|| variable("CHIBO_ACTOR"));
        let actor = match given.or_else(|| self.config.actor.clone()) {
            Some(name) => Name::new(&name)
                .map_err(|refusal| Failure::ValueOf { option: "--actor", misread: refusal.into() })?
                .to_string(),
            // Nobody chose the login name; one that cannot be recorded is left out.
            None => whoami::username()
                .ok()
                .and_then(|name| Name::new(&name).ok())
                .map_or(String::new(), |n| n.to_string()),
        };
        Ok(Stamp { now: clock::now(), today: self.today()?, actor, dry_run: self.dry_run })
    }

    /// Notes that the command is one that changes something.
    pub fn writes(&self) {
        self.changes.set(true);
    }

    /// Whether the command is one that changes something.
    pub fn is_writing(&self) -> bool {
        self.changes.get()
    }

    /// Says a line to the person, beside the output.
    pub fn say(&self, line: &str) {
        output::to_stderr(line);
    }

    /// Says what was done, and how to take it back.
    pub fn done(&self, sentence: &str, number: impl Into<Option<OperationNumber>>) {
        match number.into().filter(|_| !self.dry_run) {
            None => self.say(&format!("{}{sentence}.", texts::answers::dry_run(self.lang))),
            Some(number) => {
                let back = texts::answers::take_back(self.lang, number);
                self.say(&format!("{sentence} {back}."));
            }
        }
    }

    /// The same of what is taken back in a way of its own.
    pub fn done_with(&self, sentence: &str, back: &str) {
        match self.dry_run {
            true => self.done(sentence, None),
            false => self.say(&format!("{sentence} {back}.")),
        }
    }

    /// The same of what cannot be taken back.
    pub fn done_for_good(&self, sentence: &str, number: OperationNumber) {
        self.done_with(sentence, &texts::closing::for_good(self.lang, number.0));
    }

    /// For whom the format asked for is.
    pub fn medium(&self, printing: &Printing) -> Result<Medium, Failure> {
        format_of(printing).map(medium_of)
    }

    /// Prints a table in the format asked for. It is laid out only once the format is known.
    pub fn print(
        &self,
        printing: &Printing,
        lay_out: impl FnOnce(Medium) -> Table,
    ) -> Result<(), Failure> {
        let format = format_of(printing)?;
        if printing.excel && format != Format::Csv {
            return Err(Failure::ExcelNeedsCsv);
        }
        let table = lay_out(medium_of(format));
        let color = printing.output.is_none() && self.color();
        let screen = Screen { width: self.width(printing.output.is_some()), color };
        let dialect = if printing.excel { Dialect::Excel } else { Dialect::Plain };
        let write = |out: &mut dyn std::io::Write| match format {
            Format::Table => render::terminal(&table, screen, out),
            Format::Csv => render::csv(&table, dialect, out),
            Format::Json => render::json(&table, out),
        };
        match &printing.output {
            None => output::to_stdout(color, write),
            Some(path) => {
                output::to_file(path, write)?;
                self.say(&texts::answers::written(self.lang, path));
                Ok(())
            }
        }
    }

    /// Whether colour is used on standard output.
    pub fn color(&self) -> bool {
        let from_config = self.config.color.as_deref().and_then(|word| match word {
            "always" => Some(ColorChoice::Always),
            "never" => Some(ColorChoice::Never),
            _ => None,
        });
        match self.everywhere.color.or(from_config).unwrap_or(ColorChoice::Auto) {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                let plain =
                    variable("NO_COLOR").is_some() || variable("TERM").as_deref() == Some("dumb");
                !plain && std::io::stdout().is_terminal()
            }
        }
    }

    fn width(&self, to_file: bool) -> u16 {
        screen_width(to_file)
    }
}

/// Today must leave room for yesterday and last month within the years that can be written.
fn within_years(today: Date) -> Result<Date, Failure> {
    match Date::new(today.year() - 1, 1, 1).and(Date::new(today.year(), 1, 1)) {
        Some(_) => Ok(today),
        None => Err(Misread::from(Refusal::DateOutOfRange { text: today.to_string() }).into()),
    }
}

/// The width of the screen: `COLUMNS`, else that of the terminal, else enough for every column.
pub fn screen_width(to_file: bool) -> u16 {
    let columns = variable("COLUMNS").and_then(|text| text.trim().parse().ok());
    let terminal = || match to_file || !std::io::stdout().is_terminal() {
        true => None,
        false => terminal_size::terminal_size().map(|(width, _)| width.0),
    };
    columns.or_else(terminal).unwrap_or(WIDTH_ELSEWHERE).clamp(40, 400)
}

fn medium_of(format: Format) -> Medium {
    match format {
        Format::Table => Medium::Screen,
        Format::Csv | Format::Json => Medium::Data,
    }
}

fn format_of(printing: &Printing) -> Result<Format, Failure> {
    if let Some(format) = printing.format {
        return Ok(format);
    }
    let Some(path) = &printing.output else {
        return Ok(if printing.excel { Format::Csv } else { Format::Table });
    };
    let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        Some("csv") => Ok(Format::Csv),
        Some("json") => Ok(Format::Json),
        Some("txt") => Ok(Format::Table),
        _ if printing.excel => Ok(Format::Csv),
        _ => Err(Failure::FormatUnknown(path.clone())),
    }
}

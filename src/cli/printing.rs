//! Printing a table: in which format, how wide, in colour or not.

use std::io::IsTerminal;
use std::path::Path;

use clap::ValueEnum;

use super::context::Context;
use super::environment::variable;
use super::failure::{Failure, Place, Usage};
use super::options::{ColorChoice, ErrorFormat, Format, Printing};
use super::output::{self, Made};
use super::pager::Pager;
use crate::render::{self, Dialect, Screen};
use crate::table::{Medium, Streamed, Table};
use crate::texts::{self, Variable};

/// The width of what is not written to a terminal.
const WIDTH_ELSEWHERE: u16 = 140;

/// So many records of a long list fit a screen.
const SCREENFUL: usize = 20;

impl Context<'_> {
    /// For whom the format asked for is.
    pub fn medium(&self, printing: &Printing) -> Result<Medium, Failure> {
        Ok(medium_of(format_of(printing)?, self.dialect(printing)))
    }

    /// How many of these records are left out of a list that is printed on the screen: the oldest, unless all are asked
    /// for, so that the newest stand where the reader is.
    pub fn left_out(
        &self,
        printing: &Printing,
        all: bool,
        records: usize,
    ) -> Result<usize, Failure> {
        let on_screen = !printing.is_to_file() && format_of(printing)? == Format::Table;
        Ok(if on_screen && !all { records.saturating_sub(SCREENFUL) } else { 0 })
    }

    /// Prints a table in the format asked for.
    pub fn print(&self, printing: &Printing, table: Table<'_>) -> Result<(), Failure> {
        self.print_for(printing, |_| table)
    }

    /// The same with one that is laid out for those who will read it.
    pub fn print_for<'a, T: Into<Streamed<'a>>>(
        &self,
        printing: &Printing,
        lay_out: impl FnOnce(Medium) -> T,
    ) -> Result<(), Failure> {
        let format = format_of(printing)?;
        if printing.excel && format != Format::Csv {
            return Err(Usage::ExcelNeedsCsv.into());
        }
        let dialect = self.dialect(printing);
        let to_terminal = !printing.is_to_file() && std::io::stdout().is_terminal();
        if format == Format::Xlsx && to_terminal {
            return Err(Usage::WorkbookToTerminal.into());
        }
        if format == Format::Docx && to_terminal {
            return Err(Usage::DocumentToTerminal.into());
        }
        let medium = medium_of(format, dialect);
        let mut laid = lay_out(medium).into();
        // Whoever is given a document does not see what is said beside it.
        if medium != Medium::Data && !matches!(format, Format::Table | Format::Csv) {
            laid.table.heading.extend(self.as_recorded.get().cloned());
        }
        let color = !printing.is_to_file() && self.color();
        let width = self.width(printing.is_to_file());
        let is_plain = !printing.is_to_file() && is_plain_terminal();
        let screen = Screen { width, color, is_plain, lang: self.lang };
        let lang = self.lang;
        match format {
            Format::Table => {
                self.show(printing, color, |out| render::terminal(&laid.table, screen, out))
            }
            Format::Csv => self.put(printing, color, |out| render::csv(laid, dialect, out)),
            Format::Json => self.put(printing, color, |out| render::json(laid, out)),
            Format::Html => self.put(printing, false, |out| render::html(&laid.table, lang, out)),
            Format::Markdown => {
                self.put(printing, false, |out| render::markdown(&laid.table, lang, out))
            }
            Format::Text => {
                self.put(printing, false, |out| render::message(&laid.table, lang, out))
            }
            Format::Xlsx => {
                let book = render::xlsx(laid, lang);
                self.put_bytes(printing, &book.map_err(|error| unmade(&error))?)
            }
            Format::Docx => {
                let document = render::docx(&laid.table, lang);
                self.put_bytes(printing, &document.map_err(|error| unmade(&error))?)
            }
        }
    }

    /// The kind of CSV, where that is the format asked for: it is rows alone, which can be made month by month.
    pub fn rows_alone(&self, printing: &Printing) -> Result<Option<Dialect<'_>>, Failure> {
        let dialect = self.dialect(printing);
        Ok((format_of(printing)? == Format::Csv).then_some(dialect))
    }

    /// Prints what was made already.
    pub fn print_made(&self, printing: &Printing, made: Made) -> Result<(), Failure> {
        self.put(printing, false, |out| made.write(out))
    }

    /// Shows a table to whoever sits at a terminal, through a pager if it is longer than the screen.
    fn show(
        &self,
        printing: &Printing,
        color: bool,
        write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
    ) -> Result<(), Failure> {
        let screen = screen_height().filter(|_| !printing.is_to_file() && self.is_leafed());
        let Some((height, pager)) = screen.zip(Pager::named()) else {
            return self.put(printing, color, write);
        };
        let mut text = Vec::new();
        write(&mut text).map_err(|e| Place::Output { detail: e.to_string() })?;
        // One line of the screen is the pager's own.
        if text.iter().filter(|byte| **byte == b'\n').count() < height {
            return output::to_stdout(color, |out| out.write_all(&text));
        }
        match pager.show(&text) {
            Ok(()) => Ok(()),
            Err(error) => {
                if pager.chosen {
                    self.say(&texts::answers::no_pager(
                        self.lang,
                        pager.name(),
                        &error.to_string(),
                    ));
                }
                output::to_stdout(color, |out| out.write_all(&text))
            }
        }
    }

    /// Whether somebody can leaf through what is printed.
    fn is_leafed(&self) -> bool {
        !self.everywhere.no_pager
            && self.error_format() == ErrorFormat::People
            && std::io::stdin().is_terminal()
            && variable(Variable::Term).as_deref() != Some("dumb")
    }

    /// Writes what is no text.
    fn put_bytes(&self, printing: &Printing, bytes: &[u8]) -> Result<(), Failure> {
        if printing.is_to_file() {
            self.put(printing, false, |out| out.write_all(bytes))
        } else {
            output::bytes_to_stdout(bytes)
        }
    }

    fn put(
        &self,
        printing: &Printing,
        color: bool,
        write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>,
    ) -> Result<(), Failure> {
        let path = match &printing.output {
            Some(path) => path.clone(),
            None if printing.open => {
                output::file_to_open(&format!(".{}", format_of(printing)?.ending()))?
            }
            None => return output::to_stdout(color, write),
        };
        output::to_file(&path, write)?;
        self.say(&texts::answers::written(self.lang, &path));
        if printing.open {
            self.show_file(&path);
        }
        Ok(())
    }

    /// Opens a file in the program that the system has for it. Where there is none, the file is there all the same.
    fn show_file(&self, path: &Path) {
        if open::that_detached(path).is_err() {
            self.say(&texts::page::not_opened(self.lang, &path.display().to_string()));
        }
    }

    /// Whether colour is used on standard output.
    pub fn color(&self) -> bool {
        self.color_on(&std::io::stdout())
    }

    /// Whether colour is used on one of the streams.
    pub fn color_on(&self, stream: &impl IsTerminal) -> bool {
        let from_config = self.config.color.as_deref();
        let from_config = from_config.and_then(|word| ColorChoice::from_str(word, false).ok());
        match self.everywhere.color.or(from_config).unwrap_or(ColorChoice::Auto) {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                let plain = variable(Variable::NoColor).is_some()
                    || variable(Variable::Term).as_deref() == Some("dumb");
                !plain && stream.is_terminal()
            }
        }
    }

    fn dialect(&self, printing: &Printing) -> Dialect<'_> {
        if printing.excel { Dialect::Excel(self.lang) } else { Dialect::Plain }
    }

    fn width(&self, to_file: bool) -> u16 {
        screen_width(to_file)
    }
}

/// The width of the screen: `COLUMNS`, else that of the terminal, else enough for every column.
pub fn screen_width(to_file: bool) -> u16 {
    let columns = variable(Variable::Columns).and_then(|text| text.trim().parse().ok());
    let terminal = || {
        if to_file || !std::io::stdout().is_terminal() {
            None
        } else {
            terminal_size::terminal_size().map(|(width, _)| width.0)
        }
    };
    columns.or_else(terminal).unwrap_or(WIDTH_ELSEWHERE).clamp(40, 400)
}

/// Whether the terminal has no signs for pictures but those of a typewriter. Windows is given every sign there is.
fn is_plain_terminal() -> bool {
    let locale =
        [Variable::LcAll, Variable::LcCtype, Variable::SystemLang].into_iter().find_map(variable);
    let is_utf8 = |name: String| {
        let name = name.to_ascii_lowercase();
        name.contains("utf-8") || name.contains("utf8")
    };
    let knows = cfg!(windows) || locale.is_some_and(is_utf8);
    !knows && std::io::stdout().is_terminal()
}

/// How many lines the screen has, where what is printed goes to one.
fn screen_height() -> Option<usize> {
    let size = if std::io::stdout().is_terminal() { terminal_size::terminal_size() } else { None };
    size.map(|(_, height)| usize::from(height.0))
}

fn unmade(error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::FileTooLarge {
        Usage::WorkbookTooLong { most: render::MOST_ROWS }.into()
    } else {
        Place::Output { detail: error.to_string() }.into()
    }
}

fn medium_of(format: Format, dialect: Dialect<'_>) -> Medium {
    match format {
        Format::Table | Format::Docx | Format::Html | Format::Markdown | Format::Text => {
            Medium::Screen
        }
        Format::Csv => dialect.medium(),
        Format::Json => Medium::Data,
        Format::Xlsx => Medium::Sheet,
    }
}

fn format_of(printing: &Printing) -> Result<Format, Failure> {
    if let Some(format) = printing.format {
        return Ok(format);
    }
    let Some(path) = &printing.output else {
        return Ok(match (printing.excel, printing.open) {
            (true, _) => Format::Csv,
            (false, true) => Format::Html,
            (false, false) => Format::Table,
        });
    };
    let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    match ending.and_then(|ending| Format::of_ending(&ending)) {
        Some(format) => Ok(format),
        None if printing.excel => Ok(Format::Csv),
        None => Err(Usage::FormatUnknown(path.clone()).into()),
    }
}

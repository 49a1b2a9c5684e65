//! The parts of a workbook, before anything is read out of them: how many there are, how large they are, and whether each
//! is whole. A workbook is a zip of XML; a small one can be made that fills any memory.

use std::io::{BufReader, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::read::ZipFile;

use super::gauge::{Gauge, Strange};
use crate::import::fault::Problem;
use crate::texts::faults::BookFlaw;

/// The largest workbook, in bytes.
const LARGEST_FILE: u64 = 128 << 20;
/// The most parts.
const MOST_PARTS: usize = 10_000;
/// The largest part that is read row by row, and all of them together, in bytes.
const LARGEST_SHEET: u64 = 128 << 20;
const LARGEST_SHEETS: u64 = 256 << 20;
/// The largest part that is held in memory: the list of texts, and any other.
const LARGEST_TEXTS: u64 = 48 << 20;
const LARGEST_OTHER: u64 = 8 << 20;
/// The most texts of the list.
const MOST_TEXTS: usize = 500_000;
/// The most sheets.
const MOST_SHEETS: usize = 250;
/// The most merged cells.
const MOST_MERGED: usize = 20_000;
/// A style may be held once for each cell format that names it.
const MOST_STYLES: usize = 32 << 20;

/// What was found out about a workbook.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub merged: bool,
    pub formulas: bool,
}

/// Looks at all parts that will be read.
pub(super) fn look_at(file: &mut (impl Read + Seek)) -> Result<Parts, Problem> {
    let length = file.seek(SeekFrom::End(0)).map_err(unread)?;
    if length > LARGEST_FILE {
        return Err(Problem::TooLarge { most: LARGEST_FILE });
    }
    if parts_said(file)? > MOST_PARTS {
        return Err(too_much("zip"));
    }
    let mut zip = ZipArchive::new(file).map_err(|_| damaged("zip"))?;
    if zip.file_names().any(|name| name.is_ok_and(|name| name == "mimetype")) {
        return Err(BookFlaw::OpenDocument.into());
    }
    let (mut parts, mut sheets, mut merged) = (Parts::default(), 0, 0);
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(|_| damaged("zip"))?;
        let name = part.name().map_err(|_| damaged("zip"))?.into_owned();
        let Some(role) = Role::of(&name) else { continue };
        let (length, gauge) = look_at_part(part, &name, role)?;
        if role == Role::Sheet {
            sheets += length;
        }
        merged += gauge.counts.merged;
        parts.formulas |= gauge.counts.formulas > 0;
        if sheets > LARGEST_SHEETS || merged > MOST_MERGED {
            return Err(too_much(&name));
        }
    }
    parts.merged = merged > 0;
    Ok(parts)
}

/// What a part is for, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Sheet,
    Texts,
    /// The workbook, its styles, and where its parts are.
    Other,
}

impl Role {
    /// None if it is never read: pictures, charts, macros.
    fn of(name: &str) -> Option<Self> {
        let name = name.replace('\\', "/").to_ascii_lowercase();
        let file = name.rsplit('/').next().unwrap_or_default();
        match file {
            "sharedstrings.xml" => Some(Self::Texts),
            "styles.xml" | "theme1.xml" => Some(Self::Other),
            _ if file.ends_with(".rels") => Some(Self::Other),
            _ if file.starts_with("workbook") && file.ends_with(".xml") => Some(Self::Other),
            _ if name.contains("worksheets/") && file.ends_with(".xml") => Some(Self::Sheet),
            _ => None,
        }
    }

    fn largest(self) -> u64 {
        match self {
            Self::Sheet => LARGEST_SHEET,
            Self::Texts => LARGEST_TEXTS,
            Self::Other => LARGEST_OTHER,
        }
    }
}

fn look_at_part<R: Read>(
    mut part: ZipFile<'_, R>,
    name: &str,
    role: Role,
) -> Result<(u64, Gauge), Problem> {
    let said = part.size();
    if said > role.largest() {
        return Err(too_much(name));
    }
    let mut gauge = Gauge::default();
    let mut block = vec![0; 1 << 16];
    let mut length = 0;
    loop {
        // What is longer than it says, or fails its checksum, is damaged.
        let read = part.read(&mut block).map_err(|_| damaged(name))?;
        length += read as u64;
        if length > said {
            return Err(damaged(name));
        }
        if read == 0 {
            break;
        }
        gauge.feed(&block[..read]).map_err(|Strange| damaged(name))?;
        if gauge.counts.strings > MOST_TEXTS || gauge.counts.sheets > MOST_SHEETS {
            return Err(too_much(name));
        }
    }
    if !gauge.is_whole() {
        return Err(damaged(name));
    }
    if role == Role::Other && gauge.counts.elements * gauge.counts.longest_tag > MOST_STYLES {
        return Err(too_much(name));
    }
    Ok((length, gauge))
}

/// How many parts the file has at the most, without a list of them: each stands in its directory under a mark.
fn parts_said(file: &mut (impl Read + Seek)) -> Result<usize, Problem> {
    const MARK: &[u8] = b"PK\x01\x02";
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    let mut file = BufReader::with_capacity(1 << 16, file);
    let (mut parts, mut matched) = (0, 0);
    loop {
        let block = std::io::BufRead::fill_buf(&mut file).map_err(unread)?;
        if block.is_empty() {
            return Ok(parts);
        }
        for byte in block {
            matched = match *byte {
                byte if byte == MARK[matched] => matched + 1,
                b'P' => 1,
                _ => 0,
            };
            if matched == MARK.len() {
                (parts, matched) = (parts + 1, 0);
            }
        }
        let length = block.len();
        std::io::BufRead::consume(&mut file, length);
    }
}

fn unread(error: std::io::Error) -> Problem {
    Problem::CannotRead { detail: error.to_string() }
}

/// That a part is not whole, or not such as a spreadsheet writes.
pub(super) fn damaged(part: &str) -> Problem {
    BookFlaw::Damaged { part: part.to_owned() }.into()
}

fn too_much(part: &str) -> Problem {
    BookFlaw::TooMuch { part: part.to_owned() }.into()
}

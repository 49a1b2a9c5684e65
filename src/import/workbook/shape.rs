//! What a file is, by how it begins: its name may be another.

use std::io::{Read, Seek, SeekFrom};

use crate::import::fault::Problem;
use crate::texts::faults::BookFlaw;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Shape {
    /// A workbook, or another zip.
    Workbook,
    /// Anything else, to be looked at as text.
    Text,
}

/// So much of a file tells what it is.
const BEGINNING: u64 = 4096;

/// What a file is; refused if it is one that a spreadsheet opens and chibo does not.
pub(in crate::import) fn shape(file: &mut (impl Read + Seek)) -> Result<Shape, Problem> {
    let unread = |error: std::io::Error| Problem::CannotRead { detail: error.to_string() };
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    let mut beginning = Vec::new();
    file.by_ref().take(BEGINNING).read_to_end(&mut beginning).map_err(unread)?;
    let shape = match beginning[..] {
        [b'P', b'K', 3, 4, ..] => Shape::Workbook,
        // A compound file of Microsoft's: a workbook of before 2007, or a newer one under a password.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            let locked = holds(file, &wide("EncryptedPackage")).map_err(unread)?;
            let flaw = if locked { BookFlaw::Locked } else { BookFlaw::Old };
            return Err(flaw.into());
        }
        _ if is_page(&beginning) => return Err(BookFlaw::Page.into()),
        _ => Shape::Text,
    };
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    Ok(shape)
}

/// A name as a compound file has it.
fn wide(name: &str) -> Vec<u8> {
    name.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether it is a table as a web page or as XML, which programs like to call `.xls`.
fn is_page(beginning: &[u8]) -> bool {
    let text = String::from_utf8_lossy(beginning).to_ascii_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let begins = ["<!doctype", "<html", "<table", "<head", "<meta", "<style", "<body", "<?xml"];
    begins.iter().any(|begin| text.starts_with(begin))
}

/// Whether these bytes stand in the file.
fn holds(file: &mut (impl Read + Seek), wanted: &[u8]) -> std::io::Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    // The directory that has the name may be anywhere.
    const MOST: u64 = 256 << 20;
    let mut block = vec![0; 1 << 16];
    let mut kept: Vec<u8> = Vec::new();
    let mut file = file.take(MOST);
    loop {
        let length = file.read(&mut block)?;
        if length == 0 {
            return Ok(false);
        }
        kept.extend_from_slice(&block[..length]);
        if kept.windows(wanted.len()).any(|bytes| bytes == wanted) {
            return Ok(true);
        }
        kept.drain(..kept.len().saturating_sub(wanted.len()));
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn of(bytes: &[u8]) -> Result<Shape, Problem> {
        shape(&mut Cursor::new(bytes))
    }

    #[test]
    fn a_file_is_what_it_begins_with() {
        assert_eq!(of(b"PK\x03\x04"), Ok(Shape::Workbook));
        assert_eq!(of(b"code,name\n"), Ok(Shape::Text));
        assert_eq!(of(b""), Ok(Shape::Text));
        assert_eq!(of(b"\xd0\xcf\x11\xe0\xa1\xb1"), Err(BookFlaw::Old.into()));
        for page in ["\u{feff} <HTML><table>", "<table>", "<?xml version=\"1.0\"?><Workbook>"] {
            assert_eq!(of(page.as_bytes()), Err(BookFlaw::Page.into()));
        }
    }

    #[test]
    fn a_workbook_under_a_password_is_told_from_an_old_one() {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend(wide("EncryptedPackage"));
        assert_eq!(of(&bytes), Err(BookFlaw::Locked.into()));
        // Where the name stands in two blocks that are read.
        bytes.truncate(8);
        bytes.resize((1 << 16) - 7, 0);
        bytes.extend(wide("EncryptedPackage"));
        assert_eq!(of(&bytes), Err(BookFlaw::Locked.into()));
    }
}

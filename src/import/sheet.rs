//! Text cut into rows of cells. This is the only user of the `csv` reader.

use std::io::{Read, Seek};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::encoding::{Looked, Text};

/// The rows of a text, each with the line on which it begins.
pub(super) struct Sheet<R> {
    reader: Reader<Text<R>>,
    /// Where the last row that was read begins: up to there lines were counted, and how many there were.
    last: usize,
    lines: u32,
    separator: u8,
}

impl<R: Read + Seek> Sheet<R> {
    /// The rows of a file that was looked at.
    pub fn new(file: R, looked: Looked) -> std::io::Result<Self> {
        let text = Text::new(file, looked)?;
        let separator = looked.separator;
        Ok(Self { reader: rows(separator).from_reader(text), last: 0, lines: 1, separator })
    }

    /// Reads the next row that is not an empty line, and gives its line; none at the end.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u32>, csv::Error> {
        // The reader's own line number is that of the empty lines it skipped, so lines are counted here.
        let before = self.reader.position().byte() as usize;
        if !self.reader.read_byte_record(record)? {
            return Ok(None);
        }
        let text = self.reader.get_ref();
        let is_line_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let begin = before + text.since(before).iter().take_while(is_line_end).count();
        let passed = &text.since(self.last)[..begin - self.last];
        self.lines += passed.iter().filter(|byte| **byte == b'\n').count() as u32;
        self.last = begin;
        self.reader.get_mut().pass(begin);
        Ok(Some(self.lines))
    }

    /// The line of the last row, if a quote in it is never closed: the file is not whole.
    pub fn open_quote(&self) -> Option<u32> {
        // The reader takes the end of the text for the closing quote; a row put after it tells.
        let last = self.reader.get_ref().since(self.last);
        let text = [last, b"\nx"].concat();
        let rows = rows(self.separator).from_reader(&text[..]).into_byte_records().count();
        (rows == 1 && !last.is_empty()).then_some(self.lines)
    }
}

fn rows(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).buffer_capacity(1 << 16);
    builder
}

/// A cell as text without what only a spreadsheet needs: blanks around it, and the `'` that `--excel`
/// writes before text that would be a formula. None if it is not UTF-8.
pub(super) fn cell(record: &ByteRecord, at: usize) -> Option<&str> {
    let text = std::str::from_utf8(record.get(at).unwrap_or_default()).ok()?.trim();
    match text.strip_prefix('\'') {
        // A text that has a `'` of its own there was written with one more.
        Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@']) => Some(rest),
        _ => Some(text),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::import::encoding::look;

    fn sheet(text: &str) -> Sheet<Cursor<&[u8]>> {
        let mut file = Cursor::new(text.as_bytes());
        let looked = look(&mut file).unwrap();
        Sheet::new(file, looked).unwrap()
    }

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut sheet = sheet(text);
        let mut record = ByteRecord::new();
        let mut rows = Vec::new();
        while let Some(line) = sheet.next(&mut record).unwrap() {
            let cells = (0..record.len()).map(|at| cell(&record, at).unwrap().to_owned());
            rows.push((line, cells.collect()));
        }
        rows
    }

    #[test]
    fn every_row_keeps_its_true_line() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "", "1,\"x", "y\"", "", "", "2,z"].join(end);
            let lines: Vec<u32> = rows(&text).iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [1, 3, 7], "{end:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_found_in_the_last_row_only() {
        let open = |text: &str| {
            let mut sheet = sheet(text);
            let mut record = ByteRecord::new();
            while sheet.next(&mut record).unwrap().is_some() {}
            sheet.open_quote()
        };
        assert_eq!(open("a,b\n1,\"x\n"), Some(2));
        assert_eq!(open("a,b\n1,\"x\ny"), Some(2));
        for whole in
            ["a,b", "a,b\n1,\"x\"", "a,b\n1,\"x\"\"\"\n", "a,b\n\"x\ny\",2\n\n", "a,5\" pipe\n"]
        {
            assert_eq!(open(whole), None, "{whole:?}");
        }
    }

    #[test]
    fn every_row_of_a_long_file_keeps_its_true_line() {
        let text = "a,b\r\n\r\n1,\"x\ny\"\r\n".repeat(20_000);
        let lines = rows(&text).into_iter().map(|(line, _)| line);
        let expected = (0..20_000).flat_map(|at| [4 * at + 1, 4 * at + 3]);
        assert!(lines.eq(expected));
    }

    #[test]
    fn the_sign_before_a_would_be_formula_is_dropped() {
        assert_eq!(rows("'=1+1, '-x ,'x,''=y")[0].1, ["=1+1", "-x", "'x", "'=y"]);
    }
}

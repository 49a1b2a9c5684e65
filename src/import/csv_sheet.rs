//! Text cut into rows of cells. This is the only user of the `csv` reader.

use std::io::{Read, Seek};

use csv::{Reader, ReaderBuilder};

use super::encoding::{Looked, Text};
use super::fault::Problem;
use super::sheet::{Cells, Sheet};

/// The rows of a text, each with the line on which it begins.
pub(super) struct CsvSheet<R> {
    reader: Reader<Text<R>>,
    /// Where the last row that was read begins: up to there lines were counted, and how many there were.
    last: usize,
    lines: u32,
    separator: u8,
}

impl<R: Read + Seek> CsvSheet<R> {
    /// The rows of a file that was looked at.
    pub fn new(file: R, looked: Looked) -> std::io::Result<Self> {
        let text = Text::new(file, looked)?;
        let separator = looked.separator;
        Ok(Self { reader: rows(separator).from_reader(text), last: 0, lines: 1, separator })
    }
}

impl<R: Read + Seek> Sheet for CsvSheet<R> {
    fn next(&mut self, record: &mut Cells) -> Result<Option<u32>, Problem> {
        // The reader's own line number is that of the empty lines it skipped, so lines are counted here.
        let before = self.reader.position().byte() as usize;
        let unread = |error: csv::Error| Problem::CannotRead { detail: error.to_string() };
        if !self.reader.read_byte_record(record).map_err(unread)? {
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

    /// A quote in the last row that is never closed: the file is not whole.
    fn at_end(&self) -> Option<(u32, Problem)> {
        // The reader takes the end of the text for the closing quote; a row put after it tells.
        let last = self.reader.get_ref().since(self.last);
        let text = [last, b"\nx"].concat();
        let rows = rows(self.separator).from_reader(&text[..]).into_byte_records().count();
        (rows == 1 && !last.is_empty()).then_some((self.lines, Problem::QuoteOpen))
    }
}

fn rows(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator).buffer_capacity(1 << 16);
    builder
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::import::encoding::look;
    use crate::import::sheet::cell;

    fn sheet(text: &str) -> CsvSheet<Cursor<&[u8]>> {
        let mut file = Cursor::new(text.as_bytes());
        let looked = look(&mut file).unwrap();
        CsvSheet::new(file, looked).unwrap()
    }

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut sheet = sheet(text);
        let mut record = Cells::new();
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
            let mut record = Cells::new();
            while sheet.next(&mut record).unwrap().is_some() {}
            sheet.at_end().map(|(line, _)| line)
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

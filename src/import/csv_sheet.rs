//! Text cut into rows of cells. This is the only user of the `csv` reader.

use std::io::{Read, Seek};

use csv::{Reader, ReaderBuilder};

use super::encoding::{Lines, Looked, Text};
use super::fault::Problem;
use super::sheet::{Cells, Sheet};

/// The rows of a text, each with the line on which it begins.
pub(super) struct CsvSheet<R> {
    reader: Reader<Text<R>>,
    /// Where the last row that was read begins: up to there lines were counted.
    last: usize,
    lines: Lines,
    first_line: u32,
    separator: u8,
}

impl<R: Read + Seek> CsvSheet<R> {
    /// The rows of a file that was looked at, with this separator.
    pub fn new(file: R, looked: &Looked, separator: u8) -> std::io::Result<Self> {
        let text = Text::new(file, looked)?;
        let reader = rows(separator).from_reader(text);
        let first_line = looked.first_line;
        Ok(Self { reader, last: 0, lines: Lines::default(), first_line, separator })
    }

    fn line(&self) -> u32 {
        self.first_line + self.lines.ended()
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
        self.lines.count(&text.since(self.last)[..begin - self.last]);
        self.last = begin;
        self.reader.get_mut().pass(begin);
        Ok(Some(self.line()))
    }

    /// A quote in the last row that is never closed, or a last row that is short and has no end: the file is not whole.
    fn at_end(&self, last_is_short: bool) -> Option<(u32, Problem)> {
        // The reader takes the end of the text for the closing quote; a row put after it tells.
        let last = self.reader.get_ref().since(self.last);
        let text = [last, b"\nx"].concat();
        let rows = rows(self.separator).from_reader(&text[..]).into_byte_records().count();
        if rows == 1 && !last.is_empty() {
            return Some((self.line(), Problem::QuoteOpen));
        }
        let ends = last.ends_with(b"\n") || last.ends_with(b"\r");
        (last_is_short && !ends).then_some((self.line(), Problem::CutOff))
    }
}

/// The first rows of a text, cut at this separator.
pub(super) fn first_rows(head: &[u8], separator: u8, most: usize) -> Vec<Cells> {
    rows(separator).from_reader(head).into_byte_records().flatten().take(most).collect()
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
    use crate::import::encoding::{Unicode, open};
    use crate::import::sheet::cell;

    fn sheet(text: &str) -> CsvSheet<Unicode<Cursor<&[u8]>>> {
        let (file, looked) = open(Cursor::new(text.as_bytes()), None).unwrap();
        CsvSheet::new(file, &looked, looked.separator).unwrap()
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
        for end in ["\n", "\r\n", "\r"] {
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
            sheet.at_end(false).map(|(line, _)| line)
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

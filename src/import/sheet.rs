//! Text cut into rows of cells. This is the only user of the `csv` reader.

use csv::{ByteRecord, Reader, ReaderBuilder};

/// The rows of a text, each with the line on which it begins.
pub(super) struct Sheet<'d> {
    text: &'d [u8],
    reader: Reader<&'d [u8]>,
    /// Up to where lines were counted, and how many there were.
    counted: usize,
    lines: u32,
    /// Where the last row that was read begins.
    last: usize,
    separator: u8,
}

impl<'d> Sheet<'d> {
    /// The rows of a text whose cells this separator parts.
    pub fn new(text: &'d [u8], separator: u8) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(separator);
        let reader = builder.from_reader(text);
        Self { text, reader, counted: 0, lines: 1, last: 0, separator }
    }

    /// Reads the next row that is not an empty line, and gives its line; none at the end.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u32>, csv::Error> {
        // The reader's own line number is that of the empty lines it skipped, so lines are counted here.
        let mut begin = self.reader.position().byte() as usize;
        while self.text.get(begin).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            begin += 1;
        }
        if !self.reader.read_byte_record(record)? {
            return Ok(None);
        }
        let passed = &self.text[self.counted..begin];
        self.lines += passed.iter().filter(|byte| **byte == b'\n').count() as u32;
        (self.counted, self.last) = (begin, begin);
        Ok(Some(self.lines))
    }

    /// The line of the last row, if a quote in it is never closed: the file is not whole.
    pub fn open_quote(&self) -> Option<u32> {
        // The reader takes the end of the text for the closing quote; a row put after it tells.
        let mut last = self.text[self.last..].to_vec();
        last.extend_from_slice(b"\nx");
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(self.separator);
        let rows = builder.from_reader(&last[..]).into_byte_records().count();
        (rows == 1 && !self.text[self.last..].is_empty()).then_some(self.lines)
    }
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
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut sheet = Sheet::new(text.as_bytes(), b',');
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
            let mut sheet = Sheet::new(text.as_bytes(), b',');
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
    fn the_sign_before_a_would_be_formula_is_dropped() {
        assert_eq!(rows("'=1+1, '-x ,'x,''=y")[0].1, ["=1+1", "-x", "'x", "'=y"]);
    }
}

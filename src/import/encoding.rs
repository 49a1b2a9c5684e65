//! From the bytes of a file to text that can be cut into cells: what the file is, looked at from its beginning to its end
//! before any row is read. Files can be large, so none is held in memory.

use std::hash::Hasher;
use std::io::{Read, Seek, SeekFrom};

use twox_hash::XxHash3_64;

use super::Problem;

const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// A file that is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Looked {
    /// Whichever of `,`, `;` and TAB the first line with anything on it has most of, outside quotes.
    pub separator: u8,
    /// How long its byte order mark is.
    mark: usize,
    /// Over all its bytes.
    digest: u64,
}

/// Looks at a file, or says what is wrong and on which line.
pub(super) fn look(file: &mut (impl Read + Seek)) -> Result<Looked, (Problem, Option<u32>)> {
    let unread = |error: std::io::Error| (Problem::CannotRead { detail: error.to_string() }, None);
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    let mut block = vec![0; 1 << 16];
    let mut digest = XxHash3_64::default();
    let mut separator = Separator::default();
    let (mut mark, mut lines, mut blank, mut begun) = (0, 1, true, false);
    loop {
        let length = fill(file, &mut block).map_err(unread)?;
        let mut bytes = &block[..length];
        digest.write(bytes);
        if !begun {
            begun = true;
            if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
                return Err((Problem::NotUtf8 { utf16: true }, None));
            }
            if let Some(text) = bytes.strip_prefix(BYTE_ORDER_MARK) {
                (mark, bytes) = (BYTE_ORDER_MARK.len(), text);
            }
        }
        let newlines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count() as u32;
        if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
            return Err((Problem::Binary, Some(lines + newlines(&bytes[..at]))));
        }
        lines += newlines(bytes);
        blank = blank && bytes.iter().all(u8::is_ascii_whitespace);
        separator.count(bytes);
        if length < block.len() {
            break;
        }
    }
    if blank {
        Err((Problem::EmptyFile, None))
    } else {
        Ok(Looked { separator: separator.most(), mark, digest: digest.finish() })
    }
}

/// Fills the block as far as the file goes.
fn fill(file: &mut impl Read, block: &mut [u8]) -> std::io::Result<usize> {
    let mut length = 0;
    while length < block.len() {
        match file.read(&mut block[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

/// How often each separator stands in the first line.
#[derive(Default)]
struct Separator {
    counts: [usize; 3],
    quoted: bool,
    begun: bool,
    ended: bool,
}

impl Separator {
    const SIGNS: [u8; 3] = *b",;\t";

    fn count(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.ended {
                return;
            }
            match byte {
                b'\r' | b'\n' if !self.quoted => self.ended = self.begun,
                b'"' => self.quoted = !self.quoted,
                byte if !self.quoted => {
                    let at = Self::SIGNS.iter().position(|sign| sign == byte);
                    at.into_iter().for_each(|at| self.counts[at] += 1);
                }
                _ => {}
            }
            self.begun |= !matches!(byte, b'\r' | b'\n');
        }
    }

    fn most(&self) -> u8 {
        let mut best = 0;
        for (at, count) in self.counts.iter().enumerate() {
            if *count > self.counts[best] {
                best = at;
            }
        }
        Self::SIGNS[best]
    }
}

/// A file that was looked at, read again without its byte order mark. What was read last can be seen once more.
pub(super) struct Text<R> {
    file: R,
    digest: XxHash3_64,
    looked: Looked,
    seen: Vec<u8>,
    /// Where in the text `seen` begins.
    from: usize,
}

impl<R: Read + Seek> Text<R> {
    pub fn new(mut file: R, looked: Looked) -> std::io::Result<Self> {
        file.seek(SeekFrom::Start(0))?;
        let mut mark = vec![0; looked.mark];
        file.read_exact(&mut mark)?;
        let mut digest = XxHash3_64::default();
        digest.write(&mark);
        Ok(Self { file, digest, looked, seen: Vec::new(), from: 0 })
    }
}

impl<R> Text<R> {
    /// What was read since this place.
    pub fn since(&self, at: usize) -> &[u8] {
        &self.seen[(at - self.from).min(self.seen.len())..]
    }

    /// What stands before this place will not be asked for again.
    pub fn pass(&mut self, at: usize) {
        // Now and then, not for every row.
        if at - self.from > self.seen.len() / 2 {
            self.seen.drain(..(at - self.from).min(self.seen.len()));
            self.from = at;
        }
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, block: &mut [u8]) -> std::io::Result<usize> {
        let length = self.file.read(block)?;
        if length == 0 && !block.is_empty() && self.digest.finish() != self.looked.digest {
            return Err(std::io::Error::other("the file changed while it was read"));
        }
        self.digest.write(&block[..length]);
        self.seen.extend_from_slice(&block[..length]);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn look_at(bytes: &[u8]) -> Result<Looked, (Problem, Option<u32>)> {
        look(&mut Cursor::new(bytes))
    }

    fn read(looked: Looked, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut read = Vec::new();
        Text::new(Cursor::new(bytes), looked)?.read_to_end(&mut read)?;
        Ok(read)
    }

    #[test]
    fn the_separator_is_counted_in_the_first_line_outside_quotes() {
        let separator = |bytes| look_at(bytes).unwrap().separator;
        assert_eq!(separator(b"a,b,c\n1;2;3;4;5"), b',');
        assert_eq!(separator(b"\r\na;b\r\n"), b';');
        assert_eq!(separator(b"a\tb\tc,d\n"), b'\t');
        assert_eq!(separator(b"\"a,b,\nc\";d\n,,,"), b';');
        assert_eq!(separator(b"alone\n"), b',');
    }

    #[test]
    fn a_byte_order_mark_is_dropped_and_other_encodings_are_named() {
        let marked = b"\xef\xbb\xbfa";
        assert_eq!(read(look_at(marked).unwrap(), marked).unwrap(), b"a");
        assert_eq!(look_at(b"\xff\xfea\0"), Err((Problem::NotUtf8 { utf16: true }, None)));
        assert_eq!(look_at(b"a\nb\0"), Err((Problem::Binary, Some(2))));
        assert_eq!(look_at(b"\xef\xbb\xbf \r\n"), Err((Problem::EmptyFile, None)));
    }

    #[test]
    fn a_file_longer_than_a_block_is_looked_at_to_its_end() {
        let mut long = b"a,b\n".repeat(100_000);
        assert_eq!(read(look_at(&long).unwrap(), &long).unwrap(), long);
        long.push(0);
        assert_eq!(look_at(&long), Err((Problem::Binary, Some(100_001))));
        assert_eq!(look_at(&b"\n".repeat(100_000)), Err((Problem::EmptyFile, None)));
    }

    #[test]
    fn a_file_that_changes_before_its_rows_are_read_is_an_error() {
        let looked = look_at(b"a,b\n1,2\n").unwrap();
        for other in [&b"a,b\n1,3\n"[..], b"a,b\n1,2\n1,2\n", b"a,b\n", b""] {
            assert!(read(looked, other).is_err(), "{other:?}");
        }
    }
}

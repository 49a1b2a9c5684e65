//! From the bytes of a file to text that can be cut into cells: what the file is, looked at from its beginning to its end
//! before any row is read. Files can be large, so none is held in memory.

use std::hash::Hasher;
use std::io::{Cursor, Read, Seek, SeekFrom};

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use twox_hash::XxHash3_64;

use super::Problem;
use super::old_encoding::{encoding_of, is_unicode, read, western};
use crate::domain::OldEncoding;

const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// The largest file that is turned into Unicode, in bytes.
const LARGEST_TURNED: u64 = 256 << 20;
/// How much of a file is looked at to find out its encoding.
const LOOKED_AT: usize = 1 << 20;
/// How much of a text is looked at to find its headings.
const HEAD: usize = 1 << 16;

/// A file that is text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looked {
    /// Whichever of `,`, `;` and TAB the first line with anything on it has most of, outside quotes; or that of `sep=;`.
    pub separator: u8,
    /// The first lines.
    pub head: Vec<u8>,
    /// Whether a line says which separator it is.
    pub separator_is_said: bool,
    /// How long what is left aside before the text is: its byte order mark, and a line `sep=;`.
    aside: usize,
    /// The number of its first line.
    pub first_line: u32,
    /// Over all its bytes.
    digest: u64,
}

/// A file whose bytes are UTF-8: as it lies there, or turned into Unicode.
pub(super) enum Unicode<R> {
    AsItIs(R),
    Turned(Cursor<Vec<u8>>),
}

impl<R: Read + Seek> Read for Unicode<R> {
    fn read(&mut self, block: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::AsItIs(file) => file.read(block),
            Self::Turned(text) => text.read(block),
        }
    }
}

impl<R: Read + Seek> Seek for Unicode<R> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        match self {
            Self::AsItIs(file) => file.seek(to),
            Self::Turned(text) => text.seek(to),
        }
    }
}

/// What is wrong, and on which line.
type Wrong = (Problem, Option<u32>);

fn unread(error: std::io::Error) -> Wrong {
    (Problem::CannotRead { detail: error.to_string() }, None)
}

/// Looks at a file and makes Unicode of it: UTF-16 by its mark, and what is of an old encoding if it is said which.
pub(super) fn open<R: Read + Seek>(
    mut file: R,
    said: Option<OldEncoding>,
) -> Result<(Unicode<R>, Looked), Wrong> {
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    let mut mark = [0; 2];
    let length = fill(&mut file, &mut mark).map_err(unread)?;
    let utf16 = match &mark[..length] {
        [0xff, 0xfe] => Some(UTF_16LE),
        [0xfe, 0xff] => Some(UTF_16BE),
        _ => None,
    };
    let turned = match utf16 {
        Some(encoding) => Some(turned(&mut file, |bytes| utf16_text(encoding, bytes))?),
        None => None,
    };
    let mut file = turned.map_or(Unicode::AsItIs(file), Unicode::Turned);
    match (look(&mut file), said) {
        (Err((Problem::NotUnicode { .. }, line)), None) => {
            let found = encoding_of(&western(&beginning(&mut file).map_err(unread)?));
            Err((Problem::NotUnicode { found }, line))
        }
        (Err((Problem::NotUnicode { .. }, _)), Some(said)) => {
            let text = turned_from(&mut file, said, |bytes| Some(western(bytes)))?;
            let mut text = Unicode::Turned(text);
            let looked = look(&mut text)?;
            Ok((text, looked))
        }
        (Ok(looked), Some(said)) => {
            // The signs of an old encoding may have been kept as letters of Unicode; where there are others, it is Unicode.
            let beginning = beginning(&mut file).map_err(unread)?;
            let text = String::from_utf8_lossy(&beginning);
            if is_unicode(&text) {
                return Ok((file, looked));
            }
            let as_text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
            let mut text = Unicode::Turned(turned_from(&mut file, said, as_text)?);
            let looked = look(&mut text)?;
            Ok((text, looked))
        }
        (looked, _) => looked.map(|looked| (file, looked)),
    }
}

fn utf16_text(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Problem> {
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    if broken { Err(Problem::Binary) } else { Ok(text.into_owned()) }
}

/// The file in the encoding that is said to be its own, if it is.
fn turned_from(
    file: &mut (impl Read + Seek),
    said: OldEncoding,
    western: impl Fn(&[u8]) -> Option<String>,
) -> Result<Cursor<Vec<u8>>, Wrong> {
    turned(file, |bytes| {
        let western = western(bytes).ok_or(Problem::Binary)?;
        match encoding_of(&western) {
            Some(found) if found != said => {
                Err(Problem::OtherEncoding { said, found: Some(found) })
            }
            None if !western.is_ascii() => Err(Problem::OtherEncoding { said, found: None }),
            Some(_) | None => Ok(read(&western, said)),
        }
    })
}

fn turned(
    file: &mut (impl Read + Seek),
    turn: impl FnOnce(&[u8]) -> Result<String, Problem>,
) -> Result<Cursor<Vec<u8>>, Wrong> {
    let length = file.seek(SeekFrom::End(0)).map_err(unread)?;
    if length > LARGEST_TURNED {
        return Err((Problem::TooLarge { most: LARGEST_TURNED }, None));
    }
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(unread)?;
    let text = turn(&bytes).map_err(|problem| (problem, None))?;
    Ok(Cursor::new(text.into_bytes()))
}

fn beginning(file: &mut (impl Read + Seek)) -> std::io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = vec![0; LOOKED_AT];
    let length = fill(file, &mut bytes)?;
    bytes.truncate(length);
    Ok(bytes)
}

/// Looks at a file, or says what is wrong and on which line.
fn look(file: &mut (impl Read + Seek)) -> Result<Looked, Wrong> {
    file.seek(SeekFrom::Start(0)).map_err(unread)?;
    let mut block = vec![0; 1 << 16];
    let mut digest = XxHash3_64::default();
    let mut separator = Separator::default();
    let (mut aside, mut lines, mut blank, mut said) = (0, Lines::default(), true, None);
    let mut head: Option<Vec<u8>> = None;
    // What a block ends with of a character that is not whole.
    let mut kept = 0;
    loop {
        let length = kept + fill(file, &mut block[kept..]).map_err(unread)?;
        let is_last = length < block.len();
        let mut bytes = &block[..length];
        digest.write(&bytes[kept..]);
        if head.is_none() {
            if let Some(text) = bytes.strip_prefix(BYTE_ORDER_MARK) {
                (aside, bytes) = (BYTE_ORDER_MARK.len(), text);
            }
            if let Some((sign, length)) = separator_line(bytes) {
                said = Some(sign);
                (aside, bytes) = (aside + length, &bytes[length..]);
            }
            head = Some(bytes[..bytes.len().min(HEAD)].to_vec());
        }
        if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
            lines.count(&bytes[..at]);
            return Err((Problem::Binary, Some(lines.number(said.is_some()))));
        }
        let whole = match std::str::from_utf8(bytes) {
            Ok(_) => bytes.len(),
            // A character may go on in the next block.
            Err(error) if error.error_len().is_none() && !is_last => error.valid_up_to(),
            Err(error) => {
                lines.count(&bytes[..error.valid_up_to()]);
                let line = Some(lines.number(said.is_some()));
                return Err((Problem::NotUnicode { found: None }, line));
            }
        };
        let (text, rest) = bytes.split_at(whole);
        lines.count(text);
        blank = blank && text.iter().all(u8::is_ascii_whitespace);
        separator.count(text);
        if is_last {
            break;
        }
        kept = rest.len();
        block.copy_within(length - kept..length, 0);
    }
    if blank {
        return Err((Problem::EmptyFile, None));
    }
    Ok(Looked {
        separator: said.unwrap_or(separator.most()),
        head: head.unwrap_or_default(),
        separator_is_said: said.is_some(),
        aside,
        first_line: 1 + u32::from(said.is_some()),
        digest: digest.finish(),
    })
}

/// The separator that a first line `sep=;` says, and how long that line is.
fn separator_line(bytes: &[u8]) -> Option<(u8, usize)> {
    let rest =
        bytes.get(..4).filter(|start| start.eq_ignore_ascii_case(b"sep=")).map(|_| &bytes[4..])?;
    let [sign, rest @ ..] = rest else { return None };
    let end = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return None,
    };
    Separator::SIGNS.contains(sign).then_some((*sign, 5 + end))
}

/// Lines as they are counted: each ends with CRLF, LF or CR.
#[derive(Debug, Default)]
pub(super) struct Lines {
    ended: u32,
    after_return: bool,
}

impl Lines {
    /// Counts the ends of lines in what comes next.
    pub fn count(&mut self, bytes: &[u8]) {
        let number = |sign: u8| bytes.iter().filter(|byte| **byte == sign).count() as u32;
        let (returns, feeds) = (number(b'\r'), number(b'\n'));
        self.ended += returns + feeds;
        // Lines of most files end with LF alone.
        if returns > 0 || self.after_return {
            let pairs = bytes.windows(2).filter(|pair| pair == b"\r\n").count() as u32;
            let begun = u32::from(self.after_return && bytes.first() == Some(&b'\n'));
            self.ended -= pairs + begun;
            self.after_return = bytes.last().map_or(self.after_return, |last| *last == b'\r');
        }
    }

    /// How many have ended.
    pub fn ended(&self) -> u32 {
        self.ended
    }

    /// The line on which what comes next stands.
    fn number(&self, after_separator_line: bool) -> u32 {
        1 + self.ended + u32::from(after_separator_line)
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
pub(super) struct Separator {
    counts: [usize; 3],
    quoted: bool,
    begun: bool,
    ended: bool,
}

impl Separator {
    pub(super) const SIGNS: [u8; 3] = *b",;\t";

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
    /// The digest of the file when it was looked at.
    looked: u64,
    seen: Vec<u8>,
    /// Where in the text `seen` begins.
    from: usize,
}

impl<R: Read + Seek> Text<R> {
    pub fn new(mut file: R, looked: &Looked) -> std::io::Result<Self> {
        file.seek(SeekFrom::Start(0))?;
        let mut aside = vec![0; looked.aside];
        file.read_exact(&mut aside)?;
        let mut digest = XxHash3_64::default();
        digest.write(&aside);
        Ok(Self { file, digest, looked: looked.digest, seen: Vec::new(), from: 0 })
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
        if length == 0 && !block.is_empty() && self.digest.finish() != self.looked {
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

    fn look_at(bytes: &[u8]) -> Result<Looked, Wrong> {
        look(&mut Cursor::new(bytes))
    }

    fn read(looked: &Looked, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        let mut read = Vec::new();
        Text::new(Cursor::new(bytes), looked)?.read_to_end(&mut read)?;
        Ok(read)
    }

    /// The text of a file, whatever its encoding.
    fn text(bytes: &[u8], said: Option<OldEncoding>) -> Result<String, Wrong> {
        let (file, looked) = open(Cursor::new(bytes), said)?;
        let mut read = String::new();
        Text::new(file, &looked).unwrap().read_to_string(&mut read).unwrap();
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
    fn a_byte_order_mark_is_dropped_and_what_is_no_text_is_named() {
        let marked = b"\xef\xbb\xbfa";
        assert_eq!(read(&look_at(marked).unwrap(), marked).unwrap(), b"a");
        assert_eq!(look_at(b"a\nb\0"), Err((Problem::Binary, Some(2))));
        assert_eq!(look_at(b"\xef\xbb\xbf \r\n"), Err((Problem::EmptyFile, None)));
    }

    #[test]
    fn a_file_longer_than_a_block_is_looked_at_to_its_end() {
        let mut long = b"a,b\n".repeat(100_000);
        assert_eq!(read(&look_at(&long).unwrap(), &long).unwrap(), long);
        long.push(0);
        assert_eq!(look_at(&long), Err((Problem::Binary, Some(100_001))));
        assert_eq!(look_at(&b"\n".repeat(100_000)), Err((Problem::EmptyFile, None)));
    }

    #[test]
    fn a_file_that_changes_before_its_rows_are_read_is_an_error() {
        let looked = look_at(b"a,b\n1,2\n").unwrap();
        for other in [&b"a,b\n1,3\n"[..], b"a,b\n1,2\n1,2\n", b"a,b\n", b""] {
            assert!(read(&looked, other).is_err(), "{other:?}");
        }
    }

    #[test]
    fn utf_16_is_read_by_its_mark() {
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let units = "\u{feff}Mã;Tên\r\nP1;Xã".encode_utf16();
            let bytes: Vec<u8> = units.flat_map(bytes).collect();
            assert_eq!(text(&bytes, None).unwrap(), "Mã;Tên\r\nP1;Xã");
        }
    }

    #[test]
    fn a_line_that_says_the_separator_is_left_aside() {
        for (bytes, said) in [("sep=;\r\na;b,c,d", b';'), ("\u{feff}SEP=,\na;b,c", b',')] {
            let looked = look_at(bytes.as_bytes()).unwrap();
            assert_eq!((looked.separator, looked.first_line), (said, 2));
            assert!(text(bytes.as_bytes(), None).unwrap().starts_with("a;b"));
        }
        assert_eq!(look_at(b"sep=x\na").unwrap().first_line, 1);
    }

    #[test]
    fn what_is_not_unicode_is_found_wherever_it_stands() {
        let mut long = "M\u{e3},b\r\n".repeat(30_000).into_bytes();
        assert!(look_at(&long).is_ok());
        long.extend(b"Nguy\xd4n V\xa8n,x\n");
        let wrong = text(&long, None).unwrap_err();
        assert_eq!(wrong, (Problem::NotUnicode { found: None }, Some(30_001)));
        let wrong = text(b"a\rb\rNguy\xd4n V\xa8n,x\r", None).unwrap_err();
        assert_eq!(wrong, (Problem::NotUnicode { found: Some(OldEncoding::Tcvn3) }, Some(3)));
    }

    #[test]
    fn an_old_encoding_that_is_said_is_read_in_its_bytes_and_kept_as_unicode() {
        let bytes = b"code;full_name\nA1;Nguy\xd4n V\xa8n M\xc9u\n";
        let read = "code;full_name\nA1;Nguyễn Văn Mẫu\n";
        assert_eq!(text(bytes, Some(OldEncoding::Tcvn3)).unwrap(), read);
        assert_eq!(text(western(bytes).as_bytes(), Some(OldEncoding::Tcvn3)).unwrap(), read);
        assert_eq!(text(read.as_bytes(), Some(OldEncoding::Vni)).unwrap(), read);
        let (wrong, _) = text(bytes, Some(OldEncoding::Vni)).unwrap_err();
        let found = Some(OldEncoding::Tcvn3);
        assert_eq!(wrong, Problem::OtherEncoding { said: OldEncoding::Vni, found });
    }
}

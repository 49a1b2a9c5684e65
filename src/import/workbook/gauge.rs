//! How large, deep and crowded the XML of a workbook is: looked at byte by byte, before it is given to a reader that
//! holds whatever it is given and believes every number that stands in it.
//!
//! Only what spreadsheets write is let pass: no comments, no CDATA, no entities declared, UTF-8 alone. So there is no
//! second way to read what was looked at.

/// The longest text between two tags. A cell has at most 32,767 characters.
const LONGEST_TEXT: usize = 1 << 20;
/// The longest tag.
const LONGEST_TAG: usize = 1 << 16;
/// So deep nothing is nested in a workbook.
const DEEPEST: usize = 64;

/// What stands in parts of a workbook, counted.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub elements: usize,
    pub strings: usize,
    pub sheets: usize,
    pub merged: usize,
    pub formulas: usize,
    pub longest_tag: usize,
}

/// XML under way.
#[derive(Default)]
pub(super) struct Gauge {
    pub counts: Counts,
    depth: usize,
    /// How long the text is that is under way.
    text: usize,
    /// The tag that is under way, without its `<`.
    tag: Option<Vec<u8>>,
    /// The quote in which the tag is.
    quote: Option<u8>,
}

/// The XML is not such as a spreadsheet writes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Strange;

impl Gauge {
    /// Looks at the next bytes.
    pub fn feed(&mut self, mut bytes: &[u8]) -> Result<(), Strange> {
        while !bytes.is_empty() {
            bytes = match self.tag.take() {
                None => self.feed_text(bytes)?,
                Some(tag) => self.feed_tag(tag, bytes)?,
            };
        }
        Ok(())
    }

    /// Whether the XML is whole.
    pub fn is_whole(&self) -> bool {
        self.depth == 0 && self.tag.is_none() && self.counts.elements > 0
    }

    fn feed_text<'b>(&mut self, bytes: &'b [u8]) -> Result<&'b [u8], Strange> {
        let end = bytes.iter().position(|byte| matches!(byte, b'<' | 0));
        let end = end.unwrap_or(bytes.len());
        self.text += end;
        if self.text > LONGEST_TEXT || bytes.get(end) == Some(&0) {
            return Err(Strange);
        }
        if end == bytes.len() {
            return Ok(&[]);
        }
        self.text = 0;
        self.tag = Some(Vec::new());
        Ok(&bytes[end + 1..])
    }

    fn feed_tag<'b>(&mut self, mut tag: Vec<u8>, bytes: &'b [u8]) -> Result<&'b [u8], Strange> {
        for (at, byte) in bytes.iter().enumerate() {
            match (self.quote, byte) {
                (_, b'<' | 0) => return Err(Strange),
                (None, b'>') => {
                    tag.extend_from_slice(&bytes[..at]);
                    self.end_tag(&tag)?;
                    return Ok(&bytes[at + 1..]);
                }
                (None, b'"' | b'\'') => self.quote = Some(*byte),
                (Some(quote), byte) if quote == *byte => self.quote = None,
                _ => {}
            }
        }
        tag.extend_from_slice(bytes);
        if tag.len() > LONGEST_TAG {
            return Err(Strange);
        }
        self.tag = Some(tag);
        Ok(&[])
    }

    fn end_tag(&mut self, tag: &[u8]) -> Result<(), Strange> {
        self.counts.longest_tag = self.counts.longest_tag.max(tag.len());
        match tag.first() {
            Some(b'?') => return if is_usual(tag) { Ok(()) } else { Err(Strange) },
            Some(b'/') => {
                if tag.contains(&b'"') || tag.contains(&b'\'') {
                    return Err(Strange);
                }
                self.depth = self.depth.checked_sub(1).ok_or(Strange)?;
                return Ok(());
            }
            Some(b'!') | None => return Err(Strange),
            Some(_) => {}
        }
        if tag.len() > LONGEST_TAG {
            return Err(Strange);
        }
        if tag.last() != Some(&b'/') {
            self.depth += 1;
        }
        if self.depth > DEEPEST {
            return Err(Strange);
        }
        self.counts.elements += 1;
        self.count(tag)
    }

    fn count(&mut self, tag: &[u8]) -> Result<(), Strange> {
        let name = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next();
        let local = name.and_then(|name| name.rsplit(|byte| *byte == b':').next());
        let counted = match local.unwrap_or_default() {
            b"si" => &mut self.counts.strings,
            b"sheet" => &mut self.counts.sheets,
            b"mergeCell" => &mut self.counts.merged,
            b"f" => &mut self.counts.formulas,
            b"c" | b"row" | b"dimension" => {
                return if is_placed(tag) { Ok(()) } else { Err(Strange) };
            }
            b"sst" => return if is_counted(tag) { Ok(()) } else { Err(Strange) },
            b"Relationship" => return if is_related(tag) { Ok(()) } else { Err(Strange) },
            _ => return Ok(()),
        };
        *counted += 1;
        if is_placed(tag) { Ok(()) } else { Err(Strange) }
    }
}

/// Whether it is the first line of an XML file, in UTF-8.
fn is_usual(tag: &[u8]) -> bool {
    let encodings = attributes(tag).filter(|(key, _)| *key == b"encoding");
    let mut utf8 = encodings.map(|(_, value)| value.eq_ignore_ascii_case(b"utf-8"));
    tag.last() == Some(&b'?') && utf8.all(|utf8| utf8)
}

/// Whether the places in a tag are such as there are in a sheet: `F7`, `A1:F7`, and in a row its number.
fn is_placed(tag: &[u8]) -> bool {
    attributes(tag).filter(|(key, _)| matches!(*key, b"r" | b"ref")).all(|(_, value)| {
        let mut corners = value.split(|byte| *byte == b':').map(corner);
        match (corners.next(), corners.next(), corners.next()) {
            (Some(Some(_)), None, None) => true,
            (Some(Some(first)), Some(Some(last)), None) => first.0 <= last.0 && first.1 <= last.1,
            _ => false,
        }
    })
}

/// Column and row of `F7`; a row alone is in no column.
fn corner(text: &[u8]) -> Option<(u32, u32)> {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = text.split_at(letters);
    let is_number = (1..=7).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    if letters.len() > 3 || !is_number {
        return None;
    }
    let column = letters
        .iter()
        .fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = digits.iter().fold(0, |row, digit| row * 10 + u32::from(digit - b'0'));
    (row > 0).then_some((column, row))
}

/// Whether the numbers of a list of texts are such as it may have: they are taken for granted by who reads it.
fn is_counted(tag: &[u8]) -> bool {
    attributes(tag)
        .filter(|(key, _)| *key == b"uniqueCount")
        .all(|(_, value)| value.len() <= 6 && value.iter().all(u8::is_ascii_digit))
}

/// Whether what a workbook says where its parts are is where they were looked for.
fn is_related(tag: &[u8]) -> bool {
    let value = |wanted: &[u8]| {
        let mut found = attributes(tag).filter(|(key, _)| *key == wanted).map(|(_, value)| value);
        (found.next().unwrap_or_default(), found.next().is_none())
    };
    let ((kind, one_kind), (target, one_target)) = (value(b"Type"), value(b"Target"));
    let target = String::from_utf8_lossy(target).to_ascii_lowercase();
    let file = target.rsplit('/').next().unwrap_or_default();
    let right = if kind.ends_with(b"/officeDocument") {
        file.starts_with("workbook") && file.ends_with(".xml")
    } else if kind.ends_with(b"/worksheet") {
        target.contains("worksheets/") && file.ends_with(".xml")
    } else {
        true
    };
    right && one_kind && one_target && !kind.contains(&b'&')
}

/// The attributes of a tag.
fn attributes(tag: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        let equals = rest.iter().position(|byte| *byte == b'=')?;
        let key = rest[..equals].trim_ascii_end();
        let begin = key.iter().rposition(u8::is_ascii_whitespace).map_or(0, |at| at + 1);
        let key = &key[begin..];
        let value = rest[equals + 1..].trim_ascii_start();
        let (quote, value) = value.split_first()?;
        let end = value.iter().position(|byte| byte == quote)?;
        rest = &value[end + 1..];
        Some((key, &value[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gauge(text: &str) -> Result<Gauge, Strange> {
        // Whatever is cut in two is the same.
        let mut gauge = Gauge::default();
        for piece in text.as_bytes().chunks(3) {
            gauge.feed(piece)?;
        }
        Ok(gauge)
    }

    #[test]
    fn what_a_spreadsheet_writes_is_counted() {
        let sheet = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet><dimension ref=\"A1:C9\"/>\
             <sheetData><row r=\"1\"><c r=\"A1\" t='s'><f>A2&gt;1</f><v>0</v></c></row></sheetData>\
             <mergeCells count=\"1\"><mergeCell ref=\"A1:A9\"/></mergeCells></worksheet>";
        let gauge = gauge(sheet).unwrap();
        assert!(gauge.is_whole());
        let Counts { elements, merged, formulas, .. } = gauge.counts;
        assert_eq!((elements, merged, formulas), (9, 1, 1));
    }

    #[test]
    fn what_no_spreadsheet_writes_is_strange() {
        let deep = "<a>".repeat(100);
        let long = format!("<a>{}", "x".repeat(LONGEST_TEXT + 1));
        let wide = format!("<a b=\"{}\">", "x".repeat(LONGEST_TAG + 1));
        for text in [
            "<!DOCTYPE x [<!ENTITY y \"z\">]>",
            "<a><!-- <c r=\"A1\"> --></a>",
            "<a><![CDATA[x]]></a>",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
            "</a>",
            "<a b=\"<\"/>",
            "<c r=\"AAAA1\"/>",
            "<c r=\"A99999999\"/>",
            "<c r=\"A0\"/>",
            "<x:c r=\"1A\"/>",
            "<mergeCell ref=\"B2:A1\"/>",
            "<dimension ref=\"A1:B2:C3\"/>",
            "<sst uniqueCount=\"18446744073709551615\"/>",
            "<Relationship Type=\"x/worksheet\" Target=\"media/image1.png\"/>",
            "<Relationship Type=\"x/officeDocument\" Target=\"xl/big.xml\"/>",
            "a\0",
            &deep,
            &long,
            &wide,
        ] {
            assert!(gauge(text).is_err(), "{:.40}", text);
        }
    }

    #[test]
    fn xml_that_ends_early_is_not_whole() {
        for text in ["", "<a", "<a>", "<a><b/>"] {
            assert!(!gauge(text).unwrap().is_whole(), "{text}");
        }
    }
}

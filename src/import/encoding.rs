//! From the bytes of a file to text that can be cut into cells.

use super::Problem;

/// The text without a byte order mark, or what is wrong and on which line.
pub(super) fn text(bytes: &[u8]) -> Result<&[u8], (Problem, Option<u32>)> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err((Problem::NotUtf8 { utf16: true }, None));
    }
    let text = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if let Some(at) = text.iter().position(|byte| *byte == 0) {
        let before = text[..at].iter().filter(|byte| **byte == b'\n').count();
        return Err((Problem::Binary, Some(before as u32 + 1)));
    }
    match text.iter().all(u8::is_ascii_whitespace) {
        true => Err((Problem::EmptyFile, None)),
        false => Ok(text),
    }
}

/// The separator: whichever of `,`, `;` and TAB the first line with anything on it has most of, outside quotes.
pub(super) fn separator(text: &[u8]) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    let start = text.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(0);
    for byte in &text[start..] {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if quoted => {}
            byte => {
                counts.iter_mut().filter(|(sign, _)| sign == byte).for_each(|(_, n)| *n += 1);
            }
        }
    }
    let mut best = counts[0];
    for other in counts {
        if other.1 > best.1 {
            best = other;
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_counted_in_the_first_line_outside_quotes() {
        assert_eq!(separator(b"a,b,c\n1;2;3;4;5"), b',');
        assert_eq!(separator(b"a;b\r\n"), b';');
        assert_eq!(separator(b"a\tb\tc,d\n"), b'\t');
        assert_eq!(separator(b"\"a,b,c\";d\n"), b';');
        assert_eq!(separator(b"alone\n"), b',');
    }

    #[test]
    fn a_byte_order_mark_is_dropped_and_other_encodings_are_named() {
        assert_eq!(text(b"\xef\xbb\xbfa"), Ok(&b"a"[..]));
        assert_eq!(text(b"\xff\xfea\0"), Err((Problem::NotUtf8 { utf16: true }, None)));
        assert_eq!(text(b"a\nb\0"), Err((Problem::Binary, Some(2))));
        assert_eq!(text(b"\xef\xbb\xbf \r\n"), Err((Problem::EmptyFile, None)));
    }
}

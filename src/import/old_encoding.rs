//! Text of before Unicode: TCVN3 (the fonts .VnTime), VNI (VNI-Times) and Windows-1258. Their signs look like others of
//! Western Europe wherever the font is not known; here they become Vietnamese letters.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

use super::syllable::syllables;
use crate::domain::{Keyword, OldEncoding};

/// The letters of TCVN 5712:1993, set VN3, from 0xA1 on; `.` where there is none.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";

/// The signs of VNI for Windows that are letters by themselves.
const VNI_LETTERS: [(char, char); 7] =
    [('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// Those that stand behind a vowel: what they put on it.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// The bytes of a file as the signs of Western Europe that they would be without the font.
pub(super) fn western(bytes: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

/// Western signs as the letters that they stand for.
pub(super) fn read(western: &str, encoding: OldEncoding) -> String {
    match encoding {
        OldEncoding::Tcvn3 => western.chars().map(tcvn3).collect(),
        OldEncoding::Vni => vni(western),
        OldEncoding::Windows1258 => {
            let (bytes, _, _) = WINDOWS_1252.encode(western);
            WINDOWS_1258.decode_without_bom_handling(&bytes).0.nfc().collect()
        }
    }
}

fn tcvn3(c: char) -> char {
    let at = (c as usize).checked_sub(0xa1);
    let letter = at.and_then(|at| TCVN3.chars().nth(at)).filter(|letter| *letter != '.');
    letter.unwrap_or(c)
}

fn vni(western: &str) -> String {
    let mut read = String::with_capacity(western.len());
    let mut vowel = false;
    for c in western.chars() {
        let low = c.to_lowercase().next().unwrap_or(c);
        let mark = VNI_MARKS.iter().find(|(sign, _)| *sign == low).filter(|_| vowel);
        if let Some((_, mark)) = mark {
            read.push_str(mark);
            vowel = false;
            continue;
        }
        let letter = VNI_LETTERS.iter().find(|(sign, _)| *sign == low).map(|(_, letter)| *letter);
        vowel = matches!(letter.unwrap_or(low), 'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư');
        match letter {
            Some(letter) if c.is_uppercase() => read.extend(letter.to_uppercase()),
            Some(letter) => read.push(letter),
            None => read.push(c),
        }
    }
    read.nfc().collect()
}

/// Whether a text is Unicode already: it has a letter that only Vietnamese has, or its words are Vietnamese as they stand.
pub(super) fn is_unicode(text: &str) -> bool {
    let (as_it_stands, all) = syllables(text);
    as_it_stands == all || has_letters_of_unicode(text)
}

fn has_letters_of_unicode(text: &str) -> bool {
    let only = |c: char| {
        matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư')
    };
    text.chars().any(only)
}

/// The encoding in which western signs are Vietnamese words: nearly all of them, and more than as they stand.
pub(super) fn encoding_of(western: &str) -> Option<OldEncoding> {
    let (as_it_stands, all) = syllables(western);
    // Nearly all names: they are Vietnamese as they stand.
    if as_it_stands == all {
        return None;
    }
    let tried = OldEncoding::ALL.iter().map(|encoding| {
        let (good, all) = syllables(&read(western, *encoding));
        // What becomes plain letters counts as well: all words with a sign are looked at.
        (good, all, *encoding)
    });
    let fits = |(good, all, _): &(usize, usize, OldEncoding)| {
        *good > 0 && *good * 10 >= *all * 9 && *good > as_it_stands
    };
    tried.filter(fits).max_by_key(|(good, _, _)| *good).map(|(_, _, encoding)| encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same sentence in each: how it looks as Western European text.
    const TEXT: &str = "Nguyễn Văn Mẫu, Phường Đông Lương, kiểm tra ngày ở tỉnh";
    const AS_TCVN3: &str = "NguyÔn V¨n MÉu, Ph\u{ad}êng §«ng L\u{ad}¬ng, kiÓm tra ngµy ë tØnh";
    const AS_VNI: &str = "Nguyeãn Vaên Maãu, Phöôøng Ñoâng Löông, kieåm tra ngaøy ôû tænh";

    #[test]
    fn each_old_encoding_is_recognised_and_read() {
        assert_eq!(read(AS_TCVN3, OldEncoding::Tcvn3), TEXT);
        assert_eq!(read(AS_VNI, OldEncoding::Vni), TEXT);
        assert_eq!(encoding_of(AS_TCVN3), Some(OldEncoding::Tcvn3));
        assert_eq!(encoding_of(AS_VNI), Some(OldEncoding::Vni));
        let nfd = TEXT.nfd().collect::<String>();
        let composed: String = nfd.replace("o\u{31b}", "ơ").replace("u\u{31b}", "ư");
        // In Windows-1258 the circumflex and the breve stand on the letter, the tone behind it.
        let composed =
            composed.replace("e\u{302}", "ê").replace("a\u{306}", "ă").replace("a\u{302}", "â");
        let composed = composed.replace("o\u{302}", "ô");
        let (bytes, _, lost) = WINDOWS_1258.encode(&composed);
        assert!(!lost);
        let western = western(&bytes);
        assert_eq!(read(&western, OldEncoding::Windows1258), TEXT);
        assert_eq!(encoding_of(&western), Some(OldEncoding::Windows1258));
    }

    #[test]
    fn text_that_is_unicode_is_no_old_encoding() {
        for text in [
            "Lê Bình",
            "Hà Lâm",
            "Müller",
            "Nguyen Van Mau",
            "José",
            "Trần Văn Bê",
            "Mão",
            "15 °C, 3 m²",
        ] {
            assert_eq!(encoding_of(text), None, "{text}");
        }
        assert!(has_letters_of_unicode("Đông"));
        assert!(!has_letters_of_unicode(AS_VNI));
    }

    #[test]
    fn every_letter_of_tcvn3_has_its_place() {
        assert_eq!(TCVN3.chars().count(), 0xff - 0xa1);
        for (sign, letter) in
            [('\u{a7}', 'Đ'), ('µ', 'à'), ('Æ', 'ặ'), ('Ð', 'é'), ('ß', 'ò'), ('þ', 'ỵ')]
        {
            assert_eq!(tcvn3(sign), letter);
        }
    }
}

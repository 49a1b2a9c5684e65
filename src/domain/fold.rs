//! The form in which names are compared: without case, accents and `đ`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// NFD without marks, in lower case, `đ` as `d`, blanks as single spaces. As all marks go, the two
/// ways to place a tone (`ủy`, `uỷ`) fold alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        if c.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
            continue;
        }
        match c {
            'đ' | 'Đ' => folded.push('d'),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded.trim().to_owned()
}

/// A name folded, without the words that people put before it (`records.md`, section 8).
pub fn fold_name(text: &str) -> String {
    let folded = fold(text);
    let mut name = folded.as_str();
    for word in ["dong chi ", "d/c ", "d/c.", "chi bo "] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    name.trim().to_owned()
}

/// Whether a text contains a name: its words one after the other, without regard to accents and case.
pub fn mentions(text: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let (text, name) = (words(text), words(name));
    !name.is_empty() && text.windows(name.len()).any(|part| part == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_normal_form_do_not_matter() {
        for form in [
            "Nguyễn Thị Đỗ Quyên",
            "nguyen thi do quyen",
            "NGUYE\u{302}\u{303}N THI\u{323} ĐÔ\u{303}  QUYÊN",
        ] {
            assert_eq!(fold(form), "nguyen thi do quyen", "{form}");
        }
        assert_eq!(fold("Thị ủy"), fold("Thị uỷ"));
    }

    #[test]
    fn a_text_mentions_a_name_by_its_whole_words() {
        let name = "Lê Văn Thắng";
        for text in ["đ/c Lê Văn Thắng.", "LE VAN THANG", "gặp (lê  văn-thắng), TUV"] {
            assert!(mentions(text, name), "{text}");
        }
        for text in ["Lê Văn Thắngg", "Lê Văn", "Văn Thắng", "Lê Thị Văn Thắng", ""]
        {
            assert!(!mentions(text, name), "{text}");
        }
        assert!(!mentions("…", "…"));
    }

    #[test]
    fn forms_of_address_are_dropped() {
        assert_eq!(fold_name("Đ/c Lê Văn Bình"), "le van binh");
        assert_eq!(fold_name("đồng chí Lê Văn Bình"), "le van binh");
        assert_eq!(fold_name("Chi bộ Khu phố 2"), "khu pho 2");
    }
}

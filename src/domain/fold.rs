//! The form in which names are compared: without case, accents and `đ`.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// NFD without marks, in lower case, `đ` and its look-alikes as `d`, blanks as single spaces. As all marks go,
/// the two ways to place a tone (`ủy`, `uỷ`) fold alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' if folded.ends_with(' ') => {}
            ' '..='~' => folded.push(c.to_ascii_lowercase()),
            // Only marks change places in NFD, and they go.
            _ => decompose_canonical(c, |c| fold_char(c, &mut folded)),
        }
    }
    folded.trim().to_owned()
}

fn fold_char(c: char, folded: &mut String) {
    match c {
        c if is_combining_mark(c) => {}
        c if c.is_whitespace() => {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        }
        // đ, eth and the African d look the same on the screen, and keyboards and old fonts mix them up.
        'đ' | 'Đ' | 'ð' | 'Ð' | 'ɖ' | 'Ɖ' => folded.push('d'),
        c => folded.extend(c.to_lowercase()),
    }
}

/// The words of a text, folded, with single spaces between them instead of what stands there.
pub(super) fn fold_words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// What people put before a name, folded (`records.md`, section 8): `đồng chí`, `đ/c`, `chi bộ`.
const ADDRESS: [&str; 4] = ["dong chi ", "d c ", "dc ", "chi bo "];

/// A name folded to its words, without those that people put before it: neither case, accents nor
/// punctuation matter (`records.md`, section 8). Of a name that is nothing else, all words stay.
pub fn fold_name(text: &str) -> String {
    let words = fold_words(text);
    let mut name = words.as_str();
    while let Some(rest) = ADDRESS.iter().find_map(|address| name.strip_prefix(address)) {
        name = rest;
    }
    name.to_owned()
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
    fn only_marks_change_places_in_a_normal_form() {
        use unicode_normalization::char::canonical_combining_class;
        let moves = |c: &char| canonical_combining_class(*c) > 0;
        let other = (char::MIN..=char::MAX).filter(moves).find(|c| !is_combining_mark(*c));
        assert_eq!(other, None);
    }

    #[test]
    fn look_alikes_of_d_with_a_stroke_fold_as_it_does() {
        for d in ["Đ", "đ", "Ð", "ð", "Ɖ", "ɖ", "D", "d", "D\u{335}"] {
            assert_eq!(fold(&format!("Nguyễn {d}ức")), "nguyen duc", "{d}");
        }
    }

    #[test]
    fn forms_of_address_are_dropped() {
        for name in [
            "Đ/c Lê Văn Bình",
            "đồng chí Lê Văn Bình",
            "Ð/c Lê Văn Bình",
            "đ/c. Lê Văn Bình",
            "ĐC Lê Văn Bình",
            "Đồng chí đ/c: Lê Văn Bình",
        ] {
            assert_eq!(fold_name(name), "le van binh", "{name}");
        }
        assert_eq!(fold_name("Chi bộ Khu phố 2"), "khu pho 2");
        assert_eq!(fold_name("Đ/c"), "d c", "a name that is nothing else stays");
        assert_eq!(fold_name("Đồng Chi Lan"), "lan");
        assert_eq!(fold_name("Đặng Chí Công"), "dang chi cong");
    }

    #[test]
    fn punctuation_does_not_matter_in_names() {
        assert_eq!(fold_name("Khu phố 2/1"), fold_name("khu pho 2-1"));
        assert_eq!(fold_name("Y’Bia Niê."), "y bia nie");
        assert_ne!(fold_name("Tổ 1-2"), fold_name("Tổ 12"));
    }
}

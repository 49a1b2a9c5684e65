//! Whether a word can be Vietnamese: by this, text in an old encoding shows itself, whatever it is read as.

use unicode_normalization::UnicodeNormalization;

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// What stands between the first consonants and the last, without its tone.
const VOWELS: [&str; 64] = [
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây",
    "eo", "êu", "ia", "iê", "iêu", "iu", "oa", "oă", "oai", "oao", "oay", "oe", "oeo", "oi", "ôi",
    "oo", "ơi", "ua", "uâ", "uây", "ue", "uê", "ui", "uô", "uôi", "uơ", "uy", "uya", "uyê", "uyu",
    "ưa", "ưi", "ươ", "ươi", "ươu", "ưu", "yê", "yêu", "ya", "uă", "uao", "uai", "uay", "uơi",
    "êi", "uêu",
];

const CODAS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// The tones, as marks of their own.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Whether a word is written as a Vietnamese syllable is: letters in one case or with a capital first, at most one tone,
/// vowels and consonants that go together.
pub(super) fn is_syllable(word: &str) -> bool {
    let word: String = word.nfc().collect();
    let mut letters = word.chars();
    let first_is_capital = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.as_str();
    let one_case = rest.chars().all(char::is_lowercase)
        || (first_is_capital && rest.chars().all(char::is_uppercase));
    if !one_case {
        return false;
    }
    let marks = word.nfd();
    let tones = marks.clone().filter(|c| TONES.contains(c)).count();
    let toneless: String = marks.filter(|c| !TONES.contains(c)).nfc().collect();
    let toneless = toneless.to_lowercase();
    tones <= 1 && toneless.chars().all(char::is_alphabetic) && fits(&toneless)
}

fn fits(word: &str) -> bool {
    ONSETS.iter().filter_map(|onset| word.strip_prefix(onset)).any(|rest| {
        let codas = CODAS.iter().filter_map(|coda| rest.strip_suffix(coda));
        codas.into_iter().any(|vowels| VOWELS.contains(&vowels))
    }) || matches!(word, "gi" | "gin")
}

/// Of the words with letters that are not English, how many can be Vietnamese, and how many there are.
pub(super) fn syllables(text: &str) -> (usize, usize) {
    let apart = |c: char| c.is_ascii() && !c.is_ascii_alphabetic();
    let words = text.split(apart).filter(|word| !word.is_ascii());
    words.fold((0, 0), |(good, all), word| (good + usize::from(is_syllable(word)), all + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_and_places_are_syllables() {
        let text = "Nguyễn Văn Thưởng Trương Đình Hiếu Lý Đăng Khoa Quỳnh Giang Hoàng Nghĩa Yên Uyên Thuỷ Thủy \
                    phường Quảng Trị ĐẢNG ỦY Khuê Nguyệt xuân Luyến khuya Gì Quốc Huỳnh người Mưu Hữu Hoè Quý Tuấn";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn words_in_an_old_encoding_are_none() {
        for word in
            ["NguyÔn", "V¨n", "MÉu", "Nguyeãn", "Vaên", "Maãu", "phöôøng", "Nguyêìn", "MâÞu"]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }
}

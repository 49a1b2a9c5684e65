//! A person's name as one meets it in what people write: compared as a look-up by name does, so that what
//! is to be erased is found wherever it stands (`records.md`, sections 3 and 8).

use super::fold::{fold_name, fold_words};

/// A person's name, folded, in every form in which it may stand in a text.
#[derive(Debug, Clone)]
pub struct PersonName {
    /// Without words of address and without the post that some lists put behind it.
    own: String,
    /// The same with the given name first.
    turned: String,
    /// All that was recorded as the name.
    whole: String,
}

impl PersonName {
    /// Reads a name as it was recorded: `Đ/c Lê Văn Đạt (Bí thư)`, `Lê Văn Đạt, Bí thư`, `Lan, Đỗ Thị`.
    pub fn of(name: &str) -> Self {
        let (own, whole) = (own_name(name), fold_name(name));
        let turned = match own.rsplit_once(' ') {
            Some((before, given)) => format!("{given} {before}"),
            None => own.clone(),
        };
        Self { own, turned, whole }
    }

    /// Whether the name stands in a text: its words one after the other, as they are or with the given name
    /// first (`Lan, Đỗ Thị`), whatever stands between, before and behind them.
    pub fn is_in(&self, text: &str) -> bool {
        let text = format!(" {} ", fold_words(text));
        let stands = |words: &str| !words.is_empty() && text.contains(&format!(" {words} "));
        stands(&self.own) || stands(&self.turned) || stands(&self.whole)
    }
}

/// The name itself of what was recorded as one, folded: equal for two that could be one person's.
pub(super) fn own_name(name: &str) -> String {
    let own = before_post(&without_brackets(name));
    if own.is_empty() { fold_name(name) } else { own }
}

/// A name without what stands in brackets: a post, an organisation.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_usize;
    let kept = name.chars().map(|c| match c {
        '(' | '[' | '{' => {
            depth += 1;
            ' '
        }
        ')' | ']' | '}' => {
            depth = depth.saturating_sub(1);
            ' '
        }
        c if depth == 0 => c,
        _ => ' ',
    });
    kept.collect()
}

/// The name itself, folded, where a comma or a dash parts it from something else. Behind a whole name that is a
/// post; behind one word it is the rest of a name that was turned round.
fn before_post(name: &str) -> String {
    let cut = [",", " - ", " – ", " — "].iter().filter_map(|sign| name.split_once(sign));
    let Some((head, tail)) = cut.min_by_key(|(head, _)| head.len()) else { return fold_name(name) };
    let (head, tail) = (fold_name(head), fold_name(tail));
    let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).count();
    match (words(&head), words(&tail)) {
        (_, 0) => head,
        (0, _) => tail,
        (1, _) => format!("{tail} {head}"),
        // Of two words before and one behind, nobody knows whether it is a post or the given name.
        (2, 1) => format!("{head} {tail}"),
        (_, _) => head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions(text: &str, name: &str) -> bool {
        PersonName::of(name).is_in(text)
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
    fn words_of_address_matter_on_neither_side() {
        for name in ["Đ/c Lê Văn Bình", "đồng chí Lê Văn Bình", "Lê Văn Bình", "đc. LÊ VĂN BÌNH"]
        {
            for text in ["Lê Văn Bình báo hoãn", "theo đ/c Lê Văn Bình", "Đồng chí: Le Van Binh"]
            {
                assert!(mentions(text, name), "{name} in {text}");
            }
        }
    }

    #[test]
    fn look_alikes_of_d_with_a_stroke_do_not_hide_a_name() {
        for (text, name) in [
            ("Ðỗ Thị Lan báo", "Đỗ Thị Lan"),
            ("Đỗ Thị Lan báo", "Ɖỗ Thị Lan"),
            ("ɖỗ thị lan", "Ðỗ Thị Lan"),
        ] {
            assert!(mentions(text, name), "{name} in {text}");
        }
    }

    #[test]
    fn the_given_name_may_stand_first() {
        for name in ["Đỗ Thị Lan", "Lan, Đỗ Thị", "Lan Đỗ Thị"] {
            let forms: &[&str] = match name {
                "Lan Đỗ Thị" => &["gặp Lan Đỗ Thị"],
                _ => &["gặp Đỗ Thị Lan", "Lan, Đỗ Thị (vắng)", "DO THI LAN", "lan do thi"],
            };
            for text in forms {
                assert!(mentions(text, name), "{name} in {text}");
            }
        }
        assert!(!mentions("Lan Thị Đỗ", "Đỗ Thị Lan"), "that is another person's name");
        assert!(!mentions("Trần Văn Lê", "Lê Văn Trần"));
    }

    #[test]
    fn a_post_that_was_recorded_with_the_name_is_not_part_of_it() {
        for name in [
            "Lê Văn Đạt (Bí thư)",
            "Lê Văn Đạt [BT]",
            "(Bí thư) Lê Văn Đạt",
            "Lê Văn Đạt (Bí thư",
            "Đ/c Lê Văn Đạt, Bí thư",
            "Lê Văn Đạt – Bí thư chi bộ",
            "Lê Văn Đạt, BT",
        ] {
            assert!(mentions("Lê Văn Đạt báo hoãn", name), "{name}");
            assert_eq!(own_name(name), "le van dat", "{name}");
        }
        assert!(!mentions("Bí thư báo hoãn", "Lê Văn Đạt (Bí thư)"));
        assert!(!mentions("Đỗ Thị Hoa", "Đỗ Thị, Lan"));
        assert!(mentions("(Lê Văn Đạt)", "(Lê Văn Đạt)"));
        assert!(mentions("Lê Văn (Ba) Đạt báo", "Lê Văn (Ba) Đạt"), "a by-name in the middle");
        assert!(mentions("Lê Văn Đạt", "Lê Văn Đạt,"));
    }
}

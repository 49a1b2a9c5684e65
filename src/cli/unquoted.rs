//! Names and words with blanks that were typed without quotes: the command as it was meant, if there is one.

/// The most places at which words can be taken together that are tried.
const MOST: usize = 10;

/// A place between two words that stand side by side.
#[derive(Debug, Clone, Copy)]
struct Gap {
    /// The word before it, among all that were typed.
    at: usize,
    /// How odd it would be if a value ended here, and if it did not.
    ended: u32,
    together: u32,
}

/// The words of a command line (without the program) in which those that belong together are one, such that `is_read`:
/// the likeliest one, unless two are as likely. `named` is the number of words that name the command.
pub fn mended(
    typed: &[String],
    named: usize,
    is_read: impl Fn(&[String]) -> bool,
) -> Option<Vec<String>> {
    let gaps = gaps(typed, named);
    if gaps.is_empty() || gaps.len() > MOST {
        return None;
    }
    let mut best: Option<(u32, Vec<String>)> = None;
    let mut alone = true;
    for choice in 1..1_u32 << gaps.len() {
        let joins = |at: usize| {
            let gap = gaps.iter().position(|gap| gap.at == at);
            gap.is_some_and(|gap| choice & (1 << gap) != 0)
        };
        let odd: u32 =
            gaps.iter().map(|gap| if joins(gap.at) { gap.together } else { gap.ended }).sum();
        if best.as_ref().is_some_and(|(least, _)| odd > *least) {
            continue;
        }
        let words = joined(typed, joins);
        if is_read(&words) {
            alone = best.as_ref().is_none_or(|(least, _)| odd < *least);
            best = Some((odd, words));
        }
    }
    best.filter(|_| alone).map(|(_, words)| words)
}

/// Where words may belong together: between two that stand side by side, neither of them an option, after one that
/// can begin a name. A code, a date or a pair of counts begins none.
fn gaps(typed: &[String], named: usize) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut plain = 0;
    for at in 0..typed.len().saturating_sub(1) {
        let (word, next) = (typed[at].as_str(), typed[at + 1].as_str());
        plain += usize::from(!word.starts_with('-'));
        let names_the_command = plain <= named && !word.starts_with('-');
        // `--on=hôm qua` holds its value already.
        let value = match word.strip_prefix("--") {
            Some(option) => option.split_once('=').map(|(_, value)| value),
            None => Some(word),
        };
        let Some(value) = value.filter(|_| !names_the_command && !next.starts_with('-')) else {
            continue;
        };
        if is_plain(value) && is_plain(next) && (is_letters(value) || is_number(value)) {
            let ends = is_number(value) && !value.ends_with(',');
            gaps.push(Gap { at, ended: u32::from(!ends), together: u32::from(ends) });
        }
    }
    gaps
}

/// A word of a name: letters, or the number of a quarter, perhaps with a comma behind it.
fn is_plain(word: &str) -> bool {
    is_letters(word) || is_number(word)
}

fn is_letters(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && !word.chars().any(|c| c.is_ascii_digit())
}

fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(',');
    !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit())
}

fn joined(typed: &[String], joins: impl Fn(usize) -> bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (at, word) in typed.iter().enumerate() {
        match words.last_mut().filter(|_| at > 0 && joins(at - 1)) {
            Some(last) => {
                last.push(' ');
                last.push_str(word);
            }
            None => words.push(word.clone()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is made of a line, where at most so many words may stand that are no options or their values.
    fn mend(line: &str, named: usize, most: usize) -> Option<String> {
        let typed: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let is_read = |words: &[String]| {
            let after_option = |at: usize| at > 0 && words[at - 1].starts_with("--");
            let free = (0..words.len()).filter(|at| !words[*at].starts_with('-'));
            free.filter(|at| !after_option(*at)).count() == most
        };
        mended(&typed, named, is_read).map(|words| words.join("|"))
    }

    #[test]
    fn words_of_a_name_are_taken_together() {
        let meant = |line: &str, most| mend(line, 1, most).unwrap_or_default();
        assert_eq!(meant("log Khu phố 5 --on 5/7/2018", 2), "log|Khu phố 5|--on|5/7/2018");
        assert_eq!(meant("log P1-02 --on hôm qua", 2), "log|P1-02|--on|hôm qua");
        assert_eq!(meant("assign Khu phố 5 Lê Văn Thắng", 3), "assign|Khu phố 5|Lê Văn Thắng");
        assert_eq!(meant("assign P1-02 Lê Văn Thắng", 3), "assign|P1-02|Lê Văn Thắng");
        assert_eq!(meant("log Khu phố 5, Phường 1 --on x", 2), "log|Khu phố 5, Phường 1|--on|x");
        assert_eq!(meant("log P1 --on=hôm qua", 2), "log|P1|--on=hôm qua");
    }

    #[test]
    fn what_could_be_meant_in_two_ways_is_not_guessed() {
        assert_eq!(mend("assign Thôn An Thạnh Lê Văn Thắng", 1, 3), None);
        assert_eq!(mend("log P1-02 5/7/2018 20/25", 1, 2), None);
        assert_eq!(mend("log", 1, 2), None);
    }
}

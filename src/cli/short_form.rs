//! The short form of `log-meeting` (`P1-02 5/10 20/25`) with a slip in it: what was probably meant.

use crate::domain::{Date, day_and_month};

/// The words with the one change that makes a command of them that can be read: a day whose month stands first,
/// a day behind the end of its month, members present and all of them in the other order, or day and numbers so.
pub fn mended(words: &[String], is_read: impl Fn(&[String]) -> bool) -> Option<Vec<String>> {
    let changed = |at: usize, word: String| {
        let mut words = words.to_vec();
        words[at] = word;
        words
    };
    let swapped = |at: usize| {
        let mut words = words.to_vec();
        words.swap(at, at + 1);
        words
    };
    let pair = |at: &usize| words[*at].contains('/');
    let exchanged = (0..words.len()).filter_map(|at| {
        let (first, second) = words[at].split_once('/')?;
        Some(changed(at, format!("{second}/{first}")))
    });
    let shortened = (0..words.len()).filter_map(|at| Some(changed(at, last_of_month(&words[at])?)));
    let moved = (1..words.len()).map(|at| at - 1).filter(|at| pair(at) && pair(&(at + 1)));
    exchanged.chain(shortened).chain(moved.map(swapped)).find(|words| is_read(words))
}

/// The last day of the month of a day that the month does not have.
fn last_of_month(word: &str) -> Option<String> {
    let (day, month) = day_and_month(word)?;
    let has = |day: &u32| Date::new(2000, month, *day).is_some();
    let last = (28..=31).rev().find(has)?;
    // The 29th of February is not in every year.
    let last = if month == 2 { 28 } else { last };
    (last < day && day <= 31).then(|| format!("{last}/{month}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Counts, DayTyped};

    /// Mended as if a command were a day and numbers.
    fn mend(typed: &str) -> String {
        let words: Vec<String> = typed.split(' ').map(str::to_owned).collect();
        let is_read = |words: &[String]| {
            DayTyped::read(&words[0]).is_ok() && Counts::present_of(&words[1], None).is_ok()
        };
        mended(&words, is_read).map(|words| words.join(" ")).unwrap_or_default()
    }

    #[test]
    fn a_single_slip_is_mended() {
        assert_eq!(mend("10/25 20/25"), "25/10 20/25");
        assert_eq!(mend("31/9 20/25"), "30/9 20/25");
        assert_eq!(mend("30/2 20/25"), "28/2 20/25");
        assert_eq!(mend("5/10 25/20"), "5/10 20/25");
        assert_eq!(mend("20/25 5/10"), "5/10 20/25");
    }

    #[test]
    fn what_cannot_be_guessed_is_left() {
        for typed in ["5/10 abc", "abc 20/25", "10/25 25/20", "5/10 20-25"] {
            assert_eq!(mend(typed), "", "{typed}");
        }
    }
}

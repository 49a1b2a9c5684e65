//! Questions as they stand on the terminal: the only user of `inquire`. Its own English words are replaced, and no colour
//! is used that chibo would not use. It knows nothing of what is asked.

use std::cmp::Reverse;

use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{InquireError, Select, Text};
use unicode_width::UnicodeWidthStr;

use crate::cli::explain;
use crate::cli::failure::{Failure, Place};
use crate::domain::fold;
use crate::texts::{Hint, Lang, failures};

/// The most choices that are shown at once.
const SHOWN: usize = 8;

/// Somebody at a terminal.
pub struct Terminal<'a> {
    pub lang: Lang<'a>,
    pub color: bool,
}

/// A question that is answered in one line.
#[derive(Default)]
pub struct Line<'q> {
    pub question: &'q str,
    pub help: &'q str,
    /// The answer that Enter gives.
    pub likely: Option<&'q str>,
    /// The beginning of the answer, which stands there already.
    pub begun: &'q str,
    /// What is offered while somebody types, each found by any part of it.
    pub offered: &'q [String],
}

/// Reads an answer as it is to be shown, or says why it cannot be.
pub type Check<'q> = &'q dyn Fn(&str) -> Result<String, Failure>;

impl Terminal<'_> {
    /// Asks for a line until it can be read.
    pub fn line(&self, line: &Line<'_>, check: Check<'_>) -> Result<String, Failure> {
        let validator = |typed: &str| {
            Ok(match check(typed.trim()) {
                Ok(_) => Validation::Valid,
                Err(failure) => Validation::Invalid(self.why(&failure).into()),
            })
        };
        let folded: Vec<(String, &String)> = line.offered.iter().map(|o| (fold(o), o)).collect();
        let suggest = |typed: &str| Ok(offers(&folded, typed));
        let shown = |typed: &str| check(typed.trim()).unwrap_or_else(|_| typed.trim().to_owned());
        let help = self.in_width(line.help, 2);
        let mut text = Text::new(line.question)
            .with_initial_value(line.begun)
            .with_help_message(&help)
            .with_validator(validator)
            .with_autocomplete(suggest)
            .with_formatter(&shown)
            .with_page_size(SHOWN)
            .with_render_config(self.look());
        text.default = line.likely;
        text.prompt().map(|typed| typed.trim().to_owned()).map_err(left)
    }

    /// Asks for one of several, which are found by typing a part of them without accents; the place of the one chosen.
    /// `likely` stands under the cursor.
    pub fn choose(
        &self,
        question: &str,
        help: &str,
        options: &[String],
        likely: usize,
    ) -> Result<usize, Failure> {
        let folded: Vec<String> = options.iter().map(|option| fold(option)).collect();
        let score =
            |typed: &str, _: &String, _: &str, at: usize| found(folded.get(at)?, &fold(typed));
        let help = self.in_width(help, 2);
        let chosen = Select::new(question, options.to_vec())
            .with_help_message(&help)
            .with_scorer(&score)
            .with_sorter(&|options| options.sort_by_key(|(at, score)| (Reverse(*score), *at)))
            .with_starting_cursor(likely.min(options.len().saturating_sub(1)))
            .with_page_size(SHOWN)
            .with_render_config(self.look())
            .raw_prompt();
        chosen.map(|option| option.index).map_err(left)
    }

    /// Why an answer is not taken, as an error message says it; what is to be done only where that is no option of the
    /// command line.
    fn why(&self, failure: &Failure) -> String {
        let explained = explain::explain(self.lang, failure, None);
        let message = match explained.hint {
            Some(Hint::Advice(advice)) => format!("{}. {advice}", explained.message),
            Some(Hint::Typed(_)) | None => explained.message,
        };
        self.in_width(&message, self.error_mark().width() + 1)
    }

    /// A text that is broken between words where the screen ends; it has so much beside it.
    fn in_width(&self, text: &str, beside: usize) -> String {
        let width = terminal_size::terminal_size_of(std::io::stderr()).map_or(80, |(w, _)| w.0);
        broken_between_words(text, width.into(), beside)
    }

    fn error_mark(&self) -> &'static str {
        self.lang.pick("Lỗi:", "Error:")
    }

    fn look(&self) -> RenderConfig<'static> {
        let mut look =
            if self.color { RenderConfig::default_colored() } else { RenderConfig::empty() };
        look.error_message.prefix.content = self.error_mark();
        look.error_message.default_message = failures::error_word(self.lang);
        look.answered_prompt_prefix.content = ">";
        look.with_canceled_prompt_indicator(Styled::new(""))
    }
}

/// Whoever leaves a question, or a terminal that goes away, agrees to nothing.
fn left(error: InquireError) -> Failure {
    match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => Failure::Declined,
        other => Place::Output { detail: other.to_string() }.into(),
    }
}

/// How well an option fits what was typed, both folded, if it has every word of it: the more words are the option's own,
/// the better.
fn found(option: &str, typed: &str) -> Option<i64> {
    let own: Vec<&str> = option.split(|c: char| !c.is_alphanumeric()).collect();
    let mut score = 0;
    for word in typed.split(' ').filter(|word| !word.is_empty()) {
        if !option.contains(word) {
            return None;
        }
        score += i64::from(own.contains(&word));
    }
    Some(score)
}

/// Those that fit the last of several names that are being typed, with the names before it.
fn offers(folded: &[(String, &String)], typed: &str) -> Vec<String> {
    let (before, last) = typed.rsplit_once([';', ',']).unwrap_or(("", typed));
    let last = fold(last);
    if last.is_empty() {
        return Vec::new();
    }
    let fitting = folded.iter().filter_map(|(option, text)| Some((found(option, &last)?, text)));
    let mut fitting: Vec<_> = fitting.collect();
    fitting.sort_by_key(|(score, _)| Reverse(*score));
    let before = if before.is_empty() { String::new() } else { format!("{}; ", before.trim()) };
    fitting.into_iter().take(SHOWN).map(|(_, text)| format!("{before}{text}")).collect()
}

/// A text in lines of this width, of which the first begins behind something.
fn broken_between_words(text: &str, width: usize, behind: usize) -> String {
    let (mut broken, mut at) = (String::new(), behind);
    for word in text.split(' ') {
        let long = word.width();
        if !broken.is_empty() {
            let fits = at + 1 + long < width;
            broken.push(if fits { ' ' } else { '\n' });
            at = if fits { at + 1 } else { 0 };
        }
        broken.push_str(word);
        at += long;
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_found_by_words_without_accents_in_any_order() {
        let option = fold("P1-02 Khu phố 2 · Phường 1");
        for typed in ["khu pho 2", "p1-02", "2 khu", "phuong", ""] {
            assert!(found(&option, typed).is_some(), "{typed}");
        }
        assert_eq!(found(&option, "khu pho 3"), None);
        let other = fold("P1-12 Khu phố 12 · Phường 1");
        assert!(found(&option, "khu pho 2") > found(&other, "khu pho 2"));
    }

    #[test]
    fn the_last_of_several_names_is_offered_behind_those_before_it() {
        let names = ["TUV-01 Lê Thị Ví Dụ".to_owned(), "TUV-02 Trần Văn Mẫu".to_owned()];
        let folded: Vec<_> = names.iter().map(|name| (fold(name), name)).collect();
        assert_eq!(offers(&folded, "vi du"), ["TUV-01 Lê Thị Ví Dụ"]);
        assert_eq!(offers(&folded, "TUV-01; mau"), ["TUV-01; TUV-02 Trần Văn Mẫu"]);
        assert!(offers(&folded, "TUV-01; ").is_empty());
    }

    #[test]
    fn a_long_message_is_broken_between_words() {
        let broken = broken_between_words("một hai ba bốn năm", 12, 5);
        assert_eq!(broken, "một\nhai ba bốn\nnăm");
    }
}

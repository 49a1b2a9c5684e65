//! The command line that the answers make of what was typed: what is carried out is what it says, no more and no less.

use clap::FromArgMatches;

use crate::cli::commands::{self, Cli};
use crate::texts::quoted;

/// What the answers add to a command line.
#[derive(Debug, Clone, Default)]
pub struct Added {
    positionals: Vec<String>,
    options: Vec<String>,
}

impl Added {
    /// Adds an argument without a name.
    pub fn positional(&mut self, value: impl Into<String>) {
        self.positionals.push(value.into());
    }

    /// Adds an option without a value.
    pub fn flag(&mut self, option: &str) {
        self.options.push(option.to_owned());
    }

    /// Adds an option and its value.
    pub fn option(&mut self, option: &str, value: impl Into<String>) {
        let value = value.into();
        if value.starts_with('-') {
            self.options.push(format!("{option}={value}"));
        } else {
            self.options.extend([option.to_owned(), value]);
        }
    }

    /// Adds the same after it.
    pub fn extend(&mut self, other: Self) {
        self.positionals.extend(other.positionals);
        self.options.extend(other.options);
    }
}

/// A whole command line, the program's name first.
#[derive(Debug, Clone)]
pub struct CommandLine(Vec<String>);

impl CommandLine {
    /// What was typed, with what was added. A last word such as `--replace` may take a value: what stands for itself goes
    /// before it.
    pub fn completed(typed: &[String], added: &Added) -> Self {
        let end = typed.iter().position(|word| word == "--").unwrap_or(typed.len());
        let (before, after) = typed.split_at(end);
        let mut words = before.to_vec();
        let last = words.pop_if(|word| after.is_empty() && word.starts_with('-'));
        if after.is_empty() {
            words.extend(added.positionals.iter().cloned());
        }
        words.extend(last);
        words.extend(added.options.iter().cloned());
        if !after.is_empty() {
            words.extend(after.iter().chain(&added.positionals).cloned());
        }
        Self(words)
    }

    /// The words.
    pub fn words(&self) -> &[String] {
        &self.0
    }

    /// As it is typed.
    pub fn shown(&self) -> String {
        let words = self.0.iter().skip(1).map(|word| quoted(word));
        std::iter::once("chibo".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
    }

    /// The command that it is; only tried if `dry_run`.
    pub fn parse(&self, dry_run: bool) -> Result<Cli, clap::Error> {
        let mut words = self.0.clone();
        let typed = words.iter().take_while(|word| *word != "--");
        if dry_run && !typed.clone().any(|word| word == "--dry-run") {
            words.insert(typed.count(), "--dry-run".to_owned());
        }
        let matches = commands::command().try_get_matches_from(words)?;
        Cli::from_arg_matches(&matches)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(typed: &str) -> String {
        let typed: Vec<String> = typed.split(' ').map(str::to_owned).collect();
        let mut added = Added::default();
        added.positional("TUV-01");
        added.option("--from", "1/6/2017");
        CommandLine::completed(&typed, &added).shown()
    }

    #[test]
    fn what_stands_for_itself_is_no_value_of_an_option() {
        assert_eq!(completed("chibo assign P1-02"), "chibo assign P1-02 TUV-01 --from 1/6/2017");
        assert_eq!(
            completed("chibo assign P1-02 --replace"),
            "chibo assign P1-02 TUV-01 --replace --from 1/6/2017"
        );
        assert_eq!(
            completed("chibo assign -- P1-02"),
            "chibo assign --from 1/6/2017 -- P1-02 TUV-01"
        );
    }

    #[test]
    fn a_value_that_looks_like_an_option_stays_a_value() {
        let mut added = Added::default();
        added.option("--title", "-x");
        assert_eq!(added.options, ["--title=-x"]);
    }
}

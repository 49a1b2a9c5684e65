//! What a command line says already.

use clap::ArgMatches;
use clap::parser::ValueSource;

use crate::cli::commands::shared::one_month;
use crate::cli::failure::Failure;
use crate::domain::{Date, DateInput, Period, PeriodInput};

/// The arguments of the command that were typed.
pub struct Given<'a>(pub &'a ArgMatches);

impl Given<'_> {
    /// Whether an argument was typed.
    pub fn has(&self, argument: &str) -> bool {
        self.0.value_source(argument) == Some(ValueSource::CommandLine)
    }

    /// Whether one of these was typed.
    pub fn has_one_of(&self, arguments: &[&str]) -> bool {
        arguments.iter().any(|argument| self.has(argument))
    }

    /// The value of an argument, typed or not.
    pub fn value<T: Clone + Send + Sync + 'static>(&self, argument: &str) -> Option<T> {
        self.0.get_one::<T>(argument).cloned()
    }

    /// A text that was typed.
    pub fn text(&self, argument: &str) -> Option<String> {
        self.value(argument)
    }

    /// A day that was typed.
    pub fn day(&self, argument: &str, today: Date) -> Option<Date> {
        self.value::<DateInput>(argument).map(|input| input.resolve(today))
    }

    /// The one month that was typed as `--period`.
    pub fn period(&self, today: Date) -> Result<Option<Period>, Failure> {
        self.value::<PeriodInput>("period").map(|input| one_month(input, today)).transpose()
    }
}

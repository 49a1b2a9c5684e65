//! A day on which something ends that is the last of its month: who writes "until the end of the month" mostly means the
//! day after. A person at a terminal is asked, before anything is opened; elsewhere it is done as typed, for a script
//! must mean the same whoever runs it, and the answer says how to correct it.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::person;
use crate::domain::Date;
use crate::texts::{answers, reorganisation};

/// The first day that no longer holds, as it was typed after an option.
#[derive(Debug, Clone, Copy)]
pub struct Ending {
    option: &'static str,
    /// The day, where it is the last of its month and nobody has confirmed it.
    unconfirmed: Option<Date>,
}

impl Ending {
    /// Asks a person at a terminal whether the last day of a month is meant to be the first that no longer holds.
    pub fn ask(
        context: &Context,
        option: &'static str,
        day: Option<Date>,
    ) -> Result<Self, Failure> {
        let day = day.filter(|day| day.is_last_of_month());
        let Some(last) =
            day.filter(|_| !context.is_dry_run() && person::is_there(context.error_format()))
        else {
            return Ok(Self { option, unconfirmed: day });
        };
        let lang = context.lang;
        context.say(&answers::ends_on_last_day(lang, option, last));
        person::agrees(context, reorganisation::ask_to_go_on(lang))?;
        Ok(Self { option, unconfirmed: None })
    }

    /// The same of whoever has confirmed the whole command and is not asked.
    pub fn unasked(option: &'static str, day: Date) -> Self {
        Self { option, unconfirmed: Some(day).filter(|day| day.is_last_of_month()) }
    }

    /// Says in the answer what nobody was asked.
    pub fn say(self, context: &Context) {
        if let Some(day) = self.unconfirmed {
            context.say(&answers::ends_on_last_day(context.lang, self.option, day));
        }
    }
}

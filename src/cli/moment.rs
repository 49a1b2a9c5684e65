//! Which day stands for today, and as of which operation is read (`records.md`, section 3).

use super::clock;
use super::context::Context;
use super::environment::variable;
use super::failure::Failure;
use super::known_at::KnownAt;
use super::options::AsOf;
use super::values::Misread;
use crate::domain::{Date, OperationNumber, Refusal, refusal};
use crate::report::OnDay;
use crate::texts::Variable;

impl Context<'_> {
    /// The date that stands for today: `--today`, else `CHIBO_TODAY`, else the local date.
    pub fn today(&self) -> Result<Date, Failure> {
        let given = self.given_today()?;
        within_years(given.unwrap_or_else(clock::today))
    }

    fn given_today(&self) -> Result<Option<Date>, Failure> {
        let from_variable = variable(Variable::Today)
            .map(|text| super::values::day(&text))
            .transpose()
            .map_err(|misread| Failure::ValueOf { option: Variable::Today.name(), misread })?;
        let given = self.everywhere.today.or(from_variable);
        Ok(given.map(|input| input.resolve(clock::today())))
    }

    /// Today for a command that reads: `--today`, else `--as-of`, else `CHIBO_TODAY`, else the date of `--known-at`,
    /// else the clock. What is typed for this command goes before what stands in the environment for all.
    pub fn reading_today(&self, as_of: &AsOf) -> Result<Date, Failure> {
        if let (None, Some(input)) = (self.everywhere.today, as_of.as_of) {
            return within_years(input.resolve(self.today()?));
        }
        let given = match self.given_today()? {
            Some(today) => Some(today),
            None => self.known(as_of)?.map(|(_, date)| date),
        };
        within_years(given.unwrap_or_else(clock::today))
    }

    /// The day on which an entry of the register is seen; with `--as-of`, only what was in force then.
    pub fn seen(&self, as_of: &AsOf) -> Result<OnDay, Failure> {
        Ok(OnDay { day: self.day(as_of)?, only: as_of.as_of.is_some() })
    }

    /// The day on which a list is seen: `--as-of`, else today.
    pub fn day(&self, as_of: &AsOf) -> Result<Date, Failure> {
        match as_of.as_of {
            Some(input) => Ok(input.resolve(self.today()?)),
            None => Ok(self.given_today()?.map_or_else(|| self.reading_today(as_of), Ok)?),
        }
    }

    /// The operation as of which `--known-at` reads, and its date: that of the moment asked for, or what
    /// stood for today at the operation asked for.
    pub(super) fn known(&self, as_of: &AsOf) -> Result<Option<(OperationNumber, Date)>, Failure> {
        let Some(moment) = as_of.known_at else { return Ok(None) };
        match self.known.get() {
            Some(known) => Ok(Some(*known)),
            None => self.known_by(moment).map(|known| Some(*self.known.get_or_init(|| known))),
        }
    }

    /// The operation that a moment means.
    pub fn known_operation(&self, moment: KnownAt) -> Result<OperationNumber, Failure> {
        self.known_by(moment).map(|(number, _)| number)
    }

    fn known_by(&self, moment: KnownAt) -> Result<(OperationNumber, Date), Failure> {
        let (moment, date) = match moment {
            KnownAt::Operation(number) => return self.operation(number),
            KnownAt::Day(input) => {
                let day = input.resolve(clock::today());
                (clock::end_of(day), day)
            }
            KnownAt::Moment(moment) => (moment, clock::date_of(moment)),
        };
        self.read(|db| match db.operation_by(moment)? {
            Some(number) => Ok((number, date)),
            None => {
                let first = db.recorded(OperationNumber(1))?;
                let made = first.map_or_else(clock::now, |(at, _)| at);
                let made = clock::local(self.lang, made);
                Err(refusal::Asked::NothingKnownYet { made }.into())
            }
        })
    }

    fn operation(&self, number: OperationNumber) -> Result<(OperationNumber, Date), Failure> {
        self.read(|db| {
            let newest = db.newest()?.map_or(OperationNumber(0), |(number, _)| number);
            let recorded = db.recorded(number)?;
            let (_, today) =
                recorded.ok_or(refusal::Asked::OperationNotFound { number, newest })?;
            Ok((number, today))
        })
    }
}

/// Today must leave room for yesterday and last month within the years that can be written.
fn within_years(today: Date) -> Result<Date, Failure> {
    match Date::new(today.year() - 1, 1, 1).and(Date::new(today.year(), 1, 1)) {
        Some(_) => Ok(today),
        None => Err(Misread::from(Refusal::Calendar(refusal::Calendar::DateOutOfRange {
            text: today.to_string(),
        }))
        .into()),
    }
}

//! What the record file has to offer to whoever types a command: codes with the names of what they stand for, and months.

use std::path::PathBuf;

use clap_complete::engine::CompletionCandidate;

use super::context::Context;
use crate::domain::{Date, Period, Registered};
use crate::store::{self, Reader};
use crate::texts::{self, Lang, topics};

/// Where to look, and as of which day.
#[derive(Clone)]
pub struct Offered {
    record: Option<(PathBuf, Date)>,
    lang: Lang<'static>,
}

impl Offered {
    /// Nothing of any record file.
    pub fn nothing() -> Self {
        Self { record: None, lang: Lang::EN }
    }

    /// What stands in the record file in use.
    pub fn of(context: &Context) -> Self {
        let record = context.record_file().ok().map(|(path, _)| path).zip(context.today().ok());
        Self { record, lang: Lang { record: None, language: context.lang.language } }
    }

    pub fn committees(&self) -> Vec<CompletionCandidate> {
        self.register(|db| db.committees())
    }

    pub fn cells(&self) -> Vec<CompletionCandidate> {
        self.register(|db| db.cells())
    }

    pub fn categories(&self) -> Vec<CompletionCandidate> {
        self.register(|db| db.categories())
    }

    pub fn officials(&self) -> Vec<CompletionCandidate> {
        self.register(|db| db.officials())
    }

    /// Whoever can have come to a meeting.
    pub fn visitors(&self) -> Vec<CompletionCandidate> {
        let words = ["assigned", "none"].map(CompletionCandidate::new);
        words.into_iter().chain(self.officials()).collect()
    }

    pub fn cells_and_officials(&self) -> Vec<CompletionCandidate> {
        self.cells().into_iter().chain(self.officials()).collect()
    }

    pub fn recommendations(&self) -> Vec<CompletionCandidate> {
        let codes = self.read(|db| db.recommendation_codes());
        codes.iter().map(|code| CompletionCandidate::new(code.as_str())).collect()
    }

    /// The months on record and this one, newest first, as clerks write them and as files do.
    pub fn months(&self) -> Vec<CompletionCandidate> {
        let Some((_, today)) = self.record else { return Vec::new() };
        let recorded = self.read(|db| Ok(Vec::from_iter(db.months()?)));
        let this = Period::of(today);
        let first = recorded.first().map_or(this, |months| months.from.min(this));
        let last = recorded.first().map_or(this, |months| months.to.max(this));
        let months: Vec<Period> =
            std::iter::successors(Some(last), |month| (*month > first).then(|| month.previous()))
                .collect();
        let named = |text: String, month: Period| offered(&text, &texts::period(self.lang, month));
        let typed = |month: &Period| named(format!("{}/{}", month.month(), month.year()), *month);
        let words = [
            offered("this", topics::this_month(self.lang)),
            offered("last", topics::last_month(self.lang)),
        ];
        // Only for whoever begins with the year.
        let in_files = months.iter().map(|month| named(month.to_string(), *month).hide(true));
        months.iter().map(typed).chain(words).chain(in_files).collect()
    }

    /// The records of a kind by their codes; those that have ended come last.
    fn register<T: Registered>(
        &self,
        all: fn(&Reader<'_>) -> store::Result<Vec<T>>,
    ) -> Vec<CompletionCandidate> {
        let Some((_, today)) = self.record else { return Vec::new() };
        let mut records = self.read(all);
        records.sort_by_key(|one| (!one.life().contains(today), one.code().clone()));
        let one = |one: &T| offered(one.code().as_str(), &one.thing(today).name);
        records.iter().map(one).collect()
    }

    fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> store::Result<Vec<T>>) -> Vec<T> {
        let Some((path, _)) = &self.record else { return Vec::new() };
        // Whatever is wrong with the file, the command that is being typed will say it.
        store::peek(path, work).unwrap_or_default()
    }
}

/// A word to type, with what it stands for.
pub fn offered(word: &str, meaning: &str) -> CompletionCandidate {
    CompletionCandidate::new(word).help(Some(meaning.to_owned().into()))
}

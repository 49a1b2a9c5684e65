//! New records that could be ones already on record under another code: a second row or rate for the same
//! cell or person would spoil every figure, so whoever records them is told (`records.md`, section 4).

use super::person_name::own_name;
use super::{Cell, CellStanding, Code, Committee, Dated, Name, Official, Span, fold_name};

/// By what two records could be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same name, of cells in the same committee.
    Name,
    /// Codes that are equal but for leading zeros: spreadsheets drop them.
    Code,
}

/// A record that could have a twin.
pub trait Twin {
    /// Texts of which two records that could be twins share one.
    fn keys(&self) -> Vec<String>;

    /// By what this record could be the same as another one; none if it could not, or is it.
    fn likeness(&self, other: &Self) -> Option<Likeness>;
}

/// Those of some records that could be the same as a new one.
pub fn twins<'a, T: Twin>(new: &T, others: &'a [T]) -> Vec<(&'a T, Likeness)> {
    others.iter().filter_map(|other| Some((other, new.likeness(other)?))).collect()
}

fn by_code(one: &Code, other: &Code) -> Option<Likeness> {
    one.is_but_for_zeros(other).then_some(Likeness::Code)
}

fn key_of_code(code: &Code) -> String {
    format!("={}", code.without_zeros())
}

/// The days on which each value of a record holds.
fn stretches<T>(values: &Dated<T>, life: Span) -> impl Iterator<Item = (Span, &T)> {
    let mut values = values.iter().peekable();
    std::iter::from_fn(move || {
        let (from, value) = values.next()?;
        let until = values.peek().and_then(|(next, _)| *next);
        Some((Span { from, until }.meet(life), value))
    })
}

impl Twin for Committee {
    fn keys(&self) -> Vec<String> {
        let names = self.names.iter().map(|(_, name)| fold_name(name.as_str()));
        names.chain([key_of_code(&self.code)]).collect()
    }

    fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.id == other.id {
            return None;
        }
        let mine = || stretches(&self.names, self.life());
        let is_shared = |(days, name): (Span, &Name)| {
            mine().any(|(own, own_name)| {
                own.overlaps(days) && fold_name(own_name.as_str()) == fold_name(name.as_str())
            })
        };
        if stretches(&other.names, other.life()).any(is_shared) {
            Some(Likeness::Name)
        } else {
            by_code(&self.code, &other.code)
        }
    }
}

impl Twin for Cell {
    fn keys(&self) -> Vec<String> {
        let key = |standing: &CellStanding| {
            format!("{} {}", standing.committee.0, fold_name(standing.name.as_str()))
        };
        let names = self.standings.iter().map(|(_, standing)| key(standing));
        names.chain([key_of_code(&self.code)]).collect()
    }

    fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.id == other.id {
            return None;
        }
        let mine = || stretches(&self.standings, self.life());
        let is_shared = |(days, standing): (Span, &CellStanding)| {
            mine().any(|(own_days, own)| {
                own.committee == standing.committee
                    && own_days.overlaps(days)
                    && fold_name(own.name.as_str()) == fold_name(standing.name.as_str())
            })
        };
        if stretches(&other.standings, other.life()).any(is_shared) {
            Some(Likeness::Name)
        } else {
            by_code(&self.code, &other.code)
        }
    }
}

impl Twin for Official {
    fn keys(&self) -> Vec<String> {
        let name = self.full_name.as_ref().map(|name| own_name(name.as_str()));
        name.into_iter().chain([key_of_code(&self.code)]).collect()
    }

    fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.id == other.id {
            return None;
        }
        let own = |name: &Name| own_name(name.as_str());
        match (&self.full_name, &other.full_name) {
            (Some(one), Some(two)) if one == two || own(one) == own(two) => Some(Likeness::Name),
            _ => by_code(&self.code, &other.code),
        }
    }
}

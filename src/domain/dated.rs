//! Values that hold from a day on, until the next one does (`records.md`, sections 3 and 9).

use super::Date;

/// A first value, which holds from the beginning of the record's life, and later changes in order of day.
/// So there is a value on every day, by construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    first: T,
    changes: Vec<(Date, T)>,
}

impl<T> Dated<T> {
    /// A value that has not changed so far.
    pub fn new(first: T) -> Self {
        Self { first, changes: Vec::new() }
    }

    /// Sets the value that holds from a day on, or from the beginning if no day is given, and gives back
    /// the one that stood there.
    pub fn set(&mut self, from: Option<Date>, value: T) -> Option<T> {
        let Some(from) = from else {
            return Some(std::mem::replace(&mut self.first, value));
        };
        match self.changes.binary_search_by_key(&from, |(day, _)| *day) {
            Ok(at) => Some(std::mem::replace(&mut self.changes[at].1, value)),
            Err(at) => {
                self.changes.insert(at, (from, value));
                None
            }
        }
    }

    /// The value set for exactly this day (none: for the beginning).
    pub fn exactly(&self, from: Option<Date>) -> Option<&T> {
        match from {
            None => Some(&self.first),
            Some(from) => self.changes.iter().find(|(day, _)| *day == from).map(|(_, value)| value),
        }
    }

    /// The value that holds from the beginning.
    pub fn first(&self) -> &T {
        &self.first
    }

    /// The value in force on a day.
    pub fn at(&self, day: Date) -> &T {
        let later = self.changes.partition_point(|(from, _)| *from <= day);
        match later.checked_sub(1) {
            None => &self.first,
            Some(at) => &self.changes[at].1,
        }
    }

    /// The value in force at the end of time.
    pub fn latest(&self) -> &T {
        self.changes.last().map_or(&self.first, |(_, value)| value)
    }

    /// Every value with the day from which it holds (none: from the beginning), in order.
    pub fn iter(&self) -> impl Iterator<Item = (Option<Date>, &T)> {
        let first = std::iter::once((None, &self.first));
        first.chain(self.changes.iter().map(|(from, value)| (Some(*from), value)))
    }

    /// The days on which the value changes.
    pub fn change_days(&self) -> impl Iterator<Item = Date> {
        self.changes.iter().map(|(day, _)| *day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_holds_from_its_day_until_the_next_change() {
        let day = |d: u32| Date::new(2018, 7, d).unwrap();
        let mut dated = Dated::new("a");
        assert_eq!(dated.set(Some(day(10)), "c"), None);
        assert_eq!(dated.set(Some(day(5)), "b"), None);
        assert_eq!(dated.set(Some(day(5)), "B"), Some("b"));
        let read: Vec<_> = [4, 5, 9, 10, 31].iter().map(|d| *dated.at(day(*d))).collect();
        assert_eq!(read, ["a", "B", "B", "c", "c"]);
        assert_eq!(dated.exactly(Some(day(6))), None);
    }
}

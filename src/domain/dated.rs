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

    /// Changes a part of the value from a day on (none: from the beginning), and with it the later values
    /// that carried this part on, up to the next real change of it. Gives back the days of those later values.
    pub fn change_from(
        &mut self,
        from: Option<Date>,
        same: impl Fn(&T, &T) -> bool,
        change: impl Fn(&T) -> T,
    ) -> Vec<Date> {
        let old = from.map_or(&self.first, |day| self.at(day));
        let later = self.changes.iter().filter(|(day, _)| from.is_none_or(|from| from < *day));
        let carried = later.take_while(|(_, value)| same(old, value));
        let carried: Vec<(Date, T)> = carried.map(|(day, value)| (*day, change(value))).collect();
        let new = change(old);
        let days = carried.iter().map(|(day, _)| *day).collect();
        self.set(from, new);
        for (day, value) in carried {
            self.set(Some(day), value);
        }
        days
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

    #[test]
    fn a_change_is_carried_on_up_to_the_next_real_change_of_the_same_part() {
        let day = |d: u32| Date::new(2018, 7, d).unwrap();
        let mut dated = Dated::new(("a", 1));
        for (d, value) in [(5, ("a", 2)), (10, ("a", 3)), (15, ("b", 3)), (20, ("a", 3))] {
            dated.set(Some(day(d)), value);
        }
        let mut renamed = dated.clone();
        let days = renamed.change_from(Some(day(7)), |a, b| a.0 == b.0, |value| ("c", value.1));
        assert_eq!(days, [day(10)]);
        let read: Vec<_> = [1, 5, 7, 10, 15, 20].iter().map(|d| *renamed.at(day(*d))).collect();
        assert_eq!(read, [("a", 1), ("a", 2), ("c", 2), ("c", 3), ("b", 3), ("a", 3)]);
        let mut renamed = dated.clone();
        assert_eq!(renamed.change_from(None, |a, b| a.0 == b.0, |v| ("c", v.1)), [day(5), day(10)]);
        assert_eq!(*renamed.first(), ("c", 1));
    }
}

//! Half-open stretches of days: `until` is the first day that no longer holds (`records.md`, section 3).

use super::{Date, Period, PeriodSpan};

/// From `from` (always, if none) up to but not including `until` (for ever, if none).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first day that holds.
    pub from: Option<Date>,
    /// The first day that no longer holds.
    pub until: Option<Date>,
}

impl Span {
    /// Whether the day lies in the span.
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// Whether every day of `other` lies in this span.
    pub fn covers(self, other: Span) -> bool {
        let begins = self.from.is_none_or(|mine| other.from.is_some_and(|theirs| mine <= theirs));
        let ends = self.until.is_none_or(|mine| other.until.is_some_and(|theirs| theirs <= mine));
        begins && ends
    }

    /// Whether the two spans share a day.
    pub fn overlaps(self, other: Span) -> bool {
        !self.meet(other).is_empty()
    }

    /// The days that lie in both.
    pub fn meet(self, other: Span) -> Span {
        let from = self.from.max(other.from);
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Span { from, until }
    }

    /// Whether no day lies in the span.
    pub fn is_empty(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until <= from)
    }

    /// The last day that holds, if it ends.
    pub fn last_day(self) -> Option<Date> {
        self.until.map(Date::previous)
    }
}

/// The days of a month.
impl From<Period> for Span {
    fn from(period: Period) -> Self {
        PeriodSpan::single(period).into()
    }
}

/// The days of several months.
impl From<PeriodSpan> for Span {
    fn from(months: PeriodSpan) -> Self {
        let PeriodSpan { from, to } = months;
        Self { from: Some(from.first_day()), until: Some(to.last_day().next()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: Option<u32>, until: Option<u32>) -> Span {
        let day = |d: u32| Date::new(2018, 7, d).unwrap();
        Span { from: from.map(day), until: until.map(day) }
    }

    #[test]
    fn the_until_day_no_longer_holds() {
        let s = span(Some(5), Some(10));
        assert!(s.contains(Date::new(2018, 7, 5).unwrap()));
        assert!(s.contains(Date::new(2018, 7, 9).unwrap()));
        assert!(!s.contains(Date::new(2018, 7, 10).unwrap()));
    }

    #[test]
    fn back_to_back_spans_do_not_overlap() {
        assert!(!span(Some(1), Some(5)).overlaps(span(Some(5), None)));
        assert!(span(Some(1), Some(6)).overlaps(span(Some(5), None)));
        assert!(span(None, None).overlaps(span(Some(5), Some(6))));
    }

    #[test]
    fn an_open_end_is_covered_only_by_an_open_end() {
        assert!(span(None, None).covers(span(Some(1), None)));
        assert!(!span(Some(1), Some(9)).covers(span(Some(2), None)));
        assert!(span(Some(1), Some(9)).covers(span(Some(1), Some(9))));
        assert!(!span(Some(2), None).covers(span(None, None)));
    }
}

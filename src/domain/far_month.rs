//! A meeting for a month that is neither this one nor the last: mostly a slip, and told as such (`commands.md`).

use super::{Date, Period};

/// What is odd about the month for which a meeting is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FarMonth {
    pub period: Period,
    /// How many months before this one it lies; months to come are negative.
    pub ago: i64,
    /// The day of the meeting with day and month exchanged, where that falls in this month or the last.
    pub exchanged: Option<Date>,
}

impl FarMonth {
    /// None where the month is this one or the last. `held_on` is the day by which the month was understood, if it was.
    pub fn of(period: Period, held_on: Option<Date>, today: Date) -> Option<Self> {
        let this = Period::of(today);
        let near = |month: Period| month == this || month == this.previous();
        if near(period) {
            return None;
        }
        let exchanged = held_on.filter(|day| Period::of(*day) == period).and_then(|day| {
            let other = Date::new(day.year(), day.day(), day.month())?;
            (near(Period::of(other)) && other <= today).then_some(other)
        });
        Some(Self { period, ago: this.number() - period.number(), exchanged })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn far(held_on: (i32, u32, u32)) -> Option<(i64, Option<String>)> {
        let day = Date::new(held_on.0, held_on.1, held_on.2).unwrap();
        let today = Date::new(2026, 11, 27).unwrap();
        let far = FarMonth::of(Period::of(day), Some(day), today)?;
        Some((far.ago, far.exchanged.map(|day| day.to_string())))
    }

    #[test]
    fn this_month_and_the_last_are_near() {
        assert_eq!(far((2026, 11, 5)), None);
        assert_eq!(far((2026, 10, 1)), None);
    }

    #[test]
    fn a_day_whose_parts_were_exchanged_is_found_where_it_falls_near() {
        assert_eq!(far((2026, 1, 10)), Some((10, Some("2026-10-01".to_owned()))));
        assert_eq!(far((2026, 5, 12)), Some((6, None)), "a day to come is not meant");
        assert_eq!(far((2025, 5, 11)), Some((18, None)));
        assert_eq!(far((2026, 9, 20)), Some((2, None)));
    }

    #[test]
    fn a_month_that_was_said_is_not_doubted_by_its_day() {
        let today = Date::new(2026, 11, 27).unwrap();
        let period = Period::new(2026, 1).unwrap();
        let said = FarMonth::of(period, Date::new(2025, 12, 31), today);
        assert_eq!(said, Some(FarMonth { period, ago: 10, exchanged: None }));
        let ahead = FarMonth::of(Period::new(2026, 12).unwrap(), None, today).unwrap();
        assert_eq!(ahead.ago, -1);
    }
}

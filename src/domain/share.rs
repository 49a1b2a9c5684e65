//! A figure as the office writes it: so many of so many (`records.md`, section 6).

use std::fmt;

/// `k` of `n`. The percentage has one decimal, halves away from zero; `0/0` has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many.
    pub k: u64,
    /// Of how many.
    pub n: u64,
}

impl Share {
    /// The percentage in tenths, or none for `0/0`.
    pub fn per_mille(self) -> Option<u64> {
        (self.n > 0).then(|| (self.k * 2000 + self.n) / (2 * self.n))
    }

    /// The percentage as `92.6`, with the decimal mark given.
    pub fn percent(self, mark: char) -> Option<String> {
        self.per_mille().map(|tenths| format!("{}{mark}{}", tenths / 10, tenths % 10))
    }

    /// Which part is the smaller one, exactly; one of nothing counts as nothing.
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let across = |k: u64, n: u64| u128::from(k) * u128::from(n.max(1));
        across(self.k, other.n).cmp(&across(other.k, self.n))
    }

    /// Counts one more case, a hit or not.
    pub fn count(&mut self, hit: bool) {
        self.k += u64::from(hit);
        self.n += 1;
    }
}

/// `25/27`.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.k, self.n)
    }
}

impl std::ops::AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.k += other.k;
        self.n += other.n;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero() {
        let percent = |k, n| Share { k, n }.percent('.').unwrap();
        assert_eq!(percent(25, 27), "92.6");
        assert_eq!(percent(1, 16), "6.3");
        assert_eq!(percent(3, 16), "18.8");
        assert_eq!(percent(1, 2000), "0.1");
        assert_eq!(percent(27, 27), "100.0");
        assert_eq!(percent(0, 5), "0.0");
        assert_eq!(Share { k: 0, n: 0 }.percent('.'), None);
    }
}

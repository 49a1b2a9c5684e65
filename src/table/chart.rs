//! A picture of figures over the rows of a table.

use crate::domain::Share;

/// How the figures of a chart are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// Months in their order, joined by a line.
    Line,
    /// Groups, a bar each.
    Bars,
}

/// Figures of one kind that are compared with each other: what a picture shows the table says too.
#[derive(Debug, Clone)]
pub struct Chart {
    pub drawn: Drawn,
    pub title: String,
    pub points: Vec<Point>,
}

/// One figure of a chart.
#[derive(Debug, Clone)]
pub struct Point {
    pub label: String,
    /// The same where there is room for a few characters only.
    pub short: String,
    pub share: Share,
}

impl Chart {
    /// A chart of the figures of which anything is known; none if that is fewer than two.
    pub fn of(
        drawn: Drawn,
        title: impl Into<String>,
        points: impl IntoIterator<Item = Point>,
    ) -> Option<Self> {
        let points: Vec<Point> = points.into_iter().filter(|point| point.share.n > 0).collect();
        (points.len() > 1).then(|| Self { drawn, title: title.into(), points })
    }

    /// The lowest and the highest figure, the earlier one of those alike.
    pub fn extremes(&self) -> Option<(&Point, &Point)> {
        let less = |a: &Point, b: &Point| a.share.compare(b.share);
        let lowest = self.points.iter().min_by(|a, b| less(a, b))?;
        let highest = self.points.iter().rev().max_by(|a, b| less(a, b))?;
        Some((lowest, highest))
    }
}

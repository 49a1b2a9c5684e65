//! Charts with the signs of a terminal.

use super::screen::Screen;
use crate::domain::Told;
use crate::table::{Chart, Column, Drawn, Point, Row, Shape, Table, Value};
use crate::texts::page as words;

/// From the lowest figure to the highest.
const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// The same where a terminal has no others.
const PLAIN: [char; 8] = ['.', ':', '-', '=', '+', '*', '#', '@'];

/// The chart as a smaller table: bars as rows of their own, months as a line of signs in the order of time.
pub fn drawn<'c>(chart: &'c Chart, screen: Screen<'_>) -> Table<'c> {
    let heading = vec![chart.title.clone()];
    match chart.drawn {
        Drawn::Line => Table { heading, under: line(chart, screen), ..Table::default() },
        Drawn::Bars => {
            let columns = vec![
                Column::new("label", "", Shape::Name),
                Column::new("share", "", Shape::Fraction),
                Column::new("percent", "", Shape::Percent),
                Column::new("bar", "", Shape::Bar).goes(1),
            ];
            let rows = chart.points.iter().map(bar).collect();
            Table { heading, columns, rows, ..Table::default() }
        }
    }
}

fn bar(point: &Point) -> Row<'_> {
    let share = || Value::from(Told::Share(point.share)).into();
    Row::body(vec![point.label.as_str().into(), share(), share(), share()])
}

/// The line of signs, and what its ends mean. Where all are alike there is nothing to draw.
fn line(chart: &Chart, screen: Screen<'_>) -> Vec<String> {
    let Some((lowest, highest)) = chart.extremes() else { return Vec::new() };
    let per_mille = |point: &Point| point.share.per_mille().unwrap_or(0);
    let (from, to) = (per_mille(lowest), per_mille(highest));
    let steps = if screen.is_plain { PLAIN } else { STEPS };
    let sign = |point: &Point| {
        let step = (per_mille(point) - from) * 7 / (to - from).max(1);
        steps[step as usize % steps.len()]
    };
    let (first, last) = (&chart.points[0], &chart.points[chart.points.len() - 1]);
    let ends = words::from_to(&first.label, &last.label);
    let said = |point: &Point| (point.label.clone(), point.share);
    let mut lines = Vec::new();
    if from < to {
        let signs: String = chart.points.iter().map(sign).collect();
        lines.push(format!("  {signs}  {ends}"));
    }
    lines.push(format!("  {}", words::extremes(screen.lang, said(lowest), said(highest))));
    lines
}

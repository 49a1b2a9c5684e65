//! What is open in a month: the cells that did not get their assigned visitor, by status.

use crate::domain::{MonthCoverage, Status};
use crate::table::{Column, Field, Row, Shape, Table};
use crate::texts::{self, Labelled, Lang};

/// What can still be mended comes first.
const OPEN: [Status; 6] = [
    Status::Missing,
    Status::Unassigned,
    Status::Absent,
    Status::Substituted,
    Status::Excused,
    Status::NotHeld,
];

/// Cells of a status that are named.
const NAMED: usize = 12;

/// One row a status that is a gap, with its cells.
pub(in crate::report) fn table(month: &MonthCoverage<'_>, lang: Lang) -> Table<'static> {
    let of = |status: Status| month.rows.iter().filter(move |row| row.status == status);
    let rows = OPEN.iter().filter_map(|status| {
        let cells = of(*status).count();
        let named = of(*status)
            .take(NAMED)
            .map(|row| texts::unbroken(&format!("{} {}", row.cell.code, row.cell_name())));
        let mut named: Vec<String> = named.collect();
        if cells > NAMED {
            named.push(texts::unbroken(&texts::month::and_more(lang, cells - NAMED)));
        }
        let label = format!("  {} ({cells})", status.label(lang));
        let fields: Vec<Field> = vec![label.into(), named.join(", ").into()];
        (cells > 0).then(|| Row::body(fields))
    });
    let rows: Vec<Row> = rows.collect();
    let gaps = month.rows.iter().filter(|row| row.status.is_gap()).count();
    let pending = of(Status::Pending).count();
    let mut heading = Vec::new();
    if gaps > 0 || pending == 0 {
        heading.push(texts::month::open(lang, gaps));
    }
    let under = (pending > 0).then(|| texts::month::pending(lang, pending));
    let columns =
        vec![Column::new("status", "", Shape::Short), Column::new("cells", "", Shape::Text)];
    Table { heading, columns, rows, under: under.into_iter().collect(), ..Table::default() }
}

//! The sheet of charts: the figures of each, and beside them the picture that the spreadsheet itself draws of them.

use rust_xlsxwriter::{Chart as Picture, ChartType, Format, Workbook, Worksheet, XlsxError};

use super::book::A4;
use super::look::{self, Look};
use super::names::Names;
use crate::table::{Chart, Drawn, Table};
use crate::texts::{self, page as words};

/// The columns of the figures: what each is of, how many, of how many, the part.
const LABEL: u16 = 0;
const K: u16 = 1;
const N: u16 = 2;
const PART: u16 = 3;
/// Where a picture begins, and at least how many rows it takes.
const BESIDE: u16 = 5;
const ROWS: u32 = 17;
/// Its size in dots.
const WIDTH: u32 = 720;
const HEIGHT: u32 = 320;

/// All charts of a table and of the smaller ones of which it consists.
fn all<'t>(table: &'t Table<'_>) -> Vec<&'t Chart> {
    let smaller = table.above.iter().chain(&table.below).flat_map(all);
    table.charts.iter().chain(smaller).collect()
}

/// Adds the sheet, if there is any chart.
pub(super) fn add(
    book: &mut Workbook,
    names: &mut Names,
    table: &Table<'_>,
    look: &Look<'_>,
) -> Result<(), XlsxError> {
    let charts = all(table);
    if charts.is_empty() {
        return Ok(());
    }
    let name = names.take(texts::sheets::name(look.lang(), "charts"));
    let sheet = book.add_worksheet().set_name(&name)?;
    sheet.set_column_width(LABEL, 28.0)?;
    let mut row = 0;
    for chart in charts {
        row = figures(sheet, &name, (chart, row), look)?;
    }
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_footer(texts::sheets::page(look.lang()));
    Ok(())
}

/// Writes the figures of a chart from this row on, and gives the row for the next.
fn figures(
    sheet: &mut Worksheet,
    name: &str,
    (chart, row): (&Chart, u32),
    look: &Look<'_>,
) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, LABEL, &chart.title, &look::line(true))?;
    let head = row + 1;
    let labels = words::chart_columns(look.lang());
    for (column, label) in (LABEL..).zip(labels) {
        sheet.write_string_with_format(head, column, label, &look::label())?;
    }
    let percent = Format::new().set_num_format("0.0%");
    let first = head + 1;
    let mut at = first;
    for point in &chart.points {
        sheet.write_string(at, LABEL, &point.label)?;
        sheet.write_number(at, K, point.share.k as f64)?;
        sheet.write_number(at, N, point.share.n as f64)?;
        let part = point.share.k as f64 / point.share.n as f64;
        sheet.write_number_with_format(at, PART, part, &percent)?;
        at += 1;
    }
    sheet.insert_chart(row, BESIDE, &picture(chart, (name, first, at - 1)))?;
    Ok(at.max(row + ROWS) + 1)
}

/// The picture of the figures in these rows of the sheet.
fn picture(chart: &Chart, (name, first, last): (&str, u32, u32)) -> Picture {
    let kind = match chart.drawn {
        Drawn::Line => ChartType::Line,
        Drawn::Bars => ChartType::Bar,
    };
    let mut picture = Picture::new(kind);
    picture
        .add_series()
        .set_name(chart.title.as_str())
        .set_categories((name, first, LABEL, last, LABEL))
        .set_values((name, first, PART, last, PART));
    picture.title().set_name(chart.title.as_str());
    picture.legend().set_hidden();
    let percent = |axis: &mut rust_xlsxwriter::ChartAxis| {
        axis.set_num_format("0%").set_max(1.0);
    };
    match chart.drawn {
        Drawn::Line => percent(picture.y_axis()),
        Drawn::Bars => {
            percent(picture.x_axis().set_min(0.0));
            // The first group stands at the top, as in the table.
            picture.y_axis().set_reverse();
        }
    }
    picture.set_width(WIDTH).set_height(HEIGHT);
    picture
}

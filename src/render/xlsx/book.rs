//! What every workbook has alike: its properties, its paper, and days as spreadsheets have them.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use crate::domain::Date;

/// A4 among the sizes of paper that spreadsheets number.
pub(super) const A4: u8 = 9;

/// The properties of a workbook of this title. The time of making would make every file another one.
pub(super) fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&made))
}

/// A day; the years that are recorded fit.
pub(super) fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)
}

//! `filed/2018-07.csv`: the rows of one closed month as they were filed.

use super::column::columns;
use super::content::{Content, Exported, written};
use super::{Column, Need};
use crate::domain::{Closing, FiledRow, Period, ThingKind};

/// A filed row is a document: nothing of it is left as it was.
const WHOLE: Need = Need::Rows;

columns! { COLUMNS:
    COMMITTEE = Column::codes("committee", ThingKind::Committee).needed_by(WHOLE),
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(WHOLE),
    ASSIGNED = Column::codes("assigned", ThingKind::Official).needed_by(WHOLE),
    PREDECESSOR = Column::codes("predecessor", ThingKind::Cell).needed_by(WHOLE),
    STATUS = Column::value("status").needed_by(WHOLE),
    HELD_ON = Column::value("held_on").needed_by(WHOLE),
    VISITORS = Column::codes("visitors", ThingKind::Official).needed_by(WHOLE),
    REASON = Column::codes("reason", ThingKind::Official).needed_by(WHOLE),
    TOTAL = Column::value("total").needed_by(WHOLE),
    EXEMPT = Column::value("exempt").needed_by(WHOLE),
    AWAY = Column::value("away").needed_by(WHOLE),
    PRESENT = Column::value("present").needed_by(WHOLE),
    EXCUSED = Column::value("excused").needed_by(WHOLE),
    GRADE = Column::value("grade").needed_by(WHOLE),
    RECOMMENDATIONS = Column::value("recommendations").needed_by(WHOLE),
}

/// The month of a file of this name, without regard to case: `2018-07.csv`.
pub fn month_of(name: &str) -> Option<Period> {
    let (month, ending) = name.split_once('.')?;
    Period::from_iso(month).filter(|_| ending.eq_ignore_ascii_case("csv"))
}

/// Every closed month, its rows by committee and cell.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    // A row tells its values in the order of the columns.
    let row = |row: &FiledRow| row.told().iter().map(|item| written(item.value.as_ref())).collect();
    let month = |closing: &'a Closing| {
        let rows = closing.rows.iter().map(row);
        Content { month: Some(closing.period), ..Content::new(COLUMNS, rows) }
    };
    exported.records.closings.iter().map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_of_filed_rows_is_in_the_name_of_their_file() {
        let july = Period::new(2018, 7);
        for name in ["2018-07.csv", "2018-07.CSV"] {
            assert_eq!(month_of(name), july, "{name}");
        }
        for name in ["", "2018-13.csv", "2018-07", "2018-07.csv.bak", "meetings.csv", "7-2018.csv"]
        {
            assert_eq!(month_of(name), None, "{name}");
        }
    }
}

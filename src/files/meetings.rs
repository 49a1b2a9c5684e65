//! `meetings.csv`.

use super::column::columns;
use super::content::{Content, Exported, written};
use super::{Column, Need};
use crate::domain::{Detail, Kept, Keyword, Meeting, Register, ThingKind};
use crate::table::Field;

columns! { HEAD:
    PERIOD = Column::value("period").needed_by(Need::Rows),
    CELL = Column::codes("cell", ThingKind::Cell).needed_by(Need::Rows),
    KIND = Column::value("kind"),
    HELD_ON = Column::value("held_on"),
    NOT_HELD_REASON = Column::value("not_held_reason"),
    VISITORS = Column::codes("visitors", ThingKind::Official),
    ABSENCE_REASON = Column::codes("absence_reason", ThingKind::Official),
    TOTAL = Column::value("total"),
    EXEMPT = Column::value("exempt"),
    AWAY = Column::value("away"),
    PRESENT = Column::value("present"),
    EXCUSED = Column::value("excused"),
}

const DETAILS: &[Detail] = <Detail as Keyword>::ALL;

/// The column of a detail: they stand between these and the note, in the order of their list.
pub const fn detail(detail: Detail) -> Column {
    let at = HEAD.len() + detail as usize;
    Column::value(Detail::KEYS[detail as usize]).at_place(at)
}

pub const NOTE: Column = Column::value("note").at_place(HEAD.len() + DETAILS.len());

/// All of them, in order: that in which a meeting tells its values.
pub const COLUMNS: &[Column] = &{
    let mut all = [NOTE; HEAD.len() + DETAILS.len() + 1];
    let mut at = 0;
    while at < NOTE.at() {
        all[at] = if at < HEAD.len() { HEAD[at] } else { detail(DETAILS[at - HEAD.len()]) };
        at += 1;
    }
    all
};

/// By period, cell, kind and day. No two meetings have all four alike.
pub(super) fn contents<'a>(exported: &mut Exported<'a>) -> Vec<Content<'a>> {
    let register = &exported.records.register;
    let months = exported.months.take().into_iter().flatten();
    let rows = months.flat_map(move |mut month| {
        month.sort_by_cached_key(|m| {
            let held_on = m.outcome.held().map(|held| held.held_on);
            (m.period, &register.cell(m.cell).code, m.kind, held_on)
        });
        month.into_iter().map(move |meeting| row(register, &meeting))
    });
    vec![Content::new(COLUMNS, rows)]
}

fn row(register: &Register, meeting: &Meeting) -> Vec<Field<'static>> {
    let mut row = Vec::with_capacity(COLUMNS.len());
    meeting.tell(register, |item| {
        if item.kept != Kept::Derived {
            row.push(written(item.value.as_ref()));
        }
    });
    row
}

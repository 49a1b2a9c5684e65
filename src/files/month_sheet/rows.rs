//! What stands on a month sheet, before it is laid out.

use crate::domain::{
    Cell, Committee, CommitteeId, Counts, Date, Facts, Meeting, Name, Official, Period, PeriodSpan,
    meeting_days, month_coverage,
};

/// A month, with what is known of it and what is likely.
#[derive(Debug)]
pub struct MonthSheet<'a> {
    pub period: Period,
    pub facts: &'a Facts,
    /// The committees with a due cell, in natural order of code.
    pub committees: Vec<CommitteeRows<'a>>,
    /// Who can have come to a meeting of the month, in the order of the notice.
    pub officials: Vec<&'a Official>,
}

/// The due cells of one committee.
#[derive(Debug)]
pub struct CommitteeRows<'a> {
    pub committee: &'a Committee,
    pub rows: Vec<SheetRow<'a>>,
}

/// One due cell.
#[derive(Debug)]
pub struct SheetRow<'a> {
    pub cell: &'a Cell,
    /// On the last day of the month.
    pub name: &'a Name,
    /// Who is asked to come: on the day of the meeting where it is recorded, else on the last day of the month.
    pub assigned: Vec<&'a Official>,
    /// The regular meeting of the month, if it is on record.
    pub recorded: Option<&'a Meeting>,
    /// How many members there were last, in all, exempt and away; where nothing is recorded of the month.
    pub likely: Counts,
}

impl<'a> MonthSheet<'a> {
    /// The months whose facts it is made of.
    pub fn months(period: Period) -> PeriodSpan {
        Facts::months_before(period)
    }

    /// The sheet of a month, out of the facts of [`Self::months`]; of one committee alone if it is named.
    pub fn of(
        facts: &'a Facts,
        period: Period,
        committee: Option<CommitteeId>,
        today: Date,
    ) -> Self {
        let mut committees: Vec<CommitteeRows<'a>> = Vec::new();
        let due = month_coverage(facts, period, today).rows.into_iter();
        for row in due.filter(|row| committee.is_none_or(|only| only == row.committee.id)) {
            // Also one held after today, which no report counts yet.
            let recorded = facts.regular(period, row.cell.id);
            let likely = recorded.is_none().then(|| members_before(facts, row.cell, period));
            let sheet_row = SheetRow {
                cell: row.cell,
                name: row.cell_name(),
                assigned: row.assigned,
                recorded,
                likely: likely.unwrap_or_default(),
            };
            match committees.last_mut().filter(|last| last.committee.id == row.committee.id) {
                Some(last) => last.rows.push(sheet_row),
                None => committees
                    .push(CommitteeRows { committee: row.committee, rows: vec![sheet_row] }),
            }
        }
        let (from, to) = meeting_days(period);
        let mut officials = facts.register.officials_in_order();
        officials.retain(|official| {
            let life = official.life();
            life.from.is_none_or(|day| day <= to) && life.until.is_none_or(|day| from < day)
        });
        Self { period, facts, committees, officials }
    }

    /// Its rows.
    pub fn rows(&self) -> impl Iterator<Item = &SheetRow<'a>> {
        self.committees.iter().flat_map(|committee| &committee.rows)
    }
}

/// The members of a cell as they were counted last. Who was present is no likely value: it is what is asked for.
fn members_before(facts: &Facts, cell: &Cell, period: Period) -> Counts {
    let counted = facts.counts_before(cell.id, period);
    let Counts { total, exempt, away, .. } = counted.unwrap_or_default();
    Counts { total, exempt, away, present: None, excused: None }
}

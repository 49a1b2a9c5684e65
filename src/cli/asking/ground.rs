//! What questions are asked and answers are checked on: the facts, read once and left, and what follows from them as the
//! likely answer.

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::domain::{
    Cell, CellId, Code, CoverageRow, Date, Facts, MeetingKind, Official, OfficialId, Period,
    PeriodSpan, month_coverage,
};
use crate::texts::{self, Lang, asking};

/// The facts as they are known while somebody is asked; no transaction is open meanwhile.
pub struct Ground {
    pub facts: Facts,
    pub today: Date,
}

impl Ground {
    /// Reads what is needed for the month asked about, or for the last one and this.
    pub fn read(context: &Context, about: Option<Period>) -> Result<Self, Failure> {
        let today = context.today()?;
        let this = Period::of(today);
        let first = about.map_or(this.previous(), |month| month.min(this.previous()));
        let PeriodSpan { from, .. } = Facts::months_before(first);
        let to = about.map_or(this, |month| month.max(this));
        let facts = context.read(|db| Ok(db.facts(PeriodSpan { from, to })?))?;
        Ok(Self { facts, today })
    }

    /// The due cells without a regular meeting for a month, by committee and cell.
    pub fn unreported(&self, period: Period) -> Vec<CoverageRow<'_>> {
        let rows = month_coverage(&self.facts, period, self.today).rows;
        rows.into_iter().filter(|row| row.meeting.is_none()).collect()
    }

    /// The month that is due: the last complete one until all of it is on record or it is closed, then this one.
    pub fn month_due(&self) -> Period {
        let last = Period::last_complete(self.today);
        let open = self.facts.closing(last).is_none() && !self.unreported(last).is_empty();
        if open { last } else { Period::of(self.today) }
    }

    /// The day on which a cell is likely to have met for a month: the one it announced, else its usual one.
    pub fn likely_day(&self, cell: &Cell, period: Period, kind: MeetingKind) -> Option<Date> {
        self.facts.likely_day(cell, period, kind, self.today)
    }

    /// Those assigned to a cell on a day, in the order of their codes.
    pub fn assigned(&self, cell: CellId, day: Date) -> Vec<&Official> {
        let assigned = self.facts.roster.assigned(&self.facts.register, cell, day);
        let mut officials: Vec<&Official> =
            assigned.into_iter().map(|id| self.official(id)).collect();
        officials.sort_by(|a, b| a.code.cmp(&b.code));
        officials
    }

    /// A cell among others, with its committee, and whether it has no report yet.
    pub fn named(&self, cell: &Cell, lang: Lang, unreported: bool) -> String {
        let standing = cell.standings.at(self.today);
        let committee = self.facts.register.committee(standing.committee);
        let (cell, committee) = (cell.thing(self.today), committee.names.at(self.today).as_str());
        asking::cell_option(lang, &texts::thing(&cell), committee, unreported)
    }

    /// Cells that there are on a day, by committee and cell.
    pub fn cells(&self, day: Date) -> Vec<&Cell> {
        let register = &self.facts.register;
        let cells = register.cells().iter().filter(|cell| cell.life().contains(day));
        let mut cells: Vec<&Cell> = cells.collect();
        let committee = |cell: &Cell| &register.committee(cell.standings.at(day).committee).code;
        cells.sort_by(|a, b| committee(a).cmp(committee(b)).then_with(|| a.code.cmp(&b.code)));
        cells
    }

    /// Officials who can be assigned on a day, in the order of the notice.
    pub fn officials(&self, day: Date) -> Vec<&Official> {
        let mut officials = self.facts.register.officials_in_order();
        officials.retain(|official| official.life().contains(day));
        officials
    }

    fn official(&self, id: OfficialId) -> &Official {
        self.facts.register.official(id)
    }
}

/// The code after one that ends in a number, and that none of these has.
pub fn next_code<'a>(after: &Code, taken: impl Iterator<Item = &'a Code> + Clone) -> Option<Code> {
    let text = after.as_str();
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, number) = text.split_at(text.len() - digits);
    let number: u32 = number.parse().ok()?;
    let after = (1..=1000).filter_map(|more| number.checked_add(more));
    let mut codes = after.filter_map(|n| Code::new(&format!("{head}{n:0digits$}")).ok());
    codes.find(|code| !taken.clone().any(|other| other == code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_code_counts_on_and_keeps_its_zeros() {
        let code = |text: &str| Code::new(text).unwrap();
        let taken = [code("P1-07"), code("P1-08"), code("CN")];
        let next = |text: &str| next_code(&code(text), taken.iter()).map(|c| c.to_string());
        assert_eq!(next("P1-07").as_deref(), Some("P1-09"));
        assert_eq!(next("P1-99").as_deref(), Some("P1-100"));
        assert_eq!(next("CN"), None);
    }
}

//! Closed months: their rows as they were filed, and what a record changes in them (`records.md`, section 7).

use std::collections::HashMap;
use std::fmt;

use super::coverage::Place;
use super::ids::identities;
use super::{
    Absences, CellId, Code, Counted, CoverageRow, Date, Detail, Details, DocumentNo, Facts,
    Figures, Grade, Held, Keyword, Meeting, MeetingId, MeetingKind, MonthCoverage, NotHeldReason,
    Official, OfficialId, OperationNumber, Outcome, Period, Presence, Status, month_coverage,
};

identities! {
    /// The closing of a month.
    ClosingId,
}

/// The first 8 bytes of an operation's hash, as they are printed on the signed paper: 16 hex digits in fours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 8]);

impl Fingerprint {
    /// The fingerprint of a hash.
    pub fn of(hash: &[u8; 32]) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = *hash;
        Self([a, b, c, d, e, f, g, h])
    }

    /// Reads 16 hex digits, with or without blanks or hyphens between them.
    pub fn read(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if digits.len() != 16 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        u64::from_str_radix(&digits, 16).ok().map(|number| Self(number.to_be_bytes()))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, pair) in self.0.chunks(2).enumerate() {
            let blank = if at == 0 { "" } else { " " };
            write!(f, "{blank}{:02x}{:02x}", pair[0], pair[1])?;
        }
        Ok(())
    }
}

/// The fingerprint that is printed for a closed month, by what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// Of the operation of this file that closed the month.
    Here(Fingerprint),
    /// The one first printed: the month was closed in another record file, and the files that it came with name it.
    Elsewhere(Fingerprint),
    /// Of the operation that imported it: the files that it came with name none.
    Imported(Fingerprint),
}

impl Printed {
    /// Whatever it is.
    pub fn fingerprint(self) -> Fingerprint {
        match self {
            Self::Here(print) | Self::Elsewhere(print) | Self::Imported(print) => print,
        }
    }

    /// The one first printed, which the signed paper bears, if it is known.
    pub fn first(self) -> Option<Fingerprint> {
        match self {
            Self::Here(print) | Self::Elsewhere(print) => Some(print),
            Self::Imported(_) => None,
        }
    }
}

/// What a filed row says of the month's meeting, in codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FiledReport {
    /// Nothing was recorded.
    Nothing,
    /// It was not held.
    NotHeld(NotHeldReason),
    /// It was held.
    Held(Box<FiledMeeting>),
}

impl FiledReport {
    /// The meeting, if it was held.
    pub fn held(&self) -> Option<&FiledMeeting> {
        match self {
            Self::Held(held) => Some(held),
            Self::NotHeld(_) | Self::Nothing => None,
        }
    }

    /// As it stands in the `reason` column: the absence reasons if it was held, else why it was not.
    pub fn reason(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::NotHeld(reason) => Some(reason.key().to_owned()),
            Self::Held(held) => Some(held.absences.written()).filter(|text| !text.is_empty()),
        }
    }
}

/// A meeting held, as filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledMeeting {
    pub held_on: Date,
    /// In natural order.
    pub visitors: Vec<Code>,
    /// In natural order.
    pub absences: Absences<Code>,
    pub presence: Presence,
    pub grade: Option<Grade>,
}

/// The row of one cell in a closed month: codes, no names, no free text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledRow {
    pub committee: Code,
    pub cell: Code,
    /// In natural order.
    pub assigned: Vec<Code>,
    /// The cell whose meeting stood for this one's.
    pub predecessor: Option<Code>,
    pub status: Status,
    pub report: FiledReport,
    pub recommendations: u32,
}

impl FiledRow {
    /// A row of coverage as it is filed.
    pub fn of(facts: &Facts, row: &CoverageRow<'_>) -> Self {
        let codes = |officials: &[&Official]| {
            let mut codes: Vec<Code> = officials.iter().map(|o| o.code.clone()).collect();
            codes.sort();
            codes
        };
        let report = match row.meeting.map(|m| &m.outcome) {
            None => FiledReport::Nothing,
            Some(Outcome::NotHeld(reason)) => FiledReport::NotHeld(*reason),
            Some(Outcome::Held(held)) => FiledReport::Held(Box::new(FiledMeeting {
                held_on: held.held_on,
                visitors: codes(&row.visitors(facts)),
                absences: held
                    .absences
                    .map(|who| facts.register.official(*who).code.clone())
                    .in_order(),
                presence: held.presence,
                grade: held.details.grade(),
            })),
        };
        Self {
            committee: row.committee.code.clone(),
            cell: row.cell.code.clone(),
            assigned: codes(&row.assigned),
            predecessor: row.predecessor.map(|cell| cell.code.clone()),
            status: row.status,
            report,
            recommendations: row.raised,
        }
    }

    /// Whether it says the same in everything that a closed month keeps: committee, assigned codes, day,
    /// visitors, status, reason, counts and grade. Names, notes and recommendations are free.
    pub fn agrees(&self, other: &Self) -> bool {
        let Self { committee, cell, assigned, predecessor: _, status, report, recommendations: _ } =
            self;
        (committee, cell, assigned, status, report)
            == (&other.committee, &other.cell, &other.assigned, &other.status, &other.report)
    }

    /// Puts rows in the order in which they are filed: by committee and cell.
    pub fn put_in_order(rows: &mut [Self]) {
        rows.sort_by(|a, b| a.committee.cmp(&b.committee).then_with(|| a.cell.cmp(&b.cell)));
    }

    /// Whether a meeting, held or not, was recorded.
    pub fn is_reported(&self) -> bool {
        self.report != FiledReport::Nothing
    }

    /// Whether a meeting may still be added to it with `--late`.
    pub fn takes_late(&self, live: &Self) -> bool {
        !self.is_reported() && live.is_reported()
    }
}

/// A month as it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    pub id: ClosingId,
    /// The operation that closed it.
    pub operation: OperationNumber,
    pub printed: Printed,
    pub period: Period,
    /// The day on which its rows were judged.
    pub closed_on: Date,
    pub document: Option<DocumentNo>,
    /// By committee and cell in natural order of code.
    pub rows: Vec<FiledRow>,
}

impl Closing {
    /// The figures of the filed rows that are wanted.
    pub fn figures(&self, wanted: impl Fn(&FiledRow) -> bool) -> Figures {
        let mut figures = Figures::default();
        for row in self.rows.iter().filter(|row| wanted(row)) {
            let visited = row.report.held().map(|held| !held.visitors.is_empty());
            figures.count(Counted::of(row.status, row.is_reported(), visited));
        }
        figures
    }

    /// Its rows by the code of their cell.
    pub fn by_cell(&self) -> HashMap<&Code, &FiledRow> {
        self.rows.iter().map(|row| (&row.cell, row)).collect()
    }
}

/// A filed month put together again for printing: the rows as filed, with the names of the facts given.
#[derive(Debug)]
pub struct FiledMonth {
    pub facts: Facts,
    pub closing: Closing,
    found: Vec<Found>,
}

/// What the codes of a filed row mean.
#[derive(Debug)]
struct Found {
    cell: CellId,
    committee: super::CommitteeId,
    predecessor: Option<CellId>,
    assigned: Vec<OfficialId>,
    meeting: Option<Meeting>,
}

impl FiledMonth {
    /// Looks up every code of the closing in the facts, which are those known when it was filed; gives
    /// back the first that they do not have.
    pub fn new(facts: Facts, closing: Closing) -> Result<Self, Code> {
        let found = {
            let codes = Codes::of(&facts);
            let rows = closing.rows.iter();
            rows.map(|row| codes.found(&facts, closing.period, row)).collect::<Result<_, _>>()?
        };
        Ok(Self { facts, closing, found })
    }

    /// The month as it was filed. Meetings not counted are those that were known when it was filed.
    pub fn coverage(&self) -> MonthCoverage<'_> {
        let register = &self.facts.register;
        let rows = self.closing.rows.iter().zip(&self.found).map(|(filed, found)| CoverageRow {
            period: self.closing.period,
            committee: register.committee(found.committee),
            cell: register.cell(found.cell),
            assigned: register.in_notice_order(&found.assigned),
            owing: register.in_notice_order(&self.place(found).owing(&found.assigned)),
            mode: self.place(found).mode(),
            meeting: found.meeting.as_ref(),
            predecessor: found.predecessor.map(|id| register.cell(id)),
            reference_day: self.place(found).day,
            status: filed.status,
            raised: filed.recommendations,
            late: false,
        });
        let live = month_coverage(&self.facts, self.closing.period, self.closing.closed_on);
        MonthCoverage { rows: rows.collect(), ..live }
    }

    /// The cell and the day by which a row was judged.
    fn place(&self, found: &Found) -> Place<'_> {
        let held = found.meeting.as_ref().and_then(|meeting| meeting.outcome.held());
        let day = held.map_or(self.closing.period.last_day(), |held| held.held_on);
        let cell = self.facts.register.cell(found.predecessor.unwrap_or(found.cell));
        Place { facts: &self.facts, cell, day }
    }
}

/// Identities by code.
struct Codes<'a> {
    committees: HashMap<&'a Code, super::CommitteeId>,
    cells: HashMap<&'a Code, CellId>,
    officials: HashMap<&'a Code, OfficialId>,
}

impl<'a> Codes<'a> {
    fn of(facts: &'a Facts) -> Self {
        let register = &facts.register;
        Self {
            committees: register.committees().iter().map(|c| (&c.code, c.id)).collect(),
            cells: register.cells().iter().map(|c| (&c.code, c.id)).collect(),
            officials: register.officials().iter().map(|o| (&o.code, o.id)).collect(),
        }
    }

    fn found(&self, facts: &Facts, period: Period, row: &FiledRow) -> Result<Found, Code> {
        let cell = |code: &Code| self.cells.get(code).copied().ok_or_else(|| code.clone());
        let official = |code: &Code| self.officials.get(code).copied().ok_or_else(|| code.clone());
        let id = cell(&row.cell)?;
        let predecessor = row.predecessor.as_ref().map(cell).transpose()?;
        let committee = self.committees.get(&row.committee).copied();
        let source = predecessor.unwrap_or(id);
        let recorded = facts.regular(period, source);
        let outcome = match &row.report {
            FiledReport::Nothing => None,
            FiledReport::NotHeld(reason) => Some(Outcome::NotHeld(*reason)),
            FiledReport::Held(held) => {
                let absences = held.absences.try_map(official)?.in_order();
                let visitors = held.visitors.iter().map(official).collect::<Result<_, _>>()?;
                Some(Outcome::Held(Box::new(Held {
                    visitors,
                    absences,
                    presence: held.presence,
                    details: scores(recorded).with(Detail::Grade, held.grade),
                    ..Held::bare(held.held_on)
                })))
            }
        };
        let meeting = outcome.map(|outcome| Meeting {
            id: recorded.map_or(MeetingId(0), |m| m.id),
            cell: source,
            period,
            kind: MeetingKind::Regular,
            outcome,
            note: recorded.and_then(|m| m.note.clone()),
        });
        Ok(Found {
            cell: id,
            committee: committee.ok_or_else(|| row.committee.clone())?,
            predecessor,
            assigned: row.assigned.iter().map(official).collect::<Result<_, _>>()?,
            meeting,
        })
    }
}

/// The scores of the meeting as it was known when the month was filed: the rows have none.
fn scores(recorded: Option<&Meeting>) -> Details {
    let known = recorded.and_then(|meeting| meeting.outcome.held()).map(|held| &held.details);
    let score = |score| known.and_then(|known| known.get(score));
    [Detail::SelfScore, Detail::ConfirmedScore]
        .into_iter()
        .fold(Details::default(), |scores, detail| scores.with(detail, score(detail)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_is_printed_or_without_blanks() {
        let mut hash = [9; 32];
        hash[..8].copy_from_slice(&[0x1a, 0x2b, 0x3c, 0x4d, 0x5e, 0x6f, 0x70, 0x81]);
        let print = Fingerprint::of(&hash);
        assert_eq!(print.to_string(), "1a2b 3c4d 5e6f 7081");
        for text in ["1a2b 3c4d 5e6f 7081", "1A2B3C4D5E6F7081", "1a2b-3c4d-5e6f-7081"] {
            assert_eq!(Fingerprint::read(text), Some(print), "{text}");
        }
        for text in ["", "1a2b", "1a2b 3c4d 5e6f 708g", "+a2b3c4d5e6f7081"] {
            assert_eq!(Fingerprint::read(text), None, "{text}");
        }
    }
}

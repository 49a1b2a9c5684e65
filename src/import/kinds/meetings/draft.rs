//! A row of `meetings.csv`.

use crate::domain::{
    Absences, AnyText, Counts, Date, Detail, DetailKind, DetailValue, Details, Field, Keyword,
    Label, MeetingKind, NotHeldReason, PLAIN, Period, Presence, Refusal, Remark, TEXTS, ThingKind,
    refusal,
};
use crate::files::{Column, meetings};
use crate::import::attendance::{Came, counts, reasons, visitors};
use crate::import::codes::Symbol;
use crate::import::draft::LeftEmpty;
use crate::import::fault::Problem;
use crate::import::months::month;
use crate::import::row::{Row, is_none};
use crate::texts::read_word;

/// What few rows have: several visitors, reasons of those who did not come, texts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rare {
    visitors: Box<[Symbol]>,
    absences: Absences<Symbol>,
    texts: [Option<AnyText>; TEXTS],
    note: Option<Remark>,
}

/// The visitors of a row in four bytes: one official, or what is said here. No file has that many codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Visitor(Symbol);

impl Visitor {
    const UNSAID: Self = Self(Symbol(u32::MAX));
    const NOBODY: Self = Self(Symbol(u32::MAX - 1));
    /// They stand in [`Rare`].
    const SEVERAL: Self = Self(Symbol(u32::MAX - 2));
}

/// Numbers of a row in two bytes each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed<const N: usize>([u16; N]);

impl<const N: usize> Packed<N> {
    /// Stands for none. No number of a row may be that large.
    const NONE: u16 = u16::MAX;

    fn new(numbers: [Option<u16>; N]) -> Self {
        Self(numbers.map(|number| number.unwrap_or(Self::NONE)))
    }

    fn get(self) -> [Option<u16>; N] {
        self.0.map(|number| (number != Self::NONE).then_some(number))
    }
}

/// A row of `meetings.csv`. There are millions of them, and they wait in memory until each is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct MeetingDraft {
    pub cell: Symbol,
    pub period: Period,
    pub kind: MeetingKind,
    pub held_on: Option<Date>,
    pub not_held: Option<NotHeldReason>,
    visitors: Visitor,
    /// Members in all, exempt, away, present and excused.
    counts: Packed<5>,
    /// The details that are no texts.
    plain: [u16; PLAIN],
    rare: Option<Box<Rare>>,
}

/// What only a meeting that was held has, apart from visitors and details.
const ONLY_HELD: [Column; 6] = {
    use meetings::*;
    [ABSENCE_REASON, TOTAL, EXEMPT, AWAY, PRESENT, EXCUSED]
};

impl MeetingDraft {
    /// The counts of members.
    pub fn counts(&self) -> Counts {
        let [total, exempt, away, present, excused] = self.counts.get();
        Counts { total, exempt, away, present, excused }
    }

    /// The details.
    pub fn details(&self) -> Details {
        let texts = self.rare.as_ref().map(|rare| rare.texts.clone());
        Details::together(self.plain, texts.unwrap_or_default())
    }

    /// Who came, in order; none if the row does not say.
    pub fn visitors(&self) -> Option<&[Symbol]> {
        match &self.visitors {
            &Visitor::UNSAID => None,
            &Visitor::NOBODY => Some(&[]),
            &Visitor::SEVERAL => Some(self.rare.as_ref().map_or(&[], |rare| &rare.visitors)),
            Visitor(symbol) => Some(std::slice::from_ref(symbol)),
        }
    }

    /// What it says of those who did not come.
    pub fn absences(&self) -> &Absences<Symbol> {
        self.rare.as_ref().map_or(&Absences::Unexplained, |rare| &rare.absences)
    }

    /// The note.
    pub fn note(&self) -> Option<&Remark> {
        self.rare.as_ref()?.note.as_ref()
    }

    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use meetings::*;
        row.left_empty = left_empty(row);
        if row.left_empty.is_some() {
            return None;
        }
        let (period, held_on) = (row.period(PERIOD), row.date(HELD_ON));
        row.day = held_on.or_else(|| period.map(Period::last_day)).unwrap_or(row.today);
        let cell = row.reference(CELL);
        let (period, cell) = (row.need(PERIOD, period), row.need(CELL, cell));
        let kind = match row.text(KIND) {
            "" => Some(MeetingKind::Regular),
            _ => row.word(KIND),
        };
        let not_held = row.word(NOT_HELD_REASON);
        check_outcome(row, kind);
        let (visitors, absences) = (visitors(row, VISITORS), reasons(row, ABSENCE_REASON));
        let mut counts = counts(row, [TOTAL, EXEMPT, AWAY, PRESENT, EXCUSED]);
        if held_on.is_none() && not_held.is_some() {
            // Those of before may stand there still.
            counts = Counts::default();
        }
        let details = details(row);
        let note = row.short(NOTE);
        let read = [
            (TOTAL, counts.total),
            (EXEMPT, counts.exempt),
            (AWAY, counts.away),
            (PRESENT, counts.present),
            (EXCUSED, counts.excused),
        ];
        // A count that could not be read is a fault by itself.
        let is_read = |(column, count): &(Column, Option<u16>)| {
            row.has(*column) && (count.is_some() || row.text(*column).is_empty())
        };
        let alone = Counts { total: counts.total, present: counts.present, ..Counts::default() };
        // Of a row that leaves counts as recorded only what holds whatever these are.
        let judged = if read.iter().all(is_read) {
            counts.check()
        } else if counts.total.is_some() && counts.present.is_some() {
            alone.check()
        } else {
            Ok(Presence::Unknown)
        };
        if let Err(refusal) = judged {
            row.refuse(blamed_count(&refusal), refusal);
        }
        let Counts { total, exempt, away, present, excused } = counts;
        let (plain, texts) = details.apart();
        let (visitors, several) = match visitors {
            Came::Unsaid => (Visitor::UNSAID, Box::default()),
            Came::Nobody => (Visitor::NOBODY, Box::default()),
            Came::One(symbol) => (Visitor(symbol), Box::default()),
            Came::Several(symbols) => (Visitor::SEVERAL, symbols),
        };
        let has_text = texts.iter().any(Option::is_some) || note.is_some();
        let is_rare = has_text || visitors == Visitor::SEVERAL || absences != Absences::Unexplained;
        let rare = Rare { visitors: several, absences, texts, note };
        Some(Self {
            cell: cell?,
            period: period?,
            kind: kind?,
            held_on,
            not_held,
            visitors,
            counts: Packed::new([total, exempt, away, present, excused]),
            plain,
            rare: is_rare.then(|| Box::new(rare)),
        })
    }
}

/// The cell and month of a row in which nothing stands but what a month sheet is handed out with. Where the file has no
/// column for the day, a row may leave everything else as it is recorded.
fn left_empty(row: &mut Row<'_>) -> Option<LeftEmpty> {
    use meetings::*;
    let is_empty = row.has(HELD_ON) && filled_in().all(|column| row.text(column).is_empty());
    let kind = row.text(KIND);
    let is_regular = || kind.is_empty() || read_word(kind) == Some(MeetingKind::Regular);
    if !is_empty || !is_regular() {
        return None;
    }
    let period = month(row.text(PERIOD)).ok()?;
    let cell = match (row.text(CELL), CELL.code(row.text(CELL))) {
        ("", _) => return None,
        (_, Ok(code)) => row.codes.symbol(code),
        (name, Err(_)) => row.codes.name(ThingKind::Cell, period.last_day(), name),
    };
    Some(LeftEmpty { cell, period })
}

/// The details of a meeting, each as its kind is read.
fn details(row: &mut Row<'_>) -> Details {
    let mut details = Details::default();
    for detail in Detail::ALL.iter().copied() {
        let column = meetings::detail(detail);
        let value = match detail.kind() {
            DetailKind::Count => row.count(column, Field::Detail(detail)).map(DetailValue::Count),
            DetailKind::YesNo => row.yes_or_no(column).map(DetailValue::YesNo),
            DetailKind::Points => row.score(column).map(DetailValue::Points),
            DetailKind::Grade => row.word(column).map(DetailValue::Grade),
            DetailKind::Remark => row.short(column).map(|text: Remark| text.into()),
            DetailKind::Label => row.short(column).map(|text: Label| text.into()),
        };
        details.set(detail, value);
    }
    details
}

/// The column to look at where counts do not fit together.
pub(in crate::import) fn blamed_count(refusal: &Refusal) -> Column {
    use meetings::*;
    match refusal {
        Refusal::Counts(
            refusal::Counts::PresentOverTotal { .. } | refusal::Counts::PresentOverExpected { .. },
        ) => PRESENT,
        Refusal::Counts(refusal::Counts::ExemptAwayOverTotal { .. }) => EXEMPT,
        _ => TOTAL,
    }
}

/// Exactly one of a day and a reason; what belongs to a held meeting only with a day; and for a held
/// regular meeting a word about visitors.
fn check_outcome(row: &mut Row<'_>, kind: Option<MeetingKind>) {
    use meetings::*;
    let held = !row.text(HELD_ON).is_empty();
    let not_held = !row.text(NOT_HELD_REASON).is_empty();
    match (held, not_held) {
        (true, true) => row.refuse(NOT_HELD_REASON, Problem::HeldAndNotHeld),
        (false, false) if row.has(HELD_ON) && row.has(NOT_HELD_REASON) => {
            row.refuse(HELD_ON, Problem::NeitherHeldNorNotHeld);
        }
        (false, true) => {
            if !row.text(VISITORS).is_empty() && !is_none(row.text(VISITORS)) {
                row.refuse(VISITORS, Problem::NotHeldHasMore);
            }
            let details = Detail::ALL.iter().map(|detail| meetings::detail(*detail));
            let counts = ONLY_HELD.into_iter().filter(|column| !LIKELY.contains(column));
            for column in counts.chain(details) {
                if !row.text(column).is_empty() {
                    row.refuse(column, Problem::NotHeldHasMore);
                }
            }
        }
        (true, false) | (false, false) => {
            let silent = row.has(VISITORS) && row.text(VISITORS).is_empty();
            if held && silent && kind == Some(MeetingKind::Regular) {
                row.refuse(VISITORS, Problem::VisitorsEmpty);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_a_file_with_millions_of_them_stays_small() {
        let size = size_of::<MeetingDraft>();
        assert!(size <= 48, "{size}");
    }

    #[test]
    fn a_number_is_none_or_itself() {
        let counts = [None, Some(0), Some(9999)];
        assert_eq!(Packed::new(counts).get(), counts);
    }
}

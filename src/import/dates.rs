//! What the dates of one file show together: the earliest and latest of each column, and whether the
//! file was written month first (`records.md`, section 9).

use super::fault::Problem;
use super::ledger::{Ledger, Place};
use crate::domain::{Date, DateInput, Refusal, refusal};
use crate::files::{Column, FileKind};

/// A date as it stands in a file.
#[derive(Debug, Clone)]
struct Written {
    place: Place,
    column: Column,
    text: String,
}

/// The dates of one file.
#[derive(Debug, Clone, Default)]
pub(super) struct Dates {
    pub ranges: [Option<(Date, Date)>; FileKind::MOST_COLUMNS],
    /// The first one that is written day first.
    slash: Option<Written>,
    /// The first one that can only be month first.
    proof: Option<(u32, String)>,
}

impl Dates {
    /// Reads a date.
    pub fn read(
        &mut self,
        place: Place,
        column: Column,
        text: &str,
        today: Date,
    ) -> Result<Date, Refusal> {
        if let Some(day) = Date::from_iso(text) {
            self.note(column, day);
            return Ok(day);
        }
        match DateInput::read(text) {
            Ok(input) => {
                let day = input.resolve(today);
                let iso = text.bytes().take_while(u8::is_ascii_digit).count() == 4;
                if matches!(input, DateInput::Day(_)) && !iso && self.slash.is_none() {
                    self.slash = Some(Written { place, column, text: text.to_owned() });
                }
                self.note(column, day);
                Ok(day)
            }
            Err(refusal) => {
                if matches!(
                    refusal,
                    Refusal::Calendar(refusal::Calendar::DateImpossible {
                        month_first: Some(_),
                        ..
                    })
                ) {
                    self.proof.get_or_insert_with(|| (place.line, text.to_owned()));
                }
                Err(refusal)
            }
        }
    }

    fn note(&mut self, column: Column, day: Date) {
        let range = self.ranges[column.at()].get_or_insert((day, day));
        *range = (range.0.min(day), range.1.max(day));
    }

    /// Enters one fault for all slash dates of the file if one of them proves that they are month first.
    /// Says whether the file is suspect.
    pub fn judge(&self, ledger: &mut Ledger) -> bool {
        let Some((line, text)) = &self.proof else { return false };
        if let Some(Written { place, column, text: value }) = &self.slash {
            let problem = Problem::SlashDatesSuspect { line: u64::from(*line), text: text.clone() };
            ledger.enter(*place, Some(*column), value, problem);
        }
        true
    }
}

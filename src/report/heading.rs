//! What stands above a report: its title with the office beside it, what was counted, and to what it is limited; and what
//! stands around it where it is signed and sent. That comes with the table: so a format that has no form for papers leaves
//! it, and one that has it reads nothing but the table.

use super::CoverageScope;
use crate::domain::{Date, Facts, Letterhead, Name};
use crate::table::{Paper, Table};
use crate::texts::{self, Lang};

/// A line that is broken between its parts, not within them, if they are not long.
fn in_parts(line: &str) -> String {
    const LONG: usize = 40;
    let part = |part: &str| {
        if part.chars().count() > LONG { part.to_owned() } else { texts::unbroken(part) }
    };
    line.split(" · ").map(part).collect::<Vec<_>>().join(" · ")
}

/// What stands around a report that is made on this day.
pub(super) fn paper(
    lang: Lang,
    (office, letterhead): (Option<&Name>, &Letterhead),
    is_sample: bool,
    today: Date,
) -> Paper {
    Paper {
        office: office.cloned(),
        letterhead: letterhead.clone(),
        year: today.year(),
        foot: is_sample.then(|| texts::coverage::sample(lang).to_owned()).into_iter().collect(),
    }
}

/// A table with the heading alone. What it is limited to is named as on the first of the days; it is made on the other.
pub(super) fn headed(
    facts: &Facts,
    (scope, [day, today]): (CoverageScope, [Date; 2]),
    lang: Lang,
    title: String,
    counted: &str,
) -> Table<'static> {
    let register = &facts.register;
    let limits = [
        scope.committee.map(|id| register.committee(id).thing(day)),
        scope.cell.map(|id| register.cell(id).thing(day)),
        scope.official.map(|id| register.official(id).thing(day)),
    ];
    let limits = limits.iter().flatten().map(texts::thing);
    let limits = limits.map(|thing| texts::coverage::limited_to(lang, &thing));
    let about = texts::capital(&in_parts(counted));
    Table {
        heading: [title, about].into_iter().chain(limits).collect(),
        aside: texts::coverage::office(lang, facts.office.as_ref(), facts.sample),
        paper: Some(paper(lang, (facts.office.as_ref(), &facts.letterhead), facts.sample, today)),
        ..Table::default()
    }
}

//! `chibo page`: what leaders look at of a span of months, each part a report of its own.

use super::coverage::{CoverageReport, figures_block, open_cells};
use super::{DutiesReport, OfficialsReport, RecommendationsReport};
use crate::table::{Medium, Table};
use crate::texts::{self, Lang};

/// The reports of the same months.
#[derive(Debug)]
pub struct PageParts<'r, 'a> {
    pub coverage: &'r CoverageReport<'a>,
    pub officials: &'r OfficialsReport<'r, 'a>,
    pub duties: &'r DutiesReport<'a>,
    pub recommendations: &'r RecommendationsReport<'a>,
}

/// A table without rows of its own, below which the parts stand that have anything to say. For people the figures and what
/// is open stand before the rows.
pub fn page<'r>(parts: &PageParts<'r, '_>, lang: Lang<'r>, medium: Medium) -> Table<'r> {
    let PageParts { coverage, officials, duties, recommendations } = *parts;
    let mut first = coverage.lay_out(lang, medium).whole();
    let (heading, aside) = (std::mem::take(&mut first.heading), first.aside.take());
    let paper = first.paper.take();
    if medium == Medium::Screen && coverage.months.len() > 1 {
        let under = coverage.notes_of_span(lang);
        first.above.insert(0, Table { under, ..figures_block(&coverage.figures(), lang) });
        first.above.extend(coverage.newest_over().map(|month| {
            let mut open = open_cells(month, lang);
            for line in open.heading.iter_mut().take(1) {
                *line = format!("{}: {line}", texts::period(lang, month.period));
            }
            open
        }));
    }
    let mut below: Vec<Table<'r>> = vec![first, officials.lay_out(lang)];
    if !duties.rows.is_empty() {
        below.push(duties.lay_out(lang, medium));
    }
    if recommendations.lines().next().is_some() {
        below.push(recommendations.lay_out(lang, medium));
    }
    if medium == Medium::Screen {
        below = below.into_iter().map(|part| named(part, lang)).collect();
    } else {
        // A sheet of a workbook is sent on alone.
        below[0].heading.clone_from(&heading);
    }
    Table { kind: "page", schema: 1, heading, aside, below, paper, ..Table::default() }
}

/// A part under a short name: the page says of which months it is, and of which office.
fn named<'t>(part: Table<'t>, lang: Lang) -> Table<'t> {
    let name = texts::sheets::name(lang, part.kind).to_owned();
    let heading = std::iter::once(name).chain(part.heading.into_iter().skip(1)).collect();
    Table { heading, aside: None, ..part }
}

//! The review of a span, sentence by sentence: what is said, without its words (`commands.md`, Reports).

use super::keyword::{Keyword, keyword};
use super::{Category, Cell, Committee, Grade, Name, Official, PeriodSpan, Share};

keyword! {
    /// A part of the review.
    Section {
        Office = "office",
        Coverage = "coverage",
        Members = "members",
        Duties = "duties",
        Inspections = "inspections",
        Recommendations = "recommendations",
        Attention = "attention",
    }
}

/// What a statement is about.
#[derive(Debug, Clone)]
pub enum Said<'a> {
    /// Committees and cells on the last day.
    Cells {
        committees: u64,
        cells: u64,
    },
    /// Cells with an assigned visitor at the end, of those due.
    Assigned,
    /// Officials assigned on the last day, and those of one category of them.
    Officials(u64),
    Category(&'a Category, u64),
    NoCategory(u64),
    /// The figures of all cell-months.
    Reported,
    /// Cell-months not reported while their month is not over.
    Pending(u64),
    Held,
    Covered {
        not_required: u64,
    },
    CoveredOfHeld,
    Visited,
    AllCame,
    /// Of a committee, and of a quarter.
    CoveredBy(&'a Committee, &'a Name),
    CoveredIn(PeriodSpan),
    Visits(u64),
    /// Members present of those expected; of a quarter.
    Present,
    PresentIn(PeriodSpan),
    /// Meetings with a grade of those held, and of those graded the ones with this one.
    Graded,
    Grade(Grade),
    Prepared,
    Themes,
    DutiesMet,
    /// Duties whose span is not over.
    DutiesOpen(u64),
    Inspections {
        all: u64,
        inspections: u64,
        supervisions: u64,
        cells: u64,
        officials: u64,
    },
    /// Recommendations, a matter counted once.
    Raised(u64),
    Settled,
    Resolved,
    Declined,
    Answered,
    ReportedBack,
    /// A cell without its visitor in several months, in a row up to the last.
    CellWithout {
        cell: &'a Cell,
        name: &'a Name,
        months: u64,
    },
    /// An official who was absent without a reason so often.
    Absent {
        official: &'a Official,
        times: u64,
    },
    /// Duties that were not met, and matters that somebody has forgotten.
    Short(u64),
    Overdue(u64),
    /// Nothing and nobody needs attention.
    AllWell,
}

/// A sentence of the review, without its words.
#[derive(Debug, Clone)]
pub struct Statement<'a> {
    pub section: Section,
    pub said: Said<'a>,
    /// How many of how many, where it says so.
    pub share: Option<Share>,
}

impl Said<'_> {
    /// The stable key of what is said.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Cells { .. } => "cells",
            Self::Assigned => "assigned",
            Self::Officials(_) => "officials",
            Self::Category(..) => "category",
            Self::NoCategory(_) => "no_category",
            Self::Reported => "reported",
            Self::Pending(_) => "pending",
            Self::Held => "held",
            Self::Covered { .. } => "covered",
            Self::CoveredOfHeld => "covered_of_held",
            Self::Visited => "visited",
            Self::AllCame => "all_came",
            Self::CoveredBy(..) => "covered_by_committee",
            Self::CoveredIn(_) => "covered_in_quarter",
            Self::Visits(_) => "visits",
            Self::Present => "present",
            Self::PresentIn(_) => "present_in_quarter",
            Self::Graded => "graded",
            Self::Grade(_) => "grade",
            Self::Prepared => "prepared",
            Self::Themes => "themes",
            Self::DutiesMet => "duties_met",
            Self::DutiesOpen(_) => "duties_open",
            Self::Inspections { .. } => "inspections",
            Self::Raised(_) => "raised",
            Self::Settled => "settled",
            Self::Resolved => "resolved",
            Self::Declined => "declined",
            Self::Answered => "answered",
            Self::ReportedBack => "reported_back",
            Self::CellWithout { .. } => "cell_without",
            Self::Absent { .. } => "absent",
            Self::Short(_) => "duties_short",
            Self::Overdue(_) => "overdue",
            Self::AllWell => "all_well",
        }
    }

    /// Of whom or what it is said, by code, grade or months.
    pub fn of(&self) -> Option<String> {
        match self {
            Self::Category(category, _) => Some(category.code.to_string()),
            Self::CoveredBy(committee, _) => Some(committee.code.to_string()),
            Self::CoveredIn(span) | Self::PresentIn(span) => {
                Some(format!("{}..{}", span.from, span.to))
            }
            Self::Grade(grade) => Some(grade.key().to_owned()),
            Self::CellWithout { cell, .. } => Some(cell.code.to_string()),
            Self::Absent { official, .. } => Some(official.code.to_string()),
            Self::Cells { .. }
            | Self::Assigned
            | Self::Officials(_)
            | Self::NoCategory(_)
            | Self::Reported
            | Self::Pending(_)
            | Self::Held
            | Self::Covered { .. }
            | Self::CoveredOfHeld
            | Self::Visited
            | Self::AllCame
            | Self::Visits(_)
            | Self::Present
            | Self::Graded
            | Self::Prepared
            | Self::Themes
            | Self::DutiesMet
            | Self::DutiesOpen(_)
            | Self::Inspections { .. }
            | Self::Raised(_)
            | Self::Settled
            | Self::Resolved
            | Self::Declined
            | Self::Answered
            | Self::ReportedBack
            | Self::Short(_)
            | Self::Overdue(_)
            | Self::AllWell => None,
        }
    }

    /// Its number, where it is no share.
    pub fn count(&self) -> Option<u64> {
        match self {
            Self::Cells { cells, .. } => Some(*cells),
            Self::Inspections { all, .. } => Some(*all),
            Self::Officials(count)
            | Self::Category(_, count)
            | Self::NoCategory(count)
            | Self::Pending(count)
            | Self::Visits(count)
            | Self::DutiesOpen(count)
            | Self::Raised(count)
            | Self::Short(count)
            | Self::Overdue(count)
            | Self::CellWithout { months: count, .. }
            | Self::Absent { times: count, .. } => Some(*count),
            Self::Assigned
            | Self::Reported
            | Self::Held
            | Self::Covered { .. }
            | Self::CoveredOfHeld
            | Self::Visited
            | Self::AllCame
            | Self::CoveredBy(..)
            | Self::CoveredIn(_)
            | Self::Present
            | Self::PresentIn(_)
            | Self::Graded
            | Self::Grade(_)
            | Self::Prepared
            | Self::Themes
            | Self::DutiesMet
            | Self::Settled
            | Self::Resolved
            | Self::Declined
            | Self::Answered
            | Self::ReportedBack
            | Self::AllWell => None,
        }
    }
}

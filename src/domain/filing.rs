//! Filed rows that come back out of files: what may stand in one, and codes that mean something else in
//! writing now than when it was filed (`records.md`, sections 7 and 9).

use std::collections::HashMap;

use super::{Case, Code, FiledMeeting, FiledReport, FiledRow, Seen, Status, judge};

impl FiledRow {
    /// The status that the rest of the row gives: the month was over when it was filed.
    pub fn judged(&self) -> Status {
        let seen = match &self.report {
            FiledReport::Nothing => Seen::Nothing,
            FiledReport::NotHeld(_) => Seen::NotHeld,
            FiledReport::Held(held) => Seen::Held {
                assigned_came: held.visitors.iter().any(|who| self.assigned.contains(who)),
                someone_came: !held.visitors.is_empty(),
                all_have_reasons: {
                    let has_reason = |who: &Code| held.absences.reason_for(who).is_some();
                    self.assigned.iter().all(has_reason)
                },
            },
        };
        judge(Case { anyone_assigned: !self.assigned.is_empty(), seen, month_over: true })
    }

    /// The same row in the codes now in force.
    pub fn recoded(self, recoding: &Recoding) -> Self {
        let officials = |codes: Vec<Code>| {
            let mut codes: Vec<Code> = codes.iter().map(|who| recoding.official(who)).collect();
            codes.sort();
            codes
        };
        let report = match self.report {
            FiledReport::Held(held) => FiledReport::Held(Box::new(FiledMeeting {
                visitors: officials(held.visitors),
                absences: held.absences.map(|who| recoding.official(who)).in_order(),
                ..*held
            })),
            other => other,
        };
        Self {
            committee: recoding.committee(&self.committee),
            cell: recoding.cell(&self.cell),
            assigned: officials(self.assigned),
            predecessor: self.predecessor.as_ref().map(|cell| recoding.cell(cell)),
            report,
            ..self
        }
    }
}

/// Codes that were given up, and those that stand for the same identity now. A code names one identity for
/// ever, so that a row filed under an old one still means the same.
#[derive(Debug, Clone, Default)]
pub struct Recoding {
    pub committees: HashMap<Code, Code>,
    pub cells: HashMap<Code, Code>,
    pub officials: HashMap<Code, Code>,
}

impl Recoding {
    fn committee(&self, code: &Code) -> Code {
        self.committees.get(code).unwrap_or(code).clone()
    }

    fn cell(&self, code: &Code) -> Code {
        self.cells.get(code).unwrap_or(code).clone()
    }

    fn official(&self, code: &Code) -> Code {
        self.officials.get(code).unwrap_or(code).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{AbsenceReason, Absences, Date, Keyword, NotHeldReason, Presence};

    fn code(text: &str) -> Code {
        Code::new(text).unwrap()
    }

    fn row(assigned: &[&str], report: FiledReport) -> FiledRow {
        FiledRow {
            committee: code("P1"),
            cell: code("P1-01"),
            assigned: assigned.iter().map(|who| code(who)).collect(),
            predecessor: None,
            status: Status::Missing,
            report,
            recommendations: 0,
        }
    }

    fn held(visitors: &[&str], absences: Absences<Code>) -> FiledReport {
        FiledReport::Held(Box::new(FiledMeeting {
            held_on: Date::new(2018, 7, 5).unwrap(),
            visitors: visitors.iter().map(|who| code(who)).collect(),
            absences,
            presence: Presence::Unknown,
            grade: None,
        }))
    }

    #[test]
    fn a_filed_row_is_judged_by_what_stands_in_it() {
        let duty = AbsenceReason::Duty;
        let one = Absences::each(vec![(code("A"), duty)]);
        for (assigned, report, status) in [
            (&[][..], held(&["A"], Absences::Unexplained), Status::Unassigned),
            (&["A"], FiledReport::Nothing, Status::Missing),
            (&["A"], FiledReport::NotHeld(NotHeldReason::Holiday), Status::NotHeld),
            (&["A", "B"], held(&["b", "C"], Absences::Unexplained), Status::Attended),
            (&["A"], held(&["B"], Absences::All(duty)), Status::Substituted),
            (&["A"], held(&[], one.clone()), Status::Excused),
            (&["A", "B"], held(&[], Absences::All(duty)), Status::Excused),
            (&["A", "B"], held(&[], one), Status::Absent),
            (&["A"], held(&[], Absences::Unexplained), Status::Absent),
        ] {
            assert_eq!(row(assigned, report).judged().key(), status.key());
        }
    }

    #[test]
    fn a_row_filed_under_old_codes_comes_in_the_new_ones_and_in_their_order() {
        let recoding = Recoding {
            cells: HashMap::from([(code("P1-01"), code("X-1"))]),
            officials: HashMap::from([(code("a"), code("Z"))]),
            ..Recoding::default()
        };
        let reasons = vec![(code("A"), AbsenceReason::Duty), (code("C"), AbsenceReason::Leave)];
        let filed = row(&["A", "B"], held(&["A", "D"], Absences::each(reasons)));
        let new = filed.recoded(&recoding);
        assert_eq!((new.cell.as_str(), new.committee.as_str()), ("X-1", "P1"));
        assert_eq!(new.assigned, [code("B"), code("Z")]);
        let FiledReport::Held(held) = new.report else { panic!() };
        assert_eq!(held.visitors, [code("D"), code("Z")]);
        assert_eq!(held.absences.written(), "C=leave;Z=duty");
    }
}

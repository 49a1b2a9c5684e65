//! Filed rows that come back out of files: what may stand in one, and codes that mean something else in
//! writing now than when it was filed (`records.md`, sections 7 and 9).

use std::collections::HashMap;

use super::{Case, Code, FiledMeeting, FiledReport, FiledRow, Seen, Status, judge};

impl FiledRow {
    /// The status that the rest of the row gives where nobody has a duty: the month was over when it was filed.
    pub fn judged(&self) -> Status {
        let anyone = !self.assigned.is_empty();
        let Some(held) = self.report.held() else { return self.judged_if(anyone, None) };
        let came = held.visitors.iter().any(|who| self.assigned.contains(who));
        let has_reason = |who: &Code| held.absences.reason_for(who).is_some();
        self.judged_if(anyone, Some((came, anyone, self.assigned.iter().all(has_reason))))
    }

    /// Whether the rest of the row can give its status where officials have duties, of which the row says nothing: others
    /// than those assigned may answer for the cell, and not everyone assigned need owe it a visit every month.
    pub fn may_be_by_duty(&self) -> bool {
        const EITHER: [bool; 2] = [false, true];
        let answers = EITHER.into_iter().filter(|anyone| *anyone || self.assigned.is_empty());
        let Some(held) = self.report.held() else {
            return answers.into_iter().any(|anyone| self.judged_if(anyone, None) == self.status);
        };
        let assigned_came = held.visitors.iter().any(|who| self.assigned.contains(who));
        let reasons = self.assigned.iter().map(|who| held.absences.reason_for(who).is_some());
        let reasons: Vec<bool> = reasons.collect();
        // Whoever came may answer for the cell; who is not assigned owes it no visit every month.
        let may_come = |came: bool| {
            if came { !held.visitors.is_empty() } else { !assigned_came }
        };
        let may_owe = |owes: bool| !owes || !self.assigned.is_empty();
        answers.into_iter().any(|anyone| {
            EITHER.into_iter().filter(|came| may_come(*came)).any(|came| {
                EITHER.into_iter().filter(|owes| may_owe(*owes)).any(|owes| {
                    let all = EITHER.into_iter().filter(|all| reasons.contains(all) || !owes);
                    let seen = all.map(|all| Some((came, owes, all)));
                    seen.into_iter().any(|seen| self.judged_if(anyone, seen) == self.status)
                })
            })
        })
    }

    /// The status if somebody answers for the cell or not; of a meeting held, if one of them came, if somebody owed the
    /// cell a visit, and if all such have reasons.
    fn judged_if(&self, anyone_answers: bool, held: Option<(bool, bool, bool)>) -> Status {
        let seen = match (&self.report, held) {
            (FiledReport::Held(report), Some((answering_came, anyone_owes, all_have_reasons))) => {
                let someone_came = !report.visitors.is_empty();
                Seen::Held { answering_came, anyone_owes, someone_came, all_have_reasons }
            }
            (FiledReport::NotHeld(_), _) => Seen::NotHeld,
            (FiledReport::Nothing | FiledReport::Held(_), _) => Seen::Nothing,
        };
        judge(Case { anyone_answers, seen, month_over: true })
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

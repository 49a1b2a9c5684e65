//! Coverage for programs: one row a cell and period, schema 1 (`records.md`, section 9).

use super::CoverageReport;
use super::beneath::missed;
use super::closing;
use super::figures::keyed;
use super::month::tone;
use crate::domain::{
    AbsenceReason, Code, Committee, CoverageRow, Detail, Key, Keyword, Label, Name, Official,
    Outcome, Post, Told,
};
use crate::report::{column, word_value};
use crate::table::{Column, Field, FigureGroup, Medium, Row, Shape, Streamed, Table, Value};
use crate::texts::{Heading, Labelled, Lang};

impl<'a> CoverageReport<'a> {
    pub(super) fn data<'b>(&'b self, lang: Lang<'b>) -> Streamed<'b> {
        let of = |committee: &'a Committee, name: &'a Name| {
            vec![
                ("committee", committee.code.as_str().into()),
                ("committee_name", name.as_str().into()),
            ]
        };
        let all = FigureGroup { of: Vec::new(), figures: keyed(&self.figures()) };
        let groups = self.committees().into_iter().map(|(committee, name, figures)| FigureGroup {
            of: of(committee, name),
            figures: keyed(&figures),
        });
        let table = Table {
            kind: "coverage",
            schema: 1,
            about: self.about(),
            columns: columns(lang),
            figures: std::iter::once(all).chain(groups).collect(),
            ..Table::default()
        };
        let rows = self.rows().map(move |row| Row::body(self.data_fields(lang, row)));
        Streamed { table, more: Box::new(rows) }
    }

    pub(in crate::report) fn about(&self) -> Vec<(&'static str, Value<'a>)> {
        let facts = self.facts;
        let not_counted: Vec<String> = self
            .months
            .iter()
            .flat_map(|month| month.not_counted.iter().map(|left| left.cell.code.to_string()))
            .collect();
        vec![
            ("office", facts.office.as_ref().map(|o| o.to_string()).into()),
            ("sample", facts.sample.then_some("yes").into()),
            ("period_from", self.span.from.into()),
            ("period_to", self.span.to.into()),
            ("today", self.today.into()),
            ("closed", closing::closed_months(self).into()),
            ("fingerprint", closing::fingerprint(self).into()),
            ("not_counted", not_counted.join(";").into()),
        ]
    }

    /// The fields of [`columns`].
    fn data_fields<'r>(&self, lang: Lang, row: &'r CoverageRow<'a>) -> Vec<Field<'r>> {
        let held = row.held();
        let (assigned, visitors) = (by_code(&row.assigned), by_code(&row.visitors(self.facts)));
        let missed = by_code(&row.missed());
        let posts = |of: fn(&'a Post) -> Option<&'a Label>| {
            let labels = assigned.iter().filter_map(|one| of(row.post(one)));
            labels.map(|label| label.as_str()).collect::<Vec<_>>().join("; ")
        };
        let score =
            |detail| Value::from(held.and_then(|held| held.details.get(detail)).map(Told::from));
        let counts = held.map(|h| h.presence.counts()).unwrap_or_default();
        let number = |n: Option<u16>| Value::from(n.map(u64::from));
        let raised = match (row.raised, held) {
            (0, None) => Value::Empty,
            (n, _) => u64::from(n).into(),
        };
        vec![
            row.period.into(),
            row.committee.code.as_str().into(),
            row.committee_name().as_str().into(),
            row.cell.code.as_str().into(),
            row.cell_name().as_str().into(),
            codes(&assigned).into(),
            full_names(&assigned).into(),
            posts(|post| post.title.as_ref()).into(),
            Value::from(held.map(|h| h.held_on)).into(),
            codes(&visitors).into(),
            full_names(&visitors).into(),
            Field { value: word_value(row.status, lang), tone: tone(row.status) },
            self.reason_codes(lang, row).into(),
            number(counts.total).into(),
            number(held.and_then(|h| h.presence.expected())).into(),
            number(counts.present).into(),
            Value::from(held.and_then(|h| h.presence.attendance()).map(Told::Share)).into(),
            held.and_then(|h| h.details.grade())
                .map_or(Value::Empty, |grade| word_value(grade, lang))
                .into(),
            raised.into(),
            Value::from(row.late.then_some("yes")).into(),
            Value::word(note_codes(row), self.note(lang, row)).into(),
            score(Detail::SelfScore).into(),
            score(Detail::ConfirmedScore).into(),
            Value::word(codes(&missed), full_names(&missed)).into(),
            posts(|post| post.organisation.as_ref()).into(),
        ]
    }

    /// The absence reasons as recorded if the meeting was held, else why it was not.
    fn reason_codes(&self, lang: Lang, row: &CoverageRow<'a>) -> Value<'static> {
        match row.meeting.map(|m| &m.outcome) {
            None => Value::Empty,
            Some(Outcome::NotHeld(reason)) => word_value(*reason, lang),
            Some(Outcome::Held(held)) => {
                let register = &self.facts.register;
                let codes = held.absences.map(|who| &register.official(*who).code).in_order();
                let one = |who: &&Code, why: AbsenceReason| format!("{who}: {}", why.lower(lang));
                Value::word(
                    codes.written(),
                    codes.joined(|why| why.label(lang).to_owned(), one, "; "),
                )
            }
        }
    }
}

/// The columns of the coverage CSV, schema 1 (`records.md`, section 9). Only ever appended to, but for those of spreadsheets
/// alone.
fn columns(lang: Lang) -> Vec<Column> {
    fn of(lang: Lang, heading: impl Labelled) -> Column {
        column(lang, heading, Shape::Text)
    }
    vec![
        of(lang, Key::Period),
        of(lang, Heading::CommitteeCode).folded(),
        of(lang, Heading::CommitteeName),
        of(lang, Heading::CellCode),
        of(lang, Heading::CellName),
        of(lang, Heading::AssignedCodes).folded(),
        of(lang, Heading::AssignedNames),
        of(lang, Key::Title).only(Medium::Sheet),
        of(lang, Key::HeldOn),
        of(lang, Heading::VisitorCodes).folded(),
        of(lang, Heading::VisitorNames),
        of(lang, Key::Status),
        of(lang, Key::Reason),
        of(lang, Heading::Members),
        of(lang, Heading::MembersExpected),
        of(lang, Heading::MembersPresent),
        of(lang, Heading::Rate).only(Medium::Sheet),
        of(lang, Key::Detail(Detail::Grade)),
        of(lang, Heading::Raised),
        of(lang, Heading::Late),
        of(lang, Key::Note),
        of(lang, Key::Detail(Detail::SelfScore)),
        of(lang, Key::Detail(Detail::ConfirmedScore)),
        of(lang, Heading::Missed),
        of(lang, Heading::Organisations),
    ]
}

/// As programs read them: in natural order of code.
pub(in crate::report) fn by_code<'a>(officials: &[&'a Official]) -> Vec<&'a Official> {
    let mut officials = officials.to_vec();
    officials.sort_by(|a, b| a.code.cmp(&b.code));
    officials
}

pub(in crate::report) fn codes(officials: &[&Official]) -> String {
    Code::joined(officials.iter().map(|official| &official.code))
}

pub(in crate::report) fn full_names(officials: &[&Official]) -> String {
    officials.iter().map(|o| o.shown()).collect::<Vec<_>>().join("; ")
}

/// The note for programs: the same in every language.
fn note_codes(row: &CoverageRow<'_>) -> String {
    let predecessor =
        row.predecessor_name().map(|(cell, name)| format!("predecessor {} {name}", cell.code));
    let note = row.meeting.and_then(|m| m.note.as_ref()).map(|n| n.to_string());
    let missed = missed(row).into_iter().map(|(official, reason)| {
        let reason = reason.map(|reason| format!(": {}", reason.key())).unwrap_or_default();
        format!("missed {}{reason}", official.code)
    });
    predecessor.into_iter().chain(missed).chain(note).collect::<Vec<_>>().join("; ")
}

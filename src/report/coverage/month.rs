//! One month of coverage on a screen.

use super::CoverageReport;
use super::closing;
use crate::domain::{
    AbsenceReason, Absences, CoverageRow, Detail, Figures, Key, MonthCoverage, NotCounted,
    Official, OfficialId, Outcome, Presence, Status,
};
use crate::report::column;
use crate::table::{Column, Field, Role, Row, Shape, Table, Tone};
use crate::texts::{self, Heading, Labelled, Lang};

/// Cells with a gap that the line under a month names.
const GAPS_NAMED: usize = 12;

impl<'a> CoverageReport<'a> {
    pub(super) fn month(&self, lang: Lang, month: &MonthCoverage<'a>) -> Table<'a> {
        let mut rows = Vec::new();
        let mut short_counts = false;
        let mut numbers = 1..;
        for group in month.rows.chunk_by(|a, b| a.committee.id == b.committee.id) {
            let first = &group[0];
            let figures = texts::coverage::figures(lang, &Figures::of(group));
            let name = first.committee_name();
            let text = format!("{} {name} · {figures}", first.committee.code);
            rows.push(Row::across(Role::Group, text));
            for (row, number) in group.iter().zip(&mut numbers) {
                short_counts |=
                    matches!(row.held().map(|h| h.presence), Some(Presence::Short { .. }));
                rows.push(Row::body(self.screen_fields(lang, number, row)));
            }
        }
        if !rows.is_empty() {
            let figures = texts::coverage::figures(lang, &Figures::of(&month.rows));
            rows.push(Row::across(
                Role::Total,
                format!("{} · {figures}", texts::coverage::total(lang)),
            ));
        }
        let mut under = Vec::new();
        under.extend(self.why_empty(lang));
        if !month.rows.is_empty() {
            let gaps: Vec<(String, Status)> = month
                .rows
                .iter()
                .filter(|row| row.status.is_gap())
                .map(|row| (format!("{} {}", row.cell.code, row.cell_name()), row.status))
                .collect();
            let pending = month.rows.iter().filter(|row| row.status == Status::Pending).count();
            under.push(texts::coverage::gaps(lang, &gaps, pending, GAPS_NAMED));
        }
        under.extend(closing::late_line(month, lang));
        under.extend(month.rows.iter().filter_map(|row| predecessor_line(lang, row)));
        under.extend(month.not_counted.iter().map(|left| not_counted_line(lang, left)));
        if short_counts {
            under.push(texts::coverage::short_count_note(lang).to_owned());
        }
        let columns = if rows.is_empty() { Vec::new() } else { screen_columns(lang) };
        Table {
            kind: "coverage",
            schema: 1,
            heading: self.heading(lang),
            columns,
            rows,
            under,
            ..Table::default()
        }
    }

    fn screen_fields(&self, lang: Lang, number: u64, row: &CoverageRow<'a>) -> Vec<Field<'a>> {
        let held = row.held();
        let names = |officials: &[&Official]| -> String {
            officials.iter().map(|o| self.persons.name(o)).collect::<Vec<_>>().join("; ")
        };
        let titles: Vec<&str> = row.titles().iter().map(|title| title.as_str()).collect();
        let dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
        let present = held.map(|h| shown_presence(h.presence)).unwrap_or_default();
        let rate = held.and_then(|h| h.presence.attendance()).map(|s| texts::percent(lang, s));
        let visitors = match held {
            Some(h) if h.visitors.is_empty() => texts::lists::no_visitor(lang).to_owned(),
            _ => dash(names(&row.visitors(self.facts))),
        };
        let raised = match (row.raised, held) {
            (0, _) => "–".to_owned(),
            (n, _) => n.to_string(),
        };
        let grade = held.and_then(|h| h.details.grade()).map_or("–", |g| g.label(lang));
        vec![
            number.into(),
            format!("{} {}", row.cell.code, row.cell_name()).into(),
            dash(names(&self.assigned_shown(row))).into(),
            dash(titles.join("; ")).into(),
            held.map_or("–".to_owned(), |h| texts::date(lang, h.held_on)).into(),
            visitors.into(),
            Field { value: self.result(lang, row).into(), tone: tone(row.status) },
            dash(present).into(),
            dash(rate.unwrap_or_default()).into(),
            grade.into(),
            raised.into(),
            self.notes(lang, row).join("; ").into(),
        ]
    }

    /// The status in words, with the reason where there is one.
    fn result(&self, lang: Lang, row: &CoverageRow<'a>) -> String {
        let label = row.status.label(lang);
        let reason = match row.meeting.map(|m| &m.outcome) {
            None => String::new(),
            Some(Outcome::NotHeld(reason)) => reason.label(lang).to_owned(),
            Some(Outcome::Held(held)) if row.status.is_gap() => match &held.absences {
                Absences::Unexplained => String::new(),
                Absences::All(reason) => reason.label(lang).to_owned(),
                Absences::Each(reasons) => {
                    let one = |(who, reason): (&Official, AbsenceReason)| {
                        format!("{}: {}", self.persons.name(who), reason.lower(lang))
                    };
                    self.by_code(reasons).into_iter().map(one).collect::<Vec<_>>().join("; ")
                }
            },
            Some(Outcome::Held(_)) => String::new(),
        };
        if reason.is_empty() || row.status == Status::Unassigned {
            label.to_owned()
        } else {
            format!("{label} ({reason})")
        }
    }

    pub(super) fn by_code<T: Copy>(&self, of: &[(OfficialId, T)]) -> Vec<(&'a Official, T)> {
        let mut sorted: Vec<(&Official, T)> =
            of.iter().map(|(id, value)| (self.facts.register.official(*id), *value)).collect();
        sorted.sort_by(|a, b| a.0.code.cmp(&b.0.code));
        sorted
    }

    pub(super) fn note(&self, lang: Lang, row: &CoverageRow<'a>) -> String {
        let predecessor = row.predecessor_name().map(|(cell, name)| {
            texts::coverage::predecessor(lang, &format!("{} {name}", cell.code))
        });
        let note = row.meeting.and_then(|m| m.note.as_ref()).map(|n| n.to_string());
        predecessor.into_iter().chain(note).collect::<Vec<_>>().join("; ")
    }
}

fn screen_columns(lang: Lang) -> Vec<Column> {
    vec![
        column(lang, Heading::No, Shape::Number),
        column(lang, Key::Cell, Shape::Text),
        column(lang, Heading::AssignedNames, Shape::Text),
        column(lang, Key::Title, Shape::Text).drop_below(100),
        column(lang, Key::HeldOn, Shape::Short),
        column(lang, Heading::VisitorNames, Shape::Text),
        column(lang, Key::Status, Shape::Text),
        column(lang, Heading::PresentOfExpected, Shape::Short),
        column(lang, Heading::Rate, Shape::Number).drop_below(96),
        column(lang, Key::Detail(Detail::Grade), Shape::Text),
        column(lang, Heading::RaisedInShort, Shape::Number),
        column(lang, Key::Note, Shape::Text).drop_below(90),
    ]
}

pub(super) fn tone(status: Status) -> Tone {
    match status {
        Status::Attended => Tone::Good,
        Status::Pending => Tone::Faint,
        Status::Substituted | Status::Excused | Status::NotHeld => Tone::Warning,
        Status::Absent | Status::Missing | Status::Unassigned => Tone::Bad,
    }
}

fn shown_presence(presence: Presence) -> String {
    match presence {
        Presence::Unknown => String::new(),
        Presence::Short { total, present } => format!("{present}/{total}*"),
        Presence::Full { present, .. } => {
            format!("{present}/{}", presence.expected().unwrap_or_default())
        }
    }
}

fn predecessor_line(lang: Lang, row: &CoverageRow<'_>) -> Option<String> {
    let (cell, name) = row.predecessor_name()?;
    let by = texts::coverage::predecessor(lang, &format!("{} {name}", cell.code));
    Some(format!("{} {}: {by}", row.cell.code, row.cell_name()))
}

pub fn not_counted_line(lang: Lang, left: &NotCounted<'_>) -> String {
    let held_on = left.meeting.outcome.held().map(|held| held.held_on);
    texts::coverage::not_counted(lang, &left.cell.latest_thing().to_string(), held_on)
}

//! One month of coverage on a screen: the figures, what is open, and a row for each cell that is due.

use std::collections::BTreeMap;

use super::{CoverageReport, closing, figures, open};
use crate::domain::{
    CoverageRow, Date, Detail, Figures, Key, MonthCoverage, NotCounted, OfficialId, Presence,
    Status, Told,
};
use crate::report::column;
use crate::table::{Column, Field, Role, Row, Shape, Table, Tone, Value};
use crate::texts::{self, Heading, Labelled, Lang};

impl<'a> CoverageReport<'a> {
    pub(super) fn month(&self, lang: Lang, month: &MonthCoverage<'a>) -> Table<'a> {
        let table = self.heading(lang);
        let mut under: Vec<String> = self.why_empty(lang).into_iter().collect();
        under.extend(month.not_counted.iter().map(|left| not_counted_line(lang, left)));
        under.extend(self.same_day(lang, month));
        if month.rows.is_empty() {
            return Table { kind: "coverage", schema: 1, under, ..table };
        }
        if month.rows.iter().any(|row| is_short(row)) {
            under.push(texts::coverage::short_count_note(lang).to_owned());
        }
        let reported = month.rows.iter().any(|row| row.meeting.is_some());
        Table {
            kind: "coverage",
            schema: 1,
            above: self.above(lang, month, reported),
            columns: screen_columns(lang, reported),
            rows: self.screen_rows(lang, month, reported),
            under,
            ..table
        }
    }

    /// The figures and what is open; before any report, that the table says whom to ask.
    fn above(&self, lang: Lang, month: &MonthCoverage<'a>, reported: bool) -> Vec<Table<'static>> {
        if !reported {
            let heading = vec![texts::month::nothing_reported(lang).to_owned()];
            return vec![Table { heading, ..Table::default() }];
        }
        let sums = Figures::of(&month.rows);
        let figures =
            closing::late_figures(self, lang).unwrap_or_else(|| figures::block(&sums, lang));
        vec![figures, open::table(month, lang)]
    }

    /// Who came to several cells on one day, by day and official: hours are not recorded, so that it may well be right.
    fn same_day(&self, lang: Lang, month: &MonthCoverage<'a>) -> Vec<String> {
        let mut days: BTreeMap<(Date, OfficialId), Vec<&CoverageRow<'a>>> = BTreeMap::new();
        for row in &month.rows {
            for visitor in row.held().into_iter().flat_map(|held| &held.visitors) {
                let rows = days.entry((row.reference_day, *visitor)).or_default();
                // One meeting may stand for several cells.
                let is_new = |other: &&CoverageRow<'a>| {
                    other.meeting.map(|it| it.id) != row.meeting.map(|it| it.id)
                };
                if rows.iter().all(is_new) {
                    rows.push(row);
                }
            }
        }
        let several = days.into_iter().filter(|(_, rows)| rows.len() > 1);
        let said = several.map(|((day, official), rows)| {
            let cells = rows.iter().map(|row| format!("{} {}", row.cell.code, row.cell_name()));
            let who = self.persons.name(self.facts.register.official(official));
            texts::month::same_day(lang, &who, day, &cells.collect::<Vec<_>>().join(", "))
        });
        said.collect()
    }

    fn screen_rows(&self, lang: Lang, month: &MonthCoverage<'a>, reported: bool) -> Vec<Row<'a>> {
        let line = |figures: &Figures| {
            if reported {
                texts::month::line(lang, figures)
            } else {
                texts::month::line_before_reports(lang, figures)
            }
        };
        let mut rows = Vec::new();
        let mut numbers = 1..;
        let mut committees = 0;
        for group in month.rows.chunk_by(|a, b| a.committee.id == b.committee.id) {
            let first = &group[0];
            let texts = [
                first.committee.code.to_string(),
                first.committee_name().to_string(),
                line(&Figures::of(group)),
            ];
            rows.push(Row::texts(Role::Group, texts.into()));
            rows.extend(group.iter().zip(&mut numbers).map(|(row, number)| {
                let fields = self.screen_fields(lang, number, row, reported);
                Row::body(fields).beneath(self.beneath(lang, row))
            }));
            committees += 1;
        }
        if committees > 1 {
            let texts = [texts::coverage::total(lang).to_owned(), line(&Figures::of(&month.rows))];
            rows.push(Row::texts(Role::Total, texts.into()));
        }
        rows
    }

    /// The fields of [`screen_columns`].
    fn screen_fields(
        &self,
        lang: Lang,
        number: u64,
        row: &CoverageRow<'a>,
        reported: bool,
    ) -> Vec<Field<'a>> {
        let held = row.held();
        let titles = row.assigned.iter().filter_map(|one| row.post(one).title.as_ref());
        let titles: Vec<&str> = titles.map(|title| title.as_str()).collect();
        let usual = row.cell.regular_day.filter(|_| !reported).map(|day| u64::from(day.day()));
        // Where nothing is reported, every row would say so.
        let said = reported || row.status == Status::Unassigned;
        let status = if said { row.status.label(lang).into() } else { Value::Empty };
        let grade = held.and_then(|held| held.details.grade()).map(|grade| grade.label(lang));
        vec![
            number.into(),
            format!("{} {}", row.cell.code, row.cell_name()).into(),
            self.names(&self.assigned_shown(row)).into(),
            titles.join("; ").into(),
            Value::from(usual).into(),
            Value::from(held.map(|held| held.held_on)).into(),
            Field { value: status, tone: tone(row.status) },
            held.map(|held| shown_presence(held.presence)).unwrap_or_default().into(),
            Value::from(held.and_then(|h| h.presence.attendance()).map(Told::Share)).into(),
            Value::from(grade).into(),
            Value::from(Some(u64::from(row.raised)).filter(|raised| *raised > 0)).into(),
        ]
    }

    /// The meetings of each of several months that stand for no due cell.
    pub(super) fn not_counted(&self, lang: Lang) -> impl Iterator<Item = String> {
        self.months.iter().flat_map(move |month| {
            let head = texts::period(lang, month.period);
            let left = month.not_counted.iter();
            left.map(move |left| format!("{head}: {}", not_counted_line(lang, left)))
        })
    }

    /// What programs read of a row beside its values.
    pub(super) fn note(&self, lang: Lang, row: &CoverageRow<'a>) -> String {
        let predecessor = predecessor(lang, row);
        let note = row.meeting.and_then(|m| m.note.as_ref()).map(|n| n.to_string());
        let missed = self.missed(lang, row);
        predecessor.into_iter().chain(missed).chain(note).collect::<Vec<_>>().join("; ")
    }
}

/// A screen that has no room for all goes without what can be seen elsewhere, or reckoned from what is there.
fn screen_columns(lang: Lang, reported: bool) -> Vec<Column> {
    let title = column(lang, Key::Title, Shape::Text).goes(4);
    vec![
        column(lang, Heading::No, Shape::Number),
        column(lang, Key::Cell, Shape::Name),
        column(lang, Heading::AssignedNames, Shape::Name).dashed(),
        if reported { title.drop_below(130) } else { title },
        Column::new("regular_day", texts::lists::usual_day(lang), Shape::Number).goes(1),
        column(lang, Heading::Day, Shape::Day).dashed(),
        column(lang, Key::Status, Shape::Text),
        column(lang, Heading::PresentOfExpected, Shape::Fraction).dashed(),
        column(lang, Heading::Rate, Shape::Percent).dashed().goes(2),
        column(lang, Key::Detail(Detail::Grade), Shape::Text).dashed().goes(1),
        column(lang, Heading::RaisedInShort, Shape::Number).goes(3),
    ]
}

pub(in crate::report) fn tone(status: Status) -> Tone {
    match status {
        Status::Attended => Tone::Good,
        Status::Pending | Status::NotRequired => Tone::Faint,
        Status::Substituted | Status::Excused | Status::NotHeld => Tone::Warning,
        Status::Absent | Status::Missing | Status::Unassigned => Tone::Bad,
    }
}

fn is_short(row: &CoverageRow<'_>) -> bool {
    matches!(row.held().map(|held| held.presence), Some(Presence::Short { .. }))
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

/// By whose meeting a row is judged, if that is a predecessor's.
pub(super) fn predecessor(lang: Lang, row: &CoverageRow<'_>) -> Option<String> {
    let (cell, name) = row.predecessor_name()?;
    Some(texts::coverage::predecessor(lang, &format!("{} {name}", cell.code)))
}

pub fn not_counted_line(lang: Lang, left: &NotCounted<'_>) -> String {
    let held_on = left.meeting.outcome.held().map(|held| held.held_on);
    texts::coverage::not_counted(lang, &left.cell.latest_thing().to_string(), held_on)
}

//! `report coverage --diff`: which rows are not what they were, and which operations changed them.

use std::collections::{BTreeMap, HashMap};

use super::column;
use super::coverage::CoverageScope;
use crate::domain::{
    AbsenceReason, Absences, Code, Counts, Date, Detail, DetailValue, Difference, Differences,
    FiledReport, Key, Keyword, Label, Moment, OfficialId, Operation, PrintedRow, Told,
};
use crate::table::{Column, Field, Medium, Row, Shape, Table, Value};
use crate::texts::{self, Heading, Labelled, Lang, difference as words};

/// The rows that changed, within what was asked for.
#[derive(Debug)]
pub struct DifferenceReport {
    differences: Differences,
    /// By the codes in force.
    officials: HashMap<Code, OfficialId>,
}

/// One value of a row before and after: its key, its label, and what stood and stands there.
struct Changed {
    key: &'static str,
    label: &'static str,
    before: String,
    after: String,
}

/// A value of a row under its key and label, as programs and as people read it.
struct Line {
    key: &'static str,
    label: &'static str,
    coded: String,
    said: String,
}

impl DifferenceReport {
    /// Keeps the rows within the scope.
    pub fn build(mut differences: Differences, scope: CoverageScope) -> Self {
        let register = &differences.register;
        let committee = scope.committee.map(|id| register.committee(id).code.clone());
        let official = scope.official.map(|id| register.official(id).code.clone());
        let fits = |PrintedRow { filed, .. }: &PrintedRow| {
            committee.as_ref().is_none_or(|only| *only == filed.committee)
                && official.as_ref().is_none_or(|only| filed.assigned.contains(only))
        };
        differences.rows.retain(|row| {
            scope.cell.is_none_or(|only| only == row.cell)
                && row.before.iter().chain(&row.after).any(&fits)
        });
        let officials = differences.register.officials().iter();
        let officials = officials.map(|o| (o.code.clone(), o.id)).collect();
        Self { differences, officials }
    }

    /// One row a change; for programs one a value. `local` writes a moment in the reader's time zone.
    pub fn lay_out(
        &self,
        local: impl Fn(Lang, Moment) -> String,
        lang: Lang,
        medium: Medium,
    ) -> Table<'_> {
        let differences = self.differences.rows.iter();
        let of = |heading| column(lang, heading, Shape::Text);
        let (rows, middle): (Vec<Row>, Vec<Column>) = match medium {
            Medium::Screen | Medium::Sheet => {
                let rows = differences.flat_map(|row| self.screen_rows(row, lang, medium));
                (rows.collect(), vec![of(Heading::Change)])
            }
            Medium::Data => {
                let rows = differences.flat_map(|row| self.data_rows(row));
                (rows.collect(), [Heading::Field, Heading::Before, Heading::After].map(of).into())
            }
        };
        let mut columns = vec![column(lang, Key::Period, Shape::Short)];
        columns.push(column(lang, Key::Cell, Shape::Name));
        columns.extend(middle);
        columns.push(of(Heading::Operations));
        let nothing = rows.is_empty();
        let under = nothing.then(|| words::nothing(lang).to_owned());
        let Differences { span, since, filed, today, .. } = &self.differences;
        let heading = match filed {
            Some(closing) => {
                words::since_filed(lang, *span, closing.closed_on, closing.printed.fingerprint())
            }
            None => words::since_operation(lang, *span, *since, *today),
        };
        let operations = (medium != Medium::Data && !nothing).then(|| self.operations(local, lang));
        Table {
            kind: "difference",
            schema: 1,
            heading: vec![heading],
            about: vec![
                ("period_from", span.from.into()),
                ("period_to", span.to.into()),
                ("today", (*today).into()),
                ("since", (since.0 as u64).into()),
                ("filed", filed.is_some().then_some("yes").into()),
            ],
            columns,
            rows,
            under: under.into_iter().collect(),
            below: operations.into_iter().collect(),
            ..Table::default()
        }
    }

    /// A row a change; the first of a cell names it, with the numbers of the operations. In a spreadsheet, where rows are
    /// sorted and picked, each does.
    fn screen_rows(&self, row: &Difference, lang: Lang, medium: Medium) -> Vec<Row<'static>> {
        let changes = match (&row.before, &row.after) {
            (None, _) => vec![words::came_in(lang).to_owned()],
            (_, None) => vec![words::fell_out(lang).to_owned()],
            (Some(before), Some(after)) => {
                let changed = self.changed(before, after, lang, |line| line.said).into_iter();
                let one = |c: Changed| {
                    let (before, after) = (words::shown(&c.before), words::shown(&c.after));
                    format!("{}: {before} → {after}", c.label)
                };
                changed.map(one).collect()
            }
        };
        let numbers = row.operations.iter().map(|operation| operation.number.0.to_string());
        let numbers = numbers.collect::<Vec<_>>().join(", ");
        // As the row names it: the cell may have been taken out since.
        let cell = row.either().map(|row| format!("{} {}", row.filed.cell, row.cell_name));
        let one_month = self.differences.span.only_month().is_some();
        let month = Some(row.period).filter(|_| !one_month || medium == Medium::Sheet);
        let row = |(at, change): (usize, String)| {
            let first = at == 0 || medium == Medium::Sheet;
            Row::body(vec![
                Value::from(month.filter(|_| first)).into(),
                Value::from(cell.clone().filter(|_| first)).into(),
                change.into(),
                Value::from(Some(numbers.clone()).filter(|_| first)).into(),
            ])
        };
        changes.into_iter().enumerate().map(row).collect()
    }

    /// The operations that changed something, each once.
    fn operations(&self, local: impl Fn(Lang, Moment) -> String, lang: Lang) -> Table<'static> {
        let all = self.differences.rows.iter().flat_map(|row| &row.operations);
        let by_number: BTreeMap<i64, &Operation> = all.map(|one| (one.number.0, one)).collect();
        let rows = by_number.into_values().map(|operation| {
            let sentence = texts::history::sentence(lang, operation);
            let undone = if operation.undone { texts::history::undone(lang) } else { "" };
            Row::body(vec![
                (operation.number.0 as u64).into(),
                local(lang, operation.recorded_at).into(),
                operation.actor.clone().into(),
                format!("{sentence}{undone}").into(),
            ])
        });
        let columns = vec![
            column(lang, Heading::Number, Shape::Number),
            column(lang, Heading::RecordedAt, Shape::Short),
            column(lang, Heading::Actor, Shape::Text),
            column(lang, Heading::What, Shape::Text),
        ];
        Table { kind: "history", rows: rows.collect(), columns, ..Table::default() }
    }

    fn data_rows(&self, row: &Difference) -> Vec<Row<'static>> {
        let numbers = row.operations.iter().map(|operation| operation.number.0.to_string());
        let numbers = numbers.collect::<Vec<_>>().join(";");
        let code = row.either().map(|row| row.filed.cell.to_string());
        let due = |row: &Option<PrintedRow>| if row.is_some() { "yes" } else { "" }.to_owned();
        let changed = match (&row.before, &row.after) {
            (Some(before), Some(after)) => self.changed(before, after, Lang::EN, |line| line.coded),
            (before, after) => {
                let (before, after) = (due(before), due(after));
                vec![Changed { key: Heading::Due.key(), label: "", before, after }]
            }
        };
        let line = |changed: Changed| {
            let fields: Vec<Field> = vec![
                row.period.into(),
                code.clone().unwrap_or_default().into(),
                changed.key.into(),
                changed.before.into(),
                changed.after.into(),
                numbers.clone().into(),
            ];
            Row::body(fields)
        };
        changed.into_iter().map(line).collect()
    }

    fn changed(
        &self,
        before: &PrintedRow,
        after: &PrintedRow,
        lang: Lang,
        read: fn(Line) -> String,
    ) -> Vec<Changed> {
        let pairs = self.values(before, lang).into_iter().zip(self.values(after, lang));
        let pairs = pairs.map(|(before, after)| {
            let Line { key, label, .. } = before;
            Changed { key, label, before: read(before), after: read(after) }
        });
        pairs.filter(|changed| changed.before != changed.after).collect()
    }

    /// The values of a row under the keys of the coverage CSV.
    fn values(&self, printed: &PrintedRow, lang: Lang) -> Vec<Line> {
        let PrintedRow { filed: row, committee_name, cell_name, scores, missed, note, .. } =
            printed;
        let held = row.report.held();
        let counts = held.map_or_else(Counts::default, |held| held.presence.counts());
        let labels = |labels: &[Label]| {
            alike(Some(labels.iter().map(|label| label.as_str()).collect::<Vec<_>>().join("; ")))
        };
        let people = |codes: &[Code]| [Code::joined(codes), self.named(codes)];
        let reason = match &row.report {
            FiledReport::NotHeld(reason) => reason.label(lang).to_owned(),
            FiledReport::Held(held) => reasons(&held.absences, lang),
            FiledReport::Nothing => String::new(),
        };
        let number = |n: Option<u16>| alike(n);
        vec![
            line(lang, Key::Committee, alike(Some(&row.committee))),
            line(lang, Heading::NameOfCommittee, alike(Some(committee_name))),
            line(lang, Key::Cell, alike(Some(&row.cell))),
            line(lang, Heading::NameOfCell, alike(Some(cell_name))),
            line(lang, Heading::AssignedVisitor, people(&row.assigned)),
            line(lang, Key::Title, labels(&printed.titles)),
            line(lang, Heading::Organisations, labels(&printed.organisations)),
            line(lang, Heading::ByPredecessor, alike(row.predecessor.as_ref())),
            line(lang, Key::Status, word(lang, Some(row.status))),
            line(lang, Key::HeldOn, day(lang, held.map(|held| held.held_on))),
            line(lang, Key::Visitors, held.map(|held| people(&held.visitors)).unwrap_or_default()),
            line(lang, Heading::Missed, people(missed)),
            line(lang, Key::Reason, [row.report.reason().unwrap_or_default(), reason]),
            line(lang, Heading::Members, number(counts.total)),
            line(lang, Key::Exempt, number(counts.exempt)),
            line(lang, Key::Away, number(counts.away)),
            line(lang, Heading::MembersExpected, number(held.and_then(|h| h.presence.expected()))),
            line(lang, Heading::MembersPresent, number(counts.present)),
            line(lang, Key::Excused, number(counts.excused)),
            line(lang, Key::Detail(Detail::Grade), word(lang, held.and_then(|held| held.grade))),
            line(lang, Key::Detail(Detail::SelfScore), points(lang, scores[0].as_ref())),
            line(lang, Key::Detail(Detail::ConfirmedScore), points(lang, scores[1].as_ref())),
            line(lang, Heading::Raised, alike(Some(row.recommendations))),
            line(lang, Key::Note, alike(note.as_ref())),
        ]
    }

    /// Persons by their codes, with the names as now known.
    fn named(&self, codes: &[Code]) -> String {
        let register = &self.differences.register;
        let named = codes.iter().map(|code| {
            let name = self.officials.get(code).map_or("", |id| register.official(*id).name());
            format!("{code} {name}").trim_end().to_owned()
        });
        named.collect::<Vec<_>>().join(", ")
    }
}

/// What programs and what people read.
type Read = [String; 2];

fn line(lang: Lang, heading: impl Labelled, [coded, said]: Read) -> Line {
    Line { key: heading.key(), label: heading.label(lang), coded, said }
}

fn alike(value: Option<impl ToString>) -> Read {
    let text = value.map(|value| value.to_string()).unwrap_or_default();
    [text.clone(), text]
}

fn day(lang: Lang, day: Option<Date>) -> Read {
    let coded = day.map(|day| day.to_string());
    [coded, day.map(|day| texts::date(lang, day))].map(Option::unwrap_or_default)
}

/// A word of a fixed list.
fn word(lang: Lang, word: Option<impl Labelled>) -> Read {
    [word.map(|word| word.key()), word.map(|word| word.label(lang))]
        .map(|text| text.unwrap_or_default().to_owned())
}

fn points(lang: Lang, score: Option<&DetailValue>) -> Read {
    let said = score.map(|score| texts::told(lang, &Told::from(score.clone())));
    [score.map(|score| score.to_string()), said].map(Option::unwrap_or_default)
}

fn reasons(absences: &Absences<Code>, lang: Lang) -> String {
    let each = |who: &Code, why: AbsenceReason| format!("{who}: {}", why.lower(lang));
    absences.joined(|reason| reason.label(lang).to_owned(), each, ", ")
}

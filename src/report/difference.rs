//! `report coverage --diff`: which rows are not what they were, and which operations changed them.

use std::collections::HashMap;

use super::coverage::CoverageScope;
use super::{item, of_data};
use crate::domain::{
    AbsenceReason, Absences, Code, Counts, Difference, Differences, FiledReport, Moment,
    OfficialId, PrintedRow,
};
use crate::table::{Column, Field, Medium, Row, Shape, Table};
use crate::texts::{self, Labelled, Lang, difference as words};

/// The rows that changed, within what was asked for.
#[derive(Debug)]
pub struct DifferenceReport {
    differences: Differences,
    /// By the codes in force.
    officials: HashMap<Code, OfficialId>,
}

/// One value of a row before and after.
struct Changed {
    key: &'static str,
    before: String,
    after: String,
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

    /// One row a cell for people, one a value for programs. `local` writes a moment in the reader's time zone.
    pub fn lay_out(
        &self,
        local: impl Fn(Lang, Moment) -> String,
        lang: Lang,
        medium: Medium,
    ) -> Table {
        let (rows, keys): (Vec<Row>, &[&'static str]) = match medium {
            Medium::Screen => {
                let rows = self.differences.rows.iter();
                let rows = rows.map(|row| self.screen_row(row, &local, lang));
                (rows.collect(), &["period", "cell", "change", "operations"])
            }
            Medium::Data => {
                let rows = self.differences.rows.iter();
                let rows = rows.flat_map(|row| self.data_rows(row));
                let keys = &["period", "cell", "field", "before", "after", "operations"];
                (rows.collect(), keys)
            }
        };
        let columns = keys.iter().map(|key| {
            let shape = if *key == "period" { Shape::Short } else { Shape::Text };
            Column::new(key, words::label(lang, key), shape)
        });
        let under = self.differences.rows.is_empty().then(|| words::nothing(lang).to_owned());
        let columns = if rows.is_empty() && medium == Medium::Screen {
            Vec::new()
        } else {
            columns.collect()
        };
        let Differences { span, since, filed, today, .. } = &self.differences;
        let heading = match filed {
            Some(closing) => {
                words::since_filed(lang, *span, closing.closed_on, closing.fingerprint)
            }
            None => words::since_operation(lang, *span, *since, *today),
        };
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
            ..Table::default()
        }
    }

    fn screen_row(
        &self,
        row: &Difference,
        local: impl Fn(Lang, Moment) -> String,
        lang: Lang,
    ) -> Row {
        let change = match (&row.before, &row.after) {
            (None, _) => words::came_in(lang).to_owned(),
            (_, None) => words::fell_out(lang).to_owned(),
            (Some(before), Some(after)) => {
                let changed = self.changed(before, after, lang, Medium::Screen);
                let one = |c: &Changed| {
                    let (before, after) = (words::shown(&c.before), words::shown(&c.after));
                    format!("{}: {before} → {after}", words::label(lang, c.key))
                };
                changed.iter().map(one).collect::<Vec<_>>().join("; ")
            }
        };
        let operations = row.operations.iter().map(|operation| {
            let sentence = texts::history::sentence(lang, operation);
            let undone = if operation.undone { texts::history::undone(lang) } else { "" };
            let (number, at) = (operation.number.0, local(lang, operation.recorded_at));
            format!("{number}. {sentence}{undone} ({at}, {})", operation.actor)
        });
        // As the row names it: the cell may have been taken out since.
        let cell = row.either().map(|row| format!("{} {}", row.filed.cell, row.cell_name));
        Row::body(vec![
            texts::period(lang, row.period).into(),
            cell.unwrap_or_default().into(),
            change.into(),
            operations.collect::<Vec<_>>().join("; ").into(),
        ])
    }

    fn data_rows(&self, row: &Difference) -> Vec<Row> {
        let numbers = row.operations.iter().map(|operation| operation.number.0.to_string());
        let numbers = numbers.collect::<Vec<_>>().join(";");
        let code = row.either().map(|row| row.filed.cell.to_string());
        let due = |row: &Option<PrintedRow>| if row.is_some() { "yes" } else { "" }.to_owned();
        let changed = match (&row.before, &row.after) {
            (Some(before), Some(after)) => self.changed(before, after, Lang::EN, Medium::Data),
            (before, after) => {
                vec![Changed { key: "due", before: due(before), after: due(after) }]
            }
        };
        let line = |changed: Changed| {
            let fields: Vec<Field> = vec![
                row.period.into(),
                code.clone().unwrap_or_default().into(),
                item(Lang::EN, Medium::Data, changed.key).into(),
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
        medium: Medium,
    ) -> Vec<Changed> {
        let before = self.values(before, lang, medium);
        let after = self.values(after, lang, medium);
        let pairs =
            before.into_iter().zip(after).filter(|((_, before), (_, after))| before != after);
        pairs.map(|((key, before), (_, after))| Changed { key, before, after }).collect()
    }

    /// The values of a row under the keys of the coverage CSV.
    fn values(
        &self,
        printed: &PrintedRow,
        lang: Lang,
        medium: Medium,
    ) -> Vec<(&'static str, String)> {
        let PrintedRow { filed: row, committee_name, cell_name, titles, note } = printed;
        let held = row.report.held();
        let people = |codes: &[Code]| self.people(codes, medium);
        let counts = held.map_or_else(Counts::default, |held| held.presence.counts());
        let count = |n: Option<u16>| n.map(|n| n.to_string()).unwrap_or_default();
        let expected = held.and_then(|held| held.presence.expected());
        let reason = match (&row.report, medium) {
            (report, Medium::Data) => report.reason().unwrap_or_default(),
            (FiledReport::NotHeld(reason), Medium::Screen) => reason.label(lang).to_owned(),
            (FiledReport::Held(held), Medium::Screen) => reasons(&held.absences, lang),
            (FiledReport::Nothing, Medium::Screen) => String::new(),
        };
        let grade = held.and_then(|held| held.grade);
        vec![
            ("committee", row.committee.to_string()),
            ("committee_name", committee_name.to_string()),
            ("cell", row.cell.to_string()),
            ("cell_name", cell_name.to_string()),
            ("assigned", people(&row.assigned)),
            ("title", titles.iter().map(|title| title.as_str()).collect::<Vec<_>>().join("; ")),
            ("predecessor", row.predecessor.iter().map(Code::to_string).collect()),
            ("status", super::word(lang, medium, row.status).to_owned()),
            (
                "held_on",
                held.map(|h| texts::date(of_data(lang, medium), h.held_on)).unwrap_or_default(),
            ),
            ("visitors", held.map(|held| people(&held.visitors)).unwrap_or_default()),
            ("reason", reason),
            ("total", count(counts.total)),
            ("exempt", count(counts.exempt)),
            ("away", count(counts.away)),
            ("expected", count(expected)),
            ("present", count(counts.present)),
            ("excused", count(counts.excused)),
            (
                "grade",
                grade.map(|grade| super::word(lang, medium, grade).to_owned()).unwrap_or_default(),
            ),
            ("recommendations", row.recommendations.to_string()),
            ("note", note.as_ref().map(ToString::to_string).unwrap_or_default()),
        ]
    }

    /// Codes for programs; for people with the names as now known.
    fn people(&self, codes: &[Code], medium: Medium) -> String {
        match medium {
            Medium::Data => Code::joined(codes),
            Medium::Screen => {
                let register = &self.differences.register;
                let named = codes.iter().map(|code| {
                    let name =
                        self.officials.get(code).map_or("", |id| register.official(*id).name());
                    format!("{code} {name}").trim_end().to_owned()
                });
                named.collect::<Vec<_>>().join(", ")
            }
        }
    }
}

fn reasons(absences: &Absences<Code>, lang: Lang) -> String {
    let each = |who: &Code, why: AbsenceReason| format!("{who}: {}", why.lower(lang));
    absences.told(|reason| reason.label(lang).to_owned(), each, ", ")
}

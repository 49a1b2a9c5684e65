//! `report coverage --explain`: for each row the rule that gave its status, and for each figure who is in it.
//!
//! The number of the rule is that of the judgement itself ([`Status::rule`](crate::domain::Status::rule)),
//! who is counted is what the figures were summed from ([`Counted`]): nothing is judged again here.

use super::CoverageReport;
use super::figures::{FIGURES, Figure};
use crate::domain::{Absences, Counted, CoverageRow, Figures, Official, Outcome, Status};
use crate::report::column;
use crate::table::{Column, Content, Medium, Row, Shape, Streamed, Table, Value};
use crate::texts::explanation::{self as words, Case, Members};
use crate::texts::{self, Heading, Labelled, Lang};

/// Adds the explanations to the table of the report: for programs a last column `rule`, for people what
/// stands below it. On a screen it is for one month.
pub fn explained<'a>(
    report: &'a CoverageReport<'_>,
    lang: Lang<'a>,
    medium: Medium,
) -> Streamed<'a> {
    let Streamed { mut table, mut more } = report.lay_out(lang, medium);
    match medium {
        Medium::Data | Medium::Sheet => {
            table.columns.push(column(lang, Heading::Rule, Shape::Text));
            let rule = move |row| Value::word(rule(report, row, Lang::EN), rule(report, row, lang));
            more = Box::new(more.zip(report.rows()).map(move |(mut laid, row)| {
                if let Content::Fields(fields) = &mut laid.content {
                    fields.push(rule(row).into());
                }
                laid
            }));
        }
        Medium::Screen if report.rows().next().is_some() => {
            table.below.push(why_each(report, lang));
            let (head, lines) = figures(report, lang);
            table.below.push(Table { heading: vec![head], under: lines, ..Table::default() });
        }
        Medium::Screen => {}
    }
    Streamed { table, more }
}

/// The rules behind the rows that are not as they should be; the others are the rest.
fn why_each<'a>(report: &CoverageReport<'_>, lang: Lang<'a>) -> Table<'a> {
    let (attended, others): (Vec<_>, Vec<_>) =
        report.rows().partition(|row| row.status == Status::Attended);
    let rows = others.into_iter().map(|row| {
        let cell = format!("{} {}", row.cell.code, row.cell_name());
        Row::body(vec![cell.into(), rule(report, row, lang).into()])
    });
    let rows = rows.collect();
    let rest = (!attended.is_empty()).then(|| words::rest(lang, attended.len()));
    Table {
        heading: vec![words::rows_head(lang).to_owned()],
        columns: vec![Column::new("cell", "", Shape::Name), Column::new("rule", "", Shape::Text)],
        rows,
        under: rest.into_iter().collect(),
        ..Table::default()
    }
}

/// The rule behind one row, in words with its facts.
fn rule(report: &CoverageReport<'_>, row: &CoverageRow<'_>, lang: Lang) -> String {
    let codes = |officials: &[&Official]| -> Vec<String> {
        officials.iter().map(|official| official.code.to_string()).collect()
    };
    let (assigned, owing) = (codes(&row.assigned), codes(&row.owing));
    let visitors = row.visitors(report.facts);
    let all = codes(&visitors);
    let own: Vec<String> = all.iter().filter(|code| assigned.contains(code)).cloned().collect();
    let by_duty = own.is_empty() && row.status == Status::Attended;
    let came = if own.is_empty() { all } else { own };
    let absences = row.held().map(|held| &held.absences);
    let has_reason =
        |o: &&&Official| absences.is_some_and(|absences| absences.reason_for(&o.id).is_some());
    let without: Vec<&str> =
        row.owing.iter().filter(|o| !has_reason(o)).map(|o| o.code.as_str()).collect();
    let recorded = report.facts.regular(row.period, row.cell.id).filter(|_| row.meeting.is_none());
    let text = words::rule(
        lang,
        row.status,
        &Case {
            day: row.reference_day,
            assigned: &assigned.join(", "),
            owing: &owing.join(", "),
            by_duty,
            came: &came.join(", "),
            reasons: &reasons(row, lang),
            without_reason: &without.join(", "),
            month_end: row.period.last_day(),
            today: report.today,
            held_later: recorded.and_then(|m| m.outcome.held()).map(|held| held.held_on),
        },
    );
    match row.predecessor_name() {
        None => text,
        Some((cell, name)) => {
            let by = texts::coverage::predecessor(lang, &format!("{} {name}", cell.code));
            format!("{text}; {by}")
        }
    }
}

/// Why it was not held, or why those assigned did not come.
fn reasons(row: &CoverageRow<'_>, lang: Lang) -> String {
    match row.meeting.map(|meeting| &meeting.outcome) {
        None => String::new(),
        Some(Outcome::NotHeld(reason)) => reason.lower(lang),
        Some(Outcome::Held(held)) => match &held.absences {
            Absences::Unexplained => String::new(),
            Absences::All(reason) => reason.lower(lang),
            Absences::Each(_) => {
                let one = |o: &&Official| {
                    let reason = held.absences.reason_for(&o.id)?;
                    Some(format!("{}: {}", o.code, reason.lower(lang)))
                };
                row.owing.iter().filter_map(one).collect::<Vec<_>>().join("; ")
            }
        },
    }
}

/// Under each figure who is in its denominator and who is counted.
fn figures(report: &CoverageReport<'_>, lang: Lang) -> (String, Vec<String>) {
    let rows: Vec<(&str, Counted)> =
        report.rows().map(|row| (row.cell.code.as_str(), row.counted())).collect();
    let codes = |wanted: &dyn Fn(&Counted) -> bool| -> Vec<&str> {
        rows.iter().filter(|(_, counted)| wanted(counted)).map(|(code, _)| *code).collect()
    };
    let head = words::figures_head(lang, rows.len(), &codes(&|_| true).join(", "));
    let mut lines = Vec::new();
    let sums = Figures::of(report.rows());
    for figure in FIGURES.iter().filter(|figure| figure.is_shown(&sums)) {
        let Figure { heading, share, picks: hit, .. } = figure;
        let inside = codes(&|counted| figure.is_of(counted) && hit(counted));
        let outside = codes(&|counted| figure.is_of(counted) && !hit(counted));
        let others = codes(&|counted| !figure.is_of(counted)).join(", ");
        let of = words::of_those(lang, figure.of, &others);
        let (inside_text, outside_text) = (inside.join(", "), outside.join(", "));
        let members = match (inside.len(), outside.len()) {
            (0, _) => Members::Nobody,
            (_, 0) => Members::All,
            (k, rest) if k <= rest => Members::These(&inside_text),
            _ => Members::AllBut(&outside_text),
        };
        let label = heading.label(lang);
        let (share, counted) = (texts::share(lang, share(&sums)), words::counted(lang, members));
        lines.push(format!("{label} {share} · {of} · {counted}"));
    }
    (head, lines)
}

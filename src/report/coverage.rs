//! `report coverage`: did every cell get its assigned visitor (`records.md`, section 6).

use std::collections::HashMap;

use super::{Persons, closing, grid};
use crate::domain::{
    Absences, CellId, Code, Committee, CommitteeId, CoverageRow, Date, Facts, Figures, FiledMonth,
    Keyword, MonthCoverage, Name, NotCounted, Official, OfficialId, Outcome, Period, PeriodSpan,
    Presence, Refusal, Status, month_coverage,
};
use crate::table::{Column, Field, FigureGroup, Medium, Role, Row, Shape, Table, Tone, Value};
use crate::texts::{self, Labelled, Lang};

/// Cells with a gap that the line under a month names.
const GAPS_NAMED: usize = 12;

/// To which cells a report is limited.
#[derive(Debug, Clone, Copy, Default)]
pub struct CoverageScope {
    pub committee: Option<CommitteeId>,
    pub cell: Option<CellId>,
    /// Only rows with this official in A.
    pub official: Option<OfficialId>,
}

impl CoverageScope {
    fn holds(self, row: &CoverageRow<'_>) -> bool {
        self.holds_place(row.committee.id, row.cell.id)
            && self.official.is_none_or(|only| row.assigned.iter().any(|o| o.id == only))
    }

    fn holds_left(self, facts: &Facts, left: &NotCounted<'_>) -> bool {
        let day = left.meeting.outcome.held().map(|held| held.held_on);
        let day = day.unwrap_or(left.meeting.period.last_day());
        let assigned = || facts.roster.assigned(&facts.register, left.cell.id, day);
        self.holds_place(left.committee.id, left.cell.id)
            && self.official.is_none_or(|only| assigned().contains(&only))
    }

    fn holds_place(self, committee: CommitteeId, cell: CellId) -> bool {
        self.committee.is_none_or(|only| only == committee)
            && self.cell.is_none_or(|only| only == cell)
    }
}

/// The coverage of one or more months.
#[derive(Debug)]
pub struct CoverageReport<'a> {
    pub(super) facts: &'a Facts,
    pub(super) span: PeriodSpan,
    pub(super) today: Date,
    pub(super) scope: CoverageScope,
    pub(super) persons: Persons<'a>,
    pub months: Vec<MonthCoverage<'a>>,
}

impl<'a> CoverageReport<'a> {
    /// Judges every month of the span on `today`. A span that begins after today is refused; of one that
    /// reaches beyond it, the months that have not begun are left out.
    pub fn build(
        facts: &'a Facts,
        span: PeriodSpan,
        today: Date,
        scope: CoverageScope,
    ) -> Result<Self, Refusal> {
        if span.from.first_day() > today {
            return Err(Refusal::PeriodNotBegun { period: span.from, today });
        }
        let span = PeriodSpan { from: span.from, to: span.to.min(Period::of(today)) };
        let months = span.months().map(|period| {
            let mut month = month_coverage(facts, period, today);
            month.rows.retain(|row| scope.holds(row));
            month.not_counted.retain(|left| scope.holds_left(facts, left));
            month
        });
        let persons = Persons::of(&facts.register);
        Ok(Self { facts, span, today, scope, persons, months: months.collect() })
    }

    /// A closed month as it was filed.
    pub fn of_filed(filed: &'a FiledMonth, scope: CoverageScope) -> Self {
        let mut month = filed.coverage();
        month.rows.retain(|row| scope.holds(row));
        month.not_counted.retain(|left| scope.holds_left(&filed.facts, left));
        let (span, today) = (PeriodSpan::single(month.period), filed.closing.closed_on);
        let persons = Persons::of(&filed.facts.register);
        Self { facts: &filed.facts, span, today, scope, persons, months: vec![month] }
    }

    /// Every row, by period, committee and cell.
    pub fn rows(&self) -> impl Iterator<Item = &CoverageRow<'a>> {
        self.months.iter().flat_map(|month| &month.rows)
    }

    /// The figures of all rows; over several months they count cell-months.
    pub fn figures(&self) -> Figures {
        Figures::of(self.rows())
    }

    /// The figures of each committee, in natural order of code.
    pub fn committees(&self) -> Vec<(&'a Committee, &'a Name, Figures)> {
        let mut groups: HashMap<CommitteeId, (&'a Committee, &'a Name, Figures)> = HashMap::new();
        for row in self.rows() {
            let name = row.committee_name();
            let group = groups.entry(row.committee.id);
            let group = group.or_insert((row.committee, name, Figures::default()));
            group.1 = name;
            group.2 += Figures::of([row]);
        }
        let mut groups: Vec<_> = groups.into_values().collect();
        groups.sort_by(|a, b| a.0.code.cmp(&b.0.code));
        groups
    }

    /// Whether any row's status is a gap.
    pub fn has_gap(&self) -> bool {
        self.rows().any(|row| row.status.is_gap())
    }

    /// The table of one month or the grid of several; for programs always one row a cell and period.
    pub fn lay_out(&self, lang: Lang, medium: Medium) -> Table {
        match (medium, &self.months[..]) {
            (Medium::Data, _) => self.data(lang),
            (Medium::Screen, [month]) => self.month(lang, month),
            (Medium::Screen, _) => grid::lay_out(self, lang),
        }
    }

    /// Lines above the table. The counts are those of the last month.
    pub(super) fn heading(&self, lang: Lang) -> Vec<String> {
        let last = self.months.last().map_or(&[][..], |month| &month.rows);
        let mut committees: Vec<CommitteeId> = last.iter().map(|row| row.committee.id).collect();
        committees.dedup();
        let (committees, cells) = (committees.len(), last.len());
        self.headed(lang, texts::coverage::heading(lang, self.span, committees, cells, self.today))
    }

    /// The office above this line, and under it what the report is limited to.
    pub(super) fn headed(&self, lang: Lang, line: String) -> Vec<String> {
        let register = &self.facts.register;
        let day = self.last_day();
        let mut lines = Vec::new();
        lines.extend(texts::coverage::office(lang, self.facts.office.as_ref(), self.facts.sample));
        lines.push(line);
        let limits = [
            self.scope.committee.map(|id| register.committee(id).thing(day)),
            self.scope.cell.map(|id| register.cell(id).thing(day)),
            self.scope.official.map(|id| register.official(id).thing(day)),
        ];
        let limits = limits.iter().flatten().map(texts::thing);
        lines.extend(limits.map(|thing| texts::coverage::limited_to(lang, &thing)));
        lines.extend(closing::heading(self, lang));
        lines
    }

    /// The end of the span.
    pub(super) fn last_day(&self) -> Date {
        self.span.to.last_day()
    }

    /// Why there are no rows, if there are none.
    pub(super) fn why_empty(&self, lang: Lang) -> Option<String> {
        if self.rows().next().is_some() {
            return None;
        }
        Some(match self.facts.records_from.filter(|from| self.span.to < *from) {
            Some(from) => texts::coverage::before_records(lang, from),
            None if self.scope.official.is_some() => {
                texts::officials::not_assigned(lang).to_owned()
            }
            None => texts::coverage::nothing_due(lang).to_owned(),
        })
    }

    fn month(&self, lang: Lang, month: &MonthCoverage<'a>) -> Table {
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

    fn screen_fields(&self, lang: Lang, number: u64, row: &CoverageRow<'a>) -> Vec<Field> {
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
        let grade = held.and_then(|h| h.grade).map_or("–", |g| g.label(lang));
        vec![
            number.into(),
            format!("{} {}", row.cell.code, row.cell_name()).into(),
            dash(names(&row.assigned)).into(),
            dash(titles.join("; ")).into(),
            held.map_or("–".to_owned(), |h| texts::date(lang, h.held_on)).into(),
            visitors.into(),
            Field { value: self.result(lang, row).into(), tone: tone(row.status) },
            dash(present).into(),
            dash(rate.unwrap_or_default()).into(),
            grade.into(),
            raised.into(),
            self.note(lang, row).into(),
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
                    let one = |(who, reason): (&Official, crate::domain::AbsenceReason)| {
                        format!("{}: {}", self.persons.name(who), reason.lower(lang))
                    };
                    self.by_code(reasons).into_iter().map(one).collect::<Vec<_>>().join("; ")
                }
            },
            Some(Outcome::Held(_)) => String::new(),
        };
        match reason.is_empty() || row.status == Status::Unassigned {
            true => label.to_owned(),
            false => format!("{label} ({reason})"),
        }
    }

    fn by_code<T: Copy>(&self, of: &[(OfficialId, T)]) -> Vec<(&'a Official, T)> {
        let mut sorted: Vec<(&Official, T)> =
            of.iter().map(|(id, value)| (self.facts.register.official(*id), *value)).collect();
        sorted.sort_by(|a, b| a.0.code.cmp(&b.0.code));
        sorted
    }

    fn note(&self, lang: Lang, row: &CoverageRow<'a>) -> String {
        let predecessor = row.predecessor_name().map(|(cell, name)| {
            texts::coverage::predecessor(lang, &format!("{} {name}", cell.code))
        });
        let note = row.meeting.and_then(|m| m.note.as_ref()).map(|n| n.to_string());
        predecessor.into_iter().chain(note).collect::<Vec<_>>().join("; ")
    }

    fn data(&self, lang: Lang) -> Table {
        let columns = DATA_KEYS
            .map(|key| Column::new(key, texts::coverage::data_label(lang, key), Shape::Text));
        let of = |committee: &Committee, name: &Name| {
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
        Table {
            kind: "coverage",
            schema: 1,
            about: self.about(),
            columns: columns.into(),
            rows: self.rows().map(|row| Row::body(self.data_fields(lang, row))).collect(),
            figures: std::iter::once(all).chain(groups).collect(),
            ..Table::default()
        }
    }

    pub(super) fn about(&self) -> Vec<(&'static str, Value)> {
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

    /// The columns of schema 1, in the order of [`DATA_KEYS`].
    fn data_fields(&self, lang: Lang, row: &CoverageRow<'a>) -> Vec<Field> {
        let held = row.held();
        let visitors = row.visitors(self.facts);
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
            codes(&row.assigned).into(),
            full_names(&row.assigned).into(),
            Value::from(held.map(|h| h.held_on)).into(),
            codes(&visitors).into(),
            full_names(&visitors).into(),
            word_value(row.status, lang).into(),
            self.reason_codes(lang, row).into(),
            number(counts.total).into(),
            number(held.and_then(|h| h.presence.expected())).into(),
            number(counts.present).into(),
            held.and_then(|h| h.grade).map_or(Value::Empty, |grade| word_value(grade, lang)).into(),
            raised.into(),
            Value::from(row.late.then_some("yes")).into(),
            Value::word(note_codes(row), self.note(lang, row)).into(),
        ]
    }

    /// The absence reasons as recorded if the meeting was held, else why it was not.
    fn reason_codes(&self, lang: Lang, row: &CoverageRow<'a>) -> Value {
        match row.meeting.map(|m| &m.outcome) {
            None => Value::Empty,
            Some(Outcome::NotHeld(reason)) => word_value(*reason, lang),
            Some(Outcome::Held(held)) => match &held.absences {
                Absences::Unexplained => Value::Empty,
                Absences::All(reason) => word_value(*reason, lang),
                Absences::Each(reasons) => {
                    let pairs = self.by_code(reasons);
                    let keys: Vec<String> =
                        pairs.iter().map(|(who, r)| format!("{}={}", who.code, r.key())).collect();
                    let labels: Vec<String> = pairs
                        .iter()
                        .map(|(who, r)| format!("{}: {}", who.code, r.lower(lang)))
                        .collect();
                    Value::word(keys.join(";"), labels.join("; "))
                }
            },
        }
    }
}

/// The columns of the coverage CSV, schema 1 (`records.md`, section 9). Only ever appended to.
const DATA_KEYS: [&str; 19] = [
    "period",
    "committee",
    "committee_name",
    "cell",
    "cell_name",
    "assigned",
    "assigned_names",
    "held_on",
    "visitors",
    "visitor_names",
    "status",
    "reason",
    "total",
    "expected",
    "present",
    "grade",
    "recommendations",
    "late",
    "note",
];

fn screen_columns(lang: Lang) -> Vec<Column> {
    let [no, cell, assigned, title, held_on, visitors, status, present, rate, grade, rec, note] =
        texts::coverage::screen_labels(lang);
    vec![
        Column::new("no", no, Shape::Number),
        Column::new("cell", cell, Shape::Text),
        Column::new("assigned", assigned, Shape::Text),
        Column::new("title", title, Shape::Text).drop_below(100),
        Column::new("held_on", held_on, Shape::Short),
        Column::new("visitors", visitors, Shape::Text),
        Column::new("status", status, Shape::Text),
        Column::new("present", present, Shape::Short),
        Column::new("rate", rate, Shape::Number).drop_below(96),
        Column::new("grade", grade, Shape::Text),
        Column::new("recommendations", rec, Shape::Number),
        Column::new("note", note, Shape::Text).drop_below(90),
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

pub(super) fn not_counted_line(lang: Lang, left: &NotCounted<'_>) -> String {
    let held_on = left.meeting.outcome.held().map(|held| held.held_on);
    texts::coverage::not_counted(lang, &left.cell.latest_thing().to_string(), held_on)
}

pub(super) fn keyed(figures: &Figures) -> Vec<(&'static str, crate::domain::Share)> {
    let Figures { assigned, reported, held, covered, covered_of_held, visited } = *figures;
    vec![
        ("assigned", assigned),
        ("reported", reported),
        ("held", held),
        ("covered", covered),
        ("covered_of_held", covered_of_held),
        ("visited", visited),
    ]
}

fn codes(officials: &[&Official]) -> String {
    Code::joined(officials.iter().map(|official| &official.code))
}

fn full_names(officials: &[&Official]) -> String {
    officials.iter().map(|o| o.shown()).collect::<Vec<_>>().join("; ")
}

/// A value of a fixed list: its key for programs, its label for people.
pub(super) fn word_value<T: Labelled>(value: T, lang: Lang) -> Value {
    Value::word(value.key(), value.label(lang))
}

/// The note for programs: the same in every language.
fn note_codes(row: &CoverageRow<'_>) -> String {
    let predecessor =
        row.predecessor_name().map(|(cell, name)| format!("predecessor {} {name}", cell.code));
    let note = row.meeting.and_then(|m| m.note.as_ref()).map(|n| n.to_string());
    predecessor.into_iter().chain(note).collect::<Vec<_>>().join("; ")
}

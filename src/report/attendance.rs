//! `report attendance`: members present of those expected, by cell and month (`records.md`, section 5).

use super::coverage::CoverageReport;
use super::listing::Listing;
use super::word_value;
use crate::domain::{
    Committee, Counts, CoverageRow, Criteria, Key, Name, Period, Presence, Share, Told,
};
use crate::table::{Column, FigureGroup, Medium, Role, Row, Shape, Table, Value};
use crate::texts::{self, Heading, Labelled, Lang, attendance as words};

/// The attendance of members at the regular meetings of due cells.
#[derive(Debug)]
pub struct AttendanceReport<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
}

/// The members at several meetings together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Members {
    /// Present of those expected, at the meetings of which both are known.
    pub present: Share,
    /// How many meetings these are.
    pub counted: u64,
    /// Meetings held of which one of them is not known.
    pub unknown: u64,
}

impl Members {
    /// Those of these rows.
    pub fn of<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r CoverageRow<'a>>) -> Self {
        let mut members = Self::default();
        for held in rows.into_iter().filter_map(CoverageRow::held) {
            match held.presence.attendance() {
                Some(share) => {
                    members.present += share;
                    members.counted += 1;
                }
                None => members.unknown += 1,
            }
        }
        members
    }
}

/// A row of the table: a due cell in one month, or what a committee or all have together.
#[derive(Debug, Clone, Copy)]
enum Line<'r, 'a> {
    Cell(u64, &'r CoverageRow<'a>),
    Total(Members),
}

impl<'r, 'a> AttendanceReport<'r, 'a> {
    /// The members at the meetings of a coverage report.
    pub fn of(coverage: &'r CoverageReport<'a>) -> Self {
        Self { coverage }
    }

    /// All meetings together.
    pub fn total(&self) -> Members {
        Members::of(self.coverage.rows())
    }

    /// Those of each committee, in natural order of code.
    pub fn by_committee(&self) -> Vec<(&'a Committee, &'a Name, Members)> {
        let of = |id| Members::of(self.coverage.rows().filter(|row| row.committee.id == id));
        let committees = self.coverage.committees().into_iter();
        committees.map(|(committee, name, _)| (committee, name, of(committee.id))).collect()
    }

    /// One row a cell and month; on a screen several months are a grid. The columns for programs are schema 1, only ever
    /// appended to.
    pub fn lay_out(&self, lang: Lang<'r>, medium: Medium) -> Table<'r> {
        let months = self.coverage.months.len();
        let table = if medium == Medium::Screen && months > 1 {
            self.grid(lang)
        } else {
            self.rows(lang, medium)
        };
        let mut under: Vec<String> = self.coverage.why_empty(lang).into_iter().collect();
        let total = self.total();
        if total.unknown > 0 {
            under.push(words::unknown(lang, total.unknown));
        }
        under.extend(self.asked(lang));
        let figures = self.by_committee().into_iter().map(|(committee, name, members)| {
            let of = vec![
                ("committee", committee.code.as_str().into()),
                ("committee_name", name.as_str().into()),
            ];
            FigureGroup { of, figures: vec![("attendance", members.present)] }
        });
        let all = FigureGroup { of: Vec::new(), figures: vec![("attendance", total.present)] };
        let counted = words::counted(lang, total.present, self.coverage.today);
        let title = words::title(lang, self.coverage.span);
        Table {
            kind: "attendance-report",
            schema: 1,
            about: self.coverage.about(),
            columns: table.columns,
            rows: table.rows,
            figures: std::iter::once(all).chain(figures).collect(),
            under,
            ..self.coverage.headed(lang, title, counted)
        }
    }

    /// Which share of members the last guidance asks of the meetings held, if there is one.
    fn asked(&self, lang: Lang) -> Option<String> {
        let held = self.coverage.rows().filter_map(CoverageRow::held);
        let criteria = Criteria::on(held.map(|held| held.held_on).max()?)?;
        let guidance = texts::quality::since(lang, criteria.guidance, criteria.from);
        Some(words::asked(lang, &guidance, criteria.present_above?))
    }

    fn rows(&self, lang: Lang<'r>, medium: Medium) -> Table<'r> {
        let list = listing(lang);
        let mut rows: Vec<Row<'r>> = Vec::new();
        let mut numbers = 1..;
        let all: Vec<&CoverageRow<'a>> = self.coverage.rows().collect();
        for group in all.chunk_by(|a, b| (a.period, a.committee.id) == (b.period, b.committee.id)) {
            if medium == Medium::Screen {
                let first = group[0];
                let members = Members::of(group.iter().copied());
                let texts = [
                    first.committee.code.to_string(),
                    first.committee_name().to_string(),
                    words::line(lang, members.present),
                ];
                rows.push(Row::texts(Role::Group, texts.into()));
            }
            let lines = group.iter().zip(&mut numbers);
            rows.extend(lines.map(|(row, no)| list.row(Line::Cell(no, row))));
        }
        if !rows.is_empty() {
            rows.push(list.row_of(Role::Total, Line::Total(self.total())));
        }
        Table { columns: list.columns(), rows, ..Table::default() }
    }

    /// One row a cell, one column a month with the percentage of members present.
    fn grid(&self, lang: Lang) -> Table<'r> {
        let months: Vec<Period> = self.coverage.months.iter().map(|month| month.period).collect();
        let month = |month: &Period| {
            let head = texts::month::short(lang, *month);
            Column::new("month", head, Shape::Series).over(month.year().to_string())
        };
        let mut columns = vec![super::column(lang, Key::Cell, Shape::Name)];
        columns.extend(months.iter().map(month));
        let sum = super::column(lang, Heading::PresentOfExpected, Shape::Fraction);
        columns.push(sum.goes(1));
        columns.push(super::column(lang, Heading::Rate, Shape::Percent));
        let mut rows = Vec::new();
        for (committee, name, members) in self.by_committee() {
            let head = format!("{} {name}", committee.code);
            let of = |row: &&CoverageRow<'a>| row.committee.id == committee.id;
            rows.push(self.sums(Role::Group, head, &months, of, members));
            let mut cells: Vec<&CoverageRow<'a>> = self.coverage.rows().filter(of).collect();
            cells.sort_by(|a, b| a.cell.code.cmp(&b.cell.code));
            for rows_of_cell in cells.chunk_by(|a, b| a.cell.id == b.cell.id) {
                let last = rows_of_cell[rows_of_cell.len() - 1];
                let head = format!("  {} {}", last.cell.code, last.cell_name());
                let cell = last.cell.id;
                let of = |row: &&CoverageRow<'a>| {
                    row.cell.id == cell && row.committee.id == committee.id
                };
                let members = Members::of(rows_of_cell.iter().copied());
                rows.push(self.sums(Role::Body, head, &months, of, members));
            }
        }
        if !rows.is_empty() {
            let head = texts::coverage::total(lang).to_owned();
            rows.push(self.sums(Role::Total, head, &months, |_| true, self.total()));
        }
        Table { columns, rows, ..Table::default() }
    }

    fn sums(
        &self,
        role: Role,
        head: String,
        months: &[Period],
        of: impl Fn(&&CoverageRow<'a>) -> bool,
        members: Members,
    ) -> Row<'r> {
        let of_month = months.iter().map(|month| {
            let rows = self.coverage.months.iter().find(|it| it.period == *month);
            let rows = rows.into_iter().flat_map(|it| &it.rows).filter(&of);
            words::whole_percent(Members::of(rows).present)
        });
        let mut fields = vec![head.into()];
        fields.extend(of_month.map(Into::into));
        fields.extend([share(members.present).into(), share(members.present).into()]);
        Row::of(role, fields)
    }
}

/// A share of anything; nothing of nothing.
fn share(share: Share) -> Value<'static> {
    Value::from(Some(Told::Share(share)).filter(|_| share.n > 0))
}

fn listing<'r, 'a: 'r>(lang: Lang<'r>) -> Listing<'r, Line<'r, 'a>> {
    fn count(line: Line<'_, '_>, of: impl Fn(Counts) -> Option<u16>) -> Option<u64> {
        of(presence(line)?.counts()).map(u64::from)
    }
    Listing::new(lang)
        .people(Heading::No, Shape::Number, |line: Line<'r, 'a>| match line {
            Line::Cell(no, _) => Some(no),
            Line::Total(_) => None,
        })
        .programs(Key::Period, |line| Some(row(line)?.period))
        .programs(Heading::CommitteeCode, |line| Some(row(line)?.committee.code.as_str()))
        .programs(Heading::CommitteeName, |line| Some(row(line)?.committee_name().as_str()))
        .programs(Heading::CellCode, |line| Some(row(line)?.cell.code.as_str()))
        .programs(Heading::CellName, |line| Some(row(line)?.cell_name().as_str()))
        .people(Key::Cell, Shape::Name, move |line| match line {
            Line::Cell(_, row) => format!("{} {}", row.cell.code, row.cell_name()),
            Line::Total(_) => texts::coverage::total(lang).to_owned(),
        })
        .column(Heading::Day, Shape::Day, |line| Some(row(line)?.held()?.held_on))
        .with(|column| column.in_excel(Key::HeldOn.label(lang)))
        .column(Heading::Members, Shape::Number, |line| count(line, |it| it.total))
        .with(|column| column.goes(2))
        .column(Key::Exempt, Shape::Number, |line| count(line, |it| it.exempt))
        .with(|column| column.called(words::exempt(lang)).goes(4))
        .column(Key::Away, Shape::Number, |line| count(line, |it| it.away))
        .with(|column| column.called(words::away(lang)).goes(5))
        .column(Heading::MembersExpected, Shape::Number, |line| match line {
            Line::Cell(_, row) => row.held()?.presence.expected().map(u64::from),
            Line::Total(members) => Some(members.present.n).filter(|n| *n > 0),
        })
        .column(Heading::MembersPresent, Shape::Number, |line| match line {
            Line::Cell(_, row) => row.held()?.presence.counts().present.map(u64::from),
            Line::Total(members) => Some(members.present.k).filter(|_| members.present.n > 0),
        })
        .column(Key::Excused, Shape::Number, |line| count(line, |it| it.excused))
        .with(|column| column.goes(1))
        .column(Key::Unexcused, Shape::Number, |line| presence(line)?.unexcused().map(u64::from))
        .with(|column| column.goes(1))
        .people(Heading::Rate, Shape::Percent, |line| match line {
            Line::Cell(_, row) => row.held()?.presence.attendance().map(Told::Share),
            Line::Total(members) => Some(Told::Share(members.present)),
        })
        .spreadsheets(Heading::Rate, |line| presence(line)?.attendance().map(Told::Share))
        .column(Heading::AboveShare, Shape::Short, move |line| {
            let held = row(line)?.held()?;
            let verdict = Criteria::on(held.held_on)?.present(held.presence)?;
            Some(word_value(verdict, lang))
        })
        .with(|column| column.goes(3))
        .programs(Heading::Guidance, |line| {
            Some(Criteria::on(row(line)?.held()?.held_on)?.guidance)
        })
}

fn row<'r, 'a>(line: Line<'r, 'a>) -> Option<&'r CoverageRow<'a>> {
    match line {
        Line::Cell(_, row) => Some(row),
        Line::Total(_) => None,
    }
}

fn presence(line: Line<'_, '_>) -> Option<Presence> {
    Some(row(line)?.held()?.presence)
}

/// Members present of all, at the meetings held among these rows of which both are known.
pub(super) fn in_all<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r CoverageRow<'a>>) -> Share {
    let mut all = Share::default();
    for held in rows.into_iter().filter_map(CoverageRow::held) {
        let counts = held.presence.counts();
        if let (Some(present), Some(total)) = (counts.present, counts.total) {
            all += Share { k: present.into(), n: total.into() };
        }
    }
    all
}

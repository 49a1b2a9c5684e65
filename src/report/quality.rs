//! `report quality`: how meetings were scored and graded. One month is the list that offices send, in ten columns; several
//! are the grades of each month, whether cells prepared, and the theme of each quarter.

use std::collections::HashSet;

use super::coverage::CoverageReport;
use super::listing::Listing;
use super::word_value;
use crate::domain::{
    CellId, CoverageRow, Criteria, Date, Detail, DetailValue, DutySpan, Grade, Held, Key, Keyword,
    Meeting, MeetingKind, MonthCoverage, Period, PeriodSpan, Score, Share, Told, Verdict,
};
use crate::table::{Column, FigureGroup, Medium, Role, Row, Shape, Table, Value};
use crate::texts::{self, Heading, Labelled, Lang, quality as words};

/// The grades of the regular meetings of due cells.
#[derive(Debug)]
pub struct QualityReport<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
    /// The cells that had a theme in a quarter, by its first month.
    with_theme: HashSet<(CellId, Period)>,
}

/// How many meetings have each grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grades {
    pub good: u64,
    pub fair: u64,
    pub average: u64,
    pub poor: u64,
    /// Held, without a grade.
    pub none: u64,
}

impl Grades {
    /// Those of the meetings held among these rows.
    pub fn of<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r CoverageRow<'a>>) -> Self {
        let mut grades = Self::default();
        for held in rows.into_iter().filter_map(CoverageRow::held) {
            *match held.details.grade() {
                Some(Grade::Good) => &mut grades.good,
                Some(Grade::Fair) => &mut grades.fair,
                Some(Grade::Average) => &mut grades.average,
                Some(Grade::Poor) => &mut grades.poor,
                None => &mut grades.none,
            } += 1;
        }
        grades
    }

    /// How many have this one.
    pub fn count(self, grade: Grade) -> u64 {
        match grade {
            Grade::Good => self.good,
            Grade::Fair => self.fair,
            Grade::Average => self.average,
            Grade::Poor => self.poor,
        }
    }

    /// As the words have them: each grade, the best first, and those without one.
    fn counted(self) -> words::Counted {
        ([self.good, self.fair, self.average, self.poor], self.none)
    }

    /// How many were graded.
    pub fn graded(self) -> u64 {
        self.good + self.fair + self.average + self.poor
    }
}

/// What is known of the scores of a cell, or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scores {
    /// Meetings with a score of the cell's own and one of the committee above.
    pub both: u64,
    /// By how many tenths of a point the own ones are higher, together.
    pub higher: i64,
}

impl Scores {
    fn of<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r CoverageRow<'a>>) -> Self {
        let mut scores = Self::default();
        for held in rows.into_iter().filter_map(CoverageRow::held) {
            let [own, above] =
                [Detail::SelfScore, Detail::ConfirmedScore].map(|it| score(held, it));
            if let (Some(own), Some(above)) = (own, above) {
                scores.both += 1;
                scores.higher += i64::from(own.tenths()) - i64::from(above.tenths());
            }
        }
        scores
    }
}

fn score(held: &Held, detail: Detail) -> Option<Score> {
    match held.details.get(detail)? {
        DetailValue::Points(score) => Some(score),
        DetailValue::Count(_)
        | DetailValue::YesNo(_)
        | DetailValue::Grade(_)
        | DetailValue::Text(_) => None,
    }
}

/// Whether the cell committee met beforehand, of the meetings of which that is known.
pub fn prepared<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r CoverageRow<'a>>) -> Share {
    let mut share = Share::default();
    for held in rows.into_iter().filter_map(CoverageRow::held) {
        if let Some(DetailValue::YesNo(yes)) = held.details.get(Detail::Prepared) {
            share.count(yes);
        }
    }
    share
}

/// The months whose meetings say whether cells had the themes of the quarters in which these lie.
pub fn months_of_themes(months: PeriodSpan) -> PeriodSpan {
    PeriodSpan {
        from: DutySpan::Quarter.around(months.from).from,
        to: DutySpan::Quarter.around(months.to).to,
    }
}

/// A row of the list: a due cell in one month, or all together.
#[derive(Debug, Clone, Copy)]
enum Line<'r, 'a> {
    Cell(u64, &'r CoverageRow<'a>),
    Total(Grades, Share),
}

impl<'r, 'a> QualityReport<'r, 'a> {
    /// The grades of a coverage report whose facts have the meetings of every kind of [`months_of_themes`].
    pub fn of(coverage: &'r CoverageReport<'a>) -> Self {
        let held = coverage.facts.held_by(coverage.today);
        let has_theme = |(meeting, held): &(&Meeting, &Held)| match meeting.kind {
            MeetingKind::Thematic => true,
            MeetingKind::Regular | MeetingKind::Extraordinary | MeetingKind::Congress => {
                held.details.get(Detail::Theme).is_some()
            }
        };
        let themes = held
            .filter(has_theme)
            .map(|(meeting, _)| (meeting.cell, DutySpan::Quarter.around(meeting.period).from));
        Self { coverage, with_theme: themes.collect() }
    }

    /// Whether a cell had a theme in the quarter of a month: at a thematic meeting, or at one with a theme. Not recorded
    /// where a regular meeting of the quarter is not, or the quarter is not over.
    pub fn theme(&self, row: &CoverageRow<'_>) -> Verdict {
        let quarter = DutySpan::Quarter.around(row.period);
        if self.with_theme.contains(&(row.cell.id, quarter.from)) {
            Verdict::Met
        } else if self.is_known(row, quarter) {
            Verdict::NotMet
        } else {
            Verdict::NotRecorded
        }
    }

    /// Whether a quarter is over and the cell of a row has reported for each of its months.
    fn is_known(&self, row: &CoverageRow<'_>, quarter: PeriodSpan) -> bool {
        let CoverageReport { facts, today, .. } = self.coverage;
        let reported = |month| facts.regular(month, row.cell.id).is_some();
        quarter.to.last_day() < *today && quarter.months().all(reported)
    }

    /// All meetings together.
    pub fn grades(&self) -> Grades {
        Grades::of(self.coverage.rows())
    }

    /// One row a cell and month; on a screen several months are a grid. The columns for programs are schema 1, only ever
    /// appended to.
    pub fn lay_out<'b>(&'b self, lang: Lang<'b>, medium: Medium) -> Table<'b> {
        let months = self.coverage.months.len();
        let several = medium == Medium::Screen && months > 1;
        let Table { columns, rows, below, .. } =
            if several { self.grid(lang) } else { self.list(lang) };
        let mut under: Vec<String> = self.coverage.why_empty(lang).into_iter().collect();
        if under.is_empty() && months == 1 {
            under.push(self.members(lang));
        }
        under.extend(self.guidance(lang));
        let grades = self.grades();
        let graded = grades.graded();
        let of = |grade: Grade| (grade.key(), Share { k: grades.count(grade), n: graded });
        let figures = Grade::ALL.iter().map(|grade| of(*grade)).collect();
        let title = words::title(lang, self.coverage.span);
        let counted = words::counted(lang, grades.counted(), self.coverage.today);
        Table {
            kind: "quality-report",
            schema: 1,
            about: self.coverage.about(),
            columns,
            rows,
            figures: vec![FigureGroup { of: Vec::new(), figures }],
            under,
            below,
            ..self.coverage.headed(lang, title, counted)
        }
    }

    /// The list that offices send: its columns are numbered.
    fn list<'b>(&'b self, lang: Lang<'b>) -> Table<'b> {
        let report = self.coverage;
        let list = self.listing(lang);
        let lines = report.rows().zip(1..).map(|(row, no)| Line::Cell(no, row));
        let mut rows: Vec<Row<'b>> = lines.map(|line| list.row(line)).collect();
        if !rows.is_empty() {
            let present = super::attendance::in_all(report.rows());
            rows.push(list.row_of(Role::Total, Line::Total(self.grades(), present)));
        }
        let columns = list.columns();
        if !rows.is_empty() {
            let mut no = 0;
            let numbers = columns.iter().map(|column| {
                if !column.of_form {
                    return Value::Empty.into();
                }
                no += 1;
                format!("({no})").into()
            });
            rows.insert(0, Row::of(Role::Group, numbers.collect()));
        }
        Table { columns, rows, ..Table::default() }
    }

    /// Members in all, and how many of them at meetings elsewhere.
    fn members(&self, lang: Lang) -> String {
        let counts = || {
            let held = self.coverage.rows().filter_map(CoverageRow::held);
            held.map(|held| held.presence.counts())
        };
        /// The sum of what is known; of nothing none.
        fn sum(of: impl Iterator<Item = Option<u16>>) -> Option<u64> {
            of.flatten().map(u64::from).reduce(|sum, one| sum + one)
        }
        words::members(lang, sum(counts().map(|it| it.total)), sum(counts().map(|it| it.away)))
    }

    /// By which rule sets it is judged what the months keep.
    fn guidance(&self, lang: Lang) -> Option<String> {
        let held = self.coverage.rows().filter_map(CoverageRow::held);
        let criteria = held.filter_map(|held| Criteria::on(held.held_on));
        let mut sets: Vec<(Date, &str)> = criteria.map(|it| (it.from, it.guidance)).collect();
        sets.sort_unstable();
        sets.dedup();
        (!sets.is_empty()).then(|| words::judged_by(lang, &sets))
    }

    /// One row a cell with the grade of each month, how often it prepared, and the difference of its scores; beneath it the
    /// grades of each month, and the themes of each quarter.
    fn grid(&self, lang: Lang) -> Table<'static> {
        let months: Vec<Period> = self.coverage.months.iter().map(|month| month.period).collect();
        let month = |month: &Period| {
            let head = texts::month::short(lang, *month);
            Column::new("month", head, Shape::Series).over(month.year().to_string())
        };
        let mut columns = vec![super::column(lang, Key::Cell, Shape::Name)];
        columns.extend(months.iter().map(month));
        columns.push(Column::new("prepared", words::prepared(lang), Shape::Fraction).goes(1));
        columns.push(Column::new("difference", words::difference(lang), Shape::Short).goes(2));
        let mut all: Vec<&CoverageRow<'a>> = self.coverage.rows().collect();
        all.sort_by(|a, b| {
            a.committee.code.cmp(&b.committee.code).then(a.cell.code.cmp(&b.cell.code))
        });
        let mut rows = Vec::new();
        let mut themes = Vec::new();
        for group in all.chunk_by(|a, b| a.committee.id == b.committee.id) {
            let first = group[0];
            let texts = [
                format!("{} {}", first.committee.code, first.committee_name()),
                words::line(lang, Grades::of(group.iter().copied()).counted()),
            ];
            rows.push(Row::texts(Role::Group, texts.into()));
            for of_cell in group.chunk_by(|a, b| a.cell.id == b.cell.id) {
                rows.push(cell_row(lang, &months, of_cell));
                themes.push(self.themes(of_cell));
            }
        }
        let below = if rows.is_empty() {
            Vec::new()
        } else {
            vec![self.by_month(lang), self.table_of_themes(lang, themes)]
        };
        Table { columns, rows, below, ..Table::default() }
    }

    /// How many meetings have each grade, by month.
    fn by_month(&self, lang: Lang) -> Table<'static> {
        let line = |head: String, rows: &mut dyn Iterator<Item = &CoverageRow<'a>>, role: Role| {
            let rows: Vec<&CoverageRow<'a>> = rows.collect();
            let grades = Grades::of(rows.iter().copied());
            let scores = Scores::of(rows.iter().copied());
            let mut fields = vec![head.into()];
            fields.extend(Grade::ALL.iter().map(|grade| grades.count(*grade).into()));
            fields.push(grades.none.into());
            fields.push(Value::from(Told::Share(prepared(rows.iter().copied()))).into());
            fields.push(words::mean_difference(lang, scores.higher, scores.both).into());
            Row::of(role, fields)
        };
        let of_month = |month: &MonthCoverage<'a>| {
            line(texts::period(lang, month.period), &mut month.rows.iter(), Role::Body)
        };
        let mut rows: Vec<Row<'static>> = self.coverage.months.iter().map(of_month).collect();
        let total = texts::coverage::total(lang).to_owned();
        rows.push(line(total, &mut self.coverage.rows(), Role::Total));
        let mut columns = vec![super::column(lang, Key::Period, Shape::Short)];
        let grade = |grade: &Grade| Column::new(grade.key(), grade.label(lang), Shape::Count);
        columns.extend(Grade::ALL.iter().map(grade));
        columns.push(Column::new("none", words::no_grade(lang), Shape::Count));
        columns.push(Column::new("prepared", words::prepared(lang), Shape::Fraction));
        columns.push(Column::new("difference", words::difference(lang), Shape::Short));
        Table { heading: vec![words::by_month(lang).to_owned()], columns, rows, ..Table::default() }
    }

    /// The quarters of a cell, each with its theme or without.
    fn themes(&self, rows: &[&CoverageRow<'a>]) -> Row<'static> {
        let last = rows[rows.len() - 1];
        let mut fields = vec![format!("{} {}", last.cell.code, last.cell_name()).into()];
        fields.extend(self.quarters().into_iter().map(|quarter| {
            let of_quarter = rows.iter().find(|row| quarter.contains(row.period));
            let verdict = of_quarter.map(|row| self.theme(row));
            verdict.map_or("", |verdict| words::theme_sign(verdict)).into()
        }));
        Row::body(fields)
    }

    fn quarters(&self) -> Vec<PeriodSpan> {
        let months = self.coverage.months.iter();
        let mut quarters: Vec<PeriodSpan> =
            months.map(|month| DutySpan::Quarter.around(month.period)).collect();
        quarters.dedup();
        quarters
    }

    fn table_of_themes(&self, lang: Lang, rows: Vec<Row<'static>>) -> Table<'static> {
        let mut columns = vec![super::column(lang, Key::Cell, Shape::Name)];
        let quarter = |quarter: PeriodSpan| {
            Column::new("quarter", texts::months(lang, quarter), Shape::Short)
        };
        columns.extend(self.quarters().into_iter().map(quarter));
        let heading = vec![words::themes(lang, self.cells_with_theme())];
        Table { heading, columns, rows, ..Table::default() }
    }

    fn listing<'b>(&'b self, lang: Lang<'b>) -> Listing<'b, Line<'b, 'a>> {
        let mut list = Listing::new(lang)
            .form(Heading::No, Shape::Number, |line: Line<'b, 'a>| match line {
                Line::Cell(no, _) => Some(no),
                Line::Total(..) => None,
            })
            .codes(Key::Period, |line| Some(row(line)?.period))
            .codes(Heading::CommitteeCode, |line| Some(row(line)?.committee.code.as_str()))
            .codes(Heading::CommitteeName, |line| Some(row(line)?.committee_name().as_str()))
            .codes(Heading::CellCode, |line| Some(row(line)?.cell.code.as_str()))
            .codes(Heading::CellName, |line| Some(row(line)?.cell_name().as_str()))
            .form(Heading::Unit, Shape::Name, move |line| match line {
                Line::Cell(_, row) => format!("{} {}", row.cell.code, row.cell_name()),
                Line::Total(..) => texts::coverage::total(lang).to_owned(),
            })
            .form(Heading::MembersOfAll, Shape::Fraction, |line| match line {
                Line::Cell(_, row) => {
                    let counts = row.held()?.presence.counts();
                    let (k, n) = (counts.present?.into(), counts.total?.into());
                    Some(Told::Share(Share { k, n }))
                }
                Line::Total(_, present) => Some(Told::Share(present)),
            })
            .codes(Heading::Members, |line| held(line)?.presence.counts().total.map(u64::from))
            .codes(Heading::MembersPresent, |line| {
                held(line)?.presence.counts().present.map(u64::from)
            })
            .form(Heading::MeetingDay, Shape::Day, |line| Some(held(line)?.held_on))
            .codes(Key::HeldOn, |line| Some(held(line)?.held_on))
            .form(Heading::Score, Shape::Number, |line| {
                let held = held(line)?;
                let confirmed = score(held, Detail::ConfirmedScore);
                Some(Told::Points(confirmed.or(score(held, Detail::SelfScore))?))
            })
            .codes(Key::Detail(Detail::SelfScore), |line| {
                Some(Told::Points(score(held(line)?, Detail::SelfScore)?))
            })
            .codes(Key::Detail(Detail::ConfirmedScore), |line| {
                Some(Told::Points(score(held(line)?, Detail::ConfirmedScore)?))
            })
            .codes(Key::Detail(Detail::Grade), move |line| {
                Some(word_value(held(line)?.details.grade()?, lang))
            });
        for grade in Grade::ALL {
            let heading = match grade {
                Grade::Good => Heading::GradeGood,
                Grade::Fair => Heading::GradeFair,
                Grade::Average => Heading::GradeAverage,
                Grade::Poor => Heading::GradePoor,
            };
            list = list
                .form(heading, Shape::Short, move |line| match line {
                    Line::Cell(..) => {
                        let is = held(line)?.details.grade()? == *grade;
                        is.then(|| "x".to_owned())
                    }
                    Line::Total(grades, _) => Some(grades.count(*grade).to_string()),
                })
                .with(|column| column.over(words::graded(lang)));
        }
        let verdict = move |of: fn(&Criteria, &Held) -> Option<Verdict>| {
            move |line: Line<'b, 'a>| {
                let held = held(line)?;
                Some(word_value(of(&Criteria::on(held.held_on)?, held)?, lang))
            }
        };
        list.form(Key::Note, Shape::Text, |line| Some(row(line)?.meeting?.note.as_ref()?.as_str()))
            .with(|column| column.called(words::note(lang)).in_excel(Key::Note.label(lang)))
            .codes(Key::Note, |line| Some(row(line)?.meeting?.note.as_ref()?.as_str()))
            .codes(Key::Detail(Detail::Prepared), |line| {
                Some(Told::from(held(line)?.details.get(Detail::Prepared)?))
            })
            .codes(Key::Detail(Detail::Theme), |line| {
                Some(Told::from(held(line)?.details.get(Detail::Theme)?))
            })
            .codes(Heading::Guidance, |line| Some(Criteria::on(held(line)?.held_on)?.guidance))
            .codes(Heading::AboveShare, verdict(|criteria, held| criteria.present(held.presence)))
            .codes(Heading::PreparedAsAsked, verdict(Criteria::met_beforehand))
            .codes(Heading::ThemeOfQuarter, move |line| {
                let row = row(line)?;
                let asked = Criteria::on(row.period.last_day())?.theme_each_quarter;
                asked.then(|| word_value(self.theme(row), lang))
            })
            .codes(Heading::GradeAllowed, verdict(|_, held| Some(allowed(held))))
    }

    /// The cells and quarters with a theme, of those that have reported for every month of the quarter: else only those with
    /// a theme would be known of a quarter that is not over.
    pub fn cells_with_theme(&self) -> Share {
        let (mut share, mut seen) = (Share::default(), HashSet::new());
        for row in self.coverage.rows() {
            let quarter = DutySpan::Quarter.around(row.period);
            if seen.insert((row.cell.id, quarter.from)) && self.is_known(row, quarter) {
                share.count(self.theme(row) == Verdict::Met);
            }
        }
        share
    }
}

fn cell_row(lang: Lang, months: &[Period], rows: &[&CoverageRow<'_>]) -> Row<'static> {
    let last = rows[rows.len() - 1];
    let mut fields = vec![format!("  {} {}", last.cell.code, last.cell_name()).into()];
    fields.extend(months.iter().map(|month| {
        let held = rows.iter().find(|row| row.period == *month).and_then(|row| row.held());
        let grade = held.and_then(|held| held.details.grade());
        grade.map_or("", |grade| words::sign(lang, grade)).into()
    }));
    let prepared = prepared(rows.iter().copied());
    let prepared = Some(Told::Share(prepared)).filter(|_| prepared.n > 0);
    let scores = Scores::of(rows.iter().copied());
    fields.push(Value::from(prepared).into());
    fields.push(words::mean_difference(lang, scores.higher, scores.both).into());
    Row::body(fields)
}

/// Whether the grade is one that the score allows.
fn allowed(held: &Held) -> Verdict {
    match (held.details.score(), held.details.grade()) {
        (Some(_), Some(_)) if held.grade_above().is_some() => Verdict::NotMet,
        (Some(_), Some(_)) => Verdict::Met,
        _ => Verdict::NotRecorded,
    }
}

fn row<'r, 'a>(line: Line<'r, 'a>) -> Option<&'r CoverageRow<'a>> {
    match line {
        Line::Cell(_, row) => Some(row),
        Line::Total(..) => None,
    }
}

fn held<'r, 'a>(line: Line<'r, 'a>) -> Option<&'r Held> {
    row(line)?.held()
}

//! `report officials`: what became of each official's duty over a span (`records.md`, section 6).

use super::coverage::{CoverageReport, not_counted_line};
use crate::domain::{Held, Official, OfficialFigures, OfficialId, Share, official_figures};
use crate::table::{Column, Field, FigureGroup, Medium, Role, Row, Shape, Table, Value};
use crate::texts::{self, Lang, officials as words};

/// The officials of a span with their counts, in the order of the notice.
#[derive(Debug)]
pub struct OfficialsReport<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
    only: Option<&'a Official>,
    pub rows: Vec<(&'a Official, OfficialFigures)>,
}

impl<'r, 'a> OfficialsReport<'r, 'a> {
    /// Counts over the months of a coverage report, which is not limited to an official: whom somebody
    /// stood in for is seen only where all rows are there.
    pub fn build(coverage: &'r CoverageReport<'a>, only: Option<OfficialId>) -> Self {
        let facts = coverage.facts;
        let figures = official_figures(facts, &coverage.months);
        let officials = facts.register.officials_in_order().into_iter();
        let rows = officials
            .filter(|official| only.is_none_or(|only| only == official.id))
            .filter_map(|official| Some((official, *figures.get(&official.id)?)))
            .filter(|(_, figures)| !figures.is_empty())
            .collect();
        let only = only.map(|id| facts.register.official(id));
        Self { coverage, only, rows }
    }

    /// The counts of all of them together.
    pub fn total(&self) -> OfficialFigures {
        let mut total = OfficialFigures::default();
        self.rows.iter().for_each(|(_, figures)| total += *figures);
        total
    }

    /// One row an official; on a screen with a total.
    pub fn lay_out(&self, lang: Lang, medium: Medium) -> Table {
        match medium {
            Medium::Screen => self.screen(lang),
            Medium::Data => self.data(lang),
        }
    }

    fn screen(&self, lang: Lang) -> Table {
        let total = self.total();
        let shown = Shown { pending: total.pending > 0 };
        let mut rows = Vec::new();
        for (at, (official, figures)) in self.rows.iter().enumerate() {
            let title = official.posts.at(self.coverage.last_day()).title.as_ref();
            let mut fields: Vec<Field> = vec![
                (at as u64 + 1).into(),
                self.coverage.persons.name(official).into(),
                title.map_or("–", |title| title.as_str()).into(),
            ];
            fields.extend(shown.fields(lang, *figures));
            rows.push(Row::body(fields));
        }
        let mut under = Vec::new();
        if rows.is_empty() {
            under.push(self.why_empty(lang));
        } else {
            let mut fields: Vec<Field> =
                vec![Value::Empty.into(), texts::coverage::total(lang).into(), "".into()];
            fields.extend(shown.fields(lang, total));
            rows.push(Row::of(Role::Total, fields));
            under.push(words::explanation(lang).to_owned());
        }
        under.extend(self.not_counted(lang));
        let columns = if rows.is_empty() { Vec::new() } else { shown.columns(lang) };
        Table {
            kind: "officials-report",
            schema: 1,
            heading: self.heading(lang),
            columns,
            rows,
            under,
            ..Table::default()
        }
    }

    fn heading(&self, lang: Lang) -> Vec<String> {
        let CoverageReport { span, today, .. } = self.coverage;
        let line = words::heading(lang, *span, self.rows.len(), *today);
        let mut lines = self.coverage.headed(lang, line, self.only.is_none());
        let only = self.only.map(|official| official.thing(self.coverage.last_day()));
        lines.extend(only.map(|thing| texts::coverage::limited_to(lang, &texts::thing(&thing))));
        lines
    }

    /// The meetings that stand for no due cell; of one official, those he came to.
    fn not_counted(&self, lang: Lang) -> Vec<String> {
        let came = |held: &Held| self.only.is_none_or(|only| held.visitors.contains(&only.id));
        let left = self.coverage.months.iter().flat_map(|month| &month.not_counted);
        let left = left.filter(|left| left.meeting.outcome.held().is_some_and(came));
        left.map(|left| not_counted_line(lang, left)).collect()
    }

    fn why_empty(&self, lang: Lang) -> String {
        match (self.coverage.why_empty(lang), self.only) {
            (_, Some(_)) if self.coverage.rows().next().is_some() => {
                words::nothing_of_him(lang).to_owned()
            }
            (Some(why), _) => why,
            (None, _) => words::nobody(lang).to_owned(),
        }
    }

    fn data(&self, lang: Lang) -> Table {
        let columns = DATA_KEYS.map(|key| Column::new(key, words::label(lang, key), Shape::Text));
        let rows = self.rows.iter().map(|(official, figures)| {
            let post = official.posts.at(self.coverage.last_day());
            let title = post.title.as_ref().map(|title| title.as_str());
            let mut fields: Vec<Field> = vec![
                official.code.as_str().into(),
                official.shown().into(),
                Value::from(title).into(),
            ];
            fields.extend(counts(*figures).map(Field::from));
            let Share { k, n } = figures.rate();
            let known = |count: u64| Value::from((n > 0).then_some(count));
            fields.extend([known(k).into(), known(n).into(), figures.stood_in.into()]);
            Row::body(fields)
        });
        let all = FigureGroup { of: Vec::new(), figures: vec![("rate", self.total().rate())] };
        Table {
            kind: "officials-report",
            schema: 1,
            about: self.coverage.about(),
            columns: columns.into(),
            rows: rows.collect(),
            figures: vec![all],
            ..Table::default()
        }
    }
}

/// The columns for programs, schema 1. Only ever appended to. `rate_k` of `rate_n` is empty for 0/0.
const DATA_KEYS: [&str; 15] = [
    "official",
    "full_name",
    "title",
    "due",
    "attended",
    "shared",
    "replaced",
    "excused",
    "absent",
    "not_held",
    "missing",
    "pending",
    "rate_k",
    "rate_n",
    "stood_in",
];

/// `due` and what it is the sum of, in the order of [`DATA_KEYS`].
fn counts(figures: OfficialFigures) -> [u64; 9] {
    let OfficialFigures { attended, shared, replaced, excused, absent, .. } = figures;
    let OfficialFigures { not_held, missing, pending, .. } = figures;
    [figures.due(), attended, shared, replaced, excused, absent, not_held, missing, pending]
}

/// What a screen shows: months that are not over only where there are any.
#[derive(Clone, Copy)]
struct Shown {
    pending: bool,
}

impl Shown {
    fn columns(self, lang: Lang) -> Vec<Column> {
        let column = |key: &'static str, shape| Column::new(key, words::label(lang, key), shape);
        let mut columns = vec![
            column("no", Shape::Number),
            column("official", Shape::Text),
            column("title", Shape::Text).drop_below(110),
        ];
        let counts = DATA_KEYS[3..12].iter().filter(|key| self.pending || **key != "pending");
        columns.extend(counts.map(|key| column(key, Shape::Number)));
        columns.push(column("rate", Shape::Text));
        columns.push(column("stood_in", Shape::Number));
        columns
    }

    fn fields(self, lang: Lang, figures: OfficialFigures) -> Vec<Field> {
        let mut fields: Vec<Field> = counts(figures).map(Field::from).into();
        if !self.pending {
            fields.pop();
        }
        fields.push(texts::share(lang, figures.rate()).into());
        fields.push(figures.stood_in.into());
        fields
    }
}

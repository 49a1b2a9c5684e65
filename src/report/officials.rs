//! `report officials`: what became of each official's duty over a span (`records.md`, section 6).

use super::coverage::{CoverageReport, late_figures, not_counted_line};
use super::listing::Listing;
use super::visits::Visits;
use crate::domain::{
    Held, Key, Official, OfficialFigures, OfficialId, Share, Told, official_figures,
};
use crate::table::{Column, FigureGroup, Role, Row, Shape, Table};
use crate::texts::{self, Heading, Labelled, Lang, officials as words};

/// The officials of a span with their counts, in the order of the notice.
#[derive(Debug)]
pub struct OfficialsReport<'r, 'a> {
    coverage: &'r CoverageReport<'a>,
    only: Option<&'a Official>,
    visits: Visits,
    pub rows: Vec<(&'a Official, OfficialFigures)>,
}

impl<'r, 'a> OfficialsReport<'r, 'a> {
    /// Counts over the months of a coverage report, which is not limited to an official: whom somebody
    /// stood in for is seen only where all rows are there.
    pub fn build(coverage: &'r CoverageReport<'a>, only: Option<OfficialId>) -> Self {
        let facts = coverage.facts;
        let figures = official_figures(facts, &coverage.months);
        let visits = Visits::of(coverage);
        let officials = facts.register.officials_in_order().into_iter();
        let told = |official: &Official, figures: OfficialFigures| {
            !figures.is_empty() || visits.by_official.contains_key(&official.id)
        };
        let rows = officials
            .filter(|official| only.is_none_or(|only| only == official.id))
            .map(|official| (official, figures.get(&official.id).copied().unwrap_or_default()))
            .filter(|(official, figures)| told(official, *figures))
            .collect();
        let only = only.map(|id| facts.register.official(id));
        Self { coverage, only, visits, rows }
    }

    /// The counts of all of them together.
    pub fn total(&self) -> OfficialFigures {
        let mut total = OfficialFigures::default();
        self.rows.iter().for_each(|(_, figures)| total += *figures);
        total
    }

    /// The visits of an official, or of all in the rows together.
    fn visits(&self, official: Option<OfficialId>) -> u64 {
        let of = |id| self.visits.by_official.get(&id).copied().unwrap_or(0);
        official.map_or_else(|| self.rows.iter().map(|(one, _)| of(one.id)).sum(), of)
    }

    /// One row an official; for people with a total. The columns for programs are schema 1, only ever appended to.
    pub fn lay_out<'b>(&'b self, lang: Lang<'b>) -> Table<'b> {
        let total = self.total();
        let list = self.listing(lang);
        let lines = self.rows.iter().zip(1..);
        let lines = lines.map(|((official, figures), no)| (Some((*official, no)), *figures));
        let mut rows: Vec<Row> = lines.map(|line| list.row(line)).collect();
        let (mut under, mut hints) = (Vec::new(), Vec::new());
        if rows.is_empty() {
            under.push(self.why_empty(lang));
        } else {
            rows.push(list.row_of(Role::Total, (None, total)));
            under.push(words::explanation(lang).to_owned());
            under.extend(self.coverage.notes_of_span(lang));
            if let Some(line) = self.with_duties(lang) {
                under.push(line);
                hints.push(words::see_duties(lang));
            }
        }
        under.extend(self.not_counted(lang));
        Table {
            kind: "officials-report",
            schema: 1,
            about: self.coverage.about(),
            columns: list.columns(),
            rows,
            figures: vec![FigureGroup { of: Vec::new(), figures: vec![("rate", total.rate())] }],
            under,
            hints,
            ..self.heading(lang)
        }
    }

    fn listing<'b>(&'b self, lang: Lang<'b>) -> Listing<'b, Line<'a>> {
        let day = self.coverage.last_day();
        let title =
            move |official: &'a Official| Some(official.posts.at(day).title.as_ref()?.as_str());
        // Of no duty the rate is unknown.
        let rate = |figures: OfficialFigures| Some(figures.rate()).filter(|rate| rate.n > 0);
        let persons = &self.coverage.persons;
        let mut list = Listing::new(lang)
            .people(Heading::No, Shape::Number, |(of, _): Line<'a>| Some(of?.1))
            .people(Key::Official, Shape::Name, move |(of, _)| match of {
                Some((official, _)) => persons.name(official),
                None => texts::coverage::total(lang).to_owned(),
            })
            .people(Key::Title, Shape::Text, move |(of, _)| title(of?.0))
            .with(|column| column.drop_below(110).goes(3))
            .programs(Key::Official, |(of, _)| Some(of?.0.code.as_str()))
            .programs(Key::FullName, move |(of, _)| match of {
                Some((official, _)) => official.shown(),
                None => texts::coverage::total(lang),
            })
            .programs(Key::Title, move |(of, _)| title(of?.0));
        for (heading, count) in COUNTS {
            list = list.programs(heading, move |(_, figures)| count(&figures));
        }
        for (heading, count) in SHOWN.iter().filter_map(count_of) {
            let (over, label) = words::short(lang, heading);
            list = list
                .people(heading, Shape::Count, move |(_, figures)| count(&figures))
                .with(|column| column.called(label).over(over));
        }
        let (of_held, of_due) = words::rates(lang);
        let share = move |(_, figures): Line<'a>| Told::Share(figures.rate());
        let of_all =
            |(_, figures): Line<'a>| Told::Share(Share { k: figures.attended, n: figures.due() });
        list.people(Heading::RateOfDuty, Shape::Fraction, share)
            .with(|column| column.called("").over(of_held).goes(1))
            .people(Heading::RateOfDuty, Shape::Percent, share)
            .with(|column| column.called("%").over(of_held))
            .people(Heading::RateOfDuty, Shape::Percent, of_all)
            .with(|column| column.called("%").over(of_due).goes(2))
            .spreadsheets(Heading::RateOfDuty, share)
            .programs(Heading::RateK, move |(_, figures)| Some(rate(figures)?.k))
            .with(Column::folded)
            .programs(Heading::RateN, move |(_, figures)| Some(rate(figures)?.n))
            .with(Column::folded)
            .column(Heading::StoodIn, Shape::Count, |(_, figures)| figures.stood_in)
            .with(|column| {
                let (_, label) = words::short(lang, Heading::StoodIn);
                column.called(label).in_excel(Heading::StoodIn.label(lang))
            })
            .column(Heading::Visits, Shape::Count, move |(of, _): Line<'a>| {
                self.visits(of.map(|(official, _)| official.id))
            })
            .with(|column| column.goes(4))
    }

    fn heading(&self, lang: Lang) -> Table<'static> {
        let CoverageReport { span, today, .. } = self.coverage;
        let counted = words::counted(lang, self.rows.len(), *today);
        let mut table = self.coverage.headed(lang, words::title(lang, *span), counted);
        let only = self.only.map(|official| official.thing(self.coverage.last_day()));
        let only = only.map(|thing| texts::coverage::limited_to(lang, &texts::thing(&thing)));
        table.heading.extend(only);
        if self.only.is_none() {
            table.above.extend(late_figures(self.coverage, lang));
        }
        table
    }

    /// The meetings that stand for no due cell; of one official, those he came to.
    fn not_counted(&self, lang: Lang) -> Vec<String> {
        let came = |held: &Held| self.only.is_none_or(|only| held.visitors.contains(&only.id));
        let left = self.coverage.months.iter().flat_map(|month| &month.not_counted);
        let left = left.filter(|left| left.meeting.outcome.held().is_some_and(came));
        left.map(|left| not_counted_line(lang, left)).collect()
    }

    /// Who of them owes his cells no visit every month.
    fn with_duties(&self, lang: Lang) -> Option<String> {
        let owes_otherwise = |official: &Official| {
            let own = self.coverage.facts.roster.duties().iter();
            own.clone().any(|duty| duty.official == official.id && !duty.is_each_month())
        };
        let names = self.rows.iter().filter(|(official, _)| owes_otherwise(official));
        let names = names.map(|(official, _)| self.coverage.persons.name(official));
        let names = names.collect::<Vec<_>>().join("; ");
        (!names.is_empty()).then(|| words::with_duties(lang, &names))
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
}

/// A line of the report: an official and his place in it, or all of them together, with the counts.
type Line<'a> = (Option<(&'a Official, u64)>, OfficialFigures);

/// A count under its heading.
type Count = (Heading, fn(&OfficialFigures) -> u64);

/// The counts as people read them: those of his absences stand beside each other.
const SHOWN: [Heading; 9] = [
    Heading::Due,
    Heading::Attended,
    Heading::Replaced,
    Heading::Shared,
    Heading::Excused,
    Heading::Absent,
    Heading::NotHeld,
    Heading::Missing,
    Heading::Pending,
];

fn count_of(heading: &Heading) -> Option<Count> {
    COUNTS.into_iter().find(|(of, _)| of == heading)
}

/// `due` and what it is the sum of.
const COUNTS: [Count; 9] = [
    (Heading::Due, |figures| figures.due()),
    (Heading::Attended, |figures| figures.attended),
    (Heading::Shared, |figures| figures.shared),
    (Heading::Replaced, |figures| figures.replaced),
    (Heading::Excused, |figures| figures.excused),
    (Heading::Absent, |figures| figures.absent),
    (Heading::NotHeld, |figures| figures.not_held),
    (Heading::Missing, |figures| figures.missing),
    (Heading::Pending, |figures| figures.pending),
];

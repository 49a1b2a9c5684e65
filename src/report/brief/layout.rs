//! How the visitor's sheet is laid out: line after line under each cell.

use super::{Brief, BriefOf, CellBrief, LINES, OwnBrief};
use crate::domain::{
    AnyText, BriefPart, Code, Detail, Held, Keyword, Meeting, MeetingKind, Official, OfficialId,
    Thing,
};
use crate::report::heading::headed;
use crate::report::recommendations::{Listed, RecommendationLine};
use crate::report::{CoverageScope, in_both};
use crate::table::{Column, Medium, Role, Row, Shape, Table, Value};
use crate::texts::{self, Labelled, Lang, brief as words, recommendations, schedule};

/// The lines of a sheet while they are written.
struct Lines<'a> {
    lang: Lang<'a>,
    rows: Vec<Row<'a>>,
    /// Where what is not said stands.
    hints: Vec<String>,
    cell: Option<&'a Code>,
    /// The part of the last line, which is not said again.
    last: Option<BriefPart>,
}

impl<'a> Lines<'a> {
    fn group(&mut self, medium: Medium, cell: Option<&'a Code>, text: String) {
        (self.cell, self.last) = (cell, None);
        if medium == Medium::Screen {
            self.rows.push(Row::across(Role::Group, text));
        }
    }

    fn say(&mut self, part: BriefPart, text: impl Fn(Lang) -> String) {
        let label = if self.last == Some(part) { "" } else { part.label(self.lang) };
        self.last = Some(part);
        self.rows.push(Row::body(vec![
            self.cell.map(Code::as_str).into(),
            Value::key(part.key(), label).into(),
            in_both(self.lang, text).into(),
        ]));
    }

    /// Says the first of several lines, and how many there are besides.
    fn some<T>(
        &mut self,
        part: BriefPart,
        (all, command): (&[T], &str),
        text: impl Fn(Lang, &T) -> String,
    ) {
        for one in all.iter().take(LINES) {
            self.say(part, |lang| text(lang, one));
        }
        if all.len() > LINES {
            self.say(part, |lang| words::more(lang, all.len() - LINES));
            self.hints.push(words::see_all(self.lang, command));
        }
    }
}

impl<'a> Brief<'a> {
    /// One row a line; the columns for programs are schema 1, only ever appended to.
    pub fn lay_out<'r>(&'r self, lang: Lang<'r>, medium: Medium) -> Table<'r> {
        let mut lines = Lines { lang, rows: Vec::new(), hints: Vec::new(), cell: None, last: None };
        if let (BriefOf::Official(id), Some(own)) = (self.of, &self.own) {
            let who = self.persons.name(self.facts.register.official(id));
            lines.group(medium, None, words::own(lang, &who));
            self.own(&mut lines, own);
        }
        if !self.bulletins.is_empty() {
            lines.group(medium, None, words::for_all(lang).to_owned());
            let list = format!("bulletin list --period {}", self.period);
            lines.some(BriefPart::Bulletin, (&self.bulletins, &list), |lang, one| {
                format!("{}: {}", one.area.label(lang), one.text)
            });
        }
        for cell in &self.cells {
            lines.group(medium, Some(&cell.cell.code), texts::thing(&self.thing(cell)));
            self.cell(&mut lines, cell);
        }
        Table {
            kind: "brief",
            schema: 1,
            about: self.about(),
            columns: vec![
                Column::new("cell", crate::domain::Key::Cell.label(lang), Shape::Short)
                    .only(Medium::Data),
                Column::new("about", words::part(lang), Shape::Short),
                Column::new("text", words::text(lang), Shape::Text),
            ],
            rows: lines.rows,
            under: self.under(lang),
            hints: lines.hints,
            ..headed(
                self.facts,
                (CoverageScope::default(), [self.period.last_day(), self.today]),
                lang,
                words::title(lang, self.period),
                &texts::as_of(lang, self.today),
            )
        }
    }

    fn about(&self) -> Vec<(&'static str, Value<'static>)> {
        vec![
            ("office", self.facts.office.as_ref().map(|office| office.to_string()).into()),
            ("sample", self.facts.sample.then_some("yes").into()),
            ("period", self.period.into()),
            ("today", self.today.into()),
        ]
    }

    fn under(&self, lang: Lang) -> Vec<String> {
        match self.of {
            BriefOf::Official(id) if self.cells.is_empty() => {
                let who = self.persons.name(self.facts.register.official(id));
                vec![words::no_cells(lang, &who, self.period)]
            }
            BriefOf::Official(_) | BriefOf::Cell(_) => Vec::new(),
        }
    }

    fn thing(&self, cell: &CellBrief<'a>) -> Thing {
        cell.cell.thing(self.period.last_day())
    }

    fn names(&self, officials: &[&Official]) -> String {
        officials.iter().map(|who| self.persons.name(who)).collect::<Vec<_>>().join("; ")
    }

    fn named(&self, officials: &[OfficialId]) -> String {
        self.names(&self.facts.register.in_notice_order(officials))
    }

    fn own<'r>(&'r self, lines: &mut Lines<'r>, own: &OwnBrief<'a>) {
        let register = &self.facts.register;
        if own.figures.rate().n > 0 {
            lines.say(BriefPart::Visits, |lang| words::figures(lang, self.year, own.figures));
        }
        lines.some(BriefPart::Duty, (&own.duties, "report duties"), |lang, row| {
            let day = row.span.to.last_day();
            let scope = texts::told(lang, &row.duty.scope.told(register, day));
            let lacking = row.lacking.iter();
            let lacking =
                lacking.map(|(cell, visits)| texts::duties::lacks(lang, &cell.thing(day), *visits));
            let lacking = lacking.collect::<Vec<_>>().join("; ");
            let state = row.status.lower(lang);
            words::duty(lang, (&scope, row.span), (row.done, row.owed), (&state, &lacking))
        });
    }

    fn cell<'r>(&'r self, lines: &mut Lines<'r>, cell: &'r CellBrief<'a>) {
        let code = &cell.cell.code;
        lines.say(BriefPart::Assigned, |lang| match &cell.assigned[..] {
            [] => texts::lists::nobody(lang).to_owned(),
            assigned => self.names(assigned),
        });
        for row in &cell.dates {
            lines.say(BriefPart::Date, |lang| {
                let when = row.on.map(|on| schedule::time(lang, on, row.hour()));
                let place = row.plan.and_then(|plan| Some(plan.place.as_ref()?.as_str()));
                words::meets(lang, when, row.status, place)
            });
        }
        let list = format!("recommend list --cell {code}");
        let raised = |listed| -> Vec<&RecommendationLine<'a>> {
            cell.raised.iter().filter(|line| line.is(listed)).collect()
        };
        let (report_back, open) = (raised(Listed::ToReportBack), raised(Listed::Open));
        lines.some(BriefPart::ReportBack, (&report_back, &list), |lang, line| {
            let news = line.standing.news.map(|step| {
                let texts: Vec<&str> = step.texts().collect();
                recommendations::step(lang, &step.kind.lower(lang), step.on, &texts)
            });
            words::report_back(coded(line), &news.unwrap_or_default())
        });
        lines.some(BriefPart::Open, (&open, &list), |lang, line| {
            let standing = &line.standing;
            let with = standing.holders().join("; ");
            let state = standing.stage.lower(lang);
            words::recommendation(lang, coded(line), (&state, standing.since), &with)
        });
        for (meeting, held) in &cell.meetings {
            lines.say(BriefPart::Meeting, |lang| self.meeting(lang, meeting, held));
        }
        if !cell.attendance.is_empty() {
            lines.say(BriefPart::Attendance, |lang| words::trend(lang, &cell.attendance));
        }
        let months = format!("report coverage --cell {code} --period {}", self.year);
        lines.some(BriefPart::Without, (&cell.without, &months), |lang, row| {
            let came = row.held().map(|held| self.named(&held.visitors)).unwrap_or_default();
            words::without(lang, row.period, &row.status.lower(lang), &came)
        });
        let list = format!("log-inspection --list --cell {code}");
        lines.some(BriefPart::Inspection, (&cell.inspections, &list), |lang, one| {
            words::inspection(lang, one, &self.named(&one.officials))
        });
    }

    fn meeting(&self, lang: Lang, meeting: &Meeting, held: &Held) -> String {
        let kind = (meeting.kind != MeetingKind::Regular).then(|| meeting.kind.lower(lang));
        let theme = held.details.text(Detail::Theme).map(AnyText::as_str);
        let grade = held.details.grade().map(|grade| grade.lower(lang));
        let said = words::meeting(
            lang,
            (kind.as_deref().unwrap_or_default(), &self.named(&held.visitors)),
            held.presence.attendance(),
            (grade.as_deref(), theme),
        );
        format!("{} – {said}", texts::date(lang, held.held_on))
    }
}

/// A recommendation's code and text.
fn coded<'l>(line: &'l RecommendationLine<'_>) -> (&'l str, &'l str) {
    (line.one.code.as_str(), line.one.text.as_str())
}

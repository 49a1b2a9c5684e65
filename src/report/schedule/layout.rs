//! How the notice of dates is laid out, for people and programs.

use super::{Schedule, ScheduleRow};
use crate::domain::{Cell, Code, Date, Hour, Key, MeetingKind, Plan, Thing, Told};
use crate::report::heading::headed;
use crate::report::listing::Listing;
use crate::report::word_value;
use crate::table::{Column, Row, Shape, Table, Value};
use crate::texts::{self, Heading, Lang, schedule as words};

impl<'a> Schedule<'a> {
    /// One row a meeting; the columns for programs are schema 1, only ever appended to.
    pub fn lay_out<'r>(&'r self, lang: Lang<'r>) -> Table<'r> {
        let list = self.listing(lang);
        let rows: Vec<Row> = self.rows.iter().zip(1..).map(|line| list.row(line)).collect();
        Table {
            kind: "schedule",
            schema: 1,
            about: self.about(),
            columns: if rows.is_empty() { Vec::new() } else { list.columns() },
            under: self.under(lang, rows.is_empty()),
            rows,
            ..self.headed(lang)
        }
    }

    fn listing<'r>(&'r self, lang: Lang<'r>) -> Listing<'r, (&'r ScheduleRow<'a>, u64)> {
        let day = self.period.last_day();
        let persons = &self.persons;
        let place = |row: &'r ScheduleRow<'a>| Some(row.plan?.place.as_ref()?.as_str());
        Listing::new(lang)
            .people(Heading::No, Shape::Number, |(_, no): (&ScheduleRow<'a>, u64)| no)
            .programs(Key::Period, move |_| self.period)
            .programs(Heading::CommitteeCode, |(row, _)| row.committee.code.as_str())
            .programs(Heading::CommitteeName, move |(row, _)| row.committee.names.at(day).as_str())
            .programs(Heading::CellCode, |(row, _)| row.cell.code.as_str())
            .programs(Heading::CellName, move |(row, _)| row.cell.standings.at(day).name.as_str())
            .programs(Key::Kind, move |(row, _)| word_value(row.kind, lang))
            .people(Key::Cell, Shape::Name, move |(row, _)| row.cell.thing(day).to_string())
            .column(Heading::Members, Shape::Number, |(row, _)| row.members.map(u64::from))
            .with(|column| column.called(words::members(lang)).goes(1))
            .programs(Heading::PlanState, move |(row, _)| word_value(row.status, lang))
            .programs(Key::On, |(row, _)| row.on)
            .programs(Key::Hour, |(row, _)| Some(Told::Hour(row.plan?.hour?)))
            .people(Heading::MeetingTime, Shape::Text, move |(row, _)| {
                Some(words::time_in_column(lang, row.on?, row.hour()))
            })
            .with(Column::dashed)
            .column(Key::Place, Shape::Text, move |(row, _)| place(row))
            .programs(Heading::Invited, |(row, _)| {
                Code::joined(row.invited.iter().map(|who| &who.code))
            })
            .with(Column::folded)
            .programs(Heading::InvitedNames, |(row, _)| {
                row.invited.iter().map(|who| who.shown()).collect::<Vec<_>>().join("; ")
            })
            .people(Heading::InvitedNames, Shape::Name, move |(row, _)| {
                row.invited.iter().map(|who| persons.name(who)).collect::<Vec<_>>().join("; ")
            })
            .with(Column::dashed)
            .programs(Key::HeldOn, |(row, _)| Some(row.held?.held_on))
            .people(Key::Note, Shape::Text, move |(row, _)| {
                let elsewhere =
                    row.held.map(|held| held.held_on).filter(|day| Some(*day) != row.on);
                words::note(lang, row.kind, (row.status, row.held.is_some()), elsewhere)
            })
    }

    fn headed(&self, lang: Lang) -> Table<'static> {
        let due = self.rows.iter().filter(|row| row.kind == MeetingKind::Regular).count();
        let dated = due - self.without_date().len();
        let counted = words::counted(lang, due, dated, self.today);
        let day = self.period.last_day();
        let title = words::title(lang, self.period);
        headed(self.facts, (self.scope, [day, self.today]), lang, title, &counted)
    }

    fn about(&self) -> Vec<(&'static str, Value<'a>)> {
        let codes =
            |cells: &mut dyn Iterator<Item = &'a Cell>| Code::joined(cells.map(|it| &it.code));
        let gone = self.gone.iter().map(|plan| self.facts.register.cell(plan.cell));
        let two = self.two_dates.iter().map(|two| format!("{} {}", two.official.code, two.on));
        vec![
            ("office", self.facts.office.as_ref().map(|office| office.to_string()).into()),
            ("sample", self.facts.sample.then_some("yes").into()),
            ("period", self.period.into()),
            ("today", self.today.into()),
            ("without_date", codes(&mut self.without_date().into_iter()).into()),
            ("two_dates", two.collect::<Vec<_>>().join(";").into()),
            ("left_out", codes(&mut { gone }).into()),
        ]
    }

    fn under(&self, lang: Lang, is_empty: bool) -> Vec<String> {
        let register = &self.facts.register;
        let meeting = |plan: &&Plan| (register.cell(plan.cell).thing(plan.on), plan.hour);
        let mut under: Vec<String> = Vec::new();
        if is_empty {
            under.push(texts::coverage::nothing_due(lang).to_owned());
        }
        under.extend(self.two_dates.iter().map(|two| {
            let meetings: Vec<(Thing, Option<Hour>)> = two.meetings.iter().map(meeting).collect();
            words::two_dates(lang, &self.persons.name(two.official), two.on, &meetings)
        }));
        let open = self.without_date();
        if !open.is_empty() {
            let day = self.period.last_day();
            let cells: Vec<Thing> = open.iter().map(|cell| cell.thing(day)).collect();
            under.push(words::without_date(lang, &cells));
        }
        if !self.gone.is_empty() {
            let gone = self.gone.iter();
            let gone: Vec<(Thing, Date)> =
                gone.map(|plan| (register.cell(plan.cell).latest_thing(), plan.on)).collect();
            under.push(words::gone(lang, &gone));
        }
        under
    }
}

//! Every record as a list of its values, each under its key, typed: what files, histories, entries and comparisons
//! are made of. Who prints them chooses among them, and how each kind of value is written.

use std::borrow::Cow;

use super::{
    Absences, Area, Assignment, Category, Cell, CellKind, Closing, Code, Committee, CommitteeKind,
    Date, Detail, DetailValue, FiledRow, Grade, Keyword, Meeting, MeetingKind, NotHeldReason,
    Official, Outcome, Period, Recommendation, Register, Score, Share, Succession,
};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Told<'a> {
    /// A name, a code, a text.
    Text(Cow<'a, str>),
    Number(u64),
    Day(Date),
    /// The first day on which it no longer holds.
    End(Date),
    Month(Period),
    Word(Word),
    YesNo(bool),
    Points(Score),
    Share(Share),
    Category(&'a Category),
    /// A committee or a cell, under the name of a day.
    Committee(&'a Committee, Date),
    Cell(&'a Cell, Date),
    /// Who came, in natural order of codes; nobody, where there is none.
    People(Vec<&'a Official>),
    Reasons(Absences<&'a Official>),
}

/// A value of a fixed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    CommitteeKind(CommitteeKind),
    CellKind(CellKind),
    MeetingKind(MeetingKind),
    NotHeld(NotHeldReason),
    Grade(Grade),
    Area(Area),
}

/// Since when a value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// It has no days of its own.
    Always,
    /// It is one of dated values: from this day on, or from the beginning.
    Day(Option<Date>),
}

impl Since {
    /// The day, if it is not from the beginning.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Always => None,
            Self::Day(day) => day,
        }
    }
}

/// A value of a record under its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Item<'a> {
    /// That of its column in files.
    pub key: &'static str,
    pub since: Since,
    /// None where nothing is recorded.
    pub value: Option<Told<'a>>,
    pub kept: Kept,
}

/// What a value is to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Recorded.
    Value,
    /// By it the record is told from others, and it stands in its name.
    Name,
    /// It follows from other values.
    Derived,
}

impl<'a> Told<'a> {
    fn text(text: &'a str) -> Option<Self> {
        (!text.is_empty()).then_some(Self::Text(Cow::Borrowed(text)))
    }

    fn code(code: &'a Code) -> Self {
        Self::Text(Cow::Borrowed(code.as_str()))
    }

    /// As files have it: codes, keys, days as `2018-07-05`; what follows from others stands in no file.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) | Self::End(day) => day.to_string(),
            Self::Month(month) => month.to_string(),
            Self::Word(word) => word.key().to_owned(),
            Self::YesNo(yes) => DetailValue::YesNo(*yes).to_string(),
            Self::Points(score) => score.to_string(),
            Self::Share(_) => String::new(),
            Self::Category(category) => category.code.to_string(),
            Self::Committee(committee, _) => committee.code.to_string(),
            Self::Cell(cell, _) => cell.code.to_string(),
            // Silence is not taken for nobody.
            Self::People(people) if people.is_empty() => "none".to_owned(),
            Self::People(people) => Code::joined(people.iter().map(|one| &one.code)),
            Self::Reasons(reasons) => reasons.map(|who| &who.code).in_order().written(),
        }
    }
}

impl Word {
    /// The key of the value.
    pub fn key(self) -> &'static str {
        match self {
            Self::CommitteeKind(kind) => kind.key(),
            Self::CellKind(kind) => kind.key(),
            Self::MeetingKind(kind) => kind.key(),
            Self::NotHeld(reason) => reason.key(),
            Self::Grade(grade) => grade.key(),
            Self::Area(area) => area.key(),
        }
    }
}

impl Item<'_> {
    /// Its value as files have it; nothing where nothing is recorded.
    pub fn written(&self) -> String {
        self.value.as_ref().map(Told::written).unwrap_or_default()
    }
}

impl From<DetailValue> for Told<'_> {
    fn from(value: DetailValue) -> Self {
        match value {
            DetailValue::Count(count) => Self::Number(count.into()),
            DetailValue::YesNo(yes) => Self::YesNo(yes),
            DetailValue::Points(score) => Self::Points(score),
            DetailValue::Grade(grade) => Self::Word(Word::Grade(grade)),
            DetailValue::Text(text) => Self::Text(Cow::Owned(text.to_string())),
        }
    }
}

fn item<'a>(key: &'static str, value: Option<Told<'a>>) -> Item<'a> {
    Item { key, since: Since::Always, value, kept: Kept::Value }
}

fn dated<'a>(key: &'static str, from: Option<Date>, value: Option<Told<'a>>) -> Item<'a> {
    Item { since: Since::Day(from), ..item(key, value) }
}

fn derived<'a>(key: &'static str, value: Option<Told<'a>>) -> Item<'a> {
    Item { kept: Kept::Derived, ..item(key, value) }
}

fn name<'a>(key: &'static str, value: Told<'a>) -> Item<'a> {
    Item { kept: Kept::Name, ..item(key, Some(value)) }
}

fn number<'a>(number: Option<impl Into<u64>>) -> Option<Told<'a>> {
    number.map(|number| Told::Number(number.into()))
}

impl Category {
    /// Its values.
    pub fn told(&self) -> Vec<Item<'_>> {
        vec![
            item("code", Told::text(self.code.as_str())),
            item("label_vi", Told::text(self.label_vi.as_str())),
            item("label_en", Told::text(self.label_en.as_str())),
            item("order", number(self.order)),
        ]
    }
}

impl Committee {
    /// Its values.
    pub fn told(&self) -> Vec<Item<'_>> {
        let mut items = vec![
            item("code", Told::text(self.code.as_str())),
            item("kind", Some(Told::Word(Word::CommitteeKind(self.kind)))),
            item("founded", self.founded.map(Told::Day)),
            item("dissolved", self.dissolved.map(Told::End)),
        ];
        let names = self.names.iter();
        items.extend(names.map(|(from, name)| dated("name", from, Told::text(name.as_str()))));
        items
    }
}

impl Cell {
    /// Its values.
    pub fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let mut items = vec![
            item("code", Told::text(self.code.as_str())),
            item("kind", Some(Told::Word(Word::CellKind(self.kind)))),
            item("founded", self.founded.map(Told::Day)),
            item("dissolved", self.dissolved.map(Told::End)),
            item("regular_day", number(self.regular_day.map(|day| day.day()))),
        ];
        for (from, standing) in self.standings.iter() {
            let on = from.or(self.founded).unwrap_or_else(Date::first);
            let committee = register.committee(standing.committee);
            items.push(dated("name", from, Told::text(standing.name.as_str())));
            items.push(dated("committee", from, Some(Told::Committee(committee, on))));
        }
        items
    }
}

impl Official {
    /// His values.
    pub fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let mut items = vec![
            item("code", Told::text(self.code.as_str())),
            item("full_name", Told::text(self.name())),
            item("order", number(self.order)),
            item("active_from", self.active_from.map(Told::Day)),
            item("active_until", self.active_until.map(Told::End)),
            derived("erased", self.full_name.is_none().then_some(Told::YesNo(true))),
        ];
        for (from, post) in self.posts.iter() {
            let category = post.category.map(|id| register.category(id));
            let text = |text: &'a Option<super::Label>| Told::text(text.as_ref()?.as_str());
            items.push(dated("title", from, text(&post.title)));
            items.push(dated("organisation", from, text(&post.organisation)));
            items.push(dated("category", from, category.map(Told::Category)));
        }
        items
    }
}

impl Succession {
    /// Its values.
    pub fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let cell = |id| Told::Cell(register.cell(id), self.on);
        let document = self.document.as_ref().and_then(|number| Told::text(number.as_str()));
        vec![
            name("from_cell", cell(self.from_cell)),
            name("to_cell", cell(self.to_cell)),
            item("on", Some(Told::Day(self.on))),
            item("document", document),
        ]
    }
}

impl Assignment {
    /// Its values.
    pub fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let document = &self.document;
        let number = document.number.as_ref().and_then(|number| Told::text(number.as_str()));
        let issuer = document.issuer.as_ref().and_then(|issuer| Told::text(issuer.as_str()));
        vec![
            name("cell", Told::Cell(register.cell(self.cell), self.from)),
            name("official", Told::People(vec![register.official(self.official)])),
            item("from", Some(Told::Day(self.from))),
            item("until", self.until.map(Told::End)),
            item("document", number),
            item("document_date", document.date.map(Told::Day)),
            item("issuer", issuer),
        ]
    }
}

impl Meeting {
    /// Its values, those recorded in the order of files.
    pub fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let mut items = Vec::with_capacity(16 + Detail::ALL.len());
        self.tell(register, |item| items.push(item));
        items
    }

    /// The same one after the other, for whoever tells millions.
    pub fn tell<'a>(&'a self, register: &'a Register, mut told: impl FnMut(Item<'a>)) {
        let held = self.outcome.held();
        let not_held = match &self.outcome {
            Outcome::Held(_) => None,
            Outcome::NotHeld(reason) => Some(Told::Word(Word::NotHeld(*reason))),
        };
        let visitors = held.map(|held| Told::People(held.visitors_in_order(register)));
        let absences = held.map(|held| &held.absences);
        let absences = absences.filter(|absences| **absences != Absences::Unexplained);
        let absences = absences.map(|it| Told::Reasons(it.map(|who| register.official(*who))));
        let presence = held.map(|held| held.presence);
        let counts = presence.map(|presence| presence.counts()).unwrap_or_default();
        let share = presence.and_then(|presence| presence.attendance()).map(Told::Share);
        [
            item("period", Some(Told::Month(self.period))),
            name("cell", Told::Cell(register.cell(self.cell), self.period.last_day())),
            item("kind", Some(Told::Word(Word::MeetingKind(self.kind)))),
            item("held_on", held.map(|held| Told::Day(held.held_on))),
            item("not_held_reason", not_held),
            item("visitors", visitors),
            item("absence_reason", absences),
            item("total", number(counts.total)),
            item("exempt", number(counts.exempt)),
            item("away", number(counts.away)),
            derived("expected", number(presence.and_then(|presence| presence.expected()))),
            item("present", number(counts.present)),
            item("excused", number(counts.excused)),
            derived("unexcused", number(presence.and_then(|presence| presence.unexcused()))),
            derived("attendance", share),
        ]
        .into_iter()
        .for_each(&mut told);
        for detail in Detail::ALL.iter().copied() {
            let value = held.and_then(|held| held.details.get(detail));
            told(item(detail.key(), value.map(Told::from)));
        }
        told(item("note", self.note.as_ref().and_then(|note| Told::text(note.as_str()))));
    }
}

impl Recommendation {
    /// Its values.
    pub fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let cell = Told::Cell(register.cell(self.cell), self.period.last_day());
        vec![
            name("id", Told::code(&self.code)),
            item("cell", Some(cell)),
            item("period", Some(Told::Month(self.period))),
            item("raised_on", self.raised_on.map(Told::Day)),
            item("area", Some(Told::Word(Word::Area(self.area)))),
            item("text", Told::text(self.text.as_str())),
        ]
    }
}

impl Closing {
    /// Its values, without the rows as filed.
    pub fn told(&self) -> Vec<Item<'_>> {
        let document = self.document.as_ref().and_then(|number| Told::text(number.as_str()));
        vec![
            name("period", Told::Month(self.period)),
            item("closed_on", Some(Told::Day(self.closed_on))),
            item("document", document),
            item("cells", Some(Told::Number(self.rows.len() as u64))),
            item("covered", Some(Told::Share(self.figures(|_| true).covered))),
        ]
    }
}

impl FiledRow {
    /// Its values in the order of its file, codes as texts: what was filed is told by no register.
    pub fn told(&self) -> Vec<Item<'_>> {
        let held = self.report.held();
        let counts = held.map(|held| held.presence.counts()).unwrap_or_default();
        // Silence is not taken for nobody.
        let visitors = held.map(|held| match held.visitors[..] {
            [] => Told::Text(Cow::Borrowed("none")),
            _ => Told::Text(Cow::Owned(Code::joined(&held.visitors))),
        });
        let grade = held.and_then(|held| held.grade);
        vec![
            item("committee", Some(Told::code(&self.committee))),
            name("cell", Told::code(&self.cell)),
            item("assigned", Some(Told::Text(Cow::Owned(Code::joined(&self.assigned))))),
            item("predecessor", self.predecessor.as_ref().map(Told::code)),
            item("status", Some(Told::Text(Cow::Borrowed(self.status.key())))),
            item("held_on", held.map(|held| Told::Day(held.held_on))),
            item("visitors", visitors),
            item("reason", self.report.reason().map(|reason| Told::Text(Cow::Owned(reason)))),
            item("total", number(counts.total)),
            item("exempt", number(counts.exempt)),
            item("away", number(counts.away)),
            item("present", number(counts.present)),
            item("excused", number(counts.excused)),
            item("grade", grade.map(|grade| Told::Word(Word::Grade(grade)))),
            item("recommendations", Some(Told::Number(self.recommendations.into()))),
        ]
    }
}

//! The records that refer to those of the register, and the settings.

use std::borrow::Cow;

use super::{Called, Record, Word};
use crate::domain::telling::{derived, item, name, number};
use crate::domain::{
    Absences, Assignment, Bulletin, BulletinId, CellId, Closing, ClosingId, Code, Date, Detail,
    Duty, FiledRow, GapNote, Inspection, InspectionKey, Item, Key, Keyword, Meeting, MeetingId,
    OfficialId, Outcome, Period, Plan, PlanKey, Recommendation, RecommendationId,
    RecommendationLink, Register, RuleBroken, Scope, Setting, StepKind, TextOwner, Thing,
    ThingKind, Told, refers_to_nothing,
};

impl Record for Assignment {
    type KnownBy = (CellId, OfficialId, Date);

    fn known_by(&self) -> Self::KnownBy {
        (self.cell, self.official, self.from)
    }

    fn called<'a>(&'a self, register: &'a Register) -> Called<'a> {
        Called::Assignment(register.cell(self.cell), register.official(self.official), self.from)
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let document = &self.document;
        vec![
            name(Key::Cell, Told::Cell(register.cell(self.cell), self.from)),
            name(Key::Official, Told::People(vec![register.official(self.official)])),
            item(Key::From, Some(Told::Day(self.from))),
            item(Key::Until, self.until.map(Told::End)),
            item(Key::Document, Told::free(&document.number)),
            item(Key::DocumentDate, document.date.map(Told::Day)),
            item(Key::Issuer, Told::free(&document.issuer)),
            item(Key::Mode, Some(Told::Word(Word::Mode(self.mode)))),
        ]
    }

    fn text_owner(&self, register: &Register, today: Date) -> TextOwner {
        let cell = register.cell(self.cell).latest_thing();
        let official = register.official(self.official).thing(today);
        TextOwner::Assignment { cell, official, from: self.from }
    }
}

impl Record for Duty {
    type KnownBy = (OfficialId, Scope, Date);

    fn known_by(&self) -> Self::KnownBy {
        (self.official, self.scope, self.from)
    }

    fn called<'a>(&'a self, register: &'a Register) -> Called<'a> {
        let scope = self.scope.thing(register, self.from);
        Called::Duty(register.official(self.official), scope, self.from)
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        vec![
            name(Key::Official, Told::People(vec![register.official(self.official)])),
            name(Key::Scope, self.scope.told(register, self.from)),
            item(Key::Count, Some(Told::Number(self.count.into()))),
            item(Key::Span, Some(Told::Word(Word::Span(self.span)))),
            item(Key::Each, Some(Told::YesNo(self.each))),
            item(Key::From, Some(Told::Day(self.from))),
            item(Key::Until, self.until.map(Told::End)),
            item(Key::Document, Told::free(&self.document)),
        ]
    }

    fn text_owner(&self, register: &Register, today: Date) -> TextOwner {
        let official = register.official(self.official).thing(today);
        let scope = self.scope.thing(register, self.from);
        TextOwner::Duty { official, scope, from: self.from }
    }
}

impl Scope {
    /// The scope as a value. A code that a committee and a cell share is written with what it names.
    pub fn told<'a>(self, register: &'a Register, day: Date) -> Told<'a> {
        match self {
            Self::All => Told::AllCells,
            Self::Committee(id) => {
                let committee = register.committee(id);
                let shared = register.cells().iter().any(|cell| cell.code == committee.code);
                if shared || Self::says_all(committee.code.as_str()) {
                    Told::Text(format!("committee:{}", committee.code).into())
                } else {
                    Told::Committee(committee, day)
                }
            }
            Self::Cell(id) => {
                let cell = register.cell(id);
                let mut committees = register.committees().iter();
                let shared = committees.any(|committee| committee.code == cell.code);
                if shared || Self::says_all(cell.code.as_str()) {
                    Told::Text(format!("cell:{}", cell.code).into())
                } else {
                    Told::Cell(cell, day)
                }
            }
        }
    }
}

impl Record for Meeting {
    type KnownBy = MeetingId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, register: &'a Register) -> Called<'a> {
        Called::Meeting(register.cell(self.cell), self.period)
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let mut items = Vec::with_capacity(16 + Detail::ALL.len());
        self.tell(register, |item| items.push(item));
        items
    }

    fn text_owner(&self, register: &Register, _: Date) -> TextOwner {
        TextOwner::Meeting {
            cell: register.cell(self.cell).latest_thing(),
            period: self.period,
            kind: self.kind,
            held_on: self.outcome.held().map(|held| held.held_on),
        }
    }
}

impl Meeting {
    /// Tells its values, those recorded in the order of files, one after the other, for whoever tells millions.
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
            item(Key::Period, Some(Told::Month(self.period))),
            name(Key::Cell, Told::Cell(register.cell(self.cell), self.period.last_day())),
            item(Key::Kind, Some(Told::Word(Word::MeetingKind(self.kind)))),
            item(Key::HeldOn, held.map(|held| Told::Day(held.held_on))),
            item(Key::NotHeldReason, not_held),
            item(Key::Visitors, visitors),
            item(Key::AbsenceReason, absences),
            item(Key::Total, number(counts.total)),
            item(Key::Exempt, number(counts.exempt)),
            item(Key::Away, number(counts.away)),
            derived(Key::Expected, number(presence.and_then(|presence| presence.expected()))),
            item(Key::Present, number(counts.present)),
            item(Key::Excused, number(counts.excused)),
            derived(Key::Unexcused, number(presence.and_then(|presence| presence.unexcused()))),
            derived(Key::Attendance, share),
        ]
        .into_iter()
        .for_each(&mut told);
        for detail in Detail::ALL.iter().copied() {
            let value = held.and_then(|held| held.details.get(detail));
            told(item(Key::Detail(detail), value.map(Told::from)));
        }
        told(item(Key::Note, Told::free(&self.note)));
    }
}

impl Record for Recommendation {
    type KnownBy = RecommendationId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Thing(Thing::new(ThingKind::Recommendation, &self.code, ""))
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let cell = Told::Cell(register.cell(self.cell), self.period.last_day());
        vec![
            name(Key::Id, Told::code(&self.code)),
            item(Key::Cell, Some(cell)),
            item(Key::Period, Some(Told::Month(self.period))),
            item(Key::RaisedOn, self.raised_on.map(Told::Day)),
            item(Key::Area, Some(Told::Word(Word::Area(self.area)))),
            item(Key::Text, Some(Told::Free(Cow::Borrowed(self.text.as_str())))),
        ]
        .into_iter()
        .chain(StepKind::ALL.iter().map(|kind| self.told_steps(*kind)))
        .collect()
    }

    fn broken(&self, register: &Register) -> Option<RuleBroken> {
        let (thing, period) = (Some(self.thing()), Some(self.period));
        let refusal = refers_to_nothing(thing.clone(), ThingKind::Cell);
        let stands = register.find_cell(self.cell).is_some();
        (!stands).then_some(RuleBroken { thing, period, refusal })
    }

    fn text_owner(&self, register: &Register, _: Date) -> TextOwner {
        let (code, cell) = (self.code.clone(), register.cell(self.cell).latest_thing());
        TextOwner::Recommendation { code, cell, period: self.period }
    }
}

impl Recommendation {
    fn told_steps(&self, kind: StepKind) -> Item<'_> {
        let steps: Vec<_> = self.steps.iter().filter(|step| step.kind == kind).collect();
        item(kind.told_as(), (!steps.is_empty()).then_some(Told::Steps(steps)))
    }
}

impl Record for RecommendationLink {
    type KnownBy = (Code, Code);

    fn known_by(&self) -> Self::KnownBy {
        (self.id.clone(), self.same_as.clone())
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Same(&self.id, &self.same_as)
    }

    fn told<'a>(&'a self, _: &'a Register) -> Vec<Item<'a>> {
        vec![name(Key::Id, Told::code(&self.id)), name(Key::SameAs, Told::code(&self.same_as))]
    }

    fn text_owner(&self, _: &Register, _: Date) -> TextOwner {
        let thing = Thing::new(ThingKind::Recommendation, &self.id, "");
        TextOwner::InFile { thing, file: "recommendation_links.csv" }
    }
}

impl Record for GapNote {
    type KnownBy = (CellId, Period, Date);

    fn known_by(&self) -> Self::KnownBy {
        (self.cell, self.period, self.on)
    }

    fn called<'a>(&'a self, register: &'a Register) -> Called<'a> {
        Called::GapNote(register.cell(self.cell), self.period, self.on)
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let cell = Told::Cell(register.cell(self.cell), self.period.last_day());
        vec![
            name(Key::Cell, cell),
            name(Key::Period, Told::Month(self.period)),
            name(Key::On, Told::Day(self.on)),
            item(Key::Text, Some(Told::Free(Cow::Borrowed(self.text.as_str())))),
        ]
    }

    fn text_owner(&self, register: &Register, _: Date) -> TextOwner {
        let cell = register.cell(self.cell).thing(self.period.last_day());
        TextOwner::GapNote { cell, period: self.period, on: self.on }
    }
}

impl Record for Closing {
    type KnownBy = ClosingId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Closing(self.period)
    }

    fn told<'a>(&'a self, _: &'a Register) -> Vec<Item<'a>> {
        let first = self.printed.first();
        vec![
            name(Key::Period, Told::Month(self.period)),
            item(Key::ClosedOn, Some(Told::Day(self.closed_on))),
            item(Key::Document, Told::free(&self.document)),
            item(Key::Fingerprint, first.map(|print| Told::Text(Cow::Owned(print.to_string())))),
            item(Key::Cells, Some(Told::Number(self.rows.len() as u64))),
            item(Key::Covered, Some(Told::Share(self.figures(|_| true).covered))),
        ]
    }

    fn text_owner(&self, _: &Register, _: Date) -> TextOwner {
        TextOwner::Closing { period: self.period }
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
            item(Key::Committee, Some(Told::code(&self.committee))),
            name(Key::Cell, Told::code(&self.cell)),
            item(Key::Assigned, Some(Told::Text(Cow::Owned(Code::joined(&self.assigned))))),
            item(Key::Predecessor, self.predecessor.as_ref().map(Told::code)),
            item(Key::Status, Some(Told::Text(Cow::Borrowed(self.status.key())))),
            item(Key::HeldOn, held.map(|held| Told::Day(held.held_on))),
            item(Key::Visitors, visitors),
            item(Key::Reason, self.report.reason().map(|reason| Told::Text(Cow::Owned(reason)))),
            item(Key::Total, number(counts.total)),
            item(Key::Exempt, number(counts.exempt)),
            item(Key::Away, number(counts.away)),
            item(Key::Present, number(counts.present)),
            item(Key::Excused, number(counts.excused)),
            item(Key::Detail(Detail::Grade), grade.map(|grade| Told::Word(Word::Grade(grade)))),
            item(Key::Recommendations, Some(Told::Number(self.recommendations.into()))),
        ]
    }
}

impl Record for Plan {
    type KnownBy = PlanKey;

    fn known_by(&self) -> Self::KnownBy {
        self.key()
    }

    fn called<'a>(&'a self, register: &'a Register) -> Called<'a> {
        Called::Plan(register.cell(self.cell), self.period, self.kind)
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        vec![
            name(Key::Cell, Told::Cell(register.cell(self.cell), self.period.last_day())),
            name(Key::Period, Told::Month(self.period)),
            name(Key::Kind, Told::Word(Word::MeetingKind(self.kind))),
            item(Key::On, Some(Told::Day(self.on))),
            item(Key::Hour, self.hour.map(Told::Hour)),
            item(Key::Place, Told::free(&self.place)),
        ]
    }

    fn broken(&self, register: &Register) -> Option<RuleBroken> {
        let cell = register.find_cell(self.cell);
        let refusal = match cell {
            Some(_) => self.check().err()?,
            None => refers_to_nothing(None, ThingKind::Cell),
        };
        let thing = cell.map(|cell| cell.thing(self.period.last_day()));
        Some(RuleBroken { thing, period: Some(self.period), refusal })
    }

    fn text_owner(&self, register: &Register, _: Date) -> TextOwner {
        let cell = register.cell(self.cell).latest_thing();
        TextOwner::Plan { cell, period: self.period, kind: self.kind, on: self.on }
    }
}

impl Record for Inspection {
    type KnownBy = InspectionKey;

    fn known_by(&self) -> Self::KnownBy {
        self.key()
    }

    fn called<'a>(&'a self, register: &'a Register) -> Called<'a> {
        Called::Inspection(register.cell(self.cell), self.on, self.kind)
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        vec![
            name(Key::Cell, Told::Cell(register.cell(self.cell), self.on)),
            name(Key::On, Told::Day(self.on)),
            name(Key::Kind, Told::Word(Word::InspectionKind(self.kind))),
            item(Key::Document, Told::free(&self.document)),
            item(Key::Officials, Some(Told::People(self.officials_in_order(register)))),
        ]
    }

    fn broken(&self, register: &Register) -> Option<RuleBroken> {
        let cell = register.find_cell(self.cell);
        let stranger = self.officials.iter().any(|who| register.find_official(*who).is_none());
        let thing = cell.map(|cell| cell.thing(self.on));
        let refusal = match (cell, stranger) {
            (None, _) => refers_to_nothing(None, ThingKind::Cell),
            (Some(_), true) => refers_to_nothing(thing.clone(), ThingKind::Official),
            (Some(_), false) => self.check(register).err()?,
        };
        Some(RuleBroken { thing, period: Some(Period::of(self.on)), refusal })
    }

    fn text_owner(&self, register: &Register, _: Date) -> TextOwner {
        let cell = register.cell(self.cell).latest_thing();
        TextOwner::Inspection { cell, on: self.on, kind: self.kind }
    }
}

impl Record for Bulletin {
    type KnownBy = BulletinId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Bulletin(self.id, self.period, self.area)
    }

    fn told<'a>(&'a self, _: &'a Register) -> Vec<Item<'a>> {
        vec![
            item(Key::Period, Some(Told::Month(self.period))),
            item(Key::Area, Some(Told::Word(Word::Area(self.area)))),
            item(Key::Text, Some(Told::Free(Cow::Borrowed(self.text.as_str())))),
            item(Key::Source, Told::free(&self.source)),
        ]
    }

    fn text_owner(&self, _: &Register, _: Date) -> TextOwner {
        TextOwner::Bulletin { number: self.id.0, period: self.period }
    }
}

/// The settings of the office as the values of one record.
pub fn told_settings(settings: &[Setting]) -> Vec<Item<'_>> {
    let value = |setting: &Setting| {
        let value = Cow::Owned(setting.value());
        Some(match setting {
            Setting::Office(_) | Setting::Letterhead(..) => Told::Free(value),
            Setting::RecordsFrom(_) | Setting::Sample => Told::Text(value),
        })
    };
    settings.iter().map(|setting| item(Key::Setting(setting.key()), value(setting))).collect()
}

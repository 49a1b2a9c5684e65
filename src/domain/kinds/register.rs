//! The records of the register.

use super::{Among, Called, Record, Records, Word};
use crate::domain::telling::{dated, derived, item, name, number};
use crate::domain::{
    Category, CategoryId, Cell, CellId, Committee, CommitteeId, Date, Item, Key, Official,
    OfficialId, Register, Succession, TextOwner, Told,
};

impl Among for Category {
    fn all(records: &Records) -> &[Self] {
        records.register.categories()
    }
}

impl Record for Category {
    type KnownBy = CategoryId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Thing(self.thing())
    }

    fn told<'a>(&'a self, _: &'a Register) -> Vec<Item<'a>> {
        vec![
            item(Key::Code, Told::text(self.code.as_str())),
            item(Key::LabelVi, Told::text(self.label_vi.as_str())),
            item(Key::LabelEn, Told::text(self.label_en.as_str())),
            item(Key::Order, number(self.order)),
        ]
    }

    fn text_owner(&self, _: &Register, _: Date) -> TextOwner {
        TextOwner::InFile { thing: self.thing(), file: "categories.csv" }
    }
}

impl Among for Committee {
    fn all(records: &Records) -> &[Self] {
        records.register.committees()
    }
}

impl Record for Committee {
    type KnownBy = CommitteeId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Thing(self.latest_thing())
    }

    fn told<'a>(&'a self, _: &'a Register) -> Vec<Item<'a>> {
        let mut items = vec![
            item(Key::Code, Told::text(self.code.as_str())),
            item(Key::Kind, Some(Told::Word(Word::CommitteeKind(self.kind)))),
            item(Key::Founded, self.founded.map(Told::Day)),
            item(Key::Dissolved, self.dissolved.map(Told::End)),
        ];
        let names = self.names.iter();
        items.extend(names.map(|(from, name)| dated(Key::Name, from, Told::text(name.as_str()))));
        items
    }

    fn text_owner(&self, _: &Register, _: Date) -> TextOwner {
        TextOwner::InFile { thing: self.latest_thing(), file: "committees.csv" }
    }
}

impl Among for Cell {
    fn all(records: &Records) -> &[Self] {
        records.register.cells()
    }
}

impl Record for Cell {
    type KnownBy = CellId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Thing(self.latest_thing())
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let mut items = vec![
            item(Key::Code, Told::text(self.code.as_str())),
            item(Key::Kind, Some(Told::Word(Word::CellKind(self.kind)))),
            item(Key::Founded, self.founded.map(Told::Day)),
            item(Key::Dissolved, self.dissolved.map(Told::End)),
            item(Key::RegularDay, number(self.regular_day.map(|day| day.day()))),
        ];
        for (from, standing) in self.standings.iter() {
            let on = from.or(self.founded).unwrap_or_else(Date::first);
            let committee = register.committee(standing.committee);
            items.push(dated(Key::Name, from, Told::text(standing.name.as_str())));
            items.push(dated(Key::Committee, from, Some(Told::Committee(committee, on))));
        }
        items
    }

    fn text_owner(&self, _: &Register, _: Date) -> TextOwner {
        TextOwner::InFile { thing: self.latest_thing(), file: "cells.csv" }
    }
}

impl Among for Official {
    fn all(records: &Records) -> &[Self] {
        records.register.officials()
    }
}

impl Record for Official {
    type KnownBy = OfficialId;

    fn known_by(&self) -> Self::KnownBy {
        self.id
    }

    fn called<'a>(&'a self, _: &'a Register) -> Called<'a> {
        Called::Thing(self.latest_thing())
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        // A part of the register need not have it.
        let own_cell = self.own_cell.and_then(|id| register.find_cell(id));
        let own_cell =
            own_cell.map(|cell| Told::Cell(cell, self.active_from.unwrap_or_else(Date::first)));
        let mut items = vec![
            item(Key::Code, Told::text(self.code.as_str())),
            item(Key::FullName, Told::text(self.name())),
            item(Key::Order, number(self.order)),
            item(Key::ActiveFrom, self.active_from.map(Told::Day)),
            item(Key::ActiveUntil, self.active_until.map(Told::End)),
            item(Key::Cell, own_cell),
            derived(Key::Erased, self.full_name.is_none().then_some(Told::YesNo(true))),
        ];
        for (from, post) in self.posts.iter() {
            let category = post.category.map(|id| register.category(id));
            items.push(dated(Key::Title, from, Told::free(&post.title)));
            items.push(dated(Key::Organisation, from, Told::free(&post.organisation)));
            items.push(dated(Key::Category, from, category.map(Told::Category)));
        }
        items
    }

    fn text_owner(&self, _: &Register, today: Date) -> TextOwner {
        TextOwner::InFile { thing: self.thing(today), file: "officials.csv" }
    }
}

impl Among for Succession {
    fn all(records: &Records) -> &[Self] {
        &records.register.successions
    }
}

impl Record for Succession {
    type KnownBy = (CellId, CellId, Date);

    fn known_by(&self) -> Self::KnownBy {
        (self.from_cell, self.to_cell, self.on)
    }

    fn called<'a>(&'a self, register: &'a Register) -> Called<'a> {
        Called::Succession(register.cell(self.from_cell), register.cell(self.to_cell), self.on)
    }

    fn told<'a>(&'a self, register: &'a Register) -> Vec<Item<'a>> {
        let cell = |id| Told::Cell(register.cell(id), self.on);
        vec![
            name(Key::FromCell, cell(self.from_cell)),
            name(Key::ToCell, cell(self.to_cell)),
            item(Key::On, Some(Told::Day(self.on))),
            item(Key::Document, Told::free(&self.document)),
        ]
    }

    fn text_owner(&self, register: &Register, _: Date) -> TextOwner {
        let cell = |id| register.cell(id).latest_thing();
        TextOwner::Succession { from_cell: cell(self.from_cell), to_cell: cell(self.to_cell) }
    }
}

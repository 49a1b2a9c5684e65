//! What merging, splitting, moving and dissolving share: cells that are new or received, and the outcome.

use super::Result;
use super::codes::former;
use super::register::twins_of;
use super::register_change::{Effects, RegisterChange};
use super::rename::rename;
use crate::domain::{
    Cell, CellId, CellKind, CellStanding, Changed, Code, CommitteeId, Date, Dated, DocumentNo, Key,
    Likeness, Name, OperationNumber, Refusal, Register, RegularDay, Shown, Thing, Verb, find_cell,
    refusal,
};
use crate::store::Writer;

/// A cell into which others go, as it was typed.
#[derive(Debug, Clone)]
pub enum IntoCell {
    /// Code or name of one there is.
    Named(String),
    /// A new one with its name, or one there is under a new name: `P1-09=Khu phố 9`.
    Coded { code: Code, name: Name },
}

/// What a reorganisation did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reorganised {
    pub number: OperationNumber,
    /// The cells or the committee that went, moved or ended, as they were called before.
    pub from: Vec<Thing>,
    /// The cells they went into, or the committee they went to.
    pub into: Vec<Thing>,
    /// New cells, their kind and committee.
    pub founded: Vec<(Thing, CellKind, Thing)>,
    /// What each of them could be the same as.
    pub twins: Vec<(Thing, Vec<(Thing, Likeness)>)>,
    pub changed: Vec<Changed>,
    pub effects: Effects,
}

/// The cell that was meant.
#[derive(Debug, Clone)]
pub(super) enum Target {
    Known { id: CellId, name: Option<Name> },
    New { code: Code, name: Name },
}

impl Target {
    /// Finds a cell there is, or reads a new one.
    pub fn of(register: &Register, given: IntoCell, on: Date) -> Result<Self> {
        match given {
            IntoCell::Named(text) => match find_cell(register, &text, on) {
                Ok(id) => Ok(Self::Known { id, name: None }),
                Err(Refusal::Found(refusal::Found::NotFound { .. }))
                    if Code::new(&text).is_ok() =>
                {
                    Err(refusal::Reorganisation::NewCellNameless { code: text.trim().to_owned() }
                        .into())
                }
                Err(refusal) => Err(refusal.into()),
            },
            IntoCell::Coded { code, name } => {
                let known = register.cells().iter().find(|cell| cell.code == code);
                Ok(match known {
                    Some(cell) => Self::Known { id: cell.id, name: Some(name) },
                    None => Self::New { code, name },
                })
            }
        }
    }

    /// The identity, if there is one.
    pub fn known(&self) -> Option<CellId> {
        match self {
            Self::Known { id, .. } => Some(*id),
            Self::New { .. } => None,
        }
    }

    /// Whether two are the same cell.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Known { id, .. }, Self::Known { id: other, .. }) => id == other,
            (Self::New { code, .. }, Self::New { code: other, .. }) => code == other,
            (Self::Known { .. }, Self::New { .. }) | (Self::New { .. }, Self::Known { .. }) => {
                false
            }
        }
    }
}

/// What a new cell has besides code and name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nature {
    pub kind: CellKind,
    pub committee: CommitteeId,
    pub regular_day: Option<RegularDay>,
}

/// A reorganisation of cells under way.
pub(super) struct Reorganisation {
    pub change: RegisterChange,
    on: Date,
    document: Option<DocumentNo>,
    founded: Vec<CellId>,
    changed: Vec<Changed>,
}

impl Reorganisation {
    /// Nothing so far.
    pub fn of(register: Register, on: Date, document: Option<DocumentNo>) -> Self {
        let change = RegisterChange::of(register);
        Self { change, on, document, founded: Vec::new(), changed: Vec::new() }
    }

    /// The cell ends.
    pub fn end(&mut self, id: CellId) {
        let cell = self.change.after.cell(id).clone();
        let before = cell.dissolved.map_or(Shown::Nothing, Shown::End);
        let changed = Changed::new(Key::Dissolved, before, Shown::End(self.on));
        self.changed.push(changed.of(cell.thing(self.on.previous())));
        self.change.put_cell(Cell { dissolved: Some(self.on), ..cell });
    }

    /// Something else changes.
    pub fn note(&mut self, changed: Changed) {
        self.changed.push(changed);
    }

    /// The cell meant: founded now, or as it is, under a new name if one was given. One that was prepared
    /// for this day is received as well as a new one.
    pub fn target(
        &mut self,
        db: &Writer<'_>,
        target: Target,
        nature: impl FnOnce(&Register) -> Result<Nature>,
    ) -> Result<CellId> {
        let on = self.on;
        match target {
            Target::Known { id, name } => {
                let mut cell = self.change.after.cell(id).clone();
                let thing = cell.thing(on);
                let changed = name.and_then(|name| rename(&mut cell, &name, on));
                // Of one that was prepared for this day, another name means another cell: the code was mistyped.
                if changed.is_some() && cell.founded == Some(on) {
                    return Err(refusal::Register::CodeTaken { thing }.into());
                }
                if let Some(changed) = changed {
                    self.changed.extend(changed.into_iter().map(|c| c.of(thing.clone())));
                    self.change.put_cell(cell);
                }
                self.change.receives(id, on);
                Ok(id)
            }
            Target::New { code, name } => {
                let register = &self.change.before;
                let id = match former::<Cell>(db, register, &code, on)? {
                    Some(id) => id,
                    None => CellId(db.next::<Cell>()?.0 + self.founded.len() as i64),
                };
                // Two former codes of one identity do not make two cells.
                if self.founded.contains(&id) {
                    let thing = Some(self.change.after.cell(id).thing(on));
                    return Err(refusal::Register::CodeUsedBefore {
                        code: code.to_string(),
                        thing,
                    }
                    .into());
                }
                let Nature { kind, committee, regular_day } = nature(register)?;
                let standings = Dated::new(CellStanding { name, committee });
                let (founded, dissolved) = (Some(on), None);
                self.change.put_cell(Cell {
                    id,
                    code,
                    kind,
                    founded,
                    dissolved,
                    regular_day,
                    standings,
                });
                self.founded.push(id);
                self.change.receives(id, on);
                Ok(id)
            }
        }
    }

    /// One cell comes from another.
    pub fn succeeds(&mut self, from_cell: CellId, to_cell: CellId) {
        let (on, document) = (self.on, self.document.clone());
        self.change.put_succession(crate::domain::Succession { from_cell, to_cell, on, document });
    }

    /// Checks and writes all of it; `from` and `into` are for the answer.
    pub fn carry_out(
        self,
        db: &Writer<'_>,
        verb: Verb,
        mut arguments: serde_json::Value,
        (from, into): (Vec<Thing>, Vec<Thing>),
    ) -> Result<Reorganised> {
        arguments["on"] = self.on.to_string().into();
        let founded = self.founded.iter().map(|id| {
            let cell = self.change.after.cell(*id);
            let committee = self.change.after.committee(cell.standings.first().committee);
            (cell.thing(self.on), cell.kind, committee.thing(self.on))
        });
        let founded = founded.collect();
        let twins = self.founded.iter().map(|id| {
            let (cell, cells) = (self.change.after.cell(*id), self.change.after.cells());
            (cell.thing(self.on), twins_of(cell, cells, |it| it.thing(self.on)))
        });
        let twins = twins.collect();
        let (number, effects) =
            self.change.carry_out(db, verb, arguments, self.document.as_ref())?;
        Ok(Reorganised { number, from, into, founded, twins, changed: self.changed, effects })
    }
}

/// Codes of cells as the history keeps them.
pub(super) fn codes(register: &Register, cells: &[CellId]) -> String {
    let codes = cells.iter().map(|id| register.cell(*id).code.as_str());
    codes.collect::<Vec<_>>().join(", ")
}

/// Refuses a cell that is neither new nor founded on this very day for this purpose.
pub(super) fn refuse_not_prepared(register: &Register, id: CellId, on: Date) -> Result<()> {
    let cell = register.cell(id);
    if cell.founded == Some(on) {
        Ok(())
    } else {
        let (cell, from) = (cell.thing(on), cell.founded);
        Err(refusal::Reorganisation::IntoNotNew { cell, from, on }.into())
    }
}

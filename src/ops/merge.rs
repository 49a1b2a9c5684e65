//! Several cells become one (`commands.md`, Registers).

use serde_json::json;

use super::Result;
use super::existence::{ending, living};
use super::reorganise::{
    IntoCell, Nature, Reorganisation, Reorganised, Target, codes, refuse_not_prepared,
};
use crate::domain::refusal::Placed;
use crate::domain::{
    Cell, CellId, CellKind, CommitteeId, Date, DocumentNo, Register, Thing, Verb, find_cell,
    find_committee, refusal,
};
use crate::store::Writer;

/// A merger.
#[derive(Debug, Clone)]
pub struct Merge {
    /// Codes or names.
    pub cells: Vec<String>,
    /// One of them, which keeps its code and life, or a new one.
    pub into: IntoCell,
    /// The first day of the merged cell, and the first on which the others no longer exist.
    pub on: Date,
    pub document: Option<DocumentNo>,
    /// Of a new cell, where the merged ones differ.
    pub kind: Option<CellKind>,
    /// Code or name, likewise.
    pub committee: Option<String>,
    /// That the one that stays differs in kind or committee is meant.
    pub unlike: bool,
}

/// Merges cells: each but the surviving one ends and is succeeded by it.
pub fn merge(db: &Writer<'_>, request: Merge) -> Result<Reorganised> {
    let on = request.on;
    let register = db.register()?;
    let merged = merged(&register, &request)?;
    let target = Target::of(&register, request.into, on)?;
    if let [only] = merged[..] {
        let into = match &target {
            Target::Known { id, .. } if *id != only => Some(register.cell(*id).code.to_string()),
            Target::Known { .. } | Target::New { .. } => None,
        };
        return Err(refusal::Reorganisation::MergeTooFew {
            cell: register.cell(only).thing(on),
            into,
        }
        .into());
    }
    let committee = request.committee.as_deref();
    let committee = committee.map(|text| find_committee(&register, text, on)).transpose()?;
    if let Target::Known { id, .. } = target {
        if !merged.contains(&id) {
            refuse_not_prepared(&register, id, on)?;
        }
        if request.kind.is_some() || committee.is_some() {
            return Err(
                refusal::Reorganisation::KeepsItsOwn { cell: register.cell(id).thing(on) }.into()
            );
        }
    }
    let survivor = target.known();
    if let Some(into) = survivor.filter(|id| merged.contains(id) && !request.unlike) {
        refuse_unlike(&register, into, &merged, on)?;
    }
    let ended: Vec<CellId> = merged.iter().copied().filter(|id| survivor != Some(*id)).collect();
    for id in &ended {
        ending(&register, *id, on)?;
    }
    let from: Vec<Thing> = ended.iter().map(|id| register.cell(*id).thing(on.previous())).collect();
    let all = codes(&register, &merged);
    let mut reorganisation = Reorganisation::of(register, on, request.document);
    ended.iter().for_each(|id| reorganisation.end(*id));
    let nature = |register: &Register| nature(register, &merged, on, request.kind, committee);
    let into = reorganisation.target(db, target, nature)?;
    ended.iter().for_each(|id| reorganisation.succeeds(*id, into));
    let into = reorganisation.change.after.cell(into);
    let arguments = json!({ "cells": all, "into": into.code.as_str() });
    let into = vec![into.thing(on)];
    reorganisation.carry_out(db, Verb::CellMerge, arguments, (from, into))
}

/// The cells to be merged, each once, all of them in existence.
fn merged(register: &Register, request: &Merge) -> Result<Vec<CellId>> {
    let mut merged: Vec<CellId> = Vec::new();
    for text in &request.cells {
        let id = find_cell(register, text, request.on.previous())?;
        let cell = living(register, id, request.on)?;
        if merged.contains(&id) {
            return Err(refusal::Reorganisation::CellTwice {
                cell: cell.thing(request.on.previous()),
            }
            .into());
        }
        merged.push(id);
    }
    Ok(merged)
}

/// Refuses to let cells of another kind or committee go into the one that stays: mostly the code is mistyped.
fn refuse_unlike(register: &Register, into: CellId, merged: &[CellId], on: Date) -> Result<()> {
    let placed = |id: CellId| {
        let cell = register.cell(id);
        let committee = register.committee(cell.standings.at(on).committee).thing(on);
        Placed { cell: cell.thing(on.previous()), kind: cell.kind, committee }
    };
    let into = placed(into);
    let alike =
        |other: &Placed| (other.kind, &other.committee.code) == (into.kind, &into.committee.code);
    let others: Vec<Placed> = merged.iter().map(|id| placed(*id)).collect();
    let others: Vec<Placed> = others.into_iter().filter(|other| !alike(other)).collect();
    if others.is_empty() {
        Ok(())
    } else {
        Err(refusal::Reorganisation::MergeUnlike { into, others }.into())
    }
}

/// Kind and committee of a new cell: as said, else those that the merged ones share.
fn nature(
    register: &Register,
    merged: &[CellId],
    on: Date,
    kind: Option<CellKind>,
    committee: Option<CommitteeId>,
) -> Result<Nature> {
    let cells: Vec<&Cell> = merged.iter().map(|id| register.cell(*id)).collect();
    let mut kinds: Vec<CellKind> = cells.iter().map(|cell| cell.kind).collect();
    let mut committees: Vec<CommitteeId> =
        cells.iter().map(|cell| cell.standings.at(on).committee).collect();
    let mut days: Vec<_> = cells.iter().map(|cell| cell.regular_day).collect();
    dedup(&mut kinds);
    dedup(&mut committees);
    dedup(&mut days);
    let alike = |n: usize| n == 1;
    let shared_kind = kind.or(kinds.first().copied().filter(|_| alike(kinds.len())));
    let shared_committee =
        committee.or(committees.first().copied().filter(|_| alike(committees.len())));
    let regular_day = days.first().copied().flatten().filter(|_| alike(days.len()));
    match (shared_kind, shared_committee) {
        (Some(kind), Some(committee)) => Ok(Nature { kind, committee, regular_day }),
        (kind, committee) => {
            let things = committees.iter().map(|id| register.committee(*id).thing(on));
            Err(refusal::Reorganisation::MergeNotAlike {
                committees: if committee.is_none() { things.collect() } else { Vec::new() },
                kinds: if kind.is_none() { kinds } else { Vec::new() },
            }
            .into())
        }
    }
}

fn dedup<T: PartialEq>(values: &mut Vec<T>) {
    let mut kept: Vec<T> = Vec::new();
    for value in values.drain(..) {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    *values = kept;
}

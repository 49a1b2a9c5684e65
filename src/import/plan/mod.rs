//! The plan of an import: drafts laid beside what stands in the record file (`records.md`, section 9).
//!
//! Pure but for the meetings that hang on changed lives, which the caller fetches. Every fault is entered;
//! a batch comes out only if there is none.

mod assignments;
mod categories;
mod cells;
mod closings;
mod committees;
mod dated;
mod dependants;
mod filed;
mod known;
mod meetings;
mod officials;
mod part;
mod planning;
mod recommendations;
mod references;
mod register;
mod settings;
mod successions;
mod twins;

use std::collections::{BTreeSet, HashSet};

use meetings::News;
use planning::Planning;
pub use twins::{Line, TwinFound, TwinsFound};

use super::Options;
use super::drafts::{Drafts, FileRead};
use super::fault::Faults;
use crate::domain::{
    Category, Cell, CellId, Committee, Date, Meeting, MeetingId, Official, OfficialId, Period,
    Setting, SettingKey, Thing,
};
use crate::files::FileKind;
use crate::ops::{self, Base, Change, Removed};

/// How many records of a kind an import finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Records that are added.
    pub new: usize,
    /// Records that get another version.
    pub changed: usize,
    /// Records that are there already, with equal values.
    pub same: usize,
}

/// What an import would write, and what is to be said of it.
#[derive(Debug)]
pub struct Plan {
    pub batch: Change,
    /// For every kind of file that was read.
    pub added: Vec<(FileKind, Tally)>,
    /// The earliest and the latest date of each column that has one: kind, key, earliest, latest.
    pub dates: Vec<(FileKind, &'static str, Date, Date)>,
    /// What stood in a folder and is no CSV file.
    pub ignored: Vec<String>,
    /// Meetings whose grade is above what their score allows; recorded all the same.
    pub grades_above: Vec<(Thing, Period)>,
    /// Meetings with reasons for absence where nobody assigned was absent, or of officials not assigned; recorded all
    /// the same.
    pub idle_reasons: Vec<(Thing, Period)>,
    /// New records that could be the same as others; recorded all the same.
    pub twins: TwinsFound,
    /// Meetings of periods that reports do not speak of, and the first one that they do.
    pub before_records: Option<Early>,
}

/// Meetings before the first period of reports.
#[derive(Debug)]
pub struct Early {
    pub meetings: usize,
    /// Their periods.
    pub months: BTreeSet<Period>,
    /// The first period of reports.
    pub from: Period,
}

/// Compares drafts with what stands in the record file. `dependants` fetches the recorded meetings of cells
/// and officials whose lives change ([`ops::register_dependants`]).
pub fn plan(
    drafts: Drafts,
    base: Base,
    dependants: impl Fn(&HashSet<CellId>, &HashSet<OfficialId>) -> ops::Result<Vec<Meeting>>,
    options: &Options,
) -> ops::Result<Result<Plan, Faults>> {
    let mut planning =
        Planning::new(drafts.files, drafts.codes, &drafts.unsure, drafts.ledger, base, *options);
    let rows = drafts.rows;
    settings::plan(&mut planning, rows.settings);
    register::plan::<Committee>(&mut planning, rows.committees);
    register::plan::<Category>(&mut planning, rows.categories);
    register::plan::<Cell>(&mut planning, rows.cells);
    cells::check_others(&mut planning);
    register::plan::<Official>(&mut planning, rows.officials);
    planning.forget_codes_on_record();
    successions::plan(&mut planning, rows.successions);
    assignments::plan(&mut planning, rows.assignments);
    let news = meetings::plan(&mut planning, rows.meetings);
    recommendations::plan(&mut planning, rows.recommendations);
    closings::plan(&mut planning, rows.closings, rows.filed, &drafts.unsure);
    references::check(&mut planning, drafts.references);
    let (cells, officials) = planning.changed_lives();
    if !cells.is_empty() || !officials.is_empty() {
        dependants::check(&mut planning, dependants(&cells, &officials)?);
    }
    if !planning.ledger.is_clean() {
        return Ok(Err(planning.faults(&drafts.names)));
    }
    let read = |kind: FileKind| planning.files.iter().flatten().any(|file| file.kind == kind);
    // Filed rows are no records of their own but what a closing holds.
    let kinds = FileKind::ALL.into_iter().filter(|kind| *kind != FileKind::Filed && read(*kind));
    let added = kinds.map(|kind| (kind, planning.tallies[kind as usize])).collect();
    let twins = twins::find(&planning, &drafts.names, options.today);
    let before_records = before_records(&planning, &news);
    let grades_above = named(&planning, &planning.grades_above);
    let idle_reasons = named(&planning, &planning.idle_reasons);
    planning.cells.known.forget_rows();
    planning.officials.known.forget_rows();
    let (mut batch, mut register) = (planning.batch, planning.base.register);
    let first = MeetingId(planning.base.next_meeting);
    batch.committees = planning.committees.taken(&mut register);
    batch.cells = planning.cells.taken(&mut register);
    batch.categories = planning.categories.taken(&mut register);
    batch.officials = planning.officials.taken(&mut register);
    batch.new_meetings = news.told(first, planning.cells.known, planning.officials.known);
    Ok(Ok(Plan {
        grades_above,
        idle_reasons,
        twins,
        before_records,
        added,
        dates: dates(&planning.files),
        batch,
        ignored: drafts.ignored,
    }))
}

fn dates(files: &[Option<FileRead>]) -> Vec<(FileKind, &'static str, Date, Date)> {
    let mut all: Vec<(FileKind, &'static str, Date, Date)> = Vec::new();
    for kind in FileKind::ALL {
        for column in kind.columns() {
            let of_kind = files.iter().flatten().filter(|file| file.kind == kind);
            let ranges = of_kind.filter_map(|file| file.dates.ranges[column.at()]);
            let range = ranges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            all.extend(range.map(|(earliest, latest)| (kind, column.key, earliest, latest)));
        }
    }
    all
}

/// Meetings as a note names them.
fn named(planning: &Planning, meetings: &[(CellId, Period)]) -> Vec<(Thing, Period)> {
    let cell = |id| planning.base.register.cell(id);
    let meetings = meetings.iter();
    meetings.map(|(id, period)| (cell(*id).thing(period.last_day()), *period)).collect()
}

fn before_records(planning: &Planning, news: &News) -> Option<Early> {
    let (batch, base) = (&planning.batch, &planning.base);
    let unset = |removed: &Removed| matches!(removed, Removed::Setting(SettingKey::RecordsFrom));
    if batch.removed.iter().any(unset) {
        return None;
    }
    let from = batch.settings.iter().chain(&base.settings).find_map(|setting| match setting {
        Setting::RecordsFrom(period) => Some(*period),
        Setting::Office(_) | Setting::Sample => None,
    })?;
    let amended = batch.meetings.iter().map(|meeting| (meeting.period, 1));
    let early = news.periods().chain(amended).filter(|(period, _)| *period < from);
    let (mut meetings, mut months) = (0, BTreeSet::new());
    for (period, of_it) in early {
        meetings += of_it;
        months.insert(period);
    }
    (meetings > 0).then_some(Early { meetings, months, from })
}

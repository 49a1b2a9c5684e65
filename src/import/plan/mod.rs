//! The plan of an import: drafts laid beside what stands in the record file (`records.md`, section 9).
//!
//! Pure but for the meetings that hang on changed lives, which the caller fetches. Every fault is entered;
//! a change comes out only if there is none.

mod dependants;
mod faults;
mod references;
mod twins;

use std::collections::{BTreeSet, HashSet};

pub use twins::{TwinFound, TwinsFound};

use super::Options;
use super::draft::FileRead;
use super::drafts::Drafts;
use super::fault::{Aside, Faults};
pub use super::kinds::AtOdds;
use super::kinds::News;
use super::planning::{Planning, Tally};
use crate::domain::{
    CellId, Date, Meeting, MeetingId, MeetingKind, OfficialId, Period, Setting, SettingKey, Thing,
};
use crate::files::FileKind;
use crate::ops::{self, Base, Change, Removed};

/// What an import would write, and what is to be said of it.
#[derive(Debug)]
pub struct Plan {
    pub change: Change,
    /// For every kind of file that was read.
    pub added: Vec<(FileKind, Tally)>,
    /// The earliest and the latest date of each column that has one: kind, key, earliest, latest.
    pub dates: Vec<(FileKind, &'static str, Date, Date)>,
    /// Regular meetings that are new or changed; none if there are too many to tell what came of them.
    pub meetings: Vec<(CellId, Period)>,
    /// New cells without a day of founding, which have that of their committee.
    pub founded_with_committee: usize,
    /// What was left aside.
    pub aside: Vec<Aside>,
    /// Meetings whose grade is above what their score allows; recorded all the same.
    pub grades_above: Vec<(Thing, Period)>,
    /// Meetings with reasons for absence where nobody assigned was absent, or of officials not assigned; recorded all
    /// the same.
    pub idle_reasons: Vec<(Thing, Period)>,
    /// Regular meetings of which nothing is on record, and whose rows in the files are empty.
    pub not_filled_in: Vec<(Thing, Period)>,
    /// What month sheets say other than what is on record.
    pub at_odds: Vec<AtOdds>,
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
    let mut planning = Planning::new(
        drafts.files,
        drafts.codes,
        drafts.unsure,
        drafts.ledger,
        base,
        options.clone(),
    );
    let mut news = News::default();
    news.left_empty = drafts.left_empty;
    drafts.rows.plan(&mut planning, &mut news);
    references::check(&mut planning, drafts.references);
    let (cells, officials) = planning.changed_lives();
    if !cells.is_empty() || !officials.is_empty() {
        dependants::check(&mut planning, dependants(&cells, &officials)?);
    }
    if !planning.ledger.is_clean() {
        let faults = faults::told(planning, &drafts.sources);
        return Ok(Err(Faults { aside: drafts.aside, ..faults }));
    }
    let read = |kind: FileKind| planning.files.iter().flatten().any(|file| file.kind == kind);
    // Filed rows are no records of their own but what a closing holds.
    let kinds = FileKind::ALL.into_iter().filter(|kind| *kind != FileKind::Filed && read(*kind));
    let added = kinds.map(|kind| (kind, planning.tallies[kind as usize])).collect();
    let twins = twins::find(&planning, &drafts.sources, options.today);
    let before_records = before_records(&planning, &news);
    let meetings = meetings(&planning, &news);
    let founded_with_committee = planning.founded_with_committee;
    let grades_above = named(&planning, &news.grades_above);
    let idle_reasons = named(&planning, &news.idle_reasons);
    let not_filled_in = named(&planning, &news.not_filled_in);
    let at_odds = std::mem::take(&mut news.at_odds);
    planning.parts.cells.known.forget_rows();
    planning.parts.officials.known.forget_rows();
    let first = MeetingId(planning.base.next_meeting);
    let Planning { mut change, mut base, mut parts, files, .. } = planning;
    parts.take(&mut base.records.register, &mut change);
    change.new_meetings = news.meetings(first, parts.cells.known, parts.officials.known);
    Ok(Ok(Plan {
        meetings,
        founded_with_committee,
        grades_above,
        idle_reasons,
        not_filled_in,
        at_odds,
        twins,
        before_records,
        added,
        dates: dates(&files),
        change,
        aside: drafts.aside,
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

/// The most meetings of which is told what came of them.
const RESULTS_OF: usize = 5_000;

fn meetings(planning: &Planning, news: &News) -> Vec<(CellId, Period)> {
    let amended = planning.change.meetings.iter();
    let amended = amended.filter(|meeting| meeting.kind == MeetingKind::Regular);
    let amended = amended.map(|meeting| (meeting.cell, meeting.period));
    let cells = &planning.parts.cells.known;
    let all: Vec<_> = news.regular(cells).chain(amended).take(RESULTS_OF + 1).collect();
    if all.len() > RESULTS_OF { Vec::new() } else { all }
}

/// Meetings as a note names them.
fn named(planning: &Planning, meetings: &[(CellId, Period)]) -> Vec<(Thing, Period)> {
    let cell = |id| planning.base.records.register.cell(id);
    let meetings = meetings.iter();
    meetings.map(|(id, period)| (cell(*id).thing(period.last_day()), *period)).collect()
}

fn before_records(planning: &Planning, news: &News) -> Option<Early> {
    let (change, base) = (&planning.change, &planning.base);
    let unset = |removed: &Removed| matches!(removed, Removed::Setting(SettingKey::RecordsFrom));
    if change.removed.iter().any(unset) {
        return None;
    }
    let from =
        change.settings.iter().chain(&base.records.settings).find_map(|setting| match setting {
            Setting::RecordsFrom(period) => Some(*period),
            Setting::Office(_) | Setting::Sample | Setting::Letterhead(..) => None,
        })?;
    let amended = change.meetings.iter().map(|meeting| (meeting.period, 1));
    let early = news.periods().chain(amended).filter(|(period, _)| *period < from);
    let (mut meetings, mut months) = (0, BTreeSet::new());
    for (period, of_it) in early {
        meetings += of_it;
        months.insert(period);
    }
    (meetings > 0).then_some(Early { meetings, months, from })
}

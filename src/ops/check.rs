//! Whether what stands in the record file keeps every rule, and whether closed months still show what was
//! filed (`records.md`, sections 4 and 7).

use super::filed_rows::{cells_that_differ, holds};
use crate::domain::{
    Closing, Facts, Flaw, FlawKind, Keyword, MeetingKind, Moment, PeriodSpan, Recorded, Register,
    Roster, meetings_broken, rules_broken,
};
use crate::store::{MeetingFilter, Reader, StoreError};

/// Looks at everything in force. What cannot be read is a finding, and the rest is looked at without it.
pub fn check(db: &Reader<'_>) -> Result<Vec<Flaw>, StoreError> {
    // What refers to nothing is a finding like another.
    let db = &db.with_dangling();
    let mut flaws = Flaws(Vec::new());
    let operations = flaws.read(FlawKind::Rule, db.operations())?.unwrap_or_default();
    flaws.read(FlawKind::Rule, db.settings())?;
    let Some(register) = flaws.read(FlawKind::Rule, db.register())? else { return Ok(flaws.0) };
    let (records, errors) = db.records_as_far_as_read(register, Vec::new());
    let mut all_read = errors.is_empty();
    for error in errors {
        flaws.read::<()>(FlawKind::Rule, Err(error))?;
    }
    let register = &records.register;
    let recorded =
        Recorded { register, assignments: &records.assignments, meetings: &[], others: &records };
    // Nothing was recorded on a day after the latest that any operation took for today.
    let today = operations.iter().map(|operation| operation.today).max();
    let mut broken = rules_broken(recorded, today);
    // There may be millions of regular meetings: a month at a time.
    let months = flaws.read(FlawKind::Rule, db.months())?.flatten();
    let months = months.into_iter().flat_map(PeriodSpan::months).map(|month| {
        let span = Some(PeriodSpan::single(month));
        MeetingFilter { span, kind: Some(MeetingKind::Regular), cell: None }
    });
    let others = MeetingKind::ALL.iter().filter(|kind| **kind != MeetingKind::Regular);
    let others = others.map(|kind| MeetingFilter { kind: Some(*kind), ..MeetingFilter::default() });
    for filter in months.chain(others) {
        let meetings = flaws.read(FlawKind::Rule, db.meetings(filter))?;
        all_read &= meetings.is_some();
        broken.extend(meetings_broken(register, &meetings.unwrap_or_default(), today));
    }
    let lawful = broken.is_empty();
    flaws.0.extend(broken.into_iter().map(Box::new).map(Flaw::Rule));
    // Coverage can be judged only of records that fit together.
    if lawful && all_read {
        let roster = Roster::new(records.assignments).with_duties(records.duties);
        filed_months(db, records.register, roster, &mut flaws)?;
    }
    Ok(flaws.0)
}

/// Whether the newest operation was recorded after what the machine's clock says now.
pub fn check_clock(db: &Reader<'_>, now: Moment) -> Result<Option<Flaw>, StoreError> {
    let newest = db.newest()?.filter(|(_, recorded_at)| *recorded_at > now);
    Ok(newest.map(|(number, recorded_at)| Flaw::AheadOfClock { number, recorded_at, now }))
}

fn filed_months(
    db: &Reader<'_>,
    mut register: Register,
    mut roster: Roster,
    flaws: &mut Flaws,
) -> Result<(), StoreError> {
    let closings = flaws.read(FlawKind::Filed, db.all_closings())?.unwrap_or_default();
    let from = flaws.read(FlawKind::Filed, db.records_from_as_set())?.flatten();
    for Closing { period, closed_on, rows, .. } in closings {
        let meetings =
            flaws.read(FlawKind::Filed, db.regular_meetings(PeriodSpan::single(period)))?;
        let mut facts = Facts::new(register, roster, meetings.unwrap_or_default(), &[]);
        facts.records_from = from;
        let cells = cells_that_differ(&facts, period, &rows, holds);
        if !cells.is_empty() {
            flaws.0.push(Flaw::Filed { period, closed_on, cells });
        }
        (register, roster) = (facts.register, facts.roster);
    }
    Ok(())
}

/// The findings so far.
struct Flaws(Vec<Flaw>);

impl Flaws {
    /// What was read; if it could not be, that is a finding.
    fn read<T>(
        &mut self,
        kind: FlawKind,
        result: Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) => {
                let flaw = error.as_flaw(kind)?;
                if !self.0.contains(&flaw) {
                    self.0.push(flaw);
                }
                Ok(None)
            }
        }
    }
}

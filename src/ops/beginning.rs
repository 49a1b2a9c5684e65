//! With which period reports begin (`records.md`, section 6): the first operation that records a meeting sets it.

use super::Result;
use crate::domain::{OperationNumber, Period};
use crate::store::{Reader, Writer};

/// With which period reports begin after an operation, if not with the same as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// None was set.
    Set(Period),
    Moved {
        before: Period,
        after: Period,
    },
    /// None is set any more; whether meetings are recorded, which no period is too early for.
    Unset {
        meetings: bool,
    },
}

/// What an operation did to the first period of reports, which was and is this.
pub(super) fn beginning_moved(
    db: &Writer<'_>,
    from: (Option<Period>, Option<Period>),
) -> Result<Option<Beginning>> {
    Ok(match from {
        (before, after) if before == after => None,
        (Some(before), Some(after)) => Some(Beginning::Moved { before, after }),
        (None, after) => after.map(Beginning::Set),
        (Some(_), None) => Some(Beginning::Unset { meetings: db.any_meeting()? }),
    })
}

/// The first period of reports that an operation sets by being the first to record meetings: the earliest of
/// theirs. It sets none where one is set, nor where meetings are on record without: then the office wants it so,
/// and the meetings on record would fall out of the reports. Months that are closed, or come closed, stay in
/// them, and they do not begin in a month to come.
pub(super) fn first_period(
    db: &Writer<'_>,
    meetings: impl Iterator<Item = Period>,
    closed: impl Iterator<Item = Period>,
) -> Result<Option<Period>> {
    let Some(earliest) = meetings.min() else { return Ok(None) };
    if db.records_from_as_set()?.is_some() || db.any_meeting()? {
        return Ok(None);
    }
    let filed = db.closed_between(None, None, OperationNumber(i64::MAX))?;
    Ok(filed.into_iter().chain(closed).chain([earliest, Period::of(db.today())]).min())
}

/// The first period of reports, where a meeting of this period lies before it.
pub(super) fn beginning_after(db: &Reader<'_>, period: Period) -> Result<Option<Period>> {
    Ok(db.records_from_as_set()?.filter(|from| period < *from))
}

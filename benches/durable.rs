//! What versions, hashes, triggers and the guard of closed months cost: a meeting recorded by the op, against
//! the same row inserted plainly and durably, in turns, as a ratio of medians.
//!
//! Run with `cargo bench --bench durable`. Figures of a machine are noted in the change that needed them, never tested.

use std::path::Path;
use std::time::{Duration, Instant};

use chibo::domain::{Date, Moment, Period, Verb};
use chibo::import::{self, SAMPLE_TOWN};
use chibo::ops;
use chibo::store::{Grounds, Stamp, Store, Writer};
use rusqlite::Connection;

/// How many of each are measured.
const TURNS: usize = 600;

fn stamp(dry_run: bool) -> Stamp {
    let now = Moment::from_iso("2018-08-08T00:00:00.000Z").unwrap();
    Stamp { now, today: Date::new(2099, 12, 31).unwrap(), actor: "bench".to_owned(), dry_run }
}

/// A record file of the sample town with its first months closed.
fn town(path: &Path, closed: usize) -> Store {
    let first = |db: &Writer<'_>| ops::init(db, None, None).map(|_| ());
    Store::create(path, |_| false, stamp(false), first).unwrap();
    let mut store = Store::open(path, |_| false).unwrap();
    let drafts = import::read_builtin(SAMPLE_TOWN, stamp(false).today);
    let fill = |db: &Writer<'_>| -> Result<(), ops::OpError> {
        let base = ops::base(db, drafts.months())?;
        let options = import::Options { amend: false, today: db.today() };
        let dependants = |cells: &_, officials: &_| ops::register_dependants(db, cells, officials);
        let plan = import::plan(drafts, base, dependants, &options)?.expect("lawful files");
        plan.batch.carry_out(db, Verb::Import, serde_json::json!({}), Grounds::NONE).map(|_| ())
    };
    store.write(stamp(false), fill).unwrap();
    let months = std::iter::successors(Period::new(2017, 6), |month| Some(month.next()));
    for period in months.take(closed) {
        let request = ops::Close { period, document: None, with_gaps: true };
        store.write(stamp(false), |db| ops::close(db, request)).unwrap();
    }
    store
}

/// Meetings of the town's first ward, month after month, each another.
fn requests() -> impl Iterator<Item = ops::LogMeeting> {
    let months = std::iter::successors(Period::new(2040, 1), |month| Some(month.next()));
    months.take(700).flat_map(|month| {
        (1..=6).map(move |cell| ops::LogMeeting {
            cell: format!("P1-{cell:02}"),
            kind: chibo::domain::MeetingKind::Regular,
            period: Some(month),
            outcome: ops::OutcomeEntry::Held(Box::new(ops::HeldEntry {
                on: month.first_day().plus_days(4),
                visitors: ops::VisitorsGiven::Officials(vec!["TUV-01".to_owned()]),
                reasons: chibo::domain::Absences::Unexplained,
                counts: Default::default(),
                details: chibo::domain::Details::default(),
            })),
            note: None,
            recommend: Vec::new(),
            area: chibo::domain::Area::Other,
        })
    })
}

fn log(store: &mut Store, request: ops::LogMeeting, dry_run: bool) -> Duration {
    let begun = Instant::now();
    let write = |db: &Writer<'_>| {
        let logged = ops::log_meeting(db, request)?;
        ops::guard_closed_months(db, ops::Late::Refused)?;
        Ok::<_, ops::OpError>(logged.number)
    };
    store.write(stamp(dry_run), write).unwrap();
    begun.elapsed()
}

fn plain(connection: &Connection) -> Duration {
    let begun = Instant::now();
    let sql = "INSERT INTO meeting (cell, period, kind, held_on, total, present, visitor)
               VALUES ('P3-06', '2018-07', 'regular', '2018-07-05', 25, 20, 'TUV-01')";
    connection.execute(sql, []).unwrap();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let connection = Connection::open(folder.path().join("plain.db")).unwrap();
    let table = "PRAGMA synchronous = FULL;
        CREATE TABLE meeting (id INTEGER PRIMARY KEY, cell, period, kind, held_on, total, present, visitor)";
    connection.execute_batch(table).unwrap();
    for closed in [0, 12, 240] {
        let mut store = town(&folder.path().join(format!("{closed}.db")), closed);
        let mut requests = requests();
        let (mut kept, mut dry, mut alone) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TURNS {
            dry.push(log(&mut store, requests.next().unwrap(), true));
            kept.push(log(&mut store, requests.next().unwrap(), false));
            alone.push(plain(&connection));
        }
        let (kept, dry, alone) = (median(kept), median(dry), median(alone));
        let ratio = kept / alone;
        println!(
            "{closed:>3} closed months: log-meeting {kept:.2} ms (of it {dry:.2} ms before the seal and the commit), plain durable insert {alone:.2} ms, ratio {ratio:.2}"
        );
    }
}

//! What versions, hashes, triggers and the guard of closed months cost: a meeting recorded by the op, against
//! the same row inserted plainly and durably, in turns, as a ratio of medians.
//!
//! Run with `cargo bench --bench durable`. Figures of a machine are noted in the change that needed them, never tested.

use std::path::Path;
use std::time::{Duration, Instant};

use chibo::domain::{Date, MeetingKind, Period};
use chibo::import::{self, SAMPLE_TOWN};
use chibo::ops;
use chibo::store::{Stamp, Store, Writer};
use rusqlite::Connection;

#[path = "../tests/common/book.rs"]
#[allow(dead_code, reason = "it is there for the tests too")]
mod book;
#[path = "../tests/common/requests.rs"]
#[allow(dead_code, reason = "it is there for the tests too")]
mod requests;

/// How many of each are measured.
const TURNS: usize = 600;

fn today() -> Date {
    Date::new(2099, 12, 31).unwrap()
}

/// A record file of the sample town with its first months closed.
fn town(path: &Path, closed: usize) -> Store {
    let mut store = book::create(path, today());
    let drafts = import::read_builtin(SAMPLE_TOWN, today());
    book::import(&mut store, drafts, today(), false).expect("lawful files");
    let months = std::iter::successors(Period::new(2017, 6), |month| Some(month.next()));
    for period in months.take(closed) {
        let request = ops::Close { period, document: None, with_gaps: true };
        store.write(book::stamp(today()), |db| ops::close(db, request)).unwrap();
    }
    store
}

/// Meetings of the town's first ward, month after month, each another.
fn requests() -> impl Iterator<Item = ops::LogMeeting> {
    let months = std::iter::successors(Period::new(2040, 1), |month| Some(month.next()));
    months.take(700).flat_map(|month| {
        (1..=6).map(move |cell| {
            let (cell, on) = (format!("P1-{cell:02}"), month.first_day().plus_days(4));
            let request = requests::held(&cell, MeetingKind::Regular, on, &["TUV-01"]);
            ops::LogMeeting { period: Some(month), ..request }
        })
    })
}

fn log(store: &mut Store, request: ops::LogMeeting, dry_run: bool) -> Duration {
    let begun = Instant::now();
    let write = |db: &Writer<'_>| {
        let logged = ops::log_meeting(db, request)?;
        ops::rows_changed(db, ops::Late::Refused, ops::Telling::Nothing)?;
        Ok::<_, ops::OpError>(logged.number)
    };
    store.write(Stamp { dry_run, ..book::stamp(today()) }, write).unwrap();
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

//! What the judgement of a month, a durable record of a meeting and an import cost.
//!
//! Run with `cargo bench`. Figures of a machine are noted in the change that needed them, never tested.

use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

use chibo::domain::{Date, Period, PeriodSpan, Verb, month_coverage};
use chibo::import::{self, SAMPLE_TOWN};
use chibo::ops;
use chibo::store::{Grounds, Stamp, Store};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

fn stamp() -> Stamp {
    let now = chibo::domain::Moment::from_iso("2018-08-08T00:00:00.000Z").unwrap();
    let today = Date::new(2018, 8, 8).unwrap();
    Stamp { now, today, actor: "bench".to_owned(), dry_run: false }
}

/// A new record file.
fn book(path: &Path) -> Store {
    let first = |db: &chibo::store::Writer<'_>| ops::init(db, None, None).map(|_| ());
    Store::create(path, |_| false, stamp(), first).unwrap();
    Store::open(path, |_| false).unwrap()
}

/// A record file of the sample town.
fn town(path: &Path) -> Store {
    let mut store = book(path);
    let files: Vec<(&str, &str)> = SAMPLE_TOWN.to_vec();
    import_into(&mut store, &files);
    store
}

fn import_into(store: &mut Store, files: &[(&str, &str)]) {
    let today = stamp().today;
    let drafts = import::read_builtin(files, today);
    let write = |db: &chibo::store::Writer<'_>| -> Result<(), ops::OpError> {
        let base = ops::base(db, drafts.months())?;
        let options = import::Options { amend: false, today };
        let dependants = |cells: &_, officials: &_| ops::register_dependants(db, cells, officials);
        let plan = import::plan(drafts, base, dependants, &options)?.expect("lawful files");
        plan.batch.carry_out(db, Verb::Import, serde_json::json!({}), Grounds::NONE)?;
        Ok(())
    };
    store.write(stamp(), write).unwrap();
}

/// An invented town of so many cells, with one month of meetings.
fn large(cells: usize) -> [(&'static str, String); 5] {
    let mut files = [
        ("committees.csv", "code,name,kind\n".to_owned()),
        ("cells.csv", "code,name,kind,committee\n".to_owned()),
        ("officials.csv", "code,full_name,title\n".to_owned()),
        ("assignments.csv", "cell,official,from,document\n".to_owned()),
        ("meetings.csv", "period,cell,held_on,visitors,total,present\n".to_owned()),
    ];
    for i in 0..cells {
        let ward = i / 50;
        if i % 50 == 0 {
            writeln!(files[0].1, "W{ward},Phường {ward},ward").unwrap();
        }
        writeln!(files[1].1, "C{i},Khu phố {i},neighbourhood,W{ward}").unwrap();
        writeln!(files[2].1, "O{i},Nguyễn Văn {i},Ủy viên").unwrap();
        writeln!(files[3].1, "C{i},O{i},2018-01-01,143-TB/TU").unwrap();
        writeln!(files[4].1, "2018-07,C{i},2018-07-05,O{i},25,20").unwrap();
    }
    files
}

fn benches(c: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let month = Period::new(2018, 7).unwrap();
    let today = stamp().today;

    let mut store = town(&folder.path().join("town.db"));
    c.bench_function("town: read and judge a month", |b| {
        b.iter(|| {
            let facts = store.read(None, |db| db.facts(PeriodSpan::single(month))).unwrap();
            black_box(month_coverage(&facts, month, today).rows.len())
        });
    });

    let files = large(10_000);
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let mut large = book(&folder.path().join("large.db"));
    import_into(&mut large, &files);
    c.bench_function("10,000 cells: read and judge a month", |b| {
        b.iter(|| {
            let facts = large.read(None, |db| db.facts(PeriodSpan::single(month))).unwrap();
            black_box(month_coverage(&facts, month, today).rows.len())
        });
    });
    c.bench_function("10,000 cells: import", |b| {
        b.iter_batched(
            || {
                let file = tempfile::NamedTempFile::new_in(folder.path()).unwrap();
                let path = file.path().with_extension("db");
                book(&path)
            },
            |mut store| import_into(&mut store, &files),
            BatchSize::PerIteration,
        );
    });

    programs(c, folder.path());
}

/// The program as the clerk starts it, process and all.
fn programs(c: &mut Criterion, folder: &Path) {
    let db = folder.join("program.db");
    drop(town(&db));
    let chibo = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_chibo"));
        command.args(arguments).arg("--db").arg(&db).env("CHIBO_TODAY", "2018-08-08");
        command.output().unwrap()
    };
    c.bench_function("program: --version", |b| b.iter(|| chibo(&["--version"])));
    c.bench_function("program: report of the town's month", |b| {
        b.iter(|| chibo(&["report", "--period", "2018-07"]));
    });
    let log = ["log-meeting", "P3-06", "--on", "2018-07-05", "--visitor", "assigned"];
    c.bench_function("program: log-meeting and undo", |b| {
        b.iter(|| {
            assert!(chibo(&log).status.success());
            assert!(chibo(&["undo"]).status.success());
        });
    });
}

criterion_group!(all, benches);
criterion_main!(all);

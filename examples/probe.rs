use chibo::domain::*;
use chibo::ops;
use chibo::store::*;
use std::time::Instant;
fn main() {
    let now = Moment::from_iso("2018-08-08T00:00:00.000Z").unwrap();
    let stamp = |dry| Stamp {
        now,
        today: Date::new(2099, 12, 31).unwrap(),
        actor: "x".into(),
        dry_run: dry,
    };
    let p = std::path::Path::new("/tmp/try/probe.db");
    std::fs::copy("/tmp/try/b.db", p).unwrap();
    let mut store = Store::open(p, |_| false).unwrap();
    let mut n = 0;
    let mut run = |dry: bool, k: usize| {
        let t = Instant::now();
        for _ in 0..k {
            n += 1;
            let month =
                std::iter::successors(Period::new(2018, 9), |m| Some(m.next())).nth(n / 6).unwrap();
            let req = ops::LogMeeting {
                cell: format!("P1-{:02}", n % 6 + 1),
                kind: MeetingKind::Regular,
                period: Some(month),
                outcome: ops::OutcomeEntry::Held(Box::new(ops::HeldEntry {
                    on: month.first_day().plus_days(4),
                    visitors: ops::VisitorsGiven::Officials(vec!["TUV-01".into()]),
                    reasons: ops::ReasonsGiven::None,
                    counts: Default::default(),
                    remarks: None,
                    prepared: None,
                    theme: None,
                    self_score: None,
                    confirmed_score: None,
                    grade: None,
                    minutes_no: None,
                })),
                note: None,
                recommend: vec![],
                area: Area::Other,
            };
            store
                .write(stamp(dry), |db| {
                    let l = ops::log_meeting(db, req)?;
                    ops::guard_closed_months(db, ops::Late::Refused)?;
                    Ok::<_, ops::OpError>(l.number)
                })
                .unwrap();
        }
        t.elapsed() / k as u32
    };
    println!("dry {:?}", run(true, 2000));
    let mut s2 = Store::open(p, |_| false).unwrap();
    let t = Instant::now();
    for _ in 0..200 {
        s2.read(None, |db| {
            db.register()?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    }
    println!("register {:?}", t.elapsed() / 200);
    let t = Instant::now();
    for _ in 0..200 {
        let s = Store::open(p, |_| false).unwrap();
        drop(s);
    }
    println!("open {:?}", t.elapsed() / 200);
}

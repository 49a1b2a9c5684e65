//! A today that is not the machine's, and a clock that was wrong once: what is recorded under them says so.

use chibo::domain::{Date, Moment, Verb};
use chibo::store::{Grounds, Stamp, Store, StoreError};

use crate::desk::Desk;

/// A desk on which today is what the machine says.
fn today_desk() -> Desk {
    let mut desk = Desk::with_sample();
    desk.unset("CHIBO_TODAY");
    desk
}

/// Records an operation as a program did whose clock was wrong.
fn recorded_at(desk: &Desk, time: &str) {
    let mut store =
        Store::open_to_change(&desk.path("book.db"), |_| false, Box::new(|_| {})).unwrap();
    let now = Moment::from_iso(time).unwrap();
    let today = Date::new(2018, 8, 8).unwrap();
    let stamp = Stamp { now, today, actor: "clerk".to_owned(), dry_run: false };
    let write = store.write(stamp, |db| -> Result<_, StoreError> {
        db.begin(Verb::Config, serde_json::json!({ "key": "office" }), Grounds::NONE)
    });
    write.unwrap();
}

#[test]
fn a_change_under_a_today_after_the_machines_date_says_so_and_closes_no_month() {
    let mut desk = today_desk();
    let said = desk.says("--today 2099-12-31 config office A");
    let note = "Note: what stands for today is 2099-12-31 (--today or CHIBO_TODAY), after the machine's date, 20";
    assert!(said.starts_with(note), "{said}");
    desk.set("CHIBO_TODAY", "2099-01-01");
    let said = desk.says("config office B");
    assert!(said.contains("Note: what stands for today is 2099-01-01"), "{said}");
    let said = desk.refuses(1, "close 12/2098 --with-gaps");
    assert!(said.contains("No month is closed as of a day to come"), "{said}");
    // Also one that is over by every clock, and without keeping it.
    for line in ["close 7/2018 --with-gaps", "close 7/2018 --with-gaps --dry-run"] {
        let said = desk.refuses(1, line);
        assert!(said.contains("CHIBO_TODAY"), "{said}");
    }
    desk.set("CHIBO_LANG", "vi");
    let said = desk.refuses(1, "close 7/2018 --with-gaps");
    assert!(said.contains("Không chốt tháng theo một ngày chưa tới"), "{said}");
    assert!(desk.says("config office C").contains("Lưu ý: ngày coi là hôm nay là 01/01/2099"));
    // What only reads says nothing.
    assert_eq!(desk.run("report --period 7/2018 --format csv").stderr, "");
    desk.unset("CHIBO_TODAY");
    assert!(!desk.says("config office D").contains("Lưu ý"));
    desk.says("close 7/2018 --with-gaps");
}

#[test]
fn what_follows_an_operation_of_a_clock_far_ahead_says_so_and_check_too() {
    let mut desk = today_desk();
    desk.ok("check");
    recorded_at(&desk, "2099-12-31T10:00:00.000Z");
    let said = desk.says("config office A");
    assert!(said.contains("operation 2 was recorded at 2099-12-31 10:00:00"), "{said}");
    assert!(said.contains("dates in --known-at cannot tell these operations apart"), "{said}");
    // Nothing is recorded by a dry run or a refusal.
    assert!(!desk.says("config office B --dry-run").contains("2099"));
    assert!(!desk.refuses(1, "undo 1").contains("2099"));
    let found = desk.run("check");
    assert_eq!(found.status, 5, "{}", found.all());
    assert!(
        found.stdout.contains("The newest operation, 3, was recorded at 2099-12-31 10:00:00 UTC")
    );
    assert!(desk.run("check --format csv").stdout.lines().nth(1).unwrap().starts_with("clock,"));
    desk.set("CHIBO_LANG", "vi");
    assert!(
        desk.says("config office B").contains("nhưng thao tác 3 đã ghi lúc 31/12/2099 10:00:00")
    );
    assert!(desk.run("check").stdout.contains("Thao tác mới nhất, số 4, ghi lúc"));
    // The file itself is whole: backups of it are.
    let said = desk.says("backup one.bak");
    assert!(!said.contains("sai lệch"), "{said}");
    desk.says("restore one.bak");
}

#[test]
fn a_clock_set_back_by_a_moment_is_no_finding_once_it_is_past_it() {
    let desk = today_desk();
    recorded_at(&desk, "2018-01-01T00:00:00.000Z");
    assert!(!desk.says("config office A").contains("Note"));
    desk.ok("check");
}

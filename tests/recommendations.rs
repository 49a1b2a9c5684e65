//! What became of recommendations, number by number, on small towns written as files.

use chibo::domain::{
    Date, FollowUp, Keyword, Period, PeriodSpan, Share, find_cell, find_committee,
};
use chibo::report::{Listed, RaisedScope, RecommendationsReport, recommendation_lines};

mod common;

use common::book::Book;
use common::csv::csv_of;
use common::town::Town;

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

/// Two wards with three cells that met in July and August.
fn town() -> Town {
    Town {
        cells: vec![
            "A,Khu phố A,neighbourhood,P1,2010-01-01,,",
            "B,Khu phố B,neighbourhood,P1,2010-01-01,,",
            "C,Thôn C,village,P2,2010-01-01,,",
        ],
        meetings: vec![
            "2018-07,A,2018-07-05,,none,",
            "2018-07,B,2018-07-06,,none,",
            "2018-07,C,2018-07-07,,none,",
            "2018-08,A,2018-08-05,,none,",
            "2018-08,B,2018-08-06,,none,",
        ],
        ..Town::default()
    }
}

/// What is on record of recommendations once these rows are imported.
fn follow_up(raised: &[&str], steps: &[&str], links: &[&str]) -> FollowUp {
    let mut book = Book::new(day("2026-01-01"));
    let own = [
        ("recommendations.csv", csv_of("id,cell,period,raised_on,text", raised)),
        ("recommendation_steps.csv", csv_of("id,step,on,to,document,text", steps)),
        ("recommendation_links.csv", csv_of("id,same_as", links)),
    ];
    book.add(&[&town().files()[..], &own].concat()).unwrap();
    book.store.read(None, |db| db.follow_up()).unwrap()
}

const RAISED: &[&str] = &[
    "K1,A,2018-07,2018-07-05,Nạo vét mương",
    "K2,B,2018-07,,Nạo vét mương",
    "K3,C,2018-07,2018-07-07,Sửa đường",
    "K4,A,2018-08,2018-08-05,Lắp đèn",
    "K5,C,2018-09,2018-09-01,Thêm tài liệu",
];

const STEPS: &[&str] = &[
    "K1,sent,2018-07-10,UBND phường,12/CV,",
    "K1,resolved,2018-07-20,,,Đã nạo vét",
    "K1,reported-back,2018-08-05,,,",
    "K3,sent,2018-07-15,Phòng Quản lý đô thị,,",
    "K3,answered,2018-07-25,,,Sang năm làm",
];

/// Each matter in short: codes, stage, day since when, age, who has it.
fn short(report: &RecommendationsReport<'_>) -> Vec<String> {
    let line = |line: &chibo::report::MatterLine<'_>| {
        let codes: Vec<&str> = line.matter.members.iter().map(|one| one.code.as_str()).collect();
        let standing = &line.standing;
        let to = standing.sent.iter().filter_map(|step| Some(step.to.as_ref()?.as_str()));
        let to: String = to.map(|to| format!(" {to}")).collect();
        let overdue = if line.is_overdue() { " !" } else { "" };
        let (stage, since) = (standing.stage.key(), standing.since);
        format!("{} {stage} {since} {}{to}{overdue}", codes.join(" "), standing.age)
    };
    report.lines().map(line).collect()
}

#[test]
fn open_matters_come_first_the_oldest_before_others_and_one_of_several_cells_is_one() {
    let facts = follow_up(RAISED, STEPS, &["K2,K1"]);
    let report = RecommendationsReport::build(&facts, day("2018-08-31"), RaisedScope::default());
    assert_eq!(
        short(&report),
        [
            "K3 answered 2018-07-25 55 Phòng Quản lý đô thị",
            "K4 raised 2018-08-05 26 !",
            // Told to A; B met on 6 August and was not told.
            "K1 K2 resolved 2018-07-20 15 UBND phường !",
        ]
    );
    assert!(report.has_overdue());
    // Apart from each other, B has a matter that nobody was given.
    let facts = follow_up(RAISED, STEPS, &[]);
    let report = RecommendationsReport::build(&facts, day("2018-08-31"), RaisedScope::default());
    assert_eq!(
        short(&report),
        [
            // Raised without a day: on that of the meeting.
            "K2 raised 2018-07-06 56 !",
            "K3 answered 2018-07-25 55 Phòng Quản lý đô thị",
            "K4 raised 2018-08-05 26 !",
            "K1 resolved 2018-07-20 15 UBND phường",
        ]
    );
}

#[test]
fn figures_count_a_matter_once_and_at_each_of_its_committees() {
    let facts = follow_up(RAISED, STEPS, &["K5,K1"]);
    let report = RecommendationsReport::build(&facts, day("2018-09-30"), RaisedScope::default());
    let share = |k, n| Share { k, n };
    let figures = report.figures();
    // K1 with K5 is resolved, and the cell of K5 was not told; K3 is answered.
    assert_eq!(figures.raised(), 4);
    assert_eq!(figures.settled, share(1, 4));
    assert_eq!(figures.resolved, share(1, 4));
    assert_eq!(figures.declined, share(0, 4));
    assert_eq!(figures.answered, share(2, 4));
    assert_eq!(figures.reported_back, share(0, 2));
    let committees: Vec<(String, u64, Share, Share)> = report
        .committees()
        .into_iter()
        .map(|(of, figures)| {
            (of.code.to_string(), figures.raised(), figures.settled, figures.reported_back)
        })
        .collect();
    assert_eq!(
        committees,
        [
            ("P1".to_owned(), 3, share(1, 3), share(0, 1)),
            ("P2".to_owned(), 2, share(1, 2), share(0, 2)),
        ]
    );
}

#[test]
fn steps_and_recommendations_after_the_day_do_not_count() {
    let facts = follow_up(RAISED, STEPS, &["K2,K1"]);
    let on = |today: &str| {
        let report = RecommendationsReport::build(&facts, day(today), RaisedScope::default());
        short(&report)
    };
    assert_eq!(on("2018-07-01"), ["K2 raised 2018-07-31 0 !"], "its month has begun");
    assert_eq!(
        on("2018-07-12"),
        ["K1 K2 sent 2018-07-10 7 UBND phường", "K3 raised 2018-07-07 5 !"]
    );
    // Neither has met since the news, so that nobody was forgotten.
    assert_eq!(
        on("2018-07-31"),
        [
            "K3 answered 2018-07-25 24 Phòng Quản lý đô thị",
            "K1 K2 resolved 2018-07-20 15 UBND phường",
        ]
    );
}

#[test]
fn a_report_is_limited_to_months_cells_and_committees() {
    let facts = follow_up(RAISED, STEPS, &["K2,K1"]);
    let today = day("2018-09-30");
    let codes = |scope: RaisedScope| -> Vec<String> {
        let report = RecommendationsReport::build(&facts, today, scope);
        short(&report).iter().map(|line| line[..5].trim_end().to_owned()).collect()
    };
    let month = |month: &str| PeriodSpan::single(Period::from_iso(month).unwrap());
    let cell = |text| find_cell(&facts.register, text, today).unwrap();
    let committee = find_committee(&facts.register, "P2", today).unwrap();
    let all = RaisedScope::default();
    assert_eq!(codes(RaisedScope { span: Some(month("2018-08")), ..all }), ["K4 ra"]);
    assert_eq!(codes(RaisedScope { cell: Some(cell("B")), ..all }), ["K1 K2"]);
    assert_eq!(codes(RaisedScope { committee: Some(committee), ..all }), ["K3 an", "K5 ra"]);
}

#[test]
fn the_list_picks_what_is_open_settled_or_to_be_told() {
    let facts = follow_up(RAISED, STEPS, &["K2,K1"]);
    let codes = |listed| -> Vec<String> {
        let all = RaisedScope::default();
        let lines = recommendation_lines(&facts, day("2018-09-30"), (all, listed));
        lines.iter().map(|line| line.one.code.to_string()).collect()
    };
    assert_eq!(codes(Listed::All), ["K1", "K2", "K3", "K4", "K5"]);
    assert_eq!(codes(Listed::Open), ["K3", "K4", "K5"]);
    assert_eq!(codes(Listed::Settled), ["K1", "K2"]);
    assert_eq!(codes(Listed::ToReportBack), ["K2", "K3"]);
}

//! Files through drafts and plan into a record file, and what is refused on the way.

use std::collections::HashSet;
use std::path::PathBuf;

use chibo::domain::{
    Area, CellId, Date, MeetingKind, Moment, Name, OfficialId, Period, PeriodSpan, Refusal,
    Setting, Verb, refusal,
};
use chibo::files::{CsvFile, FileKind, template_files};
use chibo::import::{Drafts, Faults, Options, Plan, Problem, plan, read, read_builtin};
use chibo::ops::{Base, OpError, base, register_dependants};
use chibo::render::{Dialect, csv};
use chibo::store::{Grounds, Reader, Stamp, Store, Writer};
use chibo::texts::Lang;

const COMMITTEES: &str = "code,name,kind,founded\nP1,Phường 1,ward,2009-01-01\n";
const CELLS: &str = "code,name,kind,committee,founded,dissolved\n\
    P1-01,Khu phố 1,neighbourhood,P1,2009-01-01,\nP1-02,Khu phố 2,neighbourhood,P1,2009-01-01,\n";
const CATEGORIES: &str = "code,label_vi,label_en\nboard-leader,Lãnh đạo ban,Board leader\n";
const OFFICIALS: &str = "code,full_name,title,category,active_from,active_until,from\n\
    TUV-01,Lê Văn Bình,Trưởng ban,board-leader,2015-07-15,,\n\
    TUV-02,Trần Thị Cúc,,,2015-07-15,,\n";
const ASSIGNMENTS: &str = "cell,official,from,until,document\nP1-01,TUV-01,2017-06-01,,143-TB/TU\n";
const MEETINGS: &str = "period,cell,kind,held_on,not_held_reason,visitors,absence_reason,total,present,note\n\
    2018-07,P1-01,regular,2018-07-05,,TUV-02,TUV-01=duty,25,20,\n\
    2018-07,P1-02,,,holiday,,,,,\n\
    2018-07,P1-02,congress,2018-07-09,,,,,,ghi chú\n";
const RECOMMENDATIONS: &str =
    "id,cell,period,raised_on,area,text\nKN-1,P1-01,2018-07,2018-07-05,,Nạo vét mương\n";
const SETTINGS: &str = "key,value\noffice,Văn phòng Thị ủy\nrecords_from,6/2017\n";

/// A small lawful town.
const TOWN: [(&str, &str); 8] = [
    ("committees.csv", COMMITTEES),
    ("cells.csv", CELLS),
    ("categories.csv", CATEGORIES),
    ("officials.csv", OFFICIALS),
    ("assignments.csv", ASSIGNMENTS),
    ("meetings.csv", MEETINGS),
    ("recommendations.csv", RECOMMENDATIONS),
    ("settings.csv", SETTINGS),
];

/// A new record file and imports into it.
struct Office {
    store: Store,
    _folder: tempfile::TempDir,
}

fn today() -> Date {
    Date::new(2018, 8, 31).unwrap()
}

fn stamp() -> Stamp {
    let now = Moment::from_iso("2018-08-31T08:00:00.000Z").unwrap();
    Stamp { now, today: today(), actor: "test".to_owned(), dry_run: false }
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chibo.db");
        let first = |db: &Writer<'_>| chibo::ops::init(db, None, None).map(|_| ());
        Store::create(&path, |_| false, stamp(), first).unwrap();
        Self { store: Store::open(&path, |_| false).unwrap(), _folder: folder }
    }

    /// An office whose record file holds the small town.
    fn of_town() -> Self {
        let mut office = Self::new();
        office.import(drafts(&TOWN), false).unwrap();
        office
    }

    fn import(&mut self, drafts: Drafts, amend: bool) -> Result<Plan, Faults> {
        let options = Options { amend, today: today() };
        let imported = self.store.write(stamp(), |db| -> Result<_, OpError> {
            let reader: &Reader<'_> = db;
            let base = base(reader, drafts.months())?;
            let fetch = |cells: &HashSet<CellId>, officials: &HashSet<OfficialId>| {
                register_dependants(reader, cells, officials)
            };
            let planned = plan(drafts, base, fetch, &options)?;
            if let Ok(plan) = &planned
                && !plan.batch.is_empty()
            {
                plan.batch.carry_out(db, Verb::Import, serde_json::json!({}), Grounds::NONE)?;
            }
            Ok(planned)
        });
        imported.unwrap()
    }

    fn add(&mut self, files: &[(&str, &str)]) -> Result<Plan, Faults> {
        self.import(drafts(files), false)
    }

    fn amend(&mut self, files: &[(&str, &str)]) -> Result<Plan, Faults> {
        self.import(drafts(files), true)
    }

    fn base(&mut self) -> Base {
        let month = Period::new(2018, 7).unwrap();
        let span = PeriodSpan::single(month);
        self.store.read(None, |db| base(db, Some(span))).unwrap()
    }
}

fn drafts(files: &[(&str, &str)]) -> Drafts {
    read_builtin(files, today())
}

/// Line, column and problem of each fault.
fn problems(result: Result<Plan, Faults>) -> Vec<(Option<u64>, Option<&'static str>, Problem)> {
    let faults = result.unwrap_err();
    assert!(faults.faults.len() <= faults.total);
    faults.faults.into_iter().map(|f| (f.line, f.column, f.problem)).collect()
}

fn only(result: Result<Plan, Faults>) -> (Option<u64>, Option<&'static str>, Problem) {
    let mut problems = problems(result);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

fn tally(plan: &Plan, kind: FileKind) -> (usize, usize, usize) {
    let tally = plan.added.iter().find(|(of, _)| *of == kind).map(|(_, tally)| *tally).unwrap();
    (tally.new, tally.changed, tally.same)
}

/// The town with one file in the place of its own, or besides.
fn town_with<'a>(name: &'a str, content: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = TOWN.into_iter().filter(|(other, _)| *other != name);
    others.chain([(name, content)]).collect()
}

#[test]
fn a_small_town_is_imported_and_importing_it_again_changes_nothing() {
    let mut office = Office::new();
    let plan = office.add(&TOWN).unwrap();
    assert_eq!(tally(&plan, FileKind::Cells), (2, 0, 0));
    assert_eq!(tally(&plan, FileKind::Meetings), (3, 0, 0));
    let day = |m: u32, d: u32| Date::new(2018, m, d).unwrap();
    assert!(plan.dates.contains(&(FileKind::Meetings, "held_on", day(7, 5), day(7, 9))));

    let base = office.base();
    assert_eq!(base.recommendations[0].area, Area::Other);
    assert!(base.settings.contains(&Setting::RecordsFrom(Period::new(2017, 6).unwrap())));
    let congress = base.meetings.iter().find(|m| m.kind == MeetingKind::Congress).unwrap();
    assert_eq!(congress.note.as_ref().unwrap().as_str(), "ghi chú");

    let again = office.add(&TOWN).unwrap();
    assert!(again.batch.is_empty());
    assert_eq!(tally(&again, FileKind::Officials), (0, 0, 2));
    assert_eq!(tally(&again, FileKind::Meetings), (0, 0, 3));
}

#[test]
fn the_sample_town_is_imported_and_importing_it_again_changes_nothing() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data/quang-tri"));
    let mut office = Office::new();
    let first = office.import(read(std::slice::from_ref(&folder), today()), false).unwrap();
    assert_eq!(tally(&first, FileKind::Cells), (27, 0, 0));
    assert_eq!(tally(&first, FileKind::Meetings), (402, 0, 0));
    let again = office.import(read(&[folder], today()), false).unwrap();
    assert!(again.batch.is_empty());
}

#[test]
fn the_templates_are_a_lawful_folder_with_nothing_in_it() {
    for (lang, dialect) in [(Lang::EN, Dialect::Plain), (Lang::VI, Dialect::Excel)] {
        let files = template_files(lang).map(|CsvFile { name, table }| {
            let mut bytes = Vec::new();
            csv(table, dialect, &mut bytes).unwrap();
            (name, String::from_utf8(bytes).unwrap())
        });
        let files: Vec<(String, String)> = files.collect();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert!(Office::new().add(&files).unwrap().batch.is_empty());
    }
}

#[test]
fn columns_may_be_labels_in_any_order_with_semicolons_a_byte_order_mark_and_crlf() {
    let cells = "\u{feff}ĐẢNG BỘ;Tên;Ma;Loại;Ngày thành lập\r\n\
        P1;Khu phố 1;P1-01;Khu phố;01/01/2009\r\nP1;Khu phố 2;P1-02;KHU PHO;1-1-2009\r\n";
    let again = Office::of_town().add(&[("cells.csv", cells)]).unwrap();
    assert_eq!(tally(&again, FileKind::Cells), (0, 0, 2));
}

#[test]
fn text_that_is_not_utf_8_is_refused_with_its_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("committees.csv");
    std::fs::write(&path, b"code,name,kind\nP1,A,ward\n\nP2,Ph\xb0\xed 2,ward\n").unwrap();
    let result = Office::new().import(read(&[path], today()), false);
    assert_eq!(only(result), (Some(4), Some("name"), Problem::NotUtf8 { utf16: false }));
}

#[test]
fn a_date_that_can_only_be_month_first_makes_all_slash_dates_of_its_file_doubtful() {
    let meetings = "period,cell,held_on,visitors\n2018-07,P1-01,5/7/2018,none\n\
        2018-07,P1-02,07/25/2018,none\n2018-06,P1-02,6/6/2018,none\n";
    let found = problems(Office::of_town().add(&[("meetings.csv", meetings)]));
    assert_eq!(found.len(), 2, "{found:#?}");
    let suspect = Problem::SlashDatesSuspect { line: 3, text: "07/25/2018".to_owned() };
    assert_eq!(found[0], (Some(2), Some("held_on"), suspect));
    let (line, _, problem) = &found[1];
    assert_eq!(*line, Some(3));
    let Problem::Refused(Refusal::Calendar(refusal::Calendar::DateImpossible {
        month_first, ..
    })) = problem
    else {
        panic!("{problem:?}");
    };
    assert!(month_first.is_some());
}

#[test]
fn an_unknown_column_is_refused_with_the_nearest_key() {
    let settings = "key,value,valeu\noffice,A,\n";
    let (line, _, problem) = only(Office::new().add(&[("settings.csv", settings)]));
    assert_eq!((line, problem), (Some(1), Problem::UnknownColumn { near: Some("value") }));
}

#[test]
fn a_missing_key_column_is_refused_once_and_nothing_is_said_of_what_refers_to_it() {
    let files = town_with("cells.csv", "name,kind,committee\nA,village,P1\nB,village,P1\n");
    assert_eq!(only(Office::new().add(&files)), (Some(1), Some("code"), Problem::ColumnMissing));
}

#[test]
fn a_column_that_a_new_record_needs_is_missed_once() {
    let files = town_with(
        "meetings.csv",
        "period,cell,held_on\n2018-07,P1-01,2018-07-05\n2018-07,P1-02,2018-07-05\n",
    );
    let missed = only(Office::new().add(&files));
    assert_eq!(missed, (None, Some("visitors"), Problem::ColumnMissing));
}

#[test]
fn a_column_twice_a_row_too_long_and_an_empty_file_are_refused() {
    let twice = only(Office::new().add(&[("settings.csv", "key,value,Giá trị\n")]));
    assert_eq!(twice, (Some(1), Some("value"), Problem::ColumnTwice));
    let long = only(Office::new().add(&[("settings.csv", "key,value\noffice,A,B\n")]));
    assert_eq!(long, (Some(2), None, Problem::CellCount { expected: 2, found: 3 }));
    let empty = only(Office::new().add(&[("settings.csv", "")]));
    assert_eq!(empty, (None, None, Problem::EmptyFile));
}

#[test]
fn other_values_would_change_a_record_and_do_so_when_amending() {
    let mut office = Office::of_town();
    let meetings = "period,cell,visitors,total\n2018-07,P1-01,TUV-01;TUV-02,26\n";
    let found = problems(office.add(&[("meetings.csv", meetings)]));
    // The reason of an official who came after all is in the way, but only of the amendment.
    let change = |column, old: &str, new: &str| Problem::WouldChange {
        column,
        old: old.to_owned(),
        new: new.to_owned(),
    };
    assert_eq!(
        found,
        [
            (Some(2), Some("visitors"), change("visitors", "TUV-02", "TUV-01;TUV-02")),
            (Some(2), Some("total"), change("total", "25", "26")),
        ]
    );
    let (_, column, problem) = only(office.amend(&[("meetings.csv", meetings)]));
    assert_eq!(column, Some("absence_reason"));
    assert!(matches!(
        problem,
        Problem::Refused(Refusal::Meeting(refusal::Meeting::ReasonForVisitor { .. }))
    ));

    let meetings = "period,cell,total\n2018-07,P1-01,26\n";
    let plan = office.amend(&[("meetings.csv", meetings)]).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (0, 1, 0));
    let meeting = &plan.batch.meetings[0];
    let single = Some(PeriodSpan::single(meeting.period));
    let recorded = office.store.read(None, |db| base(db, single)).unwrap().meetings;
    assert!(recorded.iter().any(|old| old.id == meeting.id && old.key() == meeting.key()));
    assert_eq!(meeting.outcome.held().unwrap().visitors.len(), 1);
}

#[test]
fn new_records_among_changed_ones_are_numbered_as_they_are_written() {
    let mut office = Office::of_town();
    let before = office.base();
    let files = [
        (
            "categories.csv",
            "code,label_vi,label_en\nboard-leader,Lãnh đạo Ban,Board leader\nmember,Ủy viên,Member\nclerk,Cán bộ,Clerk\n",
        ),
        (
            "meetings.csv",
            "period,cell,held_on,visitors,total,present\n\
             2018-07,P1-01,2018-07-03,TUV-02,27,20\n\
             2018-05,P1-01,2018-05-03,none,25,20\n\
             2018-04,P1-01,2018-04-03,none,25,20\n",
        ),
    ];
    let plan = office.amend(&files).unwrap();
    assert_eq!(tally(&plan, FileKind::Categories), (2, 1, 0));
    assert_eq!(tally(&plan, FileKind::Meetings), (2, 1, 0));
    let new: Vec<_> = plan.batch.new_meetings.iter().collect();
    let months: Vec<_> = new.iter().map(|new| (new.period.to_string(), new.id.0)).collect();
    let next = before.next_meeting;
    assert_eq!(months, [("2018-04".to_owned(), next), ("2018-05".to_owned(), next + 1)]);
    // What was written bears the identities that were planned.
    let after = office.base();
    assert_eq!(after.categories_ever.codes.len(), before.categories_ever.codes.len() + 2);
    for category in &plan.batch.categories {
        assert_eq!(after.register.category(category.id), category);
    }
    for meeting in plan.batch.meetings.into_iter().chain(new) {
        let single = Some(PeriodSpan::single(meeting.period));
        let recorded = office.store.read(None, |db| base(db, single)).unwrap().meetings;
        assert!(recorded.contains(&meeting), "{meeting:?}");
    }
    let again = office.add(&files).unwrap();
    assert!(again.batch.is_empty());
}

#[test]
fn an_absent_column_leaves_the_value_and_an_empty_cell_is_a_value() {
    let mut office = Office::of_town();
    let same = office.add(&[("cells.csv", "code,regular_day\nP1-01,\n")]).unwrap();
    assert!(same.batch.is_empty());
    let (_, column, problem) = only(office.add(&[("cells.csv", "code,founded\nP1-01,\n")]));
    assert_eq!(column, Some("founded"));
    assert!(matches!(problem, Problem::WouldChange { new, .. } if new.is_empty()));
}

#[test]
fn a_row_from_a_new_day_adds_a_dated_value_without_amending() {
    let mut office = Office::of_town();
    let cells = "code,name,committee,kind,from\nP1-01,Khu phố Một,P1,,2018-01-01\n";
    let plan = office.add(&[("cells.csv", cells)]).unwrap();
    assert_eq!(tally(&plan, FileKind::Cells), (0, 1, 0));
    let cell = &plan.batch.cells[0];
    let name = |year| cell.standings.at(Date::new(year, 1, 1).unwrap()).name.clone();
    assert_eq!((name(2017).as_str(), name(2018).as_str()), ("Khu phố 1", "Khu phố Một"));
    assert!(office.add(&[("cells.csv", cells)]).unwrap().batch.is_empty());
    let other = cells.replace("Một", "Mốt");
    let (_, column, _) = only(office.add(&[("cells.csv", &other)]));
    assert_eq!(column, Some("name"));
}

#[test]
fn a_code_may_stand_on_several_rows_whose_undated_columns_are_empty_or_equal() {
    let cells = "code,name,kind,committee,founded,from\n\
        P1-01,B,,P1,,2018-01-01\nP1-01,A,village,P1,2009-01-01,2009-01-01\nP1-02,C,village,P1,1/1/2009,\n";
    let plan = Office::new().add(&town_with("cells.csv", cells)).unwrap();
    let cell = &plan.batch.cells[0];
    assert_eq!(cell.standings.first().name, Name::new("A").unwrap());
    assert_eq!(cell.standings.latest().name, Name::new("B").unwrap());

    let cells = cells.replace("P1-01,B,,P1", "P1-01,B,school,P1");
    let (line, column, problem) = only(Office::new().add(&town_with("cells.csv", &cells)));
    assert_eq!((line, column), (Some(2), Some("kind")));
    assert_eq!(problem, Problem::UndatedDiffers { line: 3, value: "village".to_owned() });
}

#[test]
fn a_cell_has_a_name_from_its_first_day_on() {
    for founded in ["2009-01-01", ""] {
        let cells =
            format!("code,name,kind,committee,founded,from\nX,A,village,P1,{founded},2018-01-01\n");
        let files = [("committees.csv", COMMITTEES), ("cells.csv", cells.as_str())];
        let (line, column, problem) = only(Office::new().add(&files));
        assert_eq!((line, column), (Some(2), Some("from")));
        assert!(matches!(problem, Problem::FromAfterBeginning { .. }), "{problem:?}");
    }
}

#[test]
fn before_the_earliest_row_of_an_official_his_post_is_unknown() {
    let officials =
        "code,full_name,title,active_from,order,from\nX,Lê A,Chủ tịch,2015-01-01,3,2018-01-01\n";
    let mut office = Office::new();
    let plan = office.add(&[("officials.csv", officials)]).unwrap();
    let posts = &plan.batch.officials[0].posts;
    assert_eq!(posts.first().title, None);
    assert_eq!(posts.latest().title.as_ref().unwrap().as_str(), "Chủ tịch");
    assert!(office.add(&[("officials.csv", officials)]).unwrap().batch.is_empty());
    let without_order = officials.replace(",3,", ",,");
    let (_, column, _) = only(office.add(&[("officials.csv", &without_order)]));
    assert_eq!(column, Some("order"));
}

#[test]
fn a_held_regular_meeting_that_says_nothing_of_visitors_is_refused() {
    let meetings = "period,cell,kind,held_on,not_held_reason,visitors\n2018-07,P1-01,,2018-07-05,,\n\
        2018-07,P1-01,thematic,2018-07-05,,\n2018-06,P1-01,,,holiday,\n2018-05,P1-01,,2018-05-05,,Không có\n";
    let found = only(Office::new().add(&town_with("meetings.csv", meetings)));
    assert_eq!(found, (Some(2), Some("visitors"), Problem::VisitorsEmpty));
}

#[test]
fn a_meeting_has_exactly_one_of_a_day_and_a_reason_and_nothing_more_if_not_held() {
    let meetings = "period,cell,held_on,not_held_reason,visitors,total,present\n\
        2018-07,P1-01,2018-07-05,holiday,none,,\n2018-06,P1-01,,,none,,\n\
        2018-05,P1-01,,holiday,TUV-01,3,\n";
    let found = problems(Office::new().add(&town_with("meetings.csv", meetings)));
    let expected = [
        (Some(2), Some("not_held_reason"), Problem::HeldAndNotHeld),
        (Some(3), Some("held_on"), Problem::NeitherHeldNorNotHeld),
        (Some(4), Some("visitors"), Problem::NotHeldHasMore),
        (Some(4), Some("total"), Problem::NotHeldHasMore),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_same_row_twice_counts_once_and_another_one_names_the_first() {
    let twice = MEETINGS.to_owned() + "2018-07,p1-01,Định kỳ,5/7/2018,,tuv-02,TUV-01=duty,25,20,\n";
    let plan = Office::new().add(&town_with("meetings.csv", &twice)).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (3, 0, 0));

    let other = twice.replace("5/7/2018", "6/7/2018");
    let (line, _, problem) = only(Office::new().add(&town_with("meetings.csv", &other)));
    let first = Problem::DuplicateRow { file: "meetings.csv".to_owned(), line: 2 };
    assert_eq!((line, problem), (Some(5), first));

    let cells = CELLS.to_owned() + "P1-02,Khu phố Hai,neighbourhood,P1,2009-01-01,\n";
    let (line, _, problem) = only(Office::new().add(&town_with("cells.csv", &cells)));
    let first = Problem::DuplicateRow { file: "cells.csv".to_owned(), line: 3 };
    assert_eq!((line, problem), (Some(4), first));
}

#[test]
fn an_unknown_code_is_refused_with_the_nearest_ones() {
    let assignments = "cell,official,from\nP1-1,TUV-01,2018-01-01\n";
    let (line, column, problem) =
        only(Office::new().add(&town_with("assignments.csv", assignments)));
    assert_eq!((line, column), (Some(2), Some("cell")));
    let Problem::UnknownCode { near, .. } = problem else { panic!("{problem:?}") };
    assert_eq!(near[0].to_string(), "P1-01 Khu phố 1");
}

#[test]
fn a_code_whose_own_row_is_faulty_is_not_unknown_besides() {
    let cells = CELLS.replace("P1-01,Khu phố 1,neighbourhood", "P1-01,Khu phố 1,khu");
    let (line, column, problem) = only(Office::new().add(&town_with("cells.csv", &cells)));
    assert_eq!((line, column), (Some(2), Some("kind")));
    assert!(matches!(problem, Problem::WordUnknown { .. }));
}

#[test]
fn two_visitors_for_the_same_days_are_accepted_and_one_twice_is_not() {
    let two = ASSIGNMENTS.to_owned() + "P1-01,TUV-02,2017-07-01,,\n";
    assert!(Office::new().add(&town_with("assignments.csv", &two)).is_ok());
    let twice = ASSIGNMENTS.to_owned() + "P1-01,TUV-01,2017-07-01,,\n";
    let (line, _, problem) = only(Office::new().add(&town_with("assignments.csv", &twice)));
    assert_eq!(line, Some(3));
    assert!(matches!(
        problem,
        Problem::Refused(Refusal::Assignment(refusal::Assignment::Overlaps { .. }))
    ));
    let earlier = "cell,official,from,until\nP1-01,TUV-01,2017-01-01,2018-01-01\n";
    let (_, _, problem) = only(Office::of_town().add(&[("assignments.csv", earlier)]));
    assert!(matches!(
        problem,
        Problem::Refused(Refusal::Assignment(refusal::Assignment::Overlaps { .. }))
    ));
}

#[test]
fn a_changed_life_is_checked_against_everything_that_hangs_on_it() {
    let mut office = Office::of_town();
    let cells = "code,dissolved\nP1-02,2018-07-09\n";
    let (line, _, problem) = only(office.amend(&[("cells.csv", cells)]));
    assert_eq!(line, Some(2));
    let Problem::Refused(Refusal::Ending(refusal::Ending::MeetingsInTheWay {
        thing,
        meetings,
        ..
    })) = problem
    else {
        panic!("{problem:?}");
    };
    assert_eq!((thing.code.as_str(), meetings.len()), ("P1-02", 1));
    let later = "code,dissolved\nP1-02,2018-07-10\n";
    assert_eq!(office.amend(&[("cells.csv", later)]).unwrap().batch.len(), 1);

    let officials = "code,active_from\nTUV-01,2017-07-01\n";
    let (_, _, problem) = only(office.amend(&[("officials.csv", officials)]));
    assert!(
        matches!(problem, Problem::Refused(Refusal::Register(refusal::Register::NotThere { .. }))),
        "{problem:?}"
    );
    let committees = "code,dissolved\nP1,2018-01-01\n";
    let found = problems(office.amend(&[("committees.csv", committees)]));
    assert_eq!(found.len(), 2);
    assert!(matches!(
        found[0].2,
        Problem::Refused(Refusal::Register(refusal::Register::CommitteeGone { .. }))
    ));
}

#[test]
fn a_succession_needs_two_cells_that_can_follow_each_other() {
    let files = |line: &str| {
        let content = format!("from_cell,to_cell,on\n{line}\n");
        Office::of_town().add(&[("successions.csv", &content)])
    };
    assert!(files("P1-01,P1-02,2010-01-01").is_ok());
    let refusal = |line| match only(files(line)).2 {
        Problem::Refused(refusal) => refusal,
        problem => panic!("{problem:?}"),
    };
    assert!(matches!(
        refusal("P1-01,p1-01,2010-01-01"),
        Refusal::Register(refusal::Register::SuccessionToItself { .. })
    ));
    assert!(matches!(
        refusal("P1-01,P1-02,2009-01-01"),
        Refusal::Register(refusal::Register::NotThere { .. })
    ));
    assert!(matches!(
        refusal("P1-01,P1-02,2008-01-01"),
        Refusal::Register(refusal::Register::NotThere { .. })
    ));
}

#[test]
fn a_first_setting_is_added_and_another_value_would_change_it() {
    let mut office = Office::of_town();
    let found = only(office.add(&[("settings.csv", "key,value\nrecords_from,2018-01\n")]));
    let old = "2017-06".to_owned();
    let new = "2018-01".to_owned();
    let change = Problem::WouldChange { column: "value", old, new };
    assert_eq!(found, (Some(2), Some("value"), change));
}

#[test]
fn a_file_of_another_name_in_a_folder_is_never_passed_over_in_silence() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| {
        std::fs::write(folder.path().join(name), content).unwrap();
    };
    let import = || Office::new().import(read(&[folder.path().to_owned()], today()), false);
    assert_eq!(only(import()).2, Problem::NoKnownFile);
    write("Settings.CSV", SETTINGS);
    write("inspections.csv", "cell,on\n");
    write("readme.txt", "x");
    let plan = import().unwrap();
    assert_eq!(plan.batch.settings.len(), 2);
    assert!(plan.ignored[0].ends_with("readme.txt"));
    write("inspections.csv", "cell,on\nP1-01,2018-07-05\n");
    assert_eq!(only(import()), (Some(2), None, Problem::NotReadYet));
    write("inspections.csv", "cell,on\n");
    write("meeting.csv", MEETINGS);
    assert_eq!(only(import()).2, Problem::UnknownFile { near: Some("meetings.csv") });
}

#[test]
fn a_file_given_by_path_is_recognised_by_its_columns() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("P1 tháng 7.csv");
    std::fs::write(&path, MEETINGS).unwrap();
    let mut office = Office::of_town();
    let plan = office.import(read(std::slice::from_ref(&path), today()), false).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (0, 0, 3));
    std::fs::write(&path, "code,name\nP1,A\n").unwrap();
    let found = only(office.import(read(&[path], today()), false));
    assert_eq!(found.2, Problem::KindUnclear { fits: Vec::new() });
}

#[test]
fn the_same_kind_of_file_twice_is_read_twice() {
    let ward = "period,cell,held_on,visitors\n2018-06,P1-02,2018-06-05,none\n";
    let files = [&TOWN[..], &[("meetings.csv", ward)]].concat();
    let plan = Office::new().add(&files).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (4, 0, 0));
}

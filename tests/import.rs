//! Files through drafts and plan into a record file, and what is refused on the way.

use std::path::PathBuf;

use chibo::domain::{
    Area, Date, MeetingKind, Name, OldEncoding, Period, PeriodSpan, Refusal, Setting, refusal,
};
use chibo::files::{FileKind, template_files};
use chibo::import::{Aside, Faults, Plan, Problem, Reading, Source, read};
use chibo::ops::{Base, base};
use chibo::render::Dialect;
use chibo::texts::Lang;

mod common;

use common::book::Book;
use common::csv::{csv_of, written};

const CELLS: &str = include_str!("data/one-of-each/cells.csv");
const COMMITTEES: &str = include_str!("data/one-of-each/committees.csv");
const ASSIGNMENTS: &str = include_str!("data/one-of-each/assignments.csv");
const MEETINGS: &str = include_str!("data/one-of-each/meetings.csv");
const SETTINGS: &str = include_str!("data/one-of-each/settings.csv");

/// A small lawful town.
const TOWN: [(&str, &str); 8] = [
    ("committees.csv", COMMITTEES),
    ("cells.csv", CELLS),
    ("categories.csv", include_str!("data/one-of-each/categories.csv")),
    ("officials.csv", include_str!("data/one-of-each/officials.csv")),
    ("assignments.csv", ASSIGNMENTS),
    ("meetings.csv", MEETINGS),
    ("recommendations.csv", include_str!("data/one-of-each/recommendations.csv")),
    ("settings.csv", SETTINGS),
];

fn today() -> Date {
    Date::new(2018, 8, 31).unwrap()
}

fn source(file: &str) -> Source {
    Source { file: file.to_owned(), sheet: None }
}

/// A new record file.
fn new_book() -> Book {
    Book::new(today())
}

/// A record file that holds the small town.
fn book_of_town() -> Book {
    let mut book = new_book();
    book.add(&TOWN).unwrap();
    book
}

/// What stands in a record file before an import of July 2018.
fn base_of(book: &mut Book) -> Base {
    base_in(book, Period::new(2018, 7).unwrap())
}

fn base_in(book: &mut Book, month: Period) -> Base {
    book.store.read(None, |db| base(db, Some(PeriodSpan::single(month)))).unwrap()
}

/// Line, column and problem of each fault.
fn problems(result: Result<Plan, Faults>) -> Vec<(Option<u32>, Option<&'static str>, Problem)> {
    let faults = result.unwrap_err();
    assert!(faults.faults.len() <= faults.total);
    faults
        .faults
        .into_iter()
        .map(|f| (f.at.lines.first().map(|(line, _)| *line), f.column, f.problem))
        .collect()
}

fn only(result: Result<Plan, Faults>) -> (Option<u32>, Option<&'static str>, Problem) {
    let mut problems = problems(result);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

fn tally(plan: &Plan, kind: FileKind) -> (usize, usize, usize) {
    let tally = plan.added.iter().find(|(of, _)| *of == kind).map(|(_, tally)| *tally).unwrap();
    (tally.new, tally.changed, tally.same)
}

/// The town with one file in the place of its own, or besides.
fn town_with<'a>(name: &'a str, content: &str) -> Vec<(&'a str, String)> {
    let others = TOWN.into_iter().filter(|(other, _)| *other != name);
    others.chain([(name, content)]).map(|(name, text)| (name, text.to_owned())).collect()
}

#[test]
fn a_small_town_is_imported_and_importing_it_again_changes_nothing() {
    let mut book = new_book();
    let plan = book.add(&TOWN).unwrap();
    assert_eq!(tally(&plan, FileKind::Cells), (2, 0, 0));
    assert_eq!(tally(&plan, FileKind::Meetings), (3, 0, 0));
    let day = |m: u32, d: u32| Date::new(2018, m, d).unwrap();
    assert!(plan.dates.contains(&(FileKind::Meetings, "held_on", day(7, 5), day(7, 9))));

    let base = base_of(&mut book);
    assert_eq!(base.records.recommendations[0].area, Area::Other);
    assert!(base.records.settings.contains(&Setting::RecordsFrom(Period::new(2017, 6).unwrap())));
    let congress = base.records.meetings.iter().find(|m| m.kind == MeetingKind::Congress).unwrap();
    assert_eq!(congress.note.as_ref().unwrap().as_str(), "ghi chú");

    let again = book.add(&TOWN).unwrap();
    assert!(again.change.is_empty());
    assert_eq!(tally(&again, FileKind::Officials), (0, 0, 2));
    assert_eq!(tally(&again, FileKind::Meetings), (0, 0, 3));
}

#[test]
fn the_sample_town_is_imported_and_importing_it_again_changes_nothing() {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data/quang-tri"));
    let mut book = new_book();
    let first =
        book.import(read(std::slice::from_ref(&folder), &Reading::on(today())), false).unwrap();
    assert_eq!(tally(&first, FileKind::Cells), (27, 0, 0));
    assert_eq!(tally(&first, FileKind::Meetings), (402, 0, 0));
    let again = book.import(read(&[folder], &Reading::on(today())), false).unwrap();
    assert!(again.change.is_empty());
}

#[test]
fn the_templates_are_a_lawful_folder_with_nothing_in_it() {
    for (lang, dialect) in [(Lang::EN, Dialect::Plain), (Lang::VI, Dialect::Excel(Lang::VI))] {
        let files: Vec<_> = template_files(lang).map(|file| written(file, dialect)).collect();
        assert!(new_book().add(&files).unwrap().change.is_empty());
    }
}

#[test]
fn columns_may_be_labels_in_any_order_with_semicolons_a_byte_order_mark_and_crlf() {
    let cells = "\u{feff}ĐẢNG BỘ;Tên;Ma;Loại;Ngày thành lập\r\n\
        P1;Khu phố 1;P1-01;Khu phố;01/01/2009\r\nP1;Khu phố 2;P1-02;KHU PHO;1-1-2009\r\n";
    let again = book_of_town().add(&[("cells.csv", cells)]).unwrap();
    assert_eq!(tally(&again, FileKind::Cells), (0, 0, 2));
}

#[test]
fn text_that_is_not_unicode_is_refused_with_its_line_and_what_it_seems_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("committees.csv");
    std::fs::write(&path, b"code,name,kind\nP1,A,ward\n\nP2,Ph\xad\xeang 2,ward\n").unwrap();
    let result = new_book().import(read(&[path], &Reading::on(today())), false);
    let found = Some(OldEncoding::Tcvn3);
    assert_eq!(only(result), (Some(4), None, Problem::NotUnicode { found }));
}

#[test]
fn a_date_that_can_only_be_month_first_makes_all_slash_dates_of_its_file_doubtful() {
    let meetings = &csv_of(
        "period,cell,held_on,visitors",
        &[
            "2018-07,P1-01,5/7/2018,none",
            "2018-07,P1-02,07/25/2018,none",
            "2018-06,P1-02,6/6/2018,none",
        ],
    );
    let found = problems(book_of_town().add(&[("meetings.csv", meetings)]));
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
    let settings = &csv_of("key,value,valeu", &["office,A,x"]);
    let (line, _, problem) = only(new_book().add(&[("settings.csv", settings)]));
    assert_eq!((line, problem), (Some(1), Problem::UnknownColumn { near: Some("value") }));
}

#[test]
fn a_missing_key_column_is_refused_once_and_nothing_is_said_of_what_refers_to_it() {
    let files =
        town_with("cells.csv", &csv_of("name,kind,committee", &["A,village,P1", "B,village,P1"]));
    assert_eq!(only(new_book().add(&files)), (Some(1), Some("code"), Problem::ColumnMissing));
}

#[test]
fn a_column_that_a_new_record_needs_is_missed_once() {
    let files = town_with(
        "meetings.csv",
        &csv_of("period,cell,held_on", &["2018-07,P1-01,2018-07-05", "2018-07,P1-02,2018-07-05"]),
    );
    let missed = only(new_book().add(&files));
    assert_eq!(missed, (None, Some("visitors"), Problem::ColumnMissing));
}

#[test]
fn a_column_twice_a_row_too_long_and_an_empty_file_are_refused() {
    let twice = only(new_book().add(&[("settings.csv", "key,value,Giá trị\n")]));
    assert_eq!(twice, (Some(1), Some("value"), Problem::ColumnTwice));
    let long = only(new_book().add(&[("settings.csv", csv_of("key,value", &["office,A,B"]))]));
    assert_eq!(long, (Some(2), None, Problem::CellCount { expected: 2, found: 3 }));
    let empty = only(new_book().add(&[("settings.csv", "")]));
    assert_eq!(empty, (None, None, Problem::EmptyFile));
}

#[test]
fn other_values_would_change_a_record_and_do_so_when_amending() {
    let mut book = book_of_town();
    let meetings = &csv_of("period,cell,visitors,total", &["2018-07,P1-01,TUV-01;TUV-02,26"]);
    let found = problems(book.add(&[("meetings.csv", meetings)]));
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
    let (_, column, problem) = only(book.amend(&[("meetings.csv", meetings)]));
    assert_eq!(column, Some("absence_reason"));
    assert!(matches!(
        problem,
        Problem::Refused(Refusal::Meeting(refusal::Meeting::ReasonForVisitor { .. }))
    ));

    let meetings = &csv_of("period,cell,total", &["2018-07,P1-01,26"]);
    let plan = book.amend(&[("meetings.csv", meetings)]).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (0, 1, 0));
    let meeting = &plan.change.meetings[0];
    let single = Some(PeriodSpan::single(meeting.period));
    let recorded = book.store.read(None, |db| base(db, single)).unwrap().records.meetings;
    assert!(recorded.iter().any(|old| old.id == meeting.id && old.key() == meeting.key()));
    assert_eq!(meeting.outcome.held().unwrap().visitors.len(), 1);
}

#[test]
fn new_records_among_changed_ones_are_numbered_as_they_are_written() {
    let mut book = book_of_town();
    let before = base_of(&mut book);
    let files = [
        (
            "categories.csv",
            csv_of(
                "code,label_vi,label_en",
                &[
                    "board-leader,Lãnh đạo Ban,Board leader",
                    "member,Ủy viên,Member",
                    "clerk,Cán bộ,Clerk",
                ],
            ),
        ),
        (
            "meetings.csv",
            csv_of(
                "period,cell,held_on,visitors,total,present",
                &[
                    "2018-07,P1-01,2018-07-03,TUV-02,27,20",
                    "2018-05,P1-01,2018-05-03,none,25,20",
                    "2018-04,P1-01,2018-04-03,none,25,20",
                ],
            ),
        ),
    ];
    let plan = book.amend(&files).unwrap();
    assert_eq!(tally(&plan, FileKind::Categories), (2, 1, 0));
    assert_eq!(tally(&plan, FileKind::Meetings), (2, 1, 0));
    let new: Vec<_> = plan.change.new_meetings.iter().collect();
    let months: Vec<_> = new.iter().map(|new| (new.period.to_string(), new.id.0)).collect();
    let next = before.next_meeting;
    assert_eq!(months, [("2018-04".to_owned(), next), ("2018-05".to_owned(), next + 1)]);
    // What was written bears the identities that were planned.
    let after = base_of(&mut book);
    assert_eq!(after.categories_ever.codes.len(), before.categories_ever.codes.len() + 2);
    for category in &plan.change.categories {
        assert_eq!(after.records.register.category(category.id), category);
    }
    for meeting in plan.change.meetings.into_iter().chain(new) {
        let recorded = base_in(&mut book, meeting.period).records.meetings;
        assert!(recorded.contains(&meeting), "{meeting:?}");
    }
    let again = book.add(&files).unwrap();
    assert!(again.change.is_empty());
}

#[test]
fn an_absent_column_leaves_the_value_and_an_empty_cell_is_a_value() {
    let mut book = book_of_town();
    let same = book.add(&[("cells.csv", csv_of("code,regular_day", &["P1-01,"]))]).unwrap();
    assert!(same.change.is_empty());
    let (_, column, problem) =
        only(book.add(&[("officials.csv", csv_of("code,active_from", &["TUV-01,"]))]));
    assert_eq!(column, Some("active_from"));
    assert!(matches!(problem, Problem::WouldChange { new, .. } if new.is_empty()));
}

#[test]
fn a_row_from_a_new_day_adds_a_dated_value_without_amending() {
    let mut book = book_of_town();
    let cells = &csv_of("code,name,committee,kind,from", &["P1-01,Khu phố Một,P1,,2018-01-01"]);
    let plan = book.add(&[("cells.csv", cells)]).unwrap();
    assert_eq!(tally(&plan, FileKind::Cells), (0, 1, 0));
    let cell = &plan.change.cells[0];
    let name = |year| cell.standings.at(Date::new(year, 1, 1).unwrap()).name.clone();
    assert_eq!((name(2017).as_str(), name(2018).as_str()), ("Khu phố 1", "Khu phố Một"));
    assert!(book.add(&[("cells.csv", cells)]).unwrap().change.is_empty());
    let other = cells.replace("Một", "Mốt");
    let (_, column, _) = only(book.add(&[("cells.csv", &other)]));
    assert_eq!(column, Some("name"));
}

#[test]
fn a_code_may_stand_on_several_rows_whose_undated_columns_are_empty_or_equal() {
    let cells = &csv_of(
        "code,name,kind,committee,founded,from",
        &[
            "P1-01,B,,P1,,2018-01-01",
            "P1-01,A,village,P1,2009-01-01,2009-01-01",
            "P1-02,C,village,P1,1/1/2009,",
        ],
    );
    let plan = new_book().add(&town_with("cells.csv", cells)).unwrap();
    let cell = &plan.change.cells[0];
    assert_eq!(cell.standings.first().name, Name::new("A").unwrap());
    assert_eq!(cell.standings.latest().name, Name::new("B").unwrap());

    let cells = cells.replace("P1-01,B,,P1", "P1-01,B,school,P1");
    let (line, column, problem) = only(new_book().add(&town_with("cells.csv", &cells)));
    assert_eq!((line, column), (Some(2), Some("kind")));
    assert_eq!(problem, Problem::UndatedDiffers { line: 3, value: "village".to_owned() });
}

#[test]
fn a_cell_has_a_name_from_its_first_day_on() {
    for founded in ["2009-01-01", ""] {
        let cells = csv_of(
            "code,name,kind,committee,founded,from",
            &[format!("X,A,village,P1,{founded},2018-01-01")],
        );
        let files = [("committees.csv", COMMITTEES), ("cells.csv", cells.as_str())];
        let (line, column, problem) = only(new_book().add(&files));
        assert_eq!((line, column), (Some(2), Some("from")));
        assert!(matches!(problem, Problem::FromAfterBeginning { .. }), "{problem:?}");
    }
}

#[test]
fn before_the_earliest_row_of_an_official_his_post_is_unknown() {
    let officials = &csv_of(
        "code,full_name,title,active_from,order,from",
        &["X,Lê A,Chủ tịch,2015-01-01,3,2018-01-01"],
    );
    let mut book = new_book();
    let plan = book.add(&[("officials.csv", officials)]).unwrap();
    let posts = &plan.change.officials[0].posts;
    assert_eq!(posts.first().title, None);
    assert_eq!(posts.latest().title.as_ref().unwrap().as_str(), "Chủ tịch");
    assert!(book.add(&[("officials.csv", officials)]).unwrap().change.is_empty());
    let without_order = officials.replace(",3,", ",,");
    let (_, column, _) = only(book.add(&[("officials.csv", &without_order)]));
    assert_eq!(column, Some("order"));
}

#[test]
fn a_held_regular_meeting_that_says_nothing_of_visitors_is_refused() {
    let meetings = &csv_of(
        "period,cell,kind,held_on,not_held_reason,visitors",
        &[
            "2018-07,P1-01,,2018-07-05,,",
            "2018-07,P1-01,thematic,2018-07-05,,",
            "2018-06,P1-01,,,holiday,",
            "2018-05,P1-01,,2018-05-05,,Không có",
        ],
    );
    let found = only(new_book().add(&town_with("meetings.csv", meetings)));
    assert_eq!(found, (Some(2), Some("visitors"), Problem::VisitorsEmpty));
}

#[test]
fn a_meeting_has_exactly_one_of_a_day_and_a_reason_and_nothing_more_if_not_held() {
    let meetings = &csv_of(
        "period,cell,held_on,not_held_reason,visitors,total,present",
        &[
            "2018-07,P1-01,2018-07-05,holiday,none,,",
            "2018-06,P1-01,,,none,,",
            "2018-05,P1-01,,holiday,TUV-01,,3",
        ],
    );
    let found = problems(new_book().add(&town_with("meetings.csv", meetings)));
    let expected = [
        (Some(2), Some("not_held_reason"), Problem::HeldAndNotHeld),
        (Some(3), Some("held_on"), Problem::NeitherHeldNorNotHeld),
        (Some(4), Some("visitors"), Problem::NotHeldHasMore),
        (Some(4), Some("present"), Problem::NotHeldHasMore),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_same_row_twice_counts_once_and_another_one_names_the_first() {
    let twice = MEETINGS.to_owned() + "2018-07,p1-01,Định kỳ,5/7/2018,,tuv-02,TUV-01=duty,25,20,\n";
    let plan = new_book().add(&town_with("meetings.csv", &twice)).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (3, 0, 0));

    let other = twice.replace("5/7/2018", "6/7/2018");
    let (line, _, problem) = only(new_book().add(&town_with("meetings.csv", &other)));
    let first = Problem::DuplicateRow { at: source("meetings.csv").line(2) };
    assert_eq!((line, problem), (Some(5), first));

    let cells = CELLS.to_owned() + "P1-02,Khu phố Hai,neighbourhood,P1,2009-01-01,\n";
    let (line, _, problem) = only(new_book().add(&town_with("cells.csv", &cells)));
    let first = Problem::DuplicateRow { at: source("cells.csv").line(3) };
    assert_eq!((line, problem), (Some(4), first));
}

#[test]
fn an_unknown_code_is_refused_with_the_nearest_ones() {
    let assignments = &csv_of("cell,official,from", &["P1-1,TUV-01,2018-01-01"]);
    let (line, column, problem) = only(new_book().add(&town_with("assignments.csv", assignments)));
    assert_eq!((line, column), (Some(2), Some("cell")));
    let Problem::UnknownCode { near, .. } = problem else { panic!("{problem:?}") };
    assert_eq!(near[0].to_string(), "P1-01 Khu phố 1");
}

#[test]
fn a_code_whose_own_row_is_faulty_is_not_unknown_besides() {
    let cells = CELLS.replace("P1-01,Khu phố 1,neighbourhood", "P1-01,Khu phố 1,huyện");
    let (line, column, problem) = only(new_book().add(&town_with("cells.csv", &cells)));
    assert_eq!((line, column), (Some(2), Some("kind")));
    assert!(matches!(problem, Problem::WordUnknown { .. }));
}

#[test]
fn two_visitors_for_the_same_days_are_accepted_and_one_twice_is_not() {
    let two = ASSIGNMENTS.to_owned() + "P1-01,TUV-02,2017-07-01,,\n";
    assert!(new_book().add(&town_with("assignments.csv", &two)).is_ok());
    let twice = ASSIGNMENTS.to_owned() + "P1-01,TUV-01,2017-07-01,,\n";
    let (line, _, problem) = only(new_book().add(&town_with("assignments.csv", &twice)));
    assert_eq!(line, Some(3));
    assert!(matches!(
        problem,
        Problem::Refused(Refusal::Assignment(refusal::Assignment::Overlaps { .. }))
    ));
    let earlier = &csv_of("cell,official,from,until", &["P1-01,TUV-01,2017-01-01,2018-01-01"]);
    let (_, _, problem) = only(book_of_town().add(&[("assignments.csv", earlier)]));
    assert!(matches!(
        problem,
        Problem::Refused(Refusal::Assignment(refusal::Assignment::Overlaps { .. }))
    ));
}

#[test]
fn a_changed_life_is_checked_against_everything_that_hangs_on_it() {
    let mut book = book_of_town();
    let cells = &csv_of("code,dissolved", &["P1-02,2018-07-09"]);
    let (line, _, problem) = only(book.amend(&[("cells.csv", cells)]));
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
    let later = &csv_of("code,dissolved", &["P1-02,2018-07-10"]);
    assert_eq!(book.amend(&[("cells.csv", later)]).unwrap().change.len(), 1);

    let officials = &csv_of("code,active_from", &["TUV-01,2017-07-01"]);
    let (_, _, problem) = only(book.amend(&[("officials.csv", officials)]));
    assert!(
        matches!(problem, Problem::Refused(Refusal::Register(refusal::Register::NotThere { .. }))),
        "{problem:?}"
    );
    let committees = &csv_of("code,dissolved", &["P1,2018-01-01"]);
    let found = problems(book.amend(&[("committees.csv", committees)]));
    assert_eq!(found.len(), 2);
    assert!(matches!(
        found[0].2,
        Problem::Refused(Refusal::Register(refusal::Register::CommitteeGone { .. }))
    ));
}

#[test]
fn a_succession_needs_two_cells_that_can_follow_each_other() {
    let files = |line: &str| {
        let content = csv_of("from_cell,to_cell,on", &[line]);
        book_of_town().add(&[("successions.csv", &content)])
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
    let mut book = book_of_town();
    let found = only(book.add(&[("settings.csv", csv_of("key,value", &["records_from,2018-01"]))]));
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
    let import =
        || new_book().import(read(&[folder.path().to_owned()], &Reading::on(today())), false);
    assert_eq!(only(import()).2, Problem::NoKnownFile);
    write("Settings.CSV", SETTINGS);
    write("readme.txt", "x");
    let plan = import().unwrap();
    assert_eq!(plan.change.settings.len(), 2);
    assert!(matches!(&plan.aside[..], [Aside::File(it)] if it.file.ends_with("readme.txt")));
    write("meeting.csv", MEETINGS);
    let unknown = |problem: &Problem| matches!(problem, Problem::UnknownCode { .. });
    assert!(problems(import()).iter().all(|(_, _, problem)| unknown(problem)), "it is read");
    write("meeting.csv", "a,b\n1,2\n");
    let plan = import().unwrap();
    assert!(
        plan.aside
            .iter()
            .any(|it| matches!(it, Aside::UnknownFile(it) if it.file.ends_with("meeting.csv")))
    );
}

#[test]
fn a_file_given_by_path_is_recognised_by_its_columns() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("P1 tháng 7.csv");
    std::fs::write(&path, MEETINGS).unwrap();
    let mut book = book_of_town();
    let plan =
        book.import(read(std::slice::from_ref(&path), &Reading::on(today())), false).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (0, 0, 3));
    std::fs::write(&path, "code,name\nP1,A\n").unwrap();
    let found = only(book.import(read(&[path], &Reading::on(today())), false));
    assert_eq!(found.2, Problem::KindUnclear { fits: Vec::new() });
}

#[test]
fn the_same_kind_of_file_twice_is_read_twice() {
    let ward = &csv_of("period,cell,held_on,visitors", &["2018-06,P1-02,2018-06-05,none"]);
    let files = [&TOWN[..], &[("meetings.csv", ward)]].concat();
    let plan = new_book().add(&files).unwrap();
    assert_eq!(tally(&plan, FileKind::Meetings), (4, 0, 0));
}

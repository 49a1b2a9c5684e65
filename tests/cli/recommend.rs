//! Recommendations, from the day they are raised to the day the cell is told what became of them.

use crate::csv::csv_of;
use crate::desk::Desk;
use crate::errors::{On::Sample, Reproducer, told};
use crate::workbook::saved;

/// What is refused.
pub const REFUSED: &[Reproducer] = &[
    Reproducer("recommendation-not-found", 1, Sample, &[], "recommend show KN-2018-30"),
    Reproducer("recommendation-not-found", 1, Sample, &[], "recommend show \"đèn đường\""),
    Reproducer("code-taken", 1, Sample, &[], "recommend add P1-01 x --id kn-2018-001"),
    Reproducer("raised-after-today", 1, Sample, &[], "recommend add P1-01 x --on 9/8/2018"),
    Reproducer(
        "step-before-raised",
        1,
        Sample,
        &[],
        "recommend send KN-2018-029 --to \"Phòng Kinh tế\" --on 13/7/2018",
    ),
    Reproducer(
        "step-after-today",
        1,
        Sample,
        &[],
        "recommend send KN-2018-029 --to \"Phòng Kinh tế\" --on 9/8/2018",
    ),
    Reproducer(
        "step-twice",
        1,
        Sample,
        &["recommend answer KN-2018-029"],
        "recommend answer KN-2018-029",
    ),
    Reproducer("step-after-settled", 1, Sample, &[], "recommend answer KN-2017-001"),
    Reproducer("nothing-to-report", 1, Sample, &[], "recommend report-back KN-2018-029"),
    Reproducer("step-not-found", 1, Sample, &[], "recommend remove KN-2018-029 --step 1"),
    Reproducer("sent-to-nobody", 1, Sample, &[], "recommend amend KN-2018-020 --step 1 --to \"\""),
    Reproducer(
        "to-superfluous",
        1,
        Sample,
        &[],
        "recommend amend KN-2017-001 --step 2 --to \"UBND\"",
    ),
    Reproducer("same-as-itself", 1, Sample, &[], "recommend same KN-2018-029 kn-2018-029"),
    Reproducer("same-already", 1, Sample, &[], "recommend same KN-2017-007 KN-2018-022"),
    Reproducer("recommendation-not-tied", 1, Sample, &[], "recommend apart KN-2018-029"),
    Reproducer(
        "recommendation-of-other",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned --report-back KN-2018-018",
    ),
    Reproducer(
        "reported-nowhere",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --period 7/2018 --not-held --reason holiday --report-back KN-2018-018",
    ),
];

#[test]
fn what_is_refused_is_told_with_a_way_out() {
    insta::assert_snapshot!(told(REFUSED));
}

/// The rows of `recommend list` with one cell, as codes, state and who has it.
fn listed(desk: &Desk, which: &str) -> Vec<String> {
    let csv = desk.ok(&format!("recommend list {which} --format csv"));
    let rows = csv.lines().skip(1).map(crate::csv::fields);
    rows.map(|row| format!("{} {} {}", row[0], row[6], row[8]).trim_end().to_owned()).collect()
}

#[test]
fn a_clerk_follows_a_recommendation_from_raised_to_reported_back() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "recommend add P1-02 \"Sửa cống thoát nước\" --on 3/7/2018 --area \"kinh tế\"",
        "recommend send KN-2018-030 --to \"Phòng Quản lý đô thị\" --document 812-CV/TU --on 5/7/2018",
        "recommend answer KN-2018-030 --document 45/CV-QLĐT --text \"Làm trong tháng 7\" --on 10/7/2018",
        "recommend resolve KN-2018-030 --on 25/7/2018 --text \"Đã sửa xong\"",
        "log-meeting P1-02 --period 8/2018 --on 5/8/2018 --visitor assigned",
        "recommend report-back KN-2018-030",
        "recommend show KN-2018-030",
        "recommend list --cell P1-02",
        "history",
    ]));
    let said = desk.ok("recommend show KN-2018-030 --lang vi");
    assert!(said.contains("Bước 4      05/08/2018 Đã thông báo lại cho chi bộ"), "{said}");
}

#[test]
fn each_step_is_taken_back_and_done_again() {
    let desk = Desk::with_sample();
    let lines = [
        "recommend add P1-02 \"Sửa cống\" --on 3/7/2018",
        "recommend send KN-2018-030 --to \"Phòng Quản lý đô thị\" --on 5/7/2018",
        "recommend answer KN-2018-030 --on 10/7/2018",
        "recommend decline KN-2018-030 --on 11/7/2018",
        "recommend report-back KN-2018-030 --on 12/7/2018",
        "recommend same KN-2018-030 KN-2018-012",
    ];
    // KN-2018-012 is answered, and settled with that: its own answer is of June.
    let export = |desk: &Desk, name: &str| {
        desk.ok(&format!("export {name}"));
        desk.folder(name)
    };
    let mut states = vec![export(&desk, "0")];
    for (at, line) in lines.iter().enumerate() {
        desk.says(line);
        states.push(export(&desk, &(at + 1).to_string()));
    }
    for at in (0..lines.len()).rev() {
        desk.says("undo");
        assert!(states[at] == export(&desk, &format!("undone-{at}")), "{}", lines[at]);
    }
    for (at, line) in lines.iter().enumerate() {
        desk.says("redo");
        assert!(states[at + 1] == export(&desk, &format!("redone-{at}")), "{line}");
    }
    // A step is not taken back from under those that follow it.
    let said = desk.refuses(1, "undo 4");
    assert!(said.contains("operation 5") || said.contains("5"), "{said}");
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn a_dry_run_says_what_would_be_and_keeps_nothing() {
    let desk = Desk::with_sample();
    let before = desk.book();
    for line in [
        "recommend add P1-02 \"Sửa cống\" --dry-run",
        "recommend send KN-2018-029 --to \"Phòng Kinh tế\" --dry-run",
        "recommend answer KN-2018-029 --dry-run",
        "recommend resolve KN-2018-029 --dry-run",
        "recommend decline KN-2018-029 --dry-run",
        "recommend report-back KN-2018-012 --dry-run",
        "recommend same KN-2018-029 KN-2018-028 --dry-run",
        "recommend apart KN-2018-022 --dry-run",
        "recommend amend KN-2018-029 --text y --dry-run",
        "recommend remove KN-2018-029 --dry-run",
        "recommend remove KN-2018-020 --step 1 --dry-run",
    ] {
        let said = desk.says(line);
        assert!(said.starts_with("Dry run, nothing is kept"), "{said}");
        assert!(before == desk.book(), "{line}");
    }
}

#[test]
fn the_month_is_that_of_the_day_or_of_the_newest_meeting() {
    let desk = Desk::with_sample();
    let raised = |line: &str| {
        desk.says(&format!("recommend add {line}"));
        let csv = desk.ok("export out --force");
        assert_eq!(csv, "");
        let rows = String::from_utf8(desk.read("out/recommendations.csv")).unwrap();
        let last = rows.lines().last().unwrap().split(',').skip(2).take(2).collect::<Vec<_>>();
        last.join(" ")
    };
    assert_eq!(raised("P1-02 a"), "2018-07 2018-07-03", "of the newest meeting");
    assert_eq!(raised("P1-02 b --on 20/7/2018"), "2018-07 2018-07-20", "of the day");
    // AD-03 met on 29 April for May.
    assert_eq!(raised("AD-03 c --on 29/4/2018"), "2018-05 2018-04-29", "of the meeting on it");
    assert_eq!(raised("P1-02 d --period 5/2018"), "2018-05 ", "as said");
    assert_eq!(listed(&desk, "--period 5/2018 --cell P1-02"), ["KN-2018-033 raised"]);
}

#[test]
fn what_several_cells_raised_is_one_matter_and_each_of_them_is_told() {
    let desk = Desk::with_sample();
    desk.says("recommend send KN-2018-026 --to \"Trung tâm Môi trường\" --on 10/7/2018");
    let said = desk.says("recommend same KN-2018-026 KN-2018-015");
    assert!(
        said.contains("KN-2018-015 (AD-03 Khu phố 3), KN-2018-026 (P2-06 Khu phố 6)"),
        "{said}"
    );
    let said = desk.says("recommend resolve KN-2018-015 --on 20/7/2018");
    assert!(said.contains("The step holds for KN-2018-026 too"), "{said}");
    assert!(said.contains("AD-03 Khu phố 3; P2-06 Khu phố 6"), "both are to be told: {said}");
    let said = desk.says("recommend report-back KN-2018-015 --on 3/8/2018");
    assert!(said.contains("Still to be told: P2-06 Khu phố 6"), "{said}");
    let to_tell = listed(&desk, "--to-report-back");
    assert!(to_tell.iter().any(|row| row.starts_with("KN-2018-026")), "{to_tell:?}");
    assert!(!to_tell.iter().any(|row| row.starts_with("KN-2018-015")), "{to_tell:?}");
    // Settled for both.
    let said = desk.refuses(1, "recommend send KN-2018-026 --to x");
    assert!(said.contains("recorded on KN-2018-015, the same matter"), "{said}");
    desk.says("recommend report-back KN-2018-026");
    // Taken out again, it would have been told of nothing.
    desk.refuses(1, "recommend apart KN-2018-026");
    desk.refuses(1, "undo 3");
    desk.says("recommend remove KN-2018-026 --step 2");
    desk.says("recommend apart KN-2018-026");
    assert_eq!(listed(&desk, "--cell P2-06 --open"), ["KN-2018-026 sent Trung tâm Môi trường"]);
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn what_one_tied_stays_one_matter_when_it_goes() {
    let desk = Desk::with_sample();
    desk.says("recommend same KN-2018-026 KN-2018-027");
    desk.says("recommend same KN-2018-028 KN-2018-027");
    desk.says("recommend remove KN-2018-027");
    let shown = desk.ok("recommend show KN-2018-026");
    assert!(shown.contains("KN-2018-028 – HL-02 Thôn Xuân Lâm"), "{shown}");
    desk.says("undo");
    let shown = desk.ok("recommend show KN-2018-026");
    assert!(shown.contains("KN-2018-027 –") && shown.contains("KN-2018-028 –"), "{shown}");
}

#[test]
fn a_mistake_is_amended_or_taken_out() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "recommend amend KN-2018-029 --text \"Hỗ trợ xe đưa đón\" --area other --on 15/7/2018",
        "recommend amend KN-2018-020 --step 1 --to \"Phòng Quản lý đô thị\" --document \"\"",
        "recommend remove KN-2018-020 --step 1",
        "recommend remove KN-2018-029 --reason \"Ghi nhầm\"",
        "recommend amend KN-2018-028",
        "recommend amend KN-2018-028 --area other --step 1",
    ]));
    let shown = desk.ok("history show 5");
    assert!(shown.contains("Reason: Ghi nhầm") && shown.contains("Area: Other"), "{shown}");
    // Of a step it is the day of that, and it may not come before what it follows.
    let said = desk.refuses(1, "recommend amend KN-2017-001 --step 2 --on 3/8/2017");
    assert!(said.contains("no answer that the cell could be told of"), "{said}");
    let said = desk.refuses(1, "recommend amend KN-2017-001 --on 20/6/2017");
    assert!(said.contains("is before it was raised"), "{said}");
    desk.refuses(1, "recommend amend KN-2017-001 --area administration");
}

#[test]
fn a_meeting_that_moves_or_goes_takes_what_was_raised_at_it_along() {
    let desk = Desk::with_sample();
    // KN-2018-022 was sent on 11 July.
    let said = desk.refuses(1, "meeting amend P1-03 --period 7/2018 --on 12/7/2018");
    assert!(said.contains("KN-2018-022: sent on 2018-07-11 is before it was raised"), "{said}");
    desk.says("meeting amend P1-03 --period 7/2018 --on 3/7/2018");
    let said = desk.says("meeting remove P1-03 --period 7/2018 --reason x");
    assert!(said.contains("KN-2018-022"), "{said}");
    assert!(!desk.ok("recommend show KN-2017-007").contains("KN-2018-022"));
    assert_eq!(desk.ok("check"), "");
    desk.says("undo");
    assert!(desk.ok("recommend show KN-2017-007").contains("KN-2018-022"));
}

#[test]
fn a_meeting_tells_what_is_to_be_reported_back_and_records_what_was() {
    let desk = Desk::with_sample();
    let said = desk.says("log-meeting P1-07 --on 6/8/2018 --visitor assigned");
    assert!(
        said.contains(
            "Answered and not yet reported back to the cell: 1 (KN-2018-018): chibo recommend report-back KN-2018-018"
        ),
        "{said}"
    );
    let said = desk.says("log-meeting P1-02 --on 5/8/2018 --visitor assigned --report-back KN-2018-012 --recommend \"Trồng cây\"");
    assert!(said.contains("Recorded as reported back to the cell: KN-2018-012."), "{said}");
    assert!(!said.contains("not yet reported back"), "{said}");
    desk.says("undo");
    assert!(!desk.ok("recommend show KN-2018-012").contains("2018-08-05"), "with the meeting");
    let vi = desk.says("log-meeting P1-02 --on 5/8/2018 --visitor assigned --lang vi");
    assert!(vi.contains("Chi bộ còn 1 kiến nghị đã có trả lời, chưa thông báo lại"), "{vi}");
}

#[test]
fn a_wrong_code_is_answered_with_those_near_it() {
    let desk = Desk::with_sample();
    let said = desk.refuses(1, "recommend show KN-2018-2");
    assert!(said.contains("Nearest: KN-2018-002"), "{said}");
    let said = desk.refuses(1, "recommend show \"mái tôn khu phố\"");
    assert!(said.contains("Nearest: KN-2017-016 Nâng cấp nhà văn hóa khu phố"), "{said}");
    let said = desk.refuses(1, "recommend show ZZZ");
    assert!(said.contains("chibo recommend list"), "{said}");
}

#[test]
fn the_report_ends_with_5_where_something_was_forgotten() {
    let desk = Desk::with_sample();
    let check = "report recommendations --check --format csv";
    assert_eq!(desk.run(&format!("{check} --cell P1-05")).status, 5, "answered, and met since");
    assert_eq!(desk.run(&format!("{check} --cell AD-04")).status, 5, "never sent");
    assert_eq!(desk.run(&format!("{check} --cell P1-01")).status, 0, "told of what there is");
    assert_eq!(desk.run(&format!("{check} --period 6/2018")).status, 0, "all of them sent");
    desk.says("recommend report-back KN-2018-010 --on 5/6/2018");
    assert_eq!(desk.run(&format!("{check} --cell P1-05")).status, 0);
    desk.refuses(1, "report recommendations --period 9/2018");
    desk.refuses(2, "report recommendations --official TUV-01");
    desk.refuses(2, "report recommendations --filed");
}

#[test]
fn the_report_shows_what_is_open_then_what_is_settled() {
    let desk = Desk::with_sample();
    insta::assert_snapshot!(desk.transcript(&[
        "report recommendations --cell P1-02 --lang vi",
        "report recommendations --period 2018-H1 --committee AD",
        "report recommendations --cell P1-02 --format csv",
        "report recommendations --cell P2-03 --format json",
    ]));
    let book = desk.run("report recommendations -o out.xlsx");
    assert_eq!(book.status, 0, "{}", book.stderr);
}

#[test]
fn what_was_known_then_has_the_steps_of_then() {
    let desk = Desk::with_sample();
    desk.says("recommend send KN-2018-029 --to \"Thị đoàn\" --on 16/7/2018");
    desk.says("recommend resolve KN-2018-029 --on 20/7/2018");
    desk.says("recommend same KN-2018-029 KN-2018-028");
    let at = |when: &str| {
        let shown =
            desk.ok(&format!("recommend list --cell HL-04 --period 7/2018 {when} --format csv"));
        let row = crate::csv::fields(shown.lines().last().unwrap());
        format!("{} {}", row[6], row[10])
    };
    assert_eq!(at(""), "resolved KN-2018-028");
    assert_eq!(at("--known-at 3"), "resolved ");
    assert_eq!(at("--known-at 2"), "sent ");
    assert_eq!(at("--known-at 1"), "raised ");
    assert_eq!(at("--as-of 19/7/2018"), "sent KN-2018-028");
    let shown = desk.ok("recommend show KN-2018-029 --as-of 19/7/2018");
    assert!(shown.contains("Step 1") && !shown.contains("Step 2"), "{shown}");
}

#[test]
fn steps_and_links_come_back_from_files_in_either_language() {
    let desk = Desk::with_sample();
    desk.ok("export out");
    let steps = String::from_utf8(desk.read("out/recommendation_steps.csv")).unwrap();
    assert_eq!(steps, include_str!("../../data/quang-tri/recommendation_steps.csv"));
    let links = String::from_utf8(desk.read("out/recommendation_links.csv")).unwrap();
    assert_eq!(links, include_str!("../../data/quang-tri/recommendation_links.csv"));
    let said = desk.says("import out");
    assert!(said.contains("Nothing changes"), "{said}");
    // As a clerk writes them.
    desk.write(
        "mới/kiến nghị.csv",
        csv_of(
            "Mã kiến nghị;Bước;Ngày;Nơi nhận;Số hiệu văn bản;Nội dung",
            &[
                "KN-2018-029;Đã chuyển;16/7/2018;Thị đoàn;9/CV;",
                "KN-2018-029;đã giải quyết;20/7/2018;;;Đã bố trí xe",
                "KN-2018-029;đã thông báo lại;5/8/2018;;;",
                "KN-2018-028;không chấp nhận;18/7/2018;;;",
            ],
        ),
    );
    desk.write(
        "mới/gộp.csv",
        csv_of("Mã kiến nghị,Trùng với kiến nghị", &["KN-2018-027,kn-2018-026"]),
    );
    let said = desk.says("import mới");
    assert!(said.contains("5 new records"), "{said}");
    assert_eq!(
        listed(&desk, "--period 7/2018 --settled"),
        ["KN-2018-028 declined", "KN-2018-029 resolved Thị đoàn"]
    );
    assert!(desk.says("import mới").contains("Nothing changes"));
    desk.says("undo");
    assert_eq!(listed(&desk, "--period 7/2018 --settled"), [] as [&str; 0]);
}

#[test]
fn every_fault_of_steps_and_links_is_told_at_its_row() {
    let desk = Desk::with_sample();
    desk.write(
        "in/recommendations.csv",
        csv_of("id,cell,period,raised_on,text", &["K1,P1-01,2018-07,2018-07-05,Trồng cây"]),
    );
    desk.write(
        "in/recommendation_steps.csv",
        csv_of(
            "id,step,on,to,document,text",
            &[
                "K1,sent,2018-07-06,,,",
                "K2,answered,2018-07-06,,,",
                "K1,lost,2018-07-06,,,",
                "KN-2017-001,answered,2018-07-06,,,",
                "KN-2018-027,reported-back,2018-07-20,,,",
                "KN-2018-026,sent,2018-07-01,UBND,,",
                "KN-2017-003,resolved,2017-07-14,,,Khác",
                "KN-2018-028,answered,2018-07-20,,,một",
                "KN-2018-028,answered,2018-07-20,,,hai",
                "KN-2018-029,answered,2018-07-20,UBND,,",
                "KN-2018-025,answered,2018-08-09,,,",
            ],
        ),
    );
    desk.write(
        "in/recommendation_links.csv",
        csv_of("id,same_as", &["KN-2018-001,KN-2018-001", "KN-2018-001,KN-9", "KN-2018-002,"]),
    );
    insta::assert_snapshot!(desk.refuses(3, "import in"));
    insta::assert_snapshot!(desk.refuses(3, "import in --lang vi"));
    // What differs is taken where that is said.
    desk.write(
        "in/recommendation_steps.csv",
        csv_of("id,step,on,text", &["KN-2017-003,resolved,2017-07-14,Khác"]),
    );
    desk.refuses(3, "import in/recommendation_steps.csv");
    desk.says("import in/recommendation_steps.csv --amend");
    let shown = desk.ok("recommend show KN-2017-003");
    assert!(shown.contains("2017-07-14 Resolved · 27") || shown.contains("Khác"), "{shown}");
}

#[test]
fn a_link_that_makes_a_matter_unlawful_is_a_fault_of_its_row() {
    let desk = Desk::with_sample();
    // Resolved in July 2017; the other was answered in January 2018.
    desk.write("in/recommendation_links.csv", csv_of("id,same_as", &["KN-2017-019,KN-2017-001"]));
    let said = desk.refuses(3, "import in");
    assert!(said.contains("recommendation_links.csv:2 "), "{said}");
    assert!(said.contains("recorded on KN-2017-001, the same matter"), "{said}");
    desk.refuses(1, "recommend same KN-2017-019 KN-2017-001");
}

#[test]
fn a_workbook_brings_recommendations_steps_and_links_at_once() {
    let first = Desk::with_sample();
    first.says("recommend add P1-02 \"Sửa cống; thay nắp\" --on 3/7/2018");
    first.says("recommend send KN-2018-030 --to \"UBND Phường 1\" --document 9/CV --on 4/7/2018");
    first.says("recommend same KN-2018-030 KN-2018-029");
    first.says("export out");
    let text = |name: &str| String::from_utf8(first.read(&format!("out/{name}.csv"))).unwrap();
    let names = ["recommendations", "recommendation_steps", "recommendation_links"];
    let texts = names.map(text);
    let sheets: Vec<(&str, &str)> =
        names.iter().zip(&texts).map(|(name, text)| (*name, &**text)).collect();
    let second = Desk::with_sample();
    second.write("book.xlsx", saved(&sheets));
    assert!(second.says("import book.xlsx").contains("Imported 3 new records"));
    second.says("export out");
    assert!(first.folder("out") == second.folder("out"));
    second.says("undo");
    second.refuses(1, "recommend show KN-2018-030");
}

#[test]
fn templates_for_excel_have_the_headings_in_words() {
    let desk = Desk::with_sample();
    desk.says("import --template mẫu --excel --lang vi");
    let head = String::from_utf8(desk.read("mẫu/recommendation_steps.csv")).unwrap();
    assert!(head.contains("Mã kiến nghị;Bước;Ngày;Nơi nhận;Số hiệu văn bản;Nội dung"), "{head}");
}

#[test]
fn a_name_in_a_step_is_found_before_it_is_erased() {
    let desk = Desk::with_sample();
    desk.says("recommend send KN-2018-029 --to \"Đ/c Phan Văn Quýnh\" --on 16/7/2018");
    desk.says("recommend answer KN-2018-029 --text \"Phan Văn Quýnh trả lời\" --on 18/7/2018");
    let erase = "official erase TUV-05 --reason \"Đề nghị\"";
    let said = desk.refuses(1, erase);
    assert!(said.contains("Step “Sent” of the recommendation KN-2018-029"), "{said}");
    assert!(said.contains("Step “Answered” of the recommendation KN-2018-029"), "{said}");
    assert!(said.contains("chibo recommend amend KN-2018-029 --step N"), "{said}");
    desk.says("recommend amend KN-2018-029 --step 1 --to \"Thị đoàn\"");
    desk.says("recommend amend KN-2018-029 --step 2 --text \"\"");
    desk.says(erase);
    let known = desk.ok("recommend show KN-2018-029 --known-at 3");
    assert!(known.contains("Sent · …") && !known.contains("Quýnh"), "{known}");
    assert_eq!(desk.ok("check"), "");
}

#[test]
fn a_forged_step_and_a_forged_link_are_found() {
    let desk = Desk::with_sample();
    let connection = desk.by_hand("book.db");
    let change = "PRAGMA recursive_triggers = off;
        DROP TRIGGER recommendation_step_update; DROP TRIGGER recommendation_link_change;
        DROP TRIGGER recommendation_link_update;
        UPDATE recommendation_step SET happened_on = happened_on - 400
            WHERE recommendation = (SELECT version FROM recommendation WHERE code = 'KN-2018-020');
        UPDATE recommendation_link SET same_as = (SELECT record FROM recommendation WHERE code = 'KN-2017-001')
            WHERE recommendation = (SELECT record FROM recommendation WHERE code = 'KN-2018-025');";
    connection.execute_batch(change).unwrap();
    drop(connection);
    let found = desk.run("check");
    assert_eq!(found.status, 5, "{}", found.all());
    assert!(found.stdout.contains("KN-2018-020: sent on"), "{}", found.all());
    assert!(found.stdout.contains("the same matter"), "{}", found.all());
}

//! Every record out as files and back again.

use std::sync::OnceLock;

use crate::desk::Desk;

const FILES: [&str; 17] = [
    "assignments.csv",
    "bulletins.csv",
    "categories.csv",
    "cells.csv",
    "closings.csv",
    "committees.csv",
    "duties.csv",
    "gap_notes.csv",
    "inspections.csv",
    "meetings.csv",
    "officials.csv",
    "plans.csv",
    "recommendation_links.csv",
    "recommendation_steps.csv",
    "recommendations.csv",
    "settings.csv",
    "successions.csv",
];

fn text(desk: &Desk, name: &str) -> String {
    String::from_utf8(desk.read(name)).unwrap()
}

/// The sample with what a town goes through besides: changes of names, posts and committees, two cells that
/// merged, reasons one by one, meetings of other kinds, texts that look like formulas.
fn town() -> Desk {
    static TOWN: OnceLock<Vec<u8>> = OnceLock::new();
    Desk::with_copy(&TOWN, || {
        let desk = Desk::with_sample();
        desk.lay_out("sample-changed");
        desk.says("import sample-changed --amend");
        for line in [
            "meeting amend P1-01 --period 7/2018 --note \"=SUM(A1)\"",
            "meeting amend P1-03 --period 7/2018 --note \"'=SUM(A1)\"",
            "meeting amend P1-04 --period 7/2018 --note \"''-1, hai dấu\" --minutes-no \"+84\"",
            "log-meeting CQ-1 --on 6/7/2018 --visitor TUV-01 --visitor MOI-1 --visitor LDB-08",
            "assign CQ-1 TUV-05 --from 1/8/2018",
            "assign CQ-1 MOI-1 --from 1/8/2018 --also --issuer \"Ban Thường vụ, Thị ủy\"",
            "log-meeting CQ-1 --on 2/8/2018 --no-visitor --reason MOI-1=leave;TUV-05=duty --recommend \"Sửa mái; thay điện\"",
            "log-meeting P1-01 --on 20/7/2018 --kind thematic --theme \"Chuyên đề quý\" --no-visitor --score 92,5 --prepared no",
            "meeting plan CQ-1 --on 5/9/2018 --at 7h30 --place \"Hội trường; tầng 2\"",
            "log-inspection CQ-1 --on 3/8/2018 --kind supervision --document \"=5-QĐ/UBKT, đợt 2\" --official MOI-1 --official TUV-05",
            "bulletin add \"=1; hai dấu, ngoặc\" --area other --source \"'=nguồn\"",
            "log-meeting P1-01 --period 6/2018 --kind congress --not-held --reason disaster --note hoãn",
        ] {
            desk.says(line);
        }
        desk
    })
}

#[test]
fn a_town_goes_out_into_files_and_comes_back_byte_for_byte() {
    let mut desk = town();
    let book = desk.book();
    let said = desk.says("export copy");
    assert!(
        said.starts_with("Exported 17 files into the folder copy: 5 committees, 29 cells, "),
        "{said}"
    );
    assert!(
        said.ends_with(" To take them into a new record file: chibo --db NEW init, then chibo --db NEW import copy\n"),
        "{said}"
    );
    assert!(desk.book() == book, "the record file is only read");
    let files = desk.folder("copy");
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), FILES);

    let said = desk.says("import copy");
    assert!(said.starts_with("Nothing changes: "), "{said}");
    assert!(desk.book() == book);

    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    desk.says("import copy");
    desk.says("export again");
    for ((name, before), (_, after)) in files.iter().zip(desk.folder("again")) {
        assert!(*before == after, "{name}:\n{}", String::from_utf8_lossy(&after));
    }
    for line in [
        "report --period 2017-06..2018-07 --format csv",
        "official show TUV-01",
        "meeting list --format csv",
    ] {
        let copied = desk.ok(line);
        desk.set("CHIBO_DB", "book.db");
        assert_eq!(desk.ok(line), copied, "chibo {line}");
        desk.set("CHIBO_DB", "second.db");
    }
}

#[test]
fn the_files_hold_each_record_in_one_canonical_form() {
    let desk = town();
    desk.says("export copy");
    let rows = |file: &str, start: &str| -> Vec<String> {
        let text = text(&desk, &format!("copy/{file}"));
        assert!(!text.contains('\r') && !text.starts_with('\u{feff}') && text.ends_with('\n'));
        text.lines().filter(|line| line.contains(start)).map(str::to_owned).collect()
    };
    assert_eq!(
        rows("committees.csv", "P2,"),
        ["P2,Phường 2,ward,2009-01-01,,", "P2,Phường 2 mới,,,,2018-01-01"]
    );
    assert_eq!(
        rows("cells.csv", "AD-04"),
        ["AD-04,Khu phố 4,neighbourhood,AD,2009-01-01,,8,", "AD-04,Khu phố 4,,P1,,,,2018-07-01"]
    );
    assert_eq!(rows("officials.csv", "TUV-01,").len(), 2);
    assert_eq!(rows("officials.csv", "TUV-01,")[1], "TUV-01,,,,committee-member,,,,2018-07-15");
    assert_eq!(
        rows("officials.csv", "MOI-1"),
        [
            "MOI-1,O'Nguyễn,,,,2018-01-01,,,",
            "MOI-1,,\"Phó ban, \"\"quyền\"\" trưởng ban\",,,,,,2018-06-01"
        ]
    );
    assert_eq!(
        rows("meetings.csv", "CQ-1,"),
        [
            "2018-07,CQ-1,regular,2018-07-06,,LDB-08;MOI-1;TUV-01,,,,,,,,,,,,,,",
            "2018-08,CQ-1,regular,2018-08-02,,none,MOI-1=leave;TUV-05=duty,,,,,,,,,,,,,"
        ]
    );
    assert_eq!(
        rows("meetings.csv", "2018-06,P1-01,congress"),
        ["2018-06,P1-01,congress,,disaster,,,,,,,,,,,,,,,hoãn"]
    );
    assert!(rows("meetings.csv", "2018-07,P1-01,regular")[0].ends_with(",=SUM(A1)"));
    assert!(rows("meetings.csv", "2018-07,P1-03,regular")[0].ends_with(",''=SUM(A1)"));
    assert_eq!(
        rows("settings.csv", ""),
        [
            "key,value",
            "office,Văn phòng Thị ủy Quảng Trị",
            "records_from,2017-06",
            "sample,yes",
            "upper_body,Thị ủy Quảng Trị",
            "document_code,VPTU",
            "place_of_issue,Quảng Trị",
            "on_behalf,T/L Ban Thường vụ",
            "signer_post,Chánh Văn phòng",
            "recipients,\"Thường trực Thị ủy (báo cáo); Các đảng ủy phường, xã; Lưu Văn phòng\"",
        ]
    );
}

#[test]
fn a_new_record_file_goes_out_too() {
    let mut desk = Desk::with_new_book();
    desk.says("export deep/er/copy");
    assert_eq!(desk.folder("deep/er/copy").len(), FILES.len());
    assert_eq!(text(&desk, "deep/er/copy/settings.csv"), "key,value\n");
    desk.set("CHIBO_DB", "second.db");
    desk.ok("init");
    let said = desk.says("import deep/er/copy");
    assert!(said.starts_with("Nothing changes: 4 records"), "{said}");
}

#[test]
fn what_is_there_already_is_never_destroyed_silently() {
    let desk = Desk::with_sample();
    std::fs::create_dir(desk.path("copy")).unwrap();
    desk.says("export copy");
    let first = desk.folder("copy");
    desk.says("meeting amend P1-01 --period 7/2018 --present 19");
    assert_eq!(
        desk.refuses(1, "export copy"),
        "Error: The folder copy holds an earlier export; nothing was overwritten.\nHint: Choose another folder, or replace the earlier one: chibo export copy --force\n"
    );
    assert!(desk.folder("copy") == first);
    desk.says("export copy --force");
    let second = desk.folder("copy");
    assert!(second != first && second.len() == FILES.len(), "only these files stay");

    // A file more, or one with other headings: this is not what an export left.
    desk.write("copy/notes.txt", "mine");
    let said = desk.refuses(1, "export copy --force");
    assert!(said.starts_with("Error: copy is there already and is no export of chibo"), "{said}");
    std::fs::remove_file(desk.path("copy/notes.txt")).unwrap();
    desk.write("copy/cells.csv", "code,name\n");
    desk.refuses(1, "export copy --force");
    assert_eq!(text(&desk, "copy/cells.csv"), "code,name\n");

    desk.refuses(1, "export book.db --force");
    desk.refuses(1, "export .");
    desk.refuses(2, "export");
    let said = desk.refuses(1, "export book.db --lang vi");
    assert!(said.contains("không phải là bản xuất của chibo; không ghi đè"), "{said}");
    assert_eq!(desk.files(), ["book.db", "copy"], "nothing is left lying about");
}

#[test]
fn the_answer_is_one_sentence_in_vietnamese_too() {
    let desk = Desk::with_sample();
    let said = desk.says("export \"ban xuat\" --lang vi");
    assert_eq!(
        said,
        "Đã xuất 17 tệp vào thư mục ban xuat: 5 đảng bộ, 27 chi bộ, 32 cán bộ, 32 phân công, 402 buổi sinh hoạt, 50 kiến nghị, 52 lịch sinh hoạt, 7 buổi kiểm tra, giám sát, 7 thông tin, 0 tháng đã chốt; không gồm lịch sử thao tác. Đưa vào sổ mới: chibo --db SỔ_MỚI init, rồi chibo --db SỔ_MỚI import \"ban xuat\"\n"
    );
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read_what_was_exported() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with_sample();
    desk.says("export copy");
    let mode =
        |name: &str| std::fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("copy"), 0o700);
    for file in FILES {
        assert_eq!(mode(&format!("copy/{file}")), 0o600, "{file}");
    }
}

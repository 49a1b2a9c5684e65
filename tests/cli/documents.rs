//! Reports as documents in the form of the office's papers, and the settings that the form has.

use crate::csv::{csv_of, fields};
use crate::desk::Desk;
use crate::document::{Document, PAPERS};
use crate::listed::LISTED;

/// What stands around a paper.
const AROUND: &str = "word/document.xml";

/// Whether these texts stand in this order, among others.
fn in_order(found: &[String], wanted: &[&str]) -> bool {
    let mut found = found.iter();
    wanted.iter().all(|one| found.any(|text| text == one))
}

#[test]
fn a_paper_has_the_form_of_the_offices_and_number_date_and_signature_are_open() {
    let desk = Desk::with_sample();
    let document = Document::of(&desk, "report coverage --period 7/2018 --lang vi");
    let said = document.paragraphs(AROUND);
    let wanted = [
        "THỊ ỦY QUẢNG TRỊ",
        "VĂN PHÒNG THỊ ỦY QUẢNG TRỊ",
        "*",
        "Số       -BC/VPTU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Quảng Trị, ngày     tháng     năm 2018",
        "BÁO CÁO",
        "TÌNH HÌNH CÁN BỘ DỰ SINH HOẠT CHI BỘ",
        "THÁNG 7/2018",
        "-----",
        "5 đảng bộ, 27 chi bộ · tính đến 08/08/2018 · tháng chưa chốt",
        "P3-06 Khu phố 6",
        "Nơi nhận:",
        "- Thường trực Thị ủy (báo cáo),",
        "- Các đảng ủy phường, xã,",
        "- Lưu Văn phòng.",
        "NGƯỜI LẬP BIỂU",
        "T/L BAN THƯỜNG VỤ",
        "CHÁNH VĂN PHÒNG",
    ];
    assert!(in_order(&said, &wanted), "{said:#?}");
    // Nothing stands where the signer signs.
    assert_eq!(said.last().map(String::as_str), Some("CHÁNH VĂN PHÒNG"));
    assert_eq!(document.paragraphs("word/footer1.xml"), ["SỐ LIỆU MẪUTrang "]);
    let styles = document.part("word/styles.xml");
    assert!(styles.contains("Times New Roman") && styles.contains("<w:sz w:val=\"28\"/>"));
}

#[test]
fn a_paper_in_english_has_the_same_form() {
    let desk = Desk::with_sample();
    let said = Document::of(&desk, "report schedule --period 8/2018").paragraphs(AROUND);
    let wanted = [
        "THỊ ỦY QUẢNG TRỊ",
        "No.       -TB/VPTU",
        "COMMUNIST PARTY OF VIETNAM",
        "Quảng Trị, day      month      2018",
        "NOTICE",
        "Recipients:",
        "- Lưu Văn phòng.",
        "PREPARED BY",
    ];
    assert!(in_order(&said, &wanted), "{said:#?}");
}

#[test]
fn what_is_not_set_is_left_open_and_never_invented() {
    let desk = Desk::with_town("small-town");
    for (lang, wanted) in [
        ("vi", ["……………", "Số       -BC/……………", "……………, ngày     tháng     năm 2018"]),
        ("en", ["……………", "No.       -BC/……………", "……………, day      month      2018"]),
    ] {
        let line = format!("report coverage --period 7/2018 --lang {lang}");
        let said = Document::of(&desk, &line).paragraphs(AROUND);
        assert!(in_order(&said, &wanted), "{said:#?}");
        let signs = if lang == "vi" { "T/M ……………" } else { "O/B ……………" };
        assert!(in_order(&said, &["- ……………", signs, "……………"]), "{said:#?}");
    }
}

/// What a screen says under the heads of its columns, line by line, without pictures and what is to be typed next.
fn said_on_screen(screen: &str) -> Vec<Vec<&str>> {
    let mut said = Vec::new();
    for block in screen.split("\n\n") {
        let lines: Vec<&str> = block.lines().collect();
        // A picture stands under its title.
        let has_bar = |line: &&str| line.contains(['█', '▁', '▌', '▏']);
        if lines.iter().any(has_bar) && !lines.first().is_some_and(has_bar) {
            continue;
        }
        let head = lines.iter().rposition(|line| line.starts_with('─'));
        let under = head.map_or(0, |at| at + 1);
        let lines = lines.into_iter().skip(under).filter(|line| !line.contains("chibo"));
        said.extend(lines.map(|line| {
            let is_word = |word: &&str| !matches!(*word, "·" | "→") && !word.contains(['█', '▏']);
            line.split_whitespace().filter(is_word).collect::<Vec<_>>()
        }));
    }
    // The office stands beside the title.
    said.split_off(1)
}

#[test]
fn every_paper_has_every_cell_of_its_report_in_order_and_names_no_command() {
    let mut desk = Desk::with_sample();
    desk.set("COLUMNS", "400");
    for line in PAPERS {
        for lang in ["vi", "en"] {
            let line = format!("{line} --lang {lang}");
            let document = Document::of(&desk, &line).paragraphs(AROUND).join(" ");
            assert!(!document.contains("chibo") && !document.contains('█'), "{line}");
            let screen = desk.ok(&line);
            let mut words = document.split_whitespace();
            let said = said_on_screen(&screen);
            assert!(said.len() > 5, "{line}");
            // No sheet has room for every column of recommendations.
            let is_whole = !line.contains("recommendations") && !line.contains("page");
            for said in said.iter().filter(|_| is_whole) {
                let found = said.iter().all(|word| words.any(|one| one == *word));
                assert!(found, "{line}: {said:?}");
            }
        }
    }
}

#[test]
fn a_sheet_for_a_visitor_says_that_there_is_more_and_a_screen_where() {
    let desk = Desk::with_sample();
    for n in 1..=5 {
        desk.says(&format!("bulletin add \"Việc {n}\" --area administration --period 7/2018"));
    }
    let line = "brief P1-02 --period 7/2018 --lang vi";
    let screen = desk.ok(line);
    assert!(screen.contains("và 3 dòng nữa\n"), "{screen}");
    assert!(screen.ends_with("\n\nXem đủ: chibo bulletin list --period 2018-07\n"), "{screen}");
    let said = Document::of(&desk, line).paragraphs(AROUND);
    assert!(said.iter().any(|text| text == "và 3 dòng nữa"), "{said:#?}");
    assert!(!said.iter().any(|text| text.contains("chibo")), "{said:#?}");
}

#[test]
fn a_sheet_for_a_visitor_has_no_number_and_nobody_signs_it() {
    let desk = Desk::with_sample();
    let said = Document::of(&desk, "brief P1-02 --period 7/2018 --lang vi").paragraphs(AROUND);
    let wanted = [
        "VĂN PHÒNG THỊ ỦY QUẢNG TRỊ",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Quảng Trị, ngày     tháng     năm 2018",
        "PHIẾU DỰ SINH HOẠT CHI BỘ",
    ];
    assert!(in_order(&said, &wanted), "{said:#?}");
    for absent in ["Số ", "*", "Nơi nhận:", "NGƯỜI LẬP BIỂU", "CHÁNH VĂN PHÒNG"] {
        assert!(!said.iter().any(|text| text.starts_with(absent)), "{absent}: {said:#?}");
    }
}

#[test]
fn what_is_counted_up_stands_under_its_sentence_with_a_dash() {
    let desk = Desk::with_sample();
    let document = Document::of(&desk, "report summary --period 2018-Q2 --lang vi");
    let said = document.paragraphs(AROUND);
    for (sentence, items) in [("trong đó:", 3), ("gồm:", 2)] {
        let at = said.iter().position(|text| text.ends_with(sentence)).expect(sentence);
        let under = said[at + 1..].iter().take_while(|text| text.starts_with("- "));
        assert_eq!(under.count(), items, "{said:#?}");
    }
    assert_eq!(document.part(AROUND).matches("\"Item\"").count(), 5);
}

#[test]
fn a_short_result_and_its_label_stand_on_one_line_where_names_have_room_to_spare() {
    let desk = Desk::with_sample();
    desk.says("close 5/2018 --with-gaps -o c5.docx --lang vi");
    let document = Document::of(&desk, "report --period 5/2018 --filed --lang vi");
    let part = document.part(AROUND);
    let table = part.rsplit("<w:tblGrid>").find(|table| table.contains("Kết quả"));
    let table = table.expect("the rows");
    let head = table.split("</w:tr>").next().expect("a head");
    let place = head.split("</w:tc>").position(|cell| cell.contains("Kết quả")).expect("a label");
    let width = table.split("<w:gridCol w:w=\"").nth(place + 1).expect("a column");
    let width: u32 = width.split('"').next().expect("a width").parse().expect("a number");
    // Letters of 11 points: the label takes some 38 points, in bold, beside 6 that stay free.
    assert!(width > 44 * 20, "{width}");
}

#[test]
fn a_column_without_room_is_named_and_every_row_is_there() {
    let desk = Desk::with_sample();
    let document = Document::of(&desk, "report recommendations --lang vi");
    let said = document.paragraphs(AROUND);
    assert!(said.iter().any(|text| text == "Không in cột: Lĩnh vực."), "{said:#?}");
    let csv = desk.ok("report recommendations --format csv");
    let first = |line: &str| line.split([',', ';']).next().unwrap_or_default().to_owned();
    let mut codes = csv.lines().skip(1).map(first);
    let mut said = said.iter();
    assert!(codes.all(|code| said.any(|text| *text == code)));
}

#[test]
fn the_rows_of_a_paper_are_those_of_the_report_under_a_head_that_every_page_has() {
    let desk = Desk::with_sample();
    let rows = Document::of(&desk, "report coverage --period 7/2018").rows();
    let heads: Vec<&Vec<String>> = rows.iter().filter(|row| row.0).map(|row| &row.1).collect();
    assert_eq!(heads.len(), 1);
    let records = rows.iter().map(|row| &row.1).filter(|row| row.len() == heads[0].len());
    let records: Vec<&Vec<String>> = records.skip(1).collect();
    let csv = desk.ok("report coverage --period 7/2018 --format csv");
    let said: Vec<Vec<String>> = csv.lines().skip(1).map(fields).collect();
    assert_eq!(records.len(), 27);
    assert_eq!(said.len(), 27);
    for (record, said) in records.iter().zip(&said) {
        assert_eq!(record[1], format!("{} {}", said[3], said[4]));
        // Officials with a namesake have their code behind the name.
        assert!(record[2].starts_with(&said[6]), "{record:?}: {}", said[6]);
        let present = format!("{}/{}", said[14], said[13]);
        assert!(said[13].is_empty() || record.contains(&present), "{record:?}: {present}");
    }
    assert!(rows.iter().all(|row| !row.0 || row.1 == *heads[0]));
}

#[test]
fn every_report_and_list_is_a_document_and_the_same_one_twice() {
    let desk = Desk::with_sample();
    for line in LISTED.iter().chain(PAPERS) {
        let first = Document::of(&desk, line);
        assert!(!first.paragraphs(AROUND).is_empty(), "{line}");
        assert!(first.bytes() == Document::of(&desk, line).bytes(), "{line}");
        let is_paper = first.part(AROUND).contains("COMMUNIST PARTY OF VIETNAM");
        assert_eq!(is_paper, PAPERS.contains(line) || is_report(line), "{line}");
    }
}

/// Whether a line of the list is a report: lists, entries and what changed are no papers.
fn is_report(line: &str) -> bool {
    let others = ["--diff", "composition"];
    let is_report = ["report ", "brief "].iter().any(|word| line.starts_with(word));
    is_report && !others.iter().any(|word| line.contains(word))
}

#[test]
fn the_foot_of_a_closed_month_bears_its_fingerprint() {
    let desk = Desk::with_sample();
    let said = desk.says("close 6/2018 --with-gaps");
    let print = said.split("signed paper: ").nth(1).and_then(|rest| rest.split(". To").next());
    let print = print.unwrap_or_else(|| panic!("{said}"));
    for line in [
        "report --period 6/2018",
        "report quality --period 2018-Q2",
        "report summary --period 2018-Q2",
        "report --period 6/2018 --filed",
    ] {
        let foot = Document::of(&desk, line).paragraphs("word/footer1.xml").concat();
        assert!(foot.contains(&format!("Fingerprint: 2018-06 {print}")), "{line}: {foot}");
    }
    let foot = Document::of(&desk, "report --period 7/2018").paragraphs("word/footer1.xml");
    assert!(!foot.concat().contains("Fingerprint"), "{foot:?}");
}

#[test]
fn what_somebody_types_stays_a_text() {
    let desk = Desk::with_sample();
    desk.says("config upper_body \"<w:p>&amp; =1+1\"");
    desk.says("meeting amend P1-02 --period 7/2018 --note \"</w:t><w:br/> =HYPERLINK(1) ]]>\"");
    let document = Document::of(&desk, "report --period 7/2018");
    let said = document.paragraphs(AROUND);
    assert_eq!(said[0], "<W:P>&AMP; =1+1");
    let note = "</w:t><w:br/> =HYPERLINK(1) ]]>";
    assert!(said.iter().any(|text| text.contains(note)), "{said:#?}");
    assert!(!document.part(AROUND).contains("<w:br/>"));
}

#[test]
fn the_lines_of_the_letterhead_are_set_shown_and_taken_away() {
    let desk = Desk::with_new_book();
    let said = desk.says("config place-of-issue \"Quảng Trị\" --dry-run");
    assert!(said.contains("place_of_issue"), "{said}");
    let lines = [
        ("upper_body", "Thị ủy"),
        ("document_code", "BC/VPTU"),
        ("place_of_issue", "Quảng Trị"),
        ("on_behalf", "T/M Ban Thường vụ"),
        ("signer_post", "Bí thư"),
        ("recipients", "Các chi bộ; Lưu VPTU"),
    ];
    for (key, value) in lines {
        let said = desk.says(&format!("config {key} \"{value}\""));
        assert!(said.contains(&format!("{key}: (not set) → {value}")), "{said}");
        assert!(desk.ok(&format!("config {key} --format csv")).contains(value));
        desk.refuses(1, &format!("config {key} \"{value}\""));
        desk.refuses(2, &format!("config {key} \"\""));
    }
    desk.refuses(2, &format!("config place_of_issue {}", "x".repeat(161)));
    desk.refuses(2, "config signer_post 123456789");
    // The sign of the office stands behind the stroke, whatever the paper is.
    let said = Document::of(&desk, "report schedule --period 8/2018 --lang vi").paragraphs(AROUND);
    assert!(in_order(&said, &["Số       -TB/VPTU", "- Các chi bộ,", "- Lưu VPTU."]), "{said:#?}");
    let history = desk.ok("history show 3");
    assert!(history.contains("document_code") && history.contains("BC/VPTU"), "{history}");
    desk.says("config place_of_issue --unset");
    assert!(desk.ok("config place_of_issue --format csv").contains("place_of_issue,,"));
    desk.says("undo");
    assert!(desk.ok("config place_of_issue --format csv").contains("Quảng Trị"));
}

#[test]
fn the_letterhead_goes_out_and_comes_back_with_the_files() {
    let desk = Desk::with_sample();
    desk.says("export out");
    let other = Desk::with_new_book();
    other.write("settings.csv", desk.read("out/settings.csv"));
    other.says("import settings.csv");
    other.says("export out");
    assert!(desk.read("out/settings.csv") == other.read("out/settings.csv"));
    assert!(other.says("import settings.csv").contains("Nothing changes"));
    let moved = csv_of("key,value", &["place_of_issue,Đông Hà", "signer_post,"]);
    other.write("settings.csv", moved);
    let said = other.refuses(3, "import settings.csv");
    assert!(said.contains("settings.csv:3"), "{said}");
    other.write("settings.csv", csv_of("key,value", &["place_of_issue,Đông Hà"]));
    other.refuses(3, "import settings.csv");
    other.says("import settings.csv --amend");
    assert!(other.ok("config place_of_issue").contains("Đông Hà"));
}

#[test]
fn a_name_that_is_erased_is_looked_for_in_the_letterhead() {
    let desk = Desk::with_sample();
    desk.says("config recipients \"Đ/c Phan Văn Quýnh; Lưu\"");
    let erase = "official erase TUV-05 --reason \"Đề nghị\" --lang vi";
    let said = desk.refuses(1, erase);
    assert!(said.contains("Cài đặt recipients: chibo config recipients NỘI_DUNG_MỚI"), "{said}");
    desk.says("config recipients Lưu");
    desk.says(erase);
    let history = desk.ok("history show 2");
    assert!(!history.contains("Quýnh"), "{history}");
    let document = Document::of(&desk, "report --period 7/2018");
    assert!(!document.part(AROUND).contains("Phan Văn Quýnh"));
}

/// A terminal is told by a pseudo-terminal.
#[cfg(unix)]
#[test]
fn a_document_is_not_printed_to_a_terminal() {
    use expectrl::Expect;
    let desk = Desk::with_sample();
    let mut command = desk.command();
    command.args(["report", "--format", "docx"]);
    let mut session = expectrl::Session::spawn(command).expect("a terminal");
    session.expect("add -o REPORT.docx").expect("the way out");
}

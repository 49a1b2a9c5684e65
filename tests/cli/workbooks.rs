//! Workbooks into the record file, by the same rules as CSV.

use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::desk::{Answer, Desk};
use crate::workbook::{book_of, parts_of, put, saved, sheet_of, texts, zip_of};

const HEAD: &[&str] = &["period", "cell", "held_on", "visitors", "total", "present"];

/// The sample town; P3-06 has no record yet for July 2018.
fn desk_with(name: &str, book: &[u8]) -> Desk {
    let desk = Desk::with_sample();
    desk.write(name, book);
    desk
}

/// What is said of this workbook, which is refused.
fn refused(book: &[u8]) -> String {
    desk_with("book.xlsx", book).refuses(3, "import book.xlsx")
}

#[test]
fn a_workbook_with_a_sheet_for_each_file_gives_the_records_of_the_folder() {
    for town in ["small-town", "one-of-each"] {
        let folder = Desk::with_town(town);
        folder.says("export out");
        let desk = Desk::with_new_book();
        desk.lay_out(town);
        let files = desk.folder(town);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let tables: Vec<(String, String)> = files
            .iter()
            .filter(|(name, _)| name.ends_with(".csv"))
            .map(|(name, bytes)| (name.replace(".csv", ""), text(bytes)))
            .collect();
        let tables: Vec<(&str, &str)> =
            tables.iter().map(|(name, text)| (&**name, &**text)).collect();
        desk.write("town.xlsx", saved(&tables));
        desk.says("import town.xlsx");
        desk.says("export out");
        assert_eq!(desk.folder("out"), folder.folder("out"), "{town}");
    }
}

#[test]
fn a_sheet_is_recognised_by_its_headings_and_what_is_no_table_is_named() {
    let mut book = Workbook::new();
    let names = ["Phường 3", "Ghi chú", "Trống", "Danh mục"];
    for name in names {
        book.add_worksheet().set_name(name).unwrap();
    }
    let rows = [
        ["Tháng", "Chi bộ", "Ngày sinh hoạt", "Người dự"],
        ["7/2018", "P3-06", "2018-07-15", "LDB-04"],
    ];
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            put(book.worksheet_from_name(names[0]).unwrap(), row as u32, column as u16, text);
        }
    }
    put(book.worksheet_from_name(names[1]).unwrap(), 0, 0, "Gửi trước ngày 5");
    let hidden = book.worksheet_from_name(names[3]).unwrap();
    put(hidden, 0, 0, "P3-06");
    hidden.set_hidden(true);
    let desk = desk_with("thang-7.xlsx", &book.save_to_buffer().unwrap());
    let said = desk.says("import thang-7.xlsx");
    insta::assert_snapshot!(said, @r"
    Imported 1 new record, 0 changed, 0 unchanged (operation 2; to take it back: chibo undo).
      meetings.csv: new 1, changed 0, unchanged 0
      meetings.csv, Held on: earliest 2018-07-15, latest 2018-07-15
      months: 2018-07
      results: Attended 1
    Left aside, known neither by name nor by headings: thang-7.xlsx, 'Ghi chú'; thang-7.xlsx, Trống
    Not read (no file of records): thang-7.xlsx, 'Danh mục'
    ");
    assert_eq!(desk.row("P3-06", "2018-07")["held_on"], "2018-07-15");
}

#[test]
fn a_workbook_without_a_table_and_one_with_a_misspelt_heading_are_faults() {
    let notes = book_of(&[("Notes", &sheet_of(&texts(1, &["Hello"])))]);
    insta::assert_snapshot!(refused(&notes), @r"
    book.xlsx: no sheet has a name or headings that chibo knows; the blank files have them: chibo import --template FOLDER
    Left aside, known neither by name nor by headings: book.xlsx, Notes
    Error: The input has 1 fault, nothing was imported.
    Hint: Correct the places above and import again; to try without writing: add --dry-run
    ");
    let misspelt = texts(1, &["period", "cell", "held_on", "visitor"])
        + &texts(2, &["7/2018", "P3-06", "15/7/2018", "LDB-04"]);
    insta::assert_snapshot!(refused(&book_of(&[("P1", &sheet_of(&misspelt))])), @r#"
    book.xlsx, P1, column visitors (Who came): this column is missing
    book.xlsx, P1!1 “visitor”: there is no such column; nearest: visitors (Who came). To say which it is, or none: --columns "HEADING=column"
    Error: The input has 2 faults, nothing was imported.
    Hint: Correct the places above and import again; to try without writing: add --dry-run
    "#);
}

#[test]
fn a_workbook_lies_in_a_folder_as_a_file_does() {
    let desk = Desk::with_sample();
    let row = "period,cell,held_on,visitors\n2018-07,P3-06,2018-07-15,LDB-04\n";
    // Called as the file of the contract is, whatever its only sheet is called.
    desk.write("ward/meetings.xlsx", saved(&[("Sheet1", row)]));
    desk.write("ward/~$meetings.xlsx", "lock");
    desk.write("ward/._meetings.csv", "beside");
    let said = desk.says("import ward");
    assert!(said.contains("meetings.csv: new 1"), "{said}");
    assert!(said.contains("._meetings.csv; ward/~$meetings.xlsx"), "{said}");
}

#[test]
fn a_fault_is_named_by_sheet_and_cell() {
    let csv = "period,cell,held_on,visitors,total,present\n2018-07,P3-06,2018-07-15,LDB-04,20,200\n\
               2018-07,P9-99,2018-07-15,LDB-04,20,20.5\n";
    insta::assert_snapshot!(refused(&saved(&[("Phường 3", csv)])), @r"
    book.xlsx, 'Phường 3'!F2, column present (Members present) “200”: 200 present is more than 20 in all
    book.xlsx, 'Phường 3'!B3, column cell (Cell) “P9-99”: this code is neither on record nor in the files
    book.xlsx, 'Phường 3'!F3, column present (Members present) “20.5”: “20.5” cannot stand for present: a whole number from 0 to 9999 is needed
    Error: The input has 3 faults, nothing was imported.
    Hint: Correct the places above and import again; to try without writing: add --dry-run
    ");
}

#[test]
fn merged_cells_hold_their_value_for_each_row() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    for (row, line) in [
        "code,name,kind,committee,founded",
        "P1-91,Khu phố A,neighbourhood,,2018-01-01",
        "P1-92,Khu phố B,neighbourhood,,2018-01-01",
        "P2-91,Khu phố C,neighbourhood,P2,2018-01-01",
    ]
    .iter()
    .enumerate()
    {
        for (column, text) in line.split(',').enumerate() {
            put(sheet, row as u32, column as u16, text);
        }
    }
    sheet.merge_range(1, 3, 2, 3, "P1", &plain).unwrap();
    let desk = desk_with("cells.xlsx", &book.save_to_buffer().unwrap());
    desk.says("import cells.xlsx");
    let list = desk.ok("cell list --format csv");
    let committee = |cell: &str| {
        let line = list.lines().find(|line| line.starts_with(cell)).unwrap().to_owned();
        line.split(',').nth(3).unwrap().to_owned()
    };
    assert_eq!(["P1-91", "P1-92", "P2-91"].map(committee), ["P1", "P1", "P2"], "{list}");
}

/// Styles of a workbook written by hand: plain, a day, percent, three digits, a month.
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"000\"/><numFmt numFmtId=\"171\" formatCode=\"mm/yyyy\"/></numFmts>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>";

/// A workbook with these cells in the second row of a sheet of meetings.
fn meeting(cells: &str, is_1904: bool) -> Vec<u8> {
    let rows = texts(1, HEAD) + &format!("<row r=\"2\">{cells}</row>");
    let mut parts = parts_of(&[("meetings", &sheet_of(&rows))]);
    parts.push(("xl/styles.xml", STYLES.into()));
    if is_1904 {
        let book = String::from_utf8(parts[1].1.clone()).unwrap();
        parts[1].1 = book.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>").into();
    }
    zip_of(parts)
}

const WHERE: &str = "<c r=\"A2\" t=\"inlineStr\"><is><t>7/2018</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>P3-06</t></is></c>";
const WHO: &str = "<c r=\"D2\" t=\"inlineStr\"><is><t>LDB-04</t></is></c>";

#[test]
fn days_count_from_1900_or_from_1904() {
    for (serial, is_1904) in [(43296, false), (41834, true)] {
        let cells = format!("{WHERE}<c r=\"C2\" s=\"1\"><v>{serial}</v></c>{WHO}");
        let desk = desk_with("meetings.xlsx", &meeting(&cells, is_1904));
        desk.says("import meetings.xlsx");
        assert_eq!(desk.row("P3-06", "2018-07")["held_on"], "2018-07-15");
    }
}

#[test]
fn a_cell_counts_for_what_is_seen_in_it() {
    let on = format!("{WHERE}<c r=\"C2\" s=\"1\"><v>43296</v></c>{WHO}");
    // A formula counts for its value.
    let worked_out = format!("{on}<c r=\"E2\"><f>20+5</f><v>25</v></c><c r=\"F2\"><v>20</v></c>");
    let desk = desk_with("meetings.xlsx", &meeting(&worked_out, false));
    desk.says("import meetings.xlsx");
    assert_eq!(desk.row("P3-06", "2018-07")["total"], "25");
    let mut said = String::new();
    for cell in [
        "<c r=\"E2\"><f>20+5</f></c>",
        "<c r=\"E2\"><f>20+5</f><v></v></c>",
        "<c r=\"E2\" t=\"e\"><v>#N/A</v></c>",
        "<c r=\"E2\" t=\"e\"><v>#SPILL!</v></c>",
        "<c r=\"E2\" t=\"b\"><v>1</v></c>",
        "<c r=\"E2\" s=\"2\"><v>1</v></c>",
        "<c r=\"E2\" s=\"1\"><v>25</v></c>",
    ] {
        said += &refused(&meeting(&format!("{on}{cell}"), false))
            .lines()
            .next()
            .unwrap()
            .replace("book.xlsx, ", "");
        said += "\n";
    }
    insta::assert_snapshot!(said, @r"
    meetings: cell E2 is a formula that was never worked out; open the file in Excel or LibreOffice and save it
    meetings: cell E2 is a formula that was never worked out; open the file in Excel or LibreOffice and save it
    meetings!E2, column total (Members in all) “#N/A”: “#N/A” cannot stand for members in all: a whole number from 0 to 9999 is needed
    meetings: a cell has the error #SPILL!; mend its formula and save
    meetings!E2, column total (Members in all) “TRUE”: “TRUE” cannot stand for members in all: a whole number from 0 to 9999 is needed
    meetings!E2, column total (Members in all) “100%”: “100%” cannot stand for members in all: a whole number from 0 to 9999 is needed
    meetings!E2, column total (Members in all) “25”: Numbers are missing: present
    ");
}

#[test]
fn a_time_behind_a_day_is_refused_unless_it_is_midnight() {
    let at = |serial: &str| format!("{WHERE}<c r=\"C2\" s=\"1\"><v>{serial}</v></c>{WHO}");
    let said = refused(&meeting(&at("43296.5"), false));
    assert!(said.contains("meetings!C2, column held_on (Held on) “15/07/2018 12:00”"), "{said}");
}

#[test]
fn other_files_of_spreadsheets_are_refused_with_the_way_out() {
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.resize(2000, 0);
    let old = locked.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let ods = zip_of([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec())]);
    let mut cut = saved(&[("meetings", "period,cell\n")]);
    cut.truncate(cut.len() / 2);
    let mut flipped = saved(&[("meetings", "period,cell\n")]);
    let middle = flipped.len() / 3;
    flipped[middle] ^= 0x55;
    let page = "<html><table><tr><td>period</td></tr></table></html>".as_bytes().to_vec();
    let docx = zip_of([("word/document.xml", b"<w/>".to_vec())]);
    let mut said = String::new();
    for (name, bytes) in [
        ("a.xls", &old),
        ("a.xlsx", &old),
        ("b.xlsx", &locked),
        ("c.ods", &ods),
        ("d.xls", &page),
        ("e.xlsx", &cut),
        ("f.xlsx", &flipped),
        ("g.xlsx", &docx),
    ] {
        let desk = desk_with(name, bytes);
        said += desk.refuses(3, &format!("import {name}")).lines().next().unwrap();
        said += "\n";
        // In a folder they are not passed over in silence.
        desk.write(&format!("ward/{name}"), bytes);
        desk.refuses(3, "import ward");
    }
    insta::assert_snapshot!(said, @r"
    a.xls: this is an old workbook (.xls); open it in Excel and choose Save As → Excel Workbook (.xlsx)
    a.xlsx: this is an old workbook (.xls); open it in Excel and choose Save As → Excel Workbook (.xlsx)
    b.xlsx: the workbook has a password; open it in Excel, take the password off (File → Info → Protect Workbook) and save it
    c.ods: this is an OpenDocument file (.ods); open it in LibreOffice or Excel and choose Save As → .xlsx or CSV UTF-8
    d.xls: this is a web page or XML, though it may be called a workbook; open it in Excel and choose Save As → .xlsx or CSV UTF-8
    e.xlsx: the workbook is damaged, or no spreadsheet wrote it (zip); open it in Excel, save it as .xlsx and import it again
    f.xlsx: the workbook is damaged, or no spreadsheet wrote it (xl/theme/theme1.xml); open it in Excel, save it as .xlsx and import it again
    g.xlsx: the workbook is damaged, or no spreadsheet wrote it (workbook.xml); open it in Excel, save it as .xlsx and import it again
    ");
}

/// Calls chibo with so much memory and no more.
#[cfg(target_os = "linux")]
fn within(kilobytes: u32, desk: &Desk, arguments: &[&str]) -> Answer {
    let mut command = std::process::Command::new("sh");
    let called = desk.command();
    command.arg("-c").arg(format!("ulimit -v {kilobytes} && exec \"$0\" \"$@\""));
    command.arg(called.get_program()).args(arguments).env_clear();
    command.envs(called.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.current_dir(desk.path(""));
    let output = command.output().expect("chibo runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("chibo writes UTF-8");
    Answer {
        stdout: text(output.stdout),
        stderr: text(output.stderr),
        status: output.status.code().unwrap_or(-1),
    }
}

/// Workbooks that are small and ask for much.
fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let head = texts(1, HEAD);
    let rows = |more: &str| sheet_of(&format!("{head}{more}"));
    let with = |name: &'static str, content: Vec<u8>| {
        let mut parts = parts_of(&[("meetings", &rows(""))]);
        parts.retain(|(part, _)| *part != name);
        parts.push((name, content));
        zip_of(parts)
    };
    // Its directory says that the part is of another size.
    let said = |size: u32| {
        let content = vec![b' '; 4 << 20];
        let real = (content.len() as u32).to_le_bytes();
        let mut book = with("xl/worksheets/sheet1.xml", content);
        let at = book.windows(4).rposition(|bytes| bytes == real).unwrap();
        book[at..at + 4].copy_from_slice(&size.to_le_bytes());
        book
    };
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "x".repeat(50_000),
        "<xf fontId=\"0\"/>".repeat(50_000)
    );
    let merged: String =
        (2..40_000).map(|row| format!("<mergeCell ref=\"A{row}:A1048576\"/>")).collect();
    let many = "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>".repeat(5000);
    vec![
        ("a part of 4 GB", said(u32::MAX - 1)),
        ("a part of 300 MB", said(300 << 20)),
        ("a part that is larger than it says", said(1000)),
        (
            "800,000 texts",
            with(
                "xl/sharedStrings.xml",
                [b"<sst>", &b"<si/>".repeat(800_000)[..], b"</sst>"].concat(),
            ),
        ),
        (
            "so many texts as are said",
            with("xl/sharedStrings.xml", b"<sst uniqueCount=\"99999999999\"></sst>".to_vec()),
        ),
        ("styles that name a long font", with("xl/styles.xml", styles.into())),
        (
            "one far cell",
            book_of(&[(
                "meetings",
                &rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"),
            )]),
        ),
        ("elements in elements", with("xl/worksheets/sheet1.xml", "<a>".repeat(100_000).into())),
        (
            "a text of 4 MB",
            with(
                "xl/worksheets/sheet1.xml",
                rows(&format!("<row><c t=\"inlineStr\"><is><t>{}", "x".repeat(4 << 20))).into(),
            ),
        ),
        (
            "many merged cells",
            book_of(&[(
                "meetings",
                &format!(
                    "<worksheet><sheetData>{head}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
                ),
            )]),
        ),
        (
            "many sheets",
            with("xl/workbook.xml", format!("<workbook><sheets>{many}</sheets></workbook>").into()),
        ),
        (
            "many parts",
            zip_of(
                (0..12_000)
                    .map(|_| "x")
                    .enumerate()
                    .map(|(at, _)| (&*Box::leak(format!("x{at}").into_boxed_str()), Vec::new())),
            ),
        ),
        (
            "a place that is none",
            book_of(&[(
                "meetings",
                &rows("<row r=\"2\"><c r=\"ZZZZZZZ99999999999\"><v>1</v></c></row>"),
            )]),
        ),
        (
            "merged cells from below to above",
            book_of(&[(
                "meetings",
                &format!(
                    "<worksheet><sheetData>{head}</sheetData><mergeCells><mergeCell ref=\"B9:A1\"/></mergeCells></worksheet>"
                ),
            )]),
        ),
        (
            "rows from below to above",
            book_of(&[(
                "meetings",
                &rows(
                    "<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
                ),
            )]),
        ),
        (
            "an entity",
            with(
                "xl/worksheets/sheet1.xml",
                b"<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>".to_vec(),
            ),
        ),
    ]
}

#[test]
fn no_workbook_takes_more_memory_than_an_office_has() {
    for (what, book) in hostile() {
        let desk = desk_with("book.xlsx", &book);
        let begun = std::time::Instant::now();
        #[cfg(target_os = "linux")]
        let answer = within(300_000, &desk, &["import", "book.xlsx"]);
        #[cfg(not(target_os = "linux"))]
        let answer = desk.run("import book.xlsx");
        assert_eq!(answer.status, 3, "{what}: {}", answer.stderr);
        assert!(answer.stderr.starts_with("book.xlsx"), "{what}: {}", answer.stderr);
        assert!(begun.elapsed().as_secs() < 20, "{what}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_sheet_that_says_it_has_a_billion_cells_is_read_for_those_it_has() {
    let rows = texts(1, HEAD) + &texts(2, &["7/2018", "P3-06", "15/7/2018", "LDB-04"]);
    let xml = format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>"
    );
    let desk = desk_with("book.xlsx", &book_of(&[("P3", &xml)]));
    desk.says("import book.xlsx");
}

#[test]
fn a_formula_of_another_program_counts_for_the_value_it_was_saved_with() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in HEAD.iter().enumerate() {
        put(sheet, 0, column as u16, text);
    }
    for (column, text) in ["2018-07", "P3-06", "2018-07-15", "LDB-04", "", "20"].iter().enumerate()
    {
        put(sheet, 1, column as u16, text);
    }
    sheet.write_formula(1, 4, Formula::new("=20+5").set_result("25")).unwrap();
    let desk = desk_with("meetings.xlsx", &book.save_to_buffer().unwrap());
    desk.says("import meetings.xlsx");
    assert_eq!(desk.row("P3-06", "2018-07")["total"], "25");
}

#[test]
fn a_sheet_as_an_office_has_it_is_read_under_its_title_and_above_its_signatures() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let month = Format::new().set_num_format("mm/yyyy");
    sheet.set_name("Tháng 7").unwrap();
    put(sheet, 0, 0, "BÁO CÁO SINH HOẠT CHI BỘ PHƯỜNG 3");
    let head = ["STT", "Tháng", "Chi bộ", "Ngày sinh hoạt", "Người dự", "Họp chi ủy trước"];
    for (column, text) in head.iter().enumerate() {
        put(sheet, 2, column as u16, text);
    }
    let row = ["1", "", "Khu phố 6, Phường 3", "2018-07-15", "không"];
    for (column, text) in row.iter().enumerate() {
        put(sheet, 3, column as u16, text);
    }
    let july = rust_xlsxwriter::ExcelDateTime::parse_from_str("2018-07-01").unwrap();
    sheet.write_datetime_with_format(3, 1, &july, &month).unwrap();
    sheet.write_boolean(3, 5, true).unwrap();
    put(sheet, 4, 0, "Tổng cộng");
    put(sheet, 6, 4, "Người lập biểu");
    let desk = desk_with("phuong-3.xlsx", &book.save_to_buffer().unwrap());
    let said = desk.says("import phuong-3.xlsx");
    insta::assert_snapshot!(said, @r"
    Imported 1 new record, 0 changed, 0 unchanged (operation 2; to take it back: chibo undo).
      meetings.csv: new 1, changed 0, unchanged 0
      meetings.csv, Held on: earliest 2018-07-15, latest 2018-07-15
      months: 2018-07
      results: Absent, no reason recorded 1
    Left aside, rows without a code below the last record: phuong-3.xlsx, 'Tháng 7'!5 “Tổng cộng”; phuong-3.xlsx, 'Tháng 7'!7 “Người lập biểu”
    ");
    assert_eq!(desk.row("P3-06", "2018-07")["held_on"], "2018-07-15");
}

#[test]
fn a_list_that_chibo_wrote_as_a_workbook_is_read_back() {
    let desk = Desk::with_sample();
    for lang in ["vi", "en"] {
        desk.ok(&format!("cell list --all -o list.xlsx --lang {lang}"));
        let answer = desk.run("import list.xlsx");
        assert!(answer.stderr.starts_with("Nothing changes"), "{lang}: {}", answer.stderr);
    }
}

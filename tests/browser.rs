//! Pages in a real browser: wide and narrow, light and dark, printed, with the keyboard alone, and with names that mean
//! harm. Run with `cargo test --features office`, where Chromium, poppler and axe-core are installed (`.ci/run`).

#![cfg(feature = "office")]

mod common;

use std::ffi::OsStr;
use std::process::Command;
use std::sync::Arc;

use common::csv::rows;
use common::desk::Desk;
use common::listed::LISTED;
use headless_chrome::protocol::cdp::Emulation::{
    MediaFeature, SetDeviceMetricsOverride, SetEmulatedMedia,
};
use headless_chrome::types::PrintToPdfOptions;
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde_json::Value;

/// The rules of accessibility, as `npm install --prefix target/axe axe-core` brings them.
const AXE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/target/axe/node_modules/axe-core/axe.min.js");

/// A browser that calls nobody.
fn browser() -> Browser {
    let args = [
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-gpu",
        // A small machine has little of this memory.
        "--disable-dev-shm-usage",
    ];
    let options = LaunchOptions::default_builder()
        .sandbox(false)
        .idle_browser_timeout(std::time::Duration::from_secs(300))
        .args(args.map(OsStr::new).to_vec())
        .build()
        .expect("options");
    Browser::new(options).expect("Chromium is installed")
}

/// A file of the desk in a window of this width, in light or dark colours.
fn open(browser: &Browser, desk: &Desk, file: &str, (width, scheme): (u32, &str)) -> Arc<Tab> {
    let tab = browser.new_tab().expect("a tab");
    let size = SetDeviceMetricsOverride {
        width,
        height: 900,
        device_scale_factor: 1.0,
        mobile: width < 600,
        scale: None,
        screen_width: None,
        screen_height: None,
        position_x: None,
        position_y: None,
        dont_set_visible_size: None,
        screen_orientation: None,
        viewport: None,
        display_feature: None,
        device_posture: None,
    };
    tab.call_method(size).expect("a size");
    media(&tab, "screen", scheme);
    let url = format!("file://{}", desk.path(file).display());
    tab.navigate_to(&url).expect("a page").wait_until_navigated().expect("a page");
    tab
}

fn media(tab: &Tab, media: &str, scheme: &str) {
    let feature = MediaFeature { name: "prefers-color-scheme".into(), value: scheme.into() };
    let wanted = SetEmulatedMedia { media: Some(media.into()), features: Some(vec![feature]) };
    tab.call_method(wanted).expect("media");
}

/// What a script gives, as JSON.
fn asked(tab: &Tab, script: &str) -> Value {
    let script = format!("(async () => JSON.stringify(await ({script})))()");
    let found = tab.evaluate(&script, true).expect("a script that runs");
    let text = found.value.expect("a value");
    serde_json::from_str(text.as_str().expect("JSON")).expect("JSON")
}

/// The pages of every kind of report that are looked at here.
fn pages(desk: &Desk) -> Vec<String> {
    let lines = [
        "page --period 2018",
        "report --period 7/2018",
        "report officials --period 2018-H1",
        "report recommendations",
        "report duties --period 2018",
        "report quality --period 7/2018",
        "report schedule --period 8/2018",
        "report summary --period 2018-Q2",
        "brief P1-02 --period 8/2018",
    ];
    let mut files = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for lang in ["vi", "en"] {
            let file = format!("{lang}{at}.html");
            desk.ok(&format!("{line} --lang {lang} -o {file}"));
            files.push(file);
        }
    }
    files
}

#[test]
fn no_rule_of_accessibility_is_broken_on_any_screen_and_nothing_is_wider_than_it() {
    let desk = Desk::with_sample();
    let axe = std::fs::read_to_string(AXE)
        .expect("axe-core is there: npm install --prefix target/axe axe-core");
    let browser = browser();
    for file in pages(&desk) {
        // The page of leaders in every way, the others in two that differ in both.
        let all = [(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")];
        let ways = if file.contains('0') { &all[..] } else { &all[..2] };
        for (width, scheme) in ways.iter().copied() {
            let tab = open(&browser, &desk, &file, (width, scheme));
            let way = format!("{file}, {width} wide, {scheme}");
            let paper = asked(&tab, "getComputedStyle(document.body).backgroundColor");
            let is_light = scheme == "light";
            let expected = if is_light { "rgb(255, 255, 255)" } else { "rgb(20, 23, 26)" };
            assert_eq!(paper, expected, "{way}");
            let wider = "document.documentElement.scrollWidth - innerWidth";
            assert!(asked(&tab, wider).as_i64() <= Some(0), "{way}");
            // A bar that is cut off would say something else than its figure.
            let cut = "[...document.querySelectorAll('svg.bar')].filter(bar => \
                       bar.getBoundingClientRect().right > innerWidth).length";
            assert_eq!(asked(&tab, cut), 0, "{way}");
            tab.evaluate(&axe, false).expect("axe-core");
            let broken = asked(
                &tab,
                "axe.run(document, {resultTypes: ['violations']}).then(found => \
                 found.violations.map(it => `${it.id}: ${it.nodes[0].html}`))",
            );
            assert_eq!(broken, Value::Array(Vec::new()), "{way}");
            tab.close(false).expect("closed");
        }
    }
}

#[test]
fn rows_are_found_without_accents_and_sorted_with_the_keyboard_alone() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi");
    desk.ok("report --period 7/2018 -o month.html");
    let browser = browser();
    let tab = open(&browser, &desk, "month.html", (1280, "light"));
    let focused = "document.activeElement.className || document.activeElement.type";
    tab.press_key("Tab").expect("a key");
    assert_eq!(asked(&tab, focused), "skip");
    tab.press_key("Tab").expect("a key");
    assert_eq!(asked(&tab, focused), "search");
    tab.type_str("thon an thanh").expect("typed");
    let shown = "[...document.querySelectorAll('table.d tbody tr:not([hidden])')].map(tr => \
                 tr.cells[0].textContent.trim() + ' ' + (tr.cells[1]?.textContent.trim() ?? ''))";
    let found = asked(&tab, shown);
    let found: Vec<&str> = found.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(found.iter().any(|row| row.contains("HL-03")), "{found:?}");
    assert!(!found.iter().any(|row| row.contains("P1-01")), "{found:?}");
    let said = asked(&tab, "document.querySelector('[role=status]').textContent");
    let all = rows(&desk.ok("report --period 7/2018 --format csv")).len();
    assert_eq!(said, format!("1/{all} dòng"));
    for _ in 0.."thon an thanh".len() {
        tab.press_key("Backspace").expect("a key");
    }
    // On to the button of the column of who is assigned.
    let label = "document.activeElement.textContent";
    let mut steps = 0;
    while asked(&tab, label) != "Cán bộ được phân công" {
        tab.press_key("Tab").expect("a key");
        steps += 1;
        assert!(steps < 20, "{}", asked(&tab, label));
    }
    let names = "[...document.querySelectorAll('table.d tbody')].map(body => \
                 [...body.rows].filter(tr => tr.className === '').map(tr => tr.cells[2].textContent))";
    let before = asked(&tab, names);
    for (presses, sorted) in [(1, "ascending"), (2, "descending")] {
        tab.press_key("Enter").expect("a key");
        let head = asked(&tab, "document.activeElement.closest('th').getAttribute('aria-sort')");
        assert_eq!(head, sorted, "after {presses}");
        let order = "((a, b) => new Intl.Collator('vi', {numeric: true}).compare(a, b))";
        let is_sorted = format!(
            "({names}).every(group => group.every((name, at) => at === 0 || \
             {order}(group[at - 1], name) * {} <= 0))",
            if presses == 1 { 1 } else { -1 }
        );
        assert_eq!(asked(&tab, &is_sorted), true, "{sorted}: {}", asked(&tab, names));
    }
    // Nobody has gone to another committee.
    let members = |groups: &Value| {
        let groups = groups.as_array().unwrap().iter();
        groups
            .map(|group| {
                let mut names: Vec<String> =
                    group.as_array().unwrap().iter().map(Value::to_string).collect();
                names.sort();
                names
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(members(&before), members(&asked(&tab, names)));
}

/// The text of a PDF, a page each.
fn texts_of(desk: &Desk, pdf: &[u8]) -> Vec<String> {
    desk.write("page.pdf", pdf);
    let output = Command::new("pdftotext")
        .args(["-layout", "page.pdf", "-"])
        .current_dir(desk.path(""))
        .output()
        .expect("poppler is installed");
    assert!(output.status.success());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

#[test]
fn printed_on_paper_nothing_is_cut_off_and_heads_stand_on_every_sheet() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_LANG", "vi");
    let browser = browser();
    for (line, sheets) in [
        ("report --period 7/2018", 1..=2),
        ("page --period 2018", 6..=11),
        ("brief P1-02 --period 8/2018", 1..=1),
        ("report --period 2017-06..2018-07", 2..=3),
    ] {
        desk.ok(&format!("{line} -o page.html"));
        let tab = open(&browser, &desk, "page.html", (1280, "light"));
        // What is in the tables of the page, as a person reads it.
        let cells =
            "[...document.querySelectorAll('td, tbody th')].map(it => it.textContent.trim())";
        let cells = asked(&tab, cells);
        media(&tab, "print", "light");
        let options = PrintToPdfOptions {
            prefer_css_page_size: Some(true),
            print_background: Some(true),
            ..PrintToPdfOptions::default()
        };
        let pdf = tab.print_to_pdf(Some(options)).expect("a PDF");
        let pages = texts_of(&desk, &pdf);
        assert!(sheets.contains(&pages.len()), "{line}: {} sheets", pages.len());
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        // Texts broken into lines stand in pieces: word for word they are all there.
        let printed = squeezed(&pages.concat());
        for cell in cells.as_array().unwrap().iter().filter_map(Value::as_str) {
            for word in cell.split_whitespace() {
                assert!(printed.contains(&squeezed(word)), "{line}: {word} of {cell} is cut");
            }
        }
        if line == "report --period 7/2018" {
            for page in &pages {
                assert!(page.contains("Chi bộ") && page.contains("Tỷ lệ"), "{page}");
            }
        }
    }
}

#[test]
fn names_that_mean_harm_are_letters_on_the_page_and_do_nothing() {
    let desk = Desk::with_sample();
    let hostile = [
        "<script>hacked = 1</script>",
        "\"><img src=x onerror=hacked=1>",
        "<svg onload=hacked=1>",
        "{{7*7}}&lt,b",
        "=cmd|' /C calc'!A0",
        "<!-- a",
        "</style></title><script>hacked = 1</script>",
    ];
    for (at, text) in hostile.iter().enumerate() {
        let cell = format!("P1-0{}", at + 1);
        let answer = desk.call(["cell", "rename", &cell, text, "--on", "1/1/2018"]);
        assert_eq!(answer.status, 0, "{text}: {}", answer.all());
    }
    let browser = browser();
    for line in ["report --period 7/2018", "page --period 2018", "report schedule --period 8/2018"]
    {
        desk.ok(&format!("{line} -o page.html"));
        let tab = open(&browser, &desk, "page.html", (1280, "light"));
        assert_eq!(asked(&tab, "typeof hacked"), "undefined", "{line}");
        let foreign = "[...document.querySelectorAll('img, script, iframe, link, object')].length";
        assert_eq!(asked(&tab, foreign), 1, "{line}: only chibo's own script");
        let shown =
            asked(&tab, "document.querySelector('main').textContent.replaceAll('\\u00a0', ' ')");
        for text in hostile {
            assert!(shown.as_str().unwrap().contains(text), "{line}: {text}");
        }
    }
}

#[test]
fn every_report_and_list_opens_as_a_page() {
    let desk = Desk::with_sample();
    let browser = browser();
    for line in LISTED {
        desk.ok(&format!("{line} -o page.html"));
        let tab = open(&browser, &desk, "page.html", (1280, "light"));
        let title = asked(&tab, "document.querySelector('h1').textContent");
        assert!(!title.as_str().unwrap().is_empty(), "{line}");
        // The style and the script are those that the policy allows.
        let style = asked(&tab, "getComputedStyle(document.body).maxWidth");
        assert_eq!(style, "1248px", "{line}");
        let records = "document.querySelectorAll('table.d tbody tr:not([class])').length > 1";
        let found = "document.querySelector('.find') !== null";
        assert_eq!(asked(&tab, found), asked(&tab, records), "{line}");
        tab.close(false).expect("closed");
    }
}

/// A town of 250 cells with a meeting in each of 60 months, of which one in seven had no visitor.
fn large_town() -> Desk {
    let desk = Desk::with_new_book();
    let written = |head: &str, rows: &mut dyn Iterator<Item = String>| {
        rows.fold(format!("{head}\n"), |file, row| file + &row + "\n")
    };
    let cells = || (1..=250).map(|cell| (cell, format!("C{}-{cell:03}", cell % 10)));
    let of_cells = |row: &dyn Fn(usize, &str) -> String| -> Vec<String> {
        cells().map(|(number, code)| row(number, &code)).collect()
    };
    let committees = (0..10).map(|number| format!("C{number},Phường {number},ward"));
    desk.write("town/committees.csv", written("code,name,kind", &mut committees.into_iter()));
    let rows =
        of_cells(&|number, code| format!("{code},Khu phố {number},neighbourhood,C{}", number % 10));
    desk.write("town/cells.csv", written("code,name,kind,committee", &mut rows.into_iter()));
    let rows = of_cells(&|number, _| format!("V{number:03},Nguyễn Văn {number}"));
    desk.write("town/officials.csv", written("code,full_name", &mut rows.into_iter()));
    let rows = of_cells(&|number, code| format!("{code},V{number:03},2014-01-01"));
    desk.write("town/assignments.csv", written("cell,official,from", &mut rows.into_iter()));
    let months =
        (2014..=2018).flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}")));
    let rows: Vec<String> = months
        .flat_map(|month| {
            cells().map(move |(number, code)| {
                let came = !(number + month.as_bytes()[6] as usize).is_multiple_of(7);
                let visitors = if came { format!("V{number:03}") } else { "none".to_owned() };
                format!("{month},{code},{month}-05,{visitors}")
            })
        })
        .collect();
    let head = "period,cell,held_on,visitors";
    desk.write("town/meetings.csv", written(head, &mut rows.into_iter()));
    desk.says("import town --today 2019-01-10");
    desk
}

#[test]
fn a_page_of_five_years_of_a_large_town_is_small_and_opens() {
    let desk = large_town();
    let answer = desk.run("page --period 2014-01..2018-12 --today 2019-01-10 -o page.html");
    assert_eq!(answer.status, 0, "{}", answer.all());
    let bytes = desk.read("page.html").len();
    assert!(bytes < 2_000_000, "{bytes}");
    let browser = browser();
    let tab = open(&browser, &desk, "page.html", (1280, "light"));
    let cells = "document.querySelectorAll('tr:not(.g):not(.t) td.h').length";
    assert_eq!(asked(&tab, cells), 250 * 60);
    let wider = "document.documentElement.scrollWidth - innerWidth";
    assert!(asked(&tab, wider).as_i64() <= Some(0));
}

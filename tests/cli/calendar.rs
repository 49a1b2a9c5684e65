//! The announced dates as a file for calendar programs, read back by a reader that is not ours.

use icalendar::{Calendar, Component, EventLike};

use crate::desk::Desk;

fn read(text: &str) -> Calendar {
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Title, beginning and end of each appointment, and what names it.
fn events(text: &str) -> Vec<[String; 4]> {
    let calendar = read(text);
    let events = calendar.components.iter().filter_map(|it| it.as_event());
    let value = |event: &icalendar::Event, key: &str| {
        event.property_value(key).unwrap_or_default().to_owned()
    };
    let one = |event: &icalendar::Event| {
        [
            value(event, "SUMMARY"),
            value(event, "DTSTART"),
            value(event, "DTEND"),
            value(event, "UID"),
        ]
    };
    events.map(one).collect()
}

#[test]
fn a_phone_reads_what_an_official_is_asked_to() {
    let desk = Desk::with_sample();
    let text = desk.ok("calendar --period 8/2018 --lang vi");
    assert_eq!(events(&text).len(), 26);
    let his = desk.ok("calendar --official TUV-06 --lang vi");
    let [[title, begins, ends, _]] = &events(&his)[..] else { panic!("{his}") };
    assert_eq!(title, "Sinh hoạt chi bộ P1-02 Khu phố 2");
    assert_eq!((begins.as_str(), ends.as_str()), ("20180803T193000", "20180803T210000"));
    assert!(
        his.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:") && his.contains("TZOFFSETTO:+0700"),
        "{his}"
    );
    let calendar = read(&his);
    let event = calendar.components.iter().find_map(|it| it.as_event()).unwrap();
    assert_eq!(event.get_location(), Some("Nhà văn hóa khu phố 2"));
    let about =
        event.get_description().unwrap_or_default().replace("\\n", "\n").replace("\\,", ",");
    assert_eq!(
        about,
        "Chi bộ: P1-02 Khu phố 2, Phường 1\nTháng: 8/2018\nCán bộ được mời dự: Lê Văn Thắng (TUV-06)"
    );
}

#[test]
fn a_date_without_an_hour_takes_the_day_and_one_that_moves_keeps_its_name() {
    let desk = Desk::with_sample();
    desk.says("meeting plan P1-04 --on 7/8/2018 --place \"Nhà văn hóa; tầng 2, phòng họp\"");
    let first = desk.ok("calendar --cell P1-04");
    assert!(
        first.contains("DTSTART;VALUE=DATE:20180807\r\nDTEND;VALUE=DATE:20180808\r\n"),
        "{first}"
    );
    assert!(first.contains("LOCATION:Nhà văn hóa\\; tầng 2\\, phòng họp\r\n"), "{first}");
    assert!(first.contains("SEQUENCE:0\r\n"), "{first}");
    assert_eq!(
        desk.ok("calendar --cell P1-04 --today 2018-08-09"),
        first,
        "the same dates, the same bytes"
    );
    desk.says("meeting plan P1-04 --on 31/8/2018 --at 23h");
    desk.says("cell recode P1-04 P1-40");
    let second = desk.ok("calendar --cell P1-40");
    assert!(second.contains("SEQUENCE:1\r\n"), "{second}");
    assert!(
        second.contains(":20180831T230000\r\n") && second.contains(":20180901T003000\r\n"),
        "{second}"
    );
    assert_eq!(events(&first)[0][3], events(&second)[0][3]);
}

#[test]
fn a_calendar_goes_into_a_file_and_says_what_it_holds() {
    let desk = Desk::with_sample();
    let said = desk.says("calendar -o lich.ics --period 2018-Q3 --lang vi");
    assert_eq!(
        said,
        "Đã ghi vào lich.ics\nLịch có 52 buổi của quý III/2018; buổi có giờ được tính 90 phút, buổi chưa có giờ là cả ngày.\n"
    );
    assert_eq!(events(&String::from_utf8(desk.read("lich.ics")).unwrap()).len(), 52);
    let none = desk.run("calendar --period 9/2018");
    assert_eq!(none.status, 0);
    assert!(none.stderr.contains("Nothing is planned for September 2018"), "{}", none.stderr);
    read(&none.stdout);
}

#[test]
fn a_calendar_is_written_only_into_a_file_that_calendars_open() {
    let desk = Desk::with_sample();
    let before = desk.files();
    for name in ["x.csv", "x", "x.xlsx"] {
        let said = desk.refuses(2, &format!("calendar -o {name} --lang vi"));
        assert!(said.contains("tên phải có đuôi .ics") && said.contains("-o x.ics"), "{said}");
    }
    assert_eq!(desk.files(), before);
    desk.says("calendar -o x.ICS");
}

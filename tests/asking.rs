//! Questions at a terminal: the real program is driven through a pseudo-terminal, and what it records is compared with
//! what the same command records without questions.
#![cfg(unix)]

mod common;

use std::process::Stdio;
use std::time::Duration;

use common::desk::{Desk, words};
use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Eof, Expect, Regex, Session};

/// Longer than any machine takes for one answer.
const PATIENCE: Duration = Duration::from_secs(120);

const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const CTRL_C: &str = "\x03";
const DOWN: &str = "\x1b[B";
/// Empties a line that has something in it.
const RUBBED_OUT: &str = "\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f";

/// Somebody at a terminal before whom a command asks.
struct Clerk {
    session: OsSession,
    /// All that was on the screen, without what commands the terminal.
    seen: String,
    /// Whether any of it was in colour.
    coloured: bool,
}

impl Clerk {
    /// Types a command.
    fn calls(desk: &Desk, line: &str) -> Self {
        let mut command = desk.command();
        command.args(words(line)).stdin(Stdio::inherit());
        let mut session = Session::spawn(command).expect("a pseudo-terminal");
        session.set_expect_timeout(Some(PATIENCE));
        Self { session, seen: String::new(), coloured: false }
    }

    /// Waits until this stands on the screen.
    fn sees(&mut self, text: &str) -> &mut Self {
        match self.session.expect(text) {
            Ok(found) => {
                self.coloured |= has_colour(found.before());
                self.seen += &plain(found.before());
                self.seen += text;
            }
            Err(error) => {
                let rest = self.session.check(Regex("(?s).+"));
                let rest = rest.map(|found| plain(found.get(0).unwrap_or_default()));
                panic!("{error}: no “{text}” after\n{}\nin\n{rest:?}", self.seen);
            }
        }
        self
    }

    /// Waits until one of two texts stands on the screen; whether it is the first.
    fn sees_rather(&mut self, one: &str, other: &str) -> bool {
        let either = self.session.expect(Regex(&format!("{one}|{other}"))).expect("one of them");
        let found = plain(either.get(0).unwrap_or_default());
        self.seen += &(plain(either.before()) + &found);
        found == one
    }

    /// Types this, as soon as that is asked.
    fn asked(&mut self, question: &str, answer: &str) -> &mut Self {
        self.sees(question);
        self.session.send(answer).expect("typed");
        self
    }

    /// Types an answer and takes it.
    fn answers(&mut self, question: &str, answer: &str) -> &mut Self {
        self.asked(question, answer);
        self.session.send(ENTER).expect("typed");
        self
    }

    /// Waits for the end; the exit status.
    fn ends(&mut self) -> i32 {
        let end = self.session.expect(Eof).expect("the end");
        self.coloured |= has_colour(end.before());
        self.seen += &plain(end.before());
        match self.session.get_process().wait() {
            Ok(WaitStatus::Exited(_, status)) => status,
            other => panic!("{other:?}\n{}", self.seen),
        }
    }
}

/// Whether a text sets a colour of letters.
fn has_colour(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains("\x1b[38;")
}

/// A text without what commands the terminal, and with plain ends of lines.
fn plain(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let (mut out, mut rest) = (String::new(), text.as_ref());
    while let Some(at) = rest.find('\x1b') {
        out += &rest[..at];
        let command = rest[at + 1..].trim_start_matches('[');
        let end =
            command.find(|c: char| c.is_ascii_alphabetic()).map_or(command.len(), |at| at + 1);
        rest = &command[end..];
    }
    (out + rest).replace('\r', "")
}

/// A desk on whose screen nothing is coloured.
fn desk() -> Desk {
    let mut desk = Desk::with_sample();
    desk.set("NO_COLOR", "1");
    desk
}

/// The command that was shown as doing the same without questions.
fn shown_command(seen: &str) -> String {
    let seen = seen.replace('\n', " ");
    let (_, after) = seen.rsplit_once("The same without questions: chibo ").expect("a command");
    after.split(" ? Record it").next().unwrap().trim().to_owned()
}

/// Everything that is on record, as files, and how the last operation is told.
fn recorded(desk: &Desk) -> (Vec<(String, Vec<u8>)>, String) {
    desk.says("export out --force");
    let newest = desk.ok("history --format csv");
    let newest = newest.lines().nth(1).unwrap().split(',').skip(2).collect::<Vec<_>>().join(",");
    (desk.folder("out"), newest)
}

/// The command shown, typed on another desk, records exactly the same.
fn same_without_questions(desk: &Desk, seen: &str) -> String {
    let command = shown_command(seen);
    let other = self::desk();
    other.says(&command);
    assert_eq!(recorded(desk), recorded(&other), "chibo {command}");
    command
}

#[test]
fn a_meeting_is_asked_for_with_the_likely_answers_filled_in() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting");
    clerk
        .sees("Cell:")
        .sees("> P3-06 Khu phố 6 · Phường 3 · no report yet")
        .answers("type a part to find it", "phuong 3 khu 6")
        .answers("For the month: (2018-07)", "")
        .answers("Day of the meeting: (2018-07-15)", "")
        .answers("Present/all members:", "21")
        .answers("Exempt, elsewhere, excused:", "2")
        .answers("Who came: (LDB-04 Đỗ Minh Quyền)", "")
        .sees("Not recorded yet; if you agree: Recorded the meeting of P3-06 Khu phố 6")
        .sees("result: Attended")
        .sees("The same without questions:");
    assert_eq!(desk.status("P3-06", "7/2018"), "missing", "nothing is recorded yet");
    clerk.answers("Record it (yes / no / edit / more):", "").sees("operation 2");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert_eq!(desk.status("P3-06", "7/2018"), "attended");
    assert_eq!(desk.row("P3-06", "7/2018")["present"], "21");
    let command = same_without_questions(&desk, &clerk.seen);
    assert!(command.starts_with("log-meeting P3-06 2018-07-15 21/"), "{command}");
}

#[test]
fn only_what_is_missing_is_asked_for() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06 --on 16/7/2018 --total 30 --present 20");
    clerk.answers("Who came:", "ly dang khoa").answers("Why the assigned visitor", "on leave");
    clerk.sees("result: Substitute came").answers("Record it", "yes");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert!(!clerk.seen.contains("Cell:") && !clerk.seen.contains("Present/all"), "{}", clerk.seen);
    let command = same_without_questions(&desk, &clerk.seen);
    assert_eq!(
        command,
        "log-meeting P3-06 --on 16/7/2018 --total 30 --present 20 --visitor LDB-08 --reason leave"
    );
    // A whole command asks nothing.
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06 1/8 20/30");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert!(!clerk.seen.contains("Record it"), "{}", clerk.seen);
}

#[test]
fn the_day_that_the_cell_announced_is_likely_before_its_usual_one() {
    let desk = desk();
    desk.says("meeting plan P3-06 --on 20/7/2018 --at 19:30");
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06 --period 7/2018");
    clerk
        .answers("Day of the meeting: (2018-07-20)", "")
        .answers("Present/all members:", "21")
        .answers("Exempt, elsewhere, excused:", "2")
        .answers("Who came:", "")
        .answers("Record it", "y");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert_eq!(desk.row("P3-06", "7/2018")["held_on"], "2018-07-20");
}

#[test]
fn a_meeting_that_was_not_held_is_said_in_place_of_its_day() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06");
    clerk
        .answers("For the month:", "")
        .answers("Day of the meeting:", "không họp")
        .answers("Why it was not held:", "flood")
        .answers("Record it", "y");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert_eq!(desk.row("P3-06", "7/2018")["reason"], "disaster");
    same_without_questions(&desk, &clerk.seen);
}

#[test]
fn a_wrong_answer_is_said_at_once_and_asked_again() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06");
    clerk
        .answers("For the month:", "13/2018")
        .answers("“13/2018” is not a month", RUBBED_OUT)
        .answers("Day of the meeting:", "31/2")
        .answers("There is no day “31/2” in the calendar", &format!("{RUBBED_OUT}8/9/2018"))
        .answers("2018-09-08 is too far from", &format!("{RUBBED_OUT}5/6"))
        .answers("2018-06-05 is too far from", &format!("{RUBBED_OUT}5"))
        .answers("Present/all members:", "26/25")
        .answers("26 present is more than 25 in all", &format!("{RUBBED_OUT}20/25"))
        .answers("Exempt, elsewhere, excused:", &format!("{RUBBED_OUT}3 3 1"))
        .answers("20 present and 1 excused together", &format!("{RUBBED_OUT}-"))
        .answers("Who came:", "TUV-14")
        .answers("Error: TUV-14", &format!("{RUBBED_OUT}Nguyễn Văn Không"))
        .answers("Error:", &format!("{RUBBED_OUT}{RUBBED_OUT}"))
        .asked("Record it", ESC);
    assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
}

#[test]
fn whoever_leaves_a_question_has_changed_nothing() {
    for (leaves, at) in [(ESC, 0), (CTRL_C, 0), (ESC, 2), (CTRL_C, 2), (ESC, 4), (CTRL_C, 4)] {
        let desk = desk();
        let before = desk.book();
        let questions =
            ["Cell:", "For the month:", "Day of the meeting:", "Present/all", "Who came"];
        let mut clerk = Clerk::calls(&desk, "log-meeting");
        for question in &questions[..at] {
            clerk.answers(question, "");
        }
        clerk.asked(questions[at], leaves).sees("Stopped; nothing was changed.");
        assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
        assert!(!clerk.seen.contains("Error:"), "{}", clerk.seen);
        assert!(before == desk.book(), "the record file was changed");
    }
}

#[test]
fn whoever_does_not_agree_has_changed_nothing() {
    let desk = desk();
    let before = desk.book();
    for answer in ["no", "k", "không"] {
        let mut clerk =
            Clerk::calls(&desk, "log-meeting P3-06 --on 15/7/2018 --total 25 --present 20");
        clerk.answers("Who came:", "").answers("Record it", answer).sees("nothing was changed");
        assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
    }
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06 --on 15/7/2018 --total 25 --present 20");
    clerk.answers("Who came:", "").asked("Record it", ESC).sees("nothing was changed");
    assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
    assert!(before == desk.book());
}

#[test]
fn answers_are_there_again_for_whoever_mends_one_and_more_is_asked_for_whoever_wants() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06");
    clerk
        .answers("For the month:", "")
        .answers("Day of the meeting:", "16/7")
        .answers("Present/all members:", "20/26")
        .answers("Exempt, elsewhere, excused:", &format!("{RUBBED_OUT}-"))
        .answers("Who came:", "")
        .answers("Record it", "maybe")
        .answers("“maybe”", &format!("{RUBBED_OUT}edit"))
        .answers("For the month: (2018-07)", "")
        .answers("Day of the meeting: (16/7)", "")
        .answers("Present/all members: (20/26)", "21/26")
        .answers("Exempt, elsewhere, excused: -", "")
        .answers("Who came: (LDB-04 Đỗ Minh Quyền)", "")
        .answers("Record it", "more")
        .answers("Grade:", "fair")
        .answers("Did the cell committee meet before", "có")
        .answers("Recommendation:", "Nạo vét mương")
        .answers("Note:", "")
        .answers("Record it", "");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    let row = desk.row("P3-06", "7/2018");
    assert_eq!((row["present"].as_str(), row["grade"].as_str()), ("21", "fair"));
    let command = same_without_questions(&desk, &clerk.seen);
    assert!(command.contains("--prepared yes --recommend \"Nạo vét mương\""), "{command}");
}

#[test]
fn a_refusal_of_the_whole_is_told_before_anybody_agrees_and_asked_again() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting P1-01 --on 20/7/2018 --total 25 --present 20");
    clerk.answers("Who came:", "").sees("recorded already (held on 2018-07-05)");
    clerk.asked("Who came:", ESC);
    assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
}

#[test]
fn nothing_is_held_while_somebody_thinks() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06 --on 15/7/2018 --total 25 --present 20");
    clerk.sees("Who came:");
    desk.says("committee add P9 \"Phường 9\"");
    clerk.session.send(ENTER).unwrap();
    clerk.sees("Record it");
    desk.says("committee add P8 \"Phường 8\"");
    clerk.session.send(ENTER).unwrap();
    clerk.sees("operation 4");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
}

#[test]
fn an_assignment_is_asked_for() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "assign");
    clerk
        .answers("Cell:", "an don 3")
        .answers("Official:", "ly dang khoa")
        .answers("Assigned from: (2018-08-08)", "1/8")
        .answers("Somebody is assigned there:", "place")
        .answers("Number of the document:", "12-TB/TU")
        .sees("if you agree: Assigned LDB-08")
        .answers("Record it (yes / no / edit):", "");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    let command = same_without_questions(&desk, &clerk.seen);
    assert!(command.contains("assign AD-03 LDB-08 --from 2018-08-01 --replace"), "{command}");

    let mut clerk = Clerk::calls(&desk, "assign P1-02 LDB-08");
    clerk.answers("Assigned from:", "1/1/1930").sees("Error:");
    clerk.answers("Assigned from:", &format!("{RUBBED_OUT}8/8"));
    clerk.answers("Somebody is assigned there:", "beside").asked("Number", ESC);
    assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
}

#[test]
fn a_cell_and_an_official_are_asked_for() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "cell add");
    clerk
        .answers("Committee:", "phuong 1")
        .answers("Code: (P1-08)", "P1-01")
        .answers("The code P1-01 is that of", &format!("{RUBBED_OUT}P1-08"))
        .answers("Name of the cell:", "Khu phố 8")
        .answers("Kind:", "")
        .answers("Founded on:", "1/8")
        .answers("Day of the month of its meetings", "32")
        .answers("“32”", &format!("{RUBBED_OUT}5"))
        .answers("Record it", "");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    same_without_questions(&desk, &clerk.seen);

    let desk = self::desk();
    let mut clerk = Clerk::calls(&desk, "official add TUV-31");
    clerk
        .answers("Full name:", "")
        .answers("Error:", "Lê Thị Ví Dụ")
        .answers("Title:", "Phó Bí thư")
        .answers("Organisation:", "")
        .asked("> (leave it out)", DOWN)
        .answers("> Member of the town Party committee", "")
        .answers("Record it", "");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    let command = same_without_questions(&desk, &clerk.seen);
    assert!(command.contains("--title \"Phó Bí thư\" --category committee-member"), "{command}");
}

#[test]
fn a_walk_goes_through_every_cell_and_can_be_left_and_taken_up_again() {
    let desk = desk();
    let mut clerk = Clerk::calls(&desk, "log-meeting --all --period 8/2018");
    clerk
        .sees("27 cells left · AD-01 Khu phố 1")
        .answers("Day, present/all: 4/8", "14")
        .answers("Exempt, elsewhere, excused:", "0")
        .sees("Attended")
        .answers("Record it", "")
        .sees("operation 2")
        .sees("26 cells left · AD-02 Khu phố 2")
        .answers("Day, present/all:", "")
        .sees("later")
        .sees("26 cells left · AD-03")
        .answers("Day, present/all: 3/8", "x")
        .answers("Why it was not held:", "holiday")
        .answers("Record it", "")
        .sees("operation 3")
        .sees("25 cells left · AD-04")
        .asked("Day, present/all:", ESC)
        .sees("Recorded 2 cells; 25 cells left without a report for 2018-08. To go on: chibo log-meeting --all --period 8/2018");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert_eq!(desk.status("AD-01", "8/2018"), "attended");
    assert_eq!(desk.status("AD-02", "8/2018"), "pending");
    assert_eq!(desk.status("AD-03", "8/2018"), "not-held");
    // It begins with the first that has no report, the one that was left for later.
    let mut clerk = Clerk::calls(&desk, "log-meeting --all");
    clerk
        .sees("1 cell without a report")
        .sees("1 cell left · P3-06")
        .asked("Day, present/all: 15/7", CTRL_C);
    assert_eq!(clerk.ends(), 0, "the month that is due is July: {}", clerk.seen);
    let mut clerk = Clerk::calls(&desk, "log-meeting --all --period 8/2018");
    clerk.sees("25 cells left · AD-02").asked("Day, present/all: 6/8", ESC);
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
}

#[test]
fn a_walk_asks_for_what_its_line_leaves_open() {
    let desk = desk();
    desk.says("unassign AD-02 --on 1/8/2018");
    let mut clerk = Clerk::calls(&desk, "log-meeting --all --period 8/2018");
    clerk
        .answers("Day, present/all: 4/8", "99")
        .answers("99 present is more than", &format!("{RUBBED_OUT}3/8 - 0"))
        .answers("Why the assigned visitor", "duty")
        .sees("Absent, reason given")
        .answers("Record it", "")
        .answers("nobody assigned", "- TUV-01")
        .sees("AD-02");
    clerk
        .answers("result: No visitor assigned", "no")
        .sees("AD-03")
        .asked("Day, present/all:", ESC);
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert_eq!(desk.row("AD-01", "8/2018")["reason"], "duty");
}

#[test]
fn where_there_is_nothing_to_choose_from_it_is_said() {
    let desk = Desk::with_new_book();
    for (line, none) in [
        ("log-meeting", "There is no cell on record yet"),
        ("assign", "There is no cell on record yet"),
        ("cell add", "There is no committee on record yet"),
    ] {
        let mut clerk = Clerk::calls(&desk, line);
        clerk.sees(none);
        assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
    }
}

#[test]
fn nothing_is_asked_where_nobody_can_answer() {
    let desk = desk();
    for line in ["log-meeting", "log-meeting P3-06", "log-meeting --all", "assign", "cell add"] {
        let said = desk.refuses(2, line);
        assert!(said.starts_with("Error: ") && !said.contains("Stopped"), "{said}");
    }
    let mut dumb = self::desk();
    dumb.set("TERM", "dumb");
    let mut clerk = Clerk::calls(&dumb, "log-meeting");
    clerk.sees("Error: The cell, the day and the visitor are needed.");
    assert_eq!(clerk.ends(), 2, "{}", clerk.seen);
}

#[test]
fn a_walk_is_refused_where_nothing_can_be_recorded() {
    let desk = desk();
    desk.says("close 6/2018 --with-gaps");
    for (period, why) in [("6/2018", "closed"), ("9/2018", "2018-09")] {
        let mut clerk = Clerk::calls(&desk, &format!("log-meeting --all --period {period}"));
        clerk.sees(why);
        assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
    }
    let mut clerk = Clerk::calls(&desk, "log-meeting --all --period 5/2018");
    clerk.sees("no cell is left without a report for 2018-05");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
}

#[test]
fn a_month_of_27_cells_takes_less_than_200_keys() {
    let mut desk = desk();
    desk.set("CHIBO_TODAY", "2018-09-05");
    desk.says("log-meeting P3-06 15/7/2018 20/34");
    let line = "log-meeting --all";
    let mut clerk = Clerk::calls(&desk, line);
    let mut keys = "chibo ".len() + line.len() + ENTER.len();
    for left in (1..=27).rev() {
        clerk.sees(&format!("{left} cell")).answers("Day, present/all:", "10");
        keys += "10".len() + ENTER.len();
        // Only of cells that gave the three numbers last.
        if clerk.sees_rather("Exempt, elsewhere, excused:", "Record it") {
            clerk.session.send("0\r").unwrap();
            keys += "0".len() + ENTER.len();
            clerk.sees("Record it");
        }
        clerk.session.send(ENTER).unwrap();
        keys += ENTER.len();
    }
    clerk.sees("Recorded 27 cells; no cell is left");
    assert_eq!(clerk.ends(), 0, "{}", clerk.seen);
    assert!(keys < 200, "{keys}");
    assert_eq!(desk.coverage("8/2018").matches(",attended,").count(), 27);
}

#[test]
fn no_word_of_another_language_and_no_colour_that_was_not_asked_for() {
    let mut desk = desk();
    desk.set("CHIBO_LANG", "vi");
    let mut clerk = Clerk::calls(&desk, "log-meeting P3-06");
    clerk
        .answers("Của tháng: (7/2018)", "")
        .answers("Ngày sinh hoạt: (15/07/2018)", "không")
        .asked("Lỗi:", ESC)
        .sees("Đã dừng, không có gì thay đổi.");
    assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
    for word in ["Enter to", "cancel", "Invalid", "to move", "Error", "filter", "submit"] {
        assert!(!clerk.seen.contains(word), "{word} in\n{}", clerk.seen);
    }
    for (no_color, option, coloured) in
        [(true, "", false), (false, "", true), (false, " --color never", false)]
    {
        if !no_color {
            desk.unset("NO_COLOR");
        }
        let mut clerk = Clerk::calls(&desk, &format!("log-meeting P3-06{option}"));
        clerk.answers("Của tháng:", "").asked("Ngày sinh hoạt:", ESC);
        assert_eq!(clerk.ends(), 1, "{}", clerk.seen);
        assert_eq!(clerk.coloured, coloured, "{option}");
    }
}

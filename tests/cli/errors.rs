//! One reproducer for each error code that the command line can reach: what is said in both languages, the
//! exit status, and that the record file is as it was, byte for byte.

use std::collections::BTreeSet;
use std::time::Duration;

use rusqlite::Connection;

use crate::csv::csv_of;
use crate::desk::Desk;

/// What lies on the desk.
#[derive(Clone, Copy)]
pub enum On {
    /// No record file.
    Nothing,
    /// An empty one.
    NewBook,
    /// The sample town.
    Sample,
}

/// A code, the exit status it ends with, what is done first, and the line that is refused.
pub struct Reproducer(
    pub &'static str,
    pub i32,
    pub On,
    pub &'static [&'static str],
    pub &'static str,
);

use On::{NewBook, Nothing, Sample};

/// Closed months, and moments before there was anything to know.
const CLOSED: &[Reproducer] = &[
    Reproducer(
        "month-closed",
        1,
        Sample,
        &["close 7/2018 --with-gaps"],
        "meeting remove P1-01 --period 7/2018 --reason x",
    ),
    Reproducer(
        "month-closed",
        1,
        Sample,
        &["close 7/2018 --with-gaps"],
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned",
    ),
    Reproducer("month-closed-already", 1, Sample, &["close 6/2018 --with-gaps"], "close 6/2018"),
    Reproducer("month-empty", 1, Sample, &[], "close 5/2017"),
    Reproducer("month-has-gaps", 1, Sample, &[], "close 7/2018"),
    Reproducer("month-has-gaps", 1, Sample, &[], "close 7/2018 --document 45-BC/VP"),
    Reproducer("month-has-gaps", 1, Sample, &[], "close 7/2018 --document \"Số 45 BC/VP\""),
    Reproducer("month-not-closed", 1, Sample, &[], "reopen 7/2018 --reason \"Nhập nhầm\""),
    Reproducer("month-not-over", 1, Sample, &[], "close 8/2018"),
    Reproducer(
        "month-recorded-ahead",
        1,
        Sample,
        &[
            "meeting remove P1-01 --period 6/2018 --reason \"Ghi nhầm\"",
            "log-meeting P1-01 --period 6/2018 --on 3/7/2018 --visitor assigned",
        ],
        "close 6/2018 --with-gaps --today 2/7/2018",
    ),
    Reproducer("never-filed", 1, Sample, &[], "report --period 7/2018 --filed"),
    Reproducer("operation-not-found", 1, Sample, &[], "cell list --known-at 99"),
    Reproducer("moment-misread", 2, Sample, &[], "cell list --known-at soon"),
    Reproducer("moment-misread", 2, Sample, &[], "report --diff banana"),
];

/// Texts that are wrong.
const WRITTEN: &[Reproducer] = &[
    Reproducer("date-misread", 2, Sample, &[], "report --today 5.7.2018"),
    Reproducer("date-two-digit-year", 2, Sample, &[], "unassign P1-01 --on 5/7/18"),
    Reproducer("date-impossible", 2, Sample, &[], "log-meeting P1-01 --on 31/02/2018 --no-visitor"),
    Reproducer("date-impossible", 2, Sample, &[], "log-meeting P1-01 7/25 20/25"),
    Reproducer("present-of-total-misread", 2, Sample, &[], "log-meeting P1-01 5/7 20-25"),
    Reproducer("present-over-total", 1, Sample, &[], "log-meeting P1-01 5/7 25/20"),
    Reproducer("arguments-missing", 2, Sample, &[], "log-meeting --all"),
    Reproducer("date-impossible", 2, Sample, &[], "log-meeting P1-01 --on 07/25/2018 --no-visitor"),
    Reproducer("hour-misread", 2, Sample, &[], "meeting plan P1-04 --on 7/8/2018 --at 19"),
    Reproducer("date-out-of-range", 2, Sample, &[], "assign P1-01 TUV-05 --from 1/1/1929"),
    Reproducer("fingerprint-misread", 2, Sample, &[], "check --expect 1a2b"),
    Reproducer("period-misread", 2, Sample, &[], "report --period 13/2018"),
    Reproducer("period-backwards", 2, Sample, &[], "report --period 2018-07..2017-06"),
    Reproducer("period-not-one-month", 2, Sample, &[], "meeting show P1-01 --period 2018"),
    Reproducer("code-misread", 2, Sample, &[], "cell add \"P 1\" \"Khu phố 9\" --committee P1"),
    Reproducer("code-reserved", 2, Sample, &[], "official add Today \"Lê Văn Bình\""),
    Reproducer(
        "text-empty",
        2,
        Sample,
        &[],
        "log-meeting P3-06 --on 5/7/2018 --visitor assigned --recommend \" \"",
    ),
    Reproducer("name-empty", 2, Sample, &[], "committee add P4 \" \""),
    Reproducer(
        "name-semicolon",
        2,
        Sample,
        &[],
        "official add TP-09 \"Lê Văn Bình; Trần Thị Cúc\"",
    ),
    Reproducer("name-without-letter", 2, Sample, &[], "official add TP-09 –"),
    Reproducer("text-broken", 2, Sample, &[], "official add TP-09 \"Nguy\u{fffd}n Văn Bình\""),
    Reproducer(
        "text-error-value",
        2,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --note \"#N/A\"",
    ),
    Reproducer(
        "text-unseen",
        2,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --note \"Mất\tđiện\"",
    ),
    Reproducer(
        "text-too-long",
        2,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --minutes-no 01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567-01234567",
    ),
    Reproducer(
        "text-digits",
        2,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --note \"Thẻ 197012345\"",
    ),
    Reproducer(
        "number-misread",
        2,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --total 25,5",
    ),
    Reproducer(
        "score-misread",
        2,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --score 92.55",
    ),
    Reproducer(
        "not-yes-or-no",
        2,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --prepared maybe",
    ),
    Reproducer("word-unknown", 2, Sample, &[], "meeting amend P1-01 --period 7/2018 --grade best"),
];

/// Records that are not found, or are there already.
const FOUND: &[Reproducer] = &[
    Reproducer("committee-not-found", 1, Sample, &[], "committee show \"Phường 9\""),
    Reproducer("cell-not-found", 1, Sample, &[], "cell show P1-99"),
    Reproducer("cell-not-found", 1, NewBook, &[], "cell show P1-99"),
    Reproducer("official-not-found", 1, Sample, &[], "official show \"Lê Văn Thăng Long\""),
    Reproducer(
        "category-not-found",
        1,
        Sample,
        &[],
        "official add TP-09 \"Lê Văn Bình\" --category nobody",
    ),
    Reproducer("ambiguous", 1, Sample, &[], "official show \"Lê Văn Thắng\""),
    Reproducer("ambiguous", 1, Sample, &[], "cell show \"Khu phố 2\""),
    Reproducer("code-taken", 1, Sample, &[], "cell add p1-02 \"Khu phố 9\" --committee P1"),
    Reproducer(
        "committee-gone",
        1,
        Sample,
        &[],
        "cell add P1-09 \"Khu phố 9\" --committee P1 --founded 1/1/2008",
    ),
    Reproducer("committee-gone", 1, Sample, &[], "cell add P1-09 \"Khu phố 9\" --committee P1"),
];

/// Assignments.
const ASSIGNED: &[Reproducer] = &[
    Reproducer(
        "assignment-empty",
        1,
        Sample,
        &[],
        "assign P1-01 TUV-05 --from 1/8/2018 --until 1/8/2018 --also",
    ),
    Reproducer(
        "assignment-beyond",
        1,
        Sample,
        &[],
        "assign P1-01 TUV-14 --from 1/1/2018 --until 1/4/2018 --also",
    ),
    Reproducer("assignment-overlaps", 1, Sample, &[], "assign P1-01 TUV-01 --from 1/8/2018"),
    Reproducer(
        "modes-differ",
        1,
        Sample,
        &[],
        "assign P1-01 TUV-05 --from 1/8/2018 --also --mode any",
    ),
    Reproducer(
        "duty-empty",
        1,
        Sample,
        &[],
        "duty add TUV-01 --all --per year --from 1/8/2018 --until 1/8/2018",
    ),
    Reproducer(
        "duty-beyond",
        1,
        Sample,
        &[],
        "duty add TUV-14 --all --per year --from 1/1/2018 --until 1/4/2018",
    ),
    Reproducer(
        "duty-overlaps",
        1,
        Sample,
        &[],
        "duty add TUV-17 --cell AD-04 --per year --from 1/8/2018",
    ),
    Reproducer("too-thin", 1, Sample, &[], "report effect --period 7/2018"),
    Reproducer("duty-not-found", 1, Sample, &[], "duty end TUV-01 --on 1/8/2018"),
    Reproducer(
        "duty-which",
        1,
        Sample,
        &["duty add TUV-17 --all --per year --from 1/1/2018"],
        "duty end TUV-17 --on 1/8/2018",
    ),
    Reproducer("another-visitor", 1, Sample, &[], "assign P1-01 TUV-05 --from 1/8/2018"),
    Reproducer(
        "nobody-to-replace",
        1,
        Sample,
        &["unassign P1-01 --on 1/8/2018"],
        "assign P1-01 TUV-05 --from 1/8/2018 --replace",
    ),
    Reproducer(
        "nobody-to-replace",
        1,
        Sample,
        &[],
        "assign P1-01 TUV-05 --from 1/8/2018 --replace TUV-02",
    ),
    Reproducer(
        "replace-whom",
        1,
        Sample,
        &[],
        "assign P3-02 TUV-05 --from 1/10/2017 --until 1/11/2017 --replace",
    ),
    Reproducer(
        "replaced-began-later",
        1,
        Sample,
        &[],
        "assign P1-01 TUV-05 --from 1/6/2017 --replace",
    ),
    Reproducer(
        "nothing-to-amend",
        1,
        Sample,
        &["unassign P1-01 --on 1/8/2018"],
        "assign P1-01 TUV-05 --from 1/8/2018 --amend",
    ),
    Reproducer("amend-which", 1, Sample, &[], "assign P3-02 TUV-05 --from 1/5/2017 --amend"),
    Reproducer("not-assigned", 1, Sample, &[], "unassign P1-01 --on 1/6/2016"),
    Reproducer("not-assigned", 1, Sample, &[], "unassign P1-01 TUV-05 --on 1/8/2018"),
    Reproducer("unassign-whom", 1, Sample, &[], "unassign P3-02 --on 1/11/2017"),
    Reproducer(
        "official-not-active",
        1,
        Sample,
        &[],
        "assign P1-01 TUV-14 --from 1/8/2018 --replace",
    ),
];

/// Meetings. The cell P3-06 has no record for July 2018.
const MEETINGS: &[Reproducer] = &[
    Reproducer("arguments-missing", 2, Sample, &[], "log-meeting"),
    Reproducer("arguments-missing", 2, Sample, &[], "log-meeting P3-06"),
    Reproducer("visitors-missing", 2, Sample, &[], "log-meeting P3-06 --on 15/7/2018"),
    Reproducer(
        "counts-missing",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor --total 25",
    ),
    Reproducer(
        "counts-missing",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor --total 25 --present 20 --exempt 1",
    ),
    Reproducer(
        "present-over-total",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor --total 25 --present 26",
    ),
    Reproducer(
        "exempt-away-over-total",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor --total 25 --present 0 --exempt 20 --away 6 --excused 0",
    ),
    Reproducer(
        "present-over-expected",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor --total 25 --present 21 --exempt 3 --away 1 --excused 1",
    ),
    Reproducer(
        "held-outside-period",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --period 5/2018 --no-visitor",
    ),
    Reproducer(
        "held-outside-period",
        1,
        Sample,
        &[],
        "meeting amend P1-05 --period 7/2018 --new-period 9/2018",
    ),
    Reproducer(
        "held-outside-period",
        1,
        Sample,
        &[],
        "meeting plan P3-06 --on 15/8/2018 --period 5/2018",
    ),
    Reproducer("inspection-after-today", 1, Sample, &[], "log-inspection P1-01 --on 9/8/2018"),
    Reproducer(
        "inspector-twice",
        1,
        Sample,
        &[],
        "log-inspection P1-01 --on 8/8/2018 --official TUV-06 --official tuv-06",
    ),
    Reproducer(
        "inspection-taken",
        1,
        Sample,
        &[],
        "log-inspection P1-02 --on 21/6/2018 --kind supervision",
    ),
    Reproducer(
        "inspection-not-found",
        1,
        Sample,
        &[],
        "log-inspection P1-02 --on 21/6/2018 --remove",
    ),
    Reproducer(
        "inspection-in-the-way",
        1,
        Sample,
        &[],
        "official retire UBKT-01 --on 1/7/2018 --yes",
    ),
    Reproducer("bulletin-not-found", 1, Sample, &[], "bulletin remove 99"),
    Reproducer(
        "bulletin-taken",
        1,
        Sample,
        &["bulletin add \"Thu quỹ\" --area other"],
        "bulletin add \"Thu quỹ\" --area other",
    ),
    Reproducer("not-planned", 1, Sample, &[], "meeting plan P3-06 --period 9/2018 --remove"),
    Reproducer("held-after-today", 1, Sample, &[], "log-meeting P3-06 --on 9/8/2018 --no-visitor"),
    Reproducer(
        "not-in-existence",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 31/12/2008 --no-visitor",
    ),
    Reproducer(
        "not-in-existence",
        1,
        Sample,
        &["cell split P1-03 --into P1-03 \"P1-10=Khu phố 10\" --on 20/7/2018"],
        "log-meeting P1-10 --on 3/7/2018 --visitor assigned",
    ),
    Reproducer(
        "not-in-existence",
        1,
        Sample,
        &["cell merge P1-03 P1-04 --into \"P1-10=Khu phố 10\" --on 20/7/2018"],
        "log-meeting P1-04 --on 23/7/2018 --visitor assigned",
    ),
    Reproducer(
        "not-in-existence",
        1,
        Sample,
        &["cell dissolve P1-03 --on 1/8/2018"],
        "meeting amend P1-03 --period 7/2018 --on 2/8/2018 --visitor assigned",
    ),
    Reproducer(
        "official-not-active",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --visitor TUV-14",
    ),
    Reproducer(
        "cell-not-in-period",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --period 12/2008 --not-held --reason holiday",
    ),
    Reproducer(
        "visitor-twice",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --visitor TUV-01 --visitor tuv-01",
    ),
    Reproducer(
        "reason-for-visitor",
        1,
        Sample,
        &["assign P3-06 TUV-01 --from 1/7/2018 --also"],
        "log-meeting P3-06 --on 15/7/2018 --visitor LDB-04 --reason LDB-04=duty",
    ),
    Reproducer(
        "reason-twice",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor --reason LDB-04=duty;LDB-04=leave",
    ),
    Reproducer(
        "not-assigned",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor --reason TUV-01=duty",
    ),
    Reproducer(
        "nobody-assigned",
        1,
        Sample,
        &["unassign P3-06 --on 1/7/2018"],
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned",
    ),
    Reproducer(
        "several-assigned",
        1,
        Sample,
        &["assign P3-06 TUV-01 --from 1/7/2018 --also"],
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned",
    ),
    Reproducer(
        "everybody-came",
        1,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --visitor assigned --reason duty",
    ),
    Reproducer("meeting-taken", 1, Sample, &[], "log-meeting P1-01 --on 15/7/2018 --no-visitor"),
    Reproducer(
        "meeting-taken",
        1,
        Sample,
        &["log-meeting P3-06 --period 7/2018 --not-held --reason holiday"],
        "log-meeting P3-06 --on 15/7/2018 --no-visitor",
    ),
    Reproducer("meeting-not-found", 1, Sample, &[], "meeting show P3-06 --period 7/2018"),
    Reproducer(
        "meeting-not-found",
        1,
        Sample,
        &[],
        "meeting remove P1-01 --period 7/2018 --kind congress --reason x",
    ),
    Reproducer(
        "meeting-which",
        1,
        Sample,
        &["log-meeting P3-02 --on 22/7/2018 --kind thematic"],
        "meeting remove P3-02 --period 7/2018 --kind thematic --reason x",
    ),
    Reproducer(
        "not-held-has-none",
        1,
        Sample,
        &["log-meeting P3-06 --period 7/2018 --not-held --reason holiday"],
        "meeting amend P3-06 --period 7/2018 --total 25 --present 20",
    ),
    Reproducer(
        "visitors-unsaid",
        1,
        Sample,
        &["log-meeting P3-06 --period 7/2018 --not-held --reason holiday"],
        "meeting amend P3-06 --period 7/2018 --on 15/7/2018 --total 25 --present 20",
    ),
    Reproducer(
        "everybody-came",
        1,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --reason duty",
    ),
    Reproducer(
        "not-assigned",
        1,
        Sample,
        &[],
        "meeting amend P1-02 --period 7/2018 --reason LDB-01=duty",
    ),
    Reproducer(
        "nothing-changes",
        1,
        Sample,
        &[],
        "meeting amend P1-01 --period 7/2018 --grade good",
    ),
    Reproducer("option-needs", 2, Sample, &[], "meeting amend P1-05 --period 7/2018"),
    Reproducer("nothing-to-undo", 1, Sample, &[], "undo"),
    Reproducer("nothing-to-redo", 1, Sample, &[], "redo"),
    Reproducer("cannot-undo", 1, Sample, &[], "undo 1"),
    Reproducer("cannot-undo", 1, Sample, &["close 6/2018 --with-gaps"], "undo"),
    Reproducer("undoes-itself", 1, Sample, &["config office A", "undo"], "undo 3"),
    Reproducer("undone-already", 1, Sample, &["config office A", "undo"], "undo 2"),
    Reproducer(
        "depended-on",
        1,
        Sample,
        &["committee add P9 \"Phường 9\"", "cell add P9-01 \"Khu phố 1\" --committee P9"],
        "undo 2",
    ),
    Reproducer(
        "undo-breaks-rule",
        1,
        Sample,
        &["unassign P1-01 --on 1/7/2018", "assign P1-01 TUV-01 --from 1/8/2018"],
        "undo 2",
    ),
    Reproducer("period-not-begun", 1, Sample, &[], "report --period 9/2018"),
    Reproducer("records-from-not-begun", 1, Sample, &[], "config records_from 9/2018"),
    Reproducer("records-from-not-begun", 1, Nothing, &[], "init --records-from 9/2018"),
];

/// The command line itself, and where output goes.
const USAGE: &[Reproducer] = &[
    Reproducer("argument-unknown", 2, Sample, &[], "report --perod 7/2018"),
    Reproducer("argument-unknown", 2, Sample, &[], "redo everything"),
    Reproducer("command-unknown", 2, Sample, &[], "reprot"),
    Reproducer("command-missing", 2, Sample, &[], "committee"),
    Reproducer("command-missing", 2, Sample, &[], ""),
    Reproducer("arguments-missing", 2, Sample, &[], "assign P1-01"),
    Reproducer("value-missing", 2, Sample, &[], "report --period"),
    Reproducer("value-superfluous", 2, Sample, &[], "report --check=yes"),
    Reproducer("option-twice", 2, Sample, &[], "report --period 7/2018 --period 6/2018"),
    Reproducer(
        "option-conflict",
        2,
        Sample,
        &[],
        "assign P1-01 TUV-05 --from 1/8/2018 --also --replace",
    ),
    Reproducer("option-conflict", 2, Sample, &[], "report composition --check"),
    Reproducer(
        "option-conflict",
        2,
        Sample,
        &[],
        "log-meeting P3-06 --on 15/7/2018 --visitor none --visitor TUV-01",
    ),
    Reproducer("option-needs", 2, Sample, &[], "log-meeting P3-06 --period 7/2018 --not-held"),
    Reproducer(
        "option-conflict",
        2,
        Sample,
        &[],
        "log-meeting P3-06 --period 7/2018 --not-held --reason holiday --total 3",
    ),
    Reproducer(
        "option-conflict",
        2,
        Sample,
        &[],
        "log-meeting P3-06 --period 7/2018 --not-held --reason holiday --present=3 --total 3",
    ),
    Reproducer("number-misread", 2, Sample, &[], "undo -1"),
    Reproducer("number-misread", 2, Sample, &[], "meeting amend P1-05 --period 7/2018 --total -1"),
    Reproducer("number-misread", 2, Sample, &[], "official add P9 \"Lê Văn Bình\" --order -1"),
    Reproducer("score-misread", 2, Sample, &[], "meeting amend P1-05 --period 7/2018 --score -0.5"),
    Reproducer("command-unknown", 2, Sample, &[], "repor"),
    Reproducer("command-unknown", 2, Sample, &[], "cell split-up"),
    Reproducer("command-unknown", 2, Sample, &[], "help log-meting"),
    Reproducer("word-unknown", 2, Sample, &[], "report --format pdf"),
    Reproducer("setting-unknown", 2, Sample, &[], "config colour never"),
    Reproducer("format-unknown", 2, Sample, &[], "report --period 7/2018 -o month.pdf"),
    Reproducer(
        "output-is-record",
        1,
        Sample,
        &[],
        "report --period 7/2018 --format csv -o book.db",
    ),
    Reproducer("folder-absent", 1, Sample, &[], "report --period 7/2018 -o nowhere/month.csv"),
    Reproducer(
        "cell-elsewhere",
        1,
        Sample,
        &[],
        "report --period 7/2018 --committee P2 --cell P1-01",
    ),
    Reproducer("excel-needs-csv", 2, Sample, &[], "report --period 7/2018 --format json --excel"),
    Reproducer("page-of-rows", 2, Sample, &[], "page --period 2018 -o nam.csv"),
    Reproducer("file-absent", 4, Nothing, &[], "report"),
    Reproducer("file-present", 4, Sample, &[], "init"),
];

/// What a refused line is told with `--error-format json`: one object, with the code and the exit status.
pub fn told_to_programs(desk: &Desk, code: &str, status: i32, line: &str) -> serde_json::Value {
    let said = desk.refuses(status, &format!("--error-format json {line}"));
    assert_eq!(said.lines().count(), 1, "chibo {line}\n{said}");
    let told: serde_json::Value =
        serde_json::from_str(&said).unwrap_or_else(|e| panic!("chibo {line}: {e}\n{said}"));
    assert_eq!((&told["code"], &told["status"]), (&code.into(), &status.into()), "{said}");
    told
}

/// The same as people are told it.
fn said_of(told: &serde_json::Value, lang: &str) -> String {
    let (error, hint) = if lang == "vi" { ("Lỗi", "Gợi ý") } else { ("Error", "Hint") };
    let message = told["message"].as_str().unwrap();
    let hints = told["hints"].as_array().unwrap().iter();
    let hints = hints.map(|text| format!("{hint}: {}\n", text.as_str().unwrap()));
    format!("{error}: {message}\n{}", hints.collect::<String>())
}

/// Runs the reproducers in both languages and writes down what was said.
pub fn told(reproducers: &[Reproducer]) -> String {
    let mut told = String::new();
    for Reproducer(code, status, on, before, line) in reproducers {
        let mut desk = match on {
            Nothing => Desk::empty(),
            NewBook => Desk::with_new_book(),
            Sample => Desk::with_sample(),
        };
        desk.set("CHIBO_DB", "book.db");
        for line in *before {
            desk.says(line);
        }
        told += &format!("[{code}] chibo {line}\n");
        for lang in ["en", "vi"] {
            desk.set("CHIBO_LANG", lang);
            let said = desk.refuses(*status, line);
            // Where something would have been changed, a refusal says that nothing was.
            let reads = [
                "report ",
                "meeting show",
                "meeting list",
                "cell show",
                "cell list",
                "committee show",
                "official show",
                "recommend show",
            ];
            let changes = *status == 1 && !reads.iter().any(|command| line.starts_with(command));
            let unchanged = ["Nothing was changed.", "Nothing changes", "Không có gì thay đổi"];
            assert_eq!(changes, unchanged.iter().any(|words| said.contains(words)), "{said}");
            assert_eq!(
                said_of(&told_to_programs(&desk, code, *status, line), lang),
                said,
                "{line}"
            );
            told += &desk.redacted(&said);
        }
        told.push('\n');
    }
    told
}

#[test]
fn wrong_texts_are_named_with_what_is_wanted() {
    insta::assert_snapshot!(told(WRITTEN));
}

#[test]
fn records_that_are_not_found_or_there_already_are_named() {
    insta::assert_snapshot!(told(FOUND));
}

#[test]
fn refused_assignments_say_why_and_what_to_type_next() {
    insta::assert_snapshot!(told(ASSIGNED));
}

#[test]
fn refused_meetings_say_why_and_what_to_type_next() {
    insta::assert_snapshot!(told(MEETINGS));
}

#[test]
fn what_would_change_a_closed_month_is_explained() {
    insta::assert_snapshot!(told(CLOSED));
}

#[test]
fn command_lines_that_are_not_understood_are_explained() {
    insta::assert_snapshot!(told(USAGE));
}

/// Calls chibo on a record file that it cannot use: exit status 4, the file untouched, in both languages.
fn unusable(desk: &mut Desk, code: &str) -> String {
    let mut told = format!("[{code}]\n");
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        let said = desk.refuses(4, "report --period 7/2018");
        assert_eq!(desk.refuses(4, "undo"), said, "a changing command says the same");
        let code = code.split(':').next().unwrap_or_default();
        assert_eq!(said_of(&told_to_programs(desk, code, 4, "undo"), lang), said);
        told += &desk.redacted(&said);
    }
    told
}

/// The record file without its rules.
fn raw(desk: &Desk) -> Connection {
    desk.by_hand("book.db")
}

#[test]
fn record_files_that_cannot_be_used_are_named_and_left_alone() {
    let mut told = String::new();

    let mut desk = Desk::with_sample();
    let half = desk.book().unwrap();
    desk.write("book.db", &half[..half.len() / 2]);
    told += &unusable(&mut desk, "file-damaged: the second half is missing");

    let mut desk = Desk::with_sample();
    let mut spoilt = desk.book().unwrap();
    let page = 4096 * 3;
    spoilt[page..].iter_mut().for_each(|byte| *byte = 0x5a);
    desk.write("book.db", &spoilt);
    told += &unusable(&mut desk, "file-damaged: overwritten from the fourth page on");

    let mut desk = Desk::with_sample();
    desk.write("book.db", csv_of("period,cell,held_on", &["2018-07,P1-01,2018-07-05"]));
    told += &unusable(&mut desk, "file-not-chibo: a text");

    let mut desk = Desk::with_sample();
    desk.write("book.db", "");
    told += &unusable(&mut desk, "file-not-chibo: an empty file");

    let mut desk = Desk::with_sample();
    std::fs::remove_file(desk.path("book.db")).unwrap();
    raw(&desk).execute_batch("CREATE TABLE cell (id INTEGER)").unwrap();
    told += &unusable(&mut desk, "file-not-chibo: a database of another program");

    let mut desk = Desk::with_sample();
    std::fs::remove_file(desk.path("book.db")).unwrap();
    std::fs::create_dir(desk.path("book.db")).unwrap();
    told += &unusable(&mut desk, "file-not-chibo: a folder");

    let mut desk = Desk::with_sample();
    raw(&desk).execute_batch("CREATE TABLE later (x); PRAGMA user_version = 99").unwrap();
    told += &unusable(&mut desk, "file-newer");

    let mut desk = Desk::with_sample();
    raw(&desk).execute_batch("CREATE TABLE member (name TEXT)").unwrap();
    told += &unusable(&mut desk, "file-other-schema: a table more");

    let mut desk = Desk::with_sample();
    raw(&desk).execute_batch("DROP TRIGGER visit_delete").unwrap();
    told += &unusable(&mut desk, "file-other-schema: a trigger less");

    let desk = Desk::with_sample();
    let connection = raw(&desk);
    let guards = "SELECT group_concat(sql, ';') FROM sqlite_schema
                  WHERE name IN ('setting_change', 'setting_update')";
    let guards: String = connection.query_row(guards, [], |row| row.get(0)).unwrap();
    // Its key is `records_from`, and a name is no month.
    let another = "UPDATE setting SET value = (SELECT min(full_name) FROM official) WHERE key = 1";
    let away = "DROP TRIGGER setting_change; DROP TRIGGER setting_update";
    connection.execute_batch(&format!("{away}; {another}; {guards}")).unwrap();
    drop(connection);
    let said = desk.refuses(4, "report --period 7/2018");
    told += &format!("[file-row-broken]\n{said}");

    insta::assert_snapshot!(told);
}

#[cfg(unix)]
#[test]
fn a_record_file_that_cannot_be_written_is_still_read() {
    use std::os::unix::fs::PermissionsExt;
    let mut desk = Desk::with_sample();
    desk.call_without_privileges();
    std::fs::set_permissions(desk.path("book.db"), std::fs::Permissions::from_mode(0o400)).unwrap();
    desk.ok("report --period 7/2018");
    let said = desk.refuses(4, "unassign P1-01 --on 1/8/2018");
    assert!(said.contains("The record file book.db or its folder cannot be written"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_record_file_that_cannot_be_read_is_not_said_to_be_one_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let mut desk = Desk::with_sample();
    let path = desk.path("book.db");
    desk.says("backup copy.bak");
    for file in [&path, &desk.path("copy.bak")] {
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o000)).unwrap();
    }
    desk.call_without_privileges();
    for (lang, wanted) in [
        ("en", "The record file book.db cannot be read: permission denied."),
        ("vi", "Không đọc được sổ book.db: không có quyền."),
    ] {
        desk.set("CHIBO_LANG", lang);
        for line in ["history", "report", "undo", "check", "backup other.bak"] {
            let answer = desk.run(line);
            assert_eq!(answer.status, 4, "chibo {line}: {}", answer.stderr);
            assert!(answer.stderr.contains(wanted), "chibo {line}: {}", answer.stderr);
        }
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    let said = desk.refuses(4, "restore copy.bak");
    assert!(said.contains("Không dùng được copy.bak: không có quyền"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_system_refuses_is_said_in_the_readers_language_without_names_of_files_aside() {
    let mut desk = Desk::with_sample();
    desk.write("file", "x");
    let long = "x".repeat(300);
    let lines = [
        ("report --period 7/2018 --format csv -o /proc/x.csv", "/proc/x.csv"),
        ("export /proc/e", "/proc/e"),
        ("import /nowhere.csv", "/nowhere.csv"),
        (&format!("backup {long}.bak"), ".bak"),
        ("import --template file/forms", "file/forms"),
        ("--db /proc/x.db init", "/proc/x.db"),
    ];
    for lang in ["en", "vi"] {
        desk.set("CHIBO_LANG", lang);
        for (line, path) in lines {
            let answer = desk.run(line);
            assert_ne!(answer.status, 0, "chibo {line}");
            assert!(answer.stderr.contains(path), "chibo {line}: {}", answer.stderr);
            for foreign in ["os error", " at path ", "No such", ".tmp"] {
                assert!(!answer.stderr.contains(foreign), "chibo {line}: {}", answer.stderr);
            }
        }
    }
}

/// Holds the record file as another program would, for a while.
fn hold(desk: &Desk, long: Duration) -> std::thread::JoinHandle<()> {
    let connection = raw(desk);
    connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
    std::thread::spawn(move || {
        std::thread::sleep(long);
        connection.execute_batch("ROLLBACK").unwrap();
    })
}

#[test]
fn a_busy_record_file_is_waited_for_and_the_wait_is_said_after_two_seconds() {
    let desk = Desk::with_sample();
    let held = hold(&desk, Duration::from_millis(3500));
    let said = desk.says("unassign P1-01 --on 1/8/2018");
    held.join().unwrap();
    let waiting = "Another program is using the record file; waiting…\n";
    assert!(said.starts_with(waiting), "{said}");
    assert_eq!(said.matches(waiting).count(), 1, "{said}");

    let held = hold(&desk, Duration::from_millis(300));
    let answer = desk.run("history");
    held.join().unwrap();
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
}

#[test]
fn a_record_file_that_stays_busy_is_given_up_after_half_a_minute() {
    let desk = Desk::with_sample();
    let held = hold(&desk, Duration::from_secs(45));
    let answer = desk.run("unassign P1-01 --on 1/8/2018");
    assert_eq!(answer.status, 4, "{}", answer.stderr);
    insta::assert_snapshot!(answer.stderr, @r"
    Another program is using the record file; waiting…
    Error: The record file book.db is being used by another program.
    Hint: Close that program and try again
    ");
    drop(held);
}

#[test]
fn other_failures_say_what_could_not_be_used() {
    let mut desk = Desk::with_sample();
    std::fs::create_dir(desk.path("folder.csv")).unwrap();
    let said = desk.refuses(1, "report --period 7/2018 -o folder.csv");
    assert!(said.starts_with("Error: folder.csv is a folder"), "{said}");

    desk.write("forms/cells.csv", "code\n");
    let said = desk.refuses(1, "import --template forms");
    assert!(said.contains("cells.csv is there already; nothing was overwritten"), "{said}");
    assert_eq!(desk.read("forms/cells.csv"), b"code\n");

    let csv = desk.ok("where --format csv");
    let config = csv.lines().nth(2).unwrap().split(',').nth(1).unwrap().to_owned();
    for line in ["language = \"vi\"", "lang = \"fr\"", "color = \"blue\"", "lang = vi", "lang = 5"]
    {
        desk.write(&config, format!("actor = \"Văn phòng\"\n{line}\n"));
        for lang in ["en", "vi"] {
            desk.set("CHIBO_LANG", lang);
            let said = desk.refuses(1, "report --period 7/2018");
            let wanted = ["Line 2 of the settings file ", "Dòng 2 của tệp cài đặt "];
            assert!(wanted.iter().any(|words| said.contains(words)), "{line}: {said}");
        }
    }
    desk.ok("--help");
}

#[test]
fn a_setting_or_variable_with_a_wrong_value_is_named() {
    let mut desk = Desk::with_sample();
    desk.set("CHIBO_TODAY", "soon");
    let said = desk.refuses(2, "report");
    assert!(said.starts_with("Error: CHIBO_TODAY: “soon” is not a date"), "{said}");
    desk.set("CHIBO_TODAY", "2018-08-08");
    desk.set("CHIBO_LANG", "fr");
    let said = desk.refuses(2, "report --period 7/2018");
    assert!(said.contains("CHIBO_LANG: “fr” is not one of: vi, en"), "{said}");
    desk.ok("report --period 7/2018 --lang vi");
    desk.set("CHIBO_LANG", "en");
    desk.set("CHIBO_ACTOR", "a;b");
    let said = desk.refuses(2, "config office x");
    assert!(said.starts_with("Error: CHIBO_ACTOR: "), "{said}");
}

#[cfg(unix)]
#[test]
fn a_record_file_may_have_a_name_that_is_not_unicode() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::with_sample();
    let name = std::ffi::OsStr::from_bytes(b"k\xff.db");
    std::fs::copy(desk.path("book.db"), desk.path("").join(name)).unwrap();
    let mut command = desk.command();
    command.env("CHIBO_DB", name).args(["unassign", "P1-01", "--on", "1/8/2018"]);
    assert!(command.status().unwrap().success());
    let newest = |name: &std::path::Path| {
        rusqlite::Connection::open(name)
            .unwrap()
            .query_row("SELECT max(number) FROM operation", [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(newest(&desk.path("").join(name)), 2);
    assert_eq!(newest(&desk.path("book.db")), 1);
}

#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_is_named_and_the_file_is_as_it_was() {
    let desk = Desk::with_sample();
    let before = desk.book();
    let command = desk.command();
    let mut limited = std::process::Command::new("sh");
    for (name, value) in command.get_envs().filter_map(|(name, value)| Some((name, value?))) {
        limited.env(name, value);
    }
    // Nothing may be written behind the first kilobyte of a file.
    limited.current_dir(desk.path("")).arg("-c").arg("trap '' XFSZ; ulimit -f 1; \"$@\"").arg("sh");
    limited.arg(command.get_program()).args(["config", "office", "Văn phòng"]);
    let output = limited.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(
        said.contains("the disk failed to read or write") && said.contains("Nothing was changed."),
        "{said}"
    );
    assert!(desk.book() == before);
}

#[cfg(unix)]
#[test]
fn a_command_line_that_is_not_unicode_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::with_sample();
    let bytes = std::ffi::OsStr::from_bytes(b"P1-\xff");
    let answer = desk.call([std::ffi::OsStr::new("cell"), std::ffi::OsStr::new("show"), bytes]);
    assert_eq!(answer.status, 2, "{}", answer.stderr);
    assert_eq!(
        answer.stderr,
        "Error: The command line has text that is not Unicode.\nHint: See how it is used: chibo cell show --help\n"
    );
}

/// Codes without a reproducer here, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    ("workbook-to-terminal", "only at a terminal: workbooks_out.rs"),
    ("document-to-terminal", "only at a terminal: documents.rs"),
    ("workbook-too-long", "only with a million rows"),
    ("arguments-missing", "also from clap"),
    ("change-outside-life", "only in files: import.rs"),
    ("declined", "only at a terminal, where somebody was asked"),
    ("succession-to-itself", "only in files: import.rs"),
    ("scope-ambiguous", "only in files: duties.rs"),
    ("refers-to-nothing", "only in a damaged file"),
    ("not-yes", "only in files: import.rs"),
    ("demo-taken", "set_up.rs"),
    ("backup-differs", "only on a disk that is broken"),
    ("backup-is-folder", "backup.rs"),
    ("backup-itself", "backup.rs"),
    ("backup-journal", "backup.rs"),
    ("backup-name", "backup.rs"),
    ("backup-not-record", "backup.rs"),
    ("backup-taken", "backup.rs"),
    ("backup-another", "backup.rs"),
    ("filed-contradicted", "closed_files.rs"),
    ("restore-flawed", "backup.rs"),
    ("restore-itself", "backup.rs"),
    ("restore-over-other", "backup.rs"),
    ("name-erased-already", "erase.rs"),
    ("undone-text-erased", "erase.rs"),
    ("undone-closings", "closed_files.rs"),
    ("today-borrowed", "clocks.rs"),
    ("file-left-beside", "leftovers.rs"),
    ("file-not-its-own", "leftovers.rs"),
    ("file-flawed", "pages.rs"),
    ("name-in-reason", "erase.rs"),
    ("name-in-texts", "erase.rs"),
    ("name-of-actor", "erase.rs"),
    ("file-busy", "above"),
    ("file-damaged", "above"),
    ("file-newer", "above"),
    ("file-not-chibo", "above"),
    ("file-other-schema", "above"),
    ("file-row-broken", "above"),
    ("file-read-only", "above"),
    ("file-unreadable", "above"),
    ("explain-one-month", "figures.rs"),
    ("export-taken", "export.rs"),
    ("export-there", "export.rs"),
    ("nothing-known-yet", "known_at.rs"),
    ("faults", "import.rs"),
    ("gaps-found", "report.rs"),
    ("output-is-folder", "above"),
    ("input-output", "only on a disk that is full or broken"),
    ("template-taken", "above"),
    ("config-broken", "above"),
    ("not-unicode", "above"),
    ("config-unreadable", "only where permissions are taken away"),
    ("disk-failed", "above"),
    ("disk-full", "only on a disk that is full: store/error.rs"),
    ("no-home", "the system names a home wherever tests run"),
    ("sqlite", "stands for what cannot happen to a file that passed the other checks"),
    ("usage", "stands for what clap may find in later versions"),
];

#[test]
fn every_error_code_has_a_reproducer_or_a_reason_why_it_has_none() {
    let listed = Desk::empty().ok("help errors");
    let codes: BTreeSet<&str> =
        listed.lines().filter_map(|line| line.strip_prefix("   ")?.split(' ').next()).collect();
    assert!(codes.len() > 80, "{codes:?}");
    let tables = [
        WRITTEN,
        FOUND,
        ASSIGNED,
        MEETINGS,
        CLOSED,
        USAGE,
        crate::corrections::REFUSED,
        crate::gaps::REFUSED,
        crate::recommend::REFUSED,
        crate::reorganisation::REFUSED,
    ];
    // Each ends with the status under which it is listed.
    let listed_under = |code: &str| {
        let lines: Vec<&str> = listed.lines().collect();
        let at = lines.iter().position(|line| line.trim().split(' ').next() == Some(code)).unwrap();
        let status = lines[..at].iter().rev().find(|line| !line.starts_with(' ')).unwrap();
        status.split([' ', ':']).next().unwrap().parse::<i32>().unwrap()
    };
    for Reproducer(code, status, ..) in tables.iter().flat_map(|table| table.iter()) {
        assert_eq!(listed_under(code), *status, "{code}");
    }
    let reproduced = tables.iter().flat_map(|table| table.iter().map(|reproducer| reproducer.0));
    let known: BTreeSet<&str> = reproduced.chain(ELSEWHERE.iter().map(|(code, _)| *code)).collect();
    let forgotten: Vec<_> = codes.difference(&known).collect();
    assert!(forgotten.is_empty(), "without a reproducer: {forgotten:?}");
    let gone: Vec<_> = known.difference(&codes).collect();
    assert!(gone.is_empty(), "no longer a code: {gone:?}");
}

//! The stable words for errors, by the exit status they end with (`commands.md`).

use super::Lang;

/// Every code, under the exit status with which a command that meets it ends.
pub const CODES: &[(u8, &[&str])] = &[
    (
        1,
        &[
            "already-ended",
            "ambiguous",
            "amend-which",
            "another-visitor",
            "assignment-beyond",
            "assignment-empty",
            "assignment-overlaps",
            "backup-another",
            "backup-is-folder",
            "backup-itself",
            "backup-journal",
            "backup-name",
            "backup-not-record",
            "backup-taken",
            "category-not-found",
            "cannot-undo",
            "cell-elsewhere",
            "cell-not-found",
            "cell-not-in-period",
            "cell-twice",
            "cells-to-itself",
            "change-in-the-way",
            "change-outside-life",
            "code-taken",
            "code-used-before",
            "committee-gone",
            "committee-has-cells",
            "committee-not-found",
            "config-broken",
            "config-unreadable",
            "counts-missing",
            "declined",
            "demo-taken",
            "depended-on",
            "everybody-came",
            "exempt-away-over-total",
            "export-taken",
            "export-there",
            "folder-absent",
            "output-is-folder",
            "output-is-record",
            "held-after-today",
            "held-outside-period",
            "input-output",
            "into-not-new",
            "keeps-its-own",
            "life-backwards",
            "filed-contradicted",
            "month-closed",
            "month-closed-already",
            "month-empty",
            "month-has-gaps",
            "month-not-closed",
            "month-not-over",
            "month-recorded-ahead",
            "meeting-not-found",
            "meeting-taken",
            "meeting-which",
            "never-filed",
            "meetings-in-the-way",
            "merge-not-alike",
            "merge-too-few",
            "new-cell-nameless",
            "name-erased-already",
            "name-in-reason",
            "name-in-texts",
            "name-of-actor",
            "nobody-assigned",
            "nobody-to-replace",
            "not-assigned",
            "not-held-has-none",
            "not-in-existence",
            "nothing-changes",
            "nothing-known-yet",
            "nothing-to-amend",
            "nothing-to-redo",
            "nothing-to-undo",
            "official-not-active",
            "operation-not-found",
            "official-not-found",
            "period-not-begun",
            "present-over-expected",
            "present-over-total",
            "reason-for-visitor",
            "reason-twice",
            "recommendation-not-found",
            "records-from-not-begun",
            "refers-to-nothing",
            "replace-whom",
            "replaced-began-later",
            "restore-itself",
            "restore-over-other",
            "retire-unconfirmed",
            "several-assigned",
            "split-too-few",
            "succession-in-the-way",
            "succession-to-itself",
            "template-taken",
            "today-borrowed",
            "unassign-whom",
            "undo-breaks-rule",
            "undoes-itself",
            "undone-already",
            "undone-closings",
            "undone-text-erased",
            "visitor-twice",
            "visitors-unsaid",
        ],
    ),
    (
        2,
        &[
            "argument-unknown",
            "arguments-missing",
            "code-misread",
            "code-reserved",
            "command-missing",
            "command-unknown",
            "date-impossible",
            "date-misread",
            "date-out-of-range",
            "date-two-digit-year",
            "excel-needs-csv",
            "explain-one-month",
            "fingerprint-misread",
            "format-unknown",
            "moment-misread",
            "name-empty",
            "name-semicolon",
            "name-without-letter",
            "not-unicode",
            "not-yes",
            "not-yes-or-no",
            "number-misread",
            "option-conflict",
            "option-needs",
            "option-twice",
            "period-backwards",
            "period-misread",
            "period-not-one-month",
            "score-misread",
            "setting-unknown",
            "text-broken",
            "text-digits",
            "text-empty",
            "text-error-value",
            "text-too-long",
            "text-unseen",
            "usage",
            "value-missing",
            "value-superfluous",
            "visitors-missing",
            "word-unknown",
        ],
    ),
    (3, &["faults"]),
    (
        4,
        &[
            "backup-differs",
            "disk-failed",
            "disk-full",
            "file-absent",
            "file-busy",
            "file-damaged",
            "file-flawed",
            "file-left-beside",
            "file-newer",
            "file-not-chibo",
            "file-not-its-own",
            "file-other-schema",
            "file-present",
            "file-read-only",
            "file-row-broken",
            "file-unreadable",
            "no-home",
            "restore-flawed",
            "sqlite",
        ],
    ),
    (5, &["gaps-found"]),
];

/// What an exit status means.
pub fn status(lang: Lang, status: u8) -> &'static str {
    match status {
        1 => lang.pick(
            "bị quy định từ chối, không tìm thấy hoặc không rõ; không có gì thay đổi",
            "refused by a rule, not found or ambiguous; nothing changed",
        ),
        2 => lang.pick("không hiểu dòng lệnh", "command line not understood"),
        3 => {
            lang.pick("tệp nhập có lỗi; chưa nhập gì", "input files have faults; nothing imported")
        }
        4 => lang.pick("không dùng được sổ", "record file cannot be used"),
        5 => lang.pick(
            "--check thấy có chi bộ chưa đủ, hoặc check thấy sổ có sai lệch",
            "--check found a gap, or check a flaw in the record file",
        ),
        70 => lang.pick("lỗi của chính chibo", "a defect in chibo"),
        _ => lang.pick("xong", "done"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => sources(&path, found),
                false if path.ends_with("codes.rs") => {}
                false => found.push(std::fs::read_to_string(path).unwrap()),
            }
        }
    }

    #[test]
    fn every_code_that_an_explanation_has_is_listed() {
        let mut all = Vec::new();
        sources(std::path::Path::new("src"), &mut all);
        let mut seen = 0;
        for source in all {
            for part in source.split("Explained::new(").skip(1) {
                let part = part.trim_start();
                let Some(code) = part.strip_prefix('"').and_then(|p| p.split('"').next()) else {
                    continue;
                };
                let listed = CODES.iter().any(|(_, codes)| codes.contains(&code));
                assert!(listed, "{code}");
                seen += 1;
            }
        }
        assert!(seen > 80, "{seen}");
    }

    #[test]
    fn no_code_is_listed_twice() {
        let mut codes: Vec<&str> =
            CODES.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
        let all = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}

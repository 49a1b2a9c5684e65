//! What is said on standard error: sentences for people, or, with `--error-format json`, an object a line for programs.
//!
//! A failure has `code`, `status`, `message` and `hints`, and where files have faults `faults`, `total` and
//! `left_aside`; whatever else is said is a `note`.

use serde_json::{Value, json};

use super::faults;
use super::options::ErrorFormat;
use super::output::{harmless, line_to_stderr, to_stderr};
use crate::domain::Keyword;
use crate::import::{Fault, Faults};
use crate::texts::{Explained, Lang, failures};

/// Says a line that is no failure.
pub fn note(format: ErrorFormat, line: &str) {
    match format {
        ErrorFormat::People => to_stderr(line),
        // A line left empty is for the eye.
        ErrorFormat::Programs if line.is_empty() => {}
        ErrorFormat::Programs => object(&json!({ "note": harmless(line) })),
    }
}

/// Says a refusal or failure, with what was left unchanged where that is so, and what to do next.
pub fn failure(format: ErrorFormat, lang: Lang, explained: &Explained, unchanged: bool) {
    match format {
        ErrorFormat::People => {
            let message = sentence(lang, explained, unchanged);
            to_stderr(&format!("{}: {message}", failures::error_word(lang)));
            if let Some(hint) = &explained.hint {
                to_stderr(&format!("{}: {}", failures::hint_word(lang), hint.text()));
            }
        }
        ErrorFormat::Programs => object(&told(explained, &sentence(lang, explained, unchanged))),
    }
}

/// Says a failure in spite of which the command is carried out.
pub fn beside(format: ErrorFormat, lang: Lang, explained: &Explained) {
    match format {
        ErrorFormat::People => failure(format, lang, explained, false),
        ErrorFormat::Programs => note(format, &sentence(lang, explained, false)),
    }
}

/// Says that somebody who was asked did not agree, who knows that this is no error.
pub fn declined(format: ErrorFormat, lang: Lang, explained: &Explained) {
    match format {
        ErrorFormat::People => note(format, &sentence(lang, explained, false)),
        ErrorFormat::Programs => failure(format, lang, explained, false),
    }
}

/// Says that a check found something: people see it in what was printed.
pub fn found(format: ErrorFormat, lang: Lang, explained: &Explained) {
    match format {
        ErrorFormat::People => {}
        ErrorFormat::Programs => object(&told(explained, explained.code.meaning(lang))),
    }
}

/// Says what is wrong with files, and what follows.
pub fn faulty(format: ErrorFormat, lang: Lang, faults: &Faults, explained: &Explained) {
    match format {
        ErrorFormat::People => {
            faults::lines(lang, faults).iter().for_each(|line| to_stderr(line));
            failure(format, lang, explained, false);
        }
        ErrorFormat::Programs => {
            let mut told = told(explained, &sentence(lang, explained, false));
            let listed: Vec<Value> =
                faults.faults.iter().flat_map(|fault| places(lang, fault)).collect();
            told["faults"] = listed.into();
            told["total"] = faults.total.into();
            told["left_aside"] = faults::left_aside(lang, faults).into();
            object(&told);
        }
    }
}

/// Says that chibo met a defect of its own, for which there is no code among those of failures.
pub fn defect(format: ErrorFormat, status: u8, message: &str) {
    match format {
        ErrorFormat::People => to_stderr(message),
        ErrorFormat::Programs => object(&json!({
            "code": "defect", "status": status, "message": harmless(message), "hints": [],
        })),
    }
}

/// The message as a sentence.
fn sentence(lang: Lang, explained: &Explained, unchanged: bool) -> String {
    let Explained { message, .. } = explained;
    let end = if message.ends_with(['.', '…']) { "" } else { "." };
    let unchanged =
        if unchanged { format!(" {}", failures::unchanged(lang)) } else { String::new() };
    format!("{message}{end}{unchanged}")
}

fn told(explained: &Explained, message: &str) -> Value {
    let hints: Vec<String> = explained.hint.iter().map(|hint| harmless(hint.text())).collect();
    json!({
        "code": explained.code.key(),
        "status": explained.code.status(),
        "message": harmless(message),
        "hints": hints,
    })
}

/// A fault at each run of lines at which it stands.
fn places(lang: Lang, fault: &Fault) -> Vec<Value> {
    let Fault { at, column, .. } = fault;
    let (value, message) = faults::told(lang, fault);
    let place = |lines: Option<(u32, u32)>| {
        json!({
            "file": harmless(&at.source.file),
            "sheet": at.source.sheet.as_deref().map(harmless),
            "line": lines.map(|(first, _)| first),
            "last_line": lines.map(|(_, last)| last),
            "column": column,
            "column_number": at.column.map(|column| column + 1),
            "value": harmless(value),
            "message": harmless(&message),
        })
    };
    if at.lines.is_empty() {
        vec![place(None)]
    } else {
        at.lines.iter().map(|lines| place(Some(*lines))).collect()
    }
}

/// One line; what was read or typed is in it already without what nobody sees.
fn object(value: &Value) {
    line_to_stderr(&value.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::ErrorCode;

    #[test]
    fn a_program_is_told_every_code_with_its_exit_status() {
        for code in ErrorCode::ALL {
            let explained = Explained::new(*code, "a\u{202e}b".to_owned()).hint("c");
            let told = told(&explained, &sentence(Lang::EN, &explained, true));
            let wanted = json!({
                "code": code.key(),
                "status": code.status(),
                "message": "a<U+202E>b. Nothing was changed.",
                "hints": ["c"],
            });
            assert_eq!(told, wanted);
        }
    }
}

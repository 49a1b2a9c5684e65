//! Faults of input files: file, line, column, value, what was expected.

use crate::domain::{Refusal, refusal};
use crate::import::{Fault, Faults, Problem};
use crate::texts::{Lang, faults as words};

/// A line for each fault that is kept, how many more there are, and what was left aside.
pub fn lines(lang: Lang, faults: &Faults) -> Vec<String> {
    let mut lines: Vec<String> = faults.faults.iter().map(|fault| line(lang, fault)).collect();
    let told = faults.faults.iter().map(|fault| fault.at.rows().max(1)).sum();
    let more = faults.total.saturating_sub(told);
    if more > 0 {
        lines.push(words::more(lang, more));
    }
    lines.extend(left_aside(lang, faults));
    lines
}

/// What was left aside, a line each.
pub fn left_aside(lang: Lang, faults: &Faults) -> Vec<String> {
    words::left_aside(lang, &faults.aside)
}

fn line(lang: Lang, fault: &Fault) -> String {
    let (value, what) = told(lang, fault);
    let column = fault.column.map(|key| words::column_named(lang, key));
    format!("{}: {what}", words::place(lang, &fault.at, column.as_deref(), value))
}

/// What stands there, unless it is not to be shown, and what is wrong with it.
pub fn told<'a>(lang: Lang, fault: &'a Fault) -> (&'a str, String) {
    let Fault { at, column, value, problem } = fault;
    // What may be somebody's identity number is not shown again.
    let secret =
        matches!(problem, Problem::Refused(Refusal::Written(refusal::Written::TextDigits)));
    let value = if secret { "" } else { value.as_str() };
    let is_word = matches!(
        problem,
        Problem::Refused(Refusal::Written(refusal::Written::CodeReserved { .. }))
    );
    if is_word && *column == Some("visitors") {
        return (value, words::visitors_coded(lang).to_string());
    }
    let merged = *problem == Problem::Required && at.rows() > 1;
    let hint = if merged { words::merged_cells(lang) } else { "" };
    (value, format!("{}{hint}", words::problem(lang, problem)))
}

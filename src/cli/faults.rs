//! Faults of input files, one line each: file, line, column, value, what was expected.

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
    lines.extend(words::left_aside(lang, &faults.aside));
    lines
}

fn line(lang: Lang, fault: &Fault) -> String {
    let Fault { at, column, value, problem } = fault;
    let column = column.map(|key| words::column_named(lang, key));
    // What may be somebody's identity number is not shown again.
    let secret =
        matches!(problem, Problem::Refused(Refusal::Written(refusal::Written::TextDigits)));
    let value = if secret { "" } else { value.as_str() };
    let place = words::place(lang, at, column.as_deref(), value);
    let is_word = matches!(
        problem,
        Problem::Refused(Refusal::Written(refusal::Written::CodeReserved { .. }))
    );
    if is_word && fault.column == Some("visitors") {
        return format!("{place}: {}", words::visitors_coded(lang));
    }
    let merged = *problem == Problem::Required && at.rows() > 1;
    let hint = if merged { words::merged_cells(lang) } else { "" };
    format!("{place}: {}{hint}", words::problem(lang, problem))
}

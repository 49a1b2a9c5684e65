//! Faults of input files, one line each: file, line, column, value, what was expected.

use crate::domain::{Refusal, refusal};
use crate::import::{Fault, Faults, Problem};
use crate::texts::{self, Lang, faults as words};

/// A line for each fault that is kept, and how many more there are.
pub fn lines(lang: Lang, faults: &Faults) -> Vec<String> {
    let mut lines: Vec<String> = faults.faults.iter().map(|fault| line(lang, fault)).collect();
    let more = faults.total.saturating_sub(faults.faults.len());
    if more > 0 {
        lines.push(words::more(lang, more));
    }
    lines
}

fn line(lang: Lang, fault: &Fault) -> String {
    let Fault { at, column, value, problem } = fault;
    let column = column.map(|key| {
        let label = texts::column_label(key, lang);
        if label == key { key.to_owned() } else { format!("{key} ({label})") }
    });
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
    format!("{place}: {}", words::problem(lang, problem))
}

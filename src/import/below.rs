//! Rows below the last record of a list: totals, and who signed it. They name no record.

use super::header::Header;
use super::sheet::{Cells, cell};
use crate::domain::fold;
use crate::files::{Column, FileKind, Need};

/// How many cells of a row that is a signature or a remark are filled at the most.
const FEW: usize = 2;

/// The most characters of such a row that are shown.
const SHOWN: usize = 60;

/// Whether a row is about no record, should none follow it.
pub(super) fn has_no_record(cells: &Cells, header: &Header, kind: FileKind) -> bool {
    if header.has_plain_keys(cells) {
        return false;
    }
    let text =
        |column: Column| header.place(column).and_then(|at| cell(cells, at)).unwrap_or_default();
    let mut keys = kind.of_rows();
    let own = kind.own_code();
    if own.is_some_and(|own| own.code(text(own)).is_ok_and(|_| !is_total(text(own)))) {
        return false;
    }
    if own.is_none() && kind.of_rows().all(|key| is_key(text(key))) {
        return false;
    }
    if !header.number(cells).is_empty() && header.number(cells).bytes().all(|b| b.is_ascii_digit())
    {
        return false;
    }
    let mut filled: Vec<&str> =
        (0..cells.len()).filter_map(|at| cell(cells, at)).filter(|it| !it.is_empty()).collect();
    // Merged cells of a workbook hold one text.
    filled.dedup();
    if filled.iter().take(3).any(|text| is_total(text)) {
        return true;
    }
    // A name of somebody or a date stands there, and no code that is miswritten.
    let names_none = keys.all(|key| !is_miswritten_key(text(key)))
        && (own.is_some() || kind.of_rows().any(|key| text(key).is_empty()));
    // What a record needs besides, and its code forgotten, is a record.
    let others = || kind.of_new_records().filter(|it| it.need == Need::NewRecords);
    let is_whole = others().next().is_some() && others().all(|it| !text(it).is_empty());
    let has_only_name = kind == FileKind::Officials;
    names_none && (has_only_name || !is_whole) && filled.len() <= FEW
}

/// Whether something stands there that can say which record is meant.
fn is_key(text: &str) -> bool {
    !text.is_empty() && !is_total(text)
}

/// Whether something stands there that was meant to say which record is meant: codes, days and months have digits.
fn is_miswritten_key(text: &str) -> bool {
    let is_letter_head = || fold(text).split_whitespace().any(|word| word == "ngay");
    text.contains(|c: char| c.is_ascii_digit()) && !is_letter_head()
}

/// Whether a cell says that the row is a sum.
fn is_total(text: &str) -> bool {
    let first = text.chars().next().map(|c| c.to_ascii_lowercase());
    if !matches!(first, Some('t' | 'c' | 's')) {
        return false;
    }
    let folded = fold(text);
    let word = folded.trim_end_matches([':', '.', ' ']);
    matches!(word, "tong" | "cong" | "tong so" | "total" | "totals" | "sum")
        || word.starts_with("tong cong")
        || word.starts_with("cong tong")
}

/// The first that stands in a row, by which people find it.
pub(super) fn first_text(cells: &Cells) -> String {
    let filled = (0..cells.len()).filter_map(|at| cell(cells, at)).find(|it| !it.is_empty());
    filled.unwrap_or_default().chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_known_by_their_word() {
        for text in ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "Tổng số", "Total", "Tổng cộng toàn xã"]
        {
            assert!(is_total(text), "{text}");
        }
        for text in ["Tổng Cốc", "Cộng Hòa", "CB-01", "T1", ""] {
            assert!(!is_total(text), "{text}");
        }
    }
}

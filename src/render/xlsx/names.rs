//! Names of sheets as a spreadsheet takes them: short, without some signs, each once.

use std::collections::HashSet;

/// The most units of UTF-16.
const LONGEST: usize = 31;

/// The names of a workbook so far, without regard to case.
#[derive(Debug, Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// A name like this one that no other sheet has.
    pub fn take(&mut self, wanted: &str) -> String {
        let plain: String = wanted
            .chars()
            .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { '-' } else { c })
            .collect();
        let plain = plain.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        // Excel keeps this one for itself.
        let plain =
            if plain.is_empty() || plain.eq_ignore_ascii_case("history") { "Sheet" } else { plain };
        let mut numbered = (1..).map(|number: usize| {
            let end = if number == 1 { String::new() } else { format!(" {number}") };
            cut(plain, LONGEST - end.len()) + &end
        });
        numbered.find(|name| self.0.insert(name.to_lowercase())).unwrap_or_default()
    }
}

fn cut(text: &str, longest: usize) -> String {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= longest
    };
    text.chars().take_while(fits).collect::<String>().trim_end_matches('\'').trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_a_spreadsheet_takes_and_no_other_has() {
        let mut names = Names::default();
        assert_eq!(names.take("P1 Phường 1"), "P1 Phường 1");
        assert_eq!(names.take("p1 phường 1"), "p1 phường 1 2");
        assert_eq!(names.take("a/b:[c]*?\\"), "a-b--c----");
        assert_eq!(names.take("'x'"), "x");
        assert_eq!(names.take("''"), "Sheet");
        assert_eq!(names.take("History"), "Sheet 2");
        let long = "Đảng bộ phường có một cái tên rất dài";
        assert_eq!(names.take(long), "Đảng bộ phường có một cái tên r");
        assert_eq!(names.take(long), "Đảng bộ phường có một cái tên 2");
        assert_eq!(names.take(&"😀".repeat(20)).encode_utf16().count(), 30);
    }
}

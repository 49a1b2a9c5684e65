//! What stands over a column, as it is compared: neither case, accents, signs nor what is in brackets matters.

use crate::domain::fold;

/// A heading as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Heading(String);

impl Heading {
    /// `Họ và tên (*):` is `ho va ten`.
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        if matches!(text, "#" | "№") {
            return Self("no".to_owned());
        }
        let folded = fold(text);
        let mut words = String::with_capacity(folded.len());
        let mut within = 0;
        for c in folded.chars() {
            match c {
                '(' | '[' => within += 1,
                ')' | ']' => within = (within - 1).max(0),
                _ if within > 0 => {}
                c if c.is_alphanumeric() || c == '_' => words.push(c),
                _ if words.ends_with(' ') || words.is_empty() => {}
                _ => words.push(' '),
            }
        }
        Self(words.trim_end().to_owned())
    }

    /// As it is compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is written like this.
    pub fn is(&self, written: &str) -> bool {
        *self == Self::new(written)
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it stands over the numbers of the rows, which are no data.
    pub fn is_row_number(&self) -> bool {
        matches!(self.0.as_str(), "stt" | "tt" | "so tt" | "so thu tu" | "thu tu" | "no")
    }

    /// Whether it stands over names beside codes.
    pub fn is_of_names(&self) -> bool {
        let starts = ["ten ", "ho ten", "ho va ten", "name of "];
        starts.iter().any(|start| self.0.starts_with(start))
            || ["_name", "_names", " name", " names"].iter().any(|end| self.0.ends_with(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_signs_and_brackets_do_not_matter() {
        for text in ["Họ và tên", "HỌ VÀ TÊN:", "ho  va\nten (*)", "Họ và tên (in hoa)"]
        {
            assert!(Heading::new(text).is("Họ và tên"), "{text}");
        }
        assert!(Heading::new("Phường/xã").is("Phường, xã"));
        assert_eq!(Heading::new("held_on").as_str(), "held_on");
        assert!(Heading::new("(1)").is_empty());
    }
}

//! What stands around a paper that the office sends: its lines, as the settings have them beside the office's own name.

use super::keyword::keyword;
use super::{Label, Passage, Refusal, refusal};

keyword! {
    /// A line of it.
    LetterheadLine {
        /// The body above the office.
        UpperBody = "upper_body",
        /// The document code of the office, behind the stroke of a number.
        DocumentCode = "document_code",
        /// Where papers are dated.
        PlaceOfIssue = "place_of_issue",
        /// For which body is signed, as it is written: `T/M …`.
        OnBehalf = "on_behalf",
        /// The post of whoever signs.
        SignerPost = "signer_post",
        /// To whom papers go, separated by `;`.
        Recipients = "recipients",
    }
}

impl LetterheadLine {
    /// Reads what is to stand there.
    pub fn read(self, text: &str) -> Result<Passage, Refusal> {
        let read = match self {
            Self::Recipients => Passage::new(text)?,
            Self::UpperBody
            | Self::DocumentCode
            | Self::PlaceOfIssue
            | Self::OnBehalf
            | Self::SignerPost => Label::new(text)?.and_then(|line| line.fit()),
        };
        Ok(read.ok_or(refusal::Written::TextEmpty)?)
    }
}

/// The lines that are set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead(Vec<(LetterheadLine, Passage)>);

impl Letterhead {
    /// Adds a line.
    pub fn put(&mut self, line: LetterheadLine, text: Passage) {
        self.0.push((line, text));
    }

    /// What stands in a line, if it is set.
    pub fn get(&self, line: LetterheadLine) -> Option<&str> {
        let set = self.0.iter().find(|(known, _)| *known == line);
        set.map(|(_, text)| text.as_str())
    }

    /// To whom papers go, one after the other.
    pub fn recipients(&self) -> impl Iterator<Item = &str> {
        let all = self.get(LetterheadLine::Recipients).unwrap_or_default();
        all.split(';').map(str::trim).filter(|one| !one.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Name;

    #[test]
    fn recipients_are_told_apart_and_a_line_is_never_empty() {
        let mut letterhead = Letterhead::default();
        let line = LetterheadLine::Recipients;
        letterhead.put(line, line.read("Thường trực Thị ủy; ; Lưu Văn phòng").unwrap());
        let recipients: Vec<&str> = letterhead.recipients().collect();
        assert_eq!(recipients, ["Thường trực Thị ủy", "Lưu Văn phòng"]);
        assert_eq!(letterhead.get(LetterheadLine::UpperBody), None);
        assert!(LetterheadLine::PlaceOfIssue.read("  ").is_err());
        assert!(LetterheadLine::UpperBody.read(&"x".repeat(161)).is_err());
        assert!(LetterheadLine::Recipients.read(&"x".repeat(161)).is_ok());
        assert!(LetterheadLine::SignerPost.read(Name::ERASED).is_ok());
    }
}

//! The document behind an assignment or a change (`records.md`, section 4).

use super::{Date, DocumentNo, Label};

/// Number, date and issuer of a document; each may be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    pub number: Option<DocumentNo>,
    pub date: Option<Date>,
    pub issuer: Option<Label>,
}

//! The tables of the record file as the chain of operations, `undo` and erasing go through them.

/// A table with the columns that carry what was recorded. `id`, `added_by` and `removed_by` are in all.
pub(super) struct Table {
    pub name: &'static str,
    /// Whether it holds versions; the others hold identities, which are never removed.
    pub versioned: bool,
    /// What the chain of operations hashes, in this order.
    pub columns: &'static [&'static str],
    /// What is stored besides and is not hashed, so that it can be erased.
    pub erasable: &'static [&'static str],
    /// Those of `columns` that hold free text: hashed with salt, so that they can be erased too.
    pub free: &'static [&'static str],
}

impl Table {
    /// The column by which a row is known.
    pub fn key(&self) -> &'static str {
        if self.name == OPERATION.name { "number" } else { "id" }
    }

    /// What stands in the place of an erased free text: nothing, where the column can be empty.
    pub fn blank(&self, column: &str) -> Option<&'static str> {
        let may_not_be_empty = matches!(
            (self.name, column),
            ("operation", "actor") | ("recommendation_version", "text")
        );
        may_not_be_empty.then_some("…")
    }
}

const fn identities(name: &'static str) -> Table {
    Table { name, versioned: false, columns: &[], erasable: &[], free: &[] }
}

const fn versions(name: &'static str, columns: &'static [&'static str]) -> Table {
    free(name, columns, &[])
}

const fn free(
    name: &'static str,
    columns: &'static [&'static str],
    free: &'static [&'static str],
) -> Table {
    Table { name, versioned: true, columns, erasable: &[], free }
}

/// The operation itself, the head of its canonical form; its key is `number`.
pub(super) const OPERATION: Table = Table {
    name: "operation",
    versioned: false,
    columns: &["recorded_at", "today", "actor", "verb", "arguments", "reason"],
    erasable: &[],
    free: &["actor", "reason"],
};

/// Every table, in the order of the canonical form. Appended to, never reordered: a table without rows
/// leaves no trace in a hash.
pub(super) const TABLES: &[Table] = &[
    identities("committee"),
    identities("cell"),
    identities("category"),
    identities("official"),
    identities("meeting"),
    identities("recommendation"),
    versions("committee_version", &["committee", "code", "kind", "founded", "dissolved"]),
    versions("committee_name", &["committee", "valid_from", "name"]),
    versions("cell_version", &["cell", "code", "kind", "founded", "dissolved", "regular_day"]),
    versions("cell_standing", &["cell", "valid_from", "name", "committee"]),
    versions("category_version", &["category", "code", "label_vi", "label_en", "position"]),
    versions("official_version", &["official", "code", "active_from", "active_until", "position"]),
    Table {
        name: "person_name",
        versioned: true,
        columns: &["official", "digest"],
        erasable: &["name", "folded", "salt"],
        free: &[],
    },
    free(
        "official_post",
        &["official", "valid_from", "title", "organisation", "category"],
        &["title", "organisation"],
    ),
    versions("succession", &["from_cell", "to_cell", "happened_on", "document"]),
    free(
        "assignment",
        &["cell", "official", "valid_from", "valid_until", "document", "document_date", "issuer"],
        &["document", "issuer"],
    ),
    free("meeting_version", super::meetings::COLUMNS, &["theme", "minutes_no", "note"]),
    versions("visit", &["meeting", "official"]),
    versions("absence", &["meeting", "official", "reason"]),
    free(
        "recommendation_version",
        &["recommendation", "code", "cell", "period", "raised_on", "area", "text"],
        &["text"],
    ),
    versions("setting", &["key", "value"]),
    // Since schema 2.
    identities("closing"),
    versions("closing_version", &["closing", "period", "closed_on", "document"]),
    versions("filed_row", super::closings::FILED_COLUMNS),
    Table {
        name: "erased_text",
        versioned: false,
        columns: &["table_name", "row_id", "column_name", "digest"],
        erasable: &[],
        free: &[],
    },
];

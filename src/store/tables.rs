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
    /// Those of `columns` that hold free text, with the first format of the chain that hashes them with salt,
    /// so that they can be erased too.
    pub free: &'static [(&'static str, i64)],
    /// Those of `columns` that earlier formats did not have, with the first that does. They are the last ones.
    pub later: &'static [(&'static str, i64)],
}

impl Table {
    /// The column by which a row is known.
    pub fn key(&self) -> &'static str {
        if self.name == OPERATION.name { "number" } else { "id" }
    }

    /// The first format that hashes a column with salt; none, if all of them hash it as it stands.
    pub fn salted_since(&self, column: &str) -> Option<i64> {
        since(self.free, column)
    }

    /// Whether a format of the chain has a column.
    pub fn has(&self, column: &str, format: i64) -> bool {
        since(self.later, column).is_none_or(|first| format >= first)
    }

    /// What stands in the place of an erased free text: nothing, where the column can be empty.
    pub fn blank(&self, column: &str) -> Option<&'static str> {
        let may_not_be_empty = matches!(
            (self.name, column),
            ("operation", "actor") | ("recommendation_version", "text") | ("setting", "value")
        );
        may_not_be_empty.then_some("…")
    }
}

fn since(columns: &[(&str, i64)], column: &str) -> Option<i64> {
    columns.iter().find(|(name, _)| *name == column).map(|(_, format)| *format)
}

const fn identities(name: &'static str) -> Table {
    Table { name, versioned: false, columns: &[], erasable: &[], free: &[], later: &[] }
}

const fn versions(name: &'static str, columns: &'static [&'static str]) -> Table {
    free(name, columns, &[])
}

const fn free(
    name: &'static str,
    columns: &'static [&'static str],
    free: &'static [(&'static str, i64)],
) -> Table {
    Table { name, versioned: true, columns, erasable: &[], free, later: &[] }
}

/// The operation itself, the head of its canonical form; its key is `number`.
pub(super) const OPERATION: Table = Table {
    name: "operation",
    versioned: false,
    columns: &["recorded_at", "today", "actor", "verb", "arguments", "reason", "document"],
    erasable: &[],
    free: &[("actor", 2), ("reason", 2), ("document", 3)],
    later: &[("document", 3)],
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
        later: &[],
    },
    free(
        "official_post",
        &["official", "valid_from", "title", "organisation", "category"],
        &[("title", 2), ("organisation", 2)],
    ),
    free("succession", &["from_cell", "to_cell", "happened_on", "document"], &[("document", 3)]),
    free(
        "assignment",
        &["cell", "official", "valid_from", "valid_until", "document", "document_date", "issuer"],
        &[("document", 2), ("issuer", 2)],
    ),
    free(
        "meeting_version",
        super::meetings::COLUMNS,
        &[("theme", 2), ("minutes_no", 2), ("note", 2)],
    ),
    versions("visit", &["meeting", "official"]),
    versions("absence", &["meeting", "official", "reason"]),
    free(
        "recommendation_version",
        &["recommendation", "code", "cell", "period", "raised_on", "area", "text"],
        &[("text", 2)],
    ),
    free("setting", &["key", "value"], &[("value", 3)]),
    // Since schema 2.
    identities("closing"),
    free("closing_version", &["closing", "period", "closed_on", "document"], &[("document", 3)]),
    versions("filed_row", super::closings::FILED_COLUMNS),
    Table {
        name: "erased_text",
        versioned: false,
        columns: &["table_name", "row_id", "column_name", "digest"],
        erasable: &[],
        free: &[],
        later: &[],
    },
    // Since schema 3.
    Table {
        name: "text_salt",
        versioned: false,
        columns: &["table_name", "row_id", "column_name"],
        erasable: &["salt"],
        free: &[],
        later: &[],
    },
];

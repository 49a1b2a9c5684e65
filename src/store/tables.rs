//! The tables of schema 1 as the chain of operations and `undo` go through them.

/// A table with the columns that carry what was recorded. `id`, `added_by` and `removed_by` are in all.
pub(super) struct Table {
    pub name: &'static str,
    /// Whether it holds versions; the others hold identities, which are never removed.
    pub versioned: bool,
    /// What the chain of operations hashes, in this order.
    pub columns: &'static [&'static str],
    /// What is stored besides and is not hashed, so that it can be erased.
    pub erasable: &'static [&'static str],
}

const fn identities(name: &'static str) -> Table {
    Table { name, versioned: false, columns: &[], erasable: &[] }
}

const fn versions(name: &'static str, columns: &'static [&'static str]) -> Table {
    Table { name, versioned: true, columns, erasable: &[] }
}

/// Every table, in the order of format 1 of the canonical form. Appended to, never reordered.
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
    },
    versions("official_post", &["official", "valid_from", "title", "organisation", "category"]),
    versions("succession", &["from_cell", "to_cell", "happened_on", "document"]),
    versions(
        "assignment",
        &["cell", "official", "valid_from", "valid_until", "document", "document_date", "issuer"],
    ),
    versions("meeting_version", super::meetings::COLUMNS),
    versions("visit", &["meeting", "official"]),
    versions("absence", &["meeting", "official", "reason"]),
    versions(
        "recommendation_version",
        &["recommendation", "code", "cell", "period", "raised_on", "area", "text"],
    ),
    versions("setting", &["key", "value"]),
];

//! One description of each table of the record file. From it come the statements that make it (`schema.rs`),
//! the canonical form (`chain.rs`), reading and writing by position (`row.rs`), undo, history, erasing and
//! the checks of references: a new column or table is described here once.
//!
//! A row of a [`Table`] is one whole version of one record (`records.md`, section 3): `version` is its key,
//! `record` the version by which the record began, `added_by` and `removed_by` are operations. What belongs to
//! a record and can be several (names with their days, visitors) stands in [`Part`]s, whose key begins with the
//! version, and which have no life of their own.

use crate::domain::{
    AbsenceReason, Area, AssignmentMode, CellKind, CommitteeKind, Duty, DutySpan, Grade,
    InspectionKind, Keyword, MeetingKind, NotHeldReason, SettingKey, Status, StepKind,
};

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sort {
    /// A code or a list of codes, a text that is no person's and is never erased.
    Plain,
    /// A name by which records are looked up; besides it stands how it is sought, see [`Sort::Sought`].
    Name,
    /// The name before it as [`crate::domain::fold_name`] folds it, for an index. Not part of the chain.
    Sought,
    /// A text that people write, or a person's name: a reference to the table `text`, where it can be erased.
    Text,
    /// A day, as the number of days since 1970-01-01.
    Day,
    /// A month, as year × 12 + month − 1.
    Month,
    /// A whole number between two bounds.
    Number(u32, u32),
    /// Points from 0 to 100, as tenths of a point.
    Points,
    /// A value out of a fixed list, as its place in it. The words are appended to, never reordered.
    Word(fn() -> Vec<&'static str>),
    /// A record of another table, by its first version.
    Record(&'static str),
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub name: &'static str,
    pub sort: Sort,
    /// Whether it is never empty.
    pub needed: bool,
}

/// What belongs to a version of a record and can be several, in order. The key is the version, in a column of the
/// record's name, and `at`, from 0.
#[derive(Debug)]
pub(super) struct Part {
    pub name: &'static str,
    pub columns: &'static [Column],
    /// Columns by which its rows are looked up.
    pub indexes: &'static [&'static str],
}

/// A kind of records.
#[derive(Debug)]
pub(super) struct Table {
    pub name: &'static str,
    /// The name of the view of what is in force.
    pub view: &'static str,
    pub kind: Kind,
    pub columns: &'static [Column],
    /// Under what only one version may be in force.
    pub keys: &'static [Key],
    /// By what else versions are looked up: the expression, and the condition of those concerned.
    pub indexes: &'static [Index],
    /// The month under which its versions are counted (`tally.rs`), where each belongs to one.
    pub counted_by: Option<Month>,
    /// What must hold between the columns.
    pub checks: &'static [&'static str],
    pub parts: &'static [Part],
    /// Further columns of the view, as SQL over the version `t`; `{part.column}` is a column of the row `p` of a part as
    /// views show it.
    pub shown: &'static [(&'static str, &'static str)],
}

/// A key under which only one version may be in force: a unique index.
#[derive(Debug)]
pub(super) struct Key {
    pub name: &'static str,
    /// The columns, as an index has them.
    pub columns: &'static str,
    /// Which versions have it.
    pub of: Option<&'static str>,
}

/// An index that only finds.
#[derive(Debug)]
pub(super) struct Index {
    pub name: &'static str,
    pub columns: &'static str,
    pub of: &'static str,
}

/// By which month versions are counted: that in `column`, or, if `of` is another column, for those that have 0
/// there.
#[derive(Debug)]
pub(super) struct Month {
    pub column: &'static str,
    pub of: Option<&'static str>,
}

/// What of the office a table holds, as far as other modules go by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Committees, cells, categories, officials, and where cells came from.
    Register,
    Assignment,
    /// How often officials owe visits, and where.
    Duty,
    Meeting,
    Recommendation,
    Setting,
    Closing,
    Plan,
    Inspection,
    Bulletin,
    /// What was answered about gaps.
    GapNote,
}

const fn some(name: &'static str, sort: Sort) -> Column {
    Column { name, sort, needed: true }
}

const fn may(name: &'static str, sort: Sort) -> Column {
    Column { name, sort, needed: false }
}

const fn key(name: &'static str, columns: &'static str) -> Key {
    Key { name, columns, of: None }
}

const POSITION: Sort = Sort::Number(0, 999_999);
const COUNT: Sort = Sort::Number(0, 9999);

/// A code names one record in force without regard to case, and one for ever: those no longer in force are
/// found too.
const CODE: Key = key("code", "code COLLATE NOCASE");
const CODE_ONCE: Index =
    Index { name: "code_once", columns: "code COLLATE NOCASE", of: "removed_by IS NOT NULL" };

fn words<T: Keyword>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.key()).collect()
}

fn no_or_yes() -> Vec<&'static str> {
    vec!["no", "yes"]
}

/// SHA-256 over name and text of everything that stands in a file made of these tables: a file of another is refused. A
/// test prints the one to be.
pub(super) const DIGEST: &str = "0debe0f80e0099d3136f2fca4bb0bd42b2b09f8b87fc77ada124dc6757fec9a8";

/// Every table with records, in the order in which records refer to each other. Appended to, never reordered.
pub(super) const TABLES: &[&Table] = &[
    &SETTING,
    &COMMITTEE,
    &CATEGORY,
    &CELL,
    &OFFICIAL,
    &SUCCESSION,
    &ASSIGNMENT,
    &MEETING,
    &RECOMMENDATION,
    &CLOSING,
    &DUTY,
    &RECOMMENDATION_LINK,
    &PLAN,
    &INSPECTION,
    &BULLETIN,
    &GAP_NOTE,
];

/// Settings of the office.
pub(super) static SETTING: Table = Table {
    name: "setting",
    view: "settings",
    kind: Kind::Setting,
    columns: &[some("key", Sort::Word(words::<SettingKey>)), some("value", Sort::Text)],
    keys: &[key("key", "key")],
    indexes: &[],
    counted_by: None,
    checks: &[],
    parts: &[],
    shown: &[],
};

/// Committees; their names are dated.
pub(super) static COMMITTEE: Table = Table {
    name: "committee",
    view: "committees",
    kind: Kind::Register,
    columns: &[
        some("code", Sort::Plain),
        some("kind", Sort::Word(words::<CommitteeKind>)),
        may("founded", Sort::Day),
        may("dissolved", Sort::Day),
    ],
    keys: &[CODE],
    indexes: &[CODE_ONCE],
    counted_by: None,
    checks: &[],
    parts: &[Part {
        name: "committee_name",
        columns: &[
            may("valid_from", Sort::Day),
            some("name", Sort::Name),
            some("sought", Sort::Sought),
        ],
        indexes: &["sought"],
    }],
    shown: &[(
        "name",
        "SELECT name FROM committee_name WHERE committee = t.version ORDER BY at DESC LIMIT 1",
    )],
};

/// Categories of officials.
pub(super) static CATEGORY: Table = Table {
    name: "category",
    view: "categories",
    kind: Kind::Register,
    columns: &[
        some("code", Sort::Plain),
        some("label_vi", Sort::Plain),
        some("label_en", Sort::Plain),
        may("position", POSITION),
    ],
    keys: &[CODE],
    indexes: &[CODE_ONCE],
    counted_by: None,
    checks: &[],
    parts: &[],
    shown: &[],
};

/// Cells; their names and committees are dated.
pub(super) static CELL: Table = Table {
    name: "cell",
    view: "cells",
    kind: Kind::Register,
    columns: &[
        some("code", Sort::Plain),
        some("kind", Sort::Word(words::<CellKind>)),
        may("founded", Sort::Day),
        may("dissolved", Sort::Day),
        may("regular_day", Sort::Number(1, 31)),
    ],
    keys: &[CODE],
    indexes: &[CODE_ONCE],
    counted_by: None,
    checks: &[],
    parts: &[Part {
        name: "cell_standing",
        columns: &[
            may("valid_from", Sort::Day),
            some("name", Sort::Name),
            some("sought", Sort::Sought),
            some("committee", Sort::Record("committee")),
        ],
        indexes: &["sought"],
    }],
    shown: &[
        ("name", "SELECT name FROM cell_standing WHERE cell = t.version ORDER BY at DESC LIMIT 1"),
        (
            "committee",
            "SELECT c.code FROM cell_standing s JOIN committees c ON c.record = s.committee
             WHERE s.cell = t.version ORDER BY at DESC LIMIT 1",
        ),
    ],
};

/// Officials; their posts are dated.
pub(super) static OFFICIAL: Table = Table {
    name: "official",
    view: "officials",
    kind: Kind::Register,
    columns: &[
        some("code", Sort::Plain),
        // None where a file brought an official whose name had been erased.
        may("full_name", Sort::Text),
        may("active_from", Sort::Day),
        may("active_until", Sort::Day),
        may("position", POSITION),
        may("own_cell", Sort::Record("cell")),
    ],
    keys: &[CODE],
    indexes: &[
        CODE_ONCE,
        Index { name: "full_name", columns: "full_name", of: "full_name IS NOT NULL" },
    ],
    counted_by: None,
    checks: &[],
    parts: &[Part {
        name: "official_post",
        columns: &[
            may("valid_from", Sort::Day),
            may("title", Sort::Text),
            may("organisation", Sort::Text),
            may("category", Sort::Record("category")),
        ],
        indexes: &[],
    }],
    shown: &[
        (
            "title",
            "SELECT body FROM official_post LEFT JOIN text ON text = title
             WHERE official = t.version ORDER BY at DESC LIMIT 1",
        ),
        (
            "organisation",
            "SELECT body FROM official_post LEFT JOIN text ON text = organisation
             WHERE official = t.version ORDER BY at DESC LIMIT 1",
        ),
        (
            "category",
            "SELECT c.code FROM official_post p LEFT JOIN categories c ON c.record = p.category
             WHERE p.official = t.version ORDER BY at DESC LIMIT 1",
        ),
    ],
};

/// Which cells came from which.
pub(super) static SUCCESSION: Table = Table {
    name: "succession",
    view: "successions",
    kind: Kind::Register,
    columns: &[
        some("from_cell", Sort::Record("cell")),
        some("to_cell", Sort::Record("cell")),
        some("happened_on", Sort::Day),
        may("document", Sort::Text),
    ],
    keys: &[key("line", "from_cell, to_cell, happened_on")],
    indexes: &[],
    counted_by: None,
    checks: &["from_cell <> to_cell"],
    parts: &[],
    shown: &[],
};

/// Who is assigned to attend the meetings of which cell.
pub(super) static ASSIGNMENT: Table = Table {
    name: "assignment",
    view: "assignments",
    kind: Kind::Assignment,
    columns: &[
        some("cell", Sort::Record("cell")),
        some("official", Sort::Record("official")),
        some("valid_from", Sort::Day),
        may("valid_until", Sort::Day),
        some("mode", Sort::Word(words::<AssignmentMode>)),
        may("document", Sort::Text),
        may("document_date", Sort::Day),
        may("issuer", Sort::Text),
    ],
    keys: &[key("start", "cell, official, valid_from")],
    indexes: &[Index { name: "official", columns: "official", of: "removed_by IS NULL" }],
    counted_by: None,
    checks: &["valid_until > valid_from"],
    parts: &[],
    shown: &[("full_name", "SELECT o.full_name FROM officials o WHERE o.record = t.official")],
};

/// Meetings of cells, with who came and why others did not.
pub(super) static MEETING: Table = Table {
    name: "meeting",
    view: "meetings",
    kind: Kind::Meeting,
    columns: &[
        some("cell", Sort::Record("cell")),
        some("period", Sort::Month),
        some("kind", Sort::Word(words::<MeetingKind>)),
        may("held_on", Sort::Day),
        may("not_held_reason", Sort::Word(words::<NotHeldReason>)),
        may("total", COUNT),
        may("exempt", COUNT),
        may("away", COUNT),
        may("present", COUNT),
        may("excused", COUNT),
        may("remarks", COUNT),
        may("prepared", Sort::Word(no_or_yes)),
        may("theme", Sort::Text),
        may("self_score", Sort::Points),
        may("confirmed_score", Sort::Points),
        may("grade", Sort::Word(words::<Grade>)),
        may("minutes_no", Sort::Text),
        may("note", Sort::Text),
    ],
    // `kind` 0 is the regular one.
    keys: &[Key { name: "regular", columns: "period, cell", of: Some("kind = 0") }],
    indexes: &[Index {
        name: "other",
        columns: "cell, period",
        of: "removed_by IS NULL AND kind <> 0",
    }],
    counted_by: Some(Month { column: "period", of: Some("kind") }),
    checks: &[
        "(held_on IS NULL) <> (not_held_reason IS NULL)",
        "(total IS NULL) = (present IS NULL)",
        "(exempt IS NULL) = (away IS NULL) AND (exempt IS NULL) = (excused IS NULL)",
        "exempt IS NULL OR total IS NOT NULL",
        "present + coalesce(excused, 0) <= total - coalesce(exempt, 0) - coalesce(away, 0)",
        "held_on IS NOT NULL OR coalesce(total, remarks, prepared, theme, self_score, confirmed_score, grade, minutes_no) IS NULL",
    ],
    parts: &[
        // Without an official it is the reason of all who did not come.
        Part {
            name: "absence",
            columns: &[
                may("official", Sort::Record("official")),
                some("reason", Sort::Word(words::<AbsenceReason>)),
            ],
            indexes: &[],
        },
        Part {
            name: "visit",
            columns: &[some("official", Sort::Record("official"))],
            indexes: &["official"],
        },
    ],
    shown: &[
        (
            "visitors",
            "SELECT iif(t.held_on IS NULL, NULL, coalesce(group_concat(o.code, ';'), 'none'))
             FROM visit v JOIN officials o ON o.record = v.official WHERE v.meeting = t.version",
        ),
        (
            "absence_reason",
            "SELECT group_concat(iif(p.official IS NULL, '', o.code || '=') || {absence.reason}, ';')
             FROM absence p LEFT JOIN officials o ON o.record = p.official WHERE p.meeting = t.version",
        ),
    ],
};

/// Recommendations as they were raised, and the steps by which they were followed up.
pub(super) static RECOMMENDATION: Table = Table {
    name: "recommendation",
    view: "recommendations",
    kind: Kind::Recommendation,
    columns: &[
        some("code", Sort::Plain),
        some("cell", Sort::Record("cell")),
        some("period", Sort::Month),
        may("raised_on", Sort::Day),
        some("area", Sort::Word(words::<Area>)),
        some("text", Sort::Text),
    ],
    keys: &[CODE],
    indexes: &[
        CODE_ONCE,
        Index { name: "period", columns: "period, cell", of: "removed_by IS NULL" },
        Index { name: "cell", columns: "cell", of: "removed_by IS NULL" },
    ],
    counted_by: Some(Month { column: "period", of: None }),
    checks: &[],
    parts: &[Part {
        name: "recommendation_step",
        columns: &[
            some("happened_on", Sort::Day),
            some("kind", Sort::Word(words::<StepKind>)),
            may("sent_to", Sort::Text),
            may("document", Sort::Text),
            may("text", Sort::Text),
        ],
        indexes: &[],
    }],
    shown: &[(
        "steps",
        "SELECT group_concat({recommendation_step.happened_on} || ' ' || {recommendation_step.kind}
             || coalesce(' ' || {recommendation_step.sent_to}, ''), '; ')
         FROM recommendation_step p WHERE p.recommendation = t.version",
    )],
};

/// Which recommendations are the same matter, raised twice.
pub(super) static RECOMMENDATION_LINK: Table = Table {
    name: "recommendation_link",
    view: "recommendation_links",
    kind: Kind::Recommendation,
    columns: &[
        some("recommendation", Sort::Record("recommendation")),
        some("same_as", Sort::Record("recommendation")),
    ],
    keys: &[key("pair", "recommendation, same_as")],
    indexes: &[],
    counted_by: None,
    checks: &["recommendation <> same_as"],
    parts: &[],
    shown: &[],
};

/// Closed months with their rows as filed: codes of then, joined by `;`.
pub(super) static CLOSING: Table = Table {
    name: "closing",
    view: "closings",
    kind: Kind::Closing,
    columns: &[
        some("period", Sort::Month),
        some("closed_on", Sort::Day),
        may("document", Sort::Text),
        // Only of what came from a file: the one first printed. Another has its operation's.
        may("fingerprint", Sort::Plain),
    ],
    keys: &[key("period", "period")],
    indexes: &[],
    counted_by: Some(Month { column: "period", of: None }),
    checks: &[],
    parts: &[Part {
        name: "filed_row",
        columns: &[
            some("committee", Sort::Plain),
            some("cell", Sort::Plain),
            may("assigned", Sort::Plain),
            may("predecessor", Sort::Plain),
            some("status", Sort::Word(words::<Status>)),
            may("held_on", Sort::Day),
            may("visitors", Sort::Plain),
            may("reason", Sort::Plain),
            may("total", COUNT),
            may("exempt", COUNT),
            may("away", COUNT),
            may("present", COUNT),
            may("excused", COUNT),
            may("grade", Sort::Word(words::<Grade>)),
            some("recommendations", Sort::Number(0, u32::MAX)),
        ],
        indexes: &[],
    }],
    shown: &[],
};

/// How often officials owe visits, and where: within a committee, to a cell, or, without either, anywhere.
pub(super) static DUTY: Table = Table {
    name: "duty",
    view: "duties",
    kind: Kind::Duty,
    columns: &[
        some("official", Sort::Record("official")),
        may("committee", Sort::Record("committee")),
        may("cell", Sort::Record("cell")),
        some("count", Sort::Number(1, Duty::MOST)),
        some("span", Sort::Word(words::<DutySpan>)),
        some("each", Sort::Word(no_or_yes)),
        some("valid_from", Sort::Day),
        may("valid_until", Sort::Day),
        may("document", Sort::Text),
    ],
    keys: &[
        key("committee", "committee, official, valid_from"),
        key("cell", "cell, official, valid_from"),
        Key {
            name: "anywhere",
            columns: "official, valid_from",
            of: Some("committee IS NULL AND cell IS NULL"),
        },
    ],
    indexes: &[],
    counted_by: None,
    checks: &["valid_until > valid_from", "committee IS NULL OR cell IS NULL"],
    parts: &[],
    shown: &[("full_name", "SELECT o.full_name FROM officials o WHERE o.record = t.official")],
};

/// Dates that cells announced.
pub(super) static PLAN: Table = Table {
    name: "plan",
    view: "plans",
    kind: Kind::Plan,
    columns: &[
        some("cell", Sort::Record("cell")),
        some("period", Sort::Month),
        some("kind", Sort::Word(words::<MeetingKind>)),
        some("planned_on", Sort::Day),
        may("hour", Sort::Plain),
        may("place", Sort::Text),
    ],
    keys: &[key("announced", "period, cell, kind")],
    indexes: &[],
    counted_by: Some(Month { column: "period", of: None }),
    checks: &[],
    parts: &[],
    shown: &[],
};

/// Inspections of cells, with the officials who took part.
pub(super) static INSPECTION: Table = Table {
    name: "inspection",
    view: "inspections",
    kind: Kind::Inspection,
    columns: &[
        some("cell", Sort::Record("cell")),
        some("inspected_on", Sort::Day),
        some("kind", Sort::Word(words::<InspectionKind>)),
        may("document", Sort::Text),
    ],
    keys: &[key("made", "cell, inspected_on, kind")],
    indexes: &[],
    counted_by: None,
    checks: &[],
    parts: &[Part {
        name: "inspector",
        columns: &[some("official", Sort::Record("official"))],
        indexes: &["official"],
    }],
    shown: &[(
        "officials",
        "SELECT coalesce(group_concat(o.code, ';'), 'none')
         FROM inspector i JOIN officials o ON o.record = i.official WHERE i.inspection = t.version",
    )],
};

/// Short items for visitors to bring to their cells.
pub(super) static BULLETIN: Table = Table {
    name: "bulletin",
    view: "bulletins",
    kind: Kind::Bulletin,
    columns: &[
        some("period", Sort::Month),
        some("area", Sort::Word(words::<Area>)),
        some("text", Sort::Text),
        may("source", Sort::Text),
    ],
    keys: &[],
    indexes: &[Index { name: "period", columns: "period", of: "removed_by IS NULL" }],
    counted_by: Some(Month { column: "period", of: None }),
    checks: &[],
    parts: &[],
    shown: &[],
};

/// What somebody answered when the office asked about a gap.
pub(super) static GAP_NOTE: Table = Table {
    name: "gap_note",
    view: "gap_notes",
    kind: Kind::GapNote,
    columns: &[
        some("cell", Sort::Record("cell")),
        some("period", Sort::Month),
        some("noted_on", Sort::Day),
        some("text", Sort::Text),
    ],
    keys: &[key("key", "cell, period, noted_on")],
    indexes: &[],
    counted_by: None,
    checks: &[],
    parts: &[],
    shown: &[],
};

impl Part {
    /// Whether its rows have names by which records are looked up.
    pub fn is_named(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.sort, Sort::Sought))
    }
}

impl Table {
    /// Every column, of the version itself or of one of its parts.
    pub fn every_column(
        &self,
    ) -> impl Iterator<Item = (Option<&'static Part>, &'static Column)> + use<> {
        let own = self.columns.iter().map(|column| (None, column));
        let of = |part: &'static Part| part.columns.iter().map(move |column| (Some(part), column));
        own.chain(self.parts.iter().flat_map(of))
    }

    /// The columns that refer to records of another table.
    pub fn references(
        &self,
        to: &str,
    ) -> impl Iterator<Item = (Option<&'static Part>, &'static str)> {
        let refers = move |column: &Column| matches!(column.sort, Sort::Record(name) if name == to);
        self.every_column().filter(move |(_, c)| refers(c)).map(|(part, c)| (part, c.name))
    }

    /// The columns that hold texts that can be erased.
    pub fn texts(&self) -> impl Iterator<Item = (Option<&'static Part>, &'static str)> + use<> {
        let texts = self.every_column().filter(|(_, column)| matches!(column.sort, Sort::Text));
        texts.map(|(part, column)| (part, column.name))
    }

    /// Where the columns of [`Month`] stand.
    pub fn counted_at(&self) -> Option<(usize, Option<usize>)> {
        let at = |name: &str| self.columns.iter().position(|column| column.name == name);
        let month = self.counted_by.as_ref()?;
        Some((at(month.column)?, month.of.and_then(at)))
    }

    /// The table in which the columns of the version itself or of a part stand, and the column of it that
    /// gives the version.
    pub fn place(&self, part: Option<&Part>) -> (&'static str, &'static str) {
        part.map_or((self.name, "version"), |part| (part.name, self.name))
    }

    /// What to select from to have the columns of the version itself or of a part beside the version `t`, which is
    /// sought first; and what the columns are called after there.
    pub fn with(&self, part: Option<&Part>) -> (String, &'static str) {
        let owner = self.name;
        match part {
            None => (format!("{owner} t"), "t"),
            Some(Part { name, .. }) => {
                (format!("{owner} t CROSS JOIN {name} p ON p.{owner} = t.version"), "p")
            }
        }
    }
}

/// Columns of a table or of what it is called in a query, to be selected after others.
pub(super) fn and_columns(of: &str, columns: &[Column]) -> String {
    columns.iter().map(|column| format!(", {of}.{}", column.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_names_of_their_own_and_parts_stand_in_alphabetical_order() {
        let mut names: Vec<&str> = vec!["operation", "text", "tally"];
        for table in TABLES {
            names.extend([table.name, table.view]);
            names.extend(table.parts.iter().map(|part| part.name));
            assert!(table.parts.is_sorted_by_key(|part| part.name), "{}", table.name);
        }
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    /// The groups of columns that stand together: those of each table and of each part, with those that all have.
    fn rows() -> Vec<(&'static str, Vec<&'static str>, &'static [Column])> {
        let mut rows = Vec::new();
        for table in TABLES {
            let all_have = vec!["version", "record", "added_by", "removed_by"];
            rows.push((table.name, all_have, table.columns));
            let parts = table.parts.iter();
            rows.extend(parts.map(|part| (part.name, vec![table.name, "at"], part.columns)));
        }
        rows
    }

    #[test]
    fn columns_have_names_of_their_own_and_are_looked_up_by_what_there_is() {
        for (row, mut names, columns) in rows() {
            names.extend(columns.iter().map(|column| column.name));
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{row}");
        }
        for table in TABLES {
            let there = |columns: &str, of: &[Column]| {
                columns.split(", ").all(|wanted| {
                    let name = wanted.trim_end_matches(" COLLATE NOCASE");
                    of.iter().any(|column| column.name == name)
                })
            };
            for key in table.keys {
                assert!(there(key.columns, table.columns), "{}.{}", table.name, key.name);
            }
            if let Some(month) = &table.counted_by {
                let columns = [Some(month.column), month.of].into_iter().flatten();
                assert!(columns.clone().all(|column| there(column, table.columns)));
            }
            for index in table.indexes {
                assert!(there(index.columns, table.columns), "{}.{}", table.name, index.name);
            }
            for part in table.parts {
                for index in part.indexes {
                    assert!(there(index, part.columns), "{}.{index}", part.name);
                }
            }
        }
    }

    /// SQLite makes a table that refers to one that is not there.
    #[test]
    fn records_refer_to_tables_that_stand_before_their_own() {
        for (at, table) in TABLES.iter().enumerate() {
            let parts = table.parts.iter().flat_map(|part| part.columns);
            for column in table.columns.iter().chain(parts) {
                if let Sort::Record(other) = column.sort {
                    let is_before = TABLES[..at].iter().any(|table| table.name == other);
                    assert!(is_before, "{}: {} refers to {other}", table.name, column.name);
                }
            }
        }
    }

    #[test]
    fn how_a_name_is_sought_stands_behind_each_name_of_a_part_and_nowhere_else() {
        for (row, _, columns) in rows() {
            for (at, column) in columns.iter().enumerate() {
                let next = columns.get(at + 1).map(|column| column.sort);
                let is_sought = matches!(next, Some(Sort::Sought));
                assert_eq!(matches!(column.sort, Sort::Name), is_sought, "{row}.{}", column.name);
            }
            assert!(!matches!(columns[0].sort, Sort::Sought), "{row}");
        }
        assert!(TABLES.iter().all(|t| t.columns.iter().all(|c| !matches!(c.sort, Sort::Name))));
    }
}

//! chibo: the record book of a Vietnamese town or ward Party committee office.
//!
//! Officials are assigned to attend the monthly meetings of neighbourhood and village cells; the clerk
//! records who came; every month chibo says whether every cell got its assigned visitor, and if not, why.
//!
//! # The map
//!
//! A house with one way down; each layer imports only from those below it (`tests/architecture.rs`).
//!
//! ```text
//! main → cli → import → ops → store ─────┐
//!         │       └──→ files ──→ table ──┤
//!         ├──→ report ──→ table ─────────┤──→ domain
//!         ├──→ render ──→ table          │
//!         └──→ texts  ───────────────────┘
//! ```
//!
//! | layer | holds | start reading at |
//! |---|---|---|
//! | [`domain`] | the records, the rules, the judgement of coverage: plain values; each record tells its values under their keys | [`domain::judge`], [`domain::month_coverage`], [`domain::rules_broken`], [`domain::Refusal`], [`domain::Told`], [`domain::Detail`] |
//! | [`store`] | the record file: SQLite, pages with checksums, versions of rows, what is in force counted, the chain of operations | [`store::Store`], `store/tables.rs`, `store/chain.rs`, `store/tally.rs`, `store/pages.rs`, `store/examine/`, `docs/record-file.md` |
//! | [`ops`] | use cases: a request in, an outcome out, refusals before the first write; one way to change, one answer to what it changed; only that answer and undo look at what was written | [`ops::log_meeting`], [`ops::Change`], [`ops::rows_changed`], [`ops::undo`], `ops/register_change.rs` |
//! | [`import`] | CSV files and workbooks: sheet → drafts → plan (pure) → [`ops::import`]; all faults at once; a kind of record is one file, draft and plan | [`import::read`], [`import::plan`], `import/kinds/` |
//! | [`files`] | what a file of records is: kinds, columns, templates, the rows of an export and of a month sheet | [`files::FileKind`], [`files::Column`], [`files::export_files`], [`files::MonthSheet`] |
//! | [`table`] | the one table model | [`table::Table`] |
//! | [`report`] | facts → numbers → [`table::Table`]; a list says its columns once, for people and programs (`report/listing.rs`) | [`report::CoverageReport`] |
//! | [`render`] | [`table::Table`] → bytes, one file a format, told values in the reader's language | [`render::terminal`] |
//! | [`texts`] | every word a person reads, Vietnamese and English side by side | `texts/words.rs`, `texts/labels.rs`, `texts/telling.rs`, `texts/refusals/` |
//! | [`cli`] | arguments, language, clock, streams, exit status; one file a command; questions at a terminal | [`cli::run`], `cli/commands/`, `cli/asking/` |
//!
//! How a command runs, how a row of a file becomes a record and a month a table, and what to touch to add something:
//! `docs/architecture.md`.
//!
//! # Where to put things
//!
//! Is it a fact? `store`. A judgement? `domain` or `report`. A word? `texts`. A pixel? `render`. A new command
//! is a file in `cli/commands`, an op if it changes something, help and answers in `texts`, a test in `tests/cli`.

pub mod cli;
pub mod domain;
pub mod files;
pub mod import;
pub mod ops;
pub mod render;
pub mod report;
pub mod store;
pub mod table;
pub mod texts;

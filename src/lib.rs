//! chibo
pub mod cli;
pub mod domain;
pub mod import;
pub mod ops;
pub mod render;
pub mod report;
pub mod store;
pub mod table;
pub mod texts;

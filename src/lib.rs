//! chibo
pub mod domain;
pub mod ops;
pub mod store;
pub mod texts;

//! Workbooks, `.xlsx`: what a file is, whether its parts can be read at all, and the rows of each of its sheets.
//!
//! A workbook is looked at from its beginning to its end (`parts.rs`, `gauge.rs`) before `calamine` is given it, as a CSV
//! file is; and only cell by cell is it read, since a sheet may say that it has a billion of them. What stands in
//! cells then goes the way of every file.
//!
//! Rows and columns that are hidden are read: a filter hides rows and takes none away, and a CSV has them too. Hidden sheets
//! are left aside: there programs keep their lists.

mod book;
mod cell;
mod gauge;
mod merged;
mod parts;
mod shape;
mod tables;

pub(super) use shape::{Shape, shape};

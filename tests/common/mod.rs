//! What the tests share. Each test program takes it in with `mod common;`.
//!
//! | file | holds |
//! |---|---|
//! | `desk.rs` | a clerk's [`desk::Desk`]: the real program in a folder of its own. `Desk::with_sample()` has the sample town on record, `Desk::with_town("small-town")` a town of `tests/data`; both are made once in a test program |
//! | `book.rs` | a [`book::Book`]: a record file without the program, and the one way in which files get into it |
//! | `town.rs` | a [`town::Town`] written row by row, for tests in which rows differ |
//! | `csv.rs` | CSV with each row on a line of its own, and the fields of a line |
//! | `workbook.rs` | workbooks as spreadsheets write them, and as somebody who means harm would |
//! | `document.rs` | documents for word processors, and the reports that go out as such |
//! | `listed.rs` | every report and list, as it is typed |
//! | `filled.rs` | a workbook that somebody fills in, as a program for spreadsheets would |
//! | `requests.rs` | requests to the operations, the plainest of each kind |
//! | `changes.rs` | records as they are and as they are to be |
//! | `chain.rs` | the chain of operations, written a second time |
//!
//! Files of towns stand in `tests/data`, a folder each; everybody in them is invented:
//!
//! | folder | what it is |
//! |---|---|
//! | `small-town` | two committees, four cells, four officials whose lives begin and end, assignments, six meetings |
//! | `one-of-each` | a ward with a row or two in each kind of file but `successions.csv` and `closings.csv` |
//! | `sample-merged` | two cells of the sample town that become one |
//! | `sample-changed` | the sample town after changes of names, posts and committees, and a merger |
//! | `sample-more`, `sample-amended` | two cells more, one out of the other, and then other values in each file of the register |

#![allow(dead_code, reason = "not every test program needs everything")]

pub mod book;
pub mod chain;
pub mod changes;
pub mod csv;
pub mod desk;
pub mod document;
pub mod filled;
pub mod listed;
pub mod requests;
pub mod town;
pub mod workbook;

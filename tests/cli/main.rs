//! The command line: the real program is called and its words, tables and exit status are compared.
//! One module a concept; the desk on which all of them work is in `tests/common/desk.rs`.

#[path = "../common/mod.rs"]
mod common;

use common::{chain, csv, desk, document, filled, listed, workbook};

mod assign;
mod backup;
mod brief;
mod bulletin;
mod calendar;
mod check;
mod clocks;
mod closed_files;
mod closing;
mod collisions;
mod completion;
mod corrections;
mod documents;
mod duties;
mod erase;
mod error_format;
mod errors;
mod export;
mod figures;
mod finding;
mod formats;
mod gaps;
mod history;
mod history_show;
mod import;
mod inspection;
mod known_at;
mod languages;
mod leftovers;
mod log_meeting;
mod manual;
mod meeting;
mod members;
mod month_sheet;
mod names;
mod office_lists;
#[cfg(unix)]
mod pager;
mod pages;
mod plan;
mod privacy;
mod recommend;
mod records_from;
mod registers;
mod reorganisation;
mod report;
mod schedule;
mod set_up;
mod slips;
mod suggestions;
mod summary;
mod twins;
mod undo;
mod workbooks;
mod workbooks_out;

//! The command line: the real program is called and its words, tables and exit status are compared.
//! One module a concept; the desk on which all of them work is in `desk.rs`.

mod desk;

mod assign;
mod backup;
#[path = "../common/chain.rs"]
mod chain;
mod check;
mod erase;
mod errors;
mod finding;
mod history;
mod import;
mod languages;
mod log_meeting;
mod meeting;
mod privacy;
mod registers;
mod report;
mod set_up;
mod undo;
mod upgrade;

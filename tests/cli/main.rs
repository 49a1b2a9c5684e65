//! The command line: the real program is called and its words, tables and exit status are compared.
//! One module a concept; the desk on which all of them work is in `desk.rs`.

mod desk;

mod errors;
mod set_up;

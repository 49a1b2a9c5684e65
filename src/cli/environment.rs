//! The one place that reads the environment.

use std::ffi::OsString;

use crate::texts::Variable;

/// A variable that says something: an empty one says nothing. What is not Unicode in it can be no word of chibo's, and
/// is refused as such.
pub fn variable(variable: Variable) -> Option<String> {
    let value = unread(variable)?.to_string_lossy().into_owned();
    Some(value).filter(|value| !value.trim().is_empty())
}

/// A variable as it stands there, which need not be Unicode.
pub fn unread(variable: Variable) -> Option<OsString> {
    std::env::var_os(variable.name())
}

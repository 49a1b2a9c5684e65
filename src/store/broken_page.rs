//! The page that was found broken: SQLite hands on the number of an error, and no more.

use std::cell::Cell;

thread_local! {
    /// The one found last.
    static BROKEN: Cell<u32> = const { Cell::new(0) };
}

/// Notes that a page was found broken.
pub(super) fn note(page: u32) {
    BROKEN.set(page);
}

/// What `StoreError::Damaged` says of the page that was found broken last.
pub(super) fn last() -> String {
    said(BROKEN.get())
}

/// That a page is broken, for somebody who knows what a page is.
pub(super) fn said(page: u32) -> String {
    format!("page {page} is not what was written")
}

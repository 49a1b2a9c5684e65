//! What stands in the files where something is wrong, as it was typed: faults that show only once all is read know no more
//! than the value that was read.

use std::collections::HashMap;
use std::io::{Read, Seek};

use super::csv_sheet::CsvSheet;
use super::encoding;
use super::fault::{Fault, Faults, Source};
use super::reading::{Reading, separator};
use super::sheet::{Cells, Sheet, cell};

/// The same faults with values as they stand in CSV files, which are read once more.
pub(super) fn as_typed<R: Read + Seek>(
    mut faults: Faults,
    how: &Reading,
    open: impl Fn(&str) -> Option<R>,
) -> Faults {
    let mut of_files: HashMap<Source, Vec<&mut Fault>> = HashMap::new();
    for fault in &mut faults.faults {
        let is_cell = fault.at.column.is_some() && !fault.at.lines.is_empty();
        if is_cell && !fault.value.is_empty() && fault.at.source.sheet.is_none() {
            of_files.entry(fault.at.source.clone()).or_default().push(fault);
        }
    }
    for (source, faults) in of_files {
        if let Some(file) = open(&source.file) {
            quote(file, faults, how);
        }
    }
    faults
}

/// A file that can no longer be read leaves the values as they are.
fn quote(file: impl Read + Seek, mut faults: Vec<&mut Fault>, how: &Reading) -> Option<()> {
    let (content, looked) = encoding::open(file, how.encoding).ok()?;
    let separator = separator(&looked, None, &how.columns);
    let mut sheet = CsvSheet::new(content, &looked, separator).ok()?;
    let mut cells = Cells::new();
    let last = faults.iter().map(|fault| fault.at.lines[0].0).max()?;
    while let Some(line) = sheet.next(&mut cells).ok()?.filter(|line| *line <= last) {
        for fault in faults.iter_mut().filter(|fault| fault.at.lines[0].0 == line) {
            let typed = fault.at.column.and_then(|at| cell(&cells, at)).unwrap_or_default();
            // Of several codes in a cell the one that is wrong is quoted.
            if !typed.is_empty() && !typed.contains(&fault.value) {
                fault.value = typed.chars().take(fault.value.len().max(80)).collect();
            }
        }
    }
    Some(())
}

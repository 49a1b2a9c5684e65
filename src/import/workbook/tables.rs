//! Which sheets of a workbook are tables of records. Each is recognised as a CSV file is, by its name or its headings.

use std::collections::HashSet;
use std::io::{Read, Seek};

use super::book::Book;
use super::parts::damaged;
use crate::files::month_sheet::LISTS;
use crate::import::drafts::Drafts;
use crate::import::ledger::Place;
use crate::import::reading::{Named, Reading};
use crate::texts::faults::{Aside, BookFlaw};

impl Drafts {
    /// Reads every sheet of a workbook that is a table.
    pub(in crate::import) fn read_book(
        &mut self,
        file: Place,
        named: Named,
        content: impl Read + Seek,
        how: &Reading,
    ) {
        let mut book = match Book::open(content) {
            Ok(book) => book,
            Err(problem) => {
                self.fault(file, problem);
                return self.give_up(named.kind());
            }
        };
        let sheets = book.sheets();
        let names: HashSet<&String> = sheets.iter().map(|(name, _)| name).collect();
        if names.len() < sheets.len() {
            self.fault(file, damaged("workbook.xml"));
            return self.give_up(named.kind());
        }
        let path = self.sources[file.file as usize].file.clone();
        let is_alone = sheets.iter().filter(|(_, seen)| *seen).count() == 1;
        let (marks, mut any) = (self.ledger.marks(), false);
        for (sheet, seen) in sheets {
            let place = self.open(path.clone(), Some(sheet.clone()));
            if !seen {
                // The one that chibo made itself is no news.
                if sheet != LISTS {
                    let source = self.sources[place.file as usize].clone();
                    self.aside.push(Aside::File(source));
                }
                continue;
            }
            let own = Named::of(&format!("{}.csv", sheet.trim()));
            let named = if is_alone && own == Named::Unknown { named } else { own };
            let aside = self.aside.len();
            match book.rows(&sheet) {
                Ok(rows) => self.read_sheet(place, named, rows, how),
                Err(problem) => {
                    self.fault(place, problem);
                    self.give_up(named.kind());
                }
            }
            any |= !self.aside[aside..].iter().any(Aside::is_table);
        }
        // Of a workbook that only lay in a folder its sheets are named.
        if !any && self.ledger.marks() == marks && named != Named::Stray {
            self.fault(file, BookFlaw::NoTable.into());
            self.give_up(named.kind());
        }
    }
}

//! Codes as small numbers, so that millions of rows can name their cells and officials cheaply.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::Code;

/// A code that stands somewhere in the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Symbol(pub u32);

impl Symbol {
    /// Its place in a list with one entry for each code.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// Every code of the files, each once without regard to case.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// By each way to write them, and by the one in upper case.
    symbols: HashMap<Arc<str>, Symbol>,
    codes: Vec<Code>,
}

impl Codes {
    /// The symbol of a code.
    pub fn symbol(&mut self, code: Code) -> Symbol {
        let upper: Arc<str> = if code.as_str().bytes().any(|b| b.is_ascii_lowercase()) {
            code.as_str().to_ascii_uppercase().into()
        } else {
            code.shared()
        };
        let next = Symbol(self.codes.len() as u32);
        let symbol = *self.symbols.entry(upper).or_insert(next);
        self.symbols.insert(code.shared(), symbol);
        if symbol == next {
            self.codes.push(code);
        }
        symbol
    }

    /// The symbol of a code that stood like this in a file before, as millions of cells do.
    pub fn seen(&self, text: &str) -> Option<Symbol> {
        self.symbols.get(text).copied()
    }

    /// Ends reading: no code is looked up any more.
    pub fn close(&mut self) {
        self.symbols = HashMap::new();
    }

    /// The code, as it was written first.
    pub fn code(&self, symbol: Symbol) -> &Code {
        &self.codes[symbol.at()]
    }

    /// Every code; the symbol is the place.
    pub fn all(&self) -> &[Code] {
        &self.codes
    }
}

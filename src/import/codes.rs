//! Codes as small numbers, so that millions of rows can name their cells and officials cheaply.

use std::collections::HashMap;

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
    symbols: HashMap<Code, Symbol>,
    codes: Vec<Code>,
}

impl Codes {
    /// The symbol of a code.
    pub fn symbol(&mut self, code: Code) -> Symbol {
        if let Some(symbol) = self.symbols.get(&code) {
            return *symbol;
        }
        let symbol = Symbol(self.codes.len() as u32);
        self.codes.push(code.clone());
        self.symbols.insert(code, symbol);
        symbol
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

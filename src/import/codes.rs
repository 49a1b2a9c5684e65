//! Codes as small numbers, so that millions of rows can name their cells and officials cheaply. A name that stands in the
//! place of a code has a number too.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::{Code, Date, ThingKind};

/// What a record is called somewhere in the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Symbol(pub u32);

impl Symbol {
    /// Its place in a list with one entry for each.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// What a symbol stands for.
#[derive(Debug)]
pub(super) enum Called {
    Code(Code),
    /// A name, which may mean another record on another day.
    Name {
        text: Arc<str>,
        day: Date,
    },
}

/// Every code of the files, each once without regard to case, and every name that stands in place of one.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// By each way to write them, and by the one in upper case.
    symbols: HashMap<Arc<str>, Symbol>,
    names: HashMap<(ThingKind, Date), HashMap<Arc<str>, Symbol>>,
    all: Vec<Called>,
}

impl Codes {
    /// The symbol of a code.
    pub fn symbol(&mut self, code: Code) -> Symbol {
        let upper: Arc<str> = if code.as_str().bytes().any(|b| b.is_ascii_lowercase()) {
            code.as_str().to_ascii_uppercase().into()
        } else {
            code.shared()
        };
        let next = Symbol(self.all.len() as u32);
        let symbol = *self.symbols.entry(upper).or_insert(next);
        self.symbols.insert(code.shared(), symbol);
        if symbol == next {
            self.all.push(Called::Code(code));
        }
        symbol
    }

    /// The symbol of a name of a record of this kind on this day.
    pub fn name(&mut self, kind: ThingKind, day: Date, text: &str) -> Symbol {
        let names = self.names.entry((kind, day)).or_default();
        if let Some(symbol) = names.get(text) {
            return *symbol;
        }
        let symbol = Symbol(self.all.len() as u32);
        let text: Arc<str> = text.into();
        names.insert(text.clone(), symbol);
        self.all.push(Called::Name { text, day });
        symbol
    }

    /// The symbol of a code that stood like this in a file before, as millions of cells do.
    pub fn seen(&self, text: &str) -> Option<Symbol> {
        self.symbols.get(text).copied()
    }

    /// Ends reading: nothing is looked up any more.
    pub fn close(&mut self) {
        self.symbols = HashMap::new();
        self.names = HashMap::new();
    }

    /// What it stands for.
    pub fn called(&self, symbol: Symbol) -> &Called {
        &self.all[symbol.at()]
    }

    /// The code or name, as it was written first.
    pub fn text(&self, symbol: Symbol) -> &str {
        match self.called(symbol) {
            Called::Code(code) => code.as_str(),
            Called::Name { text, .. } => text,
        }
    }

    /// All of them; the symbol is the place.
    pub fn all(&self) -> &[Called] {
        &self.all
    }
}

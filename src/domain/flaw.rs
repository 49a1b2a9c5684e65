//! What `check` finds wrong with a record file: one value a finding, with all that a message needs, and no
//! sentence.

use super::keyword::keyword;
use super::{Code, Date, Fingerprint, Moment, OperationNumber, Period, RuleBroken};

keyword! {
    /// What a finding is about; the stable word of it.
    FlawKind {
        Integrity = "integrity",
        ForeignKey = "foreign-key",
        Schema = "schema",
        Chain = "chain",
        Name = "name",
        Rule = "rule",
        Filed = "filed",
        Expect = "expect",
        Clock = "clock",
    }
}

keyword! {
    /// How something of the schema differs from the released one.
    SchemaFlaw {
        Missing = "missing",
        Changed = "changed",
        Extra = "extra",
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Pages of the file are not what was written to it, by their checksums; their numbers.
    Pages { pages: Vec<u32>, more: usize },
    /// SQLite's own check of pages, indexes and values says so.
    Integrity { said: Vec<String>, more: usize },
    /// A part of the file cannot be read, so that what it holds was not checked.
    Unreadable { kind: FlawKind, detail: String },
    /// A row refers to one that is not there.
    ForeignKey { table: String, row: Option<i64>, refers_to: String },
    /// The file says that it has a schema that was never released.
    SchemaNumber { found: i64 },
    /// A table, index or trigger is not as released; `sort` is the word of SQL for it.
    Schema { difference: SchemaFlaw, sort: String, name: String },
    /// The chain of operations does not hold.
    Chain(ChainFlaw),
    /// A person's name is not the one that was recorded.
    Name { flaw: NameFlaw, official: String },
    /// A rule of section 4 does not hold.
    Rule(Box<RuleBroken>),
    /// A stored value is none that chibo writes.
    Value { table: &'static str, row: i64, column: &'static str },
    /// Cells of a closed month no longer show what was filed; codes.
    Filed { period: Period, closed_on: Date, cells: Vec<Code> },
    /// No operation that can be vouched for has the fingerprint on the paper.
    Expect { wanted: Fingerprint },
    /// The fingerprint on the paper is that of a closing that came from files, written down as it stood there: the
    /// operation that it is of is in another record file.
    ExpectElsewhere { wanted: Fingerprint, period: Period, by: OperationNumber },
    /// The newest operation was recorded after the machine's time.
    AheadOfClock { number: OperationNumber, recorded_at: Moment, now: Moment },
}

/// A link of the chain that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainFlaw {
    /// There is no operation of this number, but later ones.
    Missing(OperationNumber),
    /// There is no operation at all.
    Empty,
    /// What stands in the file is not what was recorded with this operation.
    Broken(OperationNumber),
    /// It was recorded before the one before it.
    Backwards(OperationNumber),
    /// A row says that it was added or removed by an operation that is not there.
    RowAlone { table: &'static str, row: i64 },
    /// A text is not the one that was recorded; `text` is its number.
    Text { flaw: NameFlaw, text: i64 },
    /// A text was erased although the record it stands in was in force.
    ErasedInForce { table: &'static str, row: i64, column: &'static str },
    /// An operation that erases names erased none of its official.
    ErasedNoName(OperationNumber),
}

keyword! {
    /// What is wrong with a name or another text that can be erased.
    NameFlaw {
        /// It is not the one of which the chain holds the hash.
        Changed = "changed",
        /// It is gone, and no operation erased it.
        Gone = "gone",
        /// It is there although an operation erased it.
        Back = "back",
    }
}

impl Flaw {
    /// What it is about.
    pub fn kind(&self) -> FlawKind {
        match self {
            Self::Pages { .. } | Self::Integrity { .. } => FlawKind::Integrity,
            Self::Unreadable { kind, .. } => *kind,
            Self::ForeignKey { .. } => FlawKind::ForeignKey,
            Self::SchemaNumber { .. } | Self::Schema { .. } => FlawKind::Schema,
            Self::Chain(_) => FlawKind::Chain,
            Self::Name { .. } => FlawKind::Name,
            Self::Rule(_) | Self::Value { .. } => FlawKind::Rule,
            Self::Filed { .. } => FlawKind::Filed,
            Self::Expect { .. } | Self::ExpectElsewhere { .. } => FlawKind::Expect,
            Self::AheadOfClock { .. } => FlawKind::Clock,
        }
    }
}

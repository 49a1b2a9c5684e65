//! Rows of assignments, successions, recommendations and settings.

use super::super::codes::Symbol;
use super::super::fault::Problem;
use super::super::row::{Row, is_none, month};
use crate::domain::{
    Area, Code, Date, Document, DocumentNo, Keyword, Period, Remark, Setting, SettingKey,
};
use crate::files::{Need, assignments, recommendations, settings, successions};

/// A row of `assignments.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct AssignmentDraft {
    pub cell: Symbol,
    pub official: Symbol,
    pub from: Date,
    pub until: Option<Date>,
    pub document: Document,
}

impl AssignmentDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use assignments::*;
        let (cell, official) = (row.reference(CELL), row.reference(OFFICIAL));
        let (cell, official) = (row.need(CELL, cell), row.need(OFFICIAL, official));
        let from = row.date(FROM);
        let (from, until) = (row.need(FROM, from), row.date(UNTIL));
        let document = Document {
            number: row.short(DOCUMENT),
            date: row.date(DOCUMENT_DATE),
            issuer: row.short(ISSUER),
        };
        Some(Self { cell: cell?, official: official?, from: from?, until, document })
    }
}

/// A row of `successions.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct SuccessionDraft {
    pub from_cell: Symbol,
    pub to_cell: Symbol,
    pub on: Date,
    pub document: Option<DocumentNo>,
}

impl SuccessionDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use successions::*;
        let (old, new) = (row.reference(FROM_CELL), row.reference(TO_CELL));
        let (old, new) = (row.need(FROM_CELL, old), row.need(TO_CELL, new));
        let on = row.date(ON);
        let (on, document) = (row.need(ON, on), row.short(DOCUMENT));
        Some(Self { from_cell: old?, to_cell: new?, on: on?, document })
    }
}

/// A row of `recommendations.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct RecommendationDraft {
    pub code: Code,
    pub symbol: Symbol,
    pub cell: Option<Symbol>,
    pub period: Option<Period>,
    pub raised_on: Option<Date>,
    pub area: Option<Area>,
    pub text: Option<Remark>,
}

impl RecommendationDraft {
    /// Reads a row. What stands in a column of the file must not be empty where a record needs it.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        use recommendations::*;
        let own = row.own_code(ID);
        for column in COLUMNS.iter().filter(|column| column.need == Need::NewRecords) {
            if row.has(*column) {
                row.need(*column, Some(()));
            }
        }
        let (cell, period) = (row.reference(CELL), row.period(PERIOD));
        let (raised_on, area, text) = (row.date(RAISED_ON), row.word(AREA), row.short(TEXT));
        let (code, symbol) = own?;
        Some(Self { code, symbol, cell, period, raised_on, area, text })
    }
}

/// A row of `settings.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct SettingDraft {
    pub key: SettingKey,
    /// None where the row says that reports have no first period.
    pub value: Option<Setting>,
}

impl SettingDraft {
    /// Reads a row.
    pub fn read(row: &mut Row<'_>) -> Option<Self> {
        let key = row.text(settings::KEY);
        let Some(key) = SettingKey::from_key(key) else {
            let allowed = SettingKey::ALL.iter().map(|key| key.key()).collect();
            row.refuse(settings::KEY, Problem::WordUnknown { allowed });
            return None;
        };
        let value = row.text(settings::VALUE);
        let read = match key {
            SettingKey::RecordsFrom if is_none(value) => return Some(Self { key, value: None }),
            SettingKey::RecordsFrom => month(value, row.today).map(Setting::RecordsFrom),
            SettingKey::Office | SettingKey::Sample => Setting::read(key, value),
        };
        let read = read.and_then(|setting| setting.check(row.today).map(|()| setting));
        let value = Some(read.map_err(|refusal| row.refuse(settings::VALUE, refusal)).ok()?);
        Some(Self { key, value })
    }
}

//! The month sheet as a workbook: one sheet a committee.

use super::rows::{CommitteeRows, MonthSheet, SheetRow};
use crate::domain::{
    AbsenceReason, Counts, Detail, DetailKind, Facts, Grade, Keyword, Label, NotHeldReason, Remark,
    Told, meeting_days,
};
use crate::files::{Column, FileKind, meetings};
use crate::table::{Entry, Form, FormCell, FormColumn, FormRow, FormSheet, ListOf, Value};
use crate::texts::{
    Heading, Labelled, Lang, column_label, lists,
    month_sheet::{self as words, Verdicts},
    told,
};

/// The lists that are the same in every row, in the order of the form's.
const NOT_HELD: usize = 0;
const REASONS: usize = 1;
const GRADES: usize = 2;
const YES_NO: usize = 3;
/// The first one of a row.
const VISITORS: usize = 4;

/// What keeps its place when a sheet is scrolled sideways: month, code and name.
const KEPT: usize = 3;

impl<'a> MonthSheet<'a> {
    /// The workbook, with headings and words in this language.
    pub fn form<'l>(&'l self, lang: Lang<'l>) -> Form<'l> {
        let mut lists = vec![
            labels::<NotHeldReason>(lang),
            labels::<AbsenceReason>(lang),
            labels::<Grade>(lang),
            [true, false].map(|yes| lists::yes_no(lang, yes).to_owned()).to_vec(),
        ];
        debug_assert_eq!(lists.len(), VISITORS);
        let columns = self.columns(lang);
        let mut sheets = Vec::new();
        for committee in &self.committees {
            let mut rows = Vec::new();
            for row in &committee.rows {
                rows.push(self.form_row(row, &columns, lists.len(), lang));
                lists.push(self.choices(row, lang));
            }
            sheets.push(FormSheet {
                name: committee.committee.code.to_string(),
                heading: self.heading(committee, lang),
                columns: columns.clone(),
                kept: KEPT,
                rows,
            });
        }
        Form {
            title: words::title(lang, self.period),
            sheets,
            lists_name: super::LISTS,
            lists,
            refused: words::refused(lang).to_owned(),
        }
    }

    fn heading(&self, committee: &CommitteeRows<'_>, lang: Lang) -> Vec<String> {
        let Facts { office, sample, .. } = self.facts;
        let committee = committee.committee;
        let of = words::of_committee(lang, committee, self.period, office.as_ref(), *sample);
        let [how, never] = words::instructions(lang).map(str::to_owned);
        vec![words::title(lang, self.period), of, how, never]
    }

    fn columns(&self, lang: Lang) -> Vec<FormColumn> {
        let fixed = |heading: Heading, width| FormColumn {
            key: heading.key(),
            label: heading.label(lang).to_owned(),
            width,
            entry: Entry::Fixed,
            help: String::new(),
            refusal: String::new(),
        };
        let mut columns = Vec::new();
        for column in FileKind::Meetings.usual().filter(|column| *column != meetings::KIND) {
            columns.push(self.column(column, lang));
            if column == meetings::CELL {
                columns.push(fixed(Heading::NameOfCell, 14));
                columns.push(fixed(Heading::AssignedNames, 18));
            }
            if column == meetings::AWAY {
                let entry = Entry::Formula { text: expected_formula(), good: None };
                columns.push(FormColumn { entry, ..fixed(Heading::MembersExpected, 7) });
            }
            if column == meetings::EXCUSED {
                let verdicts = words::verdicts(lang);
                let good = Some(verdicts.good.to_owned());
                let entry = Entry::Formula { text: check_formula(&verdicts), good };
                columns.push(FormColumn { entry, ..fixed(Heading::SheetCheck, 22) });
            }
        }
        columns
    }

    fn column(&self, column: Column, lang: Lang) -> FormColumn {
        let detail = Detail::ALL.iter().copied().find(|one| meetings::detail(*one) == column);
        let (width, entry) = self.entry(column, detail);
        let help = match detail {
            Some(detail) => words::help_of_detail(lang, detail),
            None => words::help(lang, column.key),
        };
        let refusal = match &entry {
            Entry::Fixed | Entry::Formula { .. } => String::new(),
            Entry::Word { others: true, .. } => words::wanted_official(lang),
            Entry::Word { others: false, .. } => words::wanted_word(lang),
            Entry::Whole { most } | Entry::Decimal { most } => words::wanted_number(lang, *most),
            Entry::Day { from, to } => words::wanted_day(lang, (*from, *to)),
            Entry::Text { longest } => words::wanted_text(lang, *longest),
        };
        FormColumn {
            key: column.key,
            label: column_label(column.key, lang).to_owned(),
            width,
            entry,
            help: help.to_owned(),
            refusal,
        }
    }

    /// How wide a column is, and what may be entered in it.
    fn entry(&self, column: Column, detail: Option<Detail>) -> (u8, Entry) {
        let of = |list, others| Entry::Word { list: ListOf::Column(list), others };
        let count = Entry::Whole { most: Counts::MOST };
        match detail.map(|detail| detail.kind()) {
            Some(DetailKind::Count) => (7, count),
            Some(DetailKind::YesNo) => (7, of(YES_NO, false)),
            Some(DetailKind::Points) => (7, Entry::Decimal { most: 100 }),
            Some(DetailKind::Grade) => (10, of(GRADES, false)),
            Some(DetailKind::Remark) => (16, Entry::Text { longest: Remark::LONGEST }),
            Some(DetailKind::Label) => (9, Entry::Text { longest: Label::LONGEST }),
            None if column == meetings::PERIOD => (7, Entry::Fixed),
            None if column == meetings::CELL => (8, Entry::Fixed),
            None if column == meetings::HELD_ON => {
                let (from, to) = meeting_days(self.period);
                (11, Entry::Day { from, to })
            }
            None if column == meetings::NOT_HELD_REASON => (12, of(NOT_HELD, false)),
            None if column == meetings::VISITORS => {
                (18, Entry::Word { list: ListOf::Row, others: true })
            }
            None if column == meetings::ABSENCE_REASON => (12, of(REASONS, true)),
            None if column == meetings::NOTE => (16, Entry::Text { longest: Remark::LONGEST }),
            None if meetings::LIKELY.contains(&column) => (10, count),
            None => (7, count),
        }
    }

    /// Who may have come: whoever is assigned stands first, then that nobody came.
    fn choices(&self, row: &SheetRow<'_>, lang: Lang) -> Vec<String> {
        let others = self.officials.iter().copied();
        let others = others.filter(|one| row.assigned.iter().all(|assigned| assigned.id != one.id));
        let person = |official| told(lang, &Told::People(vec![official]));
        let mut choices: Vec<String> = row.assigned.iter().copied().map(person).collect();
        choices.push(lists::no_visitor(lang).to_owned());
        choices.extend(others.map(person));
        choices
    }

    fn form_row<'l>(
        &'l self,
        row: &SheetRow<'l>,
        columns: &[FormColumn],
        list: usize,
        lang: Lang<'l>,
    ) -> FormRow<'l> {
        let values = self.values(row);
        let value = |key: &str| {
            let stands = values.iter().find(|(known, _)| known.key() == key);
            stands.and_then(|(_, value)| value.clone())
        };
        let cell = |column: &FormColumn| -> FormCell<'l> {
            match (&column.entry, column.key) {
                (Entry::Formula { good: Some(good), .. }, _) if row.recorded.is_some() => {
                    good.clone().into()
                }
                (Entry::Formula { good: Some(_), .. }, _) => Value::Empty.into(),
                (Entry::Formula { good: None, .. }, _) => expected(&value).into(),
                (_, key) if key == Heading::NameOfCell.key() => row.name.as_str().into(),
                (_, key) if key == Heading::AssignedNames.key() => {
                    if row.assigned.is_empty() {
                        lists::nobody(lang).into()
                    } else {
                        told(lang, &Told::People(row.assigned.clone())).into()
                    }
                }
                (_, key) => FormCell {
                    value: stands(value(key)),
                    likely: row.recorded.is_none()
                        && meetings::LIKELY.iter().any(|column| column.key == key),
                },
            }
        };
        FormRow { cells: columns.iter().map(cell).collect(), list }
    }
}

/// A value as it stands in the sheet: records by code, each reason under a code, the rest in words.
fn stands(value: Option<Told<'_>>) -> Value<'_> {
    match value {
        Some(Told::Cell(cell, _)) => cell.code.to_string().into(),
        Some(Told::Reasons(reasons)) if !reasons.named().is_empty() => {
            Told::Reasons(reasons).written().into()
        }
        value => value.into(),
    }
}

fn labels<T: Labelled>(lang: Lang) -> Vec<String> {
    T::ALL.iter().map(|value| value.label(lang).to_owned()).collect()
}

/// What the formula of members expected gives now.
fn expected<'l>(value: &impl Fn(&str) -> Option<Told<'l>>) -> Value<'static> {
    let count = |column: Column| match value(column.key) {
        Some(Told::Number(number)) => Some(number),
        _ => None,
    };
    let [total, exempt, away] = meetings::LIKELY.map(count);
    let expected = || total?.checked_sub(exempt?)?.checked_sub(away?);
    expected().into()
}

fn expected_formula() -> String {
    let [total, exempt, away] = meetings::LIKELY.map(cell);
    format!("IF(COUNT({total},{exempt},{away})=3,{total}-{exempt}-{away},\"\")")
}

/// What is wrong with a row, by the rules of a meeting: exactly one of a day and a reason, who came, and counts that
/// agree.
fn check_formula(verdicts: &Verdicts) -> String {
    use meetings::*;
    let all = |columns: &mut dyn Iterator<Item = Column>| {
        columns.map(cell).collect::<Vec<String>>().join(",")
    };
    let entered = all(&mut filled_in());
    let held_alone = all(&mut filled_in()
        .filter(|column| ![HELD_ON, NOT_HELD_REASON, VISITORS, NOTE].contains(column)));
    let [day, reason, came] = [HELD_ON, NOT_HELD_REASON, VISITORS].map(cell);
    let [total, exempt, away, present, excused] = [TOTAL, EXEMPT, AWAY, PRESENT, EXCUSED].map(cell);
    let Verdicts { good, both, neither, more, visitors, present: few, rest, unlike } = verdicts;
    let counts = format!(
        "IF(COUNTA({total},{exempt},{away},{present},{excused})=0,\"{good}\",\
         IF(OR({total}=\"\",{present}=\"\"),\"{few}\",\
         IF(COUNTA({exempt},{away},{excused})=0,IF({present}>{total},\"{unlike}\",\"{good}\"),\
         IF(COUNTA({exempt},{away},{excused})<3,\"{rest}\",\
         IF({present}+{excused}>{total}-{exempt}-{away},\"{unlike}\",\"{good}\")))))"
    );
    format!(
        "IFERROR(IF(COUNTA({entered})=0,\"\",\
         IF(AND({day}<>\"\",{reason}<>\"\"),\"{both}\",\
         IF(AND({day}=\"\",{reason}=\"\"),\"{neither}\",\
         IF({reason}<>\"\",IF(COUNTA({held_alone})=0,\"{good}\",\"{more}\"),\
         IF({came}=\"\",\"{visitors}\",{counts}))))),\"{unlike}\")"
    )
}

/// The cell of a column in the row of a formula.
fn cell(column: Column) -> String {
    format!("{{{}}}", column.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_that_is_filled_in_is_explained_as_far_as_excel_shows() {
        let said = |lang| {
            let plain = meetings::filled_in().chain(meetings::LIKELY);
            let plain = plain.map(move |column| (column.key, words::help(lang, column.key)));
            let details =
                Detail::ALL.iter().map(move |it| (it.key(), words::help_of_detail(lang, *it)));
            plain.chain(details).collect::<Vec<_>>()
        };
        for lang in Lang::ALL {
            let of_details: Vec<&str> = Detail::ALL.iter().map(|detail| detail.key()).collect();
            for (key, text) in said(lang) {
                let is_told_elsewhere = text.is_empty() && of_details.contains(&key);
                let length = text.encode_utf16().count();
                assert!(is_told_elsewhere || (1..=255).contains(&length), "{key}: {length}");
            }
        }
    }
}

//! A change of the record file: records as they are to be, and records that are taken away. What changes records
//! lays one out; it is written here, as one operation, and nowhere else.

use serde_json::Value;

use std::collections::BTreeMap;

use super::Result;
use super::beginning::first_period;
use super::filed_rows::{Filing, refuse_contradicted};
use super::new_meetings::NewMeetings;
use crate::domain::{
    Assignment, Bulletin, BulletinId, Category, Cell, Committee, Duty, GapNote, Inspection,
    Meeting, MeetingId, Official, OperationNumber, Period, Plan, Recommendation, RecommendationId,
    RecommendationLink, Setting, SettingKey, Succession, Verb,
};
use crate::store::{self, Grounds, Reader, Writer};

/// A record that is taken away.
#[derive(Debug)]
pub enum Removed {
    Setting(SettingKey),
    Assignment(Assignment),
    Duty(Duty),
    Meeting(MeetingId),
    Recommendation(RecommendationId),
    RecommendationLink(RecommendationLink),
    GapNote(GapNote),
    Plan(Plan),
    Inspection(Inspection),
    Bulletin(BulletinId),
}

/// Defines [`Change`] by the kinds of records, in the order in which they are written: what others speak of stands
/// before them. `new` gives the identity from which on a record is new; `besides` are further new ones.
macro_rules! kinds {
    (@in_order $self:ident $db:ident $field:ident) => { $self.$field.iter() };
    (@in_order $self:ident $db:ident $field:ident $new:path) => {{
        let first = $new($db)?;
        new_first(&$self.$field, move |record| record.id >= first)
    }};
    ($($field:ident: $record:ty, $put:path $(, new $new:path)? $(, besides $besides:ident)?;)+) => {
        /// What an operation does to the records. A record that is to be as it is already is left as it is.
        #[derive(Debug, Default)]
        pub struct Change {
            $(
                pub $field: Vec<$record>,
                $(
                    /// Of files, where there may be very many.
                    pub $besides: NewMeetings,
                )?
            )+
            pub removed: Vec<Removed>,
            /// Whether files say that no first period of reports is set, be it so already or not.
            pub no_first_period: bool,
        }

        impl Change {
            /// How many records are written or taken away.
            pub fn len(&self) -> usize {
                self.removed.len() $(+ self.$field.len() $(+ self.$besides.len())?)+
            }

            /// Puts the records of each kind, of which each is put once.
            fn put(&self, db: &Writer<'_>, step: &mut impl FnMut()) -> Result<()> {
                $(
                    $(put_all(db, self.$besides.iter(), |record| $put(db, &record), step)?;)?
                    if !self.$field.is_empty() {
                        let records = kinds!(@in_order self db $field $($new)?);
                        put_all(db, records, |record| $put(db, record), step)?;
                    }
                )+
                Ok(())
            }
        }
    };
}

kinds! {
    settings: Setting, Writer::put_setting;
    committees: Committee, Writer::put_committee, new Reader::next::<Committee>;
    categories: Category, Writer::put_category, new Reader::next::<Category>;
    cells: Cell, Writer::put_cell, new Reader::next::<Cell>;
    officials: Official, Writer::put_official, new Reader::next::<Official>;
    successions: Succession, Writer::put_succession;
    assignments: Assignment, Writer::put_assignment;
    duties: Duty, Writer::put_duty;
    meetings: Meeting, Writer::put_meeting, new Reader::next_meeting, besides new_meetings;
    recommendations: Recommendation, Writer::put_recommendation, new Reader::next::<Recommendation>;
    recommendation_links: RecommendationLink, Writer::put_recommendation_link;
    gap_notes: GapNote, Writer::put_gap_note;
    closings: Filing, put_filing;
    plans: Plan, Writer::put_plan;
    inspections: Inspection, Writer::put_inspection;
    bulletins: Bulletin, Writer::put_bulletin, new Reader::next_bulletin;
}

/// Above this many records the guards of the file are laid aside while they are written.
const MUCH: usize = 1000;

impl Change {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Carries it out as one operation.
    pub fn carry_out(
        &self,
        db: &Writer<'_>,
        verb: Verb,
        arguments: Value,
        grounds: Grounds<'_>,
    ) -> Result<OperationNumber> {
        self.carry_out_by_steps(db, verb, arguments, grounds, || ())
    }

    /// The same; `step` is called after each record.
    pub fn carry_out_by_steps(
        &self,
        db: &Writer<'_>,
        verb: Verb,
        arguments: Value,
        grounds: Grounds<'_>,
        mut step: impl FnMut(),
    ) -> Result<OperationNumber> {
        let begins = self.first_period(db)?.map(Setting::RecordsFrom);
        let number = db.begin(verb, arguments, grounds)?;
        if self.len() > MUCH {
            db.write_much()?;
        }
        if let Some(setting) = begins {
            db.put_setting(&setting)?;
        }
        // What is taken away makes room.
        for record in &self.removed {
            match record {
                Removed::Setting(key) => db.remove_setting(*key)?,
                Removed::Assignment(old) => db.remove_assignment(old)?,
                Removed::Duty(old) => db.remove_duty(old)?,
                Removed::Meeting(id) => db.remove_meeting(*id)?,
                Removed::Recommendation(id) => db.remove_recommendation(*id)?,
                Removed::RecommendationLink(old) => db.remove_recommendation_link(old)?,
                Removed::GapNote(old) => db.remove_gap_note(old)?,
                Removed::Plan(plan) => db.remove_plan(plan.key())?,
                Removed::Inspection(old) => db.remove_inspection(old.key())?,
                Removed::Bulletin(id) => db.remove_bulletin(*id)?,
            }
            step();
        }
        self.put(db, &mut step)?;
        db.wrote_much()?;
        refuse_contradicted(db, &self.closings)?;
        Ok(number)
    }

    /// How many meetings it writes of each month.
    pub fn months(&self) -> BTreeMap<Period, usize> {
        let changed = self.meetings.iter().map(|meeting| (meeting.period, 1));
        let mut months = BTreeMap::new();
        for (period, meetings) in changed.chain(self.new_meetings.periods()) {
            *months.entry(period).or_default() += meetings;
        }
        months
    }

    /// Whether it says with which period reports begin, or that none is set.
    pub(super) fn says_first_period(&self) -> bool {
        let is_said = |setting: &Setting| setting.key() == SettingKey::RecordsFrom;
        self.no_first_period || self.settings.iter().any(is_said)
    }

    /// The first period of reports that it sets, where nothing else says one.
    fn first_period(&self, db: &Writer<'_>) -> Result<Option<Period>> {
        if self.says_first_period() {
            return Ok(None);
        }
        let meetings = self.months().into_keys();
        first_period(db, meetings, self.closings.iter().map(|filing| filing.period))
    }
}

fn put_filing(db: &Writer<'_>, filing: &Filing) -> store::Result<()> {
    let Filing { period, closed_on, document, fingerprint, rows } = filing;
    db.add_closing(*period, *closed_on, document.as_ref(), *fingerprint, rows).map(drop)
}

/// Puts records of one table.
fn put_all<T>(
    db: &Writer<'_>,
    records: impl IntoIterator<Item = T>,
    put: impl Fn(T) -> store::Result<()>,
    step: &mut impl FnMut(),
) -> Result<()> {
    Ok(db.together(|| {
        records.into_iter().try_for_each(|record| {
            put(record)?;
            step();
            Ok(())
        })
    })?)
}

/// The new records and then the others: the identity of a new record is the number of its first version, so
/// that no version of another record may come between.
fn new_first<T>(records: &[T], is_new: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
    let (new, others): (Vec<&T>, Vec<&T>) = records.iter().partition(|record| is_new(record));
    new.into_iter().chain(others)
}

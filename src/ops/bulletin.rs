//! Recording bulletins, and removing them (`records.md`, section 4).

use serde_json::json;

use super::Result;
use super::change::{Change, Removed};
use crate::domain::{
    Area, Bulletin, BulletinId, Keyword, Label, OperationNumber, Passage, Period, PeriodSpan, Verb,
    refusal,
};
use crate::store::{Grounds, Writer};

/// An item to record.
#[derive(Debug, Clone)]
pub struct AddBulletin {
    pub period: Period,
    pub area: Area,
    pub text: Passage,
    pub source: Option<Label>,
}

/// What was recorded or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulletinDone {
    pub number: OperationNumber,
    pub bulletin: Bulletin,
}

/// Records a bulletin.
pub fn add_bulletin(db: &Writer<'_>, request: AddBulletin) -> Result<BulletinDone> {
    let AddBulletin { period, area, text, source } = request;
    let new = Bulletin { id: db.next_bulletin()?, period, area, text, source };
    let of_month = db.bulletins_of_months(PeriodSpan::single(period))?;
    if let Some(same) = of_month.iter().find(|other| other.key() == new.key()) {
        let number = same.id.0;
        return Err(refusal::Inspection::BulletinTaken { period, area, number }.into());
    }
    let change = Change { bulletins: vec![new.clone()], ..Change::default() };
    let number = change.carry_out(db, Verb::BulletinAdd, arguments(&new), Grounds::NONE)?;
    Ok(BulletinDone { number, bulletin: new })
}

/// Removes a bulletin, known by its number in the record file.
pub fn remove_bulletin(db: &Writer<'_>, id: BulletinId) -> Result<BulletinDone> {
    let all = db.bulletins()?.into_iter();
    let found = all.into_iter().find(|one| one.id == id);
    let old = found.ok_or(refusal::Inspection::BulletinNotFound { number: id.0 })?;
    let change = Change { removed: vec![Removed::Bulletin(id)], ..Change::default() };
    let number = change.carry_out(db, Verb::BulletinRemove, arguments(&old), Grounds::NONE)?;
    Ok(BulletinDone { number, bulletin: old })
}

/// What the history keeps of a bulletin: nothing of its text.
fn arguments(bulletin: &Bulletin) -> serde_json::Value {
    json!({
        "bulletin": bulletin.id.0,
        "period": bulletin.period.to_string(),
        "area": bulletin.area.key(),
    })
}

//! Short items for visitors to bring to their cells.

use rusqlite::Params;

use super::row::{Version, read_text};
use super::tables::BULLETIN;
use super::tally::Tally;
use super::{Reader, Result, Writer};
use crate::domain::{Bulletin, BulletinId, Name, Passage, PeriodSpan};

impl Reader<'_> {
    /// Every bulletin.
    pub fn bulletins(&self) -> Result<Vec<Bulletin>> {
        self.some_bulletins("", [], &mut Tally::default())
    }

    /// The bulletins of these months.
    pub fn bulletins_of_months(&self, span: PeriodSpan) -> Result<Vec<Bulletin>> {
        let span = [span.from.number(), span.to.number()];
        let mut found = Tally::default();
        let bulletins = self.some_bulletins("t.period BETWEEN ?1 AND ?2", span, &mut found)?;
        self.hold("bulletin", Some(span), found)?;
        Ok(bulletins)
    }

    /// The next free identity of a bulletin.
    pub fn next_bulletin(&self) -> Result<BulletinId> {
        Ok(BulletinId(self.next_record(&BULLETIN)?))
    }

    fn some_bulletins(
        &self,
        condition: &str,
        params: impl Params,
        found: &mut Tally,
    ) -> Result<Vec<Bulletin>> {
        let mut all = self.versions(&BULLETIN, condition, params, |mut row| {
            found.count(row.number(), 1);
            let id = BulletinId(row.record()?);
            let (period, area) = (row.period("period")?, row.some_word("area")?);
            let (text, source) = (row.get("text")?, row.get("source")?);
            let text = self.text(text, read_text, || row.broken("text"))?;
            // What was erased is told as such.
            let text = text
                .or_else(|| Passage::new(Name::ERASED).ok().flatten())
                .ok_or_else(|| row.broken("text"))?;
            let source = self.text(source, read_text, || row.broken("source"))?;
            Ok(Bulletin { id, period, area, text, source })
        })?;
        all.sort_by_key(|one| one.id);
        Ok(all)
    }
}

impl Writer<'_> {
    /// Removes a bulletin.
    pub fn remove_bulletin(&self, id: BulletinId) -> Result<()> {
        self.remove_record(&BULLETIN, id.0)
    }

    /// Records a bulletin, in the place of the version in force if there is one.
    pub fn put_bulletin(&self, new: &Bulletin) -> Result<()> {
        let version = Version::new(&BULLETIN)
            .month("period", new.period)
            .word("area", Some(new.area))
            .text("text", Some(&new.text))
            .text("source", new.source.as_ref());
        self.put(new.id.0, &version)
    }
}

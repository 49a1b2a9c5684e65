//! The register: every committee, cell, category and official, by identity.

use super::ids::Identity;
use super::registered::{Coded, Registered};
use super::{
    Category, CategoryId, Cell, CellId, Code, Committee, CommitteeId, Date, Official, OfficialId,
    Refusal, Succession, refusal,
};

/// The standing records of the office, a shelf for each kind. Lookups by identity are for identities that came
/// from the same record file; one that is not there is a defect and panics. `find…` is for those that may not be
/// there.
#[derive(Debug, Clone, Default)]
pub struct Register {
    committees: Shelf<Committee>,
    cells: Shelf<Cell>,
    categories: Shelf<Category>,
    officials: Shelf<Official>,
    /// Lines of descent between cells.
    pub successions: Vec<Succession>,
}

/// Records of one kind by identity.
#[derive(Debug, Clone)]
pub struct Shelf<T>(Vec<T>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Coded> Shelf<T> {
    /// Where the record with this number lies, or where it would.
    fn place(&self, number: i64) -> Result<usize, usize> {
        let of = |item: &T| item.id().number();
        // Numbers mostly follow each other, so that the place is known from the first one.
        let first = self.0.first().map_or(0, of);
        let likely = usize::try_from(number.wrapping_sub(first)).unwrap_or(usize::MAX);
        match self.0.get(likely) {
            Some(item) if of(item) == number => Ok(likely),
            Some(_) | None => self.0.binary_search_by_key(&number, of),
        }
    }

    fn put(&mut self, item: T) {
        match self.place(item.id().number()) {
            Ok(place) => self.0[place] = item,
            Err(place) => self.0.insert(place, item),
        }
    }

    fn find(&self, id: T::Id) -> Option<&T> {
        self.place(id.number()).ok().map(|place| &self.0[place])
    }

    fn get(&self, id: T::Id) -> &T {
        self.find(id).expect("identities come from the record file that the register was read from")
    }

    fn take(&mut self, ids: impl Iterator<Item = T::Id>) -> Vec<T> {
        let places: Vec<usize> = ids.filter_map(|id| self.place(id.number()).ok()).collect();
        let mut items: Vec<Option<T>> = std::mem::take(&mut self.0).into_iter().map(Some).collect();
        places.into_iter().filter_map(|place| items[place].take()).collect()
    }
}

/// A record that has a shelf in the register.
pub trait Shelved: Sized {
    fn shelf(register: &Register) -> &Shelf<Self>;
    fn shelf_mut(register: &mut Register) -> &mut Shelf<Self>;
}

impl Register {
    /// Every record of a kind, by identity, which is the order in which they were first recorded.
    pub fn all<T: Registered>(&self) -> &[T] {
        &T::shelf(self).0
    }

    /// Refuses a code that a record of the kind has; it is named as on this day.
    pub fn refuse_taken<T: Registered>(&self, code: &Code, day: Date) -> Result<(), Refusal> {
        match self.all::<T>().iter().find(|other| other.code() == code) {
            Some(other) => Err(refusal::Register::CodeTaken { thing: other.thing(day) }.into()),
            None => Ok(()),
        }
    }

    /// The record with this identity, if it is on record.
    pub fn find<T: Registered>(&self, id: T::Id) -> Option<&T> {
        T::shelf(self).find(id)
    }

    /// The record with this identity.
    pub fn get<T: Registered>(&self, id: T::Id) -> &T {
        T::shelf(self).get(id)
    }

    /// Adds the record, or puts it in the place of the one with its identity.
    pub fn put<T: Registered>(&mut self, item: T) {
        T::shelf_mut(self).put(item);
    }

    /// Takes each record with one of these identities out, in this order; all others of its kind are dropped.
    pub fn take<T: Registered>(&mut self, ids: impl Iterator<Item = T::Id>) -> Vec<T> {
        T::shelf_mut(self).take(ids)
    }

    /// Officials in the order of the notice: by `order`, those without one last, then by code.
    pub fn officials_in_order(&self) -> Vec<&Official> {
        let mut officials: Vec<&Official> = self.officials().iter().collect();
        officials.sort_by(|a, b| a.by_notice(b));
        officials
    }

    /// These officials in the order of the notice.
    pub fn in_notice_order(&self, officials: &[OfficialId]) -> Vec<&Official> {
        let mut officials: Vec<&Official> = officials.iter().map(|id| self.official(*id)).collect();
        officials.sort_by(|a, b| a.by_notice(b));
        officials
    }
}

macro_rules! shelf {
    ($all:ident, $get:ident, $find:ident: $record:ty, $id:ty) => {
        impl Shelved for $record {
            fn shelf(register: &Register) -> &Shelf<Self> {
                &register.$all
            }

            fn shelf_mut(register: &mut Register) -> &mut Shelf<Self> {
                &mut register.$all
            }
        }

        impl Register {
            #[doc = concat!("All ", stringify!($all), ", by identity.")]
            pub fn $all(&self) -> &[$record] {
                self.all()
            }

            #[doc = concat!("The ", stringify!($get), " with this identity.")]
            pub fn $get(&self, id: $id) -> &$record {
                self.get(id)
            }

            #[doc = concat!("The ", stringify!($get), " with this identity, if it is on record.")]
            pub fn $find(&self, id: $id) -> Option<&$record> {
                self.find(id)
            }
        }
    };
}

shelf!(committees, committee, find_committee: Committee, CommitteeId);
shelf!(cells, cell, find_cell: Cell, CellId);
shelf!(categories, category, find_category: Category, CategoryId);
shelf!(officials, official, find_official: Official, OfficialId);

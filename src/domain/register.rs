//! The register: every committee, cell, category and official, by identity.

use super::{
    Category, CategoryId, Cell, CellId, Committee, CommitteeId, Official, OfficialId, Succession,
};

/// The standing records of the office. Lookups by identity are for identities that came from the same
/// record file; one that is not there is a defect and panics. `find_…` is for those that may not be there.
#[derive(Debug, Clone, Default)]
pub struct Register {
    committees: Shelf<Committee>,
    cells: Shelf<Cell>,
    categories: Shelf<Category>,
    officials: Shelf<Official>,
    /// Lines of descent between cells.
    pub successions: Vec<Succession>,
}

/// Records by identity.
#[derive(Debug, Clone)]
struct Shelf<T>(Vec<T>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// A record that lies on a shelf.
trait Shelved {
    /// Its identity as a number.
    fn number(&self) -> i64;
}

impl<T: Shelved> Shelf<T> {
    /// Where the record with this number lies, or where it would.
    fn place(&self, number: i64) -> Result<usize, usize> {
        // Numbers mostly follow each other, so that the place is known from the first one.
        let first = self.0.first().map_or(0, T::number);
        let likely = usize::try_from(number.wrapping_sub(first)).unwrap_or(usize::MAX);
        match self.0.get(likely) {
            Some(item) if item.number() == number => Ok(likely),
            Some(_) | None => self.0.binary_search_by_key(&number, T::number),
        }
    }

    fn put(&mut self, item: T) {
        match self.place(item.number()) {
            Ok(place) => self.0[place] = item,
            Err(place) => self.0.insert(place, item),
        }
    }

    fn find(&self, number: i64) -> Option<&T> {
        self.place(number).ok().map(|place| &self.0[place])
    }

    fn get(&self, number: i64) -> &T {
        self.find(number)
            .expect("identities come from the record file that the register was read from")
    }

    /// Takes these out, in this order, and drops the others.
    fn take(&mut self, numbers: impl Iterator<Item = i64>) -> Vec<T> {
        let places: Vec<usize> = numbers.filter_map(|number| self.place(number).ok()).collect();
        let mut items: Vec<Option<T>> = std::mem::take(&mut self.0).into_iter().map(Some).collect();
        places.into_iter().filter_map(|place| items[place].take()).collect()
    }
}

macro_rules! shelved {
    ($($item:ty),+) => {$(
        impl Shelved for $item {
            fn number(&self) -> i64 {
                self.id.0
            }
        }
    )+};
}

shelved!(Committee, Cell, Category, Official);

macro_rules! shelf {
    ($put:ident, $get:ident, $find:ident, $all:ident, $take:ident, $id:ty, $item:ty, $word:literal) => {
        #[doc = concat!("Adds the ", $word, ", or puts it in the place of the one with its identity.")]
        pub fn $put(&mut self, item: $item) {
            self.$all.put(item);
        }

        #[doc = concat!("The ", $word, " with this identity.")]
        pub fn $get(&self, id: $id) -> &$item {
            self.$all.get(id.0)
        }

        #[doc = concat!("The ", $word, " with this identity, if it is on record.")]
        pub fn $find(&self, id: $id) -> Option<&$item> {
            self.$all.find(id.0)
        }

        #[doc = concat!("Takes each ", $word, " with one of these identities out; all others are dropped.")]
        pub fn $take(&mut self, ids: &[$id]) -> Vec<$item> {
            self.$all.take(ids.iter().map(|id| id.0))
        }

        #[doc = concat!("Every ", $word, ", by identity, which is the order in which they were first recorded.")]
        pub fn $all(&self) -> &[$item] {
            &self.$all.0
        }
    };
}

impl Register {
    shelf!(
        put_committee,
        committee,
        find_committee,
        committees,
        take_committees,
        CommitteeId,
        Committee,
        "committee"
    );
    shelf!(put_cell, cell, find_cell, cells, take_cells, CellId, Cell, "cell");
    shelf!(
        put_category,
        category,
        find_category,
        categories,
        take_categories,
        CategoryId,
        Category,
        "category"
    );
    shelf!(
        put_official,
        official,
        find_official,
        officials,
        take_officials,
        OfficialId,
        Official,
        "official"
    );

    /// Officials in the order of the notice: by `order`, those without one last, then by code.
    pub fn officials_in_order(&self) -> Vec<&Official> {
        let mut officials: Vec<&Official> = self.officials().iter().collect();
        officials.sort_by(|a, b| {
            let rank = |o: &Official| (o.order.is_none(), o.order);
            rank(a).cmp(&rank(b)).then_with(|| a.code.cmp(&b.code))
        });
        officials
    }
}

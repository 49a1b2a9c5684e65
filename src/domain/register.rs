//! The register: every committee, cell, category and official, by identity.

use std::collections::HashMap;

use super::{
    Category, CategoryId, Cell, CellId, Committee, CommitteeId, Official, OfficialId, Succession,
};

/// The standing records of the office. Lookups by identity are for identities that came from the same
/// record file; one that is not there is a defect and panics. `find_…` is for those that may not be there.
#[derive(Debug, Clone, Default)]
pub struct Register {
    committees: Shelf<CommitteeId, Committee>,
    cells: Shelf<CellId, Cell>,
    categories: Shelf<CategoryId, Category>,
    officials: Shelf<OfficialId, Official>,
    /// Lines of descent between cells.
    pub successions: Vec<Succession>,
}

#[derive(Debug, Clone)]
struct Shelf<I, T> {
    places: HashMap<I, usize>,
    items: Vec<T>,
}

impl<I, T> Default for Shelf<I, T> {
    fn default() -> Self {
        Self { places: HashMap::new(), items: Vec::new() }
    }
}

impl<I: Copy + Eq + std::hash::Hash, T> Shelf<I, T> {
    fn put(&mut self, id: I, item: T) {
        match self.places.get(&id) {
            Some(place) => self.items[*place] = item,
            None => {
                self.places.insert(id, self.items.len());
                self.items.push(item);
            }
        }
    }

    fn find(&self, id: I) -> Option<&T> {
        self.places.get(&id).map(|place| &self.items[*place])
    }

    /// Takes these out, and drops the others.
    fn take(&mut self, ids: &[I]) -> Vec<T> {
        let Self { places, items } = std::mem::take(self);
        let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
        ids.iter().filter_map(|id| items[*places.get(id)?].take()).collect()
    }

    fn get(&self, id: I) -> &T {
        &self.items[self.places[&id]]
    }
}

macro_rules! shelf {
    ($put:ident, $get:ident, $find:ident, $all:ident, $take:ident, $id:ty, $item:ty, $word:literal) => {
        #[doc = concat!("Adds the ", $word, ", or puts it in the place of the one with its identity.")]
        pub fn $put(&mut self, item: $item) {
            self.$all.put(item.id, item);
        }

        #[doc = concat!("The ", $word, " with this identity.")]
        pub fn $get(&self, id: $id) -> &$item {
            self.$all.get(id)
        }

        #[doc = concat!("The ", $word, " with this identity, if it is on record.")]
        pub fn $find(&self, id: $id) -> Option<&$item> {
            self.$all.find(id)
        }

        #[doc = concat!("Takes each ", $word, " with one of these identities out; all others are dropped.")]
        pub fn $take(&mut self, ids: &[$id]) -> Vec<$item> {
            self.$all.take(ids)
        }

        #[doc = concat!("Every ", $word, ", in the order in which they were recorded.")]
        pub fn $all(&self) -> &[$item] {
            &self.$all.items
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
        let mut officials: Vec<&Official> = self.officials.items.iter().collect();
        officials.sort_by(|a, b| {
            let rank = |o: &Official| (o.order.is_none(), o.order);
            rank(a).cmp(&rank(b)).then_with(|| a.code.cmp(&b.code))
        });
        officials
    }
}

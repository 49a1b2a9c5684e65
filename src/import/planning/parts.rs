//! The kinds of the register under plan, each with a part of its own.

use std::mem::take;

use super::Planning;
use super::part::Part;
use crate::domain::{Category, Cell, Committee, Findable, Official, Register};
use crate::files::FileKind;
use crate::import::codes::Codes;
use crate::import::draft::Unsure;
use crate::ops::{Base, Change};

/// A record of the register.
pub(in crate::import) trait OfRegister: Findable {
    const FILE: FileKind;

    fn part(planning: &Planning) -> &Part<Self>;
    fn part_mut(planning: &mut Planning) -> &mut Part<Self>;
}

macro_rules! parts {
    ($($part:ident: $record:ident of $kind:ident, $ever:ident;)+) => {
        /// What a plan knows of each kind of the register.
        pub(in crate::import) struct Parts { $(pub $part: Part<$record>),+ }

        impl Parts {
            /// Nothing is planned yet. The codes on record are taken out of the base.
            pub fn new(codes: &Codes, unsure: &Unsure, base: &mut Base) -> Self {
                $(
                    let ever = take(&mut base.$ever);
                    let $part = Part::new(FileKind::$kind, codes, unsure, &base.records.register, ever);
                )+
                Self { $($part),+ }
            }

            /// Takes what is to be written out of the register.
            pub fn take(&mut self, register: &mut Register, change: &mut Change) {
                $(change.$part = self.$part.taken(register);)+
            }
        }

        $(
            impl OfRegister for $record {
                const FILE: FileKind = FileKind::$kind;

                fn part(planning: &Planning) -> &Part<Self> {
                    &planning.parts.$part
                }

                fn part_mut(planning: &mut Planning) -> &mut Part<Self> {
                    &mut planning.parts.$part
                }
            }
        )+
    };
}

parts! {
    committees: Committee of Committees, committees_ever;
    cells: Cell of Cells, cells_ever;
    categories: Category of Categories, categories_ever;
    officials: Official of Officials, officials_ever;
}

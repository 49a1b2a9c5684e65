//! What whoever imports says of headings that are not known: which column each stands for, or that it is none.

use crate::files::{Column, FileKind, Heading};

/// Headings, each with the column that it stands for; nothing for one that is to be left aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnNames(Vec<(Heading, Option<Heading>)>);

impl ColumnNames {
    /// Reads `Ngày họp=held_on`, `Điện thoại=`; or gives back a name that no column has.
    pub fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let named = pairs.into_iter().map(|(heading, column)| {
            let column = Heading::new(column);
            if column.is_empty() {
                return Ok((Heading::new(heading), None));
            }
            let known = FileKind::ALL.iter().any(|kind| kind.column(&column).is_some());
            if known {
                Ok((Heading::new(heading), Some(column)))
            } else {
                Err(column.as_str().to_owned())
            }
        });
        Ok(Self(named.collect::<Result<_, _>>()?))
    }

    /// The column that a heading stands for: none at all if it is not among these, nothing if it is to be left aside.
    pub(super) fn column(&self, kind: FileKind, heading: &Heading) -> Option<Option<Column>> {
        let (_, column) = self.0.iter().find(|(named, _)| named == heading)?;
        match column {
            None => Some(None),
            // What another kind of file has is no word about this one.
            Some(column) => kind.column(column).map(Some),
        }
    }
}

//! Empty files to fill in: every kind that people write, with nothing but its headings.

use super::content::headed;
use super::{CsvFile, FileKind};
use crate::texts::Lang;

/// Each of them, with headings by key or by label in this language.
pub fn template_files(lang: Lang) -> impl Iterator<Item = CsvFile<'static>> {
    let kinds = FileKind::ALL.into_iter().filter(|kind| kind.is_filled_in());
    kinds.map(move |kind| CsvFile {
        name: kind.file_name().to_owned(),
        table: headed(kind.usual(), lang).into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_beside_the_program_are_those_that_it_writes() {
        let folder = std::path::Path::new("data/templates");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), template_files(Lang::EN).count());
        for CsvFile { name, table } in template_files(Lang::EN) {
            let keys: Vec<&str> = table.table.columns.iter().map(|column| column.key).collect();
            let beside = std::fs::read_to_string(folder.join(name)).unwrap();
            assert_eq!(beside, keys.join(",") + "\n");
        }
    }
}

//! `chibo init`: a new, empty record file.

use std::path::Path;

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::values;
use crate::domain::{Name, PeriodInput};
use crate::ops;
use crate::texts;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    office: Option<Name>,
    #[arg(long, value_name = "PERIOD", value_parser = values::period)]
    records_from: Option<PeriodInput>,
}

/// Makes the file; nothing that exists is touched.
pub fn run(context: &Context, args: Args) -> Result<(), Failure> {
    let today = context.today()?;
    let from = args.records_from.map(|input| super::shared::one_month(input, today)).transpose()?;
    let (path, _) = context.record_file()?;
    context.create(&path, |db| {
        ops::init(db, args.office, from)?;
        Ok(())
    })?;
    context.say(&texts::answers::made(context.lang, &path));
    if is_shared(&path) {
        context.say(texts::answers::shared_folder(context.lang));
    }
    Ok(())
}

/// Whether the file lies on a network share or in a folder that a program keeps in step with another
/// machine: there, locks do not hold, and a half-written file can be copied.
fn is_shared(path: &Path) -> bool {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let synchronised = ["onedrive", "dropbox", "google drive", "googledrive", "icloud"];
    let mut folders =
        path.components().map(|part| part.as_os_str().to_string_lossy().to_lowercase());
    path.to_string_lossy().starts_with(r"\\")
        || folders.any(|folder| synchronised.iter().any(|name| folder.starts_with(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_kept_in_step_with_another_machine_is_recognised() {
        let home = std::env::temp_dir();
        for folder in ["OneDrive - Văn phòng", "Dropbox", "Google Drive"] {
            assert!(is_shared(&home.join(folder).join("chibo.db")), "{folder}");
        }
        assert!(!is_shared(&home.join("so").join("chibo.db")));
    }
}

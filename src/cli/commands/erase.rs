//! `chibo official erase`: takes a person's name out of the record file for good.

use std::io::Read;
use std::path::Path;

use crate::cli::backups;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::options::Changing;
use crate::cli::values;
use crate::domain::{Refusal, Remark, refusal};
use crate::ops::{self, EraseName};
use crate::texts::erasing;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "OFFICIAL")]
    official: String,
    #[arg(long, value_name = "TEXT", value_parser = values::said)]
    reason: Remark,
    #[command(flatten)]
    changing: Changing,
}

pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let lang = context.lang;
    let (record, _) = context.record_file()?;
    let request = EraseName { official: args.official, reason: args.reason };
    let result = context.write_for_good(|db| Ok(ops::erase_name(db, request)?));
    if let Err(Failure::Refused(Refusal::Erasing(refusal::Erasing::NameInTexts {
        places, ..
    }))) = &result
    {
        places.iter().for_each(|place| context.say(&erasing::place(lang, place)));
    }
    let (erased, built) = result?;
    context.done_for_good(&erasing::erased(lang, &erased.official, erased.texts), erased.number);
    if !built {
        context.say(erasing::not_built(lang));
    }
    if !erased.kept.is_empty() {
        context.say(&erasing::kept(lang, &erased.kept));
    }
    if !erased.namesakes.is_empty() {
        context.say(&erasing::namesakes(lang, &erased.namesakes));
    }
    if !erased.once.is_empty() {
        context.say(&erasing::named_once(lang, &erased.once));
    }
    let mut holding = backups::known(context, &record);
    holding.retain(|path| holds_any(path, &erased.names));
    context.say(&erasing::backups(lang, &holding));
    let mut being_made = backups::sweep(context, &record);
    being_made.retain(|path| holds_any(path, &erased.names));
    if !being_made.is_empty() {
        context.say(&erasing::copies_being_made(lang, &being_made));
    }
    Ok(())
}

/// Whether one of the names stands in the bytes of a file, or of one in a folder in which a copy is made; what
/// cannot be read may hold it, but for a folder that is gone by now.
fn holds_any(path: &Path, names: &[String]) -> bool {
    if path.is_dir() {
        let Ok(entries) = std::fs::read_dir(path) else { return path.exists() };
        return entries.flatten().any(|entry| holds_any(&entry.path(), names));
    }
    // Such as one that only holds a lock, which on Windows cannot even be read.
    if std::fs::metadata(path).is_ok_and(|about| about.len() == 0) {
        return false;
    }
    let longest = names.iter().map(String::len).max().unwrap_or(0);
    let Ok(mut file) = std::fs::File::open(path) else { return path.exists() };
    let (mut block, mut kept) = (vec![0; 1 << 20], 0);
    loop {
        let Ok(read) = file.read(&mut block[kept..]) else { return true };
        let filled = kept + read;
        let holds = |name: &String| {
            let name = name.as_bytes();
            block[..filled].windows(name.len()).any(|part| part == name)
        };
        if names.iter().any(holds) {
            return true;
        }
        if read == 0 {
            return false;
        }
        // A name may begin in one block and end in the next.
        kept = filled.min(longest);
        block.copy_within(filled - kept..filled, 0);
    }
}

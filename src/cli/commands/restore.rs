//! `chibo restore`: puts a backup in the place of the record file, which is kept aside. Whenever it is
//! stopped, the old file or the new one is in place, and the old one is there.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::cli::context::Context;
use crate::cli::copies;
use crate::cli::failure::{CopyRefusal, Failure};
use crate::cli::options::Changing;
use crate::cli::{backups, clock, output};
use crate::domain::Verb;
use crate::ops;
use crate::store::{
    self, Content, Exclusive, OnBusy, SIDECARS, Standing, Store, StoreError, beside,
};
use crate::texts::backup::{self, Former, Restored, restored};
use crate::texts::erasing;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long)]
    with_flaws: bool,
    #[command(flatten)]
    changing: Changing,
}

/// Checks the backup in a copy of its own, then replaces.
pub fn run(context: &mut Context, args: Args) -> Result<(), Failure> {
    context.dry_run(args.changing.dry_run);
    let (named, _) = context.record_file()?;
    let record = copies::real(&named)?;
    let content = replaceable(&named, &record)?;
    if copies::is_same(&args.file, &record) && content.is_some() {
        return Err(CopyRefusal::RestoreItself(args.file).into());
    }
    // A refused restore or a dry run makes nothing beside the record file that is not there yet.
    let folder = copies::folder_of(&record);
    let room = if folder.is_dir() && !context.is_dry_run() {
        copies::room(folder)?
    } else {
        store::temporary_room()?
    };
    let on_busy = context.on_busy();
    let copy = room.path().join("copy.db");
    let standing = store::take_in(&args.file, &copy, on_busy).map_err(|error| {
        // Not the backup is at fault, but the disk that its copy is made on.
        if let StoreError::Elsewhere { .. } = error {
            return Failure::from(error.at(copies::folder_of(room.path())));
        }
        let mut known = backups::whole(context, &record);
        known.retain(|path| !copies::is_same(path, &args.file));
        Failure::Unrestorable { file: args.file.clone(), error, known }
    })?;
    let first = Store::examine(&copy, on_busy, None, ops::check)?.into_iter().next();
    if let Some(first) = first.map(Box::new).filter(|_| !args.with_flaws) {
        return Err(CopyRefusal::Flawed { file: args.file, first }.into());
    }
    let (mut names_back, mut another) = (Vec::new(), false);
    if content == Some(Content::Record) {
        names_back = names_that_come_back(context, &record, &copy);
        // A damaged record file says nothing of what it was.
        another = matches!(store::is_earlier(&copy, &record, on_busy), Ok(false));
    }
    let former = if context.is_dry_run() {
        foreseen(&record, content)
    } else {
        replace(&record, content, &copy, &standing, on_busy)?
    };
    let sentence = restored(
        context.lang,
        &Restored {
            file: &args.file,
            operations: standing.operations,
            seal: &standing.seal,
            last: clock::date_of(standing.recorded_at),
            former: &former,
        },
    );
    if context.is_dry_run() {
        context.done(&sentence, None)
    } else {
        context.say(&format!("{sentence}."))
    }
    if another {
        context.say(backup::of_another(context.lang));
    }
    if !names_back.is_empty() {
        context.say(&erasing::names_back(context.lang, &names_back));
    }
    Ok(())
}

/// The officials whose name was erased from the record file and still stands in the backup. A record file
/// that cannot be read says nothing.
fn names_that_come_back(context: &Context, record: &Path, copy: &Path) -> Vec<String> {
    let erased = |path: &Path| -> Result<Vec<String>, Failure> {
        let operations = context.open_at(path)?.read(None, |db| db.operations())?;
        let erasing = operations.into_iter().filter(|operation| operation.is(Verb::OfficialErase));
        Ok(erasing.filter_map(|operation| operation.arguments.get("official").cloned()).collect())
    };
    let (mut now, then) = match (erased(record), erased(copy)) {
        (Ok(now), Ok(then)) => (now, then),
        (Err(_), _) | (_, Err(_)) => return Vec::new(),
    };
    now.retain(|code| !then.contains(code));
    now
}

/// What now stands in the place of the record file; `None` where nothing does. Another program's file is
/// not replaced.
fn replaceable(named: &Path, record: &Path) -> Result<Option<Content>, Failure> {
    match std::fs::metadata(record) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(Failure::io(named, &e)),
        Ok(about) if !about.is_file() => {
            return Err(CopyRefusal::OverOther(named.to_owned()).into());
        }
        Ok(_) => {}
    }
    match Content::of(record)? {
        Content::OtherDatabase | Content::Document => {
            Err(CopyRefusal::OverOther(named.to_owned()).into())
        }
        content @ (Content::Record | Content::Empty | Content::Unknown) => Ok(Some(content)),
    }
}

/// What a dry run says of the former file, without opening it.
fn foreseen(record: &Path, content: Option<Content>) -> Former {
    match content {
        None | Some(Content::Empty) => Former::None,
        Some(Content::Record) => Former::Whole { path: copies::aside(record), operations: None },
        Some(Content::OtherDatabase | Content::Document | Content::Unknown) => {
            Former::Damaged(copies::aside(record))
        }
    }
}

fn replace(
    record: &Path,
    content: Option<Content>,
    copy: &Path,
    standing: &Standing,
    on_busy: OnBusy,
) -> Result<Former, Failure> {
    match content {
        None => put_where_nothing_is(record, copy, false, on_busy),
        Some(Content::Empty) => put_where_nothing_is(record, copy, true, on_busy),
        Some(Content::Record) => match Exclusive::hold(record, on_busy)? {
            Some(held) => replace_contents(held, record, copy, standing, on_busy),
            None => replace_damaged(record, copy),
        },
        // What is certainly something else was refused before; what came there since is not destroyed either.
        Some(Content::OtherDatabase | Content::Document) => {
            Err(CopyRefusal::OverOther(record.to_owned()).into())
        }
        Some(Content::Unknown) => replace_damaged(record, copy),
    }
}

/// A journal that is left of a file that is gone would be rolled into the new one: it is moved aside.
fn put_where_nothing_is(
    record: &Path,
    copy: &Path,
    empty: bool,
    on_busy: OnBusy,
) -> Result<Former, Failure> {
    let folder = copies::folder_of(record);
    output::make_folder(folder)?;
    let room = copies::room(folder)?;
    let here = room.path().join("copy.db");
    store::copy(copy, &here, on_busy).map_err(|error| error.at(record))?;
    let aside = copies::aside(record);
    let moved = move_sidecars(record, &aside)?;
    if let Err(failure) = copies::put(&here, record, empty) {
        let _ = move_sidecars(&aside, record);
        return Err(failure);
    }
    Ok(moved.map_or(Former::None, Former::Journal))
}

/// Replaces the contents of a file in one transaction, which other programs respect and a stopped program
/// leaves undone.
fn replace_contents(
    held: Exclusive,
    record: &Path,
    copy: &Path,
    standing: &Standing,
    on_busy: OnBusy,
) -> Result<Former, Failure> {
    let path = copies::aside(record);
    let room = copies::room(copies::folder_of(record))?;
    let kept = room.path().join("aside.db");
    held.copy_aside(&kept, on_busy).map_err(|error| error.at(&path))?;
    copies::put(&kept, &path, false)?;
    let operations = held.standing().map(|former| former.operations);
    match held.replace_with(copy, on_busy) {
        Ok(now) if now == *standing => Ok(Former::Whole { path, operations }),
        Ok(_) => Err(StoreError::CopyDiffers(record.to_owned()).into()),
        Err(error) => {
            // Nothing was replaced, so nothing needs to be kept.
            let _ = std::fs::remove_file(&path);
            Err(error.into())
        }
    }
}

/// Gives a damaged file a second name, with its journal, then puts the copy in its place. The journal goes
/// before the copy comes, so that it can never be rolled into it.
fn replace_damaged(record: &Path, copy: &Path) -> Result<Former, Failure> {
    let aside = copies::aside(record);
    keep(record, &aside)?;
    let put = move_sidecars(record, &aside).and_then(|_| copies::put(copy, record, true));
    if let Err(failure) = put {
        let _ = move_sidecars(&aside, record);
        let _ = if record.exists() {
            std::fs::remove_file(&aside)
        } else {
            std::fs::rename(&aside, record)
        };
        return Err(failure);
    }
    Ok(Former::Damaged(aside))
}

/// Keeps a file under a second name: as a link; as a copy where the disk has no links; moved where it cannot
/// even be read.
fn keep(record: &Path, aside: &Path) -> Result<(), Failure> {
    let copied = || {
        let room = copies::room(copies::folder_of(record)).map_err(|_| ErrorKind::Other)?;
        let copy = room.path().join("aside.db");
        std::fs::copy(record, &copy)?;
        copies::put(&copy, aside, false).map_err(|_| ErrorKind::Other)?;
        Ok::<(), std::io::Error>(())
    };
    std::fs::hard_link(record, aside)
        .or_else(|_| copied())
        .or_else(|_| std::fs::rename(record, aside))
        .map_err(|e| Failure::io(record, &e))?;
    copies::sync(copies::folder_of(record));
    Ok(())
}

/// Moves what lies beside a file to the name of another; what was moved first.
fn move_sidecars(from: &Path, to: &Path) -> Result<Option<PathBuf>, Failure> {
    let mut moved = None;
    for sidecar in SIDECARS {
        let (from, to) = (beside(from, sidecar), beside(to, sidecar));
        match std::fs::rename(&from, &to) {
            Ok(()) => moved = moved.or(Some(to)),
            Err(e) if e.kind() == ErrorKind::NotFound => {}
            Err(e) => return Err(Failure::io(&from, &e)),
        }
    }
    Ok(moved)
}

//! `chibo man`: the pages of the manual, one a command, in both languages, as `man` reads them.

use std::io;
use std::path::{Path, PathBuf};

use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{help, output};
use crate::domain::Date;
use crate::texts::{Lang, help as words};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

/// `command` is the whole command line.
pub fn run(context: &Context, command: clap::Command, args: Args) -> Result<(), Failure> {
    let today = context.today()?;
    let mut written = 0;
    for lang in Lang::ALL {
        // `man` looks for pages in another language than English in a folder of its name.
        let folder = args.folder.join(lang.pick("vi", "")).join("man1");
        output::make_folder(&folder)?;
        let mut command = help::localise(command.clone(), lang);
        command.build();
        // The options of every command are told on the first page.
        let command =
            command.mut_args(|arg| if arg.is_global_set() { arg.hide(false) } else { arg });
        written += pages(command, "", lang, today, &folder)?;
    }
    context.say(&words::pages_written(context.lang, &args.folder, written));
    Ok(())
}

/// Writes the page of a command and of those below it; how many they are.
fn pages(
    command: clap::Command,
    path: &str,
    lang: Lang,
    today: Date,
    folder: &Path,
) -> Result<usize, Failure> {
    let below: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    let man = Man::new(command).date(today.to_string()).source("chibo");
    let file = folder.join(man.get_filename());
    let page = page(&man, path, !below.is_empty(), lang).map_err(|e| Failure::io(&file, &e))?;
    output::write_aside(&file, |out| out.write_all(page.as_bytes()))?;
    let mut written = 1;
    for command in below {
        let path = format!("{path} {}", command.get_name());
        written += pages(command, path.trim(), lang, today, folder)?;
    }
    Ok(written)
}

/// The page of a command.
fn page(man: &Man, path: &str, has_commands: bool, lang: Lang) -> io::Result<String> {
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if has_commands {
        man.render_subcommands_section(&mut page)?;
    }
    further(path, lang).to_writer(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    // Each part brings it along.
    let apostrophes = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";
    let mut page = format!("{apostrophes}{}", page.replace(apostrophes, ""));
    for heading in ["NAME", "SYNOPSIS", "DESCRIPTION"] {
        let own = words::heading(heading, lang);
        page = page.replacen(&format!("\n.SH {heading}\n"), &format!("\n.SH \"{own}\"\n"), 1);
    }
    Ok(page)
}

/// When a command asks, where the options of every command are told, and examples, which are not broken.
fn further(path: &str, lang: Lang) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [words::heading("more", lang)]);
    if let Some(line) = words::asks(path, lang) {
        roff.text([roman(line)]);
        roff.control("PP", []);
    }
    roff.text([roman(words::heading("common", lang))]);
    let examples = words::examples(path);
    if !examples.is_empty() {
        roff.control("SH", [words::heading("examples", lang).trim_end_matches(':')]);
        roff.control("EX", []);
        examples.iter().for_each(|example| _ = roff.text([roman(*example)]));
        roff.control("EE", []);
    }
    roff
}

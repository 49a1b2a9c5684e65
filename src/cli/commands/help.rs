//! `chibo help`: the help of a command, or one of the pages that are about no command.

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::{help, output, topics};
use crate::domain::{Keyword, nearest};
use crate::texts::topics::Topic;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "COMMAND")]
    topic: Vec<String>,
}

/// `command` is the whole command line.
pub fn run(context: &Context, command: clap::Command, args: Args) -> Result<(), Failure> {
    let page = match &args.topic[..] {
        [name] => Topic::from_key(name),
        _ => None,
    };
    let text = match page {
        Some(page) => topics::page(command, page, context.lang),
        None => of_command(context, command, &args.topic)?,
    };
    output::to_stdout(false, |out| writeln!(out, "{text}"))
}

fn of_command(
    context: &Context,
    command: clap::Command,
    topic: &[String],
) -> Result<String, Failure> {
    let mut command = help::localise(command, context.lang);
    command.build();
    let mut at = &mut command;
    for (depth, name) in topic.iter().enumerate() {
        let pages = Topic::ALL.iter().filter(|_| depth == 0).map(|page| page.key().to_owned());
        let known = at.get_subcommands().map(|sub| sub.get_name().to_owned());
        let known: Vec<String> = known.chain(pages).collect();
        let unknown = || {
            Failure::Usage(Usage::TopicUnknown {
                topic: topic.join(" "),
                near: nearest(name, &known),
            })
        };
        at = at.find_subcommand_mut(name).ok_or_else(unknown)?;
    }
    Ok(help::finish(&at.render_help().to_string(), context.lang))
}

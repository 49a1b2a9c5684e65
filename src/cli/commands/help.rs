//! `chibo help`: the help of a command, the options that all have, or the list of error codes.

use crate::cli::context::Context;
use crate::cli::failure::{Failure, Usage};
use crate::cli::{help, output};
use crate::domain::{Keyword, nearest};
use crate::texts::{ErrorCode, codes};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "COMMAND")]
    topic: Vec<String>,
}

/// `command` is the whole command line.
pub fn run(context: &Context, command: clap::Command, args: Args) -> Result<(), Failure> {
    let text = match &args.topic[..] {
        [topic] if topic == "errors" => errors(context),
        [topic] if topic == "options" => help::common(command, context.lang),
        topic => of_command(context, command, topic)?,
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
    for name in topic {
        let known: Vec<String> = at.get_subcommands().map(|sub| sub.get_name().into()).collect();
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

fn errors(context: &Context) -> String {
    let mut lines = Vec::new();
    for alike in ErrorCode::ALL.chunk_by(|one, next| one.status() == next.status()) {
        let status = alike[0].status();
        lines.push(format!("{status}  {}", codes::status(context.lang, status)));
        let one =
            |code: &ErrorCode| format!("   {:<24}  {}", code.key(), code.meaning(context.lang));
        lines.extend(alike.iter().map(one));
    }
    lines.push(format!("70  {}", codes::status(context.lang, 70)));
    lines.join("\n")
}

//! Help in the reader's language: the parsed command line is walked and every text replaced.

use clap::{Arg, ArgAction, Command};

use crate::texts::{Lang, help};

/// The command line with help in one language.
pub fn localise(command: Command, lang: Lang) -> Command {
    walk(command, "", lang)
}

/// Stands for the blanks of a line that is not broken: what is copied from the screen is to run.
const UNBROKEN: char = '\u{a0}';

/// The options that every command has.
pub fn common(command: Command, lang: Lang) -> String {
    let root = walk(command, "", lang);
    let common = root.get_arguments().filter(|arg| arg.is_global_set());
    let page = Command::new("chibo")
        .disable_help_flag(true)
        .max_term_width(100)
        .help_template("{all-args}")
        .args(common.cloned().map(|arg| arg.hide(false)));
    finish(&page.clone().render_help().to_string(), lang)
}

fn walk(command: Command, path: &str, lang: Lang) -> Command {
    let mut command = command
        .help_template(template(lang))
        .subcommand_help_heading(help::heading("commands", lang))
        .subcommand_value_name(help::heading("<COMMAND>", lang).trim_matches(['<', '>']))
        .max_term_width(100)
        // A command without its subcommand is told which there are.
        .arg_required_else_help(false);
    if let Some(about) = help::about(path, lang) {
        command = command.about(about);
    }
    let examples = help::examples(path);
    let mut after: Vec<String> = help::asks(path, lang).map(str::to_owned).into_iter().collect();
    after.push(help::heading("common", lang).to_owned());
    if !examples.is_empty() {
        let lines = examples.iter().map(|line| format!("  {line}"));
        let lines = lines.map(|line| line.replace(' ', &UNBROKEN.to_string()));
        after.extend([String::new(), help::heading("examples", lang).to_owned()]);
        after.extend(lines);
    }
    command = command.after_help(after.join("\n"));
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in ids {
        command = command.mut_arg(&id, |arg| argument(arg, path, lang));
    }
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let inner = format!("{path} {name}");
        command = command.mut_subcommand(&name, |sub| walk(sub, inner.trim(), lang));
    }
    command
}

fn argument(arg: Arg, path: &str, lang: Lang) -> Arg {
    let id = arg.get_id().to_string();
    // One line of a page says where these are told.
    let everywhere = arg.is_global_set();
    let heading = match (arg.is_positional(), everywhere) {
        (true, _) => "arguments",
        (false, true) => "everywhere",
        (false, false) => "options",
    };
    let names: Vec<&'static str> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| help::value_name(name, lang))
        .collect();
    let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let mut arg = arg.help_heading(help::heading(heading, lang)).hide(everywhere);
    if takes_value {
        arg = arg.hide_possible_values(true).hide_default_value(true);
    }
    if let Some(text) = help::argument(path, &id, lang) {
        arg = arg.help(text);
    }
    if takes_value && !names.is_empty() {
        arg = arg.value_names(names);
    }
    arg
}

fn template(lang: Lang) -> String {
    let usage = help::heading("usage", lang);
    format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}\n\n{{after-help}}\n")
}

/// Replaces what clap itself writes in English.
pub fn finish(text: &str, lang: Lang) -> String {
    let mut text = text.replace(UNBROKEN, " ");
    for word in ["[OPTIONS]", "<COMMAND>"] {
        text = text.replace(word, help::heading(word, lang));
    }
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut text = lines.join("\n").trim_end().to_owned();
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn paths(command: &Command, path: &str, found: &mut Vec<(String, Vec<String>)>) {
        let arguments = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
        found.push((path.trim().to_owned(), arguments));
        for sub in command.get_subcommands() {
            paths(sub, &format!("{path} {}", sub.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_option_has_help_in_both_languages() {
        let mut all = Vec::new();
        paths(&crate::cli::commands::Cli::command(), "", &mut all);
        assert!(all.len() > 25);
        for (path, arguments) in &all {
            let both = Lang::ALL.map(|lang| help::about(path, lang));
            assert!(both[0].is_some() && both[0] != both[1], "about: {path}");
            for name in arguments {
                let both = Lang::ALL.map(|lang| help::argument(path, name, lang));
                assert!(both[0].is_some() && both[0] != both[1], "{path} --{name}");
            }
        }
    }

    /// Each command with its path.
    fn each(command: &Command, path: &str, check: &mut impl FnMut(&Command, &str)) {
        check(command, path.trim());
        for sub in command.get_subcommands() {
            each(sub, &format!("{path} {}", sub.get_name()), check);
        }
    }

    #[test]
    fn every_value_has_a_name_in_both_languages() {
        for lang in Lang::ALL {
            each(&crate::cli::commands::Cli::command(), "", &mut |command, path| {
                let arguments = command.get_arguments();
                for arg in arguments.filter(|arg| arg.get_action().takes_values()) {
                    for name in arg.get_value_names().unwrap_or_default() {
                        let shown = help::value_name(name, lang);
                        assert!(!shown.is_empty(), "{path} {}: {name}", arg.get_id());
                    }
                }
            });
        }
    }

    #[test]
    fn every_group_of_commands_has_examples() {
        each(&crate::cli::commands::Cli::command(), "", &mut |command, path| {
            let is_group = command.has_subcommands();
            assert!(!is_group || !help::examples(path).is_empty(), "{path}");
        });
    }

    #[test]
    fn vietnamese_help_has_no_english_words_of_clap() {
        let mut command = localise(crate::cli::commands::Cli::command(), Lang::VI);
        command.build();
        let mut all = Vec::new();
        paths(&command, "", &mut all);
        for (path, _) in all {
            let mut at = &mut command.clone();
            for name in path.split_whitespace() {
                at = at.find_subcommand_mut(name).unwrap();
            }
            let text = finish(&at.render_help().to_string(), Lang::VI);
            for word in [
                "Usage",
                "Options",
                "OPTIONS",
                "Arguments",
                "Commands",
                "COMMAND",
                "default:",
                "possible",
            ] {
                assert!(!text.contains(word), "{path}: {word}\n{text}");
            }
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        crate::cli::commands::Cli::command().debug_assert();
    }
}

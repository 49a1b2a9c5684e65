//! `chibo completion`: the script that makes a shell ask chibo what can come next.

use std::path::PathBuf;

use clap::ValueEnum;
use clap_complete::env::{Bash, EnvCompleter, Fish, Zsh};

use crate::cli::failure::Failure;
use crate::cli::output;
use crate::texts::Variable;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "SHELL", value_enum, ignore_case = true)]
    shell: Shell,
}

/// The shells that can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    #[value(alias = "pwsh")]
    Powershell,
}

/// Our own: what is typed is not run, the last word may be empty, and what comes back is UTF-8.
const POWERSHELL: &str = include_str!("../../../data/completion.ps1");

pub fn run(args: Args) -> Result<(), Failure> {
    let program = program();
    let written = |shell: &dyn EnvCompleter| {
        let mut script = Vec::new();
        let name = Variable::Complete.name();
        let written = shell.write_registration(name, "chibo", "chibo", &program, &mut script);
        written.map(|()| script)
    };
    output::to_stdout(false, |out| match args.shell {
        Shell::Bash => out.write_all(&written(&Bash)?),
        Shell::Zsh => out.write_all(&written(&Zsh)?),
        Shell::Fish => out.write_all(&written(&Fish)?),
        Shell::Powershell => {
            let quoted = program.replace('\'', "''");
            let script = POWERSHELL.replace("PROGRAM", &quoted);
            out.write_all(script.replace("VARIABLE", Variable::Complete.name()).as_bytes())
        }
    })
}

/// The program as the shell is to call it: by its name alone where that was enough to find it now.
fn program() -> String {
    let called = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
    let called = if called.components().count() > 1 {
        std::path::absolute(&called).unwrap_or(called)
    } else {
        called
    };
    called.to_string_lossy().into_owned()
}

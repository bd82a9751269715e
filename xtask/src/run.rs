//! `cargo xtask run`: builds a program for Windows and runs it.

use std::process::{ExitCode, Stdio};

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::Setup;
use crate::process;
use crate::windows::Windows;
use crate::workspace::Workspace;

/// Build a program for Windows and run it: natively there, with Wine elsewhere
#[derive(Debug, Args)]
#[command(after_help = "Example: cargo xtask run --setup --example packages")]
pub struct Run {
    #[command(flatten)]
    setup: Setup,
    /// The example to run, instead of the command-line tool
    #[arg(long, value_name = "NAME")]
    example: Option<String>,
    /// Build with optimisations
    #[arg(long)]
    release: bool,
    /// What to pass on to the program
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<String>,
}

impl Run {
    /// Runs it, and ends as the program does.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        let (package, kind, name) = self.program(&workspace)?;
        let windows = Windows::prepare(&workspace, self.setup.setup)?;
        let build = |subcommand| {
            let mut command = windows.cargo(subcommand);
            command
                .args(["--package", package])
                .arg(format!("--{kind}"))
                .arg(name)
                .args(self.release.then_some("--release"))
                .current_dir(&workspace.root);
            command
        };
        process::succeed(build("build").stdin(Stdio::null()))?;
        let mut command = build("run");
        command.args(["--quiet", "--"]).args(&self.arguments);
        let status = process::status(&mut command)?;
        let code = status.code().and_then(|code| u8::try_from(code).ok());
        Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
    }

    /// The package, kind and name of what to run.
    fn program<'a>(&self, workspace: &'a Workspace) -> Result<(&'a str, &'a str, &'a str)> {
        let kind = if self.example.is_some() {
            "example"
        } else {
            "bin"
        };
        let all: Vec<_> = workspace
            .runtime()
            .flat_map(|package| {
                package
                    .targets
                    .iter()
                    .map(|target| (&*package.name, target))
            })
            .collect();
        let wanted = all.iter().find(|(_, target)| {
            target.kind == kind
                && self
                    .example
                    .as_ref()
                    .is_none_or(|name| *name == target.name)
        });
        if let Some((package, target)) = wanted {
            return Ok((package, &target.kind, &target.name));
        }
        let examples: Vec<_> = all
            .iter()
            .filter(|(_, target)| target.kind == "example")
            .map(|(_, target)| &*target.name)
            .collect();
        match &self.example {
            Some(name) => bail!(
                "no example is called {name}; there are: {}",
                examples.join(", ")
            ),
            None => bail!(
                "there is no program to run; try --example with one of: {}",
                examples.join(", ")
            ),
        }
    }
}

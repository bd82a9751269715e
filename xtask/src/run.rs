//! `cargo xtask run`: builds a program for Windows and runs it.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;

use crate::needs::Setup;
use crate::process;
use crate::windows::{Profile, Program, Windows};
use crate::workspace::Workspace;

/// Build a program for Windows and run it: natively there, with Wine elsewhere
#[derive(Debug, Args)]
#[command(after_help = "\
Examples: cargo xtask run --setup -- report
          cargo xtask run --example packages")]
pub struct Run {
    #[command(flatten)]
    setup: Setup,
    /// The example to run, instead of the command-line tool
    #[arg(long, value_name = "NAME")]
    example: Option<String>,
    /// What to pass on to the program
    #[arg(last = true, value_name = "ARGS")]
    arguments: Vec<String>,
}

impl Run {
    /// Runs it, and ends as the program does.
    pub fn run(self) -> Result<ExitCode> {
        let workspace = Workspace::load()?;
        let program = self.program(&workspace)?;
        let windows = Windows::prepare(&workspace, self.setup.setup)?;
        let built = program.build(&workspace, &windows, Profile::Release)?;
        let status = process::status(windows.start(&built).args(&self.arguments))?;
        let code = status.code().and_then(|code| u8::try_from(code).ok());
        Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
    }

    /// What to run: the example of that name, or the command-line tool.
    fn program<'a>(&self, workspace: &'a Workspace) -> Result<Program<'a>> {
        let kind = if self.example.is_some() {
            "example"
        } else {
            "bin"
        };
        let all: Vec<_> = workspace.programs(kind).collect();
        let wanted = |name: &str| self.example.as_ref().is_none_or(|example| example == name);
        if let Some(program) = all.iter().find(|program| wanted(program.name)) {
            return Ok(*program);
        }
        let names: Vec<_> = all.iter().map(|program| program.name).collect();
        match &self.example {
            Some(name) => bail!(
                "no example is called {name}; there are: {}",
                names.join(", ")
            ),
            None => bail!("no crate of this workspace has a program"),
        }
    }
}

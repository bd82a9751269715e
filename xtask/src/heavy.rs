//! The commands that take long to compile: a package of their own, compiled and started from here.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use clap::Args;

use crate::process;
use crate::windows::Rust;
use crate::workspace::Workspace;

/// The package that has them.
const PACKAGE: &str = "xtask-heavy";

/// A heavy command's arguments, which it reads itself.
#[derive(Debug, Args)]
pub struct Heavy {
    #[arg(
        trailing_var_arg = true,
        allow_hyphen_values = true,
        value_name = "ARGS"
    )]
    arguments: Vec<OsString>,
}

impl Heavy {
    /// Runs the command of that name, and ends as it does.
    pub fn run(self, name: &str) -> Result<ExitCode> {
        let mut command = command(&Workspace::load()?, name)?;
        let status = process::status(command.args(self.arguments))?;
        let code = status.code().and_then(|code| u8::try_from(code).ok());
        Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
    }
}

/// What compiles and starts the command of that name.
pub fn command(workspace: &Workspace, name: &str) -> Result<Command> {
    let rust = Rust::active().context("cargo or rustc is not on the search path")?;
    let mut command = rust.cargo("run");
    command
        .args(["--package", PACKAGE, "--manifest-path"])
        .arg(workspace.root.join("Cargo.toml"))
        .args(["--", name]);
    Ok(command)
}

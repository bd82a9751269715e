//! The command line: which commands there are, and which module runs each.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::r#gen::Gen;
use crate::heavy::Heavy;
use crate::run::Run;
use crate::test::Test;
use crate::tool::Tool;

/// The commands. The heavy ones are told here for the list alone.
#[derive(Debug, Subcommand)]
enum Command {
    Gen(Gen),
    /// Hold the specs against Microsoft's metadata, C headers, windows-sys and rustc
    #[command(disable_help_flag = true)]
    Verify(Heavy),
    /// Write all specs as one file, for users of other languages
    #[command(disable_help_flag = true)]
    Emit(Heavy),
    /// Write the spec of items of Microsoft's metadata, with what they need, to be documented
    #[command(disable_help_flag = true)]
    Import(Heavy),
    /// Make a crate of all of Win32, or of what is asked for, from Microsoft's metadata
    #[command(disable_help_flag = true)]
    Win32(Heavy),
    /// Show what became of each item between two versions of Microsoft's metadata
    #[command(disable_help_flag = true)]
    Diff(Heavy),
    /// Read every text of a folder with windows-rdl and with ours, and count what means the same
    #[command(disable_help_flag = true)]
    Peer(Heavy),
    Test(Test),
    /// Measure speed, memory and build times, beside what users would take instead
    #[command(disable_help_flag = true)]
    Bench(Heavy),
    Run(Run),
    Tool(Tool),
}

/// The commands that build, check and run this workspace
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_help = "Example: cargo xtask run --setup -- report"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

impl Cli {
    /// Runs the command that was asked for.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Gen(command) => command.run(),
            Command::Verify(command) => command.run("verify"),
            Command::Emit(command) => command.run("emit"),
            Command::Import(command) => command.run("import"),
            Command::Win32(command) => command.run("win32"),
            Command::Diff(command) => command.run("diff"),
            Command::Peer(command) => command.run("peer"),
            Command::Test(command) => command.run(),
            Command::Bench(command) => command.run("bench"),
            Command::Run(command) => command.run(),
            Command::Tool(command) => command.run(),
        }
    }
}

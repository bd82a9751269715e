//! The command line: which commands there are, and which module runs each.

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Lists the commands: a module's arguments type is both what a user types and what runs.
macro_rules! commands {
    ($($module:ident::$args:ident,)+) => {
        #[derive(Debug, Subcommand)]
        enum Command {
            $($args(crate::$module::$args),)+
        }

        impl Command {
            fn run(self) -> anyhow::Result<ExitCode> {
                match self {
                    $(Self::$args(args) => args.run(),)+
                }
            }
        }
    };
}

commands! {
    r#gen::Gen,
    verify::Verify,
    import::Import,
    win32::Win32,
    diff::Diff,
    peer::Peer,
    test::Test,
    bench::Bench,
    run::Run,
    tool::Tool,
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
        self.command.run()
    }
}

/// What to do about a program that is missing; shared by the commands that need any.
#[derive(Debug, Clone, Copy, Args)]
pub struct Setup {
    /// Install what is missing (Debian's packages, by apt-get)
    #[arg(long)]
    pub setup: bool,
}

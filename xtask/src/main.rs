//! The workspace's own commands: `cargo xtask` lists them.

use std::process::ExitCode;

use clap::Parser;

use xtask::{apt, kinds, needs, process, screen, table, windows, workspace};

mod cli;
mod r#gen;
mod heavy;
mod run;
mod test;
mod tool;

fn main() -> ExitCode {
    cli::Cli::parse().run().unwrap_or_else(|error| {
        screen::error(&error);
        ExitCode::FAILURE
    })
}

//! The workspace's own commands: `cargo xtask` lists them.

use std::process::ExitCode;

use clap::Parser;

mod apt;
mod bench;
mod cli;
mod diff;
mod r#gen;
mod import;
mod kinds;
mod needs;
mod pages;
mod peer;
mod process;
mod run;
mod screen;
mod table;
mod test;
mod tool;
mod verify;
mod win32;
mod windows;
mod workspace;

fn main() -> ExitCode {
    cli::Cli::parse().run().unwrap_or_else(|error| {
        screen::error(&error);
        ExitCode::FAILURE
    })
}

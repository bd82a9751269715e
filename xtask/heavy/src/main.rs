//! The workspace's heavy commands, which `cargo xtask` starts.

use std::process::ExitCode;

use clap::Parser;
use xtask::{kinds, needs, process, screen, table, windows, workspace};

mod bench;
mod diff;
mod emit;
mod import;
mod pages;
mod peer;
mod verify;
mod win32;

/// The commands that `cargo xtask` hands on
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
enum Command {
    Verify(verify::Verify),
    Emit(emit::Emit),
    Import(import::Import),
    Win32(win32::Win32),
    Diff(diff::Diff),
    Peer(peer::Peer),
    Bench(bench::Bench),
}

fn main() -> ExitCode {
    let result = match Command::parse() {
        Command::Verify(command) => command.run(),
        Command::Emit(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Win32(command) => command.run(),
        Command::Diff(command) => command.run(),
        Command::Peer(command) => command.run(),
        Command::Bench(command) => command.run(),
    };
    result.unwrap_or_else(|error| {
        screen::error(&error);
        ExitCode::FAILURE
    })
}

//! What xtask itself says, on standard error: standard output belongs to the program that runs.

use std::env;
use std::fmt::Display;
use std::io::{self, IsTerminal};
use std::process::Command;

use anstyle::AnsiColor;
use winsec_codegen::diagnostic::{Diagnostic, Style, render};
use winsec_codegen::source::Sources;

const VERB: anstyle::Style = AnsiColor::Green.on_default().bold();
const ERROR: anstyle::Style = AnsiColor::Red.on_default().bold();

/// Whether a person watches: then one line that moves says more than all lines that pass.
pub fn is_moving() -> bool {
    io::stderr().is_terminal() && env::var_os("CI").is_none()
}

/// Lets cargo know that its output will be shown on a terminal, though it writes to a pipe.
pub fn colour(cargo: &mut Command) {
    if is_moving() && env::var_os("CARGO_TERM_COLOR").is_none() && env::var_os("NO_COLOR").is_none()
    {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
}

/// Says what is being done, in cargo's manner: a verb in a column of its own, then its object.
pub fn say(verb: &str, object: impl Display) {
    anstream::eprintln!("{VERB}{verb:>12}{VERB:#} {object}");
}

/// Prints what is wrong with specs.
pub fn diagnostics(errors: &[Diagnostic], sources: &Sources) {
    let style = if io::stderr().is_terminal() {
        Style::Coloured
    } else {
        Style::Plain
    };
    anstream::eprint!("{}", render(errors, sources, style));
}

/// Prints an error, then what led to it.
pub fn error(error: &anyhow::Error) {
    anstream::eprintln!("{ERROR}error{ERROR:#}: {error}");
    for cause in error.chain().skip(1) {
        anstream::eprintln!("  because: {cause}");
    }
}

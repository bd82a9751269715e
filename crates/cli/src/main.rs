//! winsec: look at a machine's connection security.

mod args;
mod catalogue;
mod commands;
mod file;
mod flags;
#[rustfmt::skip]
mod generated;
mod net;
mod outcome;
mod output;
mod place;
mod screen;
#[cfg(windows)]
mod sys;
mod system;
mod wait;

use std::process::ExitCode;

use clap::Parser;
use winsec_wininet_diag::redact;

use crate::args::Cli;
use crate::outcome::{Failure, Status};
use crate::output::Output;
use crate::place::Place;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let status = u8::try_from(error.exit_code()).unwrap_or(u8::MAX);
            return match tell(&error) {
                Err(error) if !output::is_closed(&error) => Status::Refused.into(),
                _ => ExitCode::from(status),
            };
        }
    };
    let output = cli.output();
    let place = match cli.place() {
        Ok(place) => place,
        Err(failure) => return fail(&output, &Place::Offline, &failure),
    };
    match cli.run(&place, &output) {
        Ok(status) => status.into(),
        Err(failure) => fail(&output, &place, &failure),
    }
}

/// Prints what is wrong with a command line, or the help that it asks for. What it cites of the
/// command line is shown without anybody's password.
fn tell(error: &clap::Error) -> std::io::Result<()> {
    if !error.use_stderr() {
        return error.print();
    }
    let mut text = error.render().ansi().to_string();
    for argument in std::env::args_os() {
        let argument = argument.to_string_lossy();
        let value = argument.split_once('=').map(|(_, value)| value);
        for cited in [Some(&*argument), value].into_iter().flatten() {
            if cited.contains('@') {
                text = text.replace(cited, &redact(cited));
            }
        }
    }
    anstream::eprint!("{text}");
    Ok(())
}

fn fail(output: &Output, place: &Place, failure: &Failure) -> ExitCode {
    output.fail(place, failure);
    failure.status.into()
}

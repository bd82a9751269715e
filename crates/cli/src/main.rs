//! winsec: look at a machine's connection security.

mod args;
mod catalogue;
mod commands;
mod file;
mod flags;
#[rustfmt::skip]
mod generated;
mod interrupt;
mod net;
mod outcome;
mod output;
mod place;
mod progress;
mod screen;
mod system;
mod wait;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Cli;
use crate::outcome::Failure;
use crate::output::Output;
use crate::place::Place;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // It is help as well; if nobody reads, there is nobody to tell.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(u8::MAX));
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

fn fail(output: &Output, place: &Place, failure: &Failure) -> ExitCode {
    output.fail(place, failure);
    failure.status.into()
}

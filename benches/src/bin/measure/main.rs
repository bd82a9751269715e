//! `measure`: does the work of a case by its name, for `cargo xtask bench` and for profilers.

use std::env;
use std::fmt::Display;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

use winsec_benches::case::Worth;
use winsec_benches::{Case, case, cases, probe, side, time};

#[cfg(target_os = "linux")]
mod seed;

const USAGE: &str = "\
usage: measure list                      the cases, each with its sides
       measure agree CASE                whether all sides give the same result
       measure once CASE SIDE            does the work once, and prints how many nanoseconds it took
       measure time CASE SECONDS ROUNDS  times all sides in turn, at least that long and often";

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), String> {
    match *arguments {
        ["list"] => cases().for_each(list),
        ["agree", id] => agree(case(id)?)?,
        ["once", id, name] => println!("{}", probe::once(side(id, name)?).as_nanos()),
        ["time", id, seconds, rounds] => {
            let seconds = Duration::from_secs_f64(number(seconds)?);
            timed(case(id)?, seconds, number(rounds)?)?;
        }
        _ => return Err(USAGE.to_owned()),
    }
    Ok(())
}

fn number<T: FromStr<Err: Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}

/// A line: the name, when to measure it, whether it can be compared, its limit, the sides, and what
/// it is.
fn list(case: &Case) {
    let Case { id, what, .. } = case;
    let worth = match case.worth {
        Worth::Always => "always",
        Worth::Thorough => "thorough",
        Worth::Timed => "timed",
    };
    let agree = if case.agree.is_some() { "agree" } else { "-" };
    let limit = case.limit.map_or_else(
        || "-".to_owned(),
        |limit| format!("{};{}", limit.ratio, limit.against),
    );
    let sides: Vec<_> = case.sides.iter().map(|side| side.name).collect();
    println!(
        "{id}\t{worth}\t{agree}\t{limit}\t{}\t{what}",
        sides.join(";")
    );
}

fn agree(case: &Case) -> Result<(), String> {
    match case.agree {
        Some(agree) => println!("{}", agree()?),
        None => println!("there is nothing to compare"),
    }
    Ok(())
}

/// A line for each side: its name, then nanoseconds a run, round by round.
fn timed(case: &Case, budget: Duration, rounds: usize) -> Result<(), String> {
    let samples = time::case(case, budget, rounds)?;
    for (side, samples) in case.sides.iter().zip(samples) {
        let samples: Vec<_> = samples.iter().map(|time| format!("{time:.0}")).collect();
        println!("{}\t{}", side.name, samples.join("\t"));
    }
    Ok(())
}

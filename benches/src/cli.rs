//! The command line of a program that measures: one for each set of cases.

use std::env;
use std::fmt::Display;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

use crate::case::Worth;
use crate::memory::{Heap, count, resident};
use crate::{Case, Side, case, probe, renew_inputs, side, time};

const USAGE: &str = "\
usage: measure list                      the cases, each with its sides
       measure inputs                    makes the files that cases read anew
       measure agree CASE                whether all sides give the same result
       measure once CASE SIDE            does the work once, and prints how many nanoseconds it took
       measure time CASE SECONDS ROUNDS  times all sides in turn, at least that long and often";

/// Runs the program that measures these cases' time.
pub fn measure(cases: &[&'static Case]) -> ExitCode {
    end(|arguments| run(cases, arguments))
}

/// Runs the program that measures what these cases take from the heap; its allocator has to be
/// [`Counting`](crate::memory::Counting).
pub fn memory(cases: &[&'static Case]) -> ExitCode {
    end(|arguments| {
        let [id, name] = *arguments else {
            return Err("usage: memory CASE SIDE".to_owned());
        };
        let case = case(cases.iter().copied(), id)?;
        show(side(case, name)?);
        Ok(())
    })
}

fn end(run: impl FnOnce(&[&str]) -> Result<(), String>) -> ExitCode {
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

fn run(cases: &[&'static Case], arguments: &[&str]) -> Result<(), String> {
    let case = |id| case(cases.iter().copied(), id);
    match *arguments {
        ["list"] => cases.iter().for_each(|case| list(case)),
        ["inputs"] => renew_inputs(),
        ["agree", id] => agree(case(id)?)?,
        ["once", id, name] => println!("{}", probe::once(side(case(id)?, name)?).as_nanos()),
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

/// A line for each figure of what the work takes from the heap.
fn show(side: &Side) {
    let mut work = probe::prepare(side);
    let Heap {
        allocations,
        bytes,
        peak,
    } = count(&mut work);
    println!("allocations\t{allocations}\nbytes\t{bytes}\npeak\t{peak}");
    if let Some(resident) = resident() {
        println!("resident\t{resident}");
    }
}

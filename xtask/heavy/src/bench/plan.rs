//! What is measured in a run, and in which order.

use std::path::Path;

use anyhow::{Context, Result};

use crate::bench::program::{Case, Program, Worth};
use crate::bench::progress::Progress;
use crate::bench::record::{OURS, Record};
use crate::bench::{Bench, Group, build, counts};
use crate::needs;
use crate::screen;
use crate::workspace::Workspace;

/// One thing to do.
enum Task<'a> {
    /// Compare the results of all sides.
    Agree(&'a Program, &'a Case),
    /// Count a side's instructions.
    Count(&'a Path, &'a Case, &'a str),
    /// Time all sides.
    Time(&'a Program, &'a Case),
    /// Count what a side takes from the heap.
    Memory(&'a Program, &'a Case, &'a str),
    /// Build with ours and with the peers.
    Build,
}

/// Measures what was asked for; gives the cases too.
pub fn measure(workspace: &Workspace, bench: &Bench) -> Result<(Record, Vec<Case>)> {
    let here = Program::here(workspace, bench.bites)?;
    let cases = here.list()?;
    let windows = windows(workspace, bench)?;
    let peers = windows.as_ref().map(Program::list).transpose()?;
    let peers = peers.unwrap_or_default();
    let file = if can_count(bench)? { here.file() } else { None };
    let mut tasks = tasks(bench, &here, &cases, file.as_deref());
    if let Some(windows) = &windows {
        tasks.extend(peers.iter().flat_map(|case| of_peers(windows, case)));
    }
    if bench.asks(Group::Build) && !bench.quick {
        tasks.push(Task::Build);
    }
    let mut record = Record::now(&workspace.root);
    let progress = Progress::begin(tasks.len());
    for task in tasks {
        progress.next(&task.to_string());
        run(&task, workspace, bench, &progress, &mut record)?;
    }
    Ok((record, [cases, peers].concat()))
}

/// Does one thing, and writes down what it comes to.
fn run(
    task: &Task<'_>,
    workspace: &Workspace,
    bench: &Bench,
    progress: &Progress,
    record: &mut Record,
) -> Result<()> {
    match *task {
        Task::Agree(program, case) => {
            let same = program
                .agree(case)
                .with_context(|| format!("the sides of {} do not do the same", case.id))?;
            progress.note("Compared", &format!("{}: {same}", case.id));
        }
        Task::Count(file, case, side) => {
            let scratch = workspace.target.join("bench");
            let count = || counts::count(file, &case.id, side, &scratch);
            let first = count()?;
            let figures = record.entry(&case.id, side);
            figures.instructions = Some(first);
            if bench.save.is_some() && side == OURS {
                figures.noise = Some((count()? as f64 / first as f64 - 1.0).abs());
            }
        }
        Task::Time(program, case) => {
            let (seconds, rounds) = patience(bench, case);
            let samples = program.time(case, seconds, rounds)?;
            let ours = samples.first().cloned().unwrap_or_default();
            for (side, samples) in case.sides.iter().zip(samples) {
                let ratios = ours.iter().zip(&samples).map(|(ours, this)| ours / this);
                let ratio = (side != OURS).then(|| median(ratios.collect()));
                let figures = record.entry(&case.id, side);
                figures.time = Some(median(samples) as u64);
                figures.ratio = ratio;
            }
        }
        Task::Memory(program, case, side) => {
            for (name, figure) in program.memory(case, side)? {
                let figures = record.entry(&case.id, side);
                match name.as_str() {
                    "allocations" => figures.allocations = Some(figure),
                    "peak" => figures.peak = Some(figure),
                    "resident" => figures.resident = Some(figure),
                    _ => {}
                }
            }
        }
        Task::Build => build::measure(workspace, progress, record)?,
    }
    Ok(())
}

/// The programs that run on Windows, if they are asked for; a system that cannot build or run them
/// does without, unless they were named.
fn windows(workspace: &Workspace, bench: &Bench) -> Result<Option<Program>> {
    if !bench.asks(Group::Peers) || (bench.quick && bench.groups.is_empty()) {
        return Ok(None);
    }
    match Program::windows(workspace, bench.setup.setup) {
        Ok(program) => {
            screen::say("Peers", format!("run on {}", program.place()));
            Ok(Some(program))
        }
        Err(error) if bench.groups.is_empty() => {
            screen::say("Left out", format!("the peers on Windows: {error:#}"));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Whether instructions can be counted; a check that cannot is an error.
fn can_count(bench: &Bench) -> Result<bool> {
    if !cfg!(target_os = "linux") {
        screen::say(
            "Left out",
            "instruction counts: callgrind runs on Linux alone",
        );
        return Ok(false);
    }
    if (needs::VALGRIND.found)() || bench.setup.setup || bench.check {
        needs::ensure(&[needs::VALGRIND], bench.setup.setup)?;
        return Ok(true);
    }
    screen::say(
        "Left out",
        "instruction counts: valgrind is not installed; --setup installs it",
    );
    Ok(false)
}

/// What is to be done on this system; instructions are counted of a program, if they can be.
fn tasks<'a>(
    bench: &Bench,
    here: &'a Program,
    cases: &'a [Case],
    counted: Option<&'a Path>,
) -> Vec<Task<'a>> {
    let in_time = |case: &&Case| !bench.quick || case.worth == Worth::Always;
    let wanted = |case: &&Case| {
        let groups = [(Group::Calls, "calls"), (Group::Codegen, "codegen")];
        let mut asked = groups.iter().filter(|(group, _)| bench.asks(*group));
        asked.any(|(_, name)| case.is_of(name))
    };
    let mut tasks = Vec::new();
    for case in cases.iter().filter(wanted).filter(in_time) {
        if case.agree && !(bench.check && bench.quick) {
            tasks.push(Task::Agree(here, case));
        }
        if let Some(file) = counted.filter(|_| case.worth != Worth::Timed) {
            let sides = case
                .sides
                .iter()
                .filter(|side| !bench.quick || case.gates(side));
            tasks.extend(sides.map(|side| Task::Count(file, case, side)));
        }
        // A check looks at no time.
        if !bench.quick || (case.sides.len() > 1 && !bench.check) {
            tasks.push(Task::Time(here, case));
        }
    }
    if bench.asks(Group::Memory) {
        for case in cases.iter().filter(in_time) {
            let sides = case
                .sides
                .iter()
                .filter(|side| !bench.quick || case.gates(side));
            tasks.extend(sides.map(|side| Task::Memory(here, case, side)));
        }
    }
    tasks
}

/// What is to be done with a case on Windows.
fn of_peers<'a>(windows: &'a Program, case: &'a Case) -> impl Iterator<Item = Task<'a>> {
    let memory = case
        .sides
        .iter()
        .map(|side| Task::Memory(windows, case, side));
    [Task::Agree(windows, case), Task::Time(windows, case)]
        .into_iter()
        .chain(memory)
}

/// For how many seconds, and how often at least, a case is timed.
fn patience(bench: &Bench, case: &Case) -> (u32, u32) {
    match case.worth {
        _ if bench.quick => (0, 3),
        Worth::Always => (5, 11),
        Worth::Thorough => (5, 5),
        Worth::Timed => (0, 3),
    }
}

impl std::fmt::Display for Task<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Agree(_, case) => write!(f, "{}: the same work?", case.id),
            Self::Count(_, case, side) => write!(f, "{}: instructions, {side}", case.id),
            Self::Time(_, case) => write!(f, "{}: time", case.id),
            Self::Memory(_, case, side) => write!(f, "{}: memory, {side}", case.id),
            Self::Build => write!(f, "clean builds"),
        }
    }
}

/// The middle one; of an even number, the lower of the two.
pub fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    let middle = samples.len().saturating_sub(1) / 2;
    samples.get(middle).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(vec![]), 0.0);
        assert_eq!(median(vec![3.0]), 3.0);
        assert_eq!(median(vec![9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(vec![9.0, 1.0, 5.0, 7.0]), 5.0);
    }
}

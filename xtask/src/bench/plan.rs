//! What is measured in a run, and in which order.

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
    Agree(&'a Case),
    /// Count a side's instructions.
    Count(&'a Case, &'a str),
    /// Time all sides.
    Time(&'a Case),
    /// Count what a side takes from the heap.
    Memory(&'a Case, &'a str),
    /// Build with ours and with the peers.
    Build,
}

/// Measures what was asked for; gives the cases too.
pub fn measure(workspace: &Workspace, bench: &Bench) -> Result<(Record, Vec<Case>)> {
    let program = Program::build(workspace, bench.deliberate_slowdown)?;
    let cases = program.list()?;
    let counting = can_count(bench)?;
    let tasks = tasks(bench, &cases, counting);
    let mut record = Record::now(&workspace.root);
    let progress = Progress::begin(tasks.len());
    let scratch = workspace.target.join("bench");
    for task in tasks {
        progress.next(&task.to_string());
        match task {
            Task::Agree(case) => {
                let same = program
                    .agree(case)
                    .with_context(|| format!("the sides of {} do not do the same", case.id))?;
                progress.note("Compared", &format!("{}: {same}", case.id));
            }
            Task::Count(case, side) => {
                let count = || counts::count(program.measure(), &case.id, side, &scratch);
                let first = count()?;
                let figures = record.entry(&case.id, side);
                figures.instructions = Some(first);
                if bench.save.is_some() && side == OURS {
                    figures.noise = Some((count()? as f64 / first as f64 - 1.0).abs());
                }
            }
            Task::Time(case) => {
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
            Task::Memory(case, side) => {
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
            Task::Build => build::measure(workspace, &progress, &mut record)?,
        }
    }
    Ok((record, cases))
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

fn tasks<'a>(bench: &Bench, cases: &'a [Case], counting: bool) -> Vec<Task<'a>> {
    let asked = |group: Group| bench.groups.is_empty() || bench.groups.contains(&group);
    let in_time = |case: &&Case| !bench.quick || case.worth == Worth::Always;
    let of = |group: Group| {
        let name = group.case_prefix();
        let wanted = asked(group);
        cases
            .iter()
            .filter(move |case| wanted && name.is_some_and(|name| case.is_of(name)))
            .filter(in_time)
    };
    let mut tasks = Vec::new();
    for case in Group::ALL.into_iter().flat_map(of) {
        if case.agree && !(bench.check && bench.quick) {
            tasks.push(Task::Agree(case));
        }
        if counting && case.worth != Worth::Timed {
            let wanted = |side: &&String| {
                let limit = case.limit.as_ref();
                let limits = limit.is_some_and(|(_, against)| against == *side);
                !bench.quick || *side == OURS || limits
            };
            let sides = case.sides.iter().filter(wanted);
            tasks.extend(sides.map(|side| Task::Count(case, side)));
        }
        if !bench.quick || case.sides.len() > 1 {
            tasks.push(Task::Time(case));
        }
    }
    if asked(Group::Memory) {
        for case in cases.iter().filter(in_time) {
            let sides = case
                .sides
                .iter()
                .filter(|side| !bench.quick || *side == OURS);
            tasks.extend(sides.map(|side| Task::Memory(case, side)));
        }
    }
    if asked(Group::Build) && !bench.quick {
        tasks.push(Task::Build);
    }
    tasks
}

/// For how many seconds, and how often at least, a case is timed.
fn patience(bench: &Bench, case: &Case) -> (u32, u32) {
    match case.worth {
        _ if bench.quick => (0, 3),
        Worth::Always => (5, 11),
        Worth::Thorough => (5, 5),
        Worth::Timed => (0, 5),
    }
}

impl Group {
    /// All of them, in the order in which they are measured.
    const ALL: [Self; 3] = [Self::Codegen, Self::Memory, Self::Build];

    /// What the names of its cases begin with, if it is made of cases of its own.
    fn case_prefix(self) -> Option<&'static str> {
        match self {
            Self::Codegen => Some("codegen"),
            Self::Memory | Self::Build => None,
        }
    }
}

impl std::fmt::Display for Task<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Agree(case) => write!(f, "{}: the same work?", case.id),
            Self::Count(case, side) => write!(f, "{}: instructions, {side}", case.id),
            Self::Time(case) => write!(f, "{}: time", case.id),
            Self::Memory(case, side) => write!(f, "{}: memory, {side}", case.id),
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

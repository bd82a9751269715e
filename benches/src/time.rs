//! Times the sides of a case in turn, so that whatever else the machine does hits all alike.

use std::env;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::case::{Case, Timing, Work};
use crate::probe;

/// A sample is no shorter than this, so that the clock's own cost does not show.
const SAMPLE: Duration = Duration::from_millis(5);

/// Does the work of all sides in turn, at least `rounds` times and then for as long as `budget`
/// lasts; every second round goes backwards. Gives nanoseconds a run, for each side and round.
///
/// # Errors
///
/// When a process of its own cannot run a side.
pub fn case(case: &Case, budget: Duration, rounds: usize) -> Result<Vec<Vec<f64>>, String> {
    match case.timing {
        Timing::Process => {
            let ids = case.sides.iter().map(|side| (case.id, side.name));
            let samples = ids.map(|(id, name)| move || first_run(id, name)).collect();
            in_turn(samples, budget, rounds)
        }
        Timing::Loop => {
            let works = case.sides.iter().map(probe::prepare);
            let samples = works.map(|mut work| {
                // The first runs warm up.
                let count = repeats(|count| run(&mut work, count));
                move || Ok(run(&mut work, count).as_nanos() as f64 / f64::from(count))
            });
            in_turn(samples.collect(), budget, rounds)
        }
    }
}

fn in_turn<S: FnMut() -> Result<f64, String>>(
    mut sides: Vec<S>,
    budget: Duration,
    rounds: usize,
) -> Result<Vec<Vec<f64>>, String> {
    let mut samples = vec![Vec::new(); sides.len()];
    let begin = Instant::now();
    let mut round = 0;
    while round < rounds || begin.elapsed() < budget {
        for place in 0..sides.len() {
            let at = if round % 2 == 0 {
                place
            } else {
                sides.len() - 1 - place
            };
            samples[at].push(sides[at]()?);
        }
        round += 1;
    }
    Ok(samples)
}

/// What `measure once` prints in a process of its own.
fn first_run(id: &str, side: &str) -> Result<f64, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new(program)
        .args(["once", id, side])
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let time = text.trim().parse();
    time.map_err(|_| format!("{id}, {side}: {}", output.status))
}

/// How many runs make a sample, by how long so many take.
fn repeats(mut time: impl FnMut(u32) -> Duration) -> u32 {
    let mut count = 1_u32;
    loop {
        let spent = time(count);
        if spent >= SAMPLE || count > u32::MAX / 4 {
            return count;
        }
        count *= if spent < SAMPLE / 10 { 4 } else { 2 };
    }
}

fn run(work: &mut Work, count: u32) -> Duration {
    let begin = Instant::now();
    for _ in 0..count {
        black_box(&mut *work)();
    }
    begin.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn sides_take_turns() {
        let order = RefCell::new(String::new());
        let side = |name: char| {
            let order = &order;
            move || {
                order.borrow_mut().push(name);
                Ok(1.0)
            }
        };
        let samples = in_turn(vec![side('a'), side('b')], Duration::ZERO, 3).unwrap();
        assert_eq!(*order.borrow(), "abbaab");
        assert_eq!(samples, [[1.0; 3], [1.0; 3]]);
    }

    #[test]
    fn a_side_that_cannot_run_is_an_error() {
        let error = in_turn(vec![|| Err("broken".to_owned())], Duration::ZERO, 3);
        assert_eq!(error.unwrap_err(), "broken");
    }

    #[test]
    fn short_work_is_repeated_until_it_makes_a_sample() {
        let taking = |time: Duration| move |count| time * count;
        assert_eq!(repeats(taking(SAMPLE)), 1);
        assert_eq!(repeats(taking(SAMPLE / 3)), 4);
        assert_eq!(repeats(taking(SAMPLE / 1000)), 1024);
        assert!(repeats(taking(Duration::ZERO)) > u32::MAX / 4);
    }
}

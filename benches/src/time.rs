//! Times the sides of a case in turn, so that whatever else the machine does hits all alike.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::case::Work;

/// A sample is no shorter than this, so that the clock's own cost does not show.
const SAMPLE: Duration = Duration::from_millis(5);

/// Does the work of all sides in turn, at least `rounds` times and then for as long as `budget`
/// lasts; every second round goes backwards. Gives nanoseconds a run, for each side and round.
pub fn in_turn(sides: &mut [Work], budget: Duration, rounds: usize) -> Vec<Vec<f64>> {
    // The first run of each only warms up.
    let repeats: Vec<_> = sides.iter_mut().map(repeats).collect();
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
            let count = repeats[at];
            let spent = run(&mut sides[at], count);
            samples[at].push(spent.as_nanos() as f64 / f64::from(count));
        }
        round += 1;
    }
    samples
}

/// How many runs make a sample.
fn repeats(work: &mut Work) -> u32 {
    let mut count = 1_u32;
    loop {
        let spent = run(work, count);
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
    use std::rc::Rc;

    #[test]
    fn sides_take_turns() {
        let order = Rc::new(RefCell::new(Vec::new()));
        let side = |name: char| -> Work {
            let order = Rc::clone(&order);
            Box::new(move || {
                order.borrow_mut().push(name);
                std::thread::sleep(SAMPLE);
            })
        };
        let samples = in_turn(&mut [side('a'), side('b')], Duration::ZERO, 2);
        assert_eq!(order.borrow().iter().collect::<String>(), "ababba");
        assert!(samples.iter().all(|side| side.len() == 2));
    }
}

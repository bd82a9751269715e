//! What the instruments hold on to: the one function whose instructions are counted.

use std::time::{Duration, Instant};

use crate::case::{OURS, Side, Work};

/// Does the work of a side, once, and tells how long it took.
pub fn once(side: &Side) -> Duration {
    let mut work = prepare(side);
    let begin = Instant::now();
    winsec_benches_measured(&mut work);
    begin.elapsed()
}

/// The work of a side. Built with `deliberate-slowdown`, our own does everything twice: a gate that
/// lets that pass is none.
#[must_use]
pub fn prepare(side: &Side) -> Work {
    let mut work = (side.prepare)();
    if cfg!(feature = "deliberate-slowdown") && side.name == OURS {
        return Box::new(move || {
            work();
            work();
        });
    }
    work
}

/// Does the work. Callgrind starts to count where this function is entered, and writes its counts
/// where it is left; so its name is fixed.
#[unsafe(no_mangle)]
#[inline(never)]
pub fn winsec_benches_measured(work: &mut Work) {
    work();
}

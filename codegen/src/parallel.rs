//! Spreads work over the machine's cores; what comes out does not depend on how many there are.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does every job, and gives the results in the order of the jobs.
///
/// A job's weight is about how many bytes it reads; heavy ones are begun first, so that none is
/// left alone at the end, and `grain` is a weight that is worth a thread. There is a new thread even
/// for one job: tokens live in the thread that makes them, and what they leave behind goes with it.
pub fn map<T: Send>(weights: &[usize], grain: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(weights[at]));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&at) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((at, job(at)));
        }
        done
    };
    let worth = weights.iter().sum::<usize>().div_ceil(grain);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.min(worth).max(1))
            .map(|_| scope.spawn(work))
            .collect();
        let results = workers.into_iter().map(|worker| worker.join());
        results
            .flat_map(|done| done.unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_jobs() {
        let weights: Vec<_> = (0..500).map(|at| at * 7919 % 101).collect();
        assert_eq!(
            map(&weights, 1, |at| at * 2),
            Vec::from_iter((0..500).map(|at| at * 2))
        );
        assert_eq!(map(&[], 1, |at| at), []);
    }

    #[test]
    #[should_panic(expected = "job 3")]
    fn a_panic_is_passed_on() {
        map(&[1; 10], 1, |at| assert!(at != 3, "job {at}"));
    }
}

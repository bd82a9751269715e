//! Many small jobs on all of the machine's cores, their results taken in the order of the jobs.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Does every job, and hands each result to `take` as soon as those before it have been taken, so
/// that few of them are kept.
///
/// `tools` are what a thread needs and keeps from job to job; `grain` is how many jobs are worth a
/// thread.
pub fn map<J: Sync, S, T: Send>(
    jobs: &[J],
    grain: usize,
    tools: impl Fn() -> S + Sync,
    job: impl Fn(&mut S, &J) -> T + Sync,
    take: impl FnMut(&J, T) + Send,
) {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Results {
        taken: 0,
        waiting: BTreeMap::new(),
        take,
    });
    let work = || {
        let mut tools = tools();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(of) = jobs.get(at) else {
                break;
            };
            let result = job(&mut tools, of);
            // Whoever panics is not taken from any more: its panic ends this function too.
            let mut results = results.lock().unwrap_or_else(PoisonError::into_inner);
            results.add(jobs, at, result);
        }
    };
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    // To ask for the number of cores takes as long as many a job.
    let threads = match jobs.len().div_ceil(grain) {
        worth @ 0..=1 => worth,
        worth => worth.min(cores()),
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        work();
        for other in others {
            other.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
}

/// The results that wait for those before them.
struct Results<T, F> {
    taken: usize,
    waiting: BTreeMap<usize, T>,
    take: F,
}

impl<T, F> Results<T, F> {
    fn add<J>(&mut self, jobs: &[J], at: usize, result: T)
    where
        F: FnMut(&J, T),
    {
        self.waiting.insert(at, result);
        while let Some(result) = self.waiting.remove(&self.taken) {
            (self.take)(&jobs[self.taken], result);
            self.taken += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_taken_in_the_order_of_the_jobs() {
        let jobs: Vec<usize> = (0..500).collect();
        for grain in [1, 1000] {
            let mut taken = Vec::new();
            let twice = |_: &mut (), job: &usize| job * 2;
            map(
                &jobs,
                grain,
                || (),
                twice,
                |job, twice| taken.push((*job, twice)),
            );
            assert_eq!(
                taken,
                Vec::from_iter(jobs.iter().map(|job| (*job, job * 2)))
            );
        }
    }

    #[test]
    #[should_panic(expected = "job 3")]
    fn a_panic_is_passed_on() {
        let three = |_: &mut (), job: &usize| assert!(*job != 3, "job {job}");
        map(&[0, 1, 2, 3, 4, 5], 1, || (), three, |_, ()| {});
    }
}

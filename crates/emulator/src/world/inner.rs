//! A world from within: its state under one lock, what wakes its waiters, and its two threads.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use super::State;
use crate::host::{Host, Simulated};
use crate::overlapped;
use crate::pool;
use crate::scenario::Scenario;

/// The inside of a world.
#[derive(Debug)]
pub(crate) struct Inner {
    state: Mutex<State>,
    changed: Condvar,
    closing: AtomicBool,
    host: Box<dyn Host>,
}

impl Inner {
    pub(crate) fn new(scenario: Scenario) -> Self {
        Self::hosted(scenario, Box::new(Simulated))
    }

    pub(crate) fn hosted(scenario: Scenario, host: Box<dyn Host>) -> Self {
        Self {
            state: Mutex::new(State::new(scenario)),
            changed: Condvar::new(),
            closing: AtomicBool::new(false),
            host,
        }
    }

    pub(crate) fn host(&self) -> &dyn Host {
        &*self.host
    }

    /// The state. A panic under the lock is noted where it is caught; the state stays usable.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes everyone who waits for a change.
    pub(crate) fn changed(&self) {
        self.changed.notify_all();
    }

    /// Waits for a change, at most until `limit`. Tells whether there is time left.
    pub(crate) fn wait<'s>(
        &self,
        state: MutexGuard<'s, State>,
        limit: Option<Instant>,
    ) -> (MutexGuard<'s, State>, bool) {
        let Some(limit) = limit else {
            return (
                self.changed
                    .wait(state)
                    .unwrap_or_else(PoisonError::into_inner),
                true,
            );
        };
        let left = limit.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return (state, false);
        }
        let result = self.changed.wait_timeout(state, left);
        (result.unwrap_or_else(PoisonError::into_inner).0, true)
    }

    /// Sees to it that the operations which have a time are completed at it.
    pub(crate) fn keep_time(self: &Arc<Self>, state: &mut State) {
        if state.operations.next_due().is_none() {
            return;
        }
        if !state.clock_runs {
            let world = Arc::clone(self);
            let clock = thread::Builder::new().name("winsec-emulator-clock".to_owned());
            state.clock_runs = clock.spawn(move || world.run_clock()).is_ok();
        }
        self.changed();
    }

    /// Sees to it that the waits of the thread pool are served.
    pub(crate) fn keep_pool(self: &Arc<Self>, state: &mut State) {
        if !state.pool_runs {
            let world = Arc::clone(self);
            let serve = thread::Builder::new().name("winsec-emulator-pool".to_owned());
            state.pool_runs = serve.spawn(move || pool::serve(&world)).is_ok();
        }
        self.changed();
    }

    pub(crate) fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    fn run_clock(&self) {
        let mut state = self.lock();
        while !self.is_closing() {
            if overlapped::tick(&mut state, self.host(), Instant::now()) != 0 {
                self.changed();
            }
            let next = state.operations.next_due();
            state = self.wait(state, next).0;
        }
    }

    /// Ends the threads.
    pub(crate) fn close(&self) {
        // Under the lock, so that no thread misses it between its check and its wait.
        let state = self.lock();
        self.closing.store(true, Ordering::Release);
        drop(state);
        self.changed();
    }

    /// Aborts what a thread started, because it ends.
    pub(crate) fn abort_of_thread(&self, thread: u64) {
        if overlapped::abort_of_thread(&mut self.lock(), self.host(), thread) != 0 {
            self.changed();
        }
    }
}

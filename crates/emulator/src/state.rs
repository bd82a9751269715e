//! All that changes in a world, under one lock. It is data: what calls do with it stands above.

pub(crate) mod faults;
pub(crate) mod internet;
pub(crate) mod operations;
pub(crate) mod packages;
pub(crate) mod sockets;
pub(crate) mod waits;

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use self::faults::Faults;
use self::internet::Internet;
use self::operations::Operations;
use self::packages::Packages;
use self::sockets::{Impersonations, OpenToken, Sockets};
use self::waits::{Events, Pool};

use crate::calls::{Call, Entry};
use crate::host::{Host, Routine, Simulated};
use crate::ledger::{Audit, Finding, Ledger};
use crate::scenario::Scenario;

/// The state of a world; one lock guards it.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) scenario: Scenario,
    pub(crate) ledger: Ledger,
    pub(crate) faults: Faults,
    pub(crate) sockets: Sockets,
    pub(crate) impersonations: Impersonations,
    /// The tokens that are open, by handle.
    pub(crate) tokens: HashMap<usize, OpenToken>,
    pub(crate) events: Events,
    pub(crate) operations: Operations,
    /// The completion routines that wait for their threads, by the host's number of the thread.
    pub(crate) routines: HashMap<u64, VecDeque<Routine>>,
    pub(crate) pool: Pool,
    pub(crate) packages: Packages,
    pub(crate) internet: Internet,
    pub(crate) clock_runs: bool,
    pub(crate) pool_runs: bool,
    calls: u64,
    calls_of: [u64; Call::ALL.len()],
}

impl State {
    pub(crate) fn new(scenario: Scenario) -> Self {
        Self {
            ledger: Ledger::default(),
            faults: Faults::new(&scenario),
            sockets: Sockets::default(),
            impersonations: Impersonations::default(),
            tokens: HashMap::new(),
            events: Events::default(),
            operations: Operations::default(),
            routines: HashMap::new(),
            pool: Pool::default(),
            packages: Packages::new(&scenario.packages),
            internet: Internet::default(),
            clock_runs: false,
            pool_runs: false,
            calls: 0,
            calls_of: [0; Call::ALL.len()],
            scenario,
        }
    }

    /// Counts a call: its entry, and the how-manieth of its function it is.
    pub(crate) fn count(&mut self, call: Call) -> (Entry, u64) {
        self.calls += 1;
        let of = &mut self.calls_of[call as usize];
        *of += 1;
        (
            Entry {
                call,
                number: self.calls,
            },
            *of,
        )
    }

    /// How often a function was called.
    pub(crate) fn calls_of(&self, call: Call) -> u64 {
        self.calls_of[call as usize]
    }

    /// Audits the ledger: what is open now should not be. Each thing is reported once.
    pub(crate) fn audit(&mut self, host: &dyn Host) -> Result<(), Audit> {
        let (mut findings, unlisted) = self.ledger.take_findings();
        let leaks = self.ledger.report_leaks();
        let open = leaks
            .iter()
            .filter(|item| !item.kind.is_token() || host.is_open(item.value));
        findings.extend(open.copied().map(Finding::Leaked));
        findings.extend(self.operations.report_unfinished());
        findings.extend(self.impersonations.report_unpaired());
        if findings.is_empty() && unlisted == 0 {
            return Ok(());
        }
        Err(Audit { findings, unlisted })
    }
}

/// What the threads of a world share: its state under one lock, and what wakes those who wait.
#[derive(Debug)]
pub(crate) struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    closing: AtomicBool,
    host: Box<dyn Host>,
}

impl Shared {
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

    pub(crate) fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    /// Ends the threads.
    pub(crate) fn close(&self) {
        // Under the lock, so that no thread misses it between its check and its wait.
        let state = self.lock();
        self.closing.store(true, Ordering::Release);
        drop(state);
        self.changed();
    }
}

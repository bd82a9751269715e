//! All that changes in a world.

use std::collections::{HashMap, VecDeque};

use crate::books::{Audit, Books, Finding};
use crate::calls::{Call, Entry};
use crate::events::Events;
use crate::faults::Faults;
use crate::host::Host;
use crate::internet::Internet;
use crate::overlapped::{Operations, Routine};
use crate::packages::Packages;
use crate::pool::Pool;
use crate::scenario::Scenario;
use crate::sockets::{Impersonations, OpenToken, Sockets};

/// The state of a world; one lock guards it.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) scenario: Scenario,
    pub(crate) books: Books,
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
            books: Books::default(),
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

    /// Balances the books: what is open now should not be. Each thing is reported once.
    pub(crate) fn audit(&mut self, host: &dyn Host) -> Result<(), Audit> {
        let (mut findings, unlisted) = self.books.take_findings();
        let leaks = self.books.report_leaks();
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

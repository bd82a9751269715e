//! A world: one scenario come to life, with its books.

mod inner;
mod sockets;
mod state;

use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

pub(crate) use self::inner::Inner;
pub use self::sockets::{EmulatedSocket, Observe};
pub(crate) use self::state::State;

use crate::books::{Audit, Kind};
use crate::calls::Call;
use crate::host::Host;
use crate::overlapped;
use crate::scenario::{Fault, Scenario};
use crate::threads;

/// A scenario come to life. A clone is the same world.
///
/// A thread that [enters](World::enter) it finds there what the functions of
/// [`fwpuclnt`](crate::fwpuclnt), [`secur32`](crate::secur32) and the others work on. On a thread that
/// is in none, what can fail fails: [`World::enter_everywhere`] has all threads be in one.
///
/// When the last clone is dropped, the books are balanced: the dropping thread panics with the
/// [`Audit`] if something was leaked or misused and no [`World::audit`] has reported it. A world that
/// does not serve a test can do [without](World::without_final_audit).
#[derive(Clone, Debug)]
pub struct World(Arc<Owner>);

/// What all the clones share; its end is the world's.
#[derive(Debug)]
struct Owner {
    inner: Arc<Inner>,
    audits: AtomicBool,
}

impl Drop for Owner {
    fn drop(&mut self) {
        self.inner.close();
        if self.audits.load(Ordering::Acquire) && !thread::panicking() {
            let audit = self.inner.lock().audit(self.inner.host());
            if let Err(audit) = audit {
                panic!("{audit}");
            }
        }
    }
}

impl World {
    /// A world of its own.
    #[must_use]
    pub fn new(scenario: Scenario) -> Self {
        Self::owning(Inner::new(scenario))
    }

    /// A world on a machine: what the scenario does not say, the host knows.
    #[must_use]
    pub fn hosted(scenario: Scenario, host: Box<dyn Host>) -> Self {
        Self::owning(Inner::hosted(scenario, host))
    }

    fn owning(inner: Inner) -> Self {
        Self(Arc::new(Owner {
            inner: Arc::new(inner),
            audits: AtomicBool::new(true),
        }))
    }

    /// Leaves out the audit at the world's end.
    #[must_use]
    pub fn without_final_audit(self) -> Self {
        self.0.audits.store(false, Ordering::Release);
        self
    }

    /// Makes this the world that the calling thread is in, until the guard is dropped.
    #[must_use = "the thread leaves the world when the guard is dropped"]
    pub fn enter(&self) -> Entered {
        threads::enter(Arc::clone(&self.0.inner));
        Entered {
            world: self.clone(),
            thread_bound: PhantomData,
        }
    }

    /// Makes this the world of every thread of the process that has entered none itself, those that
    /// start later included, until the guard is dropped: the one call that a program with a runtime
    /// of threads needs.
    ///
    /// ```
    /// use winsec_emulator::World;
    /// use winsec_emulator::scenario::Scenario;
    ///
    /// let world = World::new(Scenario::new());
    /// let everywhere = world.enter_everywhere();
    /// assert!(std::thread::spawn(World::is_entered).join().unwrap());
    /// drop(everywhere);
    /// assert!(!World::is_entered());
    /// ```
    #[must_use = "the threads leave the world when the guard is dropped"]
    pub fn enter_everywhere(&self) -> EnteredEverywhere {
        threads::enter_everywhere(Arc::clone(&self.0.inner));
        EnteredEverywhere {
            world: self.clone(),
        }
    }

    /// Whether the calling thread is in a world. If it is in none, every function that can fail does.
    #[must_use]
    pub fn is_entered() -> bool {
        threads::entered().is_some()
    }

    /// Balances the books: everything that was handed out should have been freed or closed by now,
    /// once, by the right function, and not used afterwards.
    ///
    /// # Errors
    ///
    /// What is wrong. Each thing is reported once: the next audit says what has happened since.
    pub fn audit(&self) -> Result<(), Audit> {
        self.inner().lock().audit(self.inner().host())
    }

    /// How often a function was called.
    #[must_use]
    pub fn calls(&self, call: Call) -> u64 {
        self.inner().lock().calls_of(call)
    }

    /// How many things of this kind are open.
    #[must_use]
    pub fn outstanding(&self, kind: Kind) -> usize {
        self.inner().lock().books.outstanding(|open| open == kind)
    }

    /// A further fault, from now on. `nth` counts the calls from the world's beginning.
    pub fn add_fault(&self, fault: Fault) {
        self.inner().lock().faults.add(fault);
    }

    /// Completes the overlapped operations that wait for it, and tells how many that were.
    pub fn advance(&self) -> usize {
        let count = overlapped::advance(&mut self.inner().lock(), self.inner().host());
        self.inner().changed();
        count
    }

    /// What the scenario is about.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.inner().lock().scenario.title.clone()
    }

    pub(crate) fn inner(&self) -> &Arc<Inner> {
        &self.0.inner
    }
}

/// A thread's stay in a world. It ends with the guard, on the same thread.
#[derive(Debug)]
#[must_use = "the thread leaves the world when the guard is dropped"]
pub struct Entered {
    world: World,
    thread_bound: PhantomData<*const ()>,
}

impl Entered {
    /// The world.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        threads::leave(self.world.inner());
    }
}

/// The stay in a world of all threads that have entered none themselves. It ends with the guard.
#[derive(Debug)]
#[must_use = "the threads leave the world when the guard is dropped"]
pub struct EnteredEverywhere {
    world: World,
}

impl EnteredEverywhere {
    /// The world.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }
}

impl Drop for EnteredEverywhere {
    fn drop(&mut self) {
        threads::leave_everywhere(self.world.inner());
    }
}

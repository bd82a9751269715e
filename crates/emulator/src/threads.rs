//! What belongs to a thread: its number, its last error, and the world that it is in.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "they are const, which clippy 1.96 does not see where the system keeps them"
)]

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, PoisonError, RwLock, Weak};

use crate::scenario::Scenario;
use crate::world::Inner;

thread_local! {
    static NUMBER: Cell<u64> = const { Cell::new(0) };
    static LAST_ERROR: Cell<u32> = const { Cell::new(0) };
    static ENTERED: RefCell<Vec<Arc<Inner>>> = const { RefCell::new(Vec::new()) };
    static STARTED: Started = const { Started(RefCell::new(Vec::new())) };
}

/// This thread's number: from one, never used again.
pub(crate) fn number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NUMBER.with(|cell| {
        if cell.get() == 0 {
            cell.set(NEXT.fetch_add(1, Ordering::Relaxed));
        }
        cell.get()
    })
}

/// The code of this thread's last failure.
pub(crate) fn last_error() -> u32 {
    LAST_ERROR.get()
}

/// Sets the code of this thread's last failure.
pub(crate) fn set_last_error(code: u32) {
    LAST_ERROR.set(code);
}

/// The worlds of threads that entered none themselves; the last counts.
static EVERYWHERE: RwLock<Vec<Arc<Inner>>> = RwLock::new(Vec::new());

/// The world that this thread is in, if it is in one.
pub(crate) fn entered() -> Option<Arc<Inner>> {
    let own = ENTERED.try_with(|worlds| worlds.borrow().last().cloned());
    own.ok().flatten().or_else(|| {
        let everywhere = EVERYWHERE.read().unwrap_or_else(PoisonError::into_inner);
        everywhere.last().cloned()
    })
}

/// The world that this thread is in, or the empty one: for what cannot fail.
pub(crate) fn current() -> Arc<Inner> {
    entered().unwrap_or_else(nowhere)
}

/// Has every thread be in a world that enters none itself.
pub(crate) fn enter_everywhere(world: Arc<Inner>) {
    let mut everywhere = EVERYWHERE.write().unwrap_or_else(PoisonError::into_inner);
    everywhere.push(world);
}

/// Ends that: the last stay in this world.
pub(crate) fn leave_everywhere(world: &Arc<Inner>) {
    let mut everywhere = EVERYWHERE.write().unwrap_or_else(PoisonError::into_inner);
    remove_last(&mut everywhere, world);
}

fn remove_last(worlds: &mut Vec<Arc<Inner>>, world: &Arc<Inner>) {
    let found = worlds.iter().rposition(|known| Arc::ptr_eq(known, world));
    found.map(|index| worlds.remove(index));
}

/// Goes into a world.
pub(crate) fn enter(world: Arc<Inner>) {
    // A thread whose storage is gone is on its way out and calls nothing more.
    let _ = ENTERED.try_with(|worlds| worlds.borrow_mut().push(world));
}

/// Leaves a world: the last stay in it ends.
pub(crate) fn leave(world: &Arc<Inner>) {
    let _ = ENTERED.try_with(|worlds| remove_last(&mut worlds.borrow_mut(), world));
}

/// The world of threads that are in none: nothing is there.
fn nowhere() -> Arc<Inner> {
    static NOWHERE: OnceLock<Arc<Inner>> = OnceLock::new();
    NOWHERE
        .get_or_init(|| Arc::new(Inner::new(Scenario::new())))
        .clone()
}

/// The worlds in which this thread started overlapped operations: they end with it.
///
/// Each comes with the thread's number. On some systems the storage of the number is gone, and would
/// begin anew, by the time that this is dropped.
struct Started(RefCell<Vec<(Weak<Inner>, u64)>>);

impl Drop for Started {
    fn drop(&mut self) {
        for (world, thread) in self.0.get_mut().drain(..) {
            if let Some(world) = world.upgrade() {
                world.abort_of_thread(thread);
            }
        }
    }
}

/// Remembers that this thread started an operation in this world.
pub(crate) fn started_in(world: &Arc<Inner>) {
    let thread = number();
    let _ = STARTED.try_with(|started| {
        let mut worlds = started.0.borrow_mut();
        let weak = Arc::downgrade(world);
        if !worlds.iter().any(|(known, _)| known.ptr_eq(&weak)) {
            worlds.retain(|(known, _)| known.strong_count() != 0);
            worlds.push((weak, thread));
        }
    });
}

//! Completion routines: run on their own thread, in an alertable wait.

use crate::threads;

/// Runs what is queued for this thread, and tells how many routines that were.
///
/// No lock is held meanwhile: a routine may call everything.
pub(crate) fn run_queued() -> usize {
    let world = threads::current();
    let thread = world.host().current_thread();
    let mut count = 0;
    loop {
        let next = world
            .lock()
            .routines
            .get_mut(&thread)
            .and_then(|queue| queue.pop_front());
        let Some(routine) = next else { return count };
        // SAFETY: queued for this thread, taken off the queue, and only alertable waits come here.
        unsafe { routine.call() };
        count += 1;
    }
}

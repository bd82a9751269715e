//! Making events, waiting for them, and serving the thread pool's waits.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use winsec_ffi::{FILETIME, INFINITE};

use crate::boundary::{self, Visit};
use crate::ledger::{Kind, Refusal};
use crate::state::waits::fire;
use crate::state::{Shared, State};

/// Makes an event.
pub(crate) fn create(visit: &mut Visit<'_>, manual: bool, signalled: bool) -> usize {
    let handle = visit.state.ledger.give_handle(Kind::Event, visit.entry);
    visit.state.events.insert(handle, manual, signalled);
    handle
}

/// Signals or resets an event that has to be one.
pub(crate) fn set(visit: &mut Visit<'_>, handle: usize, signalled: bool) -> Result<(), Refusal> {
    visit.check(handle, |kind| kind == Kind::Event)?;
    visit.state.events.set(handle, signalled);
    visit.world.changed();
    Ok(())
}

/// How a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Waited {
    /// This event, counted from zero, ended it.
    Signalled(u32),
    /// A completion routine is ready to run on this thread.
    Routine,
    /// The time is over.
    TimedOut,
}

/// When a time of so many milliseconds is over; `None` if it never is.
pub(crate) fn deadline(milliseconds: u32) -> Option<Instant> {
    if milliseconds == INFINITE {
        return None;
    }
    Instant::now().checked_add(Duration::from_millis(milliseconds.into()))
}

/// Waits for one or all of some events. The handles have been checked.
pub(crate) fn wait(
    mut visit: Visit<'_>,
    handles: &[usize],
    all: bool,
    limit: Option<Instant>,
    alertable: bool,
) -> Waited {
    let thread = visit.world.host().current_thread();
    loop {
        let state = &mut *visit.state;
        let ready = |handle: &usize| state.events.is_signalled(*handle);
        let ended = if all {
            handles.iter().all(ready).then_some(0)
        } else {
            handles.iter().position(ready)
        };
        if let Some(index) = ended.filter(|_| !handles.is_empty()) {
            let consumed = if all {
                handles
            } else {
                &handles[index..=index]
            };
            for handle in consumed {
                state.events.consume(*handle);
            }
            return Waited::Signalled(index as u32);
        }
        if alertable
            && state
                .routines
                .get(&thread)
                .is_some_and(|queue| !queue.is_empty())
        {
            return Waited::Routine;
        }
        let (again, in_time) = visit.wait(limit);
        visit = again;
        if !in_time {
            return Waited::TimedOut;
        }
    }
}

/// Runs the completion routines that are queued for this thread, which is in an alertable wait.
///
/// No lock is held meanwhile: a routine may call everything.
pub(crate) fn run_queued() {
    let world = boundary::current();
    let thread = world.host().current_thread();
    loop {
        let next = world
            .lock()
            .routines
            .get_mut(&thread)
            .and_then(|queue| queue.pop_front());
        let Some(routine) = next else { return };
        // SAFETY: queued for this thread, taken off the queue, and only alertable waits come here.
        unsafe { routine.call() };
    }
}

/// Sees to it that the waits of the thread pool are served.
pub(crate) fn keep_pool(world: &Arc<Shared>, state: &mut State) {
    if !state.pool_runs {
        let shared = Arc::clone(world);
        let pool = thread::Builder::new().name("winsec-emulator-pool".to_owned());
        state.pool_runs = pool.spawn(move || serve_pool(&shared)).is_ok();
    }
    world.changed();
}

/// Serves the waits of a world until it ends.
fn serve_pool(world: &Arc<Shared>) {
    boundary::enter(Arc::clone(world));
    let mut state = world.lock();
    while !world.is_closing() {
        let Some(fired) = fire(&mut state, Instant::now()) else {
            let limit = state.pool.next_limit();
            state = world.wait(state, limit).0;
            continue;
        };
        drop(state);
        let wait = std::ptr::without_provenance_mut(fired.handle);
        // SAFETY: the owner of the wait gave a callback that may be called so, on a thread of the
        // pool, until the wait is closed; no lock is held, so that it may call everything.
        unsafe { (fired.callback)(std::ptr::null_mut(), fired.context, wait, fired.result) };
        state = world.lock();
        state.pool.returned(fired.handle);
        world.changed();
    }
    drop(state);
    boundary::leave(world);
}

/// When a thread-pool timeout is over: a negative one is relative, a positive one a time of day, both
/// in units of 100 nanoseconds.
pub(crate) fn pool_limit(timeout: FILETIME) -> Option<Instant> {
    /// From 1601 to 1970, in units of 100 nanoseconds.
    const EPOCH: i64 = 116_444_736_000_000_000;
    let bits = u64::from(timeout.dwHighDateTime) << 32 | u64::from(timeout.dwLowDateTime);
    let units = bits as i64;
    let span = |units: u64| Duration::new(units / 10_000_000, (units % 10_000_000) as u32 * 100);
    let now = Instant::now();
    if units <= 0 {
        return now.checked_add(span(units.unsigned_abs()));
    }
    let since = span(units.saturating_sub(EPOCH).max(0).unsigned_abs());
    let at = SystemTime::UNIX_EPOCH.checked_add(since)?;
    now.checked_add(at.duration_since(SystemTime::now()).unwrap_or_default())
}

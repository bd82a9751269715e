//! The waits of the thread pool: a callback for an event, on a thread of the pool's.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use winsec_ffi::{FILETIME, TP_WAIT, TP_WAIT_RESULT, WAIT_OBJECT_0, WAIT_TIMEOUT};

use crate::threads;
use crate::world::{Inner, State};

/// A callback of the caller's.
pub(crate) type Callback = unsafe extern "system" fn(
    *mut winsec_ffi::TP_CALLBACK_INSTANCE,
    *mut core::ffi::c_void,
    *mut TP_WAIT,
    TP_WAIT_RESULT,
);

/// One wait.
struct Wait {
    callback: Callback,
    context: *mut core::ffi::c_void,
    armed: Option<Armed>,
    running: bool,
    closed: bool,
}

// SAFETY: the context is the callback's, which runs on any thread of the pool; that is what its owner
// agreed to.
unsafe impl Send for Wait {}

impl fmt::Debug for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("armed", &self.armed)
            .field("running", &self.running)
            .finish_non_exhaustive()
    }
}

/// What a wait waits for.
#[derive(Clone, Copy, Debug)]
struct Armed {
    event: usize,
    limit: Option<Instant>,
}

/// The waits of a world, by handle.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    waits: HashMap<usize, Wait>,
}

impl Pool {
    pub(crate) fn create(
        &mut self,
        handle: usize,
        callback: Callback,
        context: *mut core::ffi::c_void,
    ) {
        let wait = Wait {
            callback,
            context,
            armed: None,
            running: false,
            closed: false,
        };
        self.waits.insert(handle, wait);
    }

    /// Waits for an event, at most until `limit`; no event means to wait no longer.
    pub(crate) fn set(&mut self, handle: usize, event: usize, limit: Option<Instant>) {
        if let Some(wait) = self.waits.get_mut(&handle) {
            wait.armed = (event != 0).then_some(Armed { event, limit });
        }
    }

    /// Whether a callback of this wait is running, or could be called.
    pub(crate) fn is_busy(&self, handle: usize, state_of: impl Fn(usize) -> bool) -> bool {
        self.waits.get(&handle).is_some_and(|wait| {
            wait.running || wait.armed.is_some_and(|armed| state_of(armed.event))
        })
    }

    /// Leaves out a callback that is about to run; tells whether there was one.
    pub(crate) fn disarm_ready(
        &mut self,
        handle: usize,
        signalled: impl Fn(usize) -> bool,
    ) -> bool {
        let Some(wait) = self.waits.get_mut(&handle) else {
            return false;
        };
        let ready = wait.armed.is_some_and(|armed| signalled(armed.event));
        wait.armed = wait.armed.filter(|_| !ready);
        ready
    }

    /// Closes a wait: at once, or when its callback has returned.
    pub(crate) fn close(&mut self, handle: usize) {
        if let Some(wait) = self.waits.get_mut(&handle) {
            wait.armed = None;
            wait.closed = true;
            if !wait.running {
                self.waits.remove(&handle);
            }
        }
    }

    /// The next time at which a wait gives up.
    fn next_limit(&self) -> Option<Instant> {
        self.waits
            .values()
            .filter_map(|wait| wait.armed?.limit)
            .min()
    }
}

/// A callback that is to be made.
struct Fired {
    handle: usize,
    callback: Callback,
    context: *mut core::ffi::c_void,
    result: TP_WAIT_RESULT,
}

/// Takes the next callback that is to be made, and notes that it runs.
fn fire(state: &mut State, now: Instant) -> Option<Fired> {
    let State { pool, events, .. } = state;
    let mut ready: Vec<(usize, TP_WAIT_RESULT)> = pool
        .waits
        .iter()
        .filter_map(|(handle, wait)| {
            let armed = wait.armed.filter(|_| !wait.running)?;
            if events.is_signalled(armed.event) {
                return Some((*handle, WAIT_OBJECT_0));
            }
            let over = armed.limit.is_some_and(|limit| limit <= now);
            over.then_some((*handle, WAIT_TIMEOUT))
        })
        .collect();
    ready.sort_unstable_by_key(|(handle, _)| *handle);
    let (handle, result) = *ready.first()?;
    let wait = pool.waits.get_mut(&handle)?;
    let armed = wait.armed.take()?;
    if result == WAIT_OBJECT_0 {
        events.consume(armed.event);
    }
    wait.running = true;
    Some(Fired {
        handle,
        callback: wait.callback,
        context: wait.context,
        result,
    })
}

/// Serves the waits of a world until it ends.
pub(crate) fn serve(world: &Arc<Inner>) {
    threads::enter(Arc::clone(world));
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
        let finished = state.pool.waits.get_mut(&fired.handle);
        if finished.is_some_and(|wait| {
            wait.running = false;
            wait.closed
        }) {
            state.pool.waits.remove(&fired.handle);
        }
        world.changed();
    }
    drop(state);
    threads::leave(world);
}

/// When a thread-pool timeout is over: a negative one is relative, a positive one a time of day, both
/// in units of 100 nanoseconds.
pub(crate) fn limit(timeout: FILETIME) -> Option<Instant> {
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

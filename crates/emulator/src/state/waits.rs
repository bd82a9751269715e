//! Events, and the thread pool's waits for them.

use std::collections::HashMap;
use std::fmt;
use std::time::Instant;

use winsec_ffi::{TP_WAIT, TP_WAIT_RESULT, WAIT_OBJECT_0, WAIT_TIMEOUT};

use super::State;

#[derive(Clone, Copy, Debug)]
struct Event {
    manual: bool,
    signalled: bool,
}

/// The events of a world, by handle.
#[derive(Debug, Default)]
pub(crate) struct Events {
    events: HashMap<usize, Event>,
}

impl Events {
    pub(crate) fn insert(&mut self, handle: usize, manual: bool, signalled: bool) {
        self.events.insert(handle, Event { manual, signalled });
    }

    pub(crate) fn remove(&mut self, handle: usize) {
        self.events.remove(&handle);
    }

    /// Signals or resets an event; a handle that is none of them is left alone.
    pub(crate) fn set(&mut self, handle: usize, signalled: bool) {
        if let Some(event) = self.events.get_mut(&handle) {
            event.signalled = signalled;
        }
    }

    pub(crate) fn is_signalled(&self, handle: usize) -> bool {
        self.events
            .get(&handle)
            .is_some_and(|event| event.signalled)
    }

    /// Ends a wait that was satisfied: an event that resets itself does.
    pub(crate) fn consume(&mut self, handle: usize) {
        if let Some(event) = self.events.get_mut(&handle) {
            event.signalled &= event.manual;
        }
    }
}

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

    /// Notes that a callback has returned.
    pub(crate) fn returned(&mut self, handle: usize) {
        if let Some(wait) = self.waits.get_mut(&handle) {
            wait.running = false;
            if wait.closed {
                self.waits.remove(&handle);
            }
        }
    }

    /// The next time at which a wait gives up.
    pub(crate) fn next_limit(&self) -> Option<Instant> {
        self.waits
            .values()
            .filter_map(|wait| wait.armed?.limit)
            .min()
    }
}

/// A callback that is to be made.
pub(crate) struct Fired {
    pub(crate) handle: usize,
    pub(crate) callback: Callback,
    pub(crate) context: *mut core::ffi::c_void,
    pub(crate) result: TP_WAIT_RESULT,
}

/// Takes the next callback that is to be made, and notes that it runs.
pub(crate) fn fire(state: &mut State, now: Instant) -> Option<Fired> {
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

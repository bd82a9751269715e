//! The way in: every exported function finds its thread's world, counts itself, meets its fault, does its
//! work where no panic passes on to the caller, and leaves its error where its family leaves errors.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "they are const, which clippy 1.96 does not see where the system keeps them"
)]

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, MutexGuard, OnceLock, PoisonError, RwLock};
use std::time::Instant;

use winsec_ffi::{
    BOOL, ERROR_INTERNAL_ERROR, ERROR_NOT_READY, SEC_E_INTERNAL_ERROR, SECURITY_STATUS,
    SOCKET_ERROR, WIN32_ERROR, WSA_ERROR, WSANOTINITIALISED, WSASYSCALLFAILURE,
};

use crate::calls::{Call, Entry};
use crate::ledger::{Finding, Kind, Refusal};
use crate::scenario::{Action, Scenario};
use crate::state::{Shared, State};

thread_local! {
    /// The worlds that this thread has entered; it is in the last.
    static ENTERED: RefCell<Vec<Arc<Shared>>> = const { RefCell::new(Vec::new()) };
}

/// The worlds of threads that entered none themselves; the last counts.
static EVERYWHERE: RwLock<Vec<Arc<Shared>>> = RwLock::new(Vec::new());

/// The world that this thread is in, if it is in one.
pub(crate) fn entered() -> Option<Arc<Shared>> {
    let own = ENTERED.try_with(|worlds| worlds.borrow().last().cloned());
    own.ok().flatten().or_else(|| {
        let everywhere = EVERYWHERE.read().unwrap_or_else(PoisonError::into_inner);
        everywhere.last().cloned()
    })
}

/// The world that this thread is in, or the empty one: for what cannot fail.
pub(crate) fn current() -> Arc<Shared> {
    entered().unwrap_or_else(nowhere)
}

/// Has every thread be in a world that enters none itself.
pub(crate) fn enter_everywhere(world: Arc<Shared>) {
    let mut everywhere = EVERYWHERE.write().unwrap_or_else(PoisonError::into_inner);
    everywhere.push(world);
}

/// Ends that: the last stay in this world.
pub(crate) fn leave_everywhere(world: &Arc<Shared>) {
    let mut everywhere = EVERYWHERE.write().unwrap_or_else(PoisonError::into_inner);
    remove_last(&mut everywhere, world);
}

fn remove_last(worlds: &mut Vec<Arc<Shared>>, world: &Arc<Shared>) {
    let found = worlds.iter().rposition(|known| Arc::ptr_eq(known, world));
    found.map(|index| worlds.remove(index));
}

/// Goes into a world.
pub(crate) fn enter(world: Arc<Shared>) {
    // A thread whose storage is gone is on its way out and calls nothing more.
    let _ = ENTERED.try_with(|worlds| worlds.borrow_mut().push(world));
}

/// Leaves a world: the last stay in it ends.
pub(crate) fn leave(world: &Arc<Shared>) {
    let _ = ENTERED.try_with(|worlds| remove_last(&mut worlds.borrow_mut(), world));
}

/// The world of threads that are in none: nothing is there.
fn nowhere() -> Arc<Shared> {
    static NOWHERE: OnceLock<Arc<Shared>> = OnceLock::new();
    NOWHERE
        .get_or_init(|| Arc::new(Shared::new(Scenario::new())))
        .clone()
}

/// One call's stay in its world.
pub(crate) struct Visit<'w> {
    pub(crate) world: &'w Arc<Shared>,
    pub(crate) state: MutexGuard<'w, State>,
    pub(crate) entry: Entry,
    /// What happens in place of, or beside, what is documented.
    pub(crate) action: Option<Action>,
}

impl<'w> Visit<'w> {
    fn begin(world: &'w Arc<Shared>, call: Call) -> Self {
        let mut state = world.lock();
        let (entry, nth) = state.count(call);
        let action = state.faults.decide(call, nth);
        Self {
            world,
            state,
            entry,
            action,
        }
    }

    /// Checks a handle that the call was given.
    pub(crate) fn check(
        &mut self,
        handle: usize,
        fits: impl Fn(Kind) -> bool,
    ) -> Result<Kind, Refusal> {
        self.state.ledger.check(handle, self.entry, fits)
    }

    /// Ends the handle that the call was given.
    pub(crate) fn end(
        &mut self,
        handle: usize,
        fits: impl Fn(Kind) -> bool,
    ) -> Result<Kind, Refusal> {
        self.state.ledger.end(false, handle, self.entry, fits)
    }

    /// Waits until something in the world changes, at most until `limit`. Tells whether it was in time.
    pub(crate) fn wait(self, limit: Option<Instant>) -> (Self, bool) {
        let (state, in_time) = self.world.wait(self.state, limit);
        (Self { state, ..self }, in_time)
    }
}

/// Runs a function's work in the world of its thread. A call that a fault makes fail does nothing, unless it
/// is one that closes something. `outside` is the code of a call by a thread that is in no world; `None` says
/// that the work panicked.
fn guarded<T>(
    call: Call,
    outside: u32,
    code: fn(u32) -> T,
    body: impl FnOnce(Visit<'_>) -> T,
) -> Option<T> {
    let Some(world) = entered() else {
        return Some(code(outside));
    };
    let work = || {
        let visit = Visit::begin(&world, call);
        match visit.action {
            Some(Action::Fail(bits)) => {
                if call.is_closing() {
                    body(visit);
                }
                code(bits)
            }
            _ => body(visit),
        }
    };
    let result = catch_unwind(AssertUnwindSafe(work));
    result
        .map_err(|_| world.lock().ledger.note(Finding::Broken { call }))
        .ok()
}

/// A Winsock function: 0, or `SOCKET_ERROR` and the last error.
pub(crate) fn winsock(call: Call, body: impl FnOnce(Visit<'_>) -> Result<(), WSA_ERROR>) -> i32 {
    let code = |bits| Err(WSA_ERROR(bits as i32));
    let result = guarded(call, WSANOTINITIALISED.0 as u32, code, body);
    match result.unwrap_or(Err(WSASYSCALLFAILURE)) {
        Ok(()) => 0,
        Err(code) => {
            current().host().set_last_error(code.0 as u32);
            SOCKET_ERROR
        }
    }
}

/// A function that gives a value, or `failed` and the last error.
pub(crate) fn win32_value<T>(
    call: Call,
    failed: T,
    body: impl FnOnce(Visit<'_>) -> Result<T, WIN32_ERROR>,
) -> T {
    let code = |bits| Err(WIN32_ERROR(bits));
    let result = guarded(call, ERROR_NOT_READY.0, code, body);
    match result.unwrap_or(Err(ERROR_INTERNAL_ERROR)) {
        Ok(value) => value,
        Err(code) => {
            current().host().set_last_error(code.0);
            failed
        }
    }
}

/// A function that gives TRUE, or FALSE and the last error.
pub(crate) fn win32(call: Call, body: impl FnOnce(Visit<'_>) -> Result<(), WIN32_ERROR>) -> BOOL {
    win32_value(call, 0, |visit| body(visit).map(|()| 1))
}

/// A function of SSPI's, which gives its status.
pub(crate) fn sspi(
    call: Call,
    body: impl FnOnce(Visit<'_>) -> Result<(), SECURITY_STATUS>,
) -> SECURITY_STATUS {
    let code = |bits| Err(SECURITY_STATUS(bits as i32));
    match guarded(call, SEC_E_INTERNAL_ERROR.0 as u32, code, body) {
        Some(Ok(())) => SECURITY_STATUS(0),
        Some(Err(status)) => status,
        None => SEC_E_INTERNAL_ERROR,
    }
}

/// A function whose result carries no error: what it gives when the emulator itself fails is `broken`.
pub(crate) fn plain<T>(call: Call, broken: T, body: impl FnOnce(Visit<'_>) -> T) -> T {
    let world = current();
    let work = || body(Visit::begin(&world, call));
    let result = catch_unwind(AssertUnwindSafe(work));
    result.unwrap_or_else(|_| {
        world.lock().ledger.note(Finding::Broken { call });
        broken
    })
}

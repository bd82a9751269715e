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
use crate::ledger::Finding;
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

    /// The code that a fault makes the call fail with.
    fn failure(&self) -> Option<u32> {
        match self.action {
            Some(Action::Fail(code)) => Some(code),
            _ => None,
        }
    }

    /// Waits until something in the world changes, at most until `limit`. Tells whether it was in time.
    pub(crate) fn wait(self, limit: Option<Instant>) -> (Self, bool) {
        let Self {
            world,
            state,
            entry,
            action,
        } = self;
        let (state, in_time) = world.wait(state, limit);
        (
            Self {
                world,
                state,
                entry,
                action,
            },
            in_time,
        )
    }
}

/// Whether a fault keeps a function from doing its work.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// A call that fails does nothing.
    FailInstead,
    /// What is closed is closed; the call fails after it.
    FailAfterwards,
}

/// `outside` is the code of a call by a thread that is in no world, whatever it asks for.
fn fenced<T>(
    call: Call,
    order: Order,
    outside: u32,
    code: fn(u32) -> T,
    body: impl FnOnce(Visit<'_>) -> T,
) -> Option<T> {
    let Some(world) = entered() else {
        return Some(code(outside));
    };
    let work = || {
        let visit = Visit::begin(&world, call);
        let failure = visit.failure();
        match (failure, order) {
            (None, _) => body(visit),
            (Some(bits), Order::FailInstead) => code(bits),
            (Some(bits), Order::FailAfterwards) => {
                body(visit);
                code(bits)
            }
        }
    };
    let result = catch_unwind(AssertUnwindSafe(work));
    result
        .map_err(|_| world.lock().ledger.note(Finding::Broken { call }))
        .ok()
}

fn winsock_in(
    call: Call,
    order: Order,
    body: impl FnOnce(Visit<'_>) -> Result<(), WSA_ERROR>,
) -> i32 {
    let result = fenced(
        call,
        order,
        WSANOTINITIALISED.0 as u32,
        |bits| Err(WSA_ERROR(bits as i32)),
        body,
    );
    match result.unwrap_or(Err(WSASYSCALLFAILURE)) {
        Ok(()) => 0,
        Err(code) => {
            current().host().set_last_error(code.0 as u32);
            SOCKET_ERROR
        }
    }
}

/// A Winsock function: 0, or `SOCKET_ERROR` and the last error.
pub(crate) fn winsock(call: Call, body: impl FnOnce(Visit<'_>) -> Result<(), WSA_ERROR>) -> i32 {
    winsock_in(call, Order::FailInstead, body)
}

/// A Winsock function that closes something.
pub(crate) fn winsock_closing(
    call: Call,
    body: impl FnOnce(Visit<'_>) -> Result<(), WSA_ERROR>,
) -> i32 {
    winsock_in(call, Order::FailAfterwards, body)
}

fn win32_in<T>(
    call: Call,
    order: Order,
    failed: T,
    body: impl FnOnce(Visit<'_>) -> Result<T, WIN32_ERROR>,
) -> T {
    let result = fenced(
        call,
        order,
        ERROR_NOT_READY.0,
        |bits| Err(WIN32_ERROR(bits)),
        body,
    );
    match result.unwrap_or(Err(ERROR_INTERNAL_ERROR)) {
        Ok(value) => value,
        Err(code) => {
            current().host().set_last_error(code.0);
            failed
        }
    }
}

/// A function that gives a value, or `failed` and the last error.
pub(crate) fn win32_value<T>(
    call: Call,
    failed: T,
    body: impl FnOnce(Visit<'_>) -> Result<T, WIN32_ERROR>,
) -> T {
    win32_in(call, Order::FailInstead, failed, body)
}

/// A function that gives TRUE, or FALSE and the last error.
pub(crate) fn win32(call: Call, body: impl FnOnce(Visit<'_>) -> Result<(), WIN32_ERROR>) -> BOOL {
    win32_in(call, Order::FailInstead, 0, |visit| body(visit).map(|()| 1))
}

/// A function that closes something: TRUE, or FALSE and the last error.
pub(crate) fn win32_closing(
    call: Call,
    body: impl FnOnce(Visit<'_>) -> Result<(), WIN32_ERROR>,
) -> BOOL {
    win32_in(call, Order::FailAfterwards, 0, |visit| {
        body(visit).map(|()| 1)
    })
}

/// A function of SSPI's, which gives its status.
pub(crate) fn sspi(
    call: Call,
    body: impl FnOnce(Visit<'_>) -> Result<(), SECURITY_STATUS>,
) -> SECURITY_STATUS {
    sspi_in(call, Order::FailInstead, body)
}

/// A function of SSPI's that frees something.
pub(crate) fn sspi_closing(
    call: Call,
    body: impl FnOnce(Visit<'_>) -> Result<(), SECURITY_STATUS>,
) -> SECURITY_STATUS {
    sspi_in(call, Order::FailAfterwards, body)
}

fn sspi_in(
    call: Call,
    order: Order,
    body: impl FnOnce(Visit<'_>) -> Result<(), SECURITY_STATUS>,
) -> SECURITY_STATUS {
    let result = fenced(
        call,
        order,
        SEC_E_INTERNAL_ERROR.0 as u32,
        |bits| Err(SECURITY_STATUS(bits as i32)),
        body,
    );
    match result {
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

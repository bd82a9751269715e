//! Waiting on a thread of the system's pool: it wakes a task, and keeps an operation's memory until
//! the system is done with it.

use core::ffi::c_void;
use core::ptr;
use core::time::Duration;
use std::sync::Arc;

use winsec_ffi::{FILETIME, PTP_WAIT, TP_CALLBACK_INSTANCE, TP_WAIT, TP_WAIT_RESULT};

use super::event::{Event, Pace};
use super::flight::Flight;
use crate::error::{Call, Result};
use crate::sys;

/// What the pool's callback works on. It lives until the operation has ended.
struct Watch {
    flight: Arc<Flight>,
    pace: Pace,
}

/// Has the pool wait for the end of an operation, whose memory it keeps meanwhile. It may do so
/// already.
///
/// Where the system does not signal every end, the pool looks at the operation now and then, too.
pub(super) fn watch(flight: &Arc<Flight>) -> Result<()> {
    let Some(event) = flight.event() else {
        return Ok(());
    };
    if flight.set_watched(true) {
        return Ok(());
    }
    let mut watch = Box::new(Watch {
        flight: Arc::clone(flight),
        pace: Pace::new(),
    });
    let pause = watch.pace.next();
    let context = Box::into_raw(watch);
    // SAFETY: the callback has the right type, and its context lives until the callback frees it.
    let wait = unsafe { sys::CreateThreadpoolWait(Some(on_signal), context.cast(), ptr::null()) };
    if wait.is_null() {
        let error = sys::windows_error(Call::CreatePoolWait);
        flight.set_watched(false);
        // SAFETY: the pool has not taken the context, so it is still ours alone.
        drop(unsafe { Box::from_raw(context) });
        return Err(error);
    }
    arm(wait, event, pause);
    Ok(())
}

/// Has the pool call back when the event is signalled or the pause, if there is one, is over.
fn arm(wait: PTP_WAIT, event: &Event, pause: Option<Duration>) {
    let due = pause.map(from_now);
    let due = due.as_ref().map_or(ptr::null(), ptr::from_ref);
    // SAFETY: the wait object is open, the event is kept by the context's flight for as long as the
    // wait is armed, and the time, if there is one, is read during the call.
    unsafe { sys::SetThreadpoolWait(wait, event.raw(), due) };
}

/// A pause as the system wants it: a negative number of tenths of microseconds.
fn from_now(pause: Duration) -> FILETIME {
    let tenths = i64::try_from(pause.as_nanos() / 100).unwrap_or(i64::MAX);
    let bits = (-tenths) as u64;
    FILETIME {
        dwLowDateTime: bits as u32,
        dwHighDateTime: (bits >> 32) as u32,
    }
}

/// Called on a thread of the pool, once for each arming.
///
/// # Safety
///
/// `context` is the [`Watch`] that was given with `wait`, and nobody else uses it.
unsafe extern "system" fn on_signal(
    _instance: *mut TP_CALLBACK_INSTANCE,
    context: *mut c_void,
    wait: *mut TP_WAIT,
    _result: TP_WAIT_RESULT,
) {
    let context = context.cast::<Watch>();
    // SAFETY: the context is alive until it is freed below, and an armed wait calls back once.
    let watch = unsafe { &mut *context };
    let again = watch.flight.event().filter(|_| !watch.flight.is_ended());
    if let Some(event) = again {
        // A signal is no proof of the end: anybody who knows the event may have given it.
        watch.flight.clear_false_signal();
        arm(wait, event, watch.pace.next());
        return;
    }
    // SAFETY: the wait is not armed; the pool frees it when this callback has returned.
    unsafe { sys::CloseThreadpoolWait(wait) };
    // SAFETY: the wait calls back no more, so the context is ours alone again.
    let watch = unsafe { Box::from_raw(context) };
    watch.flight.set_watched(false);
    watch.flight.wake();
}

//! The event that the system signals when an operation has ended, and how long to wait for it.

use core::ptr;
use core::time::Duration;

use winsec_ffi::{FALSE, HANDLE, TRUE, WAIT_FAILED, WAIT_OBJECT_0};

use crate::backend::{Backend, backend};
use crate::error::{Call, Result};
use crate::os::{AsRawHandle, FromRawHandle, OwnedHandle};
use crate::sys;

/// A manual-reset event, closed when this value goes.
pub(super) struct Event(OwnedHandle);

impl Event {
    /// A new event that is not signalled.
    pub(super) fn new() -> Result<Self> {
        // SAFETY: no attributes and no name are given.
        let handle = unsafe { sys::CreateEventW(ptr::null(), TRUE, FALSE, ptr::null()) };
        if handle.is_null() {
            return Err(sys::windows_error(Call::CreateEvent));
        }
        // SAFETY: the handle was just made, and nobody else has it.
        Ok(Self(unsafe { OwnedHandle::from_raw_handle(handle) }))
    }

    pub(super) fn raw(&self) -> HANDLE {
        self.0.as_raw_handle()
    }

    /// The handle with its lowest bit set, which the system ignores in a handle and reads as: post
    /// nothing to a completion port. The socket may be tied to the port of somebody's runtime,
    /// which would take our operation for one of its own.
    pub(super) fn for_overlapped(&self) -> HANDLE {
        self.raw().map_addr(|handle| handle | 1)
    }

    /// Takes back a signal that came before the end of the operation: see
    /// [`Flight::clear_false_signal`](super::flight::Flight::clear_false_signal).
    pub(super) fn reset(&self) {
        // SAFETY: the event is open.
        unsafe { sys::ResetEvent(self.raw()) };
    }

    /// Signals the event.
    pub(super) fn set(&self) {
        // SAFETY: the event is open.
        unsafe { sys::SetEvent(self.raw()) };
    }

    /// Waits until the event is signalled or the time is up; tells which.
    pub(super) fn wait(&self, pause: Duration) -> Result<bool> {
        // SAFETY: the event is open for as long as `self` is borrowed.
        match unsafe { sys::WaitForSingleObject(self.raw(), milliseconds(pause)) } {
            WAIT_OBJECT_0 => Ok(true),
            WAIT_FAILED => Err(sys::windows_error(Call::Wait)),
            _ => Ok(false),
        }
    }
}

/// How long to wait before looking at an operation again.
///
/// A system signals an operation's event when it ends, so that one wait is enough. Wine does not signal
/// the event of an operation that it refuses: there the pauses are short first, then longer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace(Option<Duration>);

impl Pace {
    const FIRST: Duration = Duration::from_millis(8);
    const LAST: Duration = Duration::from_millis(512);

    pub(super) fn new() -> Self {
        Self((backend() == Backend::Wine).then_some(Self::FIRST))
    }

    /// The next pause; `None` where the signal is all there is to wait for.
    pub(super) fn next(&mut self) -> Option<Duration> {
        let pause = self.0;
        self.0 = pause.map(|pause| (pause * 2).min(Self::LAST));
        pause
    }
}

/// A pause in whole milliseconds, rounded up, and never the number that means *for ever*.
pub(super) fn milliseconds(pause: Duration) -> u32 {
    let whole = pause.as_nanos().div_ceil(1_000_000);
    u32::try_from(whole)
        .unwrap_or(u32::MAX - 1)
        .min(u32::MAX - 1)
}

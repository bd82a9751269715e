//! The event that the system signals when an operation has ended.

use core::ptr;
use core::time::Duration;

use winsec_ffi::{FALSE, HANDLE, TRUE, WAIT_FAILED, WAIT_OBJECT_0};

use super::pace::milliseconds;
use crate::error::{Call, Error, Result};
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
            return Err(last_error(Call::CreateEvent));
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

    /// Waits until the event is signalled or the time is up; tells which.
    pub(super) fn wait(&self, pause: Duration) -> Result<bool> {
        // SAFETY: the event is open for as long as `self` is borrowed.
        match unsafe { sys::WaitForSingleObject(self.raw(), milliseconds(pause)) } {
            WAIT_OBJECT_0 => Ok(true),
            WAIT_FAILED => Err(last_error(Call::Wait)),
            _ => Ok(false),
        }
    }
}

/// The error of a function of Windows proper that has just failed on this thread.
pub(super) fn last_error(call: Call) -> Error {
    // SAFETY: it takes nothing and reads this thread's last code.
    Error::windows(call, unsafe { sys::GetLastError() })
}

//! The memory that an operation lends to the system, until the system is done with it.

use core::cell::UnsafeCell;
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::task::Waker;

use winsec_ffi::{
    ERROR_NOT_FOUND, FALSE, HANDLE, LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SOCKET,
    STATUS_PENDING, WSA_ERROR, WSA_IO_INCOMPLETE, WSA_IO_PENDING,
};

use super::event::{Event, last_error};
use super::outcome::Outcome;
use super::request::Blob;
use crate::error::{Call, Result};
use crate::query::{Answer, Expected};
use crate::sys::{self, Buffers, Failure, Target};

/// One operation's memory.
///
/// From [`launch`](Self::launch) until [`is_ended`](Self::is_ended) the system writes to it. Whoever
/// holds the last reference keeps it for that long, or for ever.
pub(super) struct Flight {
    lent: UnsafeCell<Lent>,
    room: usize,
    expected: Expected,
    phase: AtomicU8,
    event: Option<Event>,
    watched: AtomicBool,
    waker: Mutex<Option<Waker>>,
}

/// What the system reads and writes.
struct Lent {
    overlapped: OVERLAPPED,
    len: u32,
    input: Blob,
    output: Vec<u64>,
}

// SAFETY: `lent` is written to by the system alone while an operation runs; before and after, it is
// touched by the one who launches or by the one who takes the answer, of whom `phase` lets one only
// through. The one member that is read meanwhile is read atomically.
unsafe impl Send for Flight {}
// SAFETY: as above.
unsafe impl Sync for Flight {}

/// Nothing has been begun, or what was begun has been settled.
const SETTLED: u8 = 0;
/// The system has begun an operation whose answer nobody has taken.
const BEGUN: u8 = 1;

/// What became of an attempt to begin.
pub(super) enum Launch {
    /// The operation has ended already, with an answer of this length.
    Done(u32),
    /// It runs.
    Begun,
    /// It has not begun.
    Refused(Failure),
}

impl Flight {
    /// Memory for an operation with this input and so much room for an answer.
    pub(super) fn new(
        call: Call,
        input: Blob,
        room: usize,
        expected: Expected,
        event: Option<Event>,
    ) -> Result<Self> {
        let output = sys::zeroed(call, room)?;
        let lent = Lent {
            overlapped: OVERLAPPED::default(),
            len: room as u32,
            input,
            output,
        };
        Ok(Self {
            lent: UnsafeCell::new(lent),
            room,
            expected,
            phase: AtomicU8::new(SETTLED),
            event,
            watched: AtomicBool::new(false),
            waker: Mutex::new(None),
        })
    }

    /// Hands the memory to the system. `user` is what the system keeps in `hEvent`: the event, or
    /// with a routine whatever the routine wants to find there.
    ///
    /// # Safety
    ///
    /// The flight is launched once, and it stays alive and in place until it
    /// [has ended](Self::is_ended); with a routine, until the routine has been called.
    pub(super) unsafe fn launch(
        &self,
        target: Target,
        user: HANDLE,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    ) -> Launch {
        let overlapped = self.overlapped();
        // SAFETY: the operation has not begun, so nobody else touches the structure.
        unsafe { (*overlapped).hEvent = user };
        // The system overwrites this when it makes use of the structure, at the latest when the
        // operation ends; a value that stays tells that it made none.
        // SAFETY: as above.
        unsafe { (*overlapped).Internal = STATUS_PENDING as usize };
        // SAFETY: as above.
        let input = unsafe { &(*self.lent.get()).input };
        // SAFETY: as above; the vector's memory stays where it is.
        let output = unsafe { &mut (*self.lent.get()).output }.as_mut_ptr();
        let buffers = Buffers {
            input: if input.len() == 0 {
                ptr::null()
            } else {
                input.words().as_ptr().cast()
            },
            input_len: input.len() as u32,
            output: if self.room == 0 {
                ptr::null_mut()
            } else {
                output.cast()
            },
            // SAFETY: only the address is taken.
            output_len: unsafe { &raw mut (*self.lent.get()).len },
            overlapped,
            routine,
        };
        // SAFETY: the buffers are aligned, as large as the lengths say, and part of this flight,
        // which the caller keeps for as long as it takes.
        match unsafe { sys::submit(target, buffers) } {
            Ok(()) => Launch::Done(self.reported_length()),
            Err(WSA_IO_PENDING) => {
                self.phase.store(BEGUN, Ordering::Release);
                Launch::Begun
            }
            Err(code) => Launch::Refused(Failure {
                code,
                len: self.reported_length(),
            }),
        }
    }

    /// The length that the system left.
    pub(super) fn reported_length(&self) -> u32 {
        // SAFETY: a plain integer is read; the system writes it while an operation runs only, and
        // callers ask when none does.
        unsafe { (*self.lent.get()).len }
    }

    fn overlapped(&self) -> *mut OVERLAPPED {
        // SAFETY: only the address is taken; the cell's memory is alive.
        unsafe { &raw mut (*self.lent.get()).overlapped }
    }

    /// The operation's status, as the system last wrote it.
    fn status(&self) -> i32 {
        // SAFETY: only the address is taken; the structure is alive.
        let internal = unsafe { &raw mut (*self.overlapped()).Internal };
        // SAFETY: it is aligned and alive, and the system writes it in one piece.
        let internal = unsafe { AtomicUsize::from_ptr(internal) };
        internal.load(Ordering::Acquire) as i32
    }

    /// Whether the system has left the `OVERLAPPED` alone, as it does when the socket is not one
    /// for overlapped operations.
    pub(super) fn is_untouched(&self) -> bool {
        self.status() == STATUS_PENDING
    }

    /// Whether the system is done with the memory.
    pub(super) fn is_ended(&self) -> bool {
        self.phase.load(Ordering::Acquire) != BEGUN || self.status() != STATUS_PENDING
    }

    /// How the operation ended: with an answer of this length, or with a code. `None` while it
    /// runs.
    pub(super) fn outcome(&self, socket: SOCKET) -> Option<core::result::Result<u32, WSA_ERROR>> {
        if !self.is_ended() {
            return None;
        }
        let mut transferred = 0;
        let mut flags = 0;
        // SAFETY: the structure is the operation's own, and the other two are places of ours.
        let success = unsafe {
            sys::WSAGetOverlappedResult(
                socket,
                self.overlapped(),
                &raw mut transferred,
                FALSE,
                &raw mut flags,
            )
        };
        if success != FALSE {
            return Some(Ok(transferred));
        }
        // SAFETY: it takes nothing and reads this thread's last code.
        match unsafe { sys::WSAGetLastError() } {
            WSA_IO_INCOMPLETE => None,
            code => Some(Err(code)),
        }
    }

    /// Takes the answer of an operation that has ended well, once.
    pub(super) fn take<T: Outcome>(&self, reported: u32) -> Result<T> {
        self.phase.store(SETTLED, Ordering::Release);
        // SAFETY: the operation has ended, so the system writes no more.
        let lent = unsafe { &*self.lent.get() };
        // SAFETY: the operation succeeded, and whoever gets here settles it for good.
        T::read(unsafe { Answer::new(&lent.output, self.room, reported, self.expected) })
    }

    /// Notes that an operation ended without an answer.
    pub(super) fn settle(&self) {
        self.phase.store(SETTLED, Ordering::Release);
    }

    /// Asks the system to end the operation early.
    pub(super) fn cancel(&self, socket: SOCKET) -> Result<()> {
        let handle = ptr::with_exposed_provenance_mut(socket);
        // SAFETY: the structure is alive, and belongs to an operation of this socket or to none.
        if unsafe { sys::CancelIoEx(handle, self.overlapped()) } != FALSE {
            return Ok(());
        }
        // SAFETY: it takes nothing and reads this thread's last code.
        match unsafe { sys::GetLastError() } {
            ERROR_NOT_FOUND => Ok(()),
            _ => Err(last_error(Call::Cancel)),
        }
    }

    pub(super) const fn event(&self) -> Option<&Event> {
        self.event.as_ref()
    }

    /// Notes whether the pool waits for the end, and tells whether it did.
    pub(super) fn set_watched(&self, watched: bool) -> bool {
        self.watched.swap(watched, Ordering::AcqRel)
    }

    /// Keeps the task to wake at the end, in place of any other.
    pub(super) fn wake_later(&self, waker: &Waker) {
        let mut place = self.waker.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *place {
            Some(kept) => kept.clone_from(waker),
            None => *place = Some(waker.clone()),
        }
    }

    /// Wakes the task that waits for the end, if one does.
    pub(super) fn wake(&self) {
        let waker = self
            .waker
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// The length of an answer that arrived and was never taken.
    fn unread(&mut self) -> Option<u32> {
        let begun = *self.phase.get_mut() == BEGUN;
        let status = self.status();
        let succeeded = status >= 0 && status != STATUS_PENDING;
        let len = self.lent.get_mut().overlapped.InternalHigh;
        (begun && succeeded).then(|| u32::try_from(len).unwrap_or(u32::MAX))
    }
}

impl Drop for Flight {
    /// Closes the tokens of an answer that nobody wanted any more.
    fn drop(&mut self) {
        if let Some(len) = self.unread() {
            let output = &self.lent.get_mut().output;
            // SAFETY: the operation succeeded and nobody has read its answer.
            let answer = unsafe { Answer::new(output, self.room, len, self.expected) };
            drop(answer.read());
        }
    }
}

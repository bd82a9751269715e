//! The memory that an operation lends to the system, until the system is done with it: what goes in,
//! what comes out, and how far the operation is.

use core::cell::UnsafeCell;
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::task::Waker;

use winsec_ffi::{
    ERROR_NOT_FOUND, FALSE, HANDLE, LPWSAOVERLAPPED_COMPLETION_ROUTINE, OVERLAPPED, SOCKET,
    STATUS_PENDING, WSA_ERROR, WSA_IO_INCOMPLETE, WSA_IO_PENDING,
};

use zeroize::Zeroizing;

use super::event::Event;
use crate::error::{Call, Error, ErrorKind, Result};
use crate::question::Template;
use crate::security::{Answer, ConnectionSecurity, Expected};
use crate::sys::{self, Buffers, Failure, Target};

/// One operation's memory.
///
/// From [`launch`](Self::launch) until [`is_ended`](Self::is_ended) the system writes to it. Whoever
/// holds the last reference keeps it for that long, or for ever.
pub(super) struct Flight {
    call: Call,
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

// SAFETY: `lent` is written to by the system alone while an operation runs. Before, it is touched by
// the one who moves `phase` from `NEW`; afterwards, by the one who moves it from `ENDED`: one each. The
// one member that is read meanwhile is read atomically.
unsafe impl Send for Flight {}
// SAFETY: as above.
unsafe impl Sync for Flight {}

/// Nobody has launched it.
const NEW: u8 = 0;
/// The system may write to its memory.
const RUNNING: u8 = 1;
/// The system has written its answer, and writes no more.
const ENDED: u8 = 2;
/// Its answer has been taken, or there is none.
const SETTLED: u8 = 3;

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
            call,
            lent: UnsafeCell::new(lent),
            room,
            expected,
            phase: AtomicU8::new(NEW),
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
    /// The flight stays alive and in place until it [has ended](Self::is_ended); with a routine, until
    /// the routine has been called.
    ///
    /// # Panics
    ///
    /// It has been launched before.
    pub(super) unsafe fn launch(
        &self,
        target: Target,
        user: HANDLE,
        routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    ) -> Launch {
        assert!(self.pass(NEW, RUNNING), "a flight is launched once");
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
            Ok(()) => {
                self.pass(RUNNING, ENDED);
                Launch::Done(self.reported_length())
            }
            Err(WSA_IO_PENDING) => Launch::Begun,
            Err(code) => {
                self.pass(RUNNING, SETTLED);
                Launch::Refused(Failure {
                    code,
                    len: self.reported_length(),
                })
            }
        }
    }

    /// Goes from one phase to another; tells whether the flight was in the first.
    fn pass(&self, from: u8, to: u8) -> bool {
        self.phase
            .compare_exchange(from, to, Ordering::AcqRel, Ordering::Acquire)
            .is_ok()
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
        self.phase.load(Ordering::Acquire) != RUNNING || self.status() != STATUS_PENDING
    }

    /// Takes back a signal of the event that came before the end, which a wait would return for at
    /// once, again and again.
    ///
    /// The end may come between the look and the reset: then the event is signalled anew.
    pub(super) fn clear_false_signal(&self) {
        if let Some(event) = self.event().filter(|_| !self.is_ended()) {
            event.reset();
            if self.is_ended() {
                event.set();
            }
        }
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
            self.pass(RUNNING, ENDED);
            return Some(Ok(transferred));
        }
        match sys::winsock_code() {
            WSA_IO_INCOMPLETE => None,
            code => {
                self.pass(RUNNING, SETTLED);
                Some(Err(code))
            }
        }
    }

    /// Notes what the system has told a routine: the operation has ended, well or not.
    ///
    /// # Safety
    ///
    /// The system has said so: it writes to the memory no more.
    pub(super) unsafe fn end(&self, well: bool) {
        if well {
            self.pass(RUNNING, ENDED);
        } else {
            self.phase.store(SETTLED, Ordering::Release);
        }
    }

    /// Takes the answer of an operation that has ended well, once.
    ///
    /// # Errors
    ///
    /// The answer cannot be right; [`AlreadyTaken`](ErrorKind::AlreadyTaken) when it has been taken, or
    /// there is none.
    pub(super) fn take<T: Outcome>(&self, reported: u32) -> Result<T> {
        if !self.pass(ENDED, SETTLED) {
            return Err(Error::own(self.call, ErrorKind::AlreadyTaken));
        }
        // SAFETY: the operation has ended, so the system writes no more, and one alone gets here.
        let lent = unsafe { &*self.lent.get() };
        // SAFETY: the operation succeeded, and one alone gets here.
        T::read(unsafe { Answer::new(&lent.output, self.room, reported, self.expected) })
    }

    /// Asks the system to end the operation early.
    pub(super) fn cancel(&self, socket: SOCKET) -> Result<()> {
        let handle = ptr::with_exposed_provenance_mut(socket);
        // SAFETY: the structure is alive, and belongs to an operation of this socket or to none.
        if unsafe { sys::CancelIoEx(handle, self.overlapped()) } != FALSE {
            return Ok(());
        }
        match sys::windows_code() {
            ERROR_NOT_FOUND => Ok(()),
            code => Err(Error::windows(Call::Cancel, code)),
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
        let phase = *self.phase.get_mut();
        let status = self.status();
        let succeeded = match phase {
            RUNNING => status >= 0 && status != STATUS_PENDING,
            phase => phase == ENDED,
        };
        let len = self.lent.get_mut().overlapped.InternalHigh;
        succeeded.then(|| u32::try_from(len).unwrap_or(u32::MAX))
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

/// What an operation asks or hands over.
pub(crate) enum Request {
    /// A query, which can be made again with more room.
    Query {
        template: Template,
        expected: Expected,
    },
    /// Data for the system, of which nothing comes back but success.
    Data(Blob),
}

/// Data for the system: a structure and what is appended to it. It is wiped when it goes.
pub(crate) struct Blob {
    words: Zeroizing<Vec<u64>>,
    len: usize,
}

impl Blob {
    /// No data, which stands for the system's defaults.
    pub(crate) fn none() -> Self {
        Self {
            words: Zeroizing::new(Vec::new()),
            len: 0,
        }
    }

    /// Zeros: `len` bytes that the system is told of, in memory of `room` bytes.
    pub(crate) fn zeroed(call: Call, len: usize, room: usize) -> Result<Self> {
        Ok(Self {
            words: Zeroizing::new(sys::zeroed(call, room.max(len))?),
            len,
        })
    }

    /// A copy of some words, of which `len` bytes count.
    pub(crate) fn copy(call: Call, words: &[u64], len: usize) -> Result<Self> {
        let mut blob = Self::zeroed(call, len, len)?;
        let count = blob.words.len();
        blob.words.copy_from_slice(&words[..count]);
        Ok(blob)
    }

    /// The words that hold it.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The words that hold it, to fill them.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// How many bytes the system is told of; zero stands for no data.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }
}

/// What an [`Operation`](super::Operation) results in: an answer, or nothing but success.
///
/// It cannot be implemented outside of this crate.
#[expect(private_bounds, reason = "that is what seals it")]
pub trait Outcome: Read {}

/// Reads what the system wrote.
pub(super) trait Read: Sized {
    fn read(answer: Answer<'_>) -> Result<Self>;
}

impl Outcome for () {}

impl Read for () {
    /// Data that was handed over has no answer.
    fn read(_: Answer<'_>) -> Result<Self> {
        Ok(())
    }
}

impl Outcome for ConnectionSecurity {}

impl Read for ConnectionSecurity {
    fn read(answer: Answer<'_>) -> Result<Self> {
        answer.read()
    }
}

//! Overlapped operations: started now, completed now, later, never, or after cancellation.

mod result;
mod run;
mod status;

use std::fmt;
use std::time::Instant;

use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, SOCKET, STATUS_PENDING, WSA_ERROR, WSA_OPERATION_ABORTED,
};

pub(crate) use self::result::result;
pub(crate) use self::run::{Failure, Request, run};

use crate::books::Finding;
use crate::calls::Entry;
use crate::host::Host;
use crate::memory::{Input, Mailbox};
use crate::scenario::{Cancel, Completion};
use crate::world::State;

/// What an operation does once its time has come; it gives the number of bytes transferred.
pub(crate) type Work = Box<dyn FnOnce(&mut State, &dyn Host) -> Result<u32, Failure> + Send>;

/// A completion routine with what it is called with.
pub struct Routine {
    routine: unsafe extern "system" fn(WSA_ERROR, u32, *mut winsec_ffi::OVERLAPPED, u32),
    code: WSA_ERROR,
    transferred: u32,
    mailbox: Mailbox,
}

impl fmt::Debug for Routine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Routine")
            .field("code", &self.code)
            .field("transferred", &self.transferred)
            .finish_non_exhaustive()
    }
}

impl Routine {
    /// Calls it.
    ///
    /// # Safety
    ///
    /// Only on the thread that started the operation, in an alertable wait, once.
    pub unsafe fn call(self) {
        // SAFETY: the caller of the function that started the operation gave a routine that may be
        // called so, with its own OVERLAPPED.
        unsafe { (self.routine)(self.code, self.transferred, self.mailbox.raw(), 0) };
    }
}

/// When an operation completes.
#[derive(Clone, Copy, Debug)]
enum Due {
    OnAdvance,
    At(Instant),
    Never,
}

/// An operation that is running.
struct Operation {
    entry: Entry,
    socket: SOCKET,
    mailbox: Mailbox,
    routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    thread: u64,
    host_thread: u64,
    due: Due,
    cancel: Cancel,
    aborted: bool,
    reported: bool,
    input: Input,
    before: Vec<u8>,
    work: Work,
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("entry", &self.entry)
            .field("socket", &self.socket)
            .field("due", &self.due)
            .finish_non_exhaustive()
    }
}

/// The operations that are running.
#[derive(Debug, Default)]
pub(crate) struct Operations {
    running: Vec<Operation>,
}

impl Operations {
    /// The call that started the operation that uses this mailbox.
    fn using(&self, mailbox: Mailbox) -> Option<Entry> {
        let mut running = self.running.iter();
        running
            .find(|operation| operation.mailbox == mailbox)
            .map(|operation| operation.entry)
    }

    /// Whether the operation that uses this mailbox tells a routine of its end.
    pub(crate) fn has_routine(&self, mailbox: Mailbox) -> bool {
        let mut running = self.running.iter();
        running.any(|operation| operation.mailbox == mailbox && operation.routine.is_some())
    }

    /// What is still running and was not reported yet.
    pub(crate) fn report_unfinished(&mut self) -> Vec<Finding> {
        let unreported = self
            .running
            .iter_mut()
            .filter(|operation| !operation.reported);
        unreported
            .map(|operation| {
                operation.reported = true;
                Finding::Unfinished {
                    by: operation.entry,
                }
            })
            .collect()
    }

    /// When the clock has something to do next.
    pub(crate) fn next_due(&self) -> Option<Instant> {
        let due = |operation: &Operation| match operation.due {
            Due::At(instant) => Some(instant),
            Due::OnAdvance | Due::Never => None,
        };
        self.running.iter().filter_map(due).min()
    }
}

/// Completes what `chosen` says, and tells how many that were.
fn complete(state: &mut State, host: &dyn Host, chosen: impl Fn(&Operation) -> bool) -> usize {
    let mut count = 0;
    while let Some(index) = state.operations.running.iter().position(&chosen) {
        let operation = state.operations.running.remove(index);
        finish(state, host, operation);
        count += 1;
    }
    count
}

/// Completes what waits for the world to advance.
pub(crate) fn advance(state: &mut State, host: &dyn Host) -> usize {
    complete(state, host, |operation| {
        matches!(operation.due, Due::OnAdvance)
    })
}

/// Completes what is due by now.
pub(crate) fn tick(state: &mut State, host: &dyn Host, now: Instant) -> usize {
    complete(
        state,
        host,
        |operation| matches!(operation.due, Due::At(due) if due <= now),
    )
}

/// Aborts the operations of a socket that is closed.
pub(crate) fn abort_of_socket(state: &mut State, host: &dyn Host, socket: SOCKET) -> usize {
    abort(state, host, |operation| operation.socket == socket)
}

/// Aborts the operations of a thread that ends.
pub(crate) fn abort_of_thread(state: &mut State, host: &dyn Host, thread: u64) -> usize {
    abort(state, host, |operation| operation.thread == thread)
}

fn abort(state: &mut State, host: &dyn Host, chosen: impl Fn(&Operation) -> bool) -> usize {
    for operation in state
        .operations
        .running
        .iter_mut()
        .filter(|operation| chosen(operation))
    {
        operation.aborted = true;
    }
    complete(state, host, chosen)
}

/// Asks for the end of a socket's operations: of one, or of all when the mailbox is null. Tells
/// whether there was any.
pub(crate) fn cancel(state: &mut State, host: &dyn Host, socket: SOCKET, one: Mailbox) -> bool {
    let now = Instant::now();
    let mut any = false;
    let meant = |operation: &Operation| {
        operation.socket == socket && (one.is_null() || operation.mailbox == one)
    };
    for operation in state
        .operations
        .running
        .iter_mut()
        .filter(|operation| meant(operation))
    {
        any = true;
        let due = match operation.cancel {
            Cancel::Abort => Due::At(now),
            Cancel::AbortOnAdvance => Due::OnAdvance,
            Cancel::AbortAfter(delay) => Due::At(now + delay),
            Cancel::TooLate => continue,
        };
        operation.aborted = true;
        operation.due = due;
    }
    complete(state, host, |operation| {
        meant(operation) && operation.aborted && operation.cancel == Cancel::Abort
    });
    any
}

fn due(completion: Completion, now: Instant) -> Due {
    match completion {
        Completion::Immediate => Due::At(now),
        Completion::OnAdvance => Due::OnAdvance,
        Completion::After(delay) => now.checked_add(delay).map_or(Due::Never, Due::At),
        Completion::Never => Due::Never,
    }
}

/// Does the work, unless it was aborted, and tells its outcome.
fn finish(state: &mut State, host: &dyn Host, operation: Operation) {
    let Operation {
        entry,
        mailbox,
        routine,
        host_thread,
        aborted,
        input,
        before,
        work,
        ..
    } = operation;
    if input.bytes() != before {
        state.books.note(Finding::InputChanged { by: entry });
    }
    let outcome = if aborted {
        Err(WSA_OPERATION_ABORTED)
    } else {
        work(state, host).map_err(|failure| failure.code)
    };
    announce(state, host, mailbox, routine, host_thread, outcome);
}

/// Writes the outcome to the mailbox, then signals the event or queues the routine.
fn announce(
    state: &mut State,
    host: &dyn Host,
    mailbox: Mailbox,
    routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    thread: u64,
    outcome: Result<u32, WSA_ERROR>,
) {
    let (code, transferred) = match outcome {
        Ok(transferred) => (WSA_ERROR(0), transferred),
        Err(code) => (code, 0),
    };
    // Once the status is there the owner may do away with the OVERLAPPED: nothing is read after it.
    let event = mailbox.event().addr() & !1;
    let status = outcome.map_or_else(status::from_code, |_| status::STATUS_SUCCESS);
    mailbox.post(status, transferred);
    match routine {
        Some(routine) => {
            let routine = Routine {
                routine,
                code,
                transferred,
                mailbox,
            };
            if let Err(routine) = host.queue(thread, routine) {
                state.routines.entry(thread).or_default().push_back(routine);
            }
        }
        None if event != 0 && !host.signal(event) => state.events.set(event, true),
        None => {}
    }
}

/// Marks the mailbox as one of a running operation.
fn mark_pending(mailbox: Mailbox) {
    mailbox.post(STATUS_PENDING, 0);
}

//! Overlapped operations: started now, completed now, later, never, or after cancellation.
#![allow(
    clippy::missing_const_for_thread_local,
    reason = "they are const, which clippy 1.96 does not see where the system keeps them"
)]

use std::cell::RefCell;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Instant;

use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, NTSTATUS, SOCKET, STATUS_PENDING, WSA_ERROR,
    WSA_INVALID_HANDLE, WSA_INVALID_PARAMETER, WSA_IO_INCOMPLETE, WSA_IO_PENDING,
    WSA_OPERATION_ABORTED, WSAEACCES, WSAEAFNOSUPPORT, WSAECONNRESET, WSAEFAULT, WSAEINVAL,
    WSAEMSGSIZE, WSAENETDOWN, WSAENOBUFS, WSAENOTCONN, WSAENOTSOCK, WSAEOPNOTSUPP, WSAETIMEDOUT,
};

use crate::boundary::Visit;
use crate::host::{Host, Routine, thread_number};
use crate::ledger::{Finding, Kind};
use crate::memory::{Input, Mailbox, Out};
use crate::scenario::{Action, Cancel, Completion};
use crate::state::operations::{Due, Failure, Operation};
use crate::state::sockets::find;
use crate::state::{Shared, State};

/// What the caller passed beside the operation's own arguments.
#[derive(Debug)]
pub(crate) struct Request {
    /// The socket.
    pub(crate) socket: SOCKET,
    /// The input, which must stay as it is until the operation has completed.
    pub(crate) input: Input,
    /// Where the number of bytes goes if the operation does not last.
    pub(crate) length: Out<u32>,
    /// The `OVERLAPPED`, or null.
    pub(crate) mailbox: Mailbox,
    /// The completion routine.
    pub(crate) routine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
}

/// Runs `work` for a socket that is known to exist.
pub(crate) fn run<W>(mut visit: Visit<'_>, request: Request, work: W) -> Result<(), WSA_ERROR>
where
    W: FnOnce(&mut State, &dyn Host) -> Result<u32, Failure> + Send + 'static,
{
    let Request {
        socket,
        input,
        length,
        mailbox,
        routine,
    } = request;
    let world = visit.world;
    let host = world.host();
    let found = visit.state.sockets.get(socket);
    let (overlapped, completion, cancel) = found.map_or_else(Default::default, |found| {
        (
            found.spec.overlapped,
            found.spec.completion,
            found.spec.cancel,
        )
    });
    let asynchronous = overlapped && !mailbox.is_null();
    if asynchronous {
        if let Some(first) = visit.state.operations.using(mailbox) {
            let address = mailbox.address();
            let second = visit.entry;
            visit.state.ledger.note(Finding::MailboxInUse {
                address,
                first,
                second,
            });
            return Err(WSA_INVALID_PARAMETER);
        }
    }
    let completion = match visit.action {
        Some(Action::Complete(other)) => other,
        _ => completion,
    };
    let work = finishing(visit.action.take(), work);
    if asynchronous && completion != Completion::Immediate {
        mailbox.post(STATUS_PENDING, 0);
        started_in(world);
        let due = due(completion, Instant::now());
        visit.state.operations.running.push(Operation {
            entry: visit.entry,
            socket,
            mailbox,
            routine,
            thread: thread_number(),
            host_thread: host.current_thread(),
            due,
            cancel,
            aborted: false,
            reported: false,
            input,
            before: input.bytes().to_vec(),
            work: Box::new(work),
        });
        keep_time(world, &mut visit.state);
        return Err(WSA_IO_PENDING);
    }
    let outcome = work(&mut visit.state, host);
    match outcome {
        Ok(transferred) => {
            length.put(transferred);
            if asynchronous {
                let thread = host.current_thread();
                announce(
                    &mut visit.state,
                    host,
                    mailbox,
                    routine,
                    thread,
                    Ok(transferred),
                );
                world.changed();
            }
            Ok(())
        }
        Err(failure) => {
            if let Some(needed) = failure.needed {
                length.put(needed);
            }
            Err(failure.code)
        }
    }
}

/// The work, or the failure that a fault puts in its place.
fn finishing<W>(
    action: Option<Action>,
    work: W,
) -> impl FnOnce(&mut State, &dyn Host) -> Result<u32, Failure> + Send + 'static
where
    W: FnOnce(&mut State, &dyn Host) -> Result<u32, Failure> + Send + 'static,
{
    move |state, host| match action {
        Some(Action::FinishWith(code)) => Err(WSA_ERROR(code as i32).into()),
        _ => work(state, host),
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
fn tick(state: &mut State, host: &dyn Host, now: Instant) -> usize {
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
fn abort_of_thread(state: &mut State, host: &dyn Host, thread: u64) -> usize {
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
        state.ledger.note(Finding::InputChanged { by: entry });
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
    let status = outcome.map_or_else(status_of_code, |_| STATUS_SUCCESS);
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

/// Gives the number of bytes that were transferred; waits for it if told to.
pub(crate) fn result(
    mut visit: Visit<'_>,
    socket: SOCKET,
    mailbox: Mailbox,
    transfer: Out<u32>,
    wait: bool,
    flags: Out<u32>,
) -> Result<(), WSA_ERROR> {
    let world = visit.world;
    let by = visit.entry;
    find(&mut visit.state, world.host(), socket, by)?;
    if mailbox.is_null() || transfer.is_null() || flags.is_null() {
        return Err(WSAEFAULT);
    }
    if wait && mailbox.status() == STATUS_PENDING {
        if visit.state.operations.has_routine(mailbox) {
            visit.state.ledger.note(Finding::WaitedWithRoutine { by });
            return Err(WSA_INVALID_PARAMETER);
        }
        let event = mailbox.event().addr() & !1;
        if visit.state.ledger.open_handle(event) != Some(Kind::Event) {
            return Err(WSA_INVALID_HANDLE);
        }
        while mailbox.status() == STATUS_PENDING {
            visit = visit.wait(None).0;
        }
    }
    if mailbox.status() == STATUS_PENDING {
        return Err(WSA_IO_INCOMPLETE);
    }
    code_of_status(mailbox.status())?;
    transfer.put(mailbox.transferred());
    flags.put(0);
    Ok(())
}

/// Sees to it that the operations which have a time are completed at it.
pub(crate) fn keep_time(world: &Arc<Shared>, state: &mut State) {
    if state.operations.next_due().is_none() {
        return;
    }
    if !state.clock_runs {
        let shared = Arc::clone(world);
        let clock = thread::Builder::new().name("winsec-emulator-clock".to_owned());
        state.clock_runs = clock.spawn(move || run_clock(&shared)).is_ok();
    }
    world.changed();
}

fn run_clock(world: &Shared) {
    let mut state = world.lock();
    while !world.is_closing() {
        if tick(&mut state, world.host(), Instant::now()) != 0 {
            world.changed();
        }
        let next = state.operations.next_due();
        state = world.wait(state, next).0;
    }
}

thread_local! {
    static STARTED: Started = const { Started(RefCell::new(Vec::new())) };
}

/// The worlds in which this thread started overlapped operations: they end with it.
///
/// Each comes with the thread's number. On some systems the storage of the number is gone, and would
/// begin anew, by the time that this is dropped.
struct Started(RefCell<Vec<(Weak<Shared>, u64)>>);

impl Drop for Started {
    fn drop(&mut self) {
        for (world, thread) in self.0.get_mut().drain(..) {
            if let Some(world) = world.upgrade() {
                if abort_of_thread(&mut world.lock(), world.host(), thread) != 0 {
                    world.changed();
                }
            }
        }
    }
}

/// Remembers that this thread started an operation in this world.
fn started_in(world: &Arc<Shared>) {
    let thread = thread_number();
    let _ = STARTED.try_with(|started| {
        let mut worlds = started.0.borrow_mut();
        let weak = Arc::downgrade(world);
        if !worlds.iter().any(|(known, _)| known.ptr_eq(&weak)) {
            worlds.retain(|(known, _)| known.strong_count() != 0);
            worlds.push((weak, thread));
        }
    });
}

const STATUS_SUCCESS: NTSTATUS = 0;

/// The pairs that Windows itself maps.
const PAIRS: [(WSA_ERROR, u32); 13] = [
    (WSA_OPERATION_ABORTED, 0xC000_0120),
    (WSAECONNRESET, 0xC000_020D),
    (WSAEFAULT, 0xC000_0005),
    (WSAEINVAL, 0xC000_000D),
    (WSAEMSGSIZE, 0x8000_0005),
    (WSAENOTSOCK, 0xC000_0008),
    (WSAEOPNOTSUPP, 0xC000_00BB),
    (WSAEACCES, 0xC000_0022),
    (WSAENOBUFS, 0xC000_009A),
    (WSAETIMEDOUT, 0xC000_00B5),
    (WSAENOTCONN, 0xC000_0140),
    (WSAENETDOWN, 0xC000_023C),
    (WSAEAFNOSUPPORT, 0xC000_023A),
];

/// The facility by which any Win32 code can be carried.
const NT_WIN32: u32 = 0xC007_0000;

fn status_of_code(code: WSA_ERROR) -> NTSTATUS {
    let pair = PAIRS.iter().find(|(known, _)| *known == code);
    let status = pair.map_or(NT_WIN32 | (code.0 as u32 & 0xFFFF), |(_, status)| *status);
    status as NTSTATUS
}

fn code_of_status(status: NTSTATUS) -> Result<(), WSA_ERROR> {
    if status >= STATUS_SUCCESS {
        return Ok(());
    }
    let bits = status as u32;
    let pair = PAIRS.iter().find(|(_, known)| *known == bits);
    Err(pair.map_or(WSA_ERROR((bits & 0xFFFF) as i32), |(code, _)| *code))
}

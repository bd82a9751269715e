//! Runs one call's work: at once, or as an overlapped operation.

use std::time::Instant;

use winsec_ffi::{
    LPWSAOVERLAPPED_COMPLETION_ROUTINE, SOCKET, WSA_ERROR, WSA_INVALID_PARAMETER, WSA_IO_PENDING,
};

use super::{Operation, announce, due, mark_pending};
use crate::books::Finding;
use crate::boundary::Visit;
use crate::host::Host;
use crate::memory::{Input, Mailbox, Out};
use crate::scenario::{Action, Completion};
use crate::threads;
use crate::world::State;

/// Why an operation failed, and how many bytes it would have needed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Failure {
    pub(crate) code: WSA_ERROR,
    pub(crate) needed: Option<u32>,
}

impl From<WSA_ERROR> for Failure {
    fn from(code: WSA_ERROR) -> Self {
        Self { code, needed: None }
    }
}

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
            visit.state.books.note(Finding::MailboxInUse {
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
        mark_pending(mailbox);
        threads::started_in(world);
        let due = due(completion, Instant::now());
        visit.state.operations.running.push(Operation {
            entry: visit.entry,
            socket,
            mailbox,
            routine,
            thread: threads::number(),
            host_thread: host.current_thread(),
            due,
            cancel,
            aborted: false,
            reported: false,
            input,
            before: input.bytes().to_vec(),
            work: Box::new(work),
        });
        world.keep_time(&mut visit.state);
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

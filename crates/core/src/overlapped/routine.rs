//! Operations that call a function back on the thread that started them.

use core::cell::Cell;
use core::fmt;
use core::time::Duration;
use std::rc::Rc;
use std::time::Instant;

use winsec_ffi::{OVERLAPPED, TRUE, WAIT_IO_COMPLETION, WSA_ERROR};

use super::event::{Pace, milliseconds};
use super::flight::{Blob, Flight, Launch};
use crate::backend::{Backend, backend};
use crate::error::{Call, Error, Result};
use crate::os::{AsSocket, raw};
use crate::question::{Room, Template};
use crate::security::{ConnectionSecurity, Expected};
use crate::sys::{self, Route, Target};

type Done = Box<dyn FnOnce(Result<ConnectionSecurity>)>;

/// A query that calls a function back on the thread that started it.
///
/// Windows calls it while that thread is in an *alertable wait*: in [`run_routines`], in
/// [`wait`](Self::wait), or in any other wait that the program makes with `bAlertable`. A thread
/// that never waits so never gets the result. On a socket that is not one for overlapped
/// operations the function is called before the query's start returns.
///
/// The function is called once, whether this value lives or not; dropping this value cancels the
/// query, and the result is then most likely [`Aborted`](crate::ErrorKind::Aborted). A panic in the
/// function ends the process, because it cannot unwind through the system's code. This value stays
/// on its thread:
///
/// ```compile_fail
/// fn assert_send<T: Send>() {}
/// assert_send::<winsec_core::overlapped::RoutineOperation<std::net::TcpStream>>();
/// ```
///
/// An answer larger than 512 bytes, which none is by any documentation, comes as the error
/// [`BufferSize`](crate::ErrorKind::BufferSize) or [`BadPointer`](crate::ErrorKind::BadPointer).
///
/// Source: [`LPWSAOVERLAPPED_COMPLETION_ROUTINE`](https://learn.microsoft.com/windows/win32/api/winsock2/nc-winsock2-lpwsaoverlapped_completion_routine).
#[doc(alias = "LPWSAOVERLAPPED_COMPLETION_ROUTINE")]
#[must_use = "a query is cancelled when it is dropped"]
pub struct RoutineOperation<S: AsSocket> {
    ticket: Rc<Ticket>,
    target: Target,
    /// Keeps the socket that `target` names open. It is declared last, so that it goes last.
    socket: S,
}

/// What the system's callback finds in `hEvent`, which it leaves to the program.
struct Ticket {
    flight: Flight,
    done: Cell<Option<Done>>,
}

impl Ticket {
    fn finish(&self, result: Result<ConnectionSecurity>) {
        if let Some(done) = self.done.take() {
            done(result);
        }
    }

    fn is_finished(&self) -> bool {
        let done = self.done.take();
        let finished = done.is_none();
        self.done.set(done);
        finished
    }
}

impl<S: AsSocket> RoutineOperation<S> {
    pub(crate) fn start(
        route: Route,
        socket: S,
        template: &Template,
        expected: Expected,
        done: Done,
    ) -> Result<Self> {
        let target = Target::new(Call::QuerySecurity, route.way(), raw(&socket));
        let mut room = Room::OVERLAPPED;
        let mut done = Some(done);
        loop {
            let input = Blob::copy(target.call, template.words(), template.len())?;
            let flight = Flight::new(target.call, input, room.bytes(), expected, None)?;
            let ticket = Rc::new(Ticket {
                flight,
                done: Cell::new(done.take()),
            });
            match launch(&ticket, target) {
                Launch::Refused(failure) => {
                    done = ticket.done.take();
                    room.grow(failure)?;
                }
                Launch::Done(len) if ticket.flight.is_untouched() => {
                    // SAFETY: the system made no use of the `OVERLAPPED`, so it calls nothing
                    // back, and gives up the reference that it was lent.
                    unsafe { Rc::decrement_strong_count(Rc::as_ptr(&ticket)) };
                    ticket.finish(ticket.flight.take(len));
                    return Ok(Self {
                        ticket,
                        target,
                        socket,
                    });
                }
                Launch::Done(_) | Launch::Begun => {
                    return Ok(Self {
                        ticket,
                        target,
                        socket,
                    });
                }
            }
        }
    }

    /// Waits alertably until the function has been called or the time is up; tells whether it has
    /// been called. The routines of this thread's other operations run meanwhile, too.
    pub fn wait(&self, timeout: Duration) -> bool {
        let start = Instant::now();
        let mut pace = Pace::new();
        loop {
            let left = timeout.saturating_sub(start.elapsed());
            run_routines(pace.next().map_or(left, |pause| pause.min(left)));
            if self.is_finished() || left.is_zero() {
                return self.is_finished();
            }
        }
    }

    /// Asks the system to end the query early. The function is called all the same.
    ///
    /// # Errors
    ///
    /// When the system cannot be asked. That the query has ended already is not an error.
    #[doc(alias = "CancelIoEx")]
    pub fn cancel(&self) -> Result<()> {
        if self.is_finished() {
            return Ok(());
        }
        self.ticket.flight.cancel(self.target.socket)
    }

    /// Whether the function has been called.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.ticket.is_finished()
    }

    /// The socket.
    #[must_use]
    pub const fn socket(&self) -> &S {
        &self.socket
    }

    /// Who answers.
    #[must_use]
    pub fn backend(&self) -> Backend {
        backend()
    }
}

/// Begins a query, and lends the system a reference to its ticket unless the query is refused.
fn launch(ticket: &Rc<Ticket>, target: Target) -> Launch {
    let lent = Rc::into_raw(Rc::clone(ticket));
    // SAFETY: the reference that was just lent keeps the flight until the routine gives it back.
    let launch = unsafe {
        ticket
            .flight
            .launch(target, lent.cast_mut().cast(), Some(on_completion))
    };
    if matches!(launch, Launch::Refused(_)) {
        // SAFETY: nothing has begun, so the system calls nothing back and the reference is ours.
        unsafe { Rc::decrement_strong_count(lent) };
    }
    launch
}

/// Called by the system in an alertable wait of the thread that started the query.
///
/// # Safety
///
/// `overlapped` belongs to a ticket's flight, whose `hEvent` holds the reference that was lent.
unsafe extern "system" fn on_completion(
    error: WSA_ERROR,
    transferred: u32,
    overlapped: *mut OVERLAPPED,
    _flags: u32,
) {
    // SAFETY: the flight is alive, and the system is done with it.
    let lent = unsafe { (*overlapped).hEvent };
    // SAFETY: it is the reference that `launch` lent, and a routine is called once.
    let ticket = unsafe { Rc::from_raw(lent.cast::<Ticket>()) };
    // SAFETY: the system calls this when it is done with the operation's memory.
    unsafe { ticket.flight.end(error.0 == 0) };
    let result = if error.0 == 0 {
        ticket.flight.take(transferred)
    } else {
        Err(Error::winsock(Call::QuerySecurity, error))
    };
    ticket.finish(result);
}

impl<S: AsSocket> Drop for RoutineOperation<S> {
    /// Cancels a query that runs. Its memory stays until its routine has been called.
    fn drop(&mut self) {
        // That it cannot be cancelled changes nothing: its memory is kept either way.
        let _ = self.cancel();
    }
}

impl<S: AsSocket> fmt::Debug for RoutineOperation<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RoutineOperation")
            .field("finished", &self.is_finished())
            .finish_non_exhaustive()?;
        f.write_str(self.backend().mark())
    }
}

/// Waits alertably: runs the routines of this thread's operations that have ended. Returns as soon
/// as one has run, and tells whether one has.
#[doc(alias = "SleepEx")]
pub fn run_routines(timeout: Duration) -> bool {
    // SAFETY: it takes two numbers; the routines that it runs were given with what they need.
    unsafe { sys::SleepEx(milliseconds(timeout), TRUE) == WAIT_IO_COMPLETION }
}

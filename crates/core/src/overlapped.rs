//! Operations that run while the caller goes on.
//!
//! An [`Operation`] is a future that runs under any executor: the system's thread pool waits for it
//! and wakes the task. It can be waited for without a future, too. A [`RoutineOperation`] calls a
//! function back on the thread that started it.
//!
//! The memory that the system writes to belongs to the operation until the system is done with it,
//! whatever happens to the Rust value: one that is dropped is cancelled, and its memory is freed
//! once the system says that it has ended. If the system never says so, the memory is never freed.
//!
//! Windows cancels what a thread has started when that thread ends; the result is
//! [`Aborted`](crate::ErrorKind::Aborted) then.
//!
//! Source: [overlapped input and output](https://learn.microsoft.com/windows/win32/winsock/overlapped-i-o-2).

mod event;
mod flight;
mod routine;
mod watch;

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::Arc;
use std::task::Waker;
use std::time::Instant;

use winsec_ffi::WSA_ERROR;

use event::{Event, Pace};
use flight::{Flight, Launch};
use watch::watch;

pub use flight::Outcome;
pub(crate) use flight::{Blob, Request};
pub use routine::{RoutineOperation, run_routines};

use crate::backend::{Backend, backend};
use crate::error::{Call, Error, ErrorKind, Result};
use crate::os::{AsSocket, raw};
use crate::question::{Room, Template};
use crate::security::{ConnectionSecurity, Expected};
use crate::sys::{Failure, Route, Target};

/// An operation in progress.
///
/// Await it under any executor, or [wait](Self::wait) for it. It keeps the socket, `S`, for as long
/// as it lives. Dropping it cancels the operation; its memory is freed once the system has let go.
///
/// ```
/// use std::time::Duration;
/// # use std::net::{TcpListener, TcpStream};
/// use winsec_core::StreamQuery;
///
/// # let listener = TcpListener::bind("127.0.0.1:0")?;
/// # let stream = TcpStream::connect(listener.local_addr()?)?;
/// let answer = StreamQuery::new()
///     .start(&stream)
///     .and_then(|operation| operation.finish_within(Duration::from_secs(5)));
/// match answer {
///     Ok(security) => println!("{security}"),
///     Err(error) => println!("not known: {error}"),
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// Sources: [`WSAGetOverlappedResult`](https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-wsagetoverlappedresult),
/// [`CancelIoEx`](https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-cancelioex).
#[must_use = "an operation is cancelled when it is dropped"]
pub struct Operation<S: AsSocket, T: Outcome = ConnectionSecurity> {
    state: State<T>,
    target: Target,
    question: Option<Question>,
    /// Keeps the socket that `target` names open. It is declared last, so that it goes last.
    socket: S,
}

enum State<T> {
    Running(Arc<Flight>),
    Ended(Result<T>),
    Taken,
}

/// A query, to be made again when its answer needs more room.
struct Question {
    template: Template,
    expected: Expected,
    room: Room,
}

impl<S: AsSocket, T: Outcome> Operation<S, T> {
    pub(crate) fn start(call: Call, route: Route, socket: S, request: Request) -> Result<Self> {
        // What `socket` lends stays open for as long as `socket` is kept: nobody can change it
        // before it is given back or goes.
        let target = Target::new(call, route.way(), raw(&socket));
        let (state, question) = match request {
            Request::Query { template, expected } => {
                let mut question = Question {
                    template,
                    expected,
                    room: Room::OVERLAPPED,
                };
                (ask(target, &mut question)?, Some(question))
            }
            Request::Data(blob) => (hand_over(target, blob)?, None),
        };
        Ok(Self {
            state,
            target,
            question,
            socket,
        })
    }

    /// Waits until the operation has ended or the time is up. `None` means that it goes on; wait
    /// again, drop it, or [cancel](Self::cancel) it.
    ///
    /// # Errors
    ///
    /// The operation's own, see the method that started it; [`Aborted`](ErrorKind::Aborted) when it
    /// was cancelled; [`AlreadyTaken`](ErrorKind::AlreadyTaken) when its result has been handed out.
    #[doc(alias = "WSAGetOverlappedResult")]
    pub fn wait(&mut self, timeout: Duration) -> Result<Option<T>> {
        let start = Instant::now();
        let mut pace = Pace::new();
        loop {
            if let Some(result) = self.take() {
                return result.map(Some);
            }
            let left = timeout.saturating_sub(start.elapsed());
            if left.is_zero() {
                return Ok(None);
            }
            if let State::Running(flight) = &self.state {
                let pause = pace.next().map_or(left, |pause| pause.min(left));
                if let Some(event) = flight.event() {
                    event.wait(pause)?;
                    flight.clear_false_signal();
                }
            }
        }
    }

    /// Waits for the result, and cancels the operation if the time is up first.
    ///
    /// # Errors
    ///
    /// As for [`wait`](Self::wait), and [`TimedOut`](ErrorKind::TimedOut).
    pub fn finish_within(mut self, timeout: Duration) -> Result<T> {
        let call = self.target.call;
        self.wait(timeout)?
            .ok_or(Error::own(call, ErrorKind::TimedOut))
    }

    /// Asks the system to end the operation early. It ends on its own account all the same: wait
    /// for its result, which may be an answer, when it was faster, or
    /// [`Aborted`](ErrorKind::Aborted).
    ///
    /// # Errors
    ///
    /// When the system cannot be asked. That the operation has ended already is not an error.
    #[doc(alias = "CancelIoEx")]
    pub fn cancel(&self) -> Result<()> {
        match &self.state {
            State::Running(flight) => flight.cancel(self.target.socket),
            State::Ended(_) | State::Taken => Ok(()),
        }
    }

    /// Whether the operation has ended, so that a wait would return at once.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        match &self.state {
            State::Running(flight) => flight.is_ended(),
            State::Ended(_) | State::Taken => true,
        }
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

    /// Takes the result if it is there.
    fn take(&mut self) -> Option<Result<T>> {
        loop {
            if let State::Running(flight) = &self.state {
                let outcome = flight.outcome(self.target.socket)?;
                let flight = Arc::clone(flight);
                self.state = self
                    .conclude(&flight, outcome)
                    .unwrap_or_else(|e| State::Ended(Err(e)));
                continue;
            }
            let call = self.target.call;
            return Some(match core::mem::replace(&mut self.state, State::Taken) {
                State::Ended(result) => result,
                _ => Err(Error::own(call, ErrorKind::AlreadyTaken)),
            });
        }
    }

    /// What follows from the end of an operation: its result, or the same query with more room.
    fn conclude(
        &mut self,
        flight: &Flight,
        outcome: core::result::Result<u32, WSA_ERROR>,
    ) -> Result<State<T>> {
        let code = match outcome {
            Ok(len) => return Ok(State::Ended(flight.take(len))),
            Err(code) => code,
        };
        let Some(question) = &mut self.question else {
            return Err(Error::winsock(self.target.call, code));
        };
        question.room.grow_blindly(Failure {
            code,
            len: flight.reported_length(),
        })?;
        ask(self.target, question)
    }

    /// Gives the operation up: cancels it if it runs. Its memory stays until the system has let go.
    fn abandon(&mut self) {
        let State::Running(flight) = core::mem::replace(&mut self.state, State::Taken) else {
            return;
        };
        if flight.is_ended() {
            return;
        }
        // That it cannot be cancelled changes nothing: its memory is kept either way.
        let _ = flight.cancel(self.target.socket);
        if !flight.is_ended() && watch(&flight).is_err() {
            core::mem::forget(flight);
        }
    }

    /// Takes the result if it is there, or sees to it that the task is woken when it is.
    fn poll_result(&mut self, waker: &Waker) -> Poll<Result<T>> {
        loop {
            if let Some(result) = self.take() {
                return Poll::Ready(result);
            }
            let State::Running(flight) = &self.state else {
                continue;
            };
            flight.wake_later(waker);
            if let Err(error) = watch(flight) {
                // The operation is over for whoever awaits it: nobody would wake the task.
                self.abandon();
                return Poll::Ready(Err(error));
            }
            if !flight.is_ended() {
                return Poll::Pending;
            }
        }
    }
}

/// Begins a query, with more room for as long as the system refuses at once for want of it.
fn ask<T: Outcome>(target: Target, question: &mut Question) -> Result<State<T>> {
    loop {
        let template = &question.template;
        let input = Blob::copy(target.call, template.words(), template.len())?;
        match begin(target, input, question.room.bytes(), question.expected)? {
            Ok(state) => return Ok(state),
            Err(failure) => question.room.grow(failure)?,
        }
    }
}

/// Begins to hand data over.
fn hand_over<T: Outcome>(target: Target, blob: Blob) -> Result<State<T>> {
    begin(target, blob, 0, Expected::NoTokens)?
        .map_err(|failure| Error::winsock(target.call, failure.code))
}

/// Begins an operation; the inner error is the system's refusal.
fn begin<T: Outcome>(
    target: Target,
    input: Blob,
    room: usize,
    expected: Expected,
) -> Result<core::result::Result<State<T>, Failure>> {
    let event = Event::new()?;
    let user = event.for_overlapped();
    let flight = Arc::new(Flight::new(
        target.call,
        input,
        room,
        expected,
        Some(event),
    )?);
    // SAFETY: it is launched here alone. The operation's `Drop` and the pool's watch keep it until
    // it has ended.
    Ok(match unsafe { flight.launch(target, user, None) } {
        Launch::Done(len) => Ok(State::Ended(flight.take(len))),
        Launch::Begun => Ok(State::Running(flight)),
        Launch::Refused(failure) => Err(failure),
    })
}

impl<S: AsSocket, T: Outcome> Future for Operation<S, T> {
    type Output = Result<T>;

    /// Polled again after it was ready, it gives [`AlreadyTaken`](ErrorKind::AlreadyTaken). Where the
    /// system cannot wait for the end, the operation is cancelled and that error is its result.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        self.get_mut().poll_result(context.waker())
    }
}

// Nothing of an operation is lent to the system: what is, lives in its flight.
impl<S: AsSocket, T: Outcome> Unpin for Operation<S, T> {}

impl<S: AsSocket, T: Outcome> Drop for Operation<S, T> {
    fn drop(&mut self) {
        self.abandon();
    }
}

impl<S: AsSocket, T: Outcome> fmt::Debug for Operation<S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("call", &self.target.call)
            .field("finished", &self.is_finished())
            .finish_non_exhaustive()?;
        f.write_str(self.backend().mark())
    }
}

#[cfg(all(test, not(windows)))]
mod tests {
    use core::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;

    use winsec_emulator::scenario::Scenario;
    use winsec_emulator::{Kind, World};

    use super::*;
    use crate::StreamQuery;

    #[derive(Default)]
    struct Count(AtomicUsize);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Somebody signals the event while the operation runs.
    #[test]
    fn a_signal_alone_is_no_end() {
        let scenario = "[[socket]]\nname = \"own\"\nremote = \"192.0.2.1:443\"\n\
                        security = { protocol = 1, flags = [\"secured\"] }\n\
                        completion = \"on-advance\"";
        let world = World::new(Scenario::read("test", scenario).unwrap());
        let _entered = world.enter();
        let socket = world.named_socket("own").unwrap();
        let mut operation = StreamQuery::new().start(&socket).unwrap();
        let State::Running(flight) = &operation.state else {
            panic!("it runs until the world advances")
        };
        let flight = Arc::clone(flight);
        let event = flight.event().unwrap();

        // The pool takes the signal back and goes on waiting.
        let woken = Arc::new(Count::default());
        let waker = Waker::from(Arc::clone(&woken));
        assert!(operation.poll_result(&waker).is_pending());
        event.set();
        while event.wait(Duration::ZERO).unwrap() {
            assert_eq!(woken.0.load(Ordering::SeqCst), 0);
            std::thread::yield_now();
        }
        assert_eq!(woken.0.load(Ordering::SeqCst), 0);
        // So does whoever waits without a future.
        event.set();
        assert!(operation.wait(Duration::from_millis(5)).unwrap().is_none());
        assert!(!event.wait(Duration::ZERO).unwrap());

        world.advance();
        while woken.0.load(Ordering::SeqCst) == 0 {
            std::thread::yield_now();
        }
        assert!(
            operation
                .wait(Duration::ZERO)
                .unwrap()
                .unwrap()
                .is_secured()
        );
        // The answer is given once, whoever asks the memory for it.
        let again: Result<ConnectionSecurity> = flight.take(24);
        assert_eq!(again.unwrap_err().kind(), ErrorKind::AlreadyTaken);
        drop((operation, flight));
        while world.outstanding(Kind::Event) != 0 {
            std::thread::yield_now();
        }
    }
}

//! Waiting with a limit: work is done on a thread of its own, while this one heeds the clock and
//! Ctrl-C and shows that something goes on.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::interrupt;
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;
use crate::progress::Progress;

/// How often the clock and Ctrl-C are looked at.
const TICK: Duration = Duration::from_millis(50);

/// Work on a thread of its own, which gives results one after the other.
///
/// When nobody waits for it any more it is left to itself: it ends with the program.
#[derive(Debug)]
pub(crate) struct Work<T> {
    receiver: Receiver<T>,
}

/// What became of waiting for a result.
#[derive(Debug)]
pub(crate) enum Next<T> {
    /// There it is.
    Result(T),
    /// The work has ended: no more results will come.
    Ended,
    /// The time is up.
    TimedOut,
    /// The user pressed Ctrl-C.
    Interrupted,
}

impl<T: Send + 'static> Work<T> {
    /// Starts work that may ask where this thread does.
    pub(crate) fn start(
        place: &Place,
        work: impl FnOnce(&Sender<T>) + Send + 'static,
    ) -> Outcome<Self> {
        interrupt::notice();
        let (sender, receiver) = mpsc::channel();
        let ticket = place.ticket();
        thread::Builder::new()
            .name("winsec-work".to_owned())
            .spawn(move || {
                let _stay = ticket.enter();
                work(&sender);
            })
            .map_err(|error| Failure::refused(format!("no thread can be started: {error}")))?;
        Ok(Self { receiver })
    }

    /// Waits for the next result, for so long at most; `what` says what is waited for.
    pub(crate) fn next(&self, limit: Option<Duration>, what: &str) -> Next<T> {
        self.next_unless(limit, what, || false)
    }

    /// The same, while there is no reason to end.
    pub(crate) fn next_unless(
        &self,
        limit: Option<Duration>,
        what: &str,
        end: impl Fn() -> bool,
    ) -> Next<T> {
        let mut progress = Progress::new(what);
        loop {
            let left = limit.map(|limit| limit.saturating_sub(progress.elapsed()));
            match self
                .receiver
                .recv_timeout(left.map_or(TICK, |left| left.min(TICK)))
            {
                Ok(result) => return Next::Result(result),
                Err(RecvTimeoutError::Disconnected) => return Next::Ended,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if interrupt::happened() {
                return Next::Interrupted;
            }
            if end() {
                return Next::Ended;
            }
            if left.is_some_and(|left| left.is_zero()) {
                return Next::TimedOut;
            }
            progress.turn();
        }
    }
}

/// Does `work`, which may wait for something, for so long at most.
pub(crate) fn within<T: Send + 'static>(
    place: &Place,
    limit: Duration,
    what: &str,
    work: impl FnOnce() -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    let work = Work::start(place, move |sender| {
        // If nobody waits any more, nobody wants the result.
        let _ = sender.send(work());
    })?;
    match work.next(Some(limit), what) {
        Next::Result(result) => result,
        Next::Ended => Err(died(what)),
        Next::TimedOut => Err(timed_out(what, limit)),
        Next::Interrupted => Err(interrupted()),
    }
}

/// Waits for this long, until Ctrl-C, or until nobody reads the output; tells whether the time has
/// passed.
pub(crate) fn pause(duration: Duration, output: &Output) -> bool {
    let start = Instant::now();
    loop {
        if interrupt::happened() || output.is_closed() {
            return false;
        }
        let left = duration.saturating_sub(start.elapsed());
        if left.is_zero() {
            return true;
        }
        thread::sleep(TICK.min(left));
    }
}

/// The user pressed Ctrl-C.
pub(crate) fn interrupted() -> Failure {
    Failure::new(Status::Interrupted, "interrupted")
}

/// The time was up.
pub(crate) fn timed_out(what: &str, limit: Duration) -> Failure {
    Failure::refused(format!("{what}: no answer within {}", seconds(limit)))
        .help("allow more time with --timeout SECONDS")
}

/// Work that must give a result gave none.
pub(crate) fn died(what: &str) -> Failure {
    Failure::refused(format!("{what}: the work ended without a result"))
}

/// A duration for people: `10 s`, `0.5 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    format!("{} s", duration.as_secs_f64())
}

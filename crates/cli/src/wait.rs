//! Waiting with a limit: work is done on a thread of its own, while this one heeds the clock and
//! Ctrl-C and shows that something goes on.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use textwrap::core::display_width;

use crate::outcome::{Failure, Outcome, Status};
use crate::output::{self, Output};
use crate::place::Place;
use crate::screen::style::{cut, safe};

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
        notice_interrupts();
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
            if was_interrupted() {
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
        if was_interrupted() || output.is_closed() {
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

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Notices Ctrl-C from now on; a second one ends the program at once.
fn notice_interrupts() {
    // Without a handler, Ctrl-C ends the program as it ends any other.
    let _ = ctrlc::try_set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::AcqRel) {
            std::process::exit(Status::Interrupted as i32);
        }
    });
}

/// Whether the user has pressed Ctrl-C.
pub(crate) fn was_interrupted() -> bool {
    INTERRUPTED.load(Ordering::Acquire)
}

/// What takes longer is said to go on.
const PATIENCE: Duration = Duration::from_millis(500);

/// What turns while nothing else happens.
const WHEEL: [char; 4] = ['|', '/', '-', '\\'];

/// The line, as long as something goes on. It is wiped when this goes.
#[derive(Debug)]
struct Progress<'a> {
    what: &'a str,
    start: Instant,
    terminal: bool,
    written: usize,
    turns: usize,
}

impl<'a> Progress<'a> {
    /// Something begins. Nothing is shown yet, and nothing at all where nobody watches.
    fn new(what: &'a str) -> Self {
        Self {
            what,
            start: Instant::now(),
            terminal: io::stderr().is_terminal(),
            written: 0,
            turns: 0,
        }
    }

    /// How long it goes on already.
    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// It still goes on.
    fn turn(&mut self) {
        if !self.terminal || self.elapsed() < PATIENCE {
            return;
        }
        let wheel = WHEEL[self.turns % WHEEL.len()];
        self.turns += 1;
        let line = format!(
            "{wheel} {} s: {}",
            self.elapsed().as_secs(),
            safe(self.what)
        );
        // A line that is wrapped could not be wiped.
        let line = cut(&line, output::stderr_width().saturating_sub(1));
        self.written = self.written.max(display_width(&line));
        let mut stderr = io::stderr().lock();
        // The line is a courtesy: if it cannot be written, the work goes on without.
        let _ = write!(stderr, "\r{line}");
        let _ = stderr.flush();
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.written > 0 {
            let mut stderr = io::stderr().lock();
            let _ = write!(stderr, "\r{}\r", " ".repeat(self.written));
            let _ = stderr.flush();
        }
    }
}

//! A line on standard error that says what is waited for, when that takes a while.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use textwrap::core::display_width;

use crate::output;
use crate::screen::style::{cut, safe};

/// What takes longer is said to go on.
const PATIENCE: Duration = Duration::from_millis(500);

/// What turns while nothing else happens.
const WHEEL: [char; 4] = ['|', '/', '-', '\\'];

/// The line, as long as something goes on. It is wiped when this goes.
#[derive(Debug)]
pub(crate) struct Progress<'a> {
    what: &'a str,
    start: Instant,
    terminal: bool,
    written: usize,
    turns: usize,
}

impl<'a> Progress<'a> {
    /// Something begins. Nothing is shown yet, and nothing at all where nobody watches.
    pub(crate) fn new(what: &'a str) -> Self {
        Self {
            what,
            start: Instant::now(),
            terminal: io::stderr().is_terminal(),
            written: 0,
            turns: 0,
        }
    }

    /// How long it goes on already.
    pub(crate) fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// It still goes on.
    pub(crate) fn turn(&mut self) {
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

//! What something said before it failed, to be said again at the end of the run.

use std::collections::VecDeque;

use anstream::adapter::strip_str;

/// How many lines of a command's end say why it failed.
const OF_A_COMMAND: usize = 20;

/// How many lines of failing tests are kept of one run of tests.
const OF_TESTS: usize = 60;

/// The last lines of a command.
#[derive(Debug, Default)]
pub struct Tail(VecDeque<String>);

impl Tail {
    /// Takes a line, and lets go of the one that is too old.
    pub fn line(&mut self, line: &str) {
        let line = strip_str(line).to_string();
        if line.trim().is_empty() {
            return;
        }
        if self.0.len() == OF_A_COMMAND {
            self.0.pop_front();
        }
        self.0.push_back(line);
    }

    /// The lines.
    pub fn text(self) -> String {
        Vec::from(self.0).join("\n")
    }
}

/// What failing tests printed, as their harness repeats it once all of a program's have run.
#[derive(Debug, Default)]
pub struct Failures {
    lines: Vec<String>,
    open: bool,
}

impl Failures {
    /// Looks at a line without escape sequences, and keeps it if a failing test printed it.
    pub fn line(&mut self, line: &str) {
        let title = line
            .strip_prefix("---- ")
            .is_some_and(|title| title.ends_with(" stdout ----"));
        // What comes next is a list of names, which are known.
        let end = line == "failures:" || line.starts_with("test result: ");
        self.open = title || (self.open && !end);
        if self.open && !line.trim().is_empty() && self.lines.len() < OF_TESTS {
            self.lines.push(line.to_owned());
        }
    }

    /// The lines.
    pub fn text(self) -> String {
        self.lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_command_is_kept() {
        let mut tail = Tail::default();
        for number in 1..=50 {
            tail.line(&format!("\u{1b}[31mline {number}\u{1b}[0m"));
            tail.line("");
        }
        let text = tail.text();
        assert!(text.starts_with("line 31\n"), "{text}");
        assert!(text.ends_with("\nline 50"), "{text}");
    }

    #[test]
    fn what_failing_tests_printed_is_kept() {
        let mut failures = Failures::default();
        let lines = "running 2 tests\ntest a ... ok\ntest b ... FAILED\n\nfailures:\n\n\
             ---- b stdout ----\n\nthread 'b' panicked at tests/b.rs:7:5:\nleft: 1\n\n\n\
             failures:\n    b\n\ntest result: FAILED. 1 passed; 1 failed\n";
        lines.lines().for_each(|line| failures.line(line));
        assert_eq!(
            failures.text(),
            "---- b stdout ----\nthread 'b' panicked at tests/b.rs:7:5:\nleft: 1"
        );
    }
}

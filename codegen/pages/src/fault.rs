//! What is wrong with a page, and on which line.

use std::fmt;

/// How many bytes of a long message are kept at its start.
const HEAD: usize = 240;
/// How many are kept at its end.
const TAIL: usize = 160;

/// What is wrong with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl Fault {
    /// A fault on a line.
    pub(crate) fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            message: shorten(message.into()),
        }
    }
}

/// A message without its middle, when a name of absurd length makes it too long.
fn shorten(message: String) -> String {
    if message.len() <= HEAD + TAIL {
        return message;
    }
    let head = message.floor_char_boundary(HEAD);
    let tail = message.ceil_char_boundary(message.len() - TAIL);
    format!("{}...{}", &message[..head], &message[tail..])
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.message)
    }
}

//! From the places that the lexer keeps to offsets in the file.

use std::ops::Range;

use proc_macro2::{LineColumn, Span};

/// The places of a piece of text, which was lexed on its own.
///
/// The lexer counts characters, and would look bytes up in a tree of its own, which takes longer than
/// lexing. Lines and columns it has at hand, and they are enough where all is ASCII.
#[derive(Debug)]
pub struct Places {
    /// Where the piece starts in its file.
    pub base: u32,
    /// Where the lines behind its first one start in the file, if characters are bytes in it.
    lines: Option<Vec<u32>>,
}

impl Places {
    /// Of a piece as the lexer gets it, which starts here.
    pub fn of(text: &str, base: u32) -> Self {
        let starts = || {
            let ends = text.bytes().zip(base + 1..);
            let ends = ends.filter(|&(byte, _)| byte == b'\n');
            ends.map(|(_, next)| next).collect()
        };
        Self {
            base,
            lines: text.is_ascii().then(starts),
        }
    }

    /// The range in the file of a token, or of the nothing behind the last one.
    pub fn range(&self, span: Span) -> Range<u32> {
        match &self.lines {
            Some(lines) => {
                let at = |LineColumn { line, column }| {
                    let start = line.checked_sub(2).and_then(|line| lines.get(line));
                    start.unwrap_or(&self.base) + column as u32
                };
                at(span.start())..at(span.end())
            }
            None => {
                let range = span.byte_range();
                self.base + range.start as u32..self.base + range.end as u32
            }
        }
    }
}

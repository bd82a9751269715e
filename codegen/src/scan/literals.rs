//! Where strings and characters end.

use super::{Fault, Scanner, Visitor};

impl<V: Visitor> Scanner<'_, V> {
    /// A string whose opening quote is here; `start` is where its prefix starts.
    pub(super) fn string(&mut self, start: usize) -> Result<(), Fault> {
        let quote = self.at;
        self.at += 1;
        loop {
            match self.peek(0) {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.at += 2;
                    if self.bytes.get(self.at - 1) == Some(&b'\n') {
                        self.line_start = self.at;
                    }
                }
                Some(b'\n') | None => return Err(Fault::String { at: quote }),
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
        self.visitor.other(start, b'"');
        Ok(())
    }

    pub(super) fn raw_string(&mut self, start: usize, hashes: usize) -> Result<(), Fault> {
        self.at += hashes + 1;
        let close = |rest: &[u8]| {
            rest[0] == b'"' && rest[1..].iter().take_while(|&&b| b == b'#').count() >= hashes
        };
        loop {
            match self.bytes.get(self.at..) {
                None | Some([]) => return Err(Fault::RawString { at: start }),
                Some(rest) if close(rest) => break,
                Some(rest) => {
                    self.at += 1;
                    if rest[0] == b'\n' {
                        self.line_start = self.at;
                    }
                }
            }
        }
        self.at += hashes + 1;
        self.visitor.other(start, b'"');
        Ok(())
    }

    /// A character or a lifetime, whose quote is here.
    pub(super) fn quote(&mut self) -> Result<(), Fault> {
        let quote = self.at;
        self.visitor.other(quote, b'\'');
        let mut rest = self.text[quote + 1..].chars();
        let close = match (rest.next(), rest.next()) {
            (Some('\\'), Some(escaped)) if escaped != '\n' => {
                let from = quote + 2 + escaped.len_utf8();
                let mut tail = self.bytes[from..].iter();
                let end = tail.position(|&b| b == b'\'' || b == b'\n');
                end.map(|end| from + end)
                    .filter(|&end| self.bytes[end] == b'\'')
            }
            (Some(ch), Some('\'')) => Some(quote + 1 + ch.len_utf8()),
            (Some(ch), _) if ch.is_alphabetic() || ch == '_' => {
                // A lifetime: the end of the word behind the quote is its end.
                self.at = quote + 1;
                self.at = self.end_of_word();
                return Ok(());
            }
            _ => None,
        };
        let close = close.ok_or(Fault::Char { at: quote })?;
        self.at = close + 1;
        Ok(())
    }
}

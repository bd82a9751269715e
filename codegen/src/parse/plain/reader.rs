//! Words, numbers and documentation, taken from a text one after the other.

use super::Lowered;
use crate::diagnostic::{FileId, Span};
use crate::lower::{docs, is_reserved, whole};
use crate::model::Name;
use crate::scan::IN_WORD;
use std::ops::Range;

/// An item's text, and how far it is read.
///
/// Whatever is taken ends before the text does, so that its end is known.
pub struct Reader<'a> {
    /// The file's text up to the item's end.
    pub text: &'a str,
    /// What is read up to here.
    pub at: usize,
    /// The file.
    pub file: FileId,
    /// Where attributes go.
    pub lowered: &'a Lowered<'a>,
}

impl<'a> Reader<'a> {
    /// Skips blanks and line breaks, and tells what comes then.
    pub fn next(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().position(|byte| !matches!(byte, b' ' | b'\n'))?;
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes this character, if it comes next.
    pub fn takes(&mut self, byte: u8) -> bool {
        let found = self.next() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Takes this character, which must come next.
    pub fn take(&mut self, byte: u8) -> Option<()> {
        self.takes(byte).then_some(())
    }

    /// Takes letters, also those that are not ASCII, digits and underscores; there must be one.
    pub fn word(&mut self) -> Option<&'a str> {
        self.next()?;
        let text = &self.text[self.at..];
        let len = text.bytes().position(|byte| !IN_WORD[usize::from(byte)])?;
        self.at += len;
        (len > 0).then(|| &text[..len])
    }

    /// The place of what was taken last, which was so long.
    pub fn span(&self, len: usize) -> Span {
        Span {
            file: self.file,
            start: (self.at - len) as u32,
            end: self.at as u32,
        }
    }

    /// Takes a name, which must not be a keyword.
    pub fn name(&mut self) -> Option<Name> {
        let text = self.word()?;
        self.named(text)
    }

    /// The word that was taken last, as a name.
    pub fn named(&self, text: &str) -> Option<Name> {
        let starts = !text.as_bytes()[0].is_ascii_digit();
        let right = starts && text.is_ascii() && !is_reserved(text);
        right.then(|| Name {
            text: text.to_owned(),
            span: self.span(text.len()),
        })
    }

    /// Takes a whole number, and tells how it is written.
    pub fn number(&mut self) -> Option<(&'a str, u128)> {
        let written = self.word()?;
        Some((written, whole(written).ok()?))
    }

    /// Takes lines of documentation.
    pub fn docs(&mut self) -> Option<String> {
        if self.next()? != b'/' {
            return Some(String::new());
        }
        let mut text = String::new();
        while self.next()? == b'/' {
            let line = self.text[self.at..].strip_prefix("///")?;
            let line = &line[..line.find('\n')?];
            if line.starts_with('/') {
                return None;
            }
            docs::append(&mut text, line);
            self.at += "///".len() + line.len();
        }
        docs::finish(&mut text);
        Some(text)
    }

    /// Steps over the attributes that come next, whatever is in them, and tells where they are.
    pub fn attributes(&mut self) -> Option<Range<usize>> {
        self.next()?;
        let start = self.at;
        let mut end = start;
        while self.takes(b'#') {
            self.take(b'[')?;
            let mut depth = 1;
            while depth > 0 {
                match self.text.as_bytes().get(self.at)? {
                    b'"' => self.string()?,
                    b'[' => depth += 1,
                    b']' => depth -= 1,
                    // A comment, a character, a raw name or string.
                    b'/' | b'\'' | b'#' => return None,
                    _ => {}
                }
                self.at += 1;
            }
            end = self.at;
        }
        Some(start..end)
    }

    /// Steps from the quote that opens a string to that which closes it.
    fn string(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        if bytes[self.at - 1].is_ascii_alphanumeric() {
            return None;
        }
        self.at += 1;
        while *bytes.get(self.at)? != b'"' {
            self.at += if bytes[self.at] == b'\\' { 2 } else { 1 };
        }
        Some(())
    }
}

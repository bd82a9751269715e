//! Cuts a file's text into its items, so that each is lexed, parsed and forgotten on its own.
//!
//! On the way brackets, strings and comments are looked at: the lexer and the parser behind it recurse
//! and say little of what is wrong. What passes here is balanced, closed and nested no deeper than
//! [`DEPTH_LIMIT`].

use std::ops::Range;

/// How deep brackets may nest.
pub const DEPTH_LIMIT: usize = 128;

/// A part of a file, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// `//!` documentation, or a `#![..]` attribute of the file.
    Inner(Range<usize>),
    /// The head of a `mod`, up to its opening brace.
    Open(Range<usize>),
    /// The closing brace of a `mod`.
    Close,
    /// An item, with the documentation and attributes before it.
    Item(Range<usize>),
}

/// Why a text cannot be cut into tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A bracket that nothing closes; and, where the indentation betrays it, one that was closed
    /// in its place.
    Unclosed {
        /// The bracket.
        at: usize,
    },
    /// A closing bracket without its opening one, or with another kind.
    Mismatched {
        /// The closing bracket.
        at: usize,
        /// The opening bracket that it should close.
        open: Option<usize>,
    },
    /// Brackets nested too deeply.
    TooDeep {
        /// The bracket that is one too many.
        at: usize,
    },
    /// A string that its line does not close.
    String {
        /// The opening quote.
        at: usize,
    },
    /// A raw string that nothing closes.
    RawString {
        /// Its start.
        at: usize,
    },
    /// A character that is not closed.
    Char {
        /// The opening quote.
        at: usize,
    },
    /// A block comment that nothing closes.
    Comment {
        /// Its start.
        at: usize,
    },
    /// A carriage return in a documentation comment.
    CarriageReturn {
        /// Where it is.
        at: usize,
    },
    /// A NUL character, as in a file of UTF-16.
    Nul {
        /// Where it is.
        at: usize,
    },
}

/// An opening bracket that waits for its closing one.
struct Open {
    at: usize,
    bracket: u8,
    /// How far its line is indented.
    indent: usize,
}

/// The item that is being collected.
struct Pending {
    start: usize,
    /// The word before `name`.
    before: Range<usize>,
    /// The last word outside brackets, if nothing follows it.
    name: Range<usize>,
}

struct Cutter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line_start: usize,
    stack: Vec<Open>,
    /// The bracket whose closing one is indented as none of its should be.
    suspect: Option<usize>,
    pieces: Vec<Piece>,
    /// How many brackets are open around the items of each open module.
    modules: Vec<usize>,
    item: Option<Pending>,
    /// Where a `#![..]` attribute starts that is not closed yet.
    inner: Option<usize>,
}

/// The pieces of a text up to its first fault, and that fault.
pub fn cut(text: &str) -> (Vec<Piece>, Option<Fault>) {
    let mut cutter = Cutter {
        text,
        bytes: text.as_bytes(),
        at: 0,
        line_start: 0,
        stack: Vec::new(),
        suspect: None,
        pieces: Vec::new(),
        modules: Vec::new(),
        item: None,
        inner: None,
    };
    let fault = cutter.run().err();
    if fault.is_none() {
        cutter.finish(text.len());
    }
    (cutter.pieces, fault)
}

/// Whether names and numbers are made of it.
const fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

/// What the text is made of.
impl Cutter<'_> {
    fn run(&mut self) -> Result<(), Fault> {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'\n' => {
                    self.at += 1;
                    self.line_start = self.at;
                }
                b' ' => self.at = self.end_of(|byte| byte == b' '),
                b'\t' | b'\r' => self.at += 1,
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.word()?,
                b'(' | b'[' | b'{' => self.open(byte)?,
                b')' | b']' | b'}' => self.close(byte)?,
                b'/' if self.peek(1) == Some(b'/') => self.line_comment()?,
                b'/' if self.peek(1) == Some(b'*') => self.block_comment()?,
                b'"' => self.string(self.at)?,
                b'\'' => self.quote()?,
                0 => return Err(Fault::Nul { at: self.at }),
                _ => {
                    self.saw(self.at, byte);
                    self.at += 1;
                    if byte.is_ascii_digit() {
                        self.at = self.end_of_word();
                    }
                }
            }
        }
        match self.stack.last() {
            None => Ok(()),
            Some(open) => Err(Fault::Unclosed {
                at: self.suspect.unwrap_or(open.at),
            }),
        }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// Where the letters, digits and underscores end that start here.
    fn end_of_word(&self) -> usize {
        self.end_of(in_word)
    }

    /// Where the characters end that start here.
    fn end_of(&self, continues: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[self.at..];
        let len = rest.iter().position(|&byte| !continues(byte));
        self.at + len.unwrap_or(rest.len())
    }

    fn word(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let end = self.end_of_word();
        self.at = end;
        if end - start <= 2 {
            let prefix = &self.bytes[start..end];
            match (prefix, self.peek(0)) {
                (b"b" | b"c", Some(b'"')) => return self.string(start),
                (b"b", Some(b'\'')) => return self.quote(),
                (b"r" | b"br" | b"cr", Some(b'"' | b'#')) => {
                    let hashes = self.bytes[end..].iter().take_while(|&&b| b == b'#').count();
                    if self.peek(hashes) == Some(b'"') {
                        return self.raw_string(start, hashes);
                    }
                    if prefix == b"r" && hashes == 1 {
                        self.at += 1;
                        let name = self.at;
                        self.at = self.end_of_word();
                        self.saw_word(name, self.at);
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
        self.saw_word(start, end);
        Ok(())
    }

    fn open(&mut self, bracket: u8) -> Result<(), Fault> {
        if self.stack.len() == DEPTH_LIMIT {
            return Err(Fault::TooDeep { at: self.at });
        }
        self.opens(self.at, bracket);
        let indent = self.indent();
        self.stack.push(Open {
            at: self.at,
            bracket,
            indent,
        });
        self.at += 1;
        Ok(())
    }

    fn close(&mut self, bracket: u8) -> Result<(), Fault> {
        let at = self.at;
        let Some(open) = self.stack.pop() else {
            return Err(Fault::Mismatched { at, open: None });
        };
        let fits = matches!(
            (open.bracket, bracket),
            (b'(', b')') | (b'[', b']') | (b'{', b'}')
        );
        if !fits {
            return Err(Fault::Mismatched {
                at,
                open: Some(open.at),
            });
        }
        let indent = self.indent();
        let first_on_its_line = self.line_start + indent == at;
        let on_later_line = open.at < self.line_start;
        if first_on_its_line && on_later_line && indent != open.indent && self.suspect.is_none() {
            self.suspect = Some(open.at);
        }
        self.closes(at, bracket);
        self.at += 1;
        Ok(())
    }

    /// How far the current line is indented, in bytes.
    fn indent(&self) -> usize {
        let line = self.bytes[self.line_start..].iter();
        line.take_while(|&&b| b == b' ' || b == b'\t').count()
    }

    fn line_comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let rest = &self.text[start..];
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let inner = self.peek(2) == Some(b'!');
        if inner || (self.peek(2) == Some(b'/') && self.peek(3) != Some(b'/')) {
            self.doc(start, end, inner)?;
        }
        self.at = end;
        Ok(())
    }

    fn block_comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut depth = 0_usize;
        let end = loop {
            match (self.peek(0), self.peek(1)) {
                (Some(b'/'), Some(b'*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (Some(b'*'), Some(b'/')) => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        break self.at;
                    }
                }
                (Some(byte), _) => {
                    self.at += 1;
                    if byte == b'\n' {
                        self.line_start = self.at;
                    }
                }
                (None, _) => return Err(Fault::Comment { at: start }),
            }
        };
        let marks = &self.bytes[start..end];
        let inner = marks.starts_with(b"/*!");
        let outer = marks.starts_with(b"/**") && !marks.starts_with(b"/***") && marks.len() > 4;
        if inner || outer {
            self.doc(start, end, inner)?;
        }
        Ok(())
    }

    fn doc(&mut self, start: usize, end: usize, inner: bool) -> Result<(), Fault> {
        if let Some(at) = self.text[start..end].find('\r') {
            return Err(Fault::CarriageReturn { at: start + at });
        }
        self.saw_doc(start, end, inner);
        Ok(())
    }

    /// A string whose opening quote is here; `start` is where its prefix starts.
    fn string(&mut self, start: usize) -> Result<(), Fault> {
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
        self.saw(start, b'"');
        Ok(())
    }

    fn raw_string(&mut self, start: usize, hashes: usize) -> Result<(), Fault> {
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
        self.saw(start, b'"');
        Ok(())
    }

    /// A character or a lifetime, whose quote is here.
    fn quote(&mut self) -> Result<(), Fault> {
        let quote = self.at;
        self.saw(quote, b'\'');
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

/// What it says of items and modules.
impl Cutter<'_> {
    /// Whether what comes now belongs to no bracket but those of modules.
    fn at_level(&self) -> bool {
        self.stack.len() == self.modules.last().copied().unwrap_or(0)
    }

    fn pending(&mut self, start: usize) -> &mut Pending {
        self.item.get_or_insert(Pending {
            start,
            before: 0..0,
            name: 0..0,
        })
    }

    /// Whether the item is a `use`, which goes on behind a brace.
    fn in_use(&self) -> bool {
        let item = self.item.as_ref().map(|item| &self.text[item.start..]);
        item.is_some_and(|text| text.starts_with("use "))
    }

    fn finish(&mut self, end: usize) {
        if let Some(item) = self.item.take() {
            self.pieces.push(Piece::Item(item.start..end));
        }
    }

    fn saw_word(&mut self, start: usize, end: usize) {
        if self.at_level() {
            let item = self.pending(start);
            item.before = std::mem::replace(&mut item.name, start..end);
        }
    }

    fn saw(&mut self, start: usize, byte: u8) {
        if !self.at_level() {
            return;
        }
        if byte == b'!'
            && self
                .item
                .as_ref()
                .is_some_and(|item| item.start + 1 == start)
        {
            let hash = start - 1;
            // Without a bracket it is no attribute, which whoever reads the item will say.
            let brackets = self.text[start + 1..].trim_start().starts_with('[');
            if brackets && self.bytes[hash] == b'#' {
                self.item = None;
                self.inner = Some(hash);
                return;
            }
        }
        let item = self.pending(start);
        item.name = 0..0;
        if byte == b';' {
            self.finish(start + 1);
        }
    }

    fn saw_doc(&mut self, start: usize, end: usize, inner: bool) {
        if !self.at_level() {
            return;
        }
        if inner && self.item.is_none() {
            self.pieces.push(Piece::Inner(start..end));
        } else {
            self.pending(start);
        }
    }

    /// A bracket that is open from here on.
    fn opens(&mut self, at: usize, bracket: u8) {
        if !self.at_level() || self.inner.is_some() {
            return;
        }
        let text = self.text;
        let item = self.pending(at);
        if bracket != b'{' {
            item.name = 0..0;
        } else if &text[item.before.clone()] == "mod" && !item.name.is_empty() {
            let head = item.start..at;
            self.item = None;
            self.pieces.push(Piece::Open(head));
            self.modules.push(self.stack.len() + 1);
        }
    }

    /// A bracket that is closed from here on.
    fn closes(&mut self, at: usize, bracket: u8) {
        if self.modules.last() == Some(&(self.stack.len() + 1)) {
            self.finish(at);
            self.modules.pop();
            self.pieces.push(Piece::Close);
            return;
        }
        if !self.at_level() {
            return;
        }
        if let Some(start) = self.inner.take() {
            self.item = None;
            self.pieces.push(Piece::Inner(start..at + 1));
        } else if bracket == b'}' && !self.in_use() {
            self.finish(at + 1);
        }
    }
}

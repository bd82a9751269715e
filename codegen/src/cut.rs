//! Cuts a file's text into its items, so that each is lexed, parsed and forgotten on its own.

use crate::scan::{Fault, Visitor, scan};
use std::borrow::Cow;
use std::ops::Range;

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
    Item(Cut),
}

/// The text of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// All of it.
    pub range: Range<usize>,
    /// Its first word outside brackets: `struct`, `const`.
    pub keyword: Range<usize>,
    /// Where its first brace outside brackets opens, or its end.
    pub body: usize,
}

/// What a text is cut into.
#[derive(Debug, Default)]
pub struct Pieces {
    /// The pieces up to the first fault.
    pub pieces: Vec<Piece>,
    /// The line comments among them that are documentation.
    pub docs: Vec<Range<usize>>,
    /// The first fault.
    pub fault: Option<Fault>,
}

/// The pieces of a text up to its first fault, and that fault.
pub fn cut(text: &str) -> Pieces {
    let mut cutter = Cutter {
        text,
        pieces: Vec::new(),
        docs: Vec::new(),
        depth: 0,
        modules: Vec::new(),
        item: None,
        inner: None,
    };
    let fault = scan(text, &mut cutter).err();
    if fault.is_none() {
        cutter.finish(text.len());
    }
    Pieces {
        pieces: cutter.pieces,
        docs: cutter.docs,
        fault,
    }
}

impl Pieces {
    /// The text as the lexer gets it: every place is the same, but documentation is left out behind
    /// its slashes. The lexer would copy it letter by letter; it is read from the text itself.
    pub fn without_docs<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.docs.is_empty() {
            return text.into();
        }
        let mut bytes = text.as_bytes().to_vec();
        for doc in &self.docs {
            if let Some((first, rest)) = bytes[doc.clone()]
                .get_mut(3..)
                .and_then(<[_]>::split_first_mut)
            {
                *first = b'\n';
                rest.fill(b' ');
            }
        }
        String::from_utf8(bytes).map_or(text.into(), Cow::Owned)
    }
}

/// The item that is being collected.
struct Pending {
    start: usize,
    keyword: Option<Range<usize>>,
    /// The word before `name`.
    before: Range<usize>,
    /// The last word outside brackets, if nothing follows it.
    name: Range<usize>,
    body: Option<usize>,
}

struct Cutter<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
    docs: Vec<Range<usize>>,
    /// How many brackets are open, those of modules included.
    depth: usize,
    /// The depths at which the open modules' items stand.
    modules: Vec<usize>,
    item: Option<Pending>,
    /// Where a `#![..]` attribute starts that is not closed yet.
    inner: Option<usize>,
}

impl Cutter<'_> {
    /// Whether what comes now belongs to no bracket but those of modules.
    fn at_level(&self) -> bool {
        self.depth == self.modules.last().copied().unwrap_or(0)
    }

    fn pending(&mut self, start: usize) -> &mut Pending {
        self.item.get_or_insert(Pending {
            start,
            keyword: None,
            before: 0..0,
            name: 0..0,
            body: None,
        })
    }

    fn finish(&mut self, end: usize) {
        if let Some(item) = self.item.take() {
            self.pieces.push(Piece::Item(Cut {
                range: item.start..end,
                keyword: item.keyword.unwrap_or(0..0),
                body: item.body.unwrap_or(end),
            }));
        }
    }
}

impl Visitor for Cutter<'_> {
    fn word(&mut self, start: usize, end: usize) {
        if self.at_level() {
            let item = self.pending(start);
            item.keyword.get_or_insert(start..end);
            item.before = std::mem::replace(&mut item.name, start..end);
        }
    }

    fn other(&mut self, start: usize, byte: u8) {
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
            if brackets && self.text.as_bytes()[hash] == b'#' {
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

    fn doc(&mut self, start: usize, end: usize, inner: bool) {
        if self.text.as_bytes()[start + 1] == b'/' {
            self.docs.push(start..end);
        }
        if !self.at_level() {
            return;
        }
        if inner && self.item.is_none() {
            self.pieces.push(Piece::Inner(start..end));
        } else {
            self.pending(start);
        }
    }

    fn open(&mut self, at: usize, bracket: u8) {
        if self.at_level() && self.inner.is_none() {
            let text = self.text;
            let item = self.pending(at);
            if bracket == b'{' {
                if &text[item.before.clone()] == "mod" && !item.name.is_empty() {
                    let head = item.start..at;
                    self.item = None;
                    self.pieces.push(Piece::Open(head));
                    self.modules.push(self.depth + 1);
                } else {
                    item.body.get_or_insert(at);
                }
            } else {
                item.name = 0..0;
            }
        }
        self.depth += 1;
    }

    fn close(&mut self, at: usize, bracket: u8) {
        if bracket == b'}' && self.at_level() && !self.modules.is_empty() {
            self.finish(at);
            self.modules.pop();
            self.depth -= 1;
            self.pieces.push(Piece::Close);
            return;
        }
        self.depth -= 1;
        if !self.at_level() {
            return;
        }
        if let Some(start) = self.inner.take() {
            self.item = None;
            self.pieces.push(Piece::Inner(start..at + 1));
        } else if bracket == b'}' {
            self.finish(at + 1);
        }
    }
}

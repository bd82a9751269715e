//! Tokens of Rust in one flat list: what emitters write, and the renderer reads.
//!
//! A token of `proc_macro2` is an allocation, and most tokens are the same for every item of a kind.
//! So these are [quoted](quote) once, as a *form* with holes, and copied from then on; what differs
//! is put into the holes.

mod form;
mod kind;
mod quoted;

use core::fmt::{Display, Write};
use core::ops::Range;

use proc_macro2::Literal;

pub(crate) use form::{Form, fixed, hole, quote_to};
pub(crate) use kind::{Delimiter, Kind, Operator, Word};

/// Something that becomes tokens where it is interpolated.
pub(crate) trait ToTokens {
    /// Adds the tokens.
    fn to_tokens(&self, tokens: &mut Tokens);
}

/// Tokens in a flat list: operators are whole, a group is what lies between its two delimiters.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    /// The text of all tokens, with nothing between them.
    text: String,
    list: Vec<Token>,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// The length of its text, which begins where that of the token before it ends.
    pub(crate) len: u32,
}

impl Tokens {
    /// No tokens.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Forgets all tokens.
    pub fn clear(&mut self) {
        self.text.clear();
        self.list.clear();
    }

    /// The text of all tokens.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The tokens.
    pub(crate) fn list(&self) -> &[Token] {
        &self.list
    }

    /// Adds a token.
    pub(crate) fn push(&mut self, kind: Kind, text: &str) {
        self.text.push_str(text);
        self.end(kind, text.len());
    }

    /// Makes a token of the text's last `len` bytes.
    fn end(&mut self, kind: Kind, len: usize) {
        // A token of four gigabytes would be needed to exceed it.
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        self.list.push(Token { kind, len });
    }

    /// Adds an identifier or a keyword.
    pub(crate) fn word(&mut self, text: &str) {
        self.push(Kind::Word(Word::of(text)), text);
    }

    /// Adds an operator that is of no other use.
    pub(crate) fn operator(&mut self, text: &str) {
        self.push(Kind::Operator(Operator::of(text)), text);
    }

    /// Adds a literal; writing to a string cannot fail.
    pub(crate) fn literal(&mut self, literal: impl Display) {
        let start = self.text.len();
        let _ = write!(self.text, "{literal}");
        self.end(Kind::Word(Word::Name), self.text.len() - start);
    }

    /// Adds a string literal.
    pub(crate) fn string(&mut self, text: &str) {
        let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\';
        if !text.bytes().all(plain) {
            return self.literal(Literal::string(text));
        }
        self.text.push('"');
        self.text.push_str(text);
        self.text.push('"');
        self.end(Kind::Word(Word::Name), text.len() + 2);
    }

    /// Adds lines of documentation, each behind a space.
    pub(crate) fn docs(&mut self, markdown: &str, inner: bool) {
        // A comment cannot hold it, but a literal can.
        if markdown.contains('\r') && markdown.lines().any(|line| line.contains('\r')) {
            return self.quoted_docs(markdown, inner);
        }
        for line in markdown.lines() {
            let mut len = line.len();
            if len > 0 {
                self.text.push(' ');
                self.text.push_str(line);
                len += 1;
            }
            self.end(Kind::Doc { inner }, len);
        }
    }

    /// Adds the same as a literal.
    fn quoted_docs(&mut self, markdown: &str, inner: bool) {
        let lines = markdown.lines();
        let lines: Vec<_> = lines
            .map(|line| match line {
                "" => String::new(),
                line => format!(" {line}"),
            })
            .collect();
        self.push(Kind::Attribute, if inner { "#!" } else { "#" });
        self.push(Kind::Open(Delimiter::Bracket), "[");
        self.word("doc");
        self.operator("=");
        self.string(&lines.join("\n"));
        self.push(Kind::Close(Delimiter::Bracket), "]");
    }

    /// The same without documentation.
    pub(crate) fn without_docs(&self) -> Self {
        let mut kept = Self::new();
        let mut at = 0;
        let mut tokens = self.list.iter();
        while let Some(token) = tokens.next() {
            let len = token.len as usize;
            let (start, rest) = (at, tokens.as_slice());
            at += len;
            match (token.kind, rest) {
                (Kind::Doc { .. }, _) => {}
                // What no comment could hold: `#[doc = "..."]`.
                (Kind::Attribute, [open, doc, ..])
                    if self.text[at + open.len as usize..][..doc.len as usize] == *"doc" =>
                {
                    for token in tokens.by_ref() {
                        at += token.len as usize;
                        if token.kind == Kind::Close(Delimiter::Bracket) {
                            break;
                        }
                    }
                }
                _ => kept.push(token.kind, &self.text[start..at]),
            }
        }
        kept
    }

    /// Adds a comment of one line, which the renderer wraps.
    pub(crate) fn comment(&mut self, text: &str) {
        self.push(Kind::Comment, text);
    }

    /// Adds some of another list's tokens, and their text.
    fn copy(&mut self, of: &Self, list: Range<usize>, text: Range<usize>) {
        self.list.extend_from_slice(&of.list[list]);
        self.text.push_str(&of.text[text]);
    }
}

impl ToTokens for Tokens {
    fn to_tokens(&self, tokens: &mut Tokens) {
        tokens.copy(self, 0..self.list.len(), 0..self.text.len());
    }
}

impl<T: ToTokens + ?Sized> ToTokens for &T {
    fn to_tokens(&self, tokens: &mut Tokens) {
        (**self).to_tokens(tokens);
    }
}

impl<T: ToTokens> ToTokens for Option<T> {
    fn to_tokens(&self, tokens: &mut Tokens) {
        if let Some(some) = self {
            some.to_tokens(tokens);
        }
    }
}

/// A string literal.
impl ToTokens for str {
    fn to_tokens(&self, tokens: &mut Tokens) {
        tokens.string(self);
    }
}

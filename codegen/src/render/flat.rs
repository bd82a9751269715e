//! Tokens in one flat list, each with its place on an endless line: the printer's input.

use core::ops::Range;

use super::shape::Shape;

/// What encloses a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    /// `( )`
    Paren,
    /// `[ ]`
    Bracket,
    /// `{ }`
    Brace,
    /// `< >` around types.
    Angle,
    /// `{ }` around imported names, in which no spaces stand.
    Tree,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An identifier, a keyword, a lifetime or a literal.
    Word,
    /// An operator or a separator.
    Operator,
    /// A group's beginning.
    Open(Delimiter),
    /// A group's end.
    Close(Delimiter),
    /// A line of documentation; the text is what follows the slashes.
    Doc {
        /// Whether it documents what it is in, `//!`.
        inner: bool,
    },
    /// A comment's text.
    Comment,
    /// The `#` or `#!` of an attribute; the partner is its closing bracket.
    Attribute,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// What the group holds that it opens.
    pub(super) shape: Shape,
    /// Whether a space stands before it.
    pub(super) gap: bool,
    /// Whether the group that it opens must be broken over lines.
    pub(super) broken: bool,
    /// Its text, in [`Flat::text`].
    start: u32,
    len: u32,
    /// Where its first character is on the endless line.
    column: u32,
    /// How many tokens before it, from the beginning, force a line break.
    breaks: u32,
    /// The other end of a group or of an attribute.
    partner: u32,
}

impl Token {
    /// The other end of a group or of an attribute.
    pub(super) fn partner(&self) -> usize {
        self.partner as usize
    }
}

/// All tokens of a file.
#[derive(Debug, Default)]
pub(super) struct Flat {
    text: String,
    tokens: Vec<Token>,
    /// Where the next token begins on the endless line.
    column: u32,
}

impl Flat {
    /// Forgets all tokens.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.tokens.clear();
        self.column = 0;
    }

    /// The tokens' count.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// One token.
    pub(super) fn token(&self, at: usize) -> &Token {
        &self.tokens[at]
    }

    /// A token's text.
    pub(super) fn text(&self, at: usize) -> &str {
        let token = &self.tokens[at];
        &self.text[token.start as usize..(token.start + token.len) as usize]
    }

    /// Whether the token is this operator.
    pub(super) fn is_operator(&self, at: usize, text: &str) -> bool {
        self.tokens[at].kind == Kind::Operator && self.text(at) == text
    }

    /// How wide the tokens are on one line, without the space before the first.
    pub(super) fn width(&self, range: Range<usize>) -> usize {
        if range.is_empty() {
            return 0;
        }
        let last = &self.tokens[range.end - 1];
        (last.column + last.len - self.tokens[range.start].column) as usize
    }

    /// Whether something among the tokens cannot stay on one line.
    pub(super) fn has_break(&self, range: Range<usize>) -> bool {
        let Some(first) = self.tokens.get(range.start) else {
            return false;
        };
        let end = self.tokens.get(range.end).map_or_else(
            || {
                self.tokens
                    .last()
                    .map_or(0, |last| last.breaks + breaks(last))
            },
            |token| token.breaks,
        );
        !range.is_empty() && end > first.breaks
    }

    /// Runs `write`, which appends a token's text to the list's, and says which part it wrote.
    pub(super) fn write(&mut self, write: impl FnOnce(&mut String)) -> Range<usize> {
        let start = self.text.len();
        write(&mut self.text);
        start..self.text.len()
    }

    /// What [`write`](Self::write) wrote.
    pub(super) fn written(&self, range: Range<usize>) -> &str {
        &self.text[range]
    }

    /// Takes back everything that was written from `start` on.
    pub(super) fn unwrite(&mut self, start: usize) {
        self.text.truncate(start);
    }

    /// Adds a token and says where it is.
    pub(super) fn push(&mut self, kind: Kind, gap: bool, text: Range<usize>) -> usize {
        let at = self.tokens.len();
        let len = narrow(text.len());
        let column = self.column + u32::from(gap);
        self.column = column + len;
        self.tokens.push(Token {
            kind,
            shape: Shape::None,
            gap,
            broken: false,
            start: narrow(text.start),
            len,
            column,
            breaks: 0,
            partner: narrow(at),
        });
        at
    }

    /// Ties the two ends of a group or an attribute.
    pub(super) fn pair(&mut self, open: usize, close: usize) {
        self.tokens[open].partner = narrow(close);
        self.tokens[close].partner = narrow(open);
    }

    /// Says what a group holds and whether it must be broken.
    pub(super) fn form(&mut self, open: usize, shape: Shape, broken: bool) {
        self.tokens[open].shape = shape;
        self.tokens[open].broken = broken;
    }

    /// Makes what looked like the beginning of a list of types an operator again.
    pub(super) fn demote(&mut self, at: usize) {
        self.tokens[at].kind = Kind::Operator;
    }

    /// Counts the forced breaks; called once, when every group is closed.
    pub(super) fn count_breaks(&mut self) {
        let mut count = 0;
        for token in &mut self.tokens {
            token.breaks = count;
            count += breaks(token);
        }
    }
}

/// How many line breaks the token forces.
fn breaks(token: &Token) -> u32 {
    let hard = matches!(
        token.kind,
        Kind::Doc { .. } | Kind::Comment | Kind::Attribute
    );
    u32::from(hard || token.broken)
}

/// A place in the text, which a file of four gigabytes would be needed to exceed.
fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

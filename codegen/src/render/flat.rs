//! Tokens laid out on one endless line, each with its place on it: the printer's input.

use core::ops::Range;

use super::shape::Shape;
use crate::tokens::{Kind, Operator, Tokens};

/// One token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// What it is; an attribute's partner is its closing bracket.
    pub(super) kind: Kind,
    /// What the group holds that it opens.
    pub(super) shape: Shape,
    /// Whether a space stands before it.
    pub(super) gap: bool,
    /// Whether the group that it opens must be broken over lines.
    pub(super) broken: bool,
    /// Where it begins and ends on the endless line.
    start: u32,
    end: u32,
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

/// Tokens on an endless line.
#[derive(Debug, Default)]
pub(super) struct Flat {
    line: String,
    tokens: Vec<Token>,
    /// Where the last token ends.
    end: u32,
}

impl Flat {
    /// Forgets all tokens, and makes room for others.
    pub(super) fn clear(&mut self, next: &Tokens) {
        self.line.clear();
        self.tokens.clear();
        // With a space before each.
        self.line.reserve(next.text().len() + next.list().len());
        self.tokens.reserve(next.list().len());
        self.end = 0;
    }

    /// The tokens' count.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// One token.
    pub(super) fn token(&self, at: usize) -> &Token {
        &self.tokens[at]
    }

    /// What a token is.
    pub(super) fn kind(&self, at: usize) -> Kind {
        self.tokens[at].kind
    }

    /// A token's text.
    pub(super) fn text(&self, at: usize) -> &str {
        let token = &self.tokens[at];
        &self.line[token.start as usize..token.end as usize]
    }

    /// The text of tokens on one line, without the space before the first.
    pub(super) fn line(&self, range: Range<usize>) -> &str {
        match self.tokens.get(range.clone()) {
            Some([first, .., last]) => &self.line[first.start as usize..last.end as usize],
            Some([_]) => self.text(range.start),
            _ => "",
        }
    }

    /// How wide the tokens are on one line, without the space before the first.
    pub(super) fn width(&self, range: Range<usize>) -> usize {
        match self.tokens.get(range) {
            Some([first, .., last]) => (last.end - first.start) as usize,
            Some([one]) => (one.end - one.start) as usize,
            _ => 0,
        }
    }

    /// Whether the token is this operator.
    pub(super) fn is_operator(&self, at: usize, operator: Operator) -> bool {
        self.tokens[at].kind == Kind::Operator(operator)
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

    /// Adds a token of `len` bytes, and says where it is; [`write`](Self::write) adds its text.
    pub(super) fn push(&mut self, kind: Kind, gap: bool, len: usize) -> usize {
        let at = self.tokens.len();
        let start = self.end + u32::from(gap);
        self.end = start + narrow(len);
        self.tokens.push(Token {
            kind,
            shape: Shape::None,
            gap,
            broken: false,
            start,
            end: self.end,
            breaks: 0,
            partner: narrow(at),
        });
        at
    }

    /// Makes the last token longer by `len` bytes.
    pub(super) fn extend(&mut self, len: usize) {
        self.end += narrow(len);
        if let Some(last) = self.tokens.last_mut() {
            last.end = self.end;
        }
    }

    /// Adds text to the line.
    pub(super) fn write(&mut self, text: &str) {
        self.line.push_str(text);
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
        self.tokens[at].kind = Kind::Operator(Operator::Less);
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

/// A place on the line, which items of four gigabytes would be needed to exceed.
fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

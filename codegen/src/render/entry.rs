//! Finds the items, statements and list entries among the flat tokens.

use core::ops::Range;

use super::flat::Flat;
use crate::tokens::{Delimiter, Kind, Operator, Word};

/// The widest element of an array that shares its line with others when the array is broken.
const SHORT: usize = 10;

/// The widest chain of calls that stays on one line.
const CHAIN: usize = 60;

/// The widest beginning of a chain that its first call sticks to.
const SHORT_ROOT: usize = 4;

/// An item or a statement.
pub(super) struct Entry {
    /// The tokens behind its attributes.
    pub(super) body: Range<usize>,
    /// Whether it needs more than one line.
    pub(super) tall: bool,
    /// What it is.
    pub(super) sort: Sort,
}

/// The kinds of items that blank lines depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Const,
    Use,
    Mod,
    Type,
    Other,
}

impl Entry {
    /// Finds the item or statement that begins at `start`.
    pub(super) fn read(flat: &Flat, start: usize, end: usize) -> Self {
        let (inner, at) = skip_attributes(flat, start, end);
        let body = if inner {
            at..at
        } else {
            at..item_end(flat, at, end)
        };
        Self {
            tall: inner || at > start || flat.has_break(body.clone()),
            sort: Sort::read(flat, &body),
            body,
        }
    }
}

impl Sort {
    /// The keyword of an item, behind `pub`.
    fn read(flat: &Flat, body: &Range<usize>) -> Self {
        let mut words = body.clone().map(|at| match flat.kind(at) {
            Kind::Word(word) => Some(word),
            _ => None,
        });
        let mut first = words.next().flatten();
        if first == Some(Word::Pub) {
            first = words.next().flatten();
        }
        match first {
            Some(Word::Const) => match words.next().flatten() {
                Some(Word::Fn | Word::Unsafe | Word::Extern) => Self::Other,
                _ => Self::Const,
            },
            Some(Word::Use) => Self::Use,
            Some(Word::Mod) => Self::Mod,
            Some(Word::Type) => Self::Type,
            _ => Self::Other,
        }
    }
}

/// Where the attributes end that begin at `start`: all of the inside, or all of what follows.
pub(super) fn skip_attributes(flat: &Flat, start: usize, end: usize) -> (bool, usize) {
    let mut at = start;
    let mut inner = false;
    while at < end {
        let next = match flat.kind(at) {
            Kind::Doc { inner } => (inner, at + 1),
            Kind::Comment => (false, at + 1),
            Kind::Attribute => (flat.text(at) == "#!", flat.token(at).partner() + 1),
            _ => break,
        };
        if at > start && next.0 != inner {
            break;
        }
        (inner, at) = next;
    }
    (inner, at)
}

/// Where the item or statement ends whose first token is at `start`.
fn item_end(flat: &Flat, start: usize, end: usize) -> usize {
    let mut at = start;
    let mut assigned = false;
    while at < end {
        match flat.kind(at) {
            Kind::Open(delimiter) => {
                at = flat.token(at).partner() + 1;
                let ended = at >= end || !continues(flat.kind(at));
                if delimiter == Delimiter::Brace && !assigned && ended {
                    return at;
                }
                continue;
            }
            Kind::Operator(Operator::Semicolon) => return at + 1,
            Kind::Operator(Operator::Assign) => assigned = true,
            _ => {}
        }
        at += 1;
    }
    at
}

/// Whether a token goes on with what a brace has closed.
fn continues(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Word(Word::Else | Word::As)
            | Kind::Operator(
                Operator::Semicolon | Operator::Dot | Operator::Question | Operator::Comma
            )
    )
}

/// What stands behind the `=` of an item or a statement.
pub(super) fn assigned(flat: &Flat, range: &Range<usize>) -> Option<Range<usize>> {
    let mut at = range.start;
    while at < range.end {
        if flat.is_operator(at, Operator::Assign) {
            return Some(at + 1..range.end);
        }
        at = after(flat, at);
    }
    None
}

/// The entries of a list, without the commas behind them.
///
/// A match arm that is a block needs no comma.
pub(super) fn split(flat: &Flat, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    core::iter::from_fn(move || {
        let start = at;
        while at < range.end {
            if flat.is_operator(at, Operator::Comma) {
                at += 1;
                return Some(start..at - 1);
            }
            let arm = is_block_arm(flat, at);
            at = after(flat, at);
            if arm && at < range.end && !flat.is_operator(at, Operator::Comma) {
                return Some(start..at);
            }
        }
        (start < range.end).then_some(start..range.end)
    })
}

/// Whether a token begins the block of a match arm.
fn is_block_arm(flat: &Flat, at: usize) -> bool {
    let brace = flat.kind(at) == Kind::Open(Delimiter::Brace);
    brace && at > 0 && flat.is_operator(at - 1, Operator::Arrow)
}

/// Whether an entry of a list is a match arm with a block.
pub(super) fn ends_in_block(flat: &Flat, entry: &Range<usize>) -> bool {
    let last = entry.end.checked_sub(1).map(|last| flat.token(last));
    last.is_some_and(|last| {
        last.kind == Kind::Close(Delimiter::Brace) && is_block_arm(flat, last.partner())
    })
}

/// Where a chain of calls is broken that rustfmt would break; nowhere for everything else.
pub(super) fn links(flat: &Flat, range: &Range<usize>) -> Vec<usize> {
    if flat.width(range.clone()) <= CHAIN {
        return Vec::new();
    }
    let mut start = range.start;
    if let Some(value) = assigned(flat, range) {
        start = value.start;
    }
    let mut links = Vec::new();
    let mut at = start;
    while at < range.end {
        if flat.is_operator(at, Operator::Dot) && at + 2 < range.end && is_call(flat, at + 1) {
            links.push(at);
        }
        at = after(flat, at);
    }
    let end = if flat.is_operator(range.end - 1, Operator::Semicolon) {
        range.end - 1
    } else {
        range.end
    };
    if links.len() < 2 || flat.width(start..end) <= CHAIN {
        return Vec::new();
    }
    if flat.width(start..links[0]) <= SHORT_ROOT {
        links.remove(0);
    }
    links
}

/// Whether a name and the parentheses of a call begin here.
fn is_call(flat: &Flat, at: usize) -> bool {
    matches!(flat.kind(at), Kind::Word(_)) && flat.kind(at + 1) == Kind::Open(Delimiter::Paren)
}

/// Whether each entry is so short that several share a line.
pub(super) fn all_short(flat: &Flat, range: &Range<usize>) -> bool {
    split(flat, range.clone()).all(|entry| flat.width(entry) <= SHORT)
}

/// The place behind a token, a group or an attribute.
fn after(flat: &Flat, at: usize) -> usize {
    match flat.kind(at) {
        Kind::Open(_) | Kind::Attribute => flat.token(at).partner() + 1,
        _ => at + 1,
    }
}

//! Puts the flat tokens on lines.

use core::ops::Range;

use super::WIDTH;
use super::entry::{
    Entry, Sort, all_short, assigned, ends_in_block, links, skip_attributes, split,
};
use super::flat::Flat;
use super::page::Page;
use super::shape::Shape;
use crate::tokens::{Delimiter, Kind, Operator};

/// How far a group's content stands in.
const INDENT: usize = 4;

/// What the items beside an item must know of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Whether it takes more than one line.
    tall: bool,
    /// What it is.
    sort: Sort,
}

impl Mark {
    /// A file's header, which stands apart.
    pub(super) const HEADER: Self = Self {
        tall: true,
        sort: Sort::Other,
    };

    /// Whether a blank line stands between this item and the next one of the file.
    pub(super) fn parts_from(self, next: Self) -> bool {
        parted(self, next, Blank::Between)
    }
}

/// Where blank lines stand between items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blank {
    /// Between items of more than one line.
    Between,
    /// The same, but not between constants.
    NotConstants,
    /// Nowhere: statements.
    Never,
}

/// The printer at work.
pub(super) struct Printer<'a> {
    flat: &'a Flat,
    page: &'a mut Page,
}

impl<'a> Printer<'a> {
    /// A printer of these tokens that goes on with a page.
    pub(super) fn new(flat: &'a Flat, page: &'a mut Page) -> Self {
        Self { flat, page }
    }

    /// Prints the items of a file; `ends` are the first and the last of them.
    pub(super) fn items(mut self, ends: &mut Option<(Mark, Mark)>) {
        *ends = self.entries(0..self.flat.len(), 0, Blank::Between);
    }

    /// Prints items or statements, each on its own line; gives the first and the last.
    fn entries(
        &mut self,
        range: Range<usize>,
        indent: usize,
        blank: Blank,
    ) -> Option<(Mark, Mark)> {
        let mut at = range.start;
        let mut ends = None;
        while at < range.end {
            let entry = Entry::read(self.flat, at, range.end);
            let mark = Mark {
                tall: entry.tall,
                sort: entry.sort,
            };
            if let Some((_, last)) = ends {
                if parted(last, mark, blank) {
                    self.page.blank();
                }
                self.page.newline(indent);
            }
            self.attributes(at..entry.body.start, indent);
            if !entry.body.is_empty() {
                if at < entry.body.start {
                    self.page.newline(indent);
                }
                self.line(entry.body.clone(), indent, 0);
            }
            at = entry.body.end;
            ends = Some(ends.map_or((mark, mark), |(first, _)| (first, mark)));
        }
        ends
    }

    /// Prints attributes and documentation, each on its own line.
    fn attributes(&mut self, range: Range<usize>, indent: usize) {
        let mut at = range.start;
        while at < range.end {
            if at > range.start {
                self.page.newline(indent);
            }
            let text = self.flat.text(at);
            match self.flat.token(at).kind {
                Kind::Doc { inner } => {
                    self.page.push(if inner { "//!" } else { "///" });
                    self.page.push(text);
                }
                Kind::Comment => self.page.comment(text, indent),
                _ => {
                    let end = self.flat.token(at).partner() + 1;
                    self.page.push(text);
                    self.page.push("[");
                    self.pieces(at + 2..end - 1, indent, 1);
                    self.page.push("]");
                    at = end;
                    continue;
                }
            }
            at += 1;
        }
    }

    /// Prints what has no attributes; `tail` columns follow on its last line.
    fn line(&mut self, range: Range<usize>, indent: usize, tail: usize) {
        let width = self.flat.width(range.clone());
        let links = links(self.flat, &range);
        if !links.is_empty() {
            return self.chain(range, &links, indent);
        }
        if !self.flat.has_break(range.clone()) && self.page.fits(width + tail) {
            return self.one_line(range);
        }
        if let Some(value) = assigned(self.flat, &range) {
            let below = indent + INDENT + self.flat.width(value.clone()) + tail;
            if !self.flat.has_break(value.clone()) && below <= WIDTH {
                self.pieces(range.start..value.start, indent, 0);
                self.page.newline(indent + INDENT);
                return self.one_line(value);
            }
        }
        self.pieces(range, indent, tail);
    }

    /// Prints a chain of calls, the later ones on lines of their own.
    fn chain(&mut self, range: Range<usize>, links: &[usize], mut indent: usize) {
        let mut start = range.start;
        if let (Some(value), Some(&link)) = (assigned(self.flat, &range), links.first())
            && !self.page.fits(self.flat.width(start..link))
        {
            self.pieces(start..value.start, indent, 0);
            indent += INDENT;
            self.page.newline(indent);
            start = value.start;
        }
        for &link in links {
            self.pieces(start..link, indent, 0);
            self.page.newline(indent + INDENT);
            start = link;
        }
        self.pieces(start..range.end, indent + INDENT, 0);
    }

    fn one_line(&mut self, range: Range<usize>) {
        self.page.push(self.flat.line(range));
    }

    /// Prints tokens, with those groups broken that do not fit.
    fn pieces(&mut self, range: Range<usize>, indent: usize, tail: usize) {
        let mut at = range.start;
        // Whatever is not a group goes at one go, up to the next.
        let mut rest = at;
        while at < range.end {
            let token = self.flat.token(at);
            if !matches!(token.kind, Kind::Open(_)) {
                at += 1;
                continue;
            }
            self.spaced(rest..at, range.start);
            if at > range.start && token.gap {
                self.page.push(" ");
            }
            let close = token.partner();
            let fits = close == at + 1 || self.group_fits(at..close + 1, range.end, tail);
            let array = token.shape == Shape::Array;
            if fits {
                self.one_line(at..close + 1);
            } else {
                self.broken(at, close, indent);
            }
            at = close + 1;
            rest = at;
            if !fits && array && at < range.end && self.flat.is_operator(at, Operator::Dot) {
                self.page.newline(indent);
            }
        }
        self.spaced(rest..at, range.start);
    }

    /// Prints tokens on one line, with the space before them unless they begin a line at `start`.
    fn spaced(&mut self, range: Range<usize>, start: usize) {
        if range.is_empty() {
            return;
        }
        if range.start > start && self.flat.token(range.start).gap {
            self.page.push(" ");
        }
        self.one_line(range);
    }

    /// Whether a group fits on the line, with what follows it up to the next bracket that can be
    /// broken.
    fn group_fits(&self, group: Range<usize>, end: usize, tail: usize) -> bool {
        if self.flat.has_break(group.clone()) {
            return false;
        }
        let breakable = |at: &usize| {
            let token = self.flat.token(*at);
            let bracket = matches!(token.kind, Kind::Open(kind) if kind != Delimiter::Angle);
            bracket && token.partner() > at + 1
        };
        let width = match (group.end..end).find(breakable) {
            Some(open) => self.flat.width(group.start..open + 1),
            None => self.flat.width(group.start..end) + tail,
        };
        self.page.fits(width)
    }

    /// Prints a group over several lines.
    fn broken(&mut self, open: usize, close: usize, indent: usize) {
        let content = open + 1..close;
        let inner = indent + INDENT;
        let shape = self.flat.token(open).shape;
        self.page.push(self.flat.text(open));
        self.page.newline(inner);
        match shape {
            Shape::Members => {
                self.entries(content, inner, Blank::NotConstants);
            }
            Shape::Body | Shape::Block => {
                self.entries(content, inner, Blank::Never);
            }
            Shape::Imports => self.fill(content, inner),
            Shape::Array if all_short(self.flat, &content) => self.fill(content, inner),
            _ => self.list(content, inner, shape.trailing_comma()),
        }
        self.page.newline(indent);
        self.page.push(self.flat.text(close));
    }

    /// Prints a list, an entry a line.
    fn list(&mut self, range: Range<usize>, indent: usize, trailing: bool) {
        let mut first = true;
        let end = range.end;
        for entry in split(self.flat, range) {
            if !first {
                self.page.newline(indent);
            }
            first = false;
            let (_, body) = skip_attributes(self.flat, entry.start, entry.end);
            self.attributes(entry.start..body, indent);
            if body > entry.start {
                self.page.newline(indent);
            }
            self.line(body..entry.end, indent, 1);
            let variadic =
                entry.end > body && self.flat.is_operator(entry.end - 1, Operator::Ellipsis);
            let comma = if ends_in_block(self.flat, &entry) {
                entry.end < end && self.flat.is_operator(entry.end, Operator::Comma)
            } else {
                entry.end < end || (trailing && !variadic)
            };
            if comma {
                self.page.push(",");
            }
        }
    }

    /// Prints a list of short entries, as many on a line as fit.
    fn fill(&mut self, range: Range<usize>, indent: usize) {
        let mut first = true;
        for entry in split(self.flat, range) {
            let width = self.flat.width(entry.clone()) + 1;
            if !first {
                if self.page.fits(1 + width) {
                    self.page.push(" ");
                } else {
                    self.page.newline(indent);
                }
            }
            first = false;
            self.one_line(entry);
            self.page.push(",");
        }
    }
}

fn parted(last: Mark, next: Mark, blank: Blank) -> bool {
    let same = last.sort == next.sort;
    match blank {
        Blank::Never => false,
        Blank::NotConstants if same && next.sort == Sort::Const => false,
        _ if same && matches!(next.sort, Sort::Use | Sort::Mod) => last.tall != next.tall,
        _ => last.tall || next.tall || !same,
    }
}

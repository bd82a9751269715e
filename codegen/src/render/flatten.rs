//! Lays tokens out flat: attributes and groups paired, lists of types told from comparisons, spaces
//! decided.

use super::flat::Flat;
use super::shape::{Context, Shape};
use super::spacing::{Before, fuse, join};
use crate::tokens::{Delimiter, Kind, Operator, Tokens};

/// Lays out tokens.
pub(super) fn flatten(tokens: &Tokens, flat: &mut Flat) {
    flat.clear(tokens);
    let mut builder = Builder {
        flat,
        text: tokens.text(),
        written: 0,
        at: 0,
        before: Before::Nothing,
        joint: false,
        attribute: None,
        frame: Frame::default(),
        outer: Vec::new(),
    };
    for token in tokens.list() {
        let len = token.len as usize;
        builder.token(token.kind, len);
        builder.at += len;
    }
    builder.end_types();
    builder.write();
    flat.count_breaks();
}

/// The line under construction.
struct Builder<'a> {
    flat: &'a mut Flat,
    /// The text of all tokens, how much of it is on the line, and where the next token begins.
    text: &'a str,
    written: usize,
    at: usize,
    before: Before,
    /// Whether the last token is an operator that goes on in the next.
    joint: bool,
    /// The sign of the attribute whose brackets come next.
    attribute: Option<usize>,
    /// The group that is being read.
    frame: Frame,
    /// The groups that it is in.
    outer: Vec<Frame>,
}

/// What is known of the group that is being read.
#[derive(Default)]
struct Frame {
    /// Where it was opened.
    open: usize,
    /// What stood before that.
    before: Before,
    /// The sign of the attribute that it is the content of.
    attribute: Option<usize>,
    /// What the tokens say of the groups among them.
    context: Context,
    /// The `<` that wait for their `>`.
    angles: Vec<Angle>,
    /// Whether something in the group forces a line break.
    broken: bool,
}

/// A `<` that waits for its `>`.
struct Angle {
    open: usize,
    /// Whether something forced a line break before it.
    broken: bool,
}

impl Builder<'_> {
    /// Writes the text up to the next token: between two spaces it goes at one go.
    fn write(&mut self) {
        self.flat.write(&self.text[self.written..self.at]);
        self.written = self.at;
    }

    fn token(&mut self, kind: Kind, len: usize) {
        match kind {
            Kind::Word(word) => {
                self.frame.context.word(word);
                self.push(kind, len);
            }
            Kind::Operator(operator) => return self.operator(operator, len),
            Kind::Open(delimiter) => self.open(delimiter, len),
            Kind::Close(delimiter) => self.close(delimiter, len),
            Kind::Attribute => {
                self.frame.broken = true;
                self.attribute = Some(self.push(kind, len));
            }
            Kind::Doc { .. } | Kind::Comment => {
                self.frame.broken = true;
                self.push(kind, len);
            }
        }
        self.joint = false;
    }

    /// Adds a token, with a space before it where one is due.
    fn push(&mut self, kind: Kind, len: usize) -> usize {
        let (mut gap, before) = join(self.before, kind);
        // Other tokens are told apart by what they begin with.
        let sign = matches!(kind, Kind::Operator(_) | Kind::Open(Delimiter::Angle));
        if sign && !gap && self.before != Before::Nothing {
            gap = fuse(self.text.as_bytes(), self.at);
        }
        if gap {
            self.write();
            self.flat.write(" ");
        }
        self.before = before;
        self.flat.push(kind, gap, len)
    }

    fn operator(&mut self, operator: Operator, len: usize) {
        let in_types = !self.frame.angles.is_empty();
        let joint = matches!(operator, Operator::Greater { joint: true });
        match operator {
            Operator::Greater { .. } if in_types => return self.close_types(len),
            _ if self.joint => self.flat.extend(len),
            Operator::Less if !matches!(self.before, Before::Close(_)) => self.open_types(len),
            _ => {
                self.frame.context.operator(operator, in_types);
                self.push(Kind::Operator(operator), len);
            }
        }
        self.joint = joint;
    }

    fn open_types(&mut self, len: usize) {
        let open = self.push(Kind::Open(Delimiter::Angle), len);
        self.frame.angles.push(Angle {
            open,
            broken: core::mem::take(&mut self.frame.broken),
        });
    }

    fn close_types(&mut self, len: usize) {
        let Some(angle) = self.frame.angles.pop() else {
            return;
        };
        let close = self.push(Kind::Close(Delimiter::Angle), len);
        self.flat.pair(angle.open, close);
        self.flat.form(angle.open, Shape::Types, self.frame.broken);
        self.frame.broken |= angle.broken;
    }

    /// Makes operators of the `<` that have no `>`.
    fn end_types(&mut self) {
        for angle in self.frame.angles.drain(..) {
            self.flat.demote(angle.open);
            self.frame.broken |= angle.broken;
        }
    }

    fn open(&mut self, delimiter: Delimiter, len: usize) {
        let delimiter = match delimiter {
            Delimiter::Brace if self.before == Before::Tight => Delimiter::Tree,
            other => other,
        };
        let attribute = self.attribute.take();
        let before = self.before;
        let within = Frame {
            open: self.push(Kind::Open(delimiter), len),
            before,
            attribute,
            context: match attribute {
                Some(_) => Context::attribute(),
                None => self.frame.context.within(),
            },
            ..Frame::default()
        };
        self.outer.push(core::mem::replace(&mut self.frame, within));
    }

    fn close(&mut self, delimiter: Delimiter, len: usize) {
        self.end_types();
        let Some(outer) = self.outer.pop() else {
            return;
        };
        let within = core::mem::replace(&mut self.frame, outer);
        let delimiter = match self.flat.kind(within.open) {
            Kind::Open(opened) => opened,
            _ => delimiter,
        };
        let content = within.open + 1..self.flat.len();
        let close = self.push(Kind::Close(delimiter), len);
        if let Some(sign) = within.attribute {
            self.flat.form(within.open, Shape::Plain, within.broken);
            self.flat.pair(sign, close);
            self.flat.pair(within.open, close);
            return;
        }
        let context = &mut self.frame.context;
        let shape = context.shape(delimiter, within.before, &within.context);
        context.group(delimiter);
        let too_wide = shape
            .limit(within.context.comma)
            .is_some_and(|limit| self.flat.width(content.clone()) > limit);
        let broken = !content.is_empty() && (within.broken || too_wide || shape.always_broken());
        self.flat.pair(within.open, close);
        self.flat.form(within.open, shape, broken);
        self.frame.broken |= broken;
    }
}

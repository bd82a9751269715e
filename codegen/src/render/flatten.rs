//! Lays a token stream out flat: operators whole, attributes and groups paired, spaces decided.

use core::iter::Peekable;
use core::ops::Range;

use proc_macro2::{Group, Ident, Punct, Spacing, TokenStream, TokenTree};

use super::COMMENT;
use super::flat::{Delimiter, Flat, Kind};
use super::shape::{Context, Shape};
use super::spacing::{Before, Next, fuse, is_operator, join, word};
use super::string::{self, show};

/// Lays out tokens at the end of a list.
pub(super) fn flatten(tokens: TokenStream, flat: &mut Flat) {
    let mut builder = Builder {
        flat,
        before: Before::Nothing,
    };
    builder.sequence(tokens.into_iter(), &mut Frame::default());
    flat.count_breaks();
}

/// The list under construction.
struct Builder<'a> {
    flat: &'a mut Flat,
    before: Before,
}

/// What is known of the group that is being read.
#[derive(Default)]
struct Frame {
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
    fn sequence(&mut self, tokens: impl Iterator<Item = TokenTree>, frame: &mut Frame) {
        let mut tokens = tokens.peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.group(group, frame),
                TokenTree::Ident(ident) => self.ident(&ident, "", frame),
                TokenTree::Literal(literal) => {
                    let text = self.flat.write(|out| show(out, &literal));
                    self.push(Kind::Word, Next::Word, text);
                }
                TokenTree::Punct(punct) => self.punct(&punct, &mut tokens, frame),
            }
        }
        for angle in frame.angles.drain(..) {
            self.flat.demote(angle.open);
            frame.broken |= angle.broken;
        }
    }

    /// Adds a token, with a space before it where one is due.
    fn push(&mut self, kind: Kind, next: Next<'_>, text: Range<usize>) -> usize {
        let (mut gap, before) = join(self.before, next);
        if !gap && self.before != Before::Nothing && self.flat.len() > 0 {
            let closes_types = kind == Kind::Close(Delimiter::Angle);
            let last = self.flat.len() - 1;
            gap = !closes_types && fuse(self.flat.text(last), self.flat.written(text.clone()));
        }
        self.before = before;
        self.flat.push(kind, gap, text)
    }

    fn ident(&mut self, ident: &Ident, prefix: &str, frame: &mut Frame) {
        let text = self.flat.write(|out| {
            out.push_str(prefix);
            show(out, ident);
        });
        let name = self.flat.written(text.clone());
        let before = word(name);
        frame.context.word(name);
        self.push(Kind::Word, Next::Word, text);
        self.before = before;
    }

    fn punct(
        &mut self,
        punct: &Punct,
        tokens: &mut Peekable<impl Iterator<Item = TokenTree>>,
        frame: &mut Frame,
    ) {
        match punct.as_char() {
            '#' => return self.attribute(tokens, frame),
            '\'' => {
                if let Some(TokenTree::Ident(ident)) =
                    tokens.next_if(|token| matches!(token, TokenTree::Ident(_)))
                {
                    return self.ident(&ident, "'", frame);
                }
            }
            '>' if !frame.angles.is_empty() => return self.close_types(frame),
            _ => {}
        }
        let text = self.operator(punct, tokens);
        let name = self.flat.written(text.clone());
        if name == "<" && !matches!(self.before, Before::Close(_)) {
            return self.open_types(text, frame);
        }
        frame.context.operator(name, !frame.angles.is_empty());
        let (gap, before) = join(self.before, Next::Operator(name));
        let fused = self.flat.len() > 0 && !gap && fuse(self.flat.text(self.flat.len() - 1), name);
        self.before = before;
        self.flat.push(Kind::Operator, gap || fused, text);
    }

    /// Writes an operator, with the tokens that belong to it.
    fn operator(
        &mut self,
        punct: &Punct,
        tokens: &mut Peekable<impl Iterator<Item = TokenTree>>,
    ) -> Range<usize> {
        let mut text = self.flat.write(|out| out.push(punct.as_char()));
        let mut joint = punct.spacing() == Spacing::Joint;
        while joint {
            let Some(TokenTree::Punct(next)) = tokens.peek() else {
                break;
            };
            let longer = self.flat.write(|out| out.push(next.as_char()));
            if !is_operator(self.flat.written(text.start..longer.end)) {
                self.flat.unwrite(longer.start);
                break;
            }
            text.end = longer.end;
            joint = next.spacing() == Spacing::Joint;
            tokens.next();
        }
        text
    }

    fn open_types(&mut self, text: Range<usize>, frame: &mut Frame) {
        let delimiter = Delimiter::Angle;
        let open = self.push(Kind::Open(delimiter), Next::Open(delimiter), text);
        frame.angles.push(Angle {
            open,
            broken: core::mem::take(&mut frame.broken),
        });
    }

    fn close_types(&mut self, frame: &mut Frame) {
        let Some(angle) = frame.angles.pop() else {
            return;
        };
        let text = self.flat.write(|out| out.push('>'));
        let delimiter = Delimiter::Angle;
        let close = self.push(Kind::Close(delimiter), Next::Close(delimiter), text);
        self.flat.pair(angle.open, close);
        self.flat.form(angle.open, Shape::Types, frame.broken);
        frame.broken |= angle.broken;
    }

    fn attribute(
        &mut self,
        tokens: &mut Peekable<impl Iterator<Item = TokenTree>>,
        frame: &mut Frame,
    ) {
        let bang = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == '!');
        let inner = tokens.next_if(bang).is_some();
        let Some(TokenTree::Group(group)) =
            tokens.next_if(|token| matches!(token, TokenTree::Group(_)))
        else {
            let text = self.flat.write(|out| out.push('#'));
            self.push(Kind::Operator, Next::Operator("#"), text);
            return;
        };
        frame.broken = true;
        let stream = group.stream();
        drop(group);
        let content: Vec<TokenTree> = stream.into_iter().collect();
        if self.carried(&content, inner) {
            return;
        }
        let sign = if inner { "#!" } else { "#" };
        let text = self.flat.write(|out| out.push_str(sign));
        let start = self.push(Kind::Attribute, Next::Operator(sign), text);
        let mut within = Frame {
            context: Context::attribute(),
            ..Frame::default()
        };
        let open = self.open(Delimiter::Bracket);
        self.sequence(content.into_iter(), &mut within);
        let close = self.close(Delimiter::Bracket, open);
        self.flat.form(open, Shape::Plain, within.broken);
        self.flat.pair(start, close);
        self.flat.pair(open, close);
    }

    /// Adds an attribute that is printed as a comment, if it is one.
    fn carried(&mut self, content: &[TokenTree], inner: bool) -> bool {
        let [
            TokenTree::Ident(name),
            TokenTree::Punct(equals),
            TokenTree::Literal(literal),
        ] = content
        else {
            return false;
        };
        let kind = if name == "doc" {
            Kind::Doc { inner }
        } else if name == COMMENT {
            Kind::Comment
        } else {
            return false;
        };
        if equals.as_char() != '=' {
            return false;
        }
        let Some(text) = string::write(self.flat, literal) else {
            return false;
        };
        let whole = self.flat.written(text.clone());
        let commentable = |line: &str| !line.contains('\r') && (inner || !line.starts_with('/'));
        if !whole.split('\n').all(commentable) {
            self.flat.unwrite(text.start);
            return false;
        }
        let mut start = text.start;
        while let Some(len) = self.flat.written(start..text.end).find('\n') {
            self.flat.push(kind, false, start..start + len);
            start += len + 1;
        }
        self.flat.push(kind, false, start..text.end);
        self.before = Before::Nothing;
        true
    }

    fn open(&mut self, delimiter: Delimiter) -> usize {
        let text = self.flat.write(|out| out.push_str(brackets(delimiter).0));
        self.push(Kind::Open(delimiter), Next::Open(delimiter), text)
    }

    fn close(&mut self, delimiter: Delimiter, open: usize) -> usize {
        let text = self.flat.write(|out| out.push_str(brackets(delimiter).1));
        let close = self.push(Kind::Close(delimiter), Next::Close(delimiter), text);
        self.flat.pair(open, close);
        close
    }

    fn group(&mut self, group: Group, frame: &mut Frame) {
        let delimiter = match group.delimiter() {
            proc_macro2::Delimiter::Parenthesis => Delimiter::Paren,
            proc_macro2::Delimiter::Bracket => Delimiter::Bracket,
            proc_macro2::Delimiter::Brace if self.before == Before::Tight => Delimiter::Tree,
            proc_macro2::Delimiter::Brace => Delimiter::Brace,
            proc_macro2::Delimiter::None => {
                return self.sequence(group.stream().into_iter(), frame);
            }
        };
        let stream = group.stream();
        // The stream is shared with the group: dropped first, its tokens are moved, not copied.
        drop(group);
        let before = self.before;
        let open = self.open(delimiter);
        let mut within = Frame {
            context: frame.context.within(),
            ..Frame::default()
        };
        self.sequence(stream.into_iter(), &mut within);
        let shape = frame.context.shape(delimiter, before, &within.context);
        let close = self.close(delimiter, open);
        let content = open + 1..close;
        let too_wide = shape
            .limit(within.context.comma)
            .is_some_and(|limit| self.flat.width(content.clone()) > limit);
        let broken = !content.is_empty() && (within.broken || too_wide || shape.always_broken());
        self.flat.form(open, shape, broken);
        frame.broken |= broken;
        frame.context.group(delimiter);
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Paren => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace | Delimiter::Tree => ("{", "}"),
        Delimiter::Angle => ("<", ">"),
    }
}

//! The tokens of `proc_macro2` in one flat list.

use core::iter::Peekable;

use proc_macro2::{Group, Literal, Punct, Spacing, TokenStream, TokenTree};

use super::{Delimiter, Kind, Operator, Tokens};

impl From<TokenStream> for Tokens {
    fn from(stream: TokenStream) -> Self {
        let mut tokens = Self::new();
        tokens.stream(stream);
        tokens
    }
}

impl Tokens {
    fn stream(&mut self, stream: TokenStream) {
        let mut rest = stream.into_iter().peekable();
        while let Some(token) = rest.next() {
            match token {
                TokenTree::Group(group) => self.group(group),
                TokenTree::Ident(ident) => self.word(&ident.to_string()),
                TokenTree::Literal(literal) => self.literal(literal),
                TokenTree::Punct(punct) => self.punct(&punct, &mut rest),
            }
        }
    }

    fn group(&mut self, group: Group) {
        let delimiter = match group.delimiter() {
            proc_macro2::Delimiter::Parenthesis => Some((Delimiter::Paren, "(", ")")),
            proc_macro2::Delimiter::Bracket => Some((Delimiter::Bracket, "[", "]")),
            proc_macro2::Delimiter::Brace => Some((Delimiter::Brace, "{", "}")),
            proc_macro2::Delimiter::None => None,
        };
        let stream = group.stream();
        // The stream is shared with the group: dropped first, its tokens are moved, not copied.
        drop(group);
        match delimiter {
            Some((delimiter, open, close)) => {
                self.push(Kind::Open(delimiter), open);
                self.stream(stream);
                self.push(Kind::Close(delimiter), close);
            }
            None => self.stream(stream),
        }
    }

    fn punct(&mut self, punct: &Punct, rest: &mut Peekable<impl Iterator<Item = TokenTree>>) {
        let joint = punct.spacing() == Spacing::Joint;
        match punct.as_char() {
            '#' => return self.attribute(rest),
            '\'' => {
                let is_name = |token: &TokenTree| matches!(token, TokenTree::Ident(_));
                if let Some(name) = rest.next_if(is_name) {
                    return self.literal(format_args!("'{name}"));
                }
            }
            // Where it closes a list of types, nothing that follows belongs to it.
            '>' => return self.push(Kind::Operator(Operator::Greater { joint }), ">"),
            _ => {}
        }
        let mut text = String::from(punct.as_char());
        let mut joint = joint;
        while joint {
            let Some(TokenTree::Punct(next)) = rest.peek() else {
                break;
            };
            text.push(next.as_char());
            if !is_operator(&text) {
                text.pop();
                break;
            }
            joint = next.spacing() == Spacing::Joint;
            rest.next();
        }
        self.operator(&text);
    }

    fn attribute(&mut self, rest: &mut Peekable<impl Iterator<Item = TokenTree>>) {
        let bang = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == '!');
        let inner = rest.next_if(bang).is_some();
        let group = |token: &TokenTree| matches!(token, TokenTree::Group(_));
        let Some(TokenTree::Group(group)) = rest.next_if(group) else {
            self.operator("#");
            if inner {
                self.operator("!");
            }
            return;
        };
        if !self.documentation(&group, inner) {
            self.push(Kind::Attribute, if inner { "#!" } else { "#" });
            self.group(group);
        }
    }

    /// Adds an attribute that is documentation, if a comment can hold it.
    fn documentation(&mut self, group: &Group, inner: bool) -> bool {
        let content: Vec<TokenTree> = group.stream().into_iter().collect();
        let [
            TokenTree::Ident(name),
            TokenTree::Punct(equals),
            TokenTree::Literal(literal),
        ] = content.as_slice()
        else {
            return false;
        };
        if name != "doc" || equals.as_char() != '=' {
            return false;
        }
        let Some(text) = said(literal) else {
            return false;
        };
        let commentable = |line: &str| !line.contains('\r') && (inner || !line.starts_with('/'));
        if !text.split('\n').all(commentable) {
            return false;
        }
        for line in text.split('\n') {
            self.push(Kind::Doc { inner }, line);
        }
        true
    }
}

/// What a string literal says; nothing for another literal.
fn said(literal: &Literal) -> Option<String> {
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(string) => Some(string.value()),
        _ => None,
    }
}

/// Whether characters are one operator of Rust.
fn is_operator(text: &str) -> bool {
    matches!(
        text,
        "&&" | "||"
            | "::"
            | ".."
            | "..."
            | "..="
            | "->"
            | "=>"
            | "=="
            | "!="
            | "<="
            | "<<"
            | "+="
            | "-="
            | "*="
            | "/="
            | "%="
            | "^="
            | "&="
            | "|="
            | "<<="
    )
}

//! Attributes and documentation: `#[..]`, `///`, and the file's `#![..]` and `//!`.

use super::error::error;
use super::item::all_of;
use super::list::{Entry, List};
use super::name::{Path, word};
use super::value::{Value, literal};
use proc_macro2::{Ident, Literal, Span};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// An attribute, or a documentation comment, which the lexer makes one of.
pub struct Attribute {
    /// Whether it is the file's own (`#!`).
    pub inner: bool,
    /// Its name.
    pub name: Path,
    /// What stands behind the name.
    pub arguments: Arguments,
}

/// What stands behind an attribute's name.
pub enum Arguments {
    /// Nothing.
    None,
    /// `= "text"`.
    Text(Literal),
    /// `(..)`.
    List(List<Argument>),
}

/// One argument.
pub struct Argument {
    /// The name before `=`.
    pub name: Option<Ident>,
    /// The value.
    pub value: Value,
}

impl Attribute {
    /// Where its name is.
    pub fn span(&self) -> Span {
        self.name.first.span()
    }
}

/// Takes every attribute that stands here.
pub fn attributes(input: ParseStream<'_>) -> Result<Vec<Attribute>> {
    let mut attributes = Vec::new();
    while input.peek(Token![#]) {
        attributes.push(input.parse()?);
    }
    Ok(attributes)
}

impl Parse for Attribute {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Token![#]>()?;
        let inner = input.peek(Token![!]);
        if inner {
            input.parse::<Token![!]>()?;
        }
        if !input.peek(syn::token::Bracket) {
            return Err(error(
                input.span(),
                "expected `[` behind `#`",
                "an attribute is written `#[name]` or `#[name(..)]`",
            ));
        }
        let content;
        syn::bracketed!(content in input);
        let (name, arguments) = all_of(&content, body)?;
        Ok(Self {
            inner,
            name,
            arguments,
        })
    }
}

/// What stands between an attribute's brackets.
fn body(content: ParseStream<'_>) -> Result<(Path, Arguments)> {
    let name = content.parse()?;
    let arguments = if content.is_empty() {
        Arguments::None
    } else if content.peek(Token![=]) {
        content.parse::<Token![=]>()?;
        Arguments::Text(literal(content, "a string")?)
    } else if content.peek(syn::token::Paren) {
        let inside;
        syn::parenthesized!(inside in content);
        Arguments::List(inside.parse()?)
    } else {
        return Err(unexpected(content));
    };
    if content.is_empty() {
        Ok((name, arguments))
    } else {
        Err(unexpected(content))
    }
}

fn unexpected(content: ParseStream<'_>) -> syn::Error {
    error(
        content.span(),
        "expected `(`, or `]` to end the attribute",
        "an attribute is written `#[name]` or `#[name(..)]`",
    )
}

impl Entry for Argument {
    const WHAT: &'static str = "an argument";
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let named = input.peek2(Token![=]);
        let name = if named {
            let name = word(input, "the argument's name")?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        Ok(Self {
            name,
            value: input.parse()?,
        })
    }
}

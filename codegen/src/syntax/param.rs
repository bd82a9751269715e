//! Parameters of functions and callbacks.

use super::attribute::{Attribute, attributes};
use super::error::error;
use super::list::Entry;
use super::name::word;
use super::ty::Type;
use proc_macro2::{Ident, Span};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// What stands between a function's parentheses.
pub enum Param {
    /// A parameter.
    Named(NamedParam),
    /// `...`: more arguments may follow.
    Variadic(Span),
}

/// A parameter with a name.
pub struct NamedParam {
    /// Its attributes and documentation.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
}

impl Entry for Param {
    const WHAT: &'static str = "a parameter";
}

impl Parse for Param {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = attributes(input)?;
        if input.peek(Token![...]) {
            let dots: Token![...] = input.parse()?;
            return Ok(Self::Variadic(dots.spans[0]));
        }
        if input.peek(Token![&]) {
            return Err(no_self(input.span()));
        }
        let name = word(input, "a parameter's name")?;
        if name == "self" {
            return Err(no_self(name.span()));
        }
        if !input.peek(Token![:]) {
            return Err(error(
                input.span(),
                "expected `:` and the parameter's type",
                "a parameter is written `Name: Type`",
            ));
        }
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        Ok(Self::Named(NamedParam {
            attributes,
            name,
            ty,
        }))
    }
}

fn no_self(span: Span) -> syn::Error {
    error(
        span,
        "a function has no `self`",
        "methods belong to COM interfaces, which a spec cannot describe",
    )
}

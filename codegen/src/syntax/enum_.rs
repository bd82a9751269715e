//! Enumerations and flag sets.

use super::attribute::{Attribute, attributes};
use super::error::error;
use super::list::{Entry, List};
use super::name::word;
use super::value::Value;
use proc_macro2::Ident;
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// An enumeration, from its name on.
pub struct Enum {
    /// Its name.
    pub name: Ident,
    /// Its members.
    pub members: List<Member>,
}

/// A member: `NAME = 1`.
pub struct Member {
    /// Its attributes and documentation.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// Its value; none when it was left out.
    pub value: Option<Value>,
}

impl Parse for Enum {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = word(input, "the enumeration's name")?;
        if !input.peek(syn::token::Brace) {
            return Err(error(
                input.span(),
                "expected `{` and the members",
                "an enumeration is written `enum NAME { MEMBER = 0, }`",
            ));
        }
        let content;
        syn::braced!(content in input);
        Ok(Self {
            name,
            members: content.parse()?,
        })
    }
}

impl Entry for Member {
    const WHAT: &'static str = "a member";
}

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = attributes(input)?;
        let name = word(input, "a member's name")?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        Ok(Self {
            attributes,
            name,
            value,
        })
    }
}

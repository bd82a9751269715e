//! Type aliases.

use super::error::error;
use super::item::semicolon;
use super::name::word;
use super::ty::Type;
use proc_macro2::Ident;
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// A type alias, from its name on.
pub struct Alias {
    /// Its name.
    pub name: Ident,
    /// The type that it names.
    pub ty: Type,
}

impl Parse for Alias {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = word(input, "the alias's name")?;
        if !input.peek(Token![=]) {
            return Err(error(
                input.span(),
                "expected `=` and the type",
                "an alias is written `type NAME = u32;`",
            ));
        }
        input.parse::<Token![=]>()?;
        let ty = input.parse()?;
        semicolon(input, "the alias")?;
        Ok(Self { name, ty })
    }
}

//! COM interfaces and classes, of which only the names are read.

use super::item::skip_rest;
use super::name::word;
use proc_macro2::Ident;
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// An interface, from its name on.
pub struct Interface {
    /// Its name.
    pub name: Ident,
}

impl Parse for Interface {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = word(input, "the interface's name")?;
        skip_rest(input)?;
        Ok(Self { name })
    }
}

/// A class, from its name on.
pub struct Class {
    /// Its name.
    pub name: Ident,
    /// Whether it is no more than a name: COM's, and not WinRT's.
    pub bare: bool,
}

impl Parse for Class {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = word(input, "the class's name")?;
        let bare = input.peek(Token![;]);
        skip_rest(input)?;
        Ok(Self { name, bare })
    }
}

//! COM interfaces, of which only the name is read.

use super::item::skip_rest;
use super::name::word;
use proc_macro2::Ident;
use syn::Result;
use syn::parse::{Parse, ParseStream};

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

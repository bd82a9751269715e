//! The head of a module: `#[win32] mod Windows`.

use super::attribute::{Attribute, attributes};
use super::error::error;
use super::name::word;
use proc_macro2::Ident;
use syn::Result;
use syn::parse::{Parse, ParseStream};

/// A module's head.
pub struct ModuleHead {
    /// What stands before `mod`.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
}

impl Parse for ModuleHead {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = attributes(input)?;
        word(input, "`mod`")?;
        let name = word(input, "the module's name")?;
        if !input.is_empty() {
            return Err(error(
                input.span(),
                "expected `{` behind the module's name",
                "a module is written `mod Name { .. }`",
            ));
        }
        Ok(Self { attributes, name })
    }
}

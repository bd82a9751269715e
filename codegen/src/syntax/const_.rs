//! Constants.

use super::error::error;
use super::item::semicolon;
use super::name::word;
use super::ty::Type;
use super::value::Value;
use proc_macro2::Ident;
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// A constant, from its name on.
pub struct Const {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// Its value.
    pub value: Value,
}

impl Parse for Const {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        const FORM: &str = "a constant is written `const NAME: u32 = 1;`";
        let name = word(input, "the constant's name")?;
        if !input.peek(Token![:]) {
            return Err(error(
                input.span(),
                "expected `:` and the constant's type",
                FORM,
            ));
        }
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        if !input.peek(Token![=]) {
            return Err(error(
                input.span(),
                "expected `=` and the constant's value",
                FORM,
            ));
        }
        input.parse::<Token![=]>()?;
        let value = input.parse()?;
        semicolon(input, "the constant")?;
        Ok(Self { name, ty, value })
    }
}

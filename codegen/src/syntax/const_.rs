//! Constants.

use super::error::error;
use super::item::semicolon;
use super::name::word;
use super::ty::Type;
use super::value::Value;
use proc_macro2::{Ident, Span};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// How a constant is written, for the help of errors.
pub const FORM: &str = "a constant is written `const NAME: u32 = 1;`";

/// A constant, from its name on.
pub struct Const {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: Type,
    /// Its value; none when it was left out.
    pub value: Option<Value>,
    /// Where the `=` is or should be.
    pub end: Span,
}

impl Parse for Const {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
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
        let end = input.span();
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            Some(input.parse()?)
        } else if input.peek(Token![;]) {
            None
        } else {
            return Err(error(end, "expected `=` and the constant's value", FORM));
        };
        semicolon(input, "the constant")?;
        Ok(Self {
            name,
            ty,
            value,
            end,
        })
    }
}

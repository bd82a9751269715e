//! Functions and callbacks.

use super::attribute::{Attribute, attributes};
use super::error::error;
use super::item::semicolon;
use super::list::List;
use super::name::word;
use super::param::Param;
use super::ty::Type;
use super::value::next_literal;
use proc_macro2::{Ident, Literal};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// How a function is written, for the help of errors.
const FORM: &str = "a function is written `extern fn Name(Param: Type) -> Type;`";

/// A function or a callback, from what follows `extern` on.
pub struct Fn {
    /// The calling convention, if one is written.
    pub abi: Option<Literal>,
    /// Its name.
    pub name: Ident,
    /// Its parameters.
    pub params: List<Param>,
    /// Attributes of the result.
    pub result_attributes: Vec<Attribute>,
    /// The result's type.
    pub result: Option<Type>,
}

impl Parse for Fn {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let abi = next_literal(input);
        if !input.peek(Token![fn]) {
            return Err(error(input.span(), "expected `fn`", FORM));
        }
        input.parse::<Token![fn]>()?;
        let name = word(input, "the function's name")?;
        if input.peek(Token![<]) {
            return Err(error(
                input.span(),
                "a function has no type parameters",
                "name the types that C has",
            ));
        }
        if !input.peek(syn::token::Paren) {
            return Err(error(input.span(), "expected `(` and the parameters", FORM));
        }
        let content;
        syn::parenthesized!(content in input);
        let params = content.parse()?;
        let (result_attributes, result) = if input.peek(Token![->]) {
            input.parse::<Token![->]>()?;
            (attributes(input)?, Some(input.parse()?))
        } else {
            (Vec::new(), None)
        };
        semicolon(input, "the function")?;
        Ok(Self {
            abi,
            name,
            params,
            result_attributes,
            result,
        })
    }
}

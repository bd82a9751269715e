//! Names: identifiers and paths.

use super::error::error;
use proc_macro2::Ident;
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// Takes an identifier, keyword or not; `what` says what was hoped for.
pub fn word(input: ParseStream<'_>, what: &str) -> Result<Ident> {
    input.step(|cursor| match cursor.ident() {
        Some(found) => Ok(found),
        None => Err(error(
            cursor.span(),
            &format!("expected {what}"),
            "a name is made of letters, digits and `_`",
        )),
    })
}

/// Whether the next token is this word.
pub fn peek_word(input: ParseStream<'_>, word: &str) -> bool {
    input
        .cursor()
        .ident()
        .is_some_and(|(ident, _)| ident == word)
}

/// A name of the same namespace, or a path to another.
pub struct Path {
    /// The first word.
    pub first: Ident,
    /// The last word, when there are several.
    pub last: Option<Ident>,
}

impl Parse for Path {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let first = word(input, "a name")?;
        let mut last = None;
        while input.peek(Token![::]) {
            input.parse::<Token![::]>()?;
            last = Some(word(input, "a name")?);
        }
        Ok(Self { first, last })
    }
}

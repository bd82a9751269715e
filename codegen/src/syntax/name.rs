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

impl Path {
    /// Takes a path that `*` may end; none when nothing comes before that.
    pub fn parse_glob(input: ParseStream<'_>) -> Result<Option<Self>> {
        let mut path: Option<Self> = None;
        while let Some((ident, _)) = input.cursor().ident() {
            word(input, "a name")?;
            match &mut path {
                Some(path) => path.last = Some(ident),
                None => {
                    path = Some(Self {
                        first: ident,
                        last: None,
                    });
                }
            }
            if !input.peek(Token![::]) {
                break;
            }
            input.parse::<Token![::]>()?;
        }
        Ok(path)
    }
}

impl Parse for Path {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        // A path from the root is one from here to windows-rdl, too.
        if input.peek(Token![::]) {
            input.parse::<Token![::]>()?;
        }
        let first = word(input, "a name")?;
        let mut last = None;
        while input.peek(Token![::]) {
            input.parse::<Token![::]>()?;
            last = Some(word(input, "a name")?);
        }
        Ok(Self { first, last })
    }
}

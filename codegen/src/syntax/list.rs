//! Lists whose wrong entries do not hide the right ones.

use super::error::error;
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// What stands in a list.
pub trait Entry: Parse {
    /// What an entry is called: `a field`.
    const WHAT: &'static str;

    /// Whether an entry can start with the next token.
    fn starts(input: ParseStream<'_>) -> bool {
        input.peek(syn::Ident) || input.peek(Token![#])
    }
}

/// Entries that commas part, up to the end of their brackets.
pub struct List<T> {
    /// The entries that could be parsed.
    pub entries: Vec<T>,
    /// What is wrong with the others.
    pub errors: Vec<syn::Error>,
}

impl<T: Entry> Parse for List<T> {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut list = Self {
            entries: Vec::new(),
            errors: Vec::new(),
        };
        while !input.is_empty() {
            match T::parse(input) {
                Ok(entry) => {
                    list.entries.push(entry);
                    if input.is_empty() {
                        break;
                    }
                    if input.peek(Token![,]) {
                        input.parse::<Token![,]>()?;
                        continue;
                    }
                    let message = format!("expected `,` after {}", T::WHAT);
                    list.errors
                        .push(error(input.span(), &message, "write `,` here"));
                    if !T::starts(input) {
                        skip_entry(input)?;
                    }
                }
                Err(error) => {
                    list.errors.push(error);
                    skip_entry(input)?;
                }
            }
        }
        Ok(list)
    }
}

/// Skips what is left of an entry, and the comma behind it.
fn skip_entry(input: ParseStream<'_>) -> Result<()> {
    input.step(|cursor| {
        let mut rest = *cursor;
        while let Some((token, next)) = rest.token_tree() {
            rest = next;
            if matches!(&token, proc_macro2::TokenTree::Punct(punct) if punct.as_char() == ',') {
                break;
            }
        }
        Ok(((), rest))
    })
}

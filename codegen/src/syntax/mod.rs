//! The syntax tree, and how tokens are parsed into it: one file a construct.

pub mod alias;
pub mod attribute;
pub mod const_;
pub mod enum_;
pub mod error;
pub mod field;
pub mod fn_;
pub mod interface;
pub mod item;
pub mod list;
pub mod module;
pub mod name;
pub mod param;
pub mod places;
pub mod record;
pub mod ty;
pub mod value;

use proc_macro2::TokenStream;
use std::str::FromStr;
use syn::parse::{Parse, Parser};

/// Why a text could not be parsed at all.
pub enum Failure {
    /// No token starts at this offset of the text.
    Lex(usize),
    /// The tokens do not fit the grammar.
    Syntax(syn::Error),
}

/// Lexes a text and parses all of it as one construct.
///
/// The spans of the result hold until the next call on this thread.
pub fn parse<T: Parse>(text: &str) -> Result<T, Failure> {
    proc_macro2::extra::invalidate_current_thread_spans();
    let tokens = TokenStream::from_str(text)
        .map_err(|error| Failure::Lex(error.span().byte_range().start))?;
    T::parse.parse2(tokens).map_err(Failure::Syntax)
}

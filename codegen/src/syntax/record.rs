//! Structs and unions.

use super::error::error;
use super::field::Field;
use super::list::List;
use super::name::word;
use proc_macro2::Ident;
use syn::Result;
use syn::parse::{Parse, ParseStream};

pub use crate::model::RecordKind;

impl RecordKind {
    /// The kind whose keyword comes next.
    pub(crate) fn peek(input: ParseStream<'_>) -> Option<Self> {
        let (word, _) = input.cursor().ident()?;
        if word == "struct" {
            Some(Self::Struct)
        } else if word == "union" {
            Some(Self::Union)
        } else {
            None
        }
    }
}

/// A struct or a union, from its name on.
pub struct Record {
    /// Which of the two.
    pub kind: RecordKind,
    /// Its name.
    pub name: Ident,
    /// Its fields.
    pub fields: Fields,
}

impl Record {
    /// Parses what stands behind the keyword.
    pub fn parse(kind: RecordKind, input: ParseStream<'_>) -> Result<Self> {
        let what = match kind {
            RecordKind::Struct => "the struct's name",
            RecordKind::Union => "the union's name",
        };
        Ok(Self {
            kind,
            name: word(input, what)?,
            fields: input.parse()?,
        })
    }
}

/// Fields in braces.
pub struct Fields {
    /// The fields, and what is wrong with those that could not be parsed.
    pub list: List<Field>,
}

impl Parse for Fields {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if !input.peek(syn::token::Brace) {
            return Err(error(
                input.span(),
                "expected `{` and the fields",
                "a struct is written `struct NAME { Field: Type, }`",
            ));
        }
        let content;
        syn::braced!(content in input);
        Ok(Self {
            list: content.parse()?,
        })
    }
}

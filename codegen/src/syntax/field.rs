//! Fields of structs and unions, with the bit-fields that one may be cut into.

use super::attribute::{Attribute, attributes};
use super::error::error;
use super::list::{Entry, List};
use super::name::{peek_word, word};
use super::record::{Fields, RecordKind};
use super::ty::Type;
use super::value::literal;
use proc_macro2::{Ident, Literal};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// A field.
pub struct Field {
    /// Its attributes and documentation.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: FieldType,
    /// The bit-fields that it is cut into.
    pub bits: Option<List<BitField>>,
}

/// A field's type.
pub enum FieldType {
    /// A type with a name.
    Type(Type),
    /// A struct or union that is defined in place.
    Record {
        /// What stands before its keyword.
        attributes: Vec<Attribute>,
        /// Which of the two.
        kind: RecordKind,
        /// Its fields.
        fields: Fields,
    },
}

/// A bit-field: `Level: 4`, or `_: 3` for padding.
pub struct BitField {
    /// Its attributes and documentation.
    pub attributes: Vec<Attribute>,
    /// Its name, or `_`.
    pub name: Ident,
    /// Its width.
    pub width: Literal,
}

impl Entry for Field {
    const WHAT: &'static str = "a field";
}

impl Parse for Field {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = attributes(input)?;
        let name = word(input, "a field's name")?;
        if !input.peek(Token![:]) {
            return Err(error(
                input.span(),
                "expected `:` and the field's type",
                "a field is written `Name: Type,`",
            ));
        }
        input.parse::<Token![:]>()?;
        let inner = self::attributes(input)?;
        if let Some(kind) = RecordKind::peek(input) {
            word(input, "`struct` or `union`")?;
            if let Some((name, _)) = input.cursor().ident() {
                return Err(error(
                    name.span(),
                    "a struct or union that is defined in place has no name",
                    "leave the name out, or define it as an item and use its name as the type",
                ));
            }
            return Ok(Self {
                attributes,
                name,
                ty: FieldType::Record {
                    attributes: inner,
                    kind,
                    fields: input.parse()?,
                },
                bits: None,
            });
        }
        if let Some(attribute) = inner.first() {
            return Err(error(
                attribute.span(),
                "an attribute may stand here only before `struct` or `union`",
                "write it before the field's name",
            ));
        }
        let ty = FieldType::Type(input.parse()?);
        let bits = if input.peek(syn::token::Brace) {
            let content;
            syn::braced!(content in input);
            Some(content.parse()?)
        } else {
            None
        };
        Ok(Self {
            attributes,
            name,
            ty,
            bits,
        })
    }
}

impl Entry for BitField {
    const WHAT: &'static str = "a bit-field";

    fn starts(input: ParseStream<'_>) -> bool {
        input.peek(syn::Ident) || input.peek(Token![#]) || peek_word(input, "_")
    }
}

impl Parse for BitField {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = attributes(input)?;
        let name = word(input, "a bit-field's name, or `_`")?;
        if !input.peek(Token![:]) {
            return Err(error(
                input.span(),
                "expected `:` and the bit-field's width",
                "a bit-field is written `Name: 4`",
            ));
        }
        input.parse::<Token![:]>()?;
        let width = literal(input, "the bit-field's width, a number")?;
        Ok(Self {
            attributes,
            name,
            width,
        })
    }
}

//! Types: names, pointers and arrays.

use super::error::error;
use super::item::all_of;
use super::name::Path;
use super::value::literal;
use proc_macro2::Literal;
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// How many pointers may follow one another.
const POINTER_LIMIT: usize = 16;

/// A type.
pub struct Type {
    /// The pointers before the base, outermost first: whether each is `*mut`.
    pub pointers: Vec<bool>,
    /// What stands behind the pointers.
    pub base: Base,
}

/// A type that is no pointer.
pub enum Base {
    /// A name.
    Path(Path),
    /// `[T; 4]`.
    Array {
        /// The element's type.
        of: Box<Type>,
        /// The length.
        len: Literal,
    },
}

impl Parse for Type {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut pointers = Vec::new();
        while input.peek(Token![*]) {
            let star = input.parse::<Token![*]>()?;
            if pointers.len() == POINTER_LIMIT {
                let message = format!("more than {POINTER_LIMIT} pointers in a row");
                return Err(error(
                    star.span,
                    &message,
                    "no interface of Windows has so many",
                ));
            }
            pointers.push(mutability(input)?);
        }
        let base = if input.peek(syn::token::Bracket) {
            array(input)?
        } else {
            Base::Path(path(input)?)
        };
        Ok(Self { pointers, base })
    }
}

fn mutability(input: ParseStream<'_>) -> Result<bool> {
    // Each look at a name copies it: one look has to do.
    input.step(|cursor| match cursor.ident() {
        Some((word, rest)) if word == "mut" => Ok((true, rest)),
        Some((word, rest)) if word == "const" => Ok((false, rest)),
        _ => Err(error(
            input.span(),
            "expected `mut` or `const` behind `*`",
            "write `*mut T` or `*const T`",
        )),
    })
}

fn array(input: ParseStream<'_>) -> Result<Base> {
    let content;
    syn::bracketed!(content in input);
    all_of(&content, |content| {
        let of = content.parse()?;
        if !content.peek(Token![;]) {
            return Err(error(
                content.span(),
                "expected `;` and the array's length",
                "an array is written `[u8; 16]`",
            ));
        }
        content.parse::<Token![;]>()?;
        let len = literal(content, "the array's length, a number")?;
        if content.is_empty() {
            Ok(Base::Array { of, len })
        } else {
            Err(error(
                content.span(),
                "expected `]` behind the array's length",
                "an array is written `[u8; 16]`",
            ))
        }
    })
}

fn path(input: ParseStream<'_>) -> Result<Path> {
    let path = Path::parse(input).map_err(|_| no_type(input))?;
    if input.peek(Token![<]) {
        return Err(error(
            input.span(),
            "generic types belong to WinRT, which a spec cannot describe",
            "name a Win32 type",
        ));
    }
    Ok(path)
}

fn no_type(input: ParseStream<'_>) -> syn::Error {
    let span = input.span();
    if input.peek(Token![&]) {
        return error(
            span,
            "references belong to WinRT",
            "write a pointer: `*const T` or `*mut T`",
        );
    }
    if input.peek(syn::token::Paren) {
        return error(
            span,
            "a tuple is not a type here",
            "for nothing, leave out the result, or point at `void`",
        );
    }
    error(
        span,
        "expected a type",
        "a type is a name, `*mut T`, `*const T` or `[T; 4]`",
    )
}

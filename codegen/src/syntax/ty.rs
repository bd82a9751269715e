//! Types: names, pointers and arrays.

use super::error::error;
use super::item::all_of;
use super::name::Path;
use super::value::literal;
use proc_macro2::{Literal, Span, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// How many pointers may follow one another.
const POINTER_LIMIT: usize = 16;

/// A type.
pub struct Type {
    /// The pointers before the base, outermost first: whether each is `*mut`.
    pub pointers: Vec<bool>,
    /// The first of them that is written as a reference (`&T`).
    pub reference: Option<Span>,
    /// What stands behind the pointers.
    pub base: Base,
}

/// A type that is no pointer.
pub enum Base {
    /// A name.
    Path(Path),
    /// A name with types (`A<B>`), which WinRT alone has: where they begin.
    Generic(Span),
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
        let mut reference = None;
        while input.peek(Token![*]) || input.peek(Token![&]) {
            let span = input.span();
            if pointers.len() == POINTER_LIMIT {
                let message = format!("more than {POINTER_LIMIT} pointers in a row");
                return Err(error(span, &message, "no interface of Windows has so many"));
            }
            if input.peek(Token![*]) {
                input.parse::<Token![*]>()?;
                pointers.push(mutability(input)?);
            } else {
                input.parse::<Token![&]>()?;
                reference.get_or_insert(span);
                pointers.push(input.parse::<Option<Token![mut]>>()?.is_some());
            }
        }
        let base = if input.peek(syn::token::Bracket) {
            array(input)?
        } else {
            path(input)?
        };
        Ok(Self {
            pointers,
            reference,
            base,
        })
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

fn path(input: ParseStream<'_>) -> Result<Base> {
    let path = Path::parse(input).map_err(|_| no_type(input))?;
    if !input.peek(Token![<]) {
        return Ok(Base::Path(path));
    }
    let span = input.span();
    input.step(|cursor| {
        let (mut rest, mut depth) = (*cursor, 0_usize);
        while let Some((token, next)) = rest.token_tree() {
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
                TokenTree::Punct(punct) if punct.as_char() == '>' => depth -= 1,
                _ => {}
            }
            rest = next;
            if depth == 0 {
                break;
            }
        }
        Ok(((), rest))
    })?;
    Ok(Base::Generic(span))
}

fn no_type(input: ParseStream<'_>) -> syn::Error {
    let span = input.span();
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

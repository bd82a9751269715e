//! Values: numbers, strings, names, and names or'ed.

use super::error::error;
use super::item::is_keyword;
use super::name::word;
use proc_macro2::{Ident, Literal, Span};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// A value, as written.
pub enum Value {
    /// `1`, `-2`, `0x10`, `"text"`.
    Literal {
        /// The sign before it.
        minus: Option<Span>,
        /// The number or the text.
        literal: Literal,
    },
    /// `!0`.
    Not {
        /// The `!`.
        not: Span,
        /// What stands behind it.
        literal: Literal,
    },
    /// `A`, `A | B`.
    Names(Vec<Ident>),
}

impl Value {
    /// The places of the first and the last token.
    pub fn ends(&self) -> Option<(Span, Span)> {
        match self {
            Self::Literal { minus, literal } => {
                Some((minus.unwrap_or(literal.span()), literal.span()))
            }
            Self::Not { not, literal } => Some((*not, literal.span())),
            Self::Names(names) => Some((names.first()?.span(), names.last()?.span())),
        }
    }
}

impl Parse for Value {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if let Some(literal) = next_literal(input) {
            return Ok(Self::Literal {
                minus: None,
                literal,
            });
        }
        let cursor = input.cursor();
        if let Some((sign, _)) = cursor.punct() {
            let span = sign.span();
            match sign.as_char() {
                '-' => {
                    skip(input);
                    let literal = literal(input, "a number behind `-`")?;
                    return Ok(Self::Literal {
                        minus: Some(span),
                        literal,
                    });
                }
                '!' => {
                    skip(input);
                    let literal = literal(input, "`0` behind `!`")?;
                    return Ok(Self::Not { not: span, literal });
                }
                _ => {}
            }
        }
        match cursor.ident() {
            Some((ident, _)) if !is_keyword(&ident) => names(input).map(Self::Names),
            _ => Err(error(
                input.span(),
                "expected a value",
                "a value is a number, a string, `!0`, or names joined by `|`",
            )),
        }
    }
}

/// Steps over one token.
fn skip(input: ParseStream<'_>) {
    // Cannot fail: the caller has seen the token.
    let _ = input.step(|cursor| match cursor.token_tree() {
        Some((_, rest)) => Ok(((), rest)),
        None => Ok(((), *cursor)),
    });
}

/// Takes a literal, if one comes next.
pub fn next_literal(input: ParseStream<'_>) -> Option<Literal> {
    let taken = input.step(|cursor| match cursor.literal() {
        Some((literal, rest)) => Ok((Some(literal), rest)),
        None => Ok((None, *cursor)),
    });
    taken.ok().flatten()
}

/// Takes a literal; `what` says what was hoped for.
pub fn literal(input: ParseStream<'_>, what: &str) -> Result<Literal> {
    input.step(|cursor| match cursor.literal() {
        Some(found) => Ok(found),
        None => Err(error(
            cursor.span(),
            &format!("expected {what}"),
            "write digits, with `0x` before hexadecimal ones, or a string in `\"`",
        )),
    })
}

/// Takes names joined by `|`.
pub fn names(input: ParseStream<'_>) -> Result<Vec<Ident>> {
    let mut names = vec![word(input, "a name")?];
    while input.peek(Token![|]) {
        input.parse::<Token![|]>()?;
        names.push(word(input, "a name behind `|`")?);
    }
    Ok(names)
}

//! Items, whichever kind they are.

use super::alias::Alias;
use super::attribute::{Attribute, attributes};
use super::const_::Const;
use super::enum_::Enum;
use super::error::error;
use super::fn_::Fn;
use super::interface::{Class, Interface};
use super::name::{Path, word};
use super::record::{Record, RecordKind};
use proc_macro2::{Ident, Span, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Result, Token};

/// The words that items start with.
const KEYWORDS: [&str; 9] = [
    "struct",
    "union",
    "enum",
    "const",
    "type",
    "extern",
    "interface",
    "attribute",
    "mod",
];

/// How items start, for the help of errors.
const START: &str = "an item starts with `struct`, `union`, `enum`, `const`, `type` or `extern fn`";

/// Whether an item starts with this word.
pub fn is_keyword(word: &Ident) -> bool {
    KEYWORDS.iter().any(|keyword| word == keyword)
}

/// An item.
pub struct Item {
    /// What stands before its keyword.
    pub attributes: Vec<Attribute>,
    /// Its keyword.
    pub keyword: Span,
    /// What kind it is.
    pub kind: ItemKind,
}

/// The kinds of items.
pub enum ItemKind {
    /// A struct or a union.
    Record(Record),
    /// An enumeration or a flag set.
    Enum(Enum),
    /// A constant.
    Const(Const),
    /// An alias.
    Alias(Alias),
    /// A function or a callback.
    Fn(Fn),
    /// A COM interface, or a delegate of WinRT.
    Interface(Interface),
    /// A class.
    Class(Class),
    /// The declaration of an attribute, which says nothing of Windows.
    Attribute(Ident),
    /// `use A::B::*;`: the namespace; none for another form, which says nothing.
    Use(Option<Path>),
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = attributes(input)?;
        let start = input.span();
        if input.is_empty() {
            return Err(nothing_follows(input, &attributes));
        }
        if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
            return Err(error(
                start,
                "this `;` ends nothing",
                "remove it; an item that ends in `}` has none",
            ));
        }
        let Ok(word) = word(input, "an item") else {
            return Err(error(start, "expected an item", START));
        };
        let kind = match word.to_string().as_str() {
            "struct" => ItemKind::Record(Record::parse(RecordKind::Struct, input)?),
            "union" => ItemKind::Record(Record::parse(RecordKind::Union, input)?),
            "enum" => ItemKind::Enum(input.parse()?),
            "const" => ItemKind::Const(input.parse()?),
            "type" => ItemKind::Alias(input.parse()?),
            "extern" => ItemKind::Fn(input.parse()?),
            "interface" => ItemKind::Interface(Interface::parse(input)?),
            "delegate" => {
                input.parse::<Token![fn]>()?;
                ItemKind::Interface(Interface::parse(input)?)
            }
            "class" => ItemKind::Class(input.parse()?),
            "attribute" => {
                let Interface { name } = Interface::parse(input)?;
                ItemKind::Attribute(name)
            }
            "use" => ItemKind::Use(used(input)?),
            other => return Err(no_item(start, other)),
        };
        Ok(Self {
            attributes,
            keyword: word.span(),
            kind,
        })
    }
}

fn nothing_follows(input: ParseStream<'_>, attributes: &[Attribute]) -> syn::Error {
    match attributes.last() {
        Some(last) => error(
            last.span(),
            "no item follows this",
            "documentation and attributes stand before the item that they belong to",
        ),
        None => error(input.span(), "expected an item", START),
    }
}

fn no_item(span: Span, word: &str) -> syn::Error {
    match word {
        "fn" => error(span, "a function starts with `extern`", "write `extern fn`"),
        "pub" => error(span, "`pub` is not needed", "leave it out"),
        "static" | "let" => error(
            span,
            &format!("`{word}` is not an item"),
            "a constant is written `const NAME: u32 = 1;`",
        ),
        _ => error(span, &format!("expected an item, found `{word}`"), START),
    }
}

/// What stands behind `use`.
fn used(input: ParseStream<'_>) -> Result<Option<Path>> {
    let path = Path::parse_glob(input)?;
    let glob = input.peek(Token![*]);
    skip_rest(input)?;
    Ok(path.filter(|_| glob))
}

/// Takes the semicolon that ends an item.
pub fn semicolon(input: ParseStream<'_>, what: &str) -> Result<()> {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        Ok(())
    } else {
        Err(error(
            input.span(),
            &format!("expected `;` to end {what}"),
            "write `;` here",
        ))
    }
}

/// Parses what stands in brackets, and skips what is left of it after an error: syn would complain
/// of that in the place of everything else.
pub fn all_of<T>(
    content: ParseStream<'_>,
    parse: impl FnOnce(ParseStream<'_>) -> Result<T>,
) -> Result<T> {
    let result = parse(content);
    if result.is_err() {
        skip_rest(content)?;
    }
    result
}

/// Skips everything that is left.
pub fn skip_rest(input: ParseStream<'_>) -> Result<()> {
    input.step(|cursor| {
        let mut rest = *cursor;
        while let Some((_, next)) = rest.token_tree() {
            rest = next;
        }
        Ok(((), rest))
    })
}

/// As many items as a piece of text holds: one, unless its end is wrong.
pub struct Items {
    /// The items that could be parsed.
    pub items: Vec<Item>,
    /// What is wrong with the others.
    pub errors: Vec<syn::Error>,
}

impl Parse for Items {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut found = Self {
            items: Vec::new(),
            errors: Vec::new(),
        };
        while !input.is_empty() {
            match input.parse() {
                Ok(item) => found.items.push(item),
                Err(error) => {
                    found.errors.push(error);
                    skip_to_item(input)?;
                }
            }
        }
        Ok(found)
    }
}

/// Skips to the next token that an item may start with.
fn skip_to_item(input: ParseStream<'_>) -> Result<()> {
    input.step(|cursor| {
        let mut rest = *cursor;
        let mut behind_star = false;
        while let Some((token, next)) = rest.token_tree() {
            match &token {
                TokenTree::Ident(word) if !behind_star && is_keyword(word) => break,
                TokenTree::Punct(punct) if punct.as_char() == '#' => break,
                TokenTree::Punct(punct) => behind_star = punct.as_char() == '*',
                _ => behind_star = false,
            }
            rest = next;
        }
        Ok(((), rest))
    })
}

//! C names as Rust identifiers.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

/// The identifier for a C name; a keyword is escaped.
pub(super) fn ident(name: &str) -> Identifier<'_> {
    Identifier(name)
}

/// A C name that becomes an identifier where it is interpolated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Identifier<'a>(&'a str);

impl ToTokens for Identifier<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = self.0;
        let span = Span::call_site();
        let ident = match name {
            // These alone cannot be raw identifiers.
            "self" | "Self" | "super" | "crate" => Ident::new(&format!("{name}_"), span),
            "_" => Ident::new("unnamed", span),
            _ if is_keyword(name) => Ident::new_raw(name, span),
            _ => Ident::new(name, span),
        };
        tokens.extend([TokenTree::from(ident)]);
    }
}

/// Whether Rust reserves the name, in the edition of the generated crate.
pub(super) fn is_keyword(name: &str) -> bool {
    matches!(
        name,
        "abstract"
            | "as"
            | "async"
            | "await"
            | "become"
            | "box"
            | "break"
            | "const"
            | "continue"
            | "do"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "false"
            | "final"
            | "fn"
            | "for"
            | "gen"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "macro"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "override"
            | "priv"
            | "pub"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "true"
            | "try"
            | "type"
            | "typeof"
            | "unsafe"
            | "unsized"
            | "use"
            | "virtual"
            | "where"
            | "while"
            | "yield"
    )
}

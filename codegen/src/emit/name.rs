//! C names as Rust identifiers.

use crate::tokens::{ToTokens, Tokens};

/// The identifier for a C name; a keyword is escaped.
pub(super) fn ident(name: &str) -> Identifier<'_> {
    Identifier(name)
}

/// A C name that becomes an identifier where it is interpolated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Identifier<'a>(&'a str);

impl ToTokens for Identifier<'_> {
    fn to_tokens(&self, tokens: &mut Tokens) {
        match self.0 {
            // As most do: only `Self` begins so of what Rust reserves.
            name if name.starts_with(|first: char| first.is_ascii_uppercase())
                && name != "Self" =>
            {
                tokens.word(name);
            }
            // These alone cannot be raw identifiers.
            name @ ("self" | "Self" | "super" | "crate") => tokens.word(&format!("{name}_")),
            "_" => tokens.word("unnamed"),
            name if is_keyword(name) => tokens.word(&format!("r#{name}")),
            name => tokens.word(name),
        }
    }
}

/// Whether Rust reserves the name, in the edition of the generated crate.
#[must_use]
pub fn is_keyword(name: &str) -> bool {
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

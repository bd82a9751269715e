//! Names: without `r#`, and no keyword without it.

use super::Lower;
use crate::model::Name;
use proc_macro2::Ident;

impl Lower<'_> {
    /// A name that the spec gives to something, or by which it refers to it.
    pub fn name(&mut self, ident: &Ident) -> Name {
        let span = self.span(ident.span());
        let written = self.slice(span);
        let text = match written.strip_prefix("r#") {
            Some(raw) => raw.to_owned(),
            None => {
                let text = written.to_owned();
                if is_reserved(&text) {
                    self.error(
                        span,
                        format!("`{text}` is a keyword of Rust"),
                        format!("write `r#{text}`"),
                    );
                }
                text
            }
        };
        Name { text, span }
    }
}

/// The length of the longest keyword.
const LONGEST: usize = 8;

/// Whether a name needs `r#`.
pub fn is_reserved(name: &str) -> bool {
    // Most names are longer.
    name.len() <= LONGEST
        && matches!(
            name,
            "_" | "abstract"
                | "as"
                | "async"
                | "await"
                | "become"
                | "box"
                | "break"
                | "const"
                | "continue"
                | "crate"
                | "do"
                | "dyn"
                | "else"
                | "enum"
                | "extern"
                | "false"
                | "final"
                | "fn"
                | "for"
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
                | "Self"
                | "self"
                | "static"
                | "struct"
                | "super"
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

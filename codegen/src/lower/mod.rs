//! From syntax trees to the model.

mod arguments;
mod attributes;
mod constant;
mod docs;
mod enumeration;
mod function;
mod item;
mod name;
mod number;
mod record;
mod ty;

use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::model::{Arches, Item, ItemKind, ModuleId, Name, Origin};
use crate::options::{Options, Rules};
use crate::parse::Parsed;
use crate::syntax::error;
use crate::syntax::places::Places;
use std::sync::Arc;

pub use attributes::{Attrs, names as attribute_names};
pub use ty::{object, primitive};

/// What a piece of a file is lowered with: where it is, and where its errors go.
pub struct Lower<'a> {
    /// What the run asks for.
    pub options: &'a Options,
    /// The file.
    pub file: FileId,
    /// The file's whole text.
    pub text: &'a str,
    /// Where the piece and its tokens are in it.
    pub places: Places,
    /// Where the piece ends.
    pub end: u32,
    /// What else the piece says, and what is wrong so far.
    pub parsed: &'a mut Parsed,
}

/// What a file says of itself.
#[derive(Debug, Clone, Default)]
pub struct FileHead {
    /// Its documentation.
    pub docs: String,
    /// What its items have in common.
    pub origin: Arc<Origin>,
}

impl FileHead {
    /// Adds a line of documentation, without the `//!` before it.
    pub fn add_line(&mut self, line: &str) {
        let mut docs = String::new();
        docs::append(&mut docs, line);
        docs::finish(&mut docs);
        self.add_docs(&docs);
    }

    fn add_docs(&mut self, docs: &str) {
        if !self.docs.is_empty() {
            self.docs.push('\n');
        }
        self.docs.push_str(docs);
    }

    /// An item of the file that has these attributes.
    pub fn item(&self, name: Name, module: ModuleId, attrs: Attrs, kind: ItemKind) -> Item {
        let own = attrs.origin;
        let shared = &self.origin;
        let origin = if own == Origin::default() {
            Arc::clone(shared)
        } else {
            Arc::new(Origin {
                header: own.header.or_else(|| shared.header.clone()),
                client: own.client.or_else(|| shared.client.clone()),
                server: own.server.or_else(|| shared.server.clone()),
                page: own.page,
            })
        };
        Item {
            name,
            module,
            docs: attrs.docs,
            origin,
            markers: attrs.markers,
            arches: attrs.arches.unwrap_or(Arches::ALL),
            kind,
        }
    }
}

impl Lower<'_> {
    /// The range in the file of a range of the piece's tokens.
    fn span(&self, span: proc_macro2::Span) -> Span {
        let range = self.places.range(span);
        Span {
            file: self.file,
            start: range.start,
            end: range.end,
        }
    }

    /// The text of a range.
    fn slice(&self, span: Span) -> &str {
        self.text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
    }

    /// Whether the text is read as windows-rdl reads it, and not as a spec.
    fn is_metadata(&self) -> bool {
        self.options.rules == Rules::Metadata
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.parsed.diagnostics.push(diagnostic);
    }

    fn error(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.report(Diagnostic::new(span, message).with_help(help));
    }

    /// Reports what the parser found.
    pub fn syntax_errors(&mut self, errors: &[syn::Error]) {
        for found in errors {
            let (message, help) = error::parts(found);
            let mut span = self.span(found.span());
            if span.end == self.places.base {
                // The parser has no place for the end of the piece.
                span = self.end_of_line_before(Span {
                    start: self.end,
                    ..span
                });
            }
            if message.starts_with("expected `,` after") || message.starts_with("expected `;`") {
                span = self.end_of_line_before(span);
            }
            let mut diagnostic = Diagnostic::new(span, message);
            diagnostic.help = help;
            self.report(diagnostic);
        }
    }

    /// The place behind the last character before a range, where something is missing.
    fn end_of_line_before(&self, span: Span) -> Span {
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let end = before.trim_end().len() as u32;
        Span {
            start: end,
            end,
            ..span
        }
    }
}

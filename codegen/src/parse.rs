//! From texts to the model: cut, lex, parse and lower, item by item.

mod faults;

use crate::cut::{Cut, Piece, cut};
use crate::diagnostic::{Diagnostic, FileId, Span, sort};
use crate::lower::{FileHead, Lower};
use crate::model::{Model, Module, ModuleId};
use crate::options::Options;
use crate::source::{Source, Sources};
use crate::syntax::attribute::Attribute;
use crate::syntax::item::Items;
use crate::syntax::module::ModuleHead;
use crate::syntax::{self, Failure};
use std::collections::HashSet;
use std::ops::Range;

/// A model that may lack what could not be parsed.
#[derive(Debug, Default)]
pub struct Parsed {
    /// What could be parsed; one module for each file, in the order of the files.
    pub model: Model,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Names that the items that are wrong may define.
    pub lost: HashSet<String>,
}

/// Makes the model of all files, in their order.
///
/// The result has one module for each file. Names are not looked up yet.
///
/// # Errors
///
/// Everything that is wrong with the syntax, in the order of files and places.
pub fn parse(sources: &Sources, options: &Options) -> Result<Model, Vec<Diagnostic>> {
    let mut parsed = parse_all(sources, options);
    if parsed.diagnostics.is_empty() {
        return Ok(parsed.model);
    }
    sort(&mut parsed.diagnostics);
    Err(parsed.diagnostics)
}

/// Makes the model of what can be parsed, and says what cannot.
pub fn parse_all(sources: &Sources, options: &Options) -> Parsed {
    // Spans of tokens live in the thread that made them; a thread of its own leaves the caller's
    // alone and gives back all that the lexer kept.
    std::thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let mut parsed = Parsed::default();
            for (id, source) in sources.iter() {
                File {
                    id,
                    source,
                    options,
                    head: FileHead::default(),
                    has_items: false,
                }
                .parse(sources, &mut parsed);
            }
            parsed
        });
        worker
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

struct File<'a> {
    id: FileId,
    source: &'a Source,
    options: &'a Options,
    head: FileHead,
    has_items: bool,
}

impl File<'_> {
    fn parse(mut self, sources: &Sources, parsed: &mut Parsed) {
        if let Some(fault) = sources.fault(self.id) {
            parsed.diagnostics.push(fault);
        } else {
            let (pieces, fault) = cut(self.source.text());
            for piece in pieces {
                match piece {
                    Piece::Inner(range) => self.inner(range, parsed),
                    Piece::Open(range) => self.module(range, parsed),
                    Piece::Close => {}
                    Piece::Item(cut) => self.item(&cut, parsed),
                }
            }
            if let Some(fault) = fault {
                parsed.diagnostics.push(self.describe(fault));
            }
        }
        parsed.model.modules.push(Module {
            name: self.source.stem().to_owned(),
            docs: self.head.docs,
        });
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span {
            file: self.id,
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    fn lower<'a>(&'a self, range: &Range<usize>, parsed: &'a mut Parsed) -> Lower<'a> {
        Lower {
            options: self.options,
            file: self.id,
            text: self.source.text(),
            base: range.start as u32,
            end: range.end as u32,
            diagnostics: &mut parsed.diagnostics,
        }
    }

    /// Parses a piece of text, and reports why it is none of this construct.
    fn construct<T: syn::parse::Parse>(
        &self,
        range: Range<usize>,
        parsed: &mut Parsed,
    ) -> Option<T> {
        match syntax::parse(&self.source.text()[range.clone()]) {
            Ok(construct) => Some(construct),
            Err(Failure::Lex(offset)) => {
                let found = self.no_token(range.start + offset);
                parsed.diagnostics.push(found);
                None
            }
            Err(Failure::Syntax(error)) => {
                self.lower(&range, parsed).syntax_errors(&[error]);
                None
            }
        }
    }

    fn inner(&mut self, range: Range<usize>, parsed: &mut Parsed) {
        if self.has_items {
            let found = Diagnostic::new(
                self.span(range),
                "what describes the file must come before its items",
            )
            .with_help("move it to the head of the file; an item's documentation is `///`");
            parsed.diagnostics.push(found);
            return;
        }
        let Some(attribute) = self.construct::<Attribute>(range.clone(), parsed) else {
            return;
        };
        let mut head = std::mem::take(&mut self.head);
        self.lower(&range, parsed).file_head(&mut head, &attribute);
        self.head = head;
    }

    fn module(&mut self, range: Range<usize>, parsed: &mut Parsed) {
        self.has_items = true;
        if let Some(head) = self.construct::<ModuleHead>(range.clone(), parsed) {
            self.lower(&range, parsed).module_head(&head);
        }
    }

    fn item(&mut self, cut: &Cut, parsed: &mut Parsed) {
        self.has_items = true;
        let text = self.source.text();
        // Of an interface and of an attribute's declaration only the head is of interest.
        let end = match &text[cut.keyword.clone()] {
            "interface" | "attribute" => cut.body,
            _ => cut.range.end,
        };
        let range = cut.range.start..end;
        let before = parsed.diagnostics.len();
        let mut whole = false;
        if let Some(found) = self.construct::<Items>(range.clone(), parsed) {
            let module = ModuleId(self.id.0);
            let mut lower = self.lower(&range, parsed);
            lower.syntax_errors(&found.errors);
            let items: Vec<_> = found
                .items
                .iter()
                .map(|item| lower.item(item, module, &self.head))
                .collect();
            whole = found.errors.is_empty() && items.iter().all(Option::is_some);
            parsed.model.items.extend(items.into_iter().flatten());
        }
        if parsed.diagnostics.len() > before {
            lose(&text[range], whole, &mut parsed.lost);
        }
    }
}

/// Notes the names that a wrong piece of text may define: those behind keywords, unless the items
/// themselves are `whole`, and all words of an enumeration, since its members are names of values.
fn lose(text: &str, whole: bool, lost: &mut HashSet<String>) {
    let is_part = |ch: char| ch.is_alphanumeric() || ch == '_';
    let words = || {
        text.split(|ch| !is_part(ch))
            .filter(|word| !word.is_empty())
    };
    if words().any(|word| word == "enum") {
        lost.extend(words().map(str::to_owned));
    } else if !whole {
        let defined = words().zip(words().skip(1)).filter(|(before, _)| {
            matches!(
                *before,
                "struct" | "union" | "const" | "type" | "fn" | "interface"
            )
        });
        lost.extend(defined.map(|(_, name)| name.to_owned()));
    }
}

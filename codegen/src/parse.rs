//! From texts to the model: cut, lex, parse and lower, item by item.

use crate::cut::{Cut, Piece, cut};
use crate::diagnostic::{Diagnostic, FileId, Span, sort};
use crate::lower::{FileHead, Lower};
use crate::model::{Model, Module, ModuleId};
use crate::options::Options;
use crate::scan::{DEPTH_LIMIT, Fault};
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

    /// Says that no token starts at a place.
    fn no_token(&self, at: usize) -> Diagnostic {
        let rest = self.source.text().get(at..).unwrap_or_default();
        let word = rest
            .find(|ch: char| !ch.is_alphanumeric() && ch != '_')
            .unwrap_or(rest.len());
        let len = if word == 0 {
            rest.chars().next().map_or(0, char::len_utf8)
        } else {
            word
        };
        let span = self.span(at..at + len);
        let found = &rest[..len];
        if found.starts_with(|ch: char| ch.is_ascii_digit()) {
            Diagnostic::new(span, format!("`{}` is not a number", shorten(found)))
                .with_help("write digits, with `0x` before hexadecimal ones")
        } else {
            Diagnostic::new(span, format!("unexpected `{}`", shorten(found)))
                .with_help("this means nothing in a spec; remove it")
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

    fn describe(&self, fault: Fault) -> Diagnostic {
        let at = |at: usize| self.span(at..at + 1);
        match fault {
            Fault::Unclosed { at: open } => {
                let bracket = &self.source.text()[open..=open];
                Diagnostic::new(at(open), format!("this `{bracket}` is never closed"))
                    .with_help("close it, or remove it")
            }
            Fault::Mismatched {
                at: close,
                open: None,
            } => {
                let bracket = &self.source.text()[close..=close];
                Diagnostic::new(at(close), format!("this `{bracket}` closes nothing"))
                    .with_help("remove it, or open it where it belongs")
            }
            Fault::Mismatched {
                at: close,
                open: Some(open),
            } => {
                let bracket = &self.source.text()[close..=close];
                let other = &self.source.text()[open..=open];
                Diagnostic::new(at(close), format!("`{bracket}` does not close `{other}`"))
                    .with_related(at(open), "this is what it should close")
                    .with_help("close each bracket by its own kind, the last one first")
            }
            Fault::TooDeep { at: open } => Diagnostic::new(
                at(open),
                format!("brackets are nested deeper than {DEPTH_LIMIT}"),
            )
            .with_help("no Windows header needs so many; define inner structs as items"),
            Fault::String { at: open } => {
                Diagnostic::new(at(open), "this string does not end on its line")
                    .with_help("close it by `\"`; a `\\` at the end of a line continues it")
            }
            Fault::RawString { at: open } => {
                Diagnostic::new(at(open), "this raw string never ends")
                    .with_help("close it by `\"` and as many `#` as it starts with")
            }
            Fault::Char { at: open } => Diagnostic::new(at(open), "this `'` opens nothing")
                .with_help("a text stands in `\"`"),
            Fault::Comment { at: open } => {
                Diagnostic::new(self.span(open..open + 2), "this comment never ends")
                    .with_help("close it by `*/`; comments nest")
            }
            Fault::CarriageReturn { at: found } => Diagnostic::new(
                at(found),
                "a carriage return without a line feed stands in this documentation",
            )
            .with_help("end lines by a line feed, with or without a carriage return"),
            Fault::Nul { at: found } => Diagnostic::new(at(found), "unexpected NUL character")
                .with_help("save the file as UTF-8"),
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

/// A text cut to what a message can hold.
fn shorten(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

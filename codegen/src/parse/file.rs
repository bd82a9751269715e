//! One file's way to the model: its head first, then its items, in portions.

mod faults;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::{GRAIN, Parsed};
use crate::cut::{Piece, cut};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::emit::{FLAG_SET, is_keyword};
use crate::lower::{FileHead, Lower};
use crate::model::ModuleId;
use crate::options::{Options, Rules};
use crate::source::Source;
use crate::syntax::attribute::Attribute;
use crate::syntax::item::Items;
use crate::syntax::module::ModuleHead;
use crate::syntax::places::Places;
use crate::syntax::{self, Failure};

/// How many portions a large file is parsed in.
const PORTIONS: usize = 64;

/// A file that is being parsed.
pub struct File<'a> {
    id: FileId,
    source: &'a Source,
    options: &'a Options,
    head: FileHead,
    /// The items that wait to be parsed, each with its namespace.
    cuts: Vec<(Range<usize>, Arc<str>)>,
}

impl<'a> File<'a> {
    /// Reads what a file says of itself, and cuts the rest into items.
    pub fn open(
        id: FileId,
        source: &'a Source,
        fault: Option<Diagnostic>,
        options: &'a Options,
    ) -> (Self, Parsed) {
        let mut parsed = Parsed::default();
        let mut file = Self {
            id,
            source,
            options,
            head: FileHead::default(),
            cuts: Vec::new(),
        };
        if let Some(fault) = fault {
            parsed.diagnostics.push(fault);
            return (file, parsed);
        }
        let (pieces, fault) = cut(source.text());
        let mut has_items = false;
        let mut namespaces: Vec<Arc<str>> = vec![Arc::from("")];
        for piece in pieces {
            match piece {
                Piece::Inner(range) if has_items => {
                    parsed.diagnostics.push(file.late(range));
                }
                Piece::Inner(range) => file.inner(range, &mut parsed),
                Piece::Open(range) => {
                    has_items = true;
                    let name = file.module(range, &mut parsed);
                    let outer = namespaces.last().filter(|outer| !outer.is_empty());
                    namespaces.push(match outer {
                        Some(outer) => format!("{outer}::{name}").into(),
                        None => name.into(),
                    });
                }
                Piece::Close => {
                    namespaces.pop();
                }
                Piece::Item(cut) => {
                    has_items = true;
                    file.cuts
                        .push((cut, namespaces.last().cloned().unwrap_or_default()));
                }
            }
        }
        if let Some(fault) = fault {
            parsed.diagnostics.push(file.describe(fault));
        }
        (file, parsed)
    }

    /// The module's name: the file's, or, of metadata, what can be a module's of it.
    pub fn name(&self) -> String {
        let stem = self.source.stem();
        if self.options.rules == Rules::House {
            return stem.to_owned();
        }
        let letter = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
        let mut name: String = stem
            .chars()
            .map(|ch| if letter(ch) { ch } else { '_' })
            .collect();
        if !name.starts_with(|ch: char| ch.is_ascii_alphabetic()) {
            name.insert_str(0, "module_");
        }
        if name == "mod" || name == FLAG_SET || is_keyword(&name) {
            name.push('_');
        }
        name
    }

    /// The module's documentation.
    pub fn docs(&self) -> &str {
        &self.head.docs
    }

    /// The items in portions, a large file's in larger ones: each is given back to the system once
    /// its items are where they belong.
    pub fn chunks(&self) -> impl Iterator<Item = Range<usize>> {
        let size = GRAIN.max(self.source.text().len() / PORTIONS);
        let mut start = 0;
        std::iter::from_fn(move || {
            let limit = self.cuts.get(start)?.0.start + size;
            let more = self.cuts[start..]
                .iter()
                .take_while(|(cut, _)| cut.start < limit);
            let chunk = start..start + more.count().max(1);
            start = chunk.end;
            Some(chunk)
        })
    }

    /// How many bytes some items take.
    pub fn weight(&self, cuts: &Range<usize>) -> usize {
        let cuts = &self.cuts[cuts.clone()];
        cuts.iter().map(|(cut, _)| cut.len()).sum()
    }

    /// Parses some items.
    pub fn items(&self, cuts: &Range<usize>) -> Parsed {
        let mut parsed = Parsed::default();
        parsed.model.items.reserve(cuts.len());
        for (cut, namespace) in &self.cuts[cuts.clone()] {
            self.item(cut, &mut parsed);
            let items = parsed.model.items.len();
            parsed.namespaces.resize(items, Arc::clone(namespace));
        }
        parsed
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span {
            file: self.id,
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    fn lower<'p>(&'p self, range: &Range<usize>, parsed: &'p mut Parsed) -> Lower<'p> {
        Lower {
            options: self.options,
            file: self.id,
            text: self.source.text(),
            places: Places::of(&self.source.text()[range.clone()], range.start as u32),
            end: range.end as u32,
            parsed,
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

    /// Says that what describes the file comes too late.
    fn late(&self, range: Range<usize>) -> Diagnostic {
        Diagnostic::new(
            self.span(range),
            "what describes the file must come before its items",
        )
        .with_help("move it to the head of the file; an item's documentation is `///`")
    }

    fn inner(&mut self, range: Range<usize>, parsed: &mut Parsed) {
        if let Some(line) = self.source.text()[range.clone()].strip_prefix("//!") {
            return self.head.add_line(line);
        }
        let Some(attribute) = self.construct::<Attribute>(range.clone(), parsed) else {
            return;
        };
        let mut head = std::mem::take(&mut self.head);
        self.lower(&range, parsed).file_head(&mut head, &attribute);
        self.head = head;
    }

    /// The name of a module.
    fn module(&self, range: Range<usize>, parsed: &mut Parsed) -> String {
        match self.construct::<ModuleHead>(range.clone(), parsed) {
            Some(head) => self.lower(&range, parsed).module_head(&head).text,
            None => String::new(),
        }
    }

    /// Parses an item, or as many as there are where its end is wrong.
    fn item(&self, range: &Range<usize>, parsed: &mut Parsed) {
        let before = parsed.diagnostics.len();
        let mut whole = false;
        if let Some(found) = self.construct::<Items>(range.clone(), parsed) {
            let module = ModuleId(self.id.0);
            let mut lower = self.lower(range, parsed);
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
            let text = &self.source.text()[range.clone()];
            lose(text, whole, &mut parsed.lost);
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

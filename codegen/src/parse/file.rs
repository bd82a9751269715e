//! One file's way to the model: its head first, then its items, in portions.

#[cfg(test)]
mod agreement;
mod faults;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::heads::Heads;
use super::{GRAIN, Parsed, plain};
use crate::cut::{Cut, Piece, cut};
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::lower::{Attrs, FileHead, Lower, Place};
use crate::model::{Item, ModuleId};
use crate::options::Options;
use crate::source::Source;
use crate::syntax::attribute::{Attribute, Attributes};
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
    /// The text as the lexer gets it.
    lexed: Cow<'a, str>,
    head: FileHead,
    /// The items that wait to be parsed.
    cuts: Vec<Cut>,
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
            lexed: Cow::default(),
            head: FileHead::default(),
            cuts: Vec::new(),
        };
        if let Some(fault) = fault {
            parsed.diagnostics.push(fault);
            return (file, parsed);
        }
        let found = cut(source.text());
        file.lexed = found.without_docs(source.text());
        let mut has_items = false;
        for piece in found.pieces {
            match piece {
                Piece::Inner(range) if has_items => {
                    parsed.diagnostics.push(file.late(range));
                }
                Piece::Inner(range) => file.inner(range, &mut parsed),
                Piece::Open(range) => {
                    has_items = true;
                    file.module(range, &mut parsed);
                }
                Piece::Close => {}
                Piece::Item(cut) => {
                    has_items = true;
                    file.cuts.push(cut);
                }
            }
        }
        if let Some(fault) = found.fault {
            parsed.diagnostics.push(file.describe(fault));
        }
        (file, parsed)
    }

    /// The module's name.
    pub fn name(&self) -> &str {
        self.source.stem()
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
            let first = self.cuts.get(start)?;
            let limit = first.range.start + size;
            let more = self.cuts[start..]
                .iter()
                .take_while(|cut| cut.range.start < limit);
            let chunk = start..start + more.count().max(1);
            start = chunk.end;
            Some(chunk)
        })
    }

    /// How many bytes some items take.
    pub fn weight(&self, cuts: &Range<usize>) -> usize {
        let cuts = &self.cuts[cuts.clone()];
        cuts.iter().map(|cut| cut.range.len()).sum()
    }

    /// Parses some items.
    pub fn items(&self, cuts: &Range<usize>) -> Parsed {
        let mut parsed = Parsed::default();
        parsed.model.items.reserve(cuts.len());
        let heads = Heads::default();
        for cut in &self.cuts[cuts.clone()] {
            match self.plain(cut, &heads) {
                Some(item) => parsed.model.items.push(item),
                None => self.by_tokens(cut, &mut parsed),
            }
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
            places: Places::of(&self.lexed[range.clone()], range.start as u32),
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
        match syntax::parse(&self.lexed[range.clone()]) {
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

    fn module(&self, range: Range<usize>, parsed: &mut Parsed) {
        if let Some(head) = self.construct::<ModuleHead>(range.clone(), parsed) {
            self.lower(&range, parsed).module_head(&head);
        }
    }

    /// An item that is plain enough to be read without tokens.
    fn plain<'t>(&'t self, cut: &Cut, heads: &Heads<'t>) -> Option<Item> {
        let lowered = |range: Range<usize>, place| {
            let (text, start) = (&self.source.text()[range.clone()], range.start as u32);
            heads.attributes(text, place, start, || self.attributes(range, place))
        };
        let (name, attrs, kind) = plain::item(self.source.text(), self.id, cut, &lowered)?;
        Some(self.head.item(name, ModuleId(self.id.0), attrs, kind))
    }

    /// What attributes say; nothing when anything is wrong with them.
    fn attributes(&self, range: Range<usize>, place: Place) -> Option<Attrs> {
        let mut found = Parsed::default();
        let all: Attributes = self.construct(range.clone(), &mut found)?;
        let attrs = self.lower(&range, &mut found).attributes(&all.0, place);
        // Documentation behind attributes is out of the ordinary, too.
        (found.diagnostics.is_empty() && attrs.docs.is_empty()).then_some(attrs)
    }

    fn by_tokens(&self, cut: &Cut, parsed: &mut Parsed) {
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

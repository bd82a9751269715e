//! A spec file's module, and the module above them all.

use super::assertions::Assertions;
use super::function::{Block, blocks};
use super::imports::Imports;
use super::name::ident;
use super::{Spec, alias, arch, callback, constant, enumeration, flags, links, record, write};
use crate::layout::{Layouts, RecordLayout};
use crate::model::{Arches, Item, ItemId, ItemKind, Model, ModuleId};
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// How many items are emitted at one go: so few that their tokens stay in the processor's cache.
const ITEMS_A_PIECE: usize = 32;

/// Of how many items a block of assertions is, at most.
const ITEMS_A_BLOCK: usize = 1024;

/// A part of a module that can be emitted by itself.
#[derive(Debug)]
pub struct Piece<'s>(Part<'s>);

#[derive(Debug)]
enum Part<'s> {
    /// The file's documentation, and what it takes from the others.
    Head(ModuleId, &'s [ItemId]),
    /// Types and constants.
    Items(&'s [ItemId]),
    /// The functions of one DLL.
    Functions(Block<'s>),
    /// The assertions of records.
    Assertions(&'s [ItemId]),
}

/// Everything of one spec file, piece by piece: the imports, the items in their order, then the
/// functions, then the assertions.
#[must_use]
pub fn pieces<'s>(spec: &'s Spec<'_>, id: ModuleId, items: &'s [ItemId]) -> Vec<Piece<'s>> {
    let all = items.iter().filter_map(|&id| spec.item(id));
    let functions = all.filter_map(|item| match &item.kind {
        ItemKind::Function(function) => Some((item, function.as_ref())),
        _ => None,
    });
    let head = [Part::Head(id, items)].into_iter();
    head.chain(items.chunks(ITEMS_A_PIECE).map(Part::Items))
        .chain(blocks(functions).into_iter().map(Part::Functions))
        .chain(items.chunks(ITEMS_A_BLOCK).map(Part::Assertions))
        .map(Piece)
        .collect()
}

impl Piece<'_> {
    /// Whether this piece is for the compiler to check, and nothing else.
    #[must_use]
    pub const fn is_assertions(&self) -> bool {
        matches!(self.0, Part::Assertions(_))
    }

    /// Adds the tokens of this piece.
    pub fn emit(&self, spec: &Spec<'_>, tokens: &mut Tokens) {
        match &self.0 {
            Part::Head(id, items) => head(spec, *id, items, tokens),
            Part::Items(items) => {
                for (id, item) in known(spec, items) {
                    self::item(spec, id, item, tokens);
                }
            }
            Part::Functions(block) => block.write(spec, tokens),
            Part::Assertions(items) => {
                let mut assertions = Assertions::default();
                for (id, item) in known(spec, items) {
                    if let ItemKind::Record(record) = &item.kind {
                        assertions.add(spec, id, item, record);
                    }
                }
                assertions.write(tokens);
            }
        }
    }
}

fn known<'s>(spec: &Spec<'s>, items: &'s [ItemId]) -> impl Iterator<Item = (ItemId, &'s Item)> {
    items.iter().filter_map(|&id| Some((id, spec.item(id)?)))
}

fn head(spec: &Spec<'_>, id: ModuleId, items: &[ItemId], tokens: &mut Tokens) {
    let module = spec.model.modules.get(id.0 as usize);
    let markdown = module.map_or("", |module| module.docs.as_str());
    let mut imports = Imports::default();
    links::of_text(markdown, &mut |name| imports.link(spec, id, name));
    for (_, item) in known(spec, items) {
        imports.add(spec, item);
    }
    tokens.docs(markdown, true);
    imports.write(spec, tokens);
}

/// The module that holds the others and re-exports all their items.
#[must_use]
pub fn root(model: &Model, layouts: &Layouts) -> Tokens {
    let mut tokens = Tokens::new();
    tokens.docs(
        "The bindings: a module for each header, every item here too.",
        true,
    );
    let modules = || model.modules.iter().map(|module| ident(&module.name));
    fixed! {
        #![allow(
            non_camel_case_types,
            non_snake_case,
            non_upper_case_globals,
            clippy::upper_case_acronyms,
            clippy::use_self,
            reason = "names are those of the C headers"
        )]
    }
    .to_tokens(&mut tokens);
    // Others see the macro of a module that stands before them.
    if has_flag_sets(model) {
        let name = ident(FLAG_SET);
        quote_to!(tokens, [name] #[macro_use] mod #name;);
    }
    let mut names: Vec<&str> = model
        .modules
        .iter()
        .map(|module| module.name.as_str())
        .collect();
    if has_packed(layouts) {
        let at = names.partition_point(|name| *name < PACKED);
        names.insert(at, PACKED);
    }
    for name in names.into_iter().map(ident) {
        quote_to!(tokens, [name] pub mod #name;);
    }
    // A module of functions alone has nothing to re-export elsewhere.
    let mut anywhere = vec![Arches::NONE; model.modules.len()];
    for item in &model.items {
        let function = matches!(item.kind, ItemKind::Function(_));
        if let Some(arches) = anywhere.get_mut(item.module.0 as usize)
            && !function
        {
            *arches = arches.union(item.arches);
        }
    }
    for (name, _) in modules()
        .zip(&anywhere)
        .filter(|(_, arches)| **arches == Arches::ALL)
    {
        quote_to!(tokens, [name] pub use #name::*;);
    }
    for (name, arches) in modules().zip(&anywhere) {
        let Some(condition) = arch::condition(*arches) else {
            continue;
        };
        let condition = write(|tokens| match *arches {
            Arches::NONE => tokens.word("windows"),
            _ => quote_to!(tokens, [condition] any(windows, #condition)),
        });
        quote_to!(tokens, [condition, name] #[cfg(#condition)] pub use #name::*;);
    }
    tokens
}

/// The module of the macro that defines flag sets.
pub const FLAG_SET: &str = "flag_set";

/// Whether a flag set is among the items.
#[must_use]
pub fn has_flag_sets(model: &Model) -> bool {
    let flags = |item: &Item| matches!(&item.kind, ItemKind::Enum(of) if of.flags);
    model.items.iter().any(flags)
}

/// The module of values that are packed by themselves.
pub const PACKED: &str = "packed";

/// Whether a field is packed by itself.
#[must_use]
pub fn has_packed(layouts: &Layouts) -> bool {
    layouts.all().any(RecordLayout::is_mixed)
}

fn item(spec: &Spec<'_>, id: ItemId, item: &Item, tokens: &mut Tokens) {
    match &item.kind {
        ItemKind::Record(of) => record::record(spec, id, item, of, tokens),
        ItemKind::Enum(of) if of.flags => flags::flags(spec, id, item, of, tokens),
        ItemKind::Enum(of) => enumeration::enumeration(spec, id, item, of, tokens),
        ItemKind::Constant(of) => constant::constant(spec, id, item, of, tokens),
        ItemKind::Alias(of) => alias::alias(item, of, tokens),
        ItemKind::Callback(of) => callback::callback(spec, item, of, tokens),
        ItemKind::Interface => alias::interface(item, tokens),
        // Functions stand together, in blocks for their DLLs.
        ItemKind::Function(_) => {}
    }
}

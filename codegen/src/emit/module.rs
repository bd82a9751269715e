//! A spec file's module, and the module above them all.

use core::iter;

use proc_macro2::TokenStream;
use quote::quote;

use super::assertions::Assertions;
use super::imports::Imports;
use super::name::ident;
use super::{
    Spec, alias, arch, callback, constant, docs, enumeration, flags, function, links, record,
};
use crate::model::{Arches, Item, ItemId, ItemKind, Model, ModuleId};

/// Of how many items a block of assertions is, at most.
const ITEMS_A_BLOCK: usize = 1024;

/// Everything of one spec file, piece by piece: the imports, the items in their order, then the
/// functions, then the assertions.
pub fn module<'s>(
    spec: &'s Spec<'_>,
    id: ModuleId,
    items: &'s [ItemId],
) -> impl Iterator<Item = TokenStream> + 's {
    let of_module = move || items.iter().filter_map(|&id| Some((id, spec.item(id)?)));
    let imports = iter::once_with(move || head(spec, id, of_module().map(|(_, item)| item)));
    let types_and_constants = of_module().map(move |(id, item)| {
        let mut tokens = TokenStream::new();
        self::item(spec, id, item, &mut tokens);
        tokens
    });
    let functions = of_module().filter_map(|(_, item)| match &item.kind {
        ItemKind::Function(function) => Some((item, function.as_ref())),
        _ => None,
    });
    let functions = iter::once_with(move || function::functions(spec, functions)).flatten();
    // A block's tokens exist all at once; so those of a large file are several.
    let assertions = items.chunks(ITEMS_A_BLOCK).map(move |items| {
        let mut assertions = Assertions::default();
        for (id, item) in items.iter().filter_map(|&id| Some((id, spec.item(id)?))) {
            if let ItemKind::Record(record) = &item.kind {
                assertions.add(spec, id, item, record);
            }
        }
        assertions.tokens()
    });
    imports
        .chain(types_and_constants)
        .chain(functions)
        .chain(assertions)
}

/// A file's documentation, and what it takes from the others.
fn head<'s>(spec: &Spec<'s>, id: ModuleId, items: impl Iterator<Item = &'s Item>) -> TokenStream {
    let module = spec.model.modules.get(id.0 as usize);
    let markdown = module.map_or("", |module| module.docs.as_str());
    let mut imports = Imports::default();
    links::of_text(markdown, &mut |name| imports.link(spec, id, name));
    for item in items {
        imports.add(spec, item);
    }
    let mut tokens = docs::inner(markdown);
    imports.write(spec, &mut tokens);
    tokens
}

/// The module that holds the others and re-exports all their items.
#[must_use]
pub fn root(model: &Model) -> TokenStream {
    let docs = docs::inner("The bindings: a module for each header, every item here too.");
    let modules = || model.modules.iter().map(|module| ident(&module.name));
    let names = modules();
    // Others see the macro of a module that stands before them.
    let flag_set = has_flag_sets(model).then(|| {
        let name = ident(FLAG_SET);
        quote! {
            #[macro_use]
            mod #name;
        }
    });
    let mut tokens = quote! {
        #docs
        #![allow(
            non_camel_case_types,
            non_snake_case,
            non_upper_case_globals,
            clippy::upper_case_acronyms,
            clippy::use_self,
            reason = "names are those of the C headers"
        )]
        #flag_set
        #(pub mod #names;)*
    };
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
        tokens.extend(quote!(pub use #name::*;));
    }
    for (name, arches) in modules().zip(&anywhere) {
        let condition = match arch::condition(*arches) {
            None => continue,
            Some(_) if *arches == Arches::NONE => quote!(windows),
            Some(arches) => quote!(any(windows, #arches)),
        };
        tokens.extend(quote!(#[cfg(#condition)] pub use #name::*;));
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

fn item(spec: &Spec<'_>, id: ItemId, item: &Item, tokens: &mut TokenStream) {
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

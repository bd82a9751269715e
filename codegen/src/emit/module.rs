//! A spec file's module, and the module above them all.

use proc_macro2::TokenStream;
use quote::quote;

use super::assertions::Assertions;
use super::imports::Imports;
use super::name::ident;
use super::{
    Spec, alias, arch, callback, constant, docs, enumeration, flags, function, links, record,
};
use crate::model::{Arches, Item, ItemId, ItemKind, Model, ModuleId};

/// Everything of one spec file: the items in its order, then the functions, then the assertions.
#[must_use]
pub fn module(spec: &Spec<'_>, id: ModuleId, items: &[ItemId]) -> TokenStream {
    let markdown = spec
        .model
        .modules
        .get(id.0 as usize)
        .map_or("", |module| module.docs.as_str());
    let mut imports = Imports::default();
    links::of_text(markdown, &mut |name| imports.link(spec, id, name));
    let mut assertions = Assertions::default();
    let mut functions = Vec::new();
    let mut body = TokenStream::new();
    for &id in items {
        let Some(item) = spec.item(id) else {
            continue;
        };
        imports.add(spec, item);
        match &item.kind {
            ItemKind::Function(function) => functions.push((item, function)),
            _ => self::item(spec, id, item, &mut body),
        }
        if let ItemKind::Record(record) = &item.kind {
            assertions.add(spec, id, item, record);
        }
    }
    let mut tokens = docs::inner(markdown);
    imports.write(spec, &mut tokens);
    tokens.extend(body);
    function::functions(spec, functions.into_iter(), &mut tokens);
    assertions.write(&mut tokens);
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

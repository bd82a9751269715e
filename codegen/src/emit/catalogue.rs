//! The catalogue of the command-line tool: what the specs document, as static data.
//!
//! The types that the data is made of are the tool's own, in its module `catalogue`.

mod function;
mod record;
mod ty;
mod value;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Spec, is_keyword};
use crate::model::{Arches, Enum, Item, ItemId, ItemKind, Model, Origin};
use crate::resolve::ValueId;

use self::value::Integer;

/// The items of one spec file.
#[must_use]
pub fn module(spec: &Spec<'_>, name: &str, items: &[ItemId]) -> TokenStream {
    let docs = format!(" What `{name}.rdl` documents.");
    let items: Vec<_> = items
        .iter()
        .filter_map(|&id| item(spec, id, spec.item(id)?))
        .collect();
    quote! {
        #![doc = #docs]
        use crate::catalogue::build::*;

        pub(crate) static ITEMS: &[Item] = &[#(#items),*];
    }
}

/// The list of the spec files.
#[must_use]
pub fn root(model: &Model) -> TokenStream {
    let names: Vec<_> = model
        .modules
        .iter()
        .map(|module| {
            let raw = if is_keyword(&module.name) { "r#" } else { "" };
            format_ident!("{raw}{}", module.name)
        })
        .collect();
    quote! {
        //! What the specs document: a module for each of their files.
        #(mod #names;)*

        use crate::catalogue::items::Item;

        /// The items of every spec file, in the order of the files.
        pub(crate) static MODULES: &[&[Item]] = &[#(#names::ITEMS),*];
    }
}

fn item(spec: &Spec<'_>, id: ItemId, item: &Item) -> Option<TokenStream> {
    let kind = match &item.kind {
        ItemKind::Record(of) => record::record(spec, id, item, of),
        ItemKind::Enum(of) => enumeration(spec, id, of),
        ItemKind::Constant(of) => {
            let ty = ty::text(&of.ty);
            let value = value::constant(spec, id, item.arches, of);
            quote!(constant(#ty, #value))
        }
        ItemKind::Alias(of) => {
            let of = ty::text(of);
            quote!(alias(#of))
        }
        ItemKind::Function(of) => function::function(of),
        ItemKind::Callback(of) => function::callback(of),
        // A name without anything to say of it.
        ItemKind::Interface => return None,
    };
    let name = &item.name.text;
    let docs = &item.docs;
    let arches = arches(item.arches);
    let origin = origin(&item.origin);
    Some(quote!(item(#name, #arches, #origin, #docs, #kind)))
}

fn origin(origin: &Origin) -> TokenStream {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let header = text(&origin.header);
    let client = text(&origin.client);
    let server = text(&origin.server);
    let page = text(&origin.page);
    quote!(origin(#header, #client, #server, #page))
}

fn arches(arches: Arches) -> TokenStream {
    if arches == Arches::ALL {
        return quote!(EVERYWHERE);
    }
    let flags = [Arches::X86, Arches::X64, Arches::ARM64].map(|arch| arches.contains(arch));
    quote!([#(#flags),*])
}

fn enumeration(spec: &Spec<'_>, id: ItemId, of: &Enum) -> TokenStream {
    let integer = Integer::of(of.repr).tokens();
    let kind = if of.flags {
        quote!(flags)
    } else {
        quote!(enumeration)
    };
    let members = (0..).zip(&of.members).map(|(at, member)| {
        let name = &member.name.text;
        let docs = &member.docs;
        let value = value::bits(spec, ValueId::Member(id, at), of.repr);
        quote!(member(#name, #value, #docs))
    });
    quote!(#kind(#integer, &[#(#members),*]))
}

/// A number that needs no type beside it.
fn number(value: u64) -> Literal {
    Literal::u64_unsuffixed(value)
}

//! Flag sets.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::docs::Docs;
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, members, origin, write};
use crate::model::{Enum, Item, ItemId};

/// A flag set over its own integer, which keeps bits that have no name.
pub(super) fn flags(spec: &Spec<'_>, id: ItemId, item: &Item, of: &Enum, tokens: &mut TokenStream) {
    let mut docs = Docs::of(4, &item.docs);
    origin::add(&mut docs, &item.origin, None);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    let integer = ident(number::primitive(of.repr));
    let members = members::all(spec, id, item, of);
    let names = members::names(&members);
    let constants = members.iter().map(|member| {
        write(|tokens| {
            let docs = member.docs(8);
            let cfg = member.cfg();
            let name = ident(member.name);
            let value = write(|tokens| match members::joined(member.written, &names) {
                Some(joined) => {
                    let joined = joined.iter().map(|name| ident(&name.text));
                    tokens.extend(quote!(#(Self::#joined.bits())|*));
                }
                None => number::expression(member.value, of.repr, Style::Bits).to_tokens(tokens),
            });
            tokens.extend(quote! {
                #docs
                #cfg
                const #name = #value;
            });
        })
    });
    tokens.extend(quote! {
        #cfg
        flag_set! {
            #docs
            pub struct #name: #integer {
                #(#constants)*
            }
        }
    });
    if !of.scoped {
        members::free(item, &members, tokens);
    }
}

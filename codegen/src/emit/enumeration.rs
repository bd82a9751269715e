//! Enumerations: open integers with names.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::members::{self, Member};
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, origin, write};
use crate::model::{Enum, Item, ItemId};

/// The longest name that a match arm holds twice on one line.
const LONGEST: usize = 37;

/// An enumeration that keeps values which have no name.
pub(super) fn enumeration(
    spec: &Spec<'_>,
    id: ItemId,
    item: &Item,
    of: &Enum,
    tokens: &mut TokenStream,
) {
    let mut docs = Docs::of(0, &item.docs);
    origin::add(&mut docs, &item.origin, None);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    let integer = ident(number::primitive(of.repr));
    let members = members::all(spec, id, item, of);
    let zero = members.iter().any(|member| member.value == 0);
    let default = zero.then(|| quote!(Default,));
    tokens.extend(quote! {
        #docs
        #cfg
        #[repr(transparent)]
        #[derive(Clone, Copy, #default PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(pub #integer);
    });
    if !members.is_empty() {
        let constants = write(|tokens| constants(&members, of, tokens));
        tokens.extend(quote!(#cfg impl #name { #constants }));
    }
    let debug = write(|tokens| debug(item, of, &members, tokens));
    tokens.extend(quote! {
        #cfg
        impl core::fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                #debug
            }
        }

        #cfg
        impl From<#integer> for #name {
            #[inline]
            fn from(value: #integer) -> Self {
                Self(value)
            }
        }

        #cfg
        impl From<#name> for #integer {
            #[inline]
            fn from(value: #name) -> Self {
                value.0
            }
        }
    });
    if !of.scoped {
        members::free(item, &members, tokens);
    }
}

fn constants(members: &[Member<'_>], of: &Enum, tokens: &mut TokenStream) {
    let names = members::names(members);
    for member in members {
        let docs = member.docs(4);
        let cfg = member.cfg();
        let name = ident(member.name);
        let value = match members::joined(member.written, &names) {
            Some([other]) => {
                let other = ident(&other.text);
                quote!(Self::#other)
            }
            _ => {
                let value = number::expression(member.value, of.repr, Style::Plain);
                quote!(Self(#value))
            }
        };
        tokens.extend(quote! {
            #docs
            #cfg
            pub const #name: Self =
        });
        tokens.extend(value);
        tokens.extend(quote!(;));
    }
}

/// Prints the name of a value, the first of several; the number of a value without one.
fn debug(item: &Item, of: &Enum, members: &[Member<'_>], tokens: &mut TokenStream) {
    let is_code = |member: &Member<'_>| members::is_code(member.value, of);
    let number = if members.iter().any(is_code) {
        "{:#X}"
    } else {
        "{}"
    };
    let unknown = format!("{}({number})", item.name.text);
    let unknown = quote!(write!(f, #unknown, self.0));
    if members.is_empty() {
        tokens.extend(unknown);
        return;
    }
    let arms = write(|tokens| {
        let mut seen = HashSet::new();
        for member in members.iter().filter(|member| seen.insert(member.value)) {
            let cfg = member.cfg();
            let name = ident(member.name);
            let text = member.name;
            tokens.extend(if text.len() > LONGEST {
                quote!(#cfg Self::#name => { #text })
            } else {
                quote!(#cfg Self::#name => #text,)
            });
        }
    });
    tokens.extend(quote! {
        let name = match *self {
            #arms
            _ => return #unknown,
        };
        f.write_str(name)
    });
}

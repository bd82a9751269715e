//! Enumerations: open integers with names.

use rustc_hash::FxHashSet;

use super::docs::Docs;
use super::members::{self, Member};
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, origin, write};
use crate::model::{Enum, Item, ItemId};
use crate::tokens::{ToTokens, Tokens, fixed, quote_to};

/// The longest name that a match arm holds twice on one line.
const LONGEST: usize = 37;

/// An enumeration that keeps values which have no name.
pub(super) fn enumeration(
    spec: &Spec<'_>,
    id: ItemId,
    item: &Item,
    of: &Enum,
    tokens: &mut Tokens,
) {
    let mut docs = Docs::of(0, &item.docs);
    origin::add(&mut docs, &item.origin, None);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    let integer = ident(number::primitive(of.repr));
    let members = members::all(spec, id, item, of);
    let zero = members.iter().any(|member| member.value == 0);
    let default = zero.then(|| fixed!(Default,));
    quote_to!(tokens, [docs, cfg, default, name, integer]
        #docs
        #cfg
        #[repr(transparent)]
        #[derive(Clone, Copy, #default PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct #name(pub #integer);
    );
    if !members.is_empty() {
        let constants = write(|tokens| constants(&members, of, tokens));
        quote_to!(tokens, [cfg, name, constants] #cfg impl #name { #constants });
    }
    let debug = write(|tokens| debug(item, of, &members, tokens));
    quote_to!(tokens, [cfg, name, integer, debug]
        #cfg
        impl ::core::fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #debug
            }
        }

        #cfg
        impl ::core::convert::From<#integer> for #name {
            #[inline]
            fn from(value: #integer) -> Self {
                Self(value)
            }
        }

        #cfg
        impl ::core::convert::From<#name> for #integer {
            #[inline]
            fn from(value: #name) -> Self {
                value.0
            }
        }
    );
    if !of.scoped {
        members::free(item, &members, tokens);
    }
}

fn constants(members: &[Member<'_>], of: &Enum, tokens: &mut Tokens) {
    let names = members::names(members);
    for member in members {
        let docs = member.docs(4);
        let cfg = member.cfg();
        let name = ident(member.name);
        let value = write(|tokens| match members::joined(member.written, &names) {
            Some([other]) => {
                let other = ident(&other.text);
                quote_to!(tokens, [other] Self::#other);
            }
            _ => {
                let value = number::expression(member.value, of.repr, Style::Plain);
                quote_to!(tokens, [value] Self(#value));
            }
        });
        quote_to!(tokens, [docs, cfg, name, value]
            #docs
            #cfg
            pub const #name: Self = #value;
        );
    }
}

/// Prints the name of a value, the first of several; the number of a value without one.
fn debug(item: &Item, of: &Enum, members: &[Member<'_>], tokens: &mut Tokens) {
    let is_code = |member: &Member<'_>| members::is_code(member.value, of);
    let number = if members.iter().any(is_code) {
        "{:#X}"
    } else {
        "{}"
    };
    let unknown = format!("{}({number})", item.name.text);
    let unknown = unknown.as_str();
    let unknown = write(|tokens| quote_to!(tokens, [unknown] write!(f, #unknown, self.0)));
    if members.is_empty() {
        unknown.to_tokens(tokens);
        return;
    }
    let arms = write(|tokens| {
        let mut seen = FxHashSet::default();
        for member in members.iter().filter(|member| seen.insert(member.value)) {
            let cfg = member.cfg();
            let name = ident(member.name);
            let text = member.name;
            if text.len() > LONGEST {
                quote_to!(tokens, [cfg, name, text] #cfg Self::#name => { #text });
            } else {
                quote_to!(tokens, [cfg, name, text] #cfg Self::#name => #text,);
            }
        }
    });
    quote_to!(tokens, [arms, unknown]
        let name = match *self {
            #arms
            _ => return #unknown,
        };
        f.write_str(name)
    );
}

//! Flag sets.

use rustc_hash::FxHashSet;

use super::docs::Docs;
use super::members::{self, Member};
use super::name::ident;
use super::number::{self, Style};
use super::{Spec, arch, origin, write};
use crate::model::{Enum, Item, ItemId};
use crate::tokens::{ToTokens, Tokens, quote_to};

/// A flag set over its own integer, which keeps bits that have no name.
pub(super) fn flags(spec: &Spec<'_>, id: ItemId, item: &Item, of: &Enum, tokens: &mut Tokens) {
    let mut docs = Docs::of(4, &item.docs);
    origin::add(&mut docs, &item.origin, None);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    let integer = ident(number::primitive(of.repr));
    let members = members::all(spec, id, item, of);
    let names = members::names(&members);
    let constants = write(|tokens| {
        for member in &members {
            let docs = member.docs(8);
            let cfg = member.cfg();
            let name = ident(member.name);
            let value = write(|tokens| value(member, of, &names, tokens));
            quote_to!(tokens, [docs, cfg, name, value]
                #docs
                #cfg
                const #name = #value;
            );
        }
    });
    quote_to!(tokens, [cfg, docs, name, integer, constants]
        #cfg
        flag_set! {
            #docs
            pub struct #name: #integer {
                #constants
            }
        }
    );
    if !of.scoped {
        members::free(item, &members, tokens);
    }
}

fn value(member: &Member<'_>, of: &Enum, names: &FxHashSet<&str>, tokens: &mut Tokens) {
    let Some(joined) = members::joined(member.written, names) else {
        return number::expression(member.value, of.repr, Style::Bits).to_tokens(tokens);
    };
    for (at, name) in joined.iter().enumerate() {
        if at > 0 {
            tokens.operator("|");
        }
        let name = ident(&name.text);
        quote_to!(tokens, [name] Self::#name.bits());
    }
}

//! Other names for types, and names of COM interfaces.

use super::docs::Docs;
use super::name::ident;
use super::{arch, origin, ty};
use crate::model::{Item, Type};
use crate::tokens::{Tokens, quote_to};

/// Another name for a type.
pub(super) fn alias(item: &Item, of: &Type, tokens: &mut Tokens) {
    let docs = docs(item);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    let of = ty::ty(of);
    quote_to!(tokens, [docs, cfg, name, of]
        #docs
        #cfg
        pub type #name = #of;
    );
}

/// An interface, of which only the pointer is known.
pub(super) fn interface(item: &Item, tokens: &mut Tokens) {
    let docs = docs(item);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    quote_to!(tokens, [docs, cfg, name]
        #docs
        #cfg
        pub type #name = *mut ::core::ffi::c_void;
    );
}

fn docs(item: &Item) -> Docs {
    let mut docs = Docs::of(0, &item.docs);
    origin::add(&mut docs, &item.origin, None);
    docs
}

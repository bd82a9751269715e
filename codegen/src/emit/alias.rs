//! Other names for types, and names of COM interfaces.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Docs;
use super::name::ident;
use super::{arch, origin, ty};
use crate::model::{Item, Type};

/// Another name for a type.
pub(super) fn alias(item: &Item, of: &Type, tokens: &mut TokenStream) {
    let docs = docs(item);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    let of = ty::ty(of);
    tokens.extend(quote! {
        #docs
        #cfg
        pub type #name = #of;
    });
}

/// An interface, of which only the pointer is known.
pub(super) fn interface(item: &Item, tokens: &mut TokenStream) {
    let docs = docs(item);
    let cfg = arch::attribute(item.arches);
    let name = ident(&item.name.text);
    tokens.extend(quote! {
        #docs
        #cfg
        pub type #name = *mut core::ffi::c_void;
    });
}

fn docs(item: &Item) -> Docs {
    let mut docs = Docs::of(0, &item.docs);
    origin::add(&mut docs, &item.origin, None);
    docs
}

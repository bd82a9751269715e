//! Types of functions that the user supplies a pointer to.

use super::docs::Docs;
use super::name::ident;
use super::{Spec, arch, origin, params, ty};
use crate::model::{Abi, Arches, Callback, Item};
use crate::tokens::{Tokens, quote_to};

/// A callback: null is `None`.
pub(super) fn callback(spec: &Spec<'_>, item: &Item, callback: &Callback, tokens: &mut Tokens) {
    let mut docs = Docs::of(0, &item.docs);
    params::document(spec, item, &callback.signature, &mut docs);
    origin::add(&mut docs, &item.origin, None);
    let name = ident(&item.name.text);
    let params = params::declare(&callback.signature);
    let result = ty::result(&callback.signature.result, false);
    let mut define = |abi: &str, arches: Arches| {
        if arches == Arches::NONE {
            return;
        }
        let cfg = arch::attribute(arches);
        quote_to!(tokens, [docs, cfg, name, abi, params, result]
            #docs
            #cfg
            pub type #name = ::core::option::Option<unsafe extern #abi fn(#params) #result>;
        );
    };
    let arches = item.arches;
    match callback.signature.abi {
        Abi::System => define("system", arches),
        Abi::C => define("C", arches),
        Abi::Fastcall => {
            // The convention exists on x86 alone.
            define("fastcall", arches.intersection(Arches::X86));
            let others = Arches::X64.union(Arches::ARM64);
            define("system", arches.intersection(others));
        }
    }
}

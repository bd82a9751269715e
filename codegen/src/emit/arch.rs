//! The conditions under which an item exists.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::layout::Arch;
use crate::model::Arches;

/// The condition for a set of architectures; nothing for all of them.
///
/// Code for Arm64EC has the types of x64.
pub(super) fn condition(arches: Arches) -> Option<TokenStream> {
    let has = |arch: Arch| arches.contains(arch.set());
    match (has(Arch::X86), has(Arch::X64), has(Arch::Arm64)) {
        (true, true, true) => None,
        (false, true, true) => Some(quote!(not(target_arch = "x86"))),
        (true, false, false) => Some(quote!(target_arch = "x86")),
        (false, true, false) => Some(quote!(any(target_arch = "x86_64", target_arch = "arm64ec"))),
        (false, false, true) => Some(quote!(target_arch = "aarch64")),
        (true, true, false) => Some(quote!(not(target_arch = "aarch64"))),
        (true, false, true) => Some(quote!(any(target_arch = "x86", target_arch = "aarch64"))),
        (false, false, false) => Some(quote!(any())),
    }
}

/// The attribute that keeps an item to its architectures.
pub(super) fn attribute(arches: Arches) -> Attribute {
    Attribute(arches)
}

/// The attribute that keeps an item to its architectures; nothing for all of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribute(Arches);

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(condition) = condition(self.0) {
            tokens.extend(quote!(#[cfg(#condition)]));
        }
    }
}

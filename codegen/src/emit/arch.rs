//! The conditions under which an item exists.

use crate::layout::Arch;
use crate::model::Arches;
use crate::tokens::{Form, ToTokens, Tokens, fixed, quote_to};

/// The condition for a set of architectures; nothing for all of them.
///
/// Code for Arm64EC has the types of x64.
pub(super) fn condition(arches: Arches) -> Option<&'static Form> {
    let has = |arch: Arch| arches.contains(arch.set());
    match (has(Arch::X86), has(Arch::X64), has(Arch::Arm64)) {
        (true, true, true) => None,
        (false, true, true) => Some(fixed!(not(target_arch = "x86"))),
        (true, false, false) => Some(fixed!(target_arch = "x86")),
        (false, true, false) => Some(fixed!(any(target_arch = "x86_64", target_arch = "arm64ec"))),
        (false, false, true) => Some(fixed!(target_arch = "aarch64")),
        (true, true, false) => Some(fixed!(not(target_arch = "aarch64"))),
        (true, false, true) => Some(fixed!(any(target_arch = "x86", target_arch = "aarch64"))),
        (false, false, false) => Some(fixed!(any())),
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
    fn to_tokens(&self, tokens: &mut Tokens) {
        if let Some(condition) = condition(self.0) {
            quote_to!(tokens, [condition] #[cfg(#condition)]);
        }
    }
}

//! The party that everything of Microsoft's is made of: the metadata, through windows-bindgen.

mod bindgen;
mod closure;
mod core;
mod index;
mod notes;

use std::{collections::BTreeSet, path::Path};

use crate::{bindings, fact::Facts};

pub use bindgen::all;
pub use closure::closure;
pub use index::{Index, Member, NAMESPACE};

/// Asks windows-bindgen for those of `names` that the metadata has, and completes its answer with
/// what it leaves out: names as they are written, directions, enumerations' members, bit-fields.
///
/// `scratch` is a folder for windows-bindgen's output.
///
/// # Errors
///
/// When windows-bindgen cannot be asked, in words.
pub fn gather<'n>(
    index: &Index,
    names: impl IntoIterator<Item = &'n str>,
    scratch: &Path,
) -> Result<Facts, String> {
    let (built_in, asked): (BTreeSet<&str>, BTreeSet<&str>) = names
        .into_iter()
        .filter_map(|name| index.owner(name))
        .partition(|name| core::BUILT_IN.contains(name));
    let mut facts = Facts::default();
    if !asked.is_empty() {
        let text = bindgen::run(&asked, scratch)?;
        bindings::read(&text, "", &mut facts)
            .map_err(|error| format!("windows-bindgen's output is not Rust: {error}"))?;
        notes::complete(index, &mut facts);
    }
    for name in built_in {
        core::read(index, name, &mut facts);
    }
    Ok(facts)
}

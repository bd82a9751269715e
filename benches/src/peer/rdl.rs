//! windows-rdl: RDL to metadata.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use windows_metadata::reader::Index;

/// Reads RDL and writes the metadata beside it; gives its file.
///
/// # Panics
///
/// When windows-rdl refuses the text.
#[must_use]
pub fn to_metadata(rdl: &Path) -> PathBuf {
    let output = rdl.with_extension("winmd");
    windows_rdl::reader()
        .input(rdl)
        .reference_default()
        .output(&output)
        .write()
        .expect("windows-rdl reads the text");
    output
}

/// The names of all items of Win32 in metadata.
///
/// # Panics
///
/// When the file is not metadata.
#[must_use]
pub fn names(metadata: &Path) -> BTreeSet<String> {
    let index = Index::read(metadata).expect("windows-rdl's metadata can be read");
    index
        .namespace_items("Windows.Win32")
        .map(|(name, _)| name.to_owned())
        .collect()
}

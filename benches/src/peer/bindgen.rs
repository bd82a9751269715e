//! windows-bindgen: metadata to Rust.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;

use windows_metadata::reader::{File, Index, Item, TypeCategory};

use crate::input::scratch;

/// The namespace of everything that is Win32.
const NAMESPACE: &str = "Windows.Win32";

/// What windows-bindgen has built in, so that it cannot be asked for.
const BUILT_IN: [&str; 10] = [
    "BOOL",
    "BSTR",
    "GUID",
    "HRESULT",
    "NTSTATUS",
    "PCSTR",
    "PCWSTR",
    "PSTR",
    "PWSTR",
    "RPC_STATUS",
];

/// What windows-bindgen reads.
#[derive(Debug, Clone)]
pub enum Metadata {
    /// All of Windows: what it brings along and reads unless it is told otherwise.
    Whole,
    /// A file that needs nothing else.
    File(PathBuf),
    /// A file of Win32 metadata, and what it brings along of WinRT.
    Win32(PathBuf),
}

/// Makes bindings in the manner of windows-sys, in one flat file, of what the filters let through
/// and all that it needs; gives the text.
///
/// The metadata is read every time, as in a process of its own: left to itself, windows-bindgen
/// keeps what it brings along for its next run in the same process, of which users have none.
///
/// # Panics
///
/// When windows-bindgen does: for a name that the metadata lacks, or a file that cannot be written.
#[must_use]
pub fn generate<S: AsRef<str>>(
    metadata: &Metadata,
    filters: impl IntoIterator<Item = S>,
) -> String {
    let output = scratch().join("bindgen.rs");
    let mut bindgen = windows_bindgen::builder();
    match metadata {
        Metadata::Whole => {
            bindgen.input_byte_sets([windows_default::WINRT, windows_default::WIN32])
        }
        Metadata::File(file) => bindgen.input(file),
        Metadata::Win32(file) => bindgen.input_bytes(windows_default::WINRT).input(file),
    };
    bindgen
        .filters(filters)
        .flat()
        .sys()
        .output(&output)
        .write();
    fs::read_to_string(output).expect("windows-bindgen has written its output")
}

/// What windows-bindgen must be asked for to tell of these names: the items themselves, or the
/// enumerations that they are members of. What it has built in is left out.
///
/// # Panics
///
/// When its own metadata cannot be read.
#[must_use]
pub fn filters(names: &BTreeSet<&str>) -> Vec<String> {
    let file = File::new(windows_default::WIN32.to_vec()).expect("the metadata can be read");
    let index = Index::new(vec![file]);
    let mut owners = HashMap::new();
    for (name, item) in index.namespace_items(NAMESPACE) {
        if let Item::Type(ty) = item
            && ty.category() == TypeCategory::Enum
        {
            owners.extend(ty.fields().map(|field| (field.name().to_owned(), name)));
        }
    }
    let asked: BTreeSet<_> = names
        .iter()
        .filter_map(|&name| {
            if index.get_item(NAMESPACE, name).next().is_some() {
                Some(name)
            } else {
                owners.get(name).copied()
            }
        })
        .filter(|name| !BUILT_IN.contains(name))
        .collect();
    asked
        .into_iter()
        .map(|name| format!("{NAMESPACE}.{name}"))
        .collect()
}

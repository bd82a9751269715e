//! Whether both sides of a generator's case do the same work.

use std::collections::BTreeSet;

use winsec_codegen::Options;
use winsec_codegen::source::{Source, Sources};

use crate::input::{specs, win32};
use crate::peer::bindgen::{self, Metadata};
use crate::peer::rdl;

use super::prepare;

/// Every item that windows-bindgen is asked for stands in its bindings and in ours.
pub(super) fn specs() -> Result<String, String> {
    let sources = specs::sources();
    let found = prepare::checked(&sources, &Options::SPECS);
    let filters = bindgen::filters(&specs::shared_names(&found.model));
    let ours: String = prepare::generate(&sources, &Options::SPECS)
        .into_iter()
        .map(|file| file.text)
        .collect();
    let ours = words(&ours);
    let whole = bindgen::generate(&Metadata::Whole, &filters);
    let cut = bindgen::generate(&prepare::specs_cut(&filters), &filters);
    for (whose, theirs) in [("windows-bindgen", &whole), ("the cut", &cut)] {
        let theirs = words(theirs);
        for name in filters.iter().filter_map(|path| path.rsplit('.').next()) {
            if !theirs.contains(name) {
                return Err(format!("{name} is not in the bindings of {whose}"));
            }
            if !ours.contains(name) {
                return Err(format!("{name} is not in our bindings"));
            }
        }
    }
    Ok(format!("{} items are in all three", filters.len()))
}

/// windows-rdl and we read the same names.
pub(super) fn win32() -> Result<String, String> {
    let sources = Sources::new([Source::new("win32.rdl", win32::text())]);
    let found = prepare::checked(&sources, &Options::METADATA);
    let ours: BTreeSet<_> = found
        .model
        .items
        .iter()
        .map(|item| item.name.text.clone())
        .collect();
    let theirs = rdl::names(&rdl::to_metadata(&win32::file()));
    let lost: Vec<_> = theirs.symmetric_difference(&ours).take(5).collect();
    if lost.is_empty() {
        Ok(format!("{} names are the same", ours.len()))
    } else {
        Err(format!("read by one side alone: {lost:?}"))
    }
}

fn words(text: &str) -> BTreeSet<&str> {
    text.split(|ch: char| !ch.is_alphanumeric() && ch != '_')
        .collect()
}

//! Our own specs.

use std::collections::BTreeSet;
use std::path::Path;

use winsec_codegen::model::{ItemKind, Model};
use winsec_codegen::source::Sources;

/// The texts of `specs/`.
///
/// # Panics
///
/// When the folder cannot be read.
#[must_use]
pub fn sources() -> Sources {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../specs"));
    Sources::load([folder]).expect("the specs can be read")
}

/// The names of what a model and Microsoft's metadata both have.
#[must_use]
pub fn shared_names(model: &Model) -> BTreeSet<&str> {
    let shared = model
        .items
        .iter()
        .filter(|item| item.markers.absent.is_none());
    let members = model.items.iter().flat_map(|item| match &item.kind {
        ItemKind::Enum(item) => item.members.as_slice(),
        _ => &[],
    });
    let members = members.filter(|member| member.markers.absent.is_none());
    shared
        .map(|item| item.name.text.as_str())
        .chain(members.map(|member| member.name.text.as_str()))
        .collect()
}

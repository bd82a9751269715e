//! Takes items out of Microsoft's metadata and makes specs of them that wait for documentation.

pub mod docs;

use std::{collections::BTreeSet, fs, path::Path, process};

use winsec_codegen::{
    Options, analyse,
    diagnostic::{Style, render},
    emit::{Spec, rdl::entry},
    model::{ItemKind, Model},
    nearest,
    options::Docs,
    source::{Source, Sources},
};

use crate::metadata::{Index, NAMESPACE, closure};

/// What the imported items' file is called in errors.
const FILE: &str = "import.rdl";

/// What was imported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    /// The items as a spec that waits for its documentation; whatever an item needs comes before
    /// it.
    pub text: String,
    /// The items, in their order.
    pub items: Vec<String>,
    /// The names that the specs have already.
    pub known: Vec<String>,
}

/// Takes `names` out of the metadata, with everything that they need and `specs` do not have.
///
/// `scratch` is a folder for intermediate files.
///
/// # Errors
///
/// When a name is unknown, with the names nearest to it; when an item needs what no spec can hold;
/// when the specs are wrong. In words.
pub fn import(names: &[String], specs: Sources, scratch: &Path) -> Result<Import, String> {
    // windows-rdl's text is not ours to judge; what the specs are like `gen` says.
    let options = Options {
        docs: Docs::Optional,
        ..Options::METADATA
    };
    let ours = analyse(&specs, &options)
        .map_err(|errors| render(&errors, &specs, Style::Plain))?
        .model;
    let known = names_of(&ours);
    let (known_names, wanted): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| known.contains(name.as_str()));
    let index = Index::new()?;
    let unknown: Vec<String> = wanted
        .iter()
        .filter(|name| !index.contains(name))
        .map(|name| match nearest(name, index.names()) {
            Some(near) => format!("the metadata has no `{name}`; did you mean {near}?"),
            None => format!("the metadata has no `{name}`, and nothing like it"),
        })
        .collect();
    if !unknown.is_empty() {
        return Err(unknown.join("\n"));
    }
    let wanted = wanted.into_iter().map(String::as_str);
    let order = closure(&index, wanted, |name| known.contains(name))?;
    let mut import = Import {
        known: known_names.into_iter().cloned().collect(),
        ..Import::default()
    };
    if order.is_empty() {
        return Ok(import);
    }
    let text = rdl(&order, scratch)?;
    let sources = Sources::new(
        specs
            .iter()
            .map(|(_, source)| Source::new(source.name(), source.text()))
            .chain([Source::new(FILE, text)]),
    );
    let analysis =
        analyse(&sources, &options).map_err(|errors| render(&errors, &sources, Style::Plain))?;
    let spec = Spec::new(&analysis.model, &analysis.index, &analysis.layouts);
    let mut texts = Vec::new();
    for name in &order {
        for (id, item) in (0..)
            .map(winsec_codegen::model::ItemId)
            .zip(&analysis.model.items)
        {
            if item.name.text == *name && !known.contains(name.as_str()) {
                texts.push(entry(&spec, id, item));
            }
        }
    }
    import.text = texts.join("\n");
    import.items = order;
    Ok(import)
}

/// Every name that the specs define.
fn names_of(model: &Model) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for item in &model.items {
        names.insert(item.name.text.clone());
        if let ItemKind::Enum(item) = &item.kind {
            names.extend(item.members.iter().map(|member| member.name.text.clone()));
        }
    }
    names
}

/// What windows-rdl writes of some items.
fn rdl(names: &[String], scratch: &Path) -> Result<String, String> {
    // Another run may be at work in the same folder.
    let file = scratch.join(format!("{}-{FILE}", process::id()));
    fs::create_dir_all(scratch)
        .map_err(|error| format!("{} cannot be made: {error}", scratch.display()))?;
    windows_rdl::writer()
        .input_bytes(windows_default::WIN32)
        .filters(names.iter().map(|name| format!("{NAMESPACE}.{name}")))
        .output(&file)
        .write()
        .map_err(|error| format!("windows-rdl cannot write the items: {error}"))?;
    let text = fs::read_to_string(&file)
        .map_err(|error| format!("{} cannot be read: {error}", file.display()))?;
    // It is below `target`: if it stays, it does no harm.
    let _ = fs::remove_file(&file);
    Ok(text)
}

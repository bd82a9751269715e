//! Takes items out of Microsoft's metadata and makes specs of them that wait for documentation.

pub mod docs;

use std::collections::BTreeSet;

use winsec_codegen::{
    Analysis, Options, analyse, analyse_with,
    diagnostic::{Diagnostic, Style, render},
    emit::{Spec, rdl::entry},
    model::{ItemKind, Model},
    nearest,
    options::Docs,
    source::Sources,
    winmd::{Metadata, Winmd},
};

use crate::metadata::{Index, closure};

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
/// # Errors
///
/// When a name is unknown, with the names nearest to it; when an item needs what no spec can hold;
/// when the specs are wrong. In words.
pub fn import(names: &[String], mut specs: Sources) -> Result<Import, String> {
    // The metadata is not ours to judge; what the specs are like `gen` says.
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
    let analysis = analyse_beside(&mut specs, &options, &order)
        .map_err(|errors| render(&errors, &specs, Style::Plain))?;
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

/// Analyses specs together with items of the metadata.
fn analyse_beside(
    specs: &mut Sources,
    options: &Options,
    items: &[String],
) -> Result<Analysis, Vec<Diagnostic>> {
    let metadata = Metadata::open(&Winmd::system(), specs)?;
    let wanted: BTreeSet<&str> = items.iter().map(String::as_str).collect();
    analyse_with(specs, options, &metadata, |entry| {
        entry.of.is_none() && wanted.contains(entry.name)
    })
}

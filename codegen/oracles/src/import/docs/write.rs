//! The items with the pages' words, as a spec.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use winsec_codegen::{
    analyse,
    diagnostic::{Style, render},
    emit::{Spec, rdl::entry},
    model::{ItemId, ItemKind, Model},
    source::{Source as Text, Sources},
};

use super::{Documented, OPTIONS, Source, Told, World, apply::Apply, intake::Job, need::Needs};
use crate::import::{FILE, rdl};

/// What the items that pages declare are called in errors.
const DECLARED: &str = "declared.rdl";

/// Writes the items of the pages and all that they need.
pub(super) fn write(
    specs: &Sources,
    world: &World,
    jobs: &[Job],
    needs: &Needs,
    told: &mut [Told],
    scratch: &Path,
) -> Result<Documented, String> {
    let mut texts = Vec::new();
    if !needs.order.is_empty() {
        texts.push(Text::new(FILE, rdl(&needs.order, scratch)?));
    }
    if !needs.declared.is_empty() {
        let declared: String = needs.declared.values().map(String::as_str).collect();
        texts.push(Text::new(DECLARED, declared));
    }
    let again = jobs.iter().any(|job| job.source == Source::Specs);
    if texts.is_empty() && !again {
        return Ok(Documented::default());
    }
    let ours = specs
        .iter()
        .map(|(_, source)| Text::new(source.name(), source.text()));
    let sources = Sources::new(ours.chain(texts));
    let mut analysis =
        analyse(&sources, &OPTIONS).map_err(|errors| render(&errors, &sources, Style::Plain))?;
    let order = order(&analysis.model, world, jobs, needs);
    let mut apply = Apply::new(&mut analysis.model, order.iter().copied().collect());
    for job in jobs {
        told[job.told]
            .notes
            .extend(apply.page(&job.page, &job.item));
    }
    let spec = Spec::new(&analysis.model, &analysis.index, &analysis.layouts);
    let (mut texts, mut items) = (Vec::new(), Vec::new());
    for at in order {
        if let Some(item) = analysis.model.items.get(at) {
            texts.push(entry(
                &spec,
                ItemId(u32::try_from(at).unwrap_or(u32::MAX)),
                item,
            ));
            if items.last() != Some(&item.name.text) {
                items.push(item.name.text.clone());
            }
        }
    }
    let text = texts.join("\n");
    Ok(Documented {
        waiting: waiting(&text),
        text,
        items,
        ..Documented::default()
    })
}

/// The places of the items that are written, in their order.
fn order(model: &Model, world: &World, jobs: &[Job], needs: &Needs) -> Vec<usize> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, item) in model.items.iter().enumerate() {
        places.entry(&item.name.text).or_default().push(at);
        if let ItemKind::Enum(of) = &item.kind {
            owners.extend(of.members.iter().map(|member| (&*member.name.text, at)));
        }
    }
    let declared = needs.declared.keys();
    let mut order: Vec<usize> = needs
        .order
        .iter()
        .chain(declared)
        .filter_map(|name| places.get(name.as_str()))
        .flatten()
        .copied()
        .collect();
    // The specs' own, with the enumerations whose members the pages explain.
    for job in jobs.iter().filter(|job| job.source == Source::Specs) {
        let entries = job.page.entries.iter();
        let values = entries.flat_map(|entry| &entry.values);
        for value in values.chain(&job.page.values) {
            if world.known.contains(&value.name) {
                let own = places.get(value.name.as_str()).into_iter().flatten();
                order.extend(own.chain(owners.get(value.name.as_str())));
            }
        }
        let own = places.get(job.item.as_str()).into_iter().flatten();
        order.extend(own.chain(owners.get(job.item.as_str())));
    }
    let mut seen = BTreeSet::new();
    order.retain(|at| seen.insert(*at));
    order
}

/// How many empty lines of documentation there are that no line of documentation is beside.
fn waiting(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_doc = |line: Option<&&str>| line.is_some_and(|line| line.starts_with("///"));
    (0..lines.len())
        .filter(|&at| lines[at] == "///")
        .filter(|&at| !is_doc(lines.get(at + 1)))
        .filter(|&at| at == 0 || !is_doc(lines.get(at - 1)))
        .count()
}

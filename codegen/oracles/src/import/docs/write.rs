//! The items with the pages' words, as a spec.

use std::collections::{BTreeMap, BTreeSet};

use winsec_codegen::{
    diagnostic::{Diagnostic, Style, render},
    emit::{Spec, rdl::entry},
    model::{ItemId, ItemKind, Model},
    source::{Source as Text, Sources},
};

use super::{
    Documented, Note, OPTIONS, Source, Told, World, apply::Apply, intake::Job, need::Needs,
};
use crate::import::analyse_beside;

/// The folder that the items of pages seem to be in, each in a file of its own.
const DECLARED: &str = "declared/";

/// Writes the items of the pages and all that they need.
pub(super) fn write(
    specs: &Sources,
    world: &World,
    mut jobs: Vec<Job>,
    mut needs: Needs,
    told: &mut [Told],
) -> Result<Documented, String> {
    let mut analysis = loop {
        let mut sources = sources(specs, &needs);
        match analyse_beside(&mut sources, &OPTIONS, &needs.order) {
            Ok(analysis) => break analysis,
            Err(errors) => {
                let wrong = wrong(&errors, &sources);
                if wrong.is_empty() {
                    return Err(render(&errors, &sources, Style::Plain));
                }
                for (name, message) in wrong {
                    needs.declared.remove(&name);
                    jobs.retain(|job| {
                        let is = job.item == name;
                        if is {
                            let line = job.page.syntax.as_ref().map_or(0, |syntax| syntax.line);
                            let why = format!("what is declared here is wrong: {message}");
                            told[job.told].fail(Note::new(line, why));
                        }
                        !is
                    });
                }
            }
        }
    };
    if jobs.is_empty() {
        return Ok(Documented::default());
    }
    let (jobs, needs) = (&jobs[..], &needs);
    let order = order(&analysis.model, world, jobs, needs);
    let mut apply = Apply::new(&mut analysis.model, order.iter().copied().collect());
    for job in jobs {
        let (notes, measure) = apply.page(&job.page, &job.item, &job.text);
        let told = &mut told[job.told];
        told.notes.extend(notes);
        told.count(measure);
    }
    apply.finish();
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

/// The specs, with what comes from pages.
fn sources(specs: &Sources, needs: &Needs) -> Sources {
    let ours = specs
        .iter()
        .map(|(_, source)| Text::new(source.name(), source.text()));
    let declared = needs
        .declared
        .iter()
        .map(|(name, rdl)| Text::new(format!("{DECLARED}{name}.rdl"), rdl.as_str()));
    Sources::new(ours.chain(declared))
}

/// The items of pages that are wrong, each with what is wrong first.
fn wrong(errors: &[Diagnostic], sources: &Sources) -> BTreeMap<String, String> {
    let mut wrong = BTreeMap::new();
    for error in errors {
        let file = sources.get(error.span.file).map_or("", Text::name);
        if let Some(file) = file.strip_prefix(DECLARED) {
            let name = file.trim_end_matches(".rdl").to_owned();
            wrong.entry(name).or_insert_with(|| error.message.clone());
        }
    }
    wrong
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

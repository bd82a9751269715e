//! Compares a page with the spec that has its item already.

use std::collections::BTreeSet;

use winsec_codegen::model::{Function, ItemKind, Origin};
use winsec_pages::{Entry, Page};

use super::{Note, World, fit::parts};

/// What the page documents and the spec lacks, and the reverse.
pub(super) fn compare(world: &World, page: &Page, name: &str) -> Vec<Note> {
    let items = world.ours.model.items.iter();
    let Some(item) = items.clone().find(|item| item.name.text == name) else {
        return Vec::new();
    };
    let mut notes = Vec::new();
    let mut note = |line, message| notes.push(Note::new(line, message));
    let has = parts(item);
    if !has.is_empty() {
        let of = |entry: &str| entry.rsplit('.').next().unwrap_or_default().to_owned();
        let documented: BTreeSet<String> =
            page.entries.iter().map(|entry| of(&entry.name)).collect();
        let lacks = |entry: &&Entry| !has.contains(&of(&entry.name)) && !entry.docs.is_empty();
        for entry in page.entries.iter().filter(lacks) {
            note(
                entry.line,
                format!("the spec's `{name}` lacks `{}`", entry.name),
            );
        }
        for part in has.iter().filter(|part| !documented.contains(*part)) {
            note(
                page.line,
                format!("the page lacks `{part}`, which the spec's `{name}` has"),
            );
        }
    }
    let entries = page.entries.iter().flat_map(|entry| &entry.values);
    for value in entries.chain(&page.values) {
        if !world.known.contains(&value.name) {
            note(
                value.line,
                format!("the specs lack the constant `{}`", value.name),
            );
        }
    }
    if let ItemKind::Function(function) = &item.kind {
        order(page, name, function, &mut note);
        let codes: BTreeSet<&str> = function
            .errors
            .iter()
            .map(|error| &*error.code.text)
            .collect();
        let failures: BTreeSet<&str> = page.failures.iter().map(|of| &*of.code).collect();
        for failure in page.failures.iter().filter(|of| !codes.contains(&*of.code)) {
            note(
                failure.line,
                format!("the spec's `{name}` lacks the failure `{}`", failure.code),
            );
        }
        for code in codes.difference(&failures) {
            note(
                page.line,
                format!("the page lacks the failure `{code}`, which the spec's `{name}` has"),
            );
        }
        let library = page.origin.library.as_deref();
        differ(
            page,
            name,
            "DLL",
            library,
            Some(&function.library.text),
            &mut notes,
        );
    }
    let (ours, theirs) = (&item.origin, super::apply::origin(page));
    for (what, theirs, ours) in [
        ("header", &theirs.header, &ours.header),
        ("first client", &theirs.client, &ours.client),
        ("first server", &theirs.server, &ours.server),
        ("address", &theirs.page, &ours.page),
    ] {
        differ(
            page,
            name,
            what,
            theirs.as_deref(),
            ours.as_deref(),
            &mut notes,
        );
    }
    notes.sort_by_key(|note| note.line);
    notes
}

/// Notes the first parameter that both have and that the page describes in another place.
fn order(page: &Page, name: &str, function: &Function, note: &mut impl FnMut(usize, String)) {
    let params = function.signature.params.iter();
    let params: Vec<&str> = params.map(|of| of.name.text.as_str()).collect();
    let entries = page.entries.iter().map(|of| (of.name.as_str(), of.line));
    let entries: Vec<_> = entries.filter(|(of, _)| params.contains(of)).collect();
    let both = params
        .iter()
        .filter(|of| entries.iter().any(|(entry, _)| entry == *of));
    if let Some(((entry, line), param)) = entries
        .iter()
        .zip(both)
        .find(|((of, _), param)| of != *param)
    {
        let message = format!("the page has `{entry}` where the spec's `{name}` has `{param}`");
        note(*line, message);
    }
}

/// Adds what the page and the spec say differently; what either leaves out is no difference.
fn differ(
    page: &Page,
    name: &str,
    what: &str,
    theirs: Option<&str>,
    ours: Option<&str>,
    notes: &mut Vec<Note>,
) {
    if let (Some(theirs), Some(ours)) = (theirs, ours)
        && !theirs.eq_ignore_ascii_case(ours)
    {
        let short = |text: &str| text.trim_start_matches(Origin::PAGES).to_owned();
        let message = format!(
            "the {what} of `{name}` is `{}` here and `{}` in the spec",
            short(theirs),
            short(ours)
        );
        notes.push(Note::new(page.line, message));
    }
}

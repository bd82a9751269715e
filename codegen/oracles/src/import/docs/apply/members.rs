//! Puts a page's entries on the fields, members or parameters of an item.

use winsec_codegen::{
    model::{ErrorCause, Field, FieldType, Item, ItemKind},
    nearest,
};
use winsec_pages::Page;

use super::{
    super::Note,
    text::{join, section},
};

/// After how many remarks on a page no near names are looked for any more.
const SEARCHES: usize = 20;

/// Something that an entry may be about.
struct Slot<'i> {
    name: String,
    /// Its name behind those of the structs around it, parted by dots.
    path: String,
    docs: &'i mut String,
    /// Whether it needs words at all.
    needs: bool,
    /// Whether an entry is about it.
    taken: bool,
}

/// Takes all words from an item.
pub(super) fn silence(item: &mut Item) {
    item.docs.clear();
    if let ItemKind::Function(function) = &mut item.kind {
        function.errors.clear();
    }
    for slot in slots(item) {
        slot.docs.clear();
    }
}

/// Puts the words of a page's entries where they belong; those that belong to no part of the item stay
/// with the item, and are told of, as is what no entry is about.
pub(super) fn document(item: &mut Item, page: &Page) -> Vec<Note> {
    let (what, owner) = (what(&item.kind), item.name.text.clone());
    let by_place = what == "parameter";
    let mut notes = Vec::new();
    let mut slots = slots(item);
    let opaque = slots.is_empty();
    let mut places = places(&slots, page);
    if by_place {
        by_position(&slots, page, &mut places);
    }
    let mut rest = Vec::new();
    for (entry, place) in page.entries.iter().zip(places) {
        if let Some(slot) = place.and_then(|at| slots.get_mut(at)) {
            entry.docs.clone_into(slot.docs);
            slot.taken = true;
        } else if !entry.docs.is_empty() {
            rest.push(entry);
        }
    }
    let mut told = Vec::new();
    for entry in rest {
        let name = entry.name.as_str();
        let last = last(name);
        let (first, value) = name.split_once('.').unwrap_or((name, ""));
        if let Some(slot) = slots.iter_mut().find(|slot| by_place && slot.name == first) {
            // What a value of a parameter means.
            *slot.docs = join(&[slot.docs, &explained(value, &entry.docs)]);
            continue;
        }
        let twice = slots
            .iter_mut()
            .find(|slot| slot.name.eq_ignore_ascii_case(last));
        let message = if let Some(slot) = twice {
            if *slot.docs != entry.docs {
                *slot.docs = join(&[slot.docs, &entry.docs]);
            }
            format!("the {what} `{name}` is documented twice; it has the words of both")
        } else {
            told.push(explained(name, &entry.docs));
            if opaque {
                continue;
            }
            let known = slots.iter().map(|slot| slot.name.as_str());
            let mut message = format!("`{owner}` has no {what} `{name}`, which the page documents");
            if notes.len() < SEARCHES
                && let Some(near) = nearest(last, known)
            {
                message.push_str(&format!("; it has {near}"));
            }
            message
        };
        notes.push(Note::new(entry.line, message));
    }
    let silent = slots.iter().filter(|slot| slot.needs && !slot.taken);
    let silent: Vec<String> = silent.map(|slot| format!("`{}`", slot.name)).collect();
    if !silent.is_empty() && !page.entries.is_empty() {
        let message = format!("the page does not document {what} {}", silent.join(", "));
        notes.push(Note::new(page.line, message));
    }
    section(&mut item.docs, &format!("Other {what}s"), &join_all(&told));
    notes
}

/// A name that an entry explains, and its words.
fn explained(name: &str, docs: &str) -> String {
    format!("`{}`\n\n{docs}", name.replace('`', "'"))
}

fn join_all(texts: &[String]) -> String {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    join(&texts)
}

/// The last of the names in a path.
fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or_default()
}

/// The place of each entry among the parts: by its whole path or else by its last name, and where the
/// letters are of another case.
fn places(slots: &[Slot<'_>], page: &Page) -> Vec<Option<usize>> {
    let mut taken = vec![false; slots.len()];
    let mut places = vec![None; page.entries.len()];
    let rules: [fn(&Slot<'_>, &str) -> bool; 3] = [
        |slot, name| same_path(&slot.path, name),
        |slot, name| slot.name == last(name),
        |slot, name| slot.name.eq_ignore_ascii_case(last(name)),
    ];
    for rule in rules {
        for (entry, place) in page.entries.iter().zip(&mut places) {
            if place.is_some() {
                continue;
            }
            let fits = |at: &usize| !taken[*at] && rule(&slots[*at], &entry.name);
            *place = (0..slots.len()).find(fits);
            if let Some(at) = *place {
                taken[at] = true;
            }
        }
    }
    places
}

/// Whether two paths are the same, but for structs and unions without a name of their own.
fn same_path(ours: &str, theirs: &str) -> bool {
    let nameless = |part: &&str| {
        !["Anonymous", "DUMMY", "NONAMELESS", "unnamed"]
            .iter()
            .any(|of| part.starts_with(of))
    };
    ours.split('.')
        .filter(nameless)
        .eq(theirs.split('.').filter(nameless))
}

/// Gives parameters that the declaration and the page call differently their places: `unnamedParam1` is
/// the first; any other has the place that it has on the page, when that lists as many.
fn by_position(slots: &[Slot<'_>], page: &Page, places: &mut [Option<usize>]) {
    for (at, entry) in page.entries.iter().enumerate() {
        let name = entry.name.to_ascii_lowercase();
        let number = name
            .strip_prefix("unnamedparam")
            .and_then(|of| of.parse::<usize>().ok());
        let place = match number.and_then(|number| number.checked_sub(1)) {
            Some(place) => place,
            None if page.entries.len() == slots.len() => at,
            None => continue,
        };
        if places[at].is_none() && place < slots.len() && !places.contains(&Some(place)) {
            places[at] = Some(place);
        }
    }
}

/// All words of an item.
pub(super) fn words(item: &mut Item) -> String {
    let mut texts = vec![item.docs.clone()];
    if let ItemKind::Function(function) = &item.kind {
        let cause = |of: &ErrorCause| format!("{} {}", of.code.text, of.cause);
        texts.extend(function.errors.iter().map(cause));
    }
    texts.extend(slots(item).iter().map(|slot| slot.docs.clone()));
    join_all(&texts)
}

/// What the parts of an item are called.
fn what(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Enum(_) => "member",
        ItemKind::Function(_) | ItemKind::Callback(_) => "parameter",
        _ => "field",
    }
}

/// Everything of an item that an entry may be about.
fn slots(item: &mut Item) -> Vec<Slot<'_>> {
    let mut slots = Vec::new();
    match &mut item.kind {
        ItemKind::Record(record) => fields(&mut record.fields, "", &mut slots),
        ItemKind::Enum(of) => {
            slots.extend(
                of.members
                    .iter_mut()
                    .map(|member| Slot::new(&member.name.text, &mut member.docs)),
            );
        }
        ItemKind::Function(function) => {
            let params = function.signature.params.iter_mut();
            slots.extend(params.map(|param| Slot::new(&param.name.text, &mut param.docs)));
        }
        ItemKind::Callback(callback) => {
            let params = callback.signature.params.iter_mut();
            slots.extend(params.map(|param| Slot::new(&param.name.text, &mut param.docs)));
        }
        ItemKind::Constant(_) | ItemKind::Alias(_) | ItemKind::Interface => {}
    }
    slots
}

fn fields<'i>(of: &'i mut [Field], around: &str, slots: &mut Vec<Slot<'i>>) {
    for field in of {
        let path = format!("{around}{}", field.name.text);
        match &mut field.ty {
            FieldType::Record(record) => {
                slots.push(Slot {
                    needs: false,
                    path: path.clone(),
                    ..Slot::new(&field.name.text, &mut field.docs)
                });
                fields(&mut record.fields, &format!("{path}."), slots);
            }
            FieldType::Type(_) if field.bits.is_empty() => slots.push(Slot {
                path,
                ..Slot::new(&field.name.text, &mut field.docs)
            }),
            FieldType::Type(_) => {
                for bit in &mut field.bits {
                    if let Some(name) = &bit.name {
                        slots.push(Slot {
                            path: format!("{around}{}", name.text),
                            ..Slot::new(&name.text, &mut bit.docs)
                        });
                    }
                }
            }
        }
    }
}

impl<'i> Slot<'i> {
    fn new(name: &str, docs: &'i mut String) -> Self {
        Self {
            name: name.to_owned(),
            path: name.to_owned(),
            docs,
            needs: true,
            taken: false,
        }
    }
}

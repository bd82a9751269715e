//! Puts a page's entries on the fields, members or parameters of an item.

use winsec_codegen::{
    model::{Field, FieldType, Item, ItemKind},
    nearest,
};
use winsec_pages::Page;

use super::{super::Note, text::item_of_list};

/// After how many remarks on a page no near names are looked for any more.
const SEARCHES: usize = 20;

/// Something that an entry may be about.
struct Slot<'i> {
    name: String,
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

/// Puts the words of a page's entries where they belong; tells of those that belong nowhere, and of
/// what no entry is about.
pub(super) fn document(item: &mut Item, page: &Page, docs: &[String]) -> Vec<Note> {
    let (what, owner) = (what(&item.kind), item.name.text.clone());
    let mut notes = Vec::new();
    let mut told = Vec::new();
    let mut slots = slots(item);
    let opaque = slots.is_empty();
    for (entry, docs) in page.entries.iter().zip(docs) {
        let last = entry.name.rsplit('.').next().unwrap_or_default();
        let same = |slot: &&mut Slot<'_>| !slot.taken && slot.name == last;
        let alike = |slot: &&mut Slot<'_>| !slot.taken && slot.name.eq_ignore_ascii_case(last);
        let place = match slots.iter_mut().find(same) {
            Some(slot) => Some(slot),
            None => slots.iter_mut().find(alike),
        };
        if let Some(slot) = place {
            docs.clone_into(slot.docs);
            slot.taken = true;
            continue;
        }
        if docs.is_empty() {
            continue;
        }
        if opaque {
            told.push(item_of_list(&entry.name, docs));
            continue;
        }
        let known = slots.iter().map(|slot| slot.name.as_str());
        let mut message = if known.clone().any(|name| name == last) {
            format!(
                "the {what} `{}` is documented twice; the first time counts",
                entry.name
            )
        } else {
            format!(
                "`{owner}` has no {what} `{}`, which the page documents",
                entry.name
            )
        };
        if notes.len() < SEARCHES
            && let Some(near) = nearest(last, known).filter(|near| *near != format!("`{last}`"))
        {
            message.push_str(&format!("; it has {near}"));
        }
        notes.push(Note::new(entry.line, message));
    }
    let silent = slots.iter().filter(|slot| slot.needs && !slot.taken);
    let silent: Vec<String> = silent.map(|slot| format!("`{}`", slot.name)).collect();
    if !silent.is_empty() && !page.entries.is_empty() {
        let message = format!("the page does not document {what} {}", silent.join(", "));
        notes.push(Note::new(page.line, message));
    }
    if !told.is_empty() {
        item.docs = super::join(&[&item.docs, &told.join("\n")]);
    }
    notes
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
        ItemKind::Record(record) => fields(&mut record.fields, &mut slots),
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

fn fields<'i>(of: &'i mut [Field], slots: &mut Vec<Slot<'i>>) {
    for field in of {
        match &mut field.ty {
            FieldType::Record(record) => {
                slots.push(Slot {
                    needs: false,
                    ..Slot::new(&field.name.text, &mut field.docs)
                });
                fields(&mut record.fields, slots);
            }
            FieldType::Type(_) if field.bits.is_empty() => {
                slots.push(Slot::new(&field.name.text, &mut field.docs));
            }
            FieldType::Type(_) => {
                for bit in &mut field.bits {
                    if let Some(name) = &bit.name {
                        slots.push(Slot::new(&name.text, &mut bit.docs));
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
            docs,
            needs: true,
            taken: false,
        }
    }
}

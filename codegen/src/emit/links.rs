//! The items that documentation links to by name: `` [`NAME`] ``.

use super::Spec;
use crate::model::{Field, FieldType, Item, ItemKind};

/// Calls `found` with each name that the documentation printed with an item links to.
pub(super) fn of_item<'a>(spec: &Spec<'a>, item: &'a Item, found: &mut impl FnMut(&'a str)) {
    of_text(&item.docs, found);
    match &item.kind {
        ItemKind::Record(record) => of_fields(&record.fields, found),
        ItemKind::Enum(of) => {
            for member in &of.members {
                of_text(&member.docs, found);
            }
            // The constants of other files that are members too are documented here as well.
            let id = spec.index.type_item(&item.name.text, item.arches);
            let further = id
                .and_then(|id| spec.further.get(&id))
                .into_iter()
                .flatten();
            for constant in further.filter_map(|&id| spec.item(id)) {
                of_text(&constant.docs, found);
            }
        }
        ItemKind::Function(function) => {
            for param in &function.signature.params {
                of_text(&param.docs, found);
            }
            for error in &function.errors {
                of_text(&error.cause, found);
            }
        }
        ItemKind::Callback(callback) => {
            for param in &callback.signature.params {
                of_text(&param.docs, found);
            }
        }
        ItemKind::Constant(_) | ItemKind::Alias(_) | ItemKind::Interface => {}
    }
}

fn of_fields<'a>(fields: &'a [Field], found: &mut impl FnMut(&'a str)) {
    for field in fields {
        of_text(&field.docs, found);
        for bits in &field.bits {
            of_text(&bits.docs, found);
        }
        if let FieldType::Record(record) = &field.ty {
            of_fields(&record.fields, found);
        }
    }
}

/// Calls `found` with each name that a text links to, unless the link says itself where it leads.
pub(super) fn of_text<'a>(text: &'a str, found: &mut impl FnMut(&'a str)) {
    let mut rest = text;
    // A letter is found several times as fast as a text of two.
    while let Some(at) = rest.find('[') {
        rest = &rest[at + 1..];
        let Some(link) = rest.strip_prefix('`') else {
            continue;
        };
        let Some((name, after)) = link.split_once("`]") else {
            return;
        };
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if is_name && !after.starts_with(['(', '[', ':']) {
            found(name);
        }
    }
}

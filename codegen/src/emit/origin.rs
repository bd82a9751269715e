//! Where an item comes from: header, DLL, first versions, reference page.

use super::docs::Docs;
use crate::model::Origin;

/// Closes a type's or a function's documentation with its origin.
pub(super) fn add(docs: &mut Docs, origin: &Origin, library: Option<&str>) {
    let mut text = String::new();
    if let Some(library) = library {
        sentence(&mut text, &["DLL: `", library, "`."]);
    }
    if let Some(header) = &origin.header {
        sentence(&mut text, &["Header: `", header, "`."]);
    }
    match (&origin.client, &origin.server) {
        (Some(client), Some(server)) => {
            sentence(&mut text, &["Since ", client, " and ", server, "."]);
        }
        (Some(one), None) | (None, Some(one)) => sentence(&mut text, &["Since ", one, "."]),
        (None, None) => {}
    }
    if let Some(page) = &origin.page {
        sentence(&mut text, &["[Reference](", page, ")."]);
    }
    docs.paragraph(&text);
}

/// Closes a constant's documentation with its reference page.
pub(super) fn add_page(docs: &mut Docs, origin: &Origin) {
    if let Some(page) = &origin.page {
        docs.paragraph(&format!("[Reference]({page})."));
    }
}

fn sentence(text: &mut String, parts: &[&str]) {
    if !text.is_empty() {
        text.push(' ');
    }
    for part in parts {
        text.push_str(part);
    }
}

//! Every item says where it is documented, and since when Windows has it.

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::model::ItemKind;

/// Reports items without header, or with one of the two first versions, and functions without any
/// of these or a reference page.
///
/// What Microsoft does not document has neither page nor first versions; functions all have them.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.model.items {
        let function = match item.kind {
            ItemKind::Interface => continue,
            ItemKind::Function(_) => true,
            _ => false,
        };
        let origin = &item.origin;
        let versions = function || origin.client.is_some() || origin.server.is_some();
        let missing: Vec<_> = [
            (&origin.header, true, "header"),
            (&origin.client, versions, "client"),
            (&origin.server, versions, "server"),
            (&origin.page, function, "page"),
        ]
        .into_iter()
        .filter(|(value, needed, _)| *needed && value.is_none())
        .map(|(.., name)| name)
        .collect();
        if let Some(first) = missing.first() {
            let names: Vec<_> = missing.iter().map(|name| format!("`{name}`")).collect();
            let message = format!("`{}` has no {}", item.name.text, names.join(", "));
            let mut help = format!("write `#[{first}(\"..\")]` before it");
            if *first != "page" {
                help.push_str(", or for all items `#![");
                help.push_str(first);
                help.push_str("(\"..\")]` at the head of the file");
            }
            found.push(Diagnostic::new(item.name.span, message).with_help(help));
        }
    }
}

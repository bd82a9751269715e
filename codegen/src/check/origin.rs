//! Every item says where it is documented, and since when Windows has it.

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::model::ItemKind;

/// Reports items without header, first versions or reference page.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.model.items {
        if matches!(item.kind, ItemKind::Interface) {
            continue;
        }
        let origin = &item.origin;
        let missing: Vec<_> = [
            (&origin.header, "header"),
            (&origin.client, "client"),
            (&origin.server, "server"),
            (&origin.page, "page"),
        ]
        .into_iter()
        .filter(|(value, _)| value.is_none())
        .map(|(_, name)| name)
        .collect();
        if let Some(first) = missing.first() {
            let names: Vec<_> = missing.iter().map(|name| format!("`{name}`")).collect();
            let message = format!("`{}` has no {}", item.name.text, names.join(", "));
            let help = format!(
                "write `#[{first}(\"..\")]` before it, or `#![{first}(\"..\")]` at the head of the file"
            );
            found.push(Diagnostic::new(item.name.span, message).with_help(help));
        }
    }
}

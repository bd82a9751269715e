//! A function names the DLL that exports it.

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::model::ItemKind;

/// What the names of modules that export functions end in.
const ENDINGS: [&str; 3] = [".dll", ".drv", ".cpl"];

/// Reports names of DLLs that are none, and empty names of exports.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.model.items {
        let ItemKind::Function(function) = &item.kind else {
            continue;
        };
        let library = &function.library;
        let lower = library.text.to_ascii_lowercase();
        let stem = ENDINGS.iter().find_map(|ending| lower.strip_suffix(ending));
        let wrong = |ch: char| ch.is_whitespace() || ch.is_control() || "/\\:*?\"<>|".contains(ch);
        if library.text.is_empty() {
            found.push(
                Diagnostic::new(library.span, "the DLL has no name")
                    .with_help(r#"write the name of its file: `#[library("ws2_32.dll")]`"#),
            );
        } else if stem.is_none_or(str::is_empty) || library.text.contains(wrong) {
            let message = format!("`{}` is not the name of a DLL", library.text);
            found.push(
                Diagnostic::new(library.span, message)
                    .with_help("write the name of its file alone, with `.dll`"),
            );
        }
        if let Some(import) = &function.import {
            if import.is_empty() {
                let message = format!("the export of `{}` has no name", item.name.text);
                found.push(
                    Diagnostic::new(library.span, message)
                        .with_help("write the exported name, or leave `import` out"),
                );
            } else if *import == item.name.text {
                let message = format!("`{import}` is exported under its own name");
                found.push(Diagnostic::new(library.span, message).with_help("leave `import` out"));
            }
        }
    }
}

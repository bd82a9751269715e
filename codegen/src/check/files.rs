//! A file can be a module: its name is an identifier, and no other file has it.

use super::Context;
use crate::diagnostic::{Diagnostic, Span};
use crate::emit::{FLAG_SET, PACKED};

/// Names that cannot be written as modules, or are those of files that are always generated.
const TAKEN: [&str; 8] = [
    "_", "self", "Self", "super", "crate", "mod", FLAG_SET, PACKED,
];

/// Reports files whose names no module can have.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (file, source) in context
        .sources
        .iter()
        .filter(|(_, source)| source.is_text())
    {
        let stem = source.stem();
        let letters = |ch: char| ch.is_ascii_alphanumeric() || ch == '_';
        let identifier = stem.chars().all(letters)
            && stem.starts_with(|ch: char| !ch.is_ascii_digit())
            && !TAKEN.contains(&stem);
        if identifier {
            continue;
        }
        let start = Span {
            file,
            start: 0,
            end: 0,
        };
        found.push(
            Diagnostic::new(start, format!("no module can be named `{stem}`")).with_help(
                "rename the file: letters, digits and `_`, no digit first, no generated file's name",
            ),
        );
    }
}

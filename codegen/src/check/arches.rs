//! Variants of an item are for architectures of their own, and all types or all values.

use super::Context;
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, Item, ItemKind};
use std::collections::HashMap;

/// Reports variants that overlap, or of which only one is a type.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, Vec<&Item>> = HashMap::new();
    for item in &context.model.items {
        if item.arches == Arches::ALL {
            continue;
        }
        let variants = seen.entry(&item.name.text).or_default();
        if let Some(other) = variants
            .iter()
            .find(|other| other.arches.intersects(item.arches))
        {
            found.push(overlap(item, other));
        } else if let Some(other) = variants.iter().find(|other| kind(other) != kind(item)) {
            let message = format!(
                "`{}` is {} here and {} on other architectures",
                item.name.text,
                kind(item),
                kind(other)
            );
            found.push(
                Diagnostic::new(item.name.span, message)
                    .with_related(other.name.span, "the other variant")
                    .with_help("give one of them another name"),
            );
        }
        variants.push(item);
    }
}

fn overlap(item: &Item, other: &Item) -> Diagnostic {
    let shared = [
        (Arches::X86, "X86"),
        (Arches::X64, "X64"),
        (Arches::ARM64, "Arm64"),
    ]
    .into_iter()
    .filter(|(arch, _)| item.arches.contains(*arch) && other.arches.contains(*arch))
    .map(|(_, name)| name)
    .collect::<Vec<_>>()
    .join(" and ");
    let message = format!("`{}` is defined twice for {shared}", item.name.text);
    Diagnostic::new(item.name.span, message)
        .with_related(other.name.span, "first defined here")
        .with_help("name each architecture in one variant alone")
}

/// What a name of this kind can stand for, whatever the architecture.
fn kind(item: &Item) -> &'static str {
    match &item.kind {
        ItemKind::Constant(_) => "a constant",
        ItemKind::Function(_) => "a function",
        ItemKind::Record(_)
        | ItemKind::Enum(_)
        | ItemKind::Alias(_)
        | ItemKind::Callback(_)
        | ItemKind::Interface => "a type",
    }
}

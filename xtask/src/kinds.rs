//! How many items there are of each kind.

use std::collections::BTreeMap;

use winsec_codegen::model::{Item, ItemKind, RecordKind};

/// How many items there are of each kind, for a sentence.
pub fn kinds<'m>(items: impl IntoIterator<Item = &'m Item>) -> String {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(kind(item)).or_default() += 1;
    }
    let counts: Vec<String> = counts
        .into_iter()
        .map(|(Kind { one, many, .. }, count)| {
            let noun = if count == 1 { one } else { many };
            format!("{count} {noun}")
        })
        .collect();
    counts.join(", ")
}

/// A kind: its place among the others, and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    place: u8,
    /// The name of one.
    pub one: &'static str,
    /// The name of several.
    pub many: &'static str,
}

/// The kind of an item.
pub fn kind(item: &Item) -> Kind {
    let (place, one, many) = match &item.kind {
        ItemKind::Function(_) => (0, "function", "functions"),
        ItemKind::Callback(_) => (1, "callback", "callbacks"),
        ItemKind::Record(record) if record.kind == RecordKind::Union => (3, "union", "unions"),
        ItemKind::Record(_) => (2, "struct", "structs"),
        ItemKind::Enum(of) if of.flags => (5, "flag set", "flag sets"),
        ItemKind::Enum(_) => (4, "enumeration", "enumerations"),
        ItemKind::Constant(_) => (6, "constant", "constants"),
        ItemKind::Alias(_) => (7, "alias", "aliases"),
        ItemKind::Interface => (8, "interface", "interfaces"),
    };
    Kind { place, one, many }
}

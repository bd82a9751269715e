//! Keeps the items that are wanted, and all that they need.

use rustc_hash::FxHashMap;

use super::types;
use crate::model::{Item, ItemKind, Model};

/// Drops every item that is neither wanted nor needed by one that is.
pub(super) fn retain(model: &mut Model, wanted: impl Fn(&str) -> bool) {
    let mut keep: Vec<bool> = model.items.iter().map(|item| is(item, &wanted)).collect();
    if keep.iter().all(|keep| *keep) {
        return;
    }
    let mut definitions: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, item) in model.items.iter().enumerate() {
        if !matches!(item.kind, ItemKind::Function(_) | ItemKind::Constant(_)) {
            definitions.entry(&item.name.text).or_default().push(at);
        }
    }
    let mut open: Vec<usize> = (0..keep.len()).filter(|&at| keep[at]).collect();
    while let Some(at) = open.pop() {
        types::each(&model.items[at], &mut |ty| {
            let needed = types::named(ty).and_then(|(name, _)| definitions.get(types::last(name)));
            for &at in needed.into_iter().flatten() {
                if !keep[at] {
                    keep[at] = true;
                    open.push(at);
                }
            }
        });
    }
    let mut keep = keep.into_iter();
    model.items.retain(|_| keep.next().unwrap_or(false));
}

fn is(item: &Item, wanted: impl Fn(&str) -> bool) -> bool {
    let member = || match &item.kind {
        ItemKind::Enum(of) => of.members.iter().any(|member| wanted(&member.name.text)),
        _ => false,
    };
    wanted(&item.name.text) || member()
}

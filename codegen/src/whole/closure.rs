//! Keeps the items that are wanted, and all that they need.

use rustc_hash::FxHashMap;

use crate::model::{Item, ItemKind, Model};
use crate::types;

/// Drops every item that is neither wanted nor needed by one that is.
pub(super) fn retain(model: &mut Model, wanted: impl Fn(&str) -> bool) {
    let mut keep: Vec<bool> = model.items.iter().map(|item| is(item, &wanted)).collect();
    if keep.iter().all(|keep| *keep) {
        return;
    }
    let mut definitions: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, item) in model.items.iter().enumerate() {
        if item.kind.is_type() {
            definitions.entry(&item.name.text).or_default().push(at);
        }
    }
    let mut open: Vec<usize> = (0..keep.len()).filter(|&at| keep[at]).collect();
    while let Some(at) = open.pop() {
        types::each(&model.items[at], &mut |ty| {
            let needed = types::named(ty).and_then(|(name, _)| definitions.get(name));
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
    // Whoever asks wants to see every name.
    let members = match &item.kind {
        ItemKind::Enum(of) => &of.members[..],
        _ => &[],
    };
    let members = members.iter().filter(|of| wanted(&of.name.text)).count();
    wanted(&item.name.text) || members > 0
}

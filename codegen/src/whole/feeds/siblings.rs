//! What constants feed by what those beside them feed.

use std::collections::HashMap;

use super::evidence::{Evidence, Finding};
use super::prefixes::{Prefixes, is_measure};
use crate::model::{ItemId, Primitive};

/// How many of a prefix have to be known.
const FEW: usize = 3;

/// How many of a prefix that is one word, such as `ERROR_`: one word means many things.
const MANY: usize = 30;

/// What is found of a constant that has no uses of its own: of the narrowest group with a few that
/// have, at least half must have the same.
///
/// `former` is the integer that it was: who sorted its neighbours into an enumeration of another integer
/// left it out.
pub(super) fn find(
    name: &str,
    id: ItemId,
    prefixes: &Prefixes<'_>,
    uses: &HashMap<ItemId, Finding>,
    former: Option<Primitive>,
) -> Option<Finding> {
    if uses.contains_key(&id) || is_measure(name) {
        return None;
    }
    for (prefix, group) in prefixes.groups(name) {
        let known = group.iter().filter_map(|other| uses.get(&other.id));
        let known: Vec<&Finding> = known.collect();
        let words = prefix.matches('_').count();
        let least = if words > 1 { FEW } else { MANY };
        if known.len() < least {
            continue;
        }
        let first = *known.first()?;
        let one = known.iter().all(|other| other.why == first.why) && first.integers.len() == 1;
        let left_out = former.is_some_and(|former| !first.integers.contains(&former));
        return (one && !left_out && known.len() * 2 >= group.len()).then(|| Finding {
            by: Evidence::Siblings,
            why: format!("{prefix}* feed {}", first.why),
            ..first.clone()
        });
    }
    None
}

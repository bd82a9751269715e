//! Constants by the beginnings of their names.

use std::collections::HashMap;

use super::loose;
use crate::model::{ItemId, ItemKind, Model, Primitive};

/// The shortest beginning that makes neighbours, with its underscore: two letters mean many things.
const SHORTEST: usize = 4;

/// Words of names that are not what their prefix is: limits, sizes, versions.
const MEASURES: [&str; 20] = [
    "BITS", "COUNT", "FIRST", "LAST", "LEN", "LENGTH", "LIMIT", "MASK", "MAX", "MAXIMUM", "MIN",
    "MINIMUM", "NUM", "OFFSET", "REVISION", "SHIFT", "SIZE", "VERSION", "UUID16", "ERR",
];

/// A constant as its neighbours see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbour {
    /// Which.
    pub(super) id: ItemId,
    /// Its type and number, when it is a bare integer.
    pub(super) loose: Option<(Primitive, i128)>,
}

/// All constants, by each beginning of their names that ends in an underscore.
pub(super) struct Prefixes<'m>(HashMap<&'m str, Vec<Neighbour>>);

impl<'m> Prefixes<'m> {
    /// Those of a model.
    pub(super) fn of(model: &'m Model) -> Self {
        let mut all: HashMap<&str, Vec<Neighbour>> = HashMap::new();
        for (at, item) in (0..).zip(&model.items) {
            let ItemKind::Constant(constant) = &item.kind else {
                continue;
            };
            let neighbour = Neighbour {
                id: ItemId(at),
                loose: loose(constant),
            };
            let long = |prefix: &&str| prefix.len() >= SHORTEST;
            for prefix in beginnings(&item.name.text).filter(long) {
                all.entry(prefix).or_default().push(neighbour);
            }
        }
        Self(all)
    }

    /// The groups that a constant is in, the narrowest first.
    pub(super) fn groups<'p>(
        &'p self,
        name: &'p str,
    ) -> impl Iterator<Item = (&'p str, &'p [Neighbour])> {
        beginnings(name).filter_map(|prefix| Some((prefix, self.0.get(prefix)?.as_slice())))
    }
}

/// The beginnings of a name that end in an underscore, the longest first.
pub(super) fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    let ends = name.rmatch_indices('_').map(|(at, _)| &name[..=at]);
    ends.filter(move |prefix| prefix.len() < name.len())
}

/// Whether a name is of a limit, a size or a version, whatever its neighbours are.
pub(super) fn is_measure(name: &str) -> bool {
    name.split('_').any(|word| {
        let word = word.trim_end_matches(|ch: char| ch.is_ascii_digit());
        MEASURES.contains(&word)
    })
}

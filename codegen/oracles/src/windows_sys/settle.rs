//! Chooses among several items of one name: the one whose module has the spec's other items.

use std::collections::{BTreeMap, BTreeSet};

use crate::fact::Facts;

/// Keeps of every name the items of one module only.
///
/// `groups` are the names of each spec file. A name that two modules of windows-sys define (WinINet
/// and WinHTTP share some, with other values) is taken from the module that has most of the names
/// beside it.
pub fn settle(facts: &mut Facts, groups: &[Vec<&str>]) {
    for group in groups {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for name in group {
            let places = places(facts, name);
            if let [place] = places.iter().collect::<Vec<_>>()[..] {
                *count.entry(place).or_default() += 1;
            }
        }
        let count: BTreeMap<String, usize> = count
            .into_iter()
            .map(|(place, count)| (place.to_owned(), count))
            .collect();
        for name in group {
            keep_one(facts, name, &count);
        }
    }
    let names: Vec<String> = facts.iter().map(|(name, _)| name.to_owned()).collect();
    for name in names {
        keep_one(facts, &name, &BTreeMap::new());
    }
}

fn keep_one(facts: &mut Facts, name: &str, count: &BTreeMap<String, usize>) {
    let places = places(facts, name);
    if places.len() < 2 {
        return;
    }
    // The first by name among equals.
    let best = places
        .iter()
        .rev()
        .max_by_key(|place| count.get(**place).copied().unwrap_or(0))
        .map(|place| (*place).to_owned());
    if let Some(best) = best {
        facts.retain(name, |fact| fact.place == best);
    }
}

fn places<'f>(facts: &'f Facts, name: &str) -> BTreeSet<&'f str> {
    facts
        .get(name)
        .iter()
        .map(|fact| fact.place.as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::{bindings, fact::Facts};

    #[test]
    fn the_module_of_the_other_items_wins() {
        let mut facts = Facts::default();
        let both = "pub const SCHEME_HTTP: i32 = 3i32;";
        bindings::read(both, "WinInet", &mut facts).expect("bindings");
        let both = "pub const SCHEME_HTTP: i32 = 1i32;";
        bindings::read(both, "WinHttp", &mut facts).expect("bindings");
        let one = "pub const OPTION: u32 = 67u32;";
        bindings::read(one, "WinInet", &mut facts).expect("bindings");

        settle(&mut facts, &[vec!["SCHEME_HTTP", "OPTION"]]);

        let places: Vec<_> = facts
            .get("SCHEME_HTTP")
            .iter()
            .map(|fact| fact.place.as_str())
            .collect();
        assert_eq!(places, ["WinInet"]);
    }
}

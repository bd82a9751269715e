//! Names that look like a name that does not exist, for the help of an error.

use std::cell::Cell;

/// How many names are offered.
const OFFERS: usize = 3;

/// How often a run looks for near names; each time costs a look at every name that there is.
const SEARCHES: u32 = 200;

/// The longest name that another is near to: how long a comparison takes grows with the square.
const LONGEST: usize = 255;

/// Looks for near names, but no more often than is bearable.
#[derive(Debug)]
pub struct Search {
    left: Cell<u32>,
}

impl Search {
    /// A search that may be made some hundred times.
    pub const fn new() -> Self {
        Self {
            left: Cell::new(SEARCHES),
        }
    }

    /// As [`nearest`]; nothing any more after too many searches.
    pub fn nearest<'a>(
        &self,
        wrong: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        let left = self.left.get().checked_sub(1)?;
        self.left.set(left);
        nearest(wrong, known)
    }
}

/// The names nearest to a wrong one, best first, as `` `A` or `B` ``; none when nothing is near.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if wrong.len() > LONGEST {
        return None;
    }
    let lower = wrong.to_ascii_lowercase();
    let limit = (wrong.len() / 3).max(1);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|name| name.len().abs_diff(wrong.len()) <= limit)
        .filter_map(|name| {
            let distance = strsim::osa_distance(&lower, &name.to_ascii_lowercase());
            (distance <= limit).then_some((distance, name))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(OFFERS);
    let names: Vec<_> = near.iter().map(|(_, name)| format!("`{name}`")).collect();
    match names.split_last() {
        None => None,
        Some((only, [])) => Some(only.clone()),
        Some((last, others)) => Some(format!("{} or {last}", others.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_offered_unless_they_are_very_long() {
        assert_eq!(nearest("SOCKT", ["SOCKET", "HANDLE"]).unwrap(), "`SOCKET`");
        let long = "A".repeat(LONGEST + 1);
        assert_eq!(nearest(&long, [&*"A".repeat(LONGEST)]), None);
    }
}

//! Names that a misspelt one may stand for.

use strsim::{damerau_levenshtein, jaro_winkler};

/// How similar a name must be, of 1, to be worth mentioning.
const THRESHOLD: f64 = 0.88;

/// How many names are mentioned.
const LIMIT: usize = 6;

/// How a name resembles another: the smaller the likelier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Resemblance {
    /// So many letters are wrong, and no more than a fifth.
    Misspelt(usize),
    /// It contains the other.
    Contains,
    /// It is like the other on the whole.
    Alike,
}

/// The names of `candidates` that `name` may stand for, the likeliest first.
pub(crate) fn similar<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    let wanted = name.to_lowercase();
    let mut found: Vec<(Resemblance, f64, &str)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.to_lowercase();
            let likeness = jaro_winkler(&wanted, &other);
            let resemblance = resemblance(&wanted, &other, likeness)?;
            Some((resemblance, likeness, candidate))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(b.2)));
    let misspelt = |found: &(Resemblance, f64, &str)| matches!(found.0, Resemblance::Misspelt(_));
    if found.first().is_some_and(misspelt) {
        found.retain(misspelt);
    }
    let mut names: Vec<&str> = Vec::new();
    for (_, _, name) in found {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(LIMIT);
    names
}

fn resemblance(wanted: &str, other: &str, likeness: f64) -> Option<Resemblance> {
    let letters = wanted.chars().count();
    let mistakes = damerau_levenshtein(wanted, other);
    if letters > 0 && mistakes <= letters.max(5) / 5 {
        Some(Resemblance::Misspelt(mistakes))
    } else if letters >= 4 && other.contains(wanted) {
        Some(Resemblance::Contains)
    } else {
        (likeness >= THRESHOLD).then_some(Resemblance::Alike)
    }
}

/// The line of help that lists similar names; none if there are none.
pub(crate) fn didyoumean(names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(format!("did you mean {one}?")),
        [some @ .., last] => Some(format!("did you mean {} or {last}?", some.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["Kerberos", "Negotiate", "NTLM", "WDigest"];

    #[test]
    fn a_misspelling_finds_its_name() {
        assert_eq!(similar("kerberso", NAMES), ["Kerberos"]);
        assert_eq!(similar("Negotaite", NAMES), ["Negotiate"]);
        assert_eq!(similar("ntml", NAMES), ["NTLM"]);
    }

    #[test]
    fn a_part_finds_its_name() {
        assert_eq!(similar("digest", NAMES), ["WDigest"]);
    }

    #[test]
    fn nonsense_finds_nothing() {
        assert!(similar("xyzzy", NAMES).is_empty());
        assert!(similar("", NAMES).is_empty());
    }

    #[test]
    fn names_are_listed_in_words() {
        assert_eq!(
            didyoumean(&["a", "b", "c"]).unwrap(),
            "did you mean a, b or c?"
        );
        assert_eq!(didyoumean(&[]), None);
    }
}

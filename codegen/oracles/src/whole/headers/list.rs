//! Which of mingw-w64's headers are read, and in which company.

use crate::c::Prelude;

/// The list.
const LIST: &str = include_str!("headers.toml");

/// One beginning for each set of headers that compile together.
pub(super) fn units() -> Result<Vec<Prelude>, String> {
    let list: toml::Table = LIST
        .parse()
        .map_err(|error| format!("headers.toml: {error}"))?;
    let sets = list.get("together").and_then(toml::Value::as_array);
    let sets = sets.into_iter().flatten();
    Ok(sets
        .map(|set| {
            let headers = set.get("headers").and_then(toml::Value::as_array);
            let names = headers.into_iter().flatten();
            let names = names.filter_map(toml::Value::as_str).map(str::to_owned);
            Prelude::of_types(&names.collect::<Vec<_>>())
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::LIST;

    #[test]
    fn what_is_read_is_not_excluded_and_an_exclusion_has_a_reason() {
        let list: toml::Table = LIST.parse().expect("the list is TOML");
        let mut read = BTreeSet::new();
        for set in list["together"].as_array().expect("a list of sets") {
            let mut once = BTreeSet::new();
            for header in set["headers"].as_array().expect("a list of headers") {
                let header = header.as_str().expect("a name");
                assert!(once.insert(header), "{header} is twice in a set");
            }
            read.extend(once);
        }
        assert!(read.len() > 450, "{}", read.len());
        for (header, reason) in list["excluded"].as_table().expect("a table") {
            assert!(!read.contains(header.as_str()), "{header} is read");
            assert!(reason.as_str().is_some_and(|reason| !reason.is_empty()));
        }
    }
}

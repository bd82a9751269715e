//! The jobs that are measured: ours, and beside each what a user would take instead.
//!
//! A [`Case`] is one job with the sides that do it. The programs `measure` and `memory` run one by
//! its name; `cargo xtask bench` starts them and makes the table.

pub mod case;
pub mod codegen;
pub mod input;
pub mod memory;
pub mod peer;
pub mod probe;
pub mod time;

pub use case::{Case, Side};

/// Every case, group by group.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    codegen::CASES.iter()
}

/// The case of a name.
///
/// # Errors
///
/// Says that there is none.
pub fn case(id: &str) -> Result<&'static Case, String> {
    let found = cases().find(|case| case.id == id);
    found.ok_or_else(|| format!("no case is named {id}; `measure list` prints them"))
}

/// The side of a case.
///
/// # Errors
///
/// Says what there is instead.
pub fn side(id: &str, name: &str) -> Result<&'static Side, String> {
    let case = case(id)?;
    case.side(name).ok_or_else(|| {
        let names: Vec<_> = case.sides.iter().map(|side| side.name).collect();
        format!("{id} has no side {name}, but {}", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_tell_cases_and_sides_apart() {
        let mut ids = BTreeSet::new();
        for case in cases() {
            assert!(ids.insert(case.id), "{} is there twice", case.id);
            assert_eq!(case.sides[0].name, case::OURS, "{}", case.id);
            let names: BTreeSet<_> = case.sides.iter().map(|side| side.name).collect();
            assert_eq!(names.len(), case.sides.len(), "{}", case.id);
        }
    }

    #[test]
    fn what_is_not_there_is_named() {
        assert!(case("nothing").unwrap_err().contains("nothing"));
        let error = side("codegen/specs", "nobody").unwrap_err();
        assert!(
            error.contains("nobody") && error.contains("windows-bindgen"),
            "{error}"
        );
    }
}

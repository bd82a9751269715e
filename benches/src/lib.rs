//! The jobs that are measured: ours, and beside each what a user would take instead.
//!
//! A [`Case`] is one job with the sides that do it. The programs `measure` and `memory` run one by
//! its name; `cargo xtask bench` starts them and makes the table.

pub mod calls;
pub mod case;
pub mod cli;
#[cfg(feature = "codegen")]
pub mod codegen;
#[cfg(feature = "codegen")]
pub mod input;
pub mod memory;
#[cfg(feature = "codegen")]
pub mod peer;
pub mod probe;
pub mod time;

pub use case::{Case, Side};

/// The examples of the project's front page, which need every crate: this package has them all.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct FrontPage;

/// Every case of this package, group by group.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    #[cfg(feature = "codegen")]
    let codegen = codegen::CASES;
    #[cfg(not(feature = "codegen"))]
    let codegen: &[Case] = &[];
    calls::CASES.iter().chain(codegen)
}

/// Makes the files that cases read anew.
///
/// # Panics
///
/// When they cannot be written.
pub fn renew_inputs() {
    #[cfg(feature = "codegen")]
    input::win32::renew();
}

/// The case of a name.
///
/// # Errors
///
/// Says that there is none.
pub fn case<'a>(mut cases: impl Iterator<Item = &'a Case>, id: &str) -> Result<&'a Case, String> {
    let found = cases.find(|case| case.id == id);
    found.ok_or_else(|| format!("no case is named {id}; `list` prints them"))
}

/// The side of a case.
///
/// # Errors
///
/// Says what there is instead.
pub fn side(case: &'static Case, name: &str) -> Result<&'static Side, String> {
    case.side(name).ok_or_else(|| {
        let names: Vec<_> = case.sides.iter().map(|side| side.name).collect();
        format!("{} has no side {name}, but {}", case.id, names.join(", "))
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
        let error = case(cases(), "nothing").unwrap_err();
        assert!(error.contains("nothing"), "{error}");
        let error = side(case(cases(), "calls/query").unwrap(), "nobody").unwrap_err();
        assert!(
            error.contains("nobody") && error.contains(calls::BY_HAND),
            "{error}"
        );
    }

    #[test]
    fn calls_give_the_same_by_either_way() {
        for case in calls::CASES {
            let agree = case.agree.expect("every call can be compared");
            let answer = agree().unwrap_or_else(|error| panic!("{}: {error}", case.id));
            // What the emulated machine answers is no error.
            assert!(
                cfg!(windows) || !answer.contains("Err"),
                "{}: {answer}",
                case.id
            );
        }
    }
}

//! The table of Wine's differences: told in the README, as is what Wine lists.

use crate::common::wine::{Difference, PACKAGES};

const README: &str = include_str!("../../README.md");

#[track_caller]
fn the_readme_has(row: &[&str]) {
    let row = format!("| {} |", row.join(" | "));
    assert!(README.lines().any(|line| line == row), "{row}");
}

#[test]
fn packages() {
    for package in PACKAGES {
        let rpc_id = package.rpc_id.unwrap();
        the_readme_has(&[
            package.name,
            &format!("0x{:08X}", package.capabilities),
            &rpc_id.to_string(),
            &package.max_token.to_string(),
        ]);
    }
}

#[test]
fn outcomes() {
    for difference in Difference::ALL {
        let words = match difference {
            Difference::AddUnknownPackage => "adding a package that nobody has",
            Difference::DeleteUnknownPackage => "deleting a package that nobody has",
        };
        let wine = format!("`{:?}`", difference.wine());
        the_readme_has(&[words, "`PackageNotFound`", &wine]);
    }
}

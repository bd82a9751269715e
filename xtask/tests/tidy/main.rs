//! Keeps the house tidy: what no compiler and no linter looks at, in every file of the repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::rules::File;

mod rules;
mod wrong;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap_or_else(|error| panic!("cannot start {program}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    String::from_utf8(output.stdout).expect("git and cargo print UTF-8")
}

/// Checks every text file that is in the repository or about to be.
fn check(rule: impl Fn(&File) -> Vec<String>) {
    let list = run(
        "git",
        &[
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
    );
    let read = |path: &str| {
        let text = fs::read_to_string(root().join(path)).ok()?;
        Some(File {
            path: path.to_owned(),
            text,
        })
    };
    let files: Vec<_> = list.split_terminator('\0').filter_map(read).collect();
    assert!(
        files.iter().any(|file| file.path == "Cargo.toml"),
        "git lists no files"
    );
    none(files.iter().flat_map(rule));
}

/// Fails with every offence, each on a line of its own.
fn none(offences: impl Iterator<Item = String>) {
    let offences: Vec<_> = offences.collect();
    assert!(offences.is_empty(), "\n  {}\n", offences.join("\n  "));
}

#[test]
fn every_module_begins_with_its_purpose() {
    check(rules::purpose);
}

#[test]
fn nothing_is_unfinished() {
    check(rules::finished);
}

#[test]
fn globs_are_imported_in_tests_alone() {
    check(rules::imports);
}

#[test]
fn whitespace_is_plain() {
    check(rules::whitespace);
}

#[test]
fn no_path_is_of_somebodys_machine() {
    check(rules::paths);
}

#[test]
fn links_between_documents_lead_somewhere() {
    check(|file| rules::links(file, |path| root().join(path).exists()));
}

#[test]
fn what_is_packed_includes_nothing_outside() {
    let published = |folder: &Path| {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).ok()?;
        Some(manifest.contains("[package]") && !manifest.contains("publish = false"))
    };
    check(|file| rules::includes(file, published));
}

/// What the emulator's README shows of a user's test runs, as a test of the benchmarks' package: it has
/// all crates.
#[test]
fn the_emulators_readme_shows_a_test_that_runs() {
    let read = |path: &str| fs::read_to_string(root().join(path)).expect("it is there");
    let test = format!("```rust,ignore\n{}```\n", read("benches/tests/user.rs"));
    assert!(read("crates/emulator/README.md").contains(&test), "{test}");
}

#[test]
fn every_crate_introduces_itself() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let text = run(&cargo, &["metadata", "--format-version=1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&text).expect("cargo prints JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    none(packages.iter().flat_map(|package| {
        let path = package["manifest_path"].as_str().expect("a path");
        let text = fs::read_to_string(path).expect("a readable manifest");
        let folder = Path::new(path).parent().expect("a folder");
        rules::manifest(package, &text, |file| {
            fs::read_to_string(folder.join(file)).ok()
        })
    }));
}

#[test]
fn what_ci_starts_can_be_started() {
    let list = run("git", &["ls-files", "--stage", ".ci"]);
    assert!(list.contains("\t.ci/run\n"), "{list}");
    none(
        list.lines()
            .filter(|line| !line.starts_with("100755 "))
            .map(|line| format!("not executable: {line}")),
    );
}

#[test]
fn workflows_do_what_was_run_here_and_use_what_cannot_change() {
    check(|file| rules::workflow(file, |path| root().join(path).exists()));
}

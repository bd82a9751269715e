//! Files that are wrong on purpose: each rule finds what it is there to find, and no more.

use crate::rules::{self, File};

fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn a_module_without_a_purpose() {
    assert_eq!(
        rules::purpose(&file("a.rs", "fn main() {}\n")),
        ["a.rs: no `//!` at its beginning"]
    );
    assert!(rules::purpose(&file("a.rs", "#![no_std]\n//! Says it.\n")).is_empty());
    assert!(rules::purpose(&file("a.rs", "// @generated\nfn main() {}\n")).is_empty());
    assert!(rules::purpose(&file("tests/ui/a.rs", "fn main() {}\n")).is_empty());
}

#[test]
fn unfinished_work() {
    let unfinished = concat!("//! A.\nfn a() {\n    to", "do!()\n}\n// TO", "DO: more\n");
    let found = rules::finished(&file("a.rs", unfinished));
    assert_eq!(
        found,
        [concat!("a.rs:3: to", "do!("), concat!("a.rs:5: TO", "DO")]
    );
    assert!(rules::finished(&file("a.md", unfinished)).is_empty());
}

#[test]
fn a_glob_outside_of_tests() {
    let inside = "//! A.\nmod tests {\n    use super::*;\n}\n";
    assert!(rules::imports(&file("a.rs", inside)).is_empty());
    let outside = inside.replace("mod tests", "mod all");
    assert_eq!(rules::imports(&file("a.rs", &outside)).len(), 1);
}

#[test]
fn untidy_whitespace() {
    let found = rules::whitespace(&file("a.md", "a \nb\tc\nd"));
    assert_eq!(
        found,
        [
            "a.md:1: a blank at the end",
            "a.md:2: a tab",
            "a.md: no line break at its end"
        ]
    );
    assert!(rules::whitespace(&file("codegen/tests/bad/a.rdl", "a \n")).is_empty());
}

#[test]
fn somebodys_folder() {
    let found = rules::paths(&file(
        "a.md",
        concat!("see /ho", "me/me/a\nsee src/home/a\n"),
    ));
    assert_eq!(found, [concat!("a.md:1: see /ho", "me/me/a")]);
}

#[test]
fn a_dead_link() {
    let text = "[a](b.md) [c](d.md#e) [f](https://g) [h](#i) \
                [j](https://github.com/winsec-rs/winsec/blob/main/docs/b.md) \
                [k](https://github.com/winsec-rs/winsec/tree/main/l)";
    let found = rules::links(&file("docs/a.md", text), |path| path.ends_with("docs/b.md"));
    assert_eq!(
        found,
        [
            "docs/a.md: d.md#e",
            "docs/a.md: https://github.com/winsec-rs/winsec/tree/main/l"
        ]
    );
}

#[test]
fn a_bare_manifest() {
    let package = serde_json::json!({
        "name": "a", "description": "A.", "license": "MIT", "repository": "r", "readme": null,
        "rust_version": "1.85",
    });
    let found = rules::manifest(&package, "[package]\n", |file| {
        (file == "README.md").then(|| "[a](b.md) [c](https://d)".to_owned())
    });
    assert_eq!(
        found,
        [
            "\"a\": no readme",
            "\"a\": does not take the workspace's lints",
            "\"a\": no keywords",
            "\"a\": no categories",
            "\"a\": docs.rs would show nothing of Windows",
            "\"a\": no LICENSE-MIT",
            "\"a\": no LICENSE-APACHE",
            "\"a\": README.md links to b.md, which is not packed or not shown",
        ]
    );
    let rest = serde_json::json!({
        "name": "a", "description": "A.", "license": "MIT", "repository": "r",
        "readme": "README.md", "rust_version": "1.85", "publish": [],
    });
    assert!(rules::manifest(&rest, "[lints]\nworkspace = true\n", |_| None).is_empty());
}

#[test]
fn an_include_that_leaves_its_crate() {
    let text = "#[doc = include_str!(\"../README.md\")]\n#[doc = include_str!(\"../../README.md\")]\n\
                #[path = \"../../b/src/c.rs\"]\nmod c;\n";
    let published = |publish: bool| {
        move |folder: &std::path::Path| {
            (folder == std::path::Path::new("crates/a")).then_some(publish)
        }
    };
    let found = rules::includes(&file("crates/a/src/lib.rs", text), published(true));
    assert_eq!(
        found,
        [
            "crates/a/src/lib.rs:2: outside of crates/a: ../../README.md",
            "crates/a/src/lib.rs:3: outside of crates/a: ../../b/src/c.rs",
        ]
    );
    assert!(rules::includes(&file("crates/a/src/lib.rs", text), published(false)).is_empty());
    assert!(rules::includes(&file("xtask/src/lib.rs", text), published(true)).is_empty());
}

#[test]
fn a_workflow_with_steps_of_its_own() {
    let path = ".github/workflows/a.yml";
    let commit = "0123456789abcdef0123456789abcdef01234567";
    let text = format!(
        "steps:\n  - uses: a/b@{commit} # v1\n  - uses: a/b@v1\n  - run: .ci/run\n  - run: .ci/none\n  \
         - run: cargo xtask test\n  - run: |\n      make\n"
    );
    assert_eq!(
        rules::workflow(&file(path, &text), |path| path
            == std::path::Path::new(".ci/run")),
        [
            format!("{path}:3: not of one commit: a/b@v1"),
            format!("{path}:5: neither `cargo xtask` nor a script in .ci: .ci/none"),
            format!("{path}:7: neither `cargo xtask` nor a script in .ci: |"),
        ]
    );
}

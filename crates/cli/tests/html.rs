//! The report's web page: whole, self-contained, and proof against what names may hold.
#![cfg(not(windows))]

mod common;

use std::fs;

use common::{run, stdout};

/// The page of a scenario.
fn page(scenario: &str) -> String {
    let output = run(&["report", "--emulate", scenario, "--html", "-"]);
    // A scenario in which nothing works ends with a status that says so.
    assert!(output.stderr.is_empty(), "{output:?}");
    stdout(&output)
}

#[test]
fn the_demo_s_page_is_as_it_was_looked_at() {
    let page = page("demo");
    let golden = "tests/golden/report.html";
    if std::env::var_os("TRYCMD").is_some_and(|mode| mode == "overwrite") {
        fs::write(golden, &page).unwrap();
    }
    let expected = fs::read_to_string(golden).unwrap();
    assert_eq!(
        page, expected,
        "TRYCMD=overwrite writes the page into {golden}: look at it then"
    );
}

#[test]
fn a_page_needs_nothing_from_elsewhere() {
    let page = page("demo");
    for word in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(!page.contains(word), "{word}");
    }
    assert!(page.starts_with("<!doctype html>"));
    assert!(page.contains("prefers-color-scheme: dark"));
    assert!(page.contains("@media print"));
}

#[test]
fn tags_are_closed_in_order() {
    for scenario in [
        "demo",
        "tests/scenarios/odd.toml",
        "tests/scenarios/old.toml",
    ] {
        let page = page(scenario);
        let mut open: Vec<&str> = Vec::new();
        for tag in page.split('<').skip(1) {
            let name = tag.split(['>', ' ', '\n']).next().unwrap();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{scenario}"),
                None if ["meta", "!doctype"].contains(&name) => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{scenario}: {open:?}");
    }
}

#[test]
fn names_are_text_and_nothing_else() {
    let page = page("tests/scenarios/odd.toml");
    assert!(page.contains("Vendor &lt;&amp;&gt; Größe"));
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn an_emulated_page_says_so() {
    assert!(page("demo").contains("EMULATED by demo"));
}

#[test]
fn a_page_that_is_written_to_a_file_is_told_in_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    let output = run(&[
        "report",
        "--emulate",
        "demo",
        "--html",
        file.to_str().unwrap(),
    ]);
    assert!(output.status.success());
    assert!(stdout(&output).contains("report.html is written"));
    assert!(fs::read_to_string(&file).unwrap().ends_with("</html>\n"));
}

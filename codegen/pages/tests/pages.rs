//! Pages of every format, each beside what is read of it, and wrong ones beside their messages.
//!
//! `BLESS=1 cargo test -p winsec-pages --test pages` writes what is read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use winsec_pages::{Fault, Known, read};

/// Set it, to any value, to write what is expected anew.
const BLESS: &str = "BLESS";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

fn fixtures(name: &str) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder(name)).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the entry is read").path());
    let pages: BTreeSet<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    assert!(pages.len() >= 10, "only {} fixtures", pages.len());
    pages
}

/// Compares with a file beside the page; says so when it differs.
fn compare(expected: &Path, now: &str) -> Option<String> {
    if std::env::var_os(BLESS).is_some() {
        fs::write(expected, now).expect("the expected file is written");
        return None;
    }
    let wanted = fs::read_to_string(expected)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    (wanted != now).then(|| format!("{} differs; it is now:\n{now}", expected.display()))
}

fn check(differences: &[String]) {
    assert!(
        differences.is_empty(),
        "{}\nIf this is right, run the test again with {BLESS}=1 and look at what it writes.",
        differences.join("\n")
    );
}

fn messages(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{fault}\n")).collect()
}

#[test]
fn pages_of_every_format_are_read() {
    let mut differences = Vec::new();
    for path in fixtures("pages") {
        let bytes = fs::read(&path).expect("the fixture is read");
        let known = read(&bytes).unwrap_or_else(|faults| panic!("{path:?}: {faults:#?}"));
        let now = format!("{known:#?}\n");
        differences.extend(compare(&path.with_extension("expected"), &now));
    }
    check(&differences);
}

#[test]
fn the_kind_of_line_ending_changes_nothing() {
    for path in fixtures("pages") {
        let text = fs::read_to_string(&path).expect("the fixture is read");
        let windows = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
        assert_eq!(read(windows.as_bytes()), read(text.as_bytes()), "{path:?}");
    }
}

#[test]
fn wrong_pages_give_the_expected_messages() {
    let mut differences = Vec::new();
    for path in fixtures("bad") {
        let bytes = fs::read(&path).expect("the fixture is read");
        let faults = read(&bytes).expect_err("the page is wrong");
        differences.extend(compare(
            &path.with_extension("expected"),
            &messages(&faults),
        ));
    }
    check(&differences);
}

/// A page about `A_THING` with a body.
fn page(body: &str) -> Vec<u8> {
    format!("---\nUID: NS:a.A_THING\n---\n\n# A_THING structure\n\n{body}").into_bytes()
}

/// What is too large for a fixture: made here, with its messages in a file.
#[test]
fn huge_pages_give_the_expected_messages() {
    const DEEP: usize = 10_000;
    let cases = [
        ("too_large", vec![b' '; (2 << 20) + 1]),
        ("deep_tables", page(&"<table><tr><td>\n".repeat(DEEP))),
        (
            "deep_yaml",
            format!("---\nUID: {}\n---\n", "[".repeat(DEEP)).into_bytes(),
        ),
        (
            "long_uid",
            format!("---\nUID: NS:a.{}!\n---\n", "X".repeat(1 << 20)).into_bytes(),
        ),
        (
            "long_field",
            page(&format!(
                "## -struct-fields\n\n### -field {}?\n",
                "x".repeat(1 << 20)
            )),
        ),
    ];
    let mut differences = Vec::new();
    for (name, bytes) in cases {
        let printed = messages(&read(&bytes).expect_err("the page is wrong"));
        assert!(
            printed.len() < 4096,
            "{name} prints {} bytes",
            printed.len()
        );
        let expected = folder("bad_generated")
            .join(name)
            .with_extension("expected");
        differences.extend(compare(&expected, &printed));
    }
    check(&differences);
}

/// The description of a page with a body.
fn description(body: &str) -> String {
    match read(&page(&format!("## -description\n\n{body}"))) {
        Ok(Known::Page(page)) => page.description,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_huge_line_and_deep_tags_are_text() {
    let line = "word ".repeat(400_000);
    assert_eq!(description(&line), line.trim_end());
    for tag in ["b", "i", "a", "div", "ul", "li", "dl", "code"] {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        let body = format!("{}word{}", open.repeat(10_000), close.repeat(10_000));
        let text = description(&body);
        assert!(text.contains("word"), "{tag}: {text}");
        assert!(text.len() < 100, "{tag}: {text}");
    }
    let quoted = description(&format!("{}word", "> ".repeat(10_000)));
    assert!(quoted.contains("word"));
}

#[test]
fn what_html_and_markdown_write_alike_reads_alike() {
    let html = "<p>A <b>FLAG_ONE</b>, <i>not</i> <code>x</code>; \
                <a href=\"https://example.org/a(b)\">there</a>, <a href=\"/b\">here</a> &lt;</p>";
    let markdown =
        "A **FLAG\\_ONE**, *not* `x`; [there](<https://example.org/a(b)>), [here](/b) &lt;";
    let wanted = "A `FLAG_ONE`, *not* `x`; [there](https://example.org/a%28b%29), here \\<";
    assert_eq!(description(html), wanted);
    assert_eq!(description(markdown), wanted);
}

#[test]
fn what_markdown_would_take_for_a_sign_is_escaped() {
    let text = "<p>[x] *a* _b_ &amp;lt; `c` # d</p><p>- e</p><p>1. f</p><p>https://g.example/</p>";
    let wanted =
        "\\[x\\] \\*a\\* \\_b\\_ \\&lt; \\`c\\` \\# d\n\n\\- e\n\n1\\. f\n\n<https://g.example/>";
    assert_eq!(description(text), wanted);
}

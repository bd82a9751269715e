//! What docs/cli.md shows is what the program prints.
//!
//! `TRYCMD=overwrite cargo test -p winsec --test docs` writes what is printed into the page.
#![cfg(not(windows))]

mod common;

use std::fs;

use common::{run, stdout};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/cli.md");

/// What stands around an example.
const BEGIN: &str = "```console\n$ ";
const END: &str = "```\n";

#[test]
fn examples_print_what_the_page_shows() {
    let page = fs::read_to_string(PAGE).unwrap();
    let mut made = String::new();
    let mut examples = page.split(BEGIN);
    made.push_str(examples.next().unwrap());
    for example in examples {
        let (shown, rest) = example.split_once(END).expect("an example ends");
        let line = shown.lines().next().unwrap();
        let arguments: Vec<&str> = line.split(' ').collect();
        assert_eq!(arguments[0], "winsec", "{line}");
        let output = run(&arguments[1..]);
        assert!(output.status.success(), "{line}: {output:?}");
        made.extend([BEGIN, line, "\n", &stdout(&output), END, rest]);
    }
    if std::env::var_os("TRYCMD").is_some_and(|mode| mode == "overwrite") {
        fs::write(PAGE, &made).unwrap();
        return;
    }
    assert!(page.matches(BEGIN).count() >= 5, "the page has examples");
    assert_eq!(
        page, made,
        "TRYCMD=overwrite writes what is printed into the page"
    );
}

//! The language's reference says what is so: its examples are right, and so are our own specs.

use std::path::{Path, PathBuf};
use winsec_bindgen::analyse;
use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::options::{Docs, Options};
use winsec_bindgen::source::{Source, Sources};

fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")
}

/// The `rdl` blocks of the reference, each as a file named after the line that it starts in.
fn examples() -> Vec<Source> {
    let readme = std::fs::read_to_string(specs().join("README.md")).expect("the reference is read");
    let mut examples = Vec::new();
    let mut block: Option<(usize, String)> = None;
    for (line, text) in readme.lines().enumerate() {
        match (&mut block, text) {
            (None, "```rdl") => block = Some((line + 1, String::new())),
            (Some((start, content)), "```") => {
                let content = std::mem::take(content);
                examples.push(Source::new(format!("line_{start:04}.rdl"), content));
                block = None;
            }
            (Some((_, content)), text) => {
                content.push_str(text);
                content.push('\n');
            }
            (None, _) => {}
        }
    }
    examples
}

fn check(sources: &Sources, options: &Options) {
    if let Err(errors) = analyse(sources, options) {
        panic!("{}", render(&errors, sources, Style::Plain));
    }
}

#[test]
fn the_examples_are_right() {
    let examples = examples();
    assert!(examples.len() > 15, "only {} examples", examples.len());
    let options = Options {
        docs: Docs::Optional,
        ..Options::SPECS
    };
    check(&Sources::new(examples), &options);
}

#[test]
fn our_specs_are_right() {
    let sources = Sources::load([specs()]).expect("the specs are read");
    assert!(!sources.is_empty());
    check(&sources, &Options::SPECS);
}

/// The reference has a table of all attributes, which must be these.
#[test]
fn the_reference_lists_every_attribute() {
    let readme = std::fs::read_to_string(specs().join("README.md")).expect("the reference is read");
    let table = readme.split("## Attributes").nth(1).unwrap();
    let table = table.split("\n## ").next().unwrap();
    let mut listed: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| `#["))
        .flat_map(|line| line.split("`#[").skip(1))
        .map(|rest| rest.split(['(', ']']).next().unwrap())
        .collect();
    listed.dedup();
    listed.sort_unstable();
    let known: Vec<&str> = winsec_bindgen::attribute_names().collect();
    assert_eq!(listed, known);
}

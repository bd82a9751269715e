//! What specs become, beside the specs: the bindings and the RDL.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use winsec_bindgen::bindings::{File, bindings};
use winsec_bindgen::diagnostic::{Style, render as print};
use winsec_bindgen::emit::{Spec, rdl::rdl};
use winsec_bindgen::options::Docs;
use winsec_bindgen::source::Sources;
use winsec_bindgen::{Analysis, Options, analyse};

#[path = "common/printed.rs"]
mod printed;

/// Set it, to any value, to write what is expected anew.
const BLESS: &str = "BLESS";

/// Rules of the house; not everything has a reference page.
const OPTIONS: Options = Options {
    docs: Docs::Optional,
    ..Options::SPECS
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn names(extension: &str) -> BTreeSet<PathBuf> {
    fs::read_dir(folder())
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry is read").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect()
}

fn analysis() -> Analysis {
    let sources = Sources::load(names("rdl")).expect("the specs are read");
    match analyse(&sources, &OPTIONS) {
        Ok(analysis) => analysis,
        Err(diagnostics) => panic!("{}", print(&diagnostics, &sources, Style::Plain)),
    }
}

fn files() -> Vec<File> {
    let analysis = analysis();
    let mut files = bindings(&analysis);
    let spec = Spec::new(&analysis.model, &analysis.index, &analysis.layouts);
    files.push(File {
        name: "all.rdl.out".to_owned(),
        text: rdl(&spec),
    });
    files
}

#[test]
fn specs_become_what_is_expected() {
    let files = files();
    let mut differences = Vec::new();
    for file in &files {
        let path = folder().join(&file.name);
        if std::env::var_os(BLESS).is_some() {
            fs::write(&path, &file.text).expect("the expected file is written");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected.replace("\r\n", "\n") != file.text {
            differences.push(file.name.as_str());
        }
    }
    assert!(
        differences.is_empty(),
        "these differ: {}\nIf this is right, run the test again with {BLESS}=1 and look at what it \
         writes.",
        differences.join(", ")
    );
    let expected: BTreeSet<PathBuf> = names("rs");
    let made = files.iter().filter(|file| file.name.ends_with(".rs"));
    let made: BTreeSet<PathBuf> = made.map(|file| folder().join(&file.name)).collect();
    assert_eq!(expected, made, "a file belongs to no spec");
}

#[test]
fn printed_again_the_text_is_the_same() {
    let printed = |file: &&File| {
        file.name.ends_with(".rs") && !["flag_set.rs", "packed.rs"].contains(&&*file.name)
    };
    for file in files().iter().filter(printed) {
        printed::check(&file.name, &file.text);
    }
}

#[test]
fn rustfmt_would_change_nothing() {
    let root = folder().join("mod.rs");
    let output = Command::new("rustfmt")
        .args(["--check", "--edition", "2024"])
        .arg(&root)
        .output()
        .expect("rustfmt is installed");
    let changes = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{changes}");
}

//! What specs become in the catalogue of the command-line tool, in one file beside the specs.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use winsec_bindgen::analyse;
use winsec_bindgen::catalogue::catalogue;
use winsec_bindgen::options::{Docs, Options};
use winsec_bindgen::source::Sources;

#[path = "common/printed.rs"]
mod printed;

/// Set it, to any value, to write what is expected anew.
const BLESS: &str = "BLESS";

/// Rules of the house; not everything has a reference page.
const OPTIONS: Options = Options {
    docs: Docs::Optional,
    ..Options::SPECS
};

/// The files of the catalogue, one after the other.
fn made() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let specs: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("the entry is read").path())
        .filter(|path| path.extension().is_some_and(|found| found == "rdl"))
        .collect();
    let sources = Sources::load(specs).expect("the specs are read");
    let analysis = analyse(&sources, &OPTIONS).expect("the specs are right");
    let mut text = String::new();
    for file in catalogue(&analysis) {
        printed::check(&file.name, &file.text);
        write!(text, "==> {} <==\n{}", file.name, file.text).expect("memory takes it");
    }
    text
}

#[test]
fn specs_become_what_is_expected() {
    let made = made();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/catalogue.out");
    if std::env::var_os(BLESS).is_some() {
        fs::write(&golden, &made).expect("the expected file is written");
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    assert!(
        expected.replace("\r\n", "\n") == made,
        "tests/golden/catalogue.out differs. If this is right, run the test again with {BLESS}=1 and \
         look at what it writes."
    );
}

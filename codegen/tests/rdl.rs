//! The RDL that specs become is read by windows-rdl, which writes the same again.

use std::fs;
use std::path::{Path, PathBuf};

use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::emit::{Spec, rdl::rdl};
use winsec_bindgen::options::Docs;
use winsec_bindgen::source::{Source, Sources};
use winsec_bindgen::{Analysis, Options, analyse};

fn analysis(sources: &Sources, options: &Options) -> Analysis {
    match analyse(sources, options) {
        Ok(analysis) => analysis,
        Err(diagnostics) => panic!("{}", render(&diagnostics, sources, Style::Plain)),
    }
}

fn load(folder: &str) -> Sources {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the entry is read").path())
        .filter(|path| path.extension().is_some_and(|found| found == "rdl"))
        .collect();
    paths.sort();
    Sources::load(paths).expect("the specs are read")
}

fn rdl_of(analysis: &Analysis) -> String {
    rdl(&Spec::new(
        &analysis.model,
        &analysis.index,
        &analysis.layouts,
    ))
}

/// What windows-rdl writes of what it has read.
fn there_and_back(name: &str, rdl: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("the folder is made");
    let (winmd, back) = (folder.join("specs.winmd"), folder.join("back.rdl"));
    let read = windows_rdl::reader().input_text(rdl).output(&winmd).write();
    if let Err(error) = read {
        panic!("{error}");
    }
    windows_rdl::writer()
        .input(&winmd)
        .output(&back)
        .write()
        .expect("windows-rdl writes what it has read");
    fs::read_to_string(back).expect("the text is there")
}

/// Compares line by line, for an error that can be read.
fn same(ours: &str, theirs: &str) {
    let (ours, theirs) = (ours.lines(), theirs.lines());
    for (at, (our, their)) in ours.clone().zip(theirs.clone()).enumerate() {
        assert_eq!(our, their, "line {}", at + 1);
    }
    assert_eq!(ours.count(), theirs.count());
}

/// A number's suffix says how the reader is to widen it, and is gone afterwards.
fn without_suffixes(rdl: &str) -> String {
    rdl.replace(" = -1i32;", " = -1;")
}

#[test]
fn every_construct_comes_back() {
    let options = Options {
        docs: Docs::Optional,
        ..Options::SPECS
    };
    let rdl = rdl_of(&analysis(&load("tests/golden"), &options));
    same(&without_suffixes(&rdl), &there_and_back("constructs", &rdl));
}

#[test]
fn our_specs_come_back() {
    let rdl = rdl_of(&analysis(&load("../specs"), &Options::SPECS));
    same(&without_suffixes(&rdl), &there_and_back("specs", &rdl));
}

#[test]
fn we_read_what_we_write() {
    let rdl = rdl_of(&analysis(&load("../specs"), &Options::SPECS));
    let sources = Sources::new([Source::new("all.rdl", rdl.clone())]);
    let again = rdl_of(&analysis(&sources, &Options::METADATA));
    same(&rdl, &again);
}

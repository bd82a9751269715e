//! A sample of all Win32: the printer does well by what no spec of ours has.

use std::fs;
use std::path::PathBuf;

use winsec_codegen::bindings::bindings;
use winsec_codegen::layout::Layouts;
use winsec_codegen::options::Options;
use winsec_codegen::parse;
use winsec_codegen::pipeline::Analysis;
use winsec_codegen::resolve::Index;
use winsec_codegen::source::{Source, Sources};

#[path = "common/printed.rs"]
mod printed;

/// One item in so many is taken.
const EVERY: usize = 41;

/// Values are made of these, by the names of their fields.
const NEEDED: [&str; 5] = [
    "GUID",
    "PROPERTYKEY",
    "DEVPROPKEY",
    "DEVPROPGUID",
    "DEVPROPID",
];

#[test]
fn a_sample_of_win32_is_printed_well() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sample.rdl");
    windows_rdl::writer()
        .input_bytes(windows_default::WIN32)
        .output(&path)
        .write()
        .expect("windows-rdl prints its own metadata");
    let text = fs::read_to_string(&path).expect("what was printed can be read");
    let sources = Sources::new([Source::new("sample.rdl", text)]);
    let mut model = parse(&sources, &Options::METADATA).expect("the metadata parses");
    let mut place = 0;
    model.items.retain(|item| {
        place += 1;
        place % EVERY == 0 || NEEDED.contains(&item.name.text.as_str())
    });
    assert!(model.items.len() > 3000, "{}", model.items.len());
    // Most types that the sample names are not in it; they are printed all the same.
    let (index, _) = Index::new(&model);
    let layouts = Layouts::compute(&model, &index).expect("what has a size can be laid out");
    let files = bindings(&Analysis {
        model,
        index,
        layouts,
    });
    // The flag sets' own file is not printed but carried along.
    for file in files.iter().filter(|file| file.name != "flag_set.rs") {
        printed::check(&file.name, &file.text);
    }
}

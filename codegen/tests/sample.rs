//! A sample of all Win32: the printer does well by what no spec of ours has.

use winsec_bindgen::bindings::bindings;
use winsec_bindgen::layout::Layouts;
use winsec_bindgen::pipeline::Analysis;
use winsec_bindgen::resolve::Index;
use winsec_bindgen::source::Sources;
use winsec_bindgen::winmd::{Metadata, Winmd};

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
    let mut sources = Sources::default();
    let metadata = Metadata::open(&Winmd::system(), &mut sources).expect("it is metadata");
    let mut model = metadata.all().expect("it is whole");
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

//! Any text: if it is right, what is made of it is Rust.
#![no_main]

use libfuzzer_sys::fuzz_target;
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::whole::Whole;
use winsec_codegen::{Options, analyse};

fuzz_target!(|text: &str| {
    let sources = Sources::new([Source::new("a.rdl", text)]);
    let Ok(analysis) = analyse(&sources, &Options::METADATA) else {
        return;
    };
    let whole = Whole::of(analysis.model, &sources, |_| true).expect("what is left is right");
    for file in whole.files("a fuzzer") {
        if let Err(error) = syn::parse_file(&file.text) {
            panic!("{}: {error}\n{}", file.name, file.text);
        }
    }
});

//! Any bytes: whatever comes of them, errors are places in the text and can be shown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use winsec_codegen::diagnostic::{Style, render};
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::{Options, analyse};

fuzz_target!(|bytes: &[u8]| {
    for options in [Options::SPECS, Options::METADATA] {
        let sources = Sources::new([Source::new("a.rdl", bytes)]);
        let Err(errors) = analyse(&sources, &options) else {
            continue;
        };
        for error in &errors {
            let source = sources.get(error.span.file).expect("a file of the run");
            assert!(error.span.start <= error.span.end, "{error:?}");
            assert!(error.span.end as usize <= source.text().len(), "{error:?}");
        }
        assert!(!render(&errors, &sources, Style::Coloured).is_empty());
    }
});

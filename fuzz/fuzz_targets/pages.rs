//! Any bytes as a page: whatever comes of them, its places are in the page, and its words are
//! documentation that a spec reads.
#![no_main]

use libfuzzer_sys::fuzz_target;
use winsec_codegen::options::Docs;
use winsec_codegen::source::{Source, Sources};
use winsec_codegen::{Options, parse};
use winsec_pages::{Known, Page, read};

fuzz_target!(|bytes: &[u8]| {
    let lines = 1 + bytes.iter().filter(|byte| b"\r\n".contains(byte)).count();
    match read(bytes) {
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                assert!((1..=lines).contains(&fault.line), "{fault}");
            }
        }
        Ok(Known::Article(_)) => {}
        Ok(Known::Page(page)) => check(&page, lines),
    }
});

/// Holds a page's places and words against what is promised of them.
fn check(page: &Page, lines: usize) {
    let mut words = String::new();
    let mut take = |line: usize, text: &str| {
        assert!((1..=lines).contains(&line), "{line}: {text}");
        words.push_str(text);
        words.push('\n');
    };
    take(page.line, &page.description);
    take(page.line, &page.result);
    take(page.line, &page.remarks);
    for entry in &page.entries {
        take(entry.line, &entry.docs);
        entry.values.iter().for_each(|of| take(of.line, &of.docs));
    }
    page.values.iter().for_each(|of| take(of.line, &of.docs));
    page.failures.iter().for_each(|of| take(of.line, &of.docs));
    let docs: String = words.lines().map(|line| format!("/// {line}\n")).collect();
    let sources = Sources::new([Source::new("a.rdl", format!("{docs}type A = u32;\n"))]);
    let options = Options {
        docs: Docs::Optional,
        ..Options::SPECS
    };
    let model = parse(&sources, &options).expect("words are documentation");
    assert_eq!(model.items.len(), 1);
}

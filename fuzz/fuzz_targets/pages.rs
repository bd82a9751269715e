//! Any bytes as a page: whatever comes of them, its places are in the page, and its words are lines
//! that comments of a spec can hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
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
    let take = |line: usize, text: &str| {
        assert!((1..=lines).contains(&line), "{line}: {text}");
        assert!(
            !text.contains(|ch: char| ch.is_control() && ch != '\n'),
            "{text:?}"
        );
    };
    assert!(!page.names.is_empty());
    take(page.line, &page.description);
    take(page.line, &page.result.markdown());
    take(page.line, &page.remarks);
    for entry in &page.entries {
        take(entry.line, &entry.docs);
        entry.values.iter().for_each(|of| take(of.line, &of.docs));
    }
    page.values.iter().for_each(|of| take(of.line, &of.docs));
    for failure in &page.failures {
        take(failure.line, &failure.cause);
    }
}

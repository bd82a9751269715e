//! What must come of any text: an outcome, whose errors are places in the text.

use winsec_bindgen::analyse;
use winsec_bindgen::diagnostic::{Style, render};
use winsec_bindgen::options::Options;
use winsec_bindgen::source::{Source, Sources};

/// Analyses bytes; whatever the outcome, it comes, and errors are places in the text.
pub fn run(bytes: &[u8], options: &Options) -> usize {
    let sources = Sources::new([Source::new("a.rdl", bytes)]);
    let Err(errors) = analyse(&sources, options) else {
        return 0;
    };
    assert!(!errors.is_empty());
    for error in &errors {
        let length = sources
            .get(error.span.file)
            .expect("the file is one of the run")
            .text()
            .len();
        assert!(error.span.start <= error.span.end, "{error:?}");
        assert!(error.span.end as usize <= length, "{error:?}");
        assert!(error.help.is_some(), "{error:?}");
        assert!(!error.message.contains('\n'), "{error:?}");
    }
    let shown = &errors[..errors.len().min(3)];
    assert!(render(shown, &sources, Style::Coloured).contains("a.rdl"));
    errors.len()
}

/// A small generator of numbers, the same on every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// Words, and every other character on its own.
pub fn tokens(text: &str) -> Vec<&str> {
    let is_word = |ch: char| ch.is_alphanumeric() || ch == '_';
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if is_word(first) {
            rest.find(|ch| !is_word(ch)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..end]);
        rest = &rest[end..];
    }
    tokens
}

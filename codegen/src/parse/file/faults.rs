//! What is wrong with a text that cannot be cut into tokens, in words.

use super::File;
use crate::cut::{DEPTH_LIMIT, Fault};
use crate::diagnostic::Diagnostic;

impl File<'_> {
    /// Says that no token starts at a place.
    pub(super) fn no_token(&self, at: usize) -> Diagnostic {
        let rest = self.source.text().get(at..).unwrap_or_default();
        let word = rest
            .find(|ch: char| !ch.is_alphanumeric() && ch != '_')
            .unwrap_or(rest.len());
        let len = if word == 0 {
            rest.chars().next().map_or(0, char::len_utf8)
        } else {
            word
        };
        let span = self.span(at..at + len);
        let found = &rest[..len];
        if found.starts_with(|ch: char| ch.is_ascii_digit()) {
            Diagnostic::new(span, format!("`{}` is not a number", shorten(found)))
                .with_help("write digits, with `0x` before hexadecimal ones")
        } else {
            Diagnostic::new(span, format!("unexpected `{}`", shorten(found)))
                .with_help("this means nothing in a spec; remove it")
        }
    }

    /// Says what the scan stopped at.
    pub(super) fn describe(&self, fault: Fault) -> Diagnostic {
        let at = |at: usize| self.span(at..at + 1);
        match fault {
            Fault::Unclosed { at: open } => {
                let bracket = &self.source.text()[open..=open];
                Diagnostic::new(at(open), format!("this `{bracket}` is never closed"))
                    .with_help("close it, or remove it")
            }
            Fault::Mismatched {
                at: close,
                open: None,
            } => {
                let bracket = &self.source.text()[close..=close];
                Diagnostic::new(at(close), format!("this `{bracket}` closes nothing"))
                    .with_help("remove it, or open it where it belongs")
            }
            Fault::Mismatched {
                at: close,
                open: Some(open),
            } => {
                let bracket = &self.source.text()[close..=close];
                let other = &self.source.text()[open..=open];
                Diagnostic::new(at(close), format!("`{bracket}` does not close `{other}`"))
                    .with_related(at(open), "this is what it should close")
                    .with_help("close each bracket by its own kind, the last one first")
            }
            Fault::TooDeep { at: open } => Diagnostic::new(
                at(open),
                format!("brackets are nested deeper than {DEPTH_LIMIT}"),
            )
            .with_help("no Windows header needs so many; define inner structs as items"),
            Fault::String { at: open } => {
                Diagnostic::new(at(open), "this string does not end on its line")
                    .with_help("close it by `\"`; a `\\` at the end of a line continues it")
            }
            Fault::RawString { at: open } => {
                Diagnostic::new(at(open), "this raw string never ends")
                    .with_help("close it by `\"` and as many `#` as it starts with")
            }
            Fault::Char { at: open } => Diagnostic::new(at(open), "this `'` opens nothing")
                .with_help("a text stands in `\"`"),
            Fault::Comment { at: open } => {
                Diagnostic::new(self.span(open..open + 2), "this comment never ends")
                    .with_help("close it by `*/`; comments nest")
            }
            Fault::CarriageReturn { at: found } => Diagnostic::new(
                at(found),
                "a carriage return without a line feed stands in this documentation",
            )
            .with_help("end lines by a line feed, with or without a carriage return"),
            Fault::Nul { at: found } => Diagnostic::new(at(found), "unexpected NUL character")
                .with_help("save the file as UTF-8"),
        }
    }
}

/// A text cut to what a message can hold.
fn shorten(text: &str) -> String {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

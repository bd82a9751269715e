//! The text of tokens, and what string literals say.

use core::fmt::{Display, Write};
use core::ops::Range;

use proc_macro2::Literal;

use super::flat::Flat;

/// Appends a token's text; writing to a string cannot fail.
pub(super) fn show(out: &mut String, token: &impl Display) {
    let _ = write!(out, "{token}");
}

/// Writes what a string literal says, and where; nothing for another literal.
pub(super) fn write(flat: &mut Flat, literal: &Literal) -> Option<Range<usize>> {
    let text = flat.write(|out| show(out, literal));
    let shown = flat.written(text.clone());
    let quoted = shown
        .strip_prefix('"')
        .and_then(|shown| shown.strip_suffix('"'));
    if quoted.is_some_and(|quoted| !quoted.contains('\\')) {
        return Some(text.start + 1..text.end - 1);
    }
    let plain = quoted.and_then(unescape);
    flat.unwrite(text.start);
    let plain = match plain {
        Some(plain) => plain,
        None => match syn::Lit::new(literal.clone()) {
            syn::Lit::Str(string) => string.value(),
            _ => return None,
        },
    };
    Some(flat.write(|out| out.push_str(&plain)))
}

/// What a string literal says; none when it has a rare escape.
fn unescape(quoted: &str) -> Option<String> {
    let mut plain = String::with_capacity(quoted.len());
    let mut rest = quoted;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        plain.push(match rest.as_bytes().get(at + 1)? {
            b'n' => '\n',
            b't' => '\t',
            b'"' => '"',
            b'\\' => '\\',
            _ => return None,
        });
        rest = &rest[at + 2..];
    }
    plain.push_str(rest);
    Some(plain)
}

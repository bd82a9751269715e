//! Whole numbers as Rust writes them.

use super::Lower;
use crate::diagnostic::Span;
use proc_macro2::Literal;

/// Why a literal is no whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotWhole {
    /// It is something else: a string, or a number with a fraction.
    Other,
    /// It has a suffix, or a digit that its radix does not have.
    Digit,
    /// It does not fit 128 bits.
    Large,
}

/// The suffixes that windows-rdl prints behind some numbers; the type says what they are already.
const SUFFIXES: [&str; 10] = [
    "i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64", "isize", "usize",
];

/// Reads a whole number.
pub fn whole(text: &str) -> Result<u128, NotWhole> {
    // No digit is an `i` or a `u`, and most numbers have no suffix.
    let suffix = if text.bytes().any(|byte| matches!(byte, b'i' | b'u')) {
        SUFFIXES.iter().find_map(|suffix| text.strip_suffix(suffix))
    } else {
        None
    };
    let bytes = suffix.unwrap_or(text).as_bytes();
    let (radix, digits) = match bytes {
        [b'0', b'x' | b'X', digits @ ..] => (16, digits),
        [b'0', b'o', digits @ ..] => (8, digits),
        [b'0', b'b', digits @ ..] => (2, digits),
        [b'0'..=b'9', ..] => (10, bytes),
        _ => return Err(NotWhole::Other),
    };
    if radix == 10 && digits.iter().any(|b| matches!(b, b'.' | b'e' | b'E')) {
        return Err(NotWhole::Other);
    }
    let mut value: u128 = 0;
    let mut any = false;
    for &byte in digits {
        if byte == b'_' {
            continue;
        }
        let digit = char::from(byte).to_digit(radix).ok_or(NotWhole::Digit)?;
        any = true;
        value = value
            .checked_mul(u128::from(radix))
            .and_then(|value| value.checked_add(u128::from(digit)))
            .ok_or(NotWhole::Large)?;
    }
    if any { Ok(value) } else { Err(NotWhole::Digit) }
}

impl Lower<'_> {
    /// A whole number, or an error that says what it is for.
    pub fn whole(&mut self, literal: &Literal, what: &str) -> Option<(u128, Span)> {
        let span = self.span(literal.span());
        let text = self.slice(span).to_owned();
        match whole(&text) {
            Ok(value) => Some((value, span)),
            Err(reason) => {
                self.not_whole(span, &text, reason, what);
                None
            }
        }
    }

    /// A whole number of at most so much.
    pub fn whole_up_to(&mut self, literal: &Literal, most: u32, what: &str) -> Option<u32> {
        let (value, span) = self.whole(literal, what)?;
        match u32::try_from(value) {
            Ok(value) if value <= most => Some(value),
            _ => {
                self.error(
                    span,
                    format!("{value} is too large for {what}"),
                    format!("the most is {most}"),
                );
                None
            }
        }
    }

    /// Says why a literal is no whole number.
    pub fn not_whole(&mut self, span: Span, text: &str, reason: NotWhole, what: &str) {
        match reason {
            NotWhole::Other => self.error(
                span,
                format!("`{text}` is not a whole number"),
                format!("{what} is a whole number"),
            ),
            NotWhole::Digit => self.error(
                span,
                format!("`{text}` is not a number"),
                "write digits, with `0x` before hexadecimal ones",
            ),
            NotWhole::Large => self.error(
                span,
                format!("`{text}` does not fit 128 bits"),
                "no Windows type is wider",
            ),
        }
    }
}

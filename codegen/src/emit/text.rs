//! String constants: pointers to texts that end in NUL.

use core::fmt::Display;
use std::ffi::CString;

use proc_macro2::Literal;

use super::number::plain;
use super::write;
use crate::model::Encoding;
use crate::tokens::{Form, ToTokens, Tokens, fixed, quote_to};

/// The type of the pointer.
pub(super) fn pointer(encoding: Encoding) -> &'static Form {
    match encoding {
        Encoding::Ansi => fixed!(*const i8),
        Encoding::Utf16 | Encoding::Unspecified => fixed!(*const u16),
    }
}

/// The pointer itself.
pub(super) fn value(text: &str, encoding: Encoding, tokens: &mut Tokens) {
    match encoding {
        Encoding::Ansi => match CString::new(text) {
            Ok(text) => {
                tokens.literal(Literal::c_string(&text));
                fixed!(.as_ptr().cast()).to_tokens(tokens);
            }
            // A text with a NUL inside.
            Err(error) => array(error.into_vec().into_iter().map(u8::cast_signed), tokens),
        },
        Encoding::Utf16 | Encoding::Unspecified => array(text.encode_utf16(), tokens),
    }
}

/// A pointer to an array of these units and a NUL.
fn array<T: Display + Default>(units: impl Iterator<Item = T> + Clone, tokens: &mut Tokens) {
    let units = write(|tokens| {
        for unit in units.clone() {
            plain(unit).to_tokens(tokens);
            tokens.operator(",");
        }
        plain(T::default()).to_tokens(tokens);
    });
    quote_to!(tokens, [units] [#units].as_ptr());
}

/// What the documentation says of it.
pub(super) fn describe(text: &str, encoding: Encoding) -> String {
    let fence = if text.contains('`') { "``" } else { "`" };
    let encoding = match encoding {
        Encoding::Ansi => "one byte a character",
        Encoding::Utf16 | Encoding::Unspecified => "UTF-16",
    };
    format!("The text {fence}{text:?}{fence}, {encoding}, ended by NUL.")
}

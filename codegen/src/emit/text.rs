//! String constants: pointers to texts that end in NUL.

use std::ffi::CString;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::Encoding;

/// The type of the pointer.
pub(super) fn pointer(encoding: Encoding) -> TokenStream {
    match encoding {
        Encoding::Ansi => quote!(*const i8),
        Encoding::Utf16 | Encoding::Unspecified => quote!(*const u16),
    }
}

/// The pointer itself.
pub(super) fn value(text: &str, encoding: Encoding) -> TokenStream {
    match encoding {
        Encoding::Ansi => match CString::new(text) {
            Ok(text) => {
                let text = Literal::c_string(&text);
                quote!(#text.as_ptr().cast())
            }
            // A text with a NUL inside.
            Err(error) => {
                let bytes = error.into_vec().into_iter().chain([0]);
                let bytes = bytes.map(|byte| Literal::i8_unsuffixed(byte.cast_signed()));
                quote!([#(#bytes),*].as_ptr())
            }
        },
        Encoding::Utf16 | Encoding::Unspecified => {
            let units = text.encode_utf16().chain([0]).map(Literal::u16_unsuffixed);
            quote!([#(#units),*].as_ptr())
        }
    }
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

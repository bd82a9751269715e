//! What the parser says of wrong syntax: a message, where it is, and how to mend it.

use proc_macro2::Span;

/// Parts the message from the help within the text of a [`syn::Error`].
const HELP: &str = "\n";

/// An error, and how to mend it.
pub fn error(span: Span, message: &str, help: &str) -> syn::Error {
    syn::Error::new(span, format!("{message}{HELP}{help}"))
}

/// The message and the help of an error of the parser.
pub fn parts(error: &syn::Error) -> (String, Option<String>) {
    let text = error.to_string();
    match text.split_once(HELP) {
        Some((message, help)) => (message.to_owned(), Some(help.to_owned())),
        None => (text, None),
    }
}

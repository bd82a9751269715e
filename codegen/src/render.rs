//! Turns tokens into text that reads as if a careful person had written it.
//!
//! The printer knows the forms that [`emit`](crate::emit) uses and rustfmt's habits for them. It
//! works on the tokens alone: nothing is parsed again, and each token is looked at a fixed number of
//! times, so that the cost is linear in the output.

mod entry;
mod flat;
mod flatten;
mod page;
mod print;
mod shape;
mod spacing;
mod string;

use proc_macro2::TokenStream;

/// The name of the attribute that carries a comment through the tokens: `#[__comment = "text"]` is
/// printed as `// text`, wrapped where the line ends.
pub const COMMENT: &str = "__comment";

/// The width that lines are broken at.
pub const WIDTH: usize = 100;

/// Prints a file: `header`, a line comment's text, then the items.
#[must_use]
pub fn render(header: &str, tokens: TokenStream) -> String {
    let flat = flatten::flatten(tokens);
    print::print(header, &flat)
}

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

use flat::Flat;
use page::Page;
use print::{Last, Printer};

/// The name of the attribute that carries a comment through the tokens: `#[__comment = "text"]` is
/// printed as `// text`, wrapped where the line ends.
pub const COMMENT: &str = "__comment";

/// The width that lines are broken at.
pub const WIDTH: usize = 100;

/// Prints a file: `header`, a line comment's text, then the items.
#[must_use]
pub fn render(header: &str, tokens: TokenStream) -> String {
    let mut renderer = Renderer::new(header);
    renderer.items(tokens);
    renderer.finish()
}

/// A file that is printed piece by piece, so that not all of its tokens exist at once.
#[derive(Debug, Default)]
pub struct Renderer {
    flat: Flat,
    page: Page,
    last: Option<Last>,
}

impl Renderer {
    /// A file that begins with `header`, a line comment's text.
    #[must_use]
    pub fn new(header: &str) -> Self {
        let mut renderer = Self::default();
        if !header.is_empty() {
            print::comment(&mut renderer.page, header, 0);
            renderer.last = Some(Last::HEADER);
        }
        renderer
    }

    /// Adds whole items.
    pub fn items(&mut self, tokens: TokenStream) {
        self.flat.clear();
        flatten::flatten(tokens, &mut self.flat);
        Printer::new(&self.flat, &mut self.page).items(&mut self.last);
    }

    /// The file's text.
    #[must_use]
    pub fn finish(self) -> String {
        self.page.finish()
    }
}
